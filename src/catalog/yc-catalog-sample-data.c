/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Made-up answers to a form, for trying out what is made of them. */
#include "yc-catalog-sample-data.h"

#include <string.h>

#include "yc-json.h"

#define MAX_STEPS 200

/* Tried in turn until a field has no problem left. */
static const char *const candidates[] = {
  "样例内容", "2025-03-01", "990101196803124516", "10000000123", "20180316", "1", "12",
  "a@example.com", "黄江镇北岸社区沿河路27号", "VANDENBERGHE ANNA", "P1234567",
  "2099-12-31", "陈志强、何惠芬",
};

/* Rows are of different people. */
static const char *const people[] = {
  "990101197704193190", "990101197908054424", "990101201209125237",
  "99010119850125551X", "990101198702286646", "990101200002297467",
};

/* Tried first, so that a sheet of made-up answers reads like one: a format, or what is in the title. */
static const struct
{
  const char *format;
  const char *in_title;
  const char *answer;
} hints[] = {
  { "date", NULL, "2025-03-01" },
  { NULL, "地址", "黄江镇北岸社区沿河路27号" },
  { NULL, "住址", "黄江镇北岸社区沿河路27号" },
  { NULL, "坐落", "黄江镇北岸社区沿河路27号" },
  { NULL, "姓名", "陈志强" },
};

static const char *
find_hint (JsonObject *schema)
{
  const char *format = yc_json_get_string (schema, "format", "");
  const char *title = yc_json_get_string (schema, "title", "");

  for (gsize i = 0; i < G_N_ELEMENTS (hints); i++)
    if (hints[i].format != NULL ? g_str_equal (hints[i].format, format)
                                : strstr (title, hints[i].in_title) != NULL)
      return hints[i].answer;

  return NULL;
}

static const char *
choose_words (JsonObject *schema, guint attempt)
{
  const char *hint = find_hint (schema);

  if (hint == NULL)
    return candidates[attempt % G_N_ELEMENTS (candidates)];

  return attempt == 0 ? hint : candidates[(attempt - 1) % G_N_ELEMENTS (candidates)];
}

static JsonNode *
make_value (JsonObject *schema, guint variant, guint attempt)
{
  JsonArray *values = yc_json_get_array (schema, "enum");
  const char *type = yc_json_get_string (schema, "type", "string");
  JsonNode *node = json_node_new (JSON_NODE_VALUE);

  if (values != NULL)
    {
      json_node_unref (node);
      node = yc_json_copy (json_array_get_element (values, (variant + attempt) %
                                                               json_array_get_length (values)));
    }
  else if (g_str_equal (type, "boolean"))
    json_node_set_boolean (node, (variant + attempt) % 2 == 0);
  else if (g_str_equal (type, "integer") || g_str_equal (type, "number"))
    json_node_set_int (node, MAX (yc_json_get_int (schema, "minimum", 0), 1) + attempt);
  else
    json_node_set_string (node, choose_words (schema, attempt));

  return node;
}

static JsonNode *
make_rows (JsonObject *schema, guint variant, guint attempt)
{
  JsonObject *fields = yc_json_get_object (yc_json_get_object (schema, "items"), "properties");
  JsonArray *rows = json_array_new ();
  g_autoptr (GList) names = json_object_get_members (fields);

  for (guint i = 0; i <= variant; i++)
    {
      JsonObject *row = json_object_new ();

      for (GList *l = names; l != NULL; l = l->next)
        {
          JsonObject *field = yc_json_get_object (fields, l->data);
          const char *format = yc_json_get_string (field, "format", "");

          if (g_str_equal (format, "id-number"))
            json_object_set_string_member (row, l->data, people[i % G_N_ELEMENTS (people)]);
          else
            json_object_set_member (row, l->data,
                                    make_value (field, variant, attempt));
        }
      json_array_add_object_element (rows, row);
    }

  return yc_json_array_node (rows);
}

static JsonObject *
find_schema (JsonNode *form, const char *name)
{
  JsonNode *properties = yc_json_pointer_get (form, "/schema/properties");

  return yc_json_get_object (yc_json_node_get_object (properties), name);
}

/* The top-level field that @pointer leads into. */
static char *
get_name (const char *pointer)
{
  g_auto (GStrv) steps = g_strsplit (pointer, "/", 3);

  return g_strdup (steps[0] != NULL && steps[1] != NULL ? steps[1] : "");
}

static void
fill_field (YcForm *form, JsonNode *body, const char *name, guint variant, guint attempt)
{
  g_autofree char *pointer = g_strconcat ("/", name, NULL);
  JsonObject *schema = find_schema (body, name);
  g_autoptr (JsonNode) value = NULL;

  if (schema == NULL)
    return;
  value = yc_json_get_object (schema, "items") != NULL ? make_rows (schema, variant, attempt)
                                                       : make_value (schema, variant, attempt);
  yc_form_set_value (form, pointer, value, NULL);
}

/* Fills whatever the form complains about until it does not. Returns whether that was reached. */
static gboolean
fill_needed (YcForm *form, JsonNode *body, guint variant)
{
  g_autoptr (GHashTable) attempts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint step = 0; step < MAX_STEPS; step++)
    {
      g_autoptr (GListModel) problems = yc_form_check (form);
      g_autoptr (YcFormProblem) problem = g_list_model_get_item (problems, 0);
      g_autofree char *name = NULL;
      guint attempt;

      if (problem == NULL)
        return TRUE;
      name = get_name (yc_form_problem_get_pointer (problem));
      attempt = GPOINTER_TO_UINT (g_hash_table_lookup (attempts, name));
      fill_field (form, body, name, variant, attempt);
      g_hash_table_insert (attempts, g_steal_pointer (&name), GUINT_TO_POINTER (attempt + 1));
    }

  return FALSE;
}

/* Files are not printed on a certificate. */
static gboolean
takes_files (JsonObject *schema)
{
  JsonObject *items = yc_json_get_object (schema, "items");

  return g_str_equal (yc_json_get_string (items != NULL ? items : schema, "format", ""),
                      "attachment");
}

static void
fill_optional (YcForm *form, JsonNode *body, guint variant)
{
  JsonObject *properties = yc_json_node_get_object (
      yc_json_pointer_get (body, "/schema/properties"));
  g_autoptr (GList) names = json_object_get_members (properties);

  for (GList *l = names; l != NULL; l = l->next)
    if (!takes_files (find_schema (body, l->data)))
      fill_field (form, body, l->data, variant, 0);
}

gboolean
yc_catalog_sample_fill (YcForm   *form,
                        JsonNode *document,
                        guint     variant)
{
  g_return_val_if_fail (YC_IS_FORM (form), FALSE);
  g_return_val_if_fail (document != NULL, FALSE);

  if (variant % 2 == 1)
    fill_optional (form, document, variant);

  return fill_needed (form, document, variant);
}
