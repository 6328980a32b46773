/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Holds every answer against data/api/openapi.json with our own validator. */
#include "yc-api-contract.h"

#include "yc-json.h"
#include "yc-schema.h"

#include <string.h>

#define URI "urn:openapi"

struct _YcApiContract
{
  JsonNode *root;
  YcSchemaRegistry *registry;
  /* URI → YcSchema */
  GHashTable *schemas;
  GHashTable *seen;
};

YcApiContract *
yc_api_contract_new (void)
{
  YcApiContract *self = g_new0 (YcApiContract, 1);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  g_file_get_contents (YC_TEST_OPENAPI, &text, NULL, &error);
  g_assert_no_error (error);
  self->root = yc_json_parse (text, -1, NULL, &error);
  g_assert_no_error (error);
  self->registry = yc_schema_registry_new ();
  yc_schema_registry_add (self->registry, URI, self->root, &error);
  g_assert_no_error (error);
  self->schemas = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                         (GDestroyNotify) yc_schema_unref);
  self->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
yc_api_contract_free (YcApiContract *self)
{
  g_hash_table_unref (self->schemas);
  g_hash_table_unref (self->seen);
  g_object_unref (self->registry);
  json_node_unref (self->root);
  g_free (self);
}

static gboolean
match (const char *pattern,
       const char *path)
{
  g_auto (GStrv) bare = g_strsplit (path, "?", 2);
  g_auto (GStrv) wanted = g_strsplit (pattern, "/", -1);
  g_auto (GStrv) parts = g_strsplit (bare[0], "/", -1);

  if (g_strv_length (wanted) != g_strv_length (parts))
    return FALSE;
  for (guint i = 0; wanted[i] != NULL; i++)
    if (wanted[i][0] == '{' ? parts[i][0] == '\0' : !g_str_equal (wanted[i], parts[i]))
      return FALSE;
  return TRUE;
}

static char *
find_path (YcApiContract *self,
           const char    *path)
{
  JsonObject *paths = yc_json_get_object (json_node_get_object (self->root), "paths");
  g_autoptr (GList) names = json_object_get_members (paths);
  char *found = NULL;

  /* A path without braces goes before one with braces. */
  for (GList *l = names; l != NULL; l = l->next)
    if (match (l->data, path) && (found == NULL || strchr (l->data, '{') == NULL))
      {
        g_free (found);
        found = g_strdup (l->data);
      }
  return found;
}

static char *
append (const char *pointer,
        const char *name)
{
  return yc_json_pointer_append (pointer, name);
}

/* The pointer to the documented answer, behind its reference if it is one. */
static char *
find_response (YcApiContract *self,
               const char    *pattern,
               const char    *method,
               guint          status)
{
  g_autofree char *lower = g_ascii_strdown (method, -1);
  g_autofree char *number = g_strdup_printf ("%u", status);
  g_autofree char *path = append ("/paths", pattern);
  g_autofree char *operation = append (path, lower);
  g_autofree char *responses = append (operation, "responses");
  g_autofree char *response = append (responses, number);
  JsonObject *object = yc_json_node_get_object (yc_json_pointer_get (self->root, response));
  const char *ref = yc_json_get_string (object, "$ref", NULL);

  if (object == NULL)
    return NULL;
  return ref != NULL ? g_strdup (ref + 1) : g_steal_pointer (&response);
}

static YcSchema *
get_schema (YcApiContract *self,
            const char    *pointer)
{
  g_autoptr (GString) uri = g_string_new (URI "#");
  g_autoptr (GError) error = NULL;
  YcSchema *schema;

  g_string_append (uri, pointer);
  g_string_replace (uri, "{", "%7B", 0);
  g_string_replace (uri, "}", "%7D", 0);
  schema = g_hash_table_lookup (self->schemas, uri->str);
  if (schema != NULL)
    return schema;
  schema = yc_schema_compile_uri (uri->str, self->registry, &error);
  g_assert_no_error (error);
  g_hash_table_insert (self->schemas, g_strdup (uri->str), schema);
  return schema;
}

