/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the program that sets paper reads of a case for a notice. Paper is Chinese whatever the interface
 * is, so nothing here is translated. */
#include "yc-notice-paper.h"
#include "yc-certificate-paper-private.h"

#include "yc-case-contents.h"
#include "yc-json.h"

#define MATERIALS "materials/"

static const char *
choose (YcCaseState state)
{
  switch (state)
    {
    case YC_CASE_STATE_RETURNED:
      return "notice-supplement";
    case YC_CASE_STATE_REFUSED:
      return "notice-refusal";
    case YC_CASE_STATE_SUBMITTED:
    case YC_CASE_STATE_APPROVED:
    case YC_CASE_STATE_ISSUED:
      return "notice-acceptance";
    case YC_CASE_STATE_WITHDRAWN:
    default:
      return NULL;
    }
}

JsonObject *
yc_notice_paper_find (YcDesk *desk,
                      YcCase *a_case)
{
  const char *id;

  g_return_val_if_fail (YC_IS_DESK (desk), NULL);

  id = a_case != NULL ? choose (yc_case_get_state (a_case)) : NULL;
  return id != NULL ? yc_catalog_get_template (yc_desk_get_catalog (desk), id) : NULL;
}

static void
add_row (JsonArray  *rows,
         YcMaterial *material,
         const char *status)
{
  JsonObject *row = json_object_new ();

  json_object_set_string_member (row, "title", yc_material_get_title (material));
  json_object_set_string_member (row, "status", status);
  json_array_add_object_element (rows, row);
}

static void
add_material (JsonArray  *handed_in,
              JsonArray  *missing,
              YcMaterial *material,
              const char *status)
{
  guint days = yc_material_get_tolerant_days (material);
  g_autofree char *later = g_strdup_printf ("%u日内补交", days);

  if (g_strcmp0 (status, "complete") == 0)
    add_row (handed_in, material, "窗口收取");
  else if (g_strcmp0 (status, "fetched") == 0)
    add_row (handed_in, material, "证照库调取");
  else if (g_strcmp0 (status, "tolerated") == 0)
    add_row (missing, material, days > 0 ? later : "限期补交");
  else if (g_strcmp0 (status, "waived") != 0 && *yc_material_get_condition (material) == '\0')
    add_row (missing, material, "未提交");
}

static void
set_materials (JsonObject *notice,
               YcItem     *item,
               YcCase     *a_case)
{
  GListModel *all = item != NULL ? yc_item_get_materials (item) : NULL;
  JsonArray *handed_in = json_array_new ();
  JsonArray *missing = json_array_new ();

  for (guint i = 0; all != NULL && i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (YcMaterial) material = g_list_model_get_item (all, i);

      add_material (handed_in, missing, yc_case_contents_pick_material (a_case, material),
                    yc_case_contents_get_material (a_case, yc_material_get_id (material)));
    }
  json_object_set_array_member (notice, "materials", handed_in);
  json_object_set_array_member (notice, "missing", missing);
}

static const char *
find_material_title (YcItem     *item,
                     const char *id)
{
  GListModel *all = item != NULL ? yc_item_get_materials (item) : NULL;

  for (guint i = 0; all != NULL && i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (YcMaterial) material = g_list_model_get_item (all, i);

      if (g_str_equal (yc_material_get_id (material), id))
        return yc_material_get_title (material);
    }
  return "";
}

/* What the reviewer pointed at: a material, or the field of the form that it begins with. */
static const char *
find_field_title (YcDesk     *desk,
                  YcItem     *item,
                  const char *field)
{
  JsonObject *form;
  g_auto (GStrv) steps = NULL;
  JsonNode *properties;

  if (field == NULL || item == NULL)
    return "";
  if (g_str_has_prefix (field, MATERIALS))
    return find_material_title (item, field + strlen (MATERIALS));
  form = yc_catalog_get_form (yc_desk_get_catalog (desk), yc_item_get_form_id (item));
  steps = g_strsplit (field, "/", 3);
  if (form == NULL || steps[0] == NULL || steps[1] == NULL)
    return "";
  properties = yc_json_get_member (yc_json_get_object (form, "schema"), "properties");
  return yc_json_get_string (yc_json_get_object (yc_json_node_get_object (properties), steps[1]),
                             "title", "");
}

