/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a reviewer reads in a whole case: form and materials now and in the try before, history. */
#include "yc-case-contents.h"

#include "yc-json.h"

static JsonArray *
get_tries (YcCase *a_case)
{
  JsonObject *json = yc_case_get_json (a_case);

  return json != NULL ? yc_json_get_array (json, "tries") : NULL;
}

static JsonObject *
get_object_element (JsonArray *array, guint i)
{
  return yc_json_node_get_object (json_array_get_element (array, i));
}

/* The last try is the one that stands in the case itself; the one before it is the earlier one. */
static JsonObject *
get_earlier_try (YcCase *a_case)
{
  JsonArray *tries = get_tries (a_case);
  guint n_tries = tries != NULL ? json_array_get_length (tries) : 0;

  return n_tries >= 2 ? get_object_element (tries, n_tries - 2) : NULL;
}

JsonNode *
yc_case_contents_get_form (YcCase *a_case)
{
  JsonObject *json;

  g_return_val_if_fail (YC_IS_CASE (a_case), NULL);

  json = yc_case_get_json (a_case);
  return json != NULL ? yc_json_get_member (json, "form") : NULL;
}

JsonNode *
yc_case_contents_get_earlier_form (YcCase *a_case)
{
  JsonObject *earlier;

  g_return_val_if_fail (YC_IS_CASE (a_case), NULL);

  earlier = get_earlier_try (a_case);
  return earlier != NULL ? yc_json_get_member (earlier, "form") : NULL;
}

const char *
yc_case_contents_get_applicant (YcCase *a_case, const char *name)
{
  JsonObject *json, *applicant;

  g_return_val_if_fail (YC_IS_CASE (a_case), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  json = yc_case_get_json (a_case);
  applicant = json != NULL ? yc_json_get_object (json, "applicant") : NULL;
  return applicant != NULL ? yc_json_get_string (applicant, name, NULL) : NULL;
}

/* (nullable): what was handed in of it */
static JsonObject *
find_material (JsonObject *holder, const char *material)
{
  JsonArray *materials = holder != NULL ? yc_json_get_array (holder, "materials") : NULL;
  guint n_materials = materials != NULL ? json_array_get_length (materials) : 0;

  for (guint i = 0; i < n_materials; i++)
    {
      JsonObject *object = get_object_element (materials, i);

      if (object != NULL && g_strcmp0 (yc_json_get_string (object, "id", NULL), material) == 0)
        return object;
    }
  return NULL;
}

const char *
yc_case_contents_get_material (YcCase *a_case, const char *material)
{
  g_return_val_if_fail (YC_IS_CASE (a_case), NULL);
  g_return_val_if_fail (material != NULL, NULL);

  return yc_json_get_string (find_material (yc_case_get_json (a_case), material), "status", NULL);
}

YcMaterial *
yc_case_contents_pick_material (YcCase *a_case, YcMaterial *material)
{
  JsonObject *given;

  g_return_val_if_fail (YC_IS_CASE (a_case), NULL);
  g_return_val_if_fail (YC_IS_MATERIAL (material), NULL);

  given = find_material (yc_case_get_json (a_case), yc_material_get_id (material));
  return yc_material_pick (material, yc_json_get_string (given, "variant", NULL));
}

YcMaterial *
yc_case_contents_pick_earlier_material (YcCase *a_case, YcMaterial *material)
{
  JsonObject *given;

  g_return_val_if_fail (YC_IS_CASE (a_case), NULL);
  g_return_val_if_fail (YC_IS_MATERIAL (material), NULL);

  given = find_material (get_earlier_try (a_case), yc_material_get_id (material));
  return yc_material_pick (material, yc_json_get_string (given, "variant", NULL));
}

const char *
yc_case_contents_get_waiver (YcCase *a_case, const char *material)
{
  g_return_val_if_fail (YC_IS_CASE (a_case), NULL);
  g_return_val_if_fail (material != NULL, NULL);

  return yc_json_get_string (find_material (yc_case_get_json (a_case), material), "list", NULL);
}

const char *
yc_case_contents_get_earlier_material (YcCase *a_case, const char *material)
{
  g_return_val_if_fail (YC_IS_CASE (a_case), NULL);
  g_return_val_if_fail (material != NULL, NULL);

  return yc_json_get_string (find_material (get_earlier_try (a_case), material), "status", NULL);
}

static YcCaseReturn *
read_return (JsonObject *a_try)
{
  JsonObject *decision = a_try != NULL ? yc_json_get_object (a_try, "decision") : NULL;

  if (decision == NULL || g_strcmp0 (yc_json_get_string (decision, "kind", NULL), "return") != 0)
    return NULL;
  return yc_case_return_new_from_json (decision, NULL);
}

GListModel *
yc_case_contents_create_returns (YcCase *a_case)
{
  GListStore *returns;
  JsonArray *tries;
  guint n_tries;

  g_return_val_if_fail (YC_IS_CASE (a_case), NULL);

  returns = g_list_store_new (YC_TYPE_CASE_RETURN);
  tries = get_tries (a_case);
  n_tries = tries != NULL ? json_array_get_length (tries) : 0;
  for (guint i = 0; i < n_tries; i++)
    {
      g_autoptr (YcCaseReturn) one = read_return (get_object_element (tries, i));

      if (one != NULL)
        g_list_store_append (returns, one);
    }
  return G_LIST_MODEL (returns);
}

GStrv
yc_case_contents_dup_channels (YcCase *a_case)
{
  JsonObject *wish;

  g_return_val_if_fail (YC_IS_CASE (a_case), NULL);

  wish = yc_json_get_object (yc_case_get_json (a_case), "delivery");
  return wish != NULL ? yc_json_dup_strv (wish, "channels") : NULL;
}