static void
check_body (YcApiContract *self,
            const char    *what,
            YcTestAnswer  *answer,
            const char    *pointer)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YcSchemaReport) report = yc_schema_report_new (5);
  g_autoptr (JsonNode) node =
    yc_json_parse (yc_test_answer_get_text (answer), answer->body->len, NULL, &error);

  g_assert_no_error (error);
  if (yc_schema_validate (get_schema (self, pointer), node, report))
    return;
  for (guint i = 0; i < yc_schema_report_get_n_problems (report); i++)
    g_printerr ("%s: %s: %s\n", what,
                yc_schema_problem_get_instance_location (yc_schema_report_get_problem (report, i)),
                yc_schema_problem_get_keyword_location (yc_schema_report_get_problem (report, i)));
  g_error ("%s is not as documented: %s", what, yc_test_answer_get_text (answer));
}

static void
check_content (YcApiContract *self,
               const char    *what,
               YcTestAnswer  *answer,
               const char    *response)
{
  const char *type = yc_test_answer_get (answer, "content-type");
  g_autofree char *content = append (response, "content");
  g_autofree char *media = NULL;
  g_autofree char *schema = NULL;

  if (yc_json_pointer_get (self->root, content) == NULL)
    {
      g_assert_cmpuint (answer->body->len, ==, 0);
      return;
    }
  g_assert_nonnull (type);
  media = append (content, type);
  if (yc_json_pointer_get (self->root, media) == NULL)
    g_error ("%s has the undocumented type %s", what, type);
  schema = append (media, "schema");
  if (yc_json_pointer_get (self->root, schema) != NULL)
    check_body (self, what, answer, schema);
}

static void
check_unknown (YcApiContract *self,
               const char    *what,
               YcTestAnswer  *answer)
{
  if (answer->status != 404 && answer->status != 405)
    g_error ("%s is not documented", what);
  check_body (self, what, answer, "/components/schemas/Problem");
}

void
yc_api_contract_check (const char   *method,
                       const char   *path,
                       YcTestAnswer *answer,
                       gpointer      contract)
{
  YcApiContract *self = contract;
  g_autofree char *pattern = find_path (self, path);
  g_autofree char *what = g_strdup_printf ("%s %s %u", method, pattern != NULL ? pattern : path,
                                           answer->status);
  g_autofree char *response = NULL;

  if (pattern != NULL)
    response = find_response (self, pattern, method, answer->status);
  if (response == NULL)
    {
      check_unknown (self, what, answer);
      return;
    }
  check_content (self, what, answer, response);
  g_hash_table_add (self->seen, g_steal_pointer (&what));
}

typedef void (*Visit) (const char *method,
                       const char *path,
                       JsonObject *operation,
                       GPtrArray  *list);

static GStrv
visit_all (YcApiContract *self,
           Visit          visit)
{
  GPtrArray *list = g_ptr_array_new ();
  JsonObject *paths = yc_json_get_object (json_node_get_object (self->root), "paths");
  g_autoptr (GList) names = json_object_get_members (paths);

  for (GList *l = names; l != NULL; l = l->next)
    {
      JsonObject *path = json_object_get_object_member (paths, l->data);
      g_autoptr (GList) methods = json_object_get_members (path);

      for (GList *m = methods; m != NULL; m = m->next)
        {
          g_autofree char *method = g_ascii_strup (m->data, -1);
          visit (method, l->data, json_object_get_object_member (path, m->data), list);
        }
    }
  g_ptr_array_add (list, NULL);
  return (GStrv) g_ptr_array_free (list, FALSE);
}

static void
visit_route (const char *method,
             const char *path,
             JsonObject *operation,
             GPtrArray  *list)
{
  g_ptr_array_add (list, g_strdup_printf ("%s %s", method, path));
}

static void
visit_responses (const char *method,
                 const char *path,
                 JsonObject *operation,
                 GPtrArray  *list)
{
  g_autoptr (GList) statuses =
    json_object_get_members (json_object_get_object_member (operation, "responses"));

  for (GList *l = statuses; l != NULL; l = l->next)
    g_ptr_array_add (list, g_strdup_printf ("%s %s %s", method, path, (char *) l->data));
}

GStrv
yc_api_contract_list_routes (YcApiContract *self)
{
  return visit_all (self, visit_route);
}

GStrv
yc_api_contract_list_unseen (YcApiContract *self)
{
  g_auto (GStrv) all = visit_all (self, visit_responses);
  GPtrArray *unseen = g_ptr_array_new ();

  for (guint i = 0; all[i] != NULL; i++)
    if (!g_hash_table_contains (self->seen, all[i]))
      g_ptr_array_add (unseen, g_strdup (all[i]));
  g_ptr_array_add (unseen, NULL);
  return (GStrv) g_ptr_array_free (unseen, FALSE);
}