/* The decision that ended the last try, of a whole case. */
static JsonObject *
get_decision (YcCase *a_case)
{
  JsonArray *tries = yc_json_get_array (yc_case_get_json (a_case), "tries");
  guint n_tries = tries != NULL ? json_array_get_length (tries) : 0;

  return n_tries > 0
           ? yc_json_get_object (json_array_get_object_element (tries, n_tries - 1), "decision")
           : NULL;
}

static void
set_decision (JsonObject *notice,
              YcDesk     *desk,
              YcItem     *item,
              YcCase     *a_case)
{
  JsonObject *decision = get_decision (a_case);

  json_object_set_string_member (notice, "reason",
                                 yc_json_get_string (decision, "reason_title", ""));
  json_object_set_string_member (notice, "note", yc_json_get_string (decision, "note", ""));
  json_object_set_string_member (notice, "field",
                                 find_field_title (desk, item,
                                                   yc_json_get_string (decision, "field", NULL)));
}

static char *
describe_limit (YcItem *item)
{
  guint days = item != NULL ? yc_item_get_time_limit_days (item) : 0;
  guint minutes = item != NULL ? yc_item_get_time_limit_minutes (item) : 0;

  if (days > 0)
    return g_strdup_printf ("%u个工作日", days);
  return minutes > 0 ? g_strdup_printf ("%u分钟", minutes) : g_strdup ("");
}

static JsonObject *
write_notice (YcDesk *desk,
              YcItem *item,
              YcCase *a_case)
{
  JsonObject *notice = json_object_new ();
  g_autofree char *limit = describe_limit (item);
  g_autofree char *basis =
    item != NULL ? g_strjoinv ("；", (char **) yc_item_get_basis (item)) : g_strdup ("");
  const char *clerk = yc_case_get_clerk_name (a_case);

  set_materials (notice, item, a_case);
  set_decision (notice, desk, item, a_case);
  json_object_set_string_member (notice, "limit", limit);
  json_object_set_string_member (notice, "basis", basis);
  json_object_set_string_member (notice, "clerk", clerk != NULL ? clerk : "");
  json_object_set_string_member (notice, "department",
                                 item != NULL ? yc_item_get_department (item) : "");
  return notice;
}

/* A refusal is its department's; what was taken in, the counter's. */
static JsonObject *
find_place (YcDesk *desk,
            YcItem *item,
            YcCase *a_case)
{
  gboolean refused = yc_case_get_state (a_case) == YC_CASE_STATE_REFUSED;

  return yc_certificate_paper_find_place (desk, yc_case_get_place (a_case),
                                          refused && item != NULL ? yc_item_get_level (item) : NULL);
}

JsonNode *
yc_notice_paper_write (YcDesk *desk,
                       YcCase *a_case)
{
  JsonObject *template = yc_notice_paper_find (desk, a_case);
  JsonObject *data;
  YcItem *item;

  if (template == NULL || !yc_case_is_whole (a_case))
    return NULL;
  item = yc_catalog_get_item (yc_desk_get_catalog (desk), yc_case_get_item_code (a_case));
  data = json_object_new ();
  yc_json_copy_or_null (data, yc_case_get_json (a_case), "applicant");
  yc_json_copy_or_null (data, yc_case_get_json (a_case), "agent");
  json_object_set_object_member (data, "case", yc_certificate_paper_write_fact (a_case));
  json_object_set_object_member (data, "place", find_place (desk, item, a_case));
  json_object_set_object_member (data, "notice", write_notice (desk, item, a_case));
  return yc_certificate_paper_wrap (desk, template, data);
}
