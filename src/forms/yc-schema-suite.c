/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs folders in the format of the official JSON Schema Test Suite: files with groups, each a
 * schema with cases of `data` that must be `valid` or not; `remotes` beside or above them. */
#include "yc-schema-suite.h"

#include <gio/gio.h>
#include <string.h>

#include "yc-file-read.h"
#include "yc-json.h"
#include "yc-schema.h"

#define REMOTE_BASE "http://localhost:1234/"
/* How far above the folder `remotes` is looked for: it is beside `tests`. */
#define MAX_UP 4

/* Which registry a file needs. */
enum
{
  ASSERTS_FORMATS = 1 << 0,
  IS_DRAFT_7 = 1 << 1,
};

typedef struct
{
  char              *folder;
  char              *remotes;     /* nullable */
  gboolean           optional;
  YcSchemaRegistry  *registries[4];   /* by bits: */
  YcSchemaSuiteFunc  func;
  gpointer           user_data;
} Suite;

/* The suite has the character U+0000 in some texts, which no C string can hold. A character that
 * is none and stands nowhere else takes its place everywhere, so that equal stays equal. */
static char *
replace_nul (const char *text)
{
  GString *out = g_string_sized_new (strlen (text));

  for (const char *at = text; *at != '\0';)
    {
      if (*at != '\\' || at[1] == '\0')
        {
          g_string_append_c (out, *at++);
        }
      else if (g_str_has_prefix (at, "\\u0000"))
        {
          g_string_append (out, "\\ufdd0");
          at += 6;
        }
      else
        {
          g_string_append_len (out, at, 2);
          at += 2;
        }
    }
  return g_string_free (out, FALSE);
}

static JsonNode *
load (const char  *path,
      GError     **error)
{
  const YcJsonLimits limits = { .big_integers = TRUE };
  g_autoptr (GFile) file = g_file_new_for_path (path);
  gsize length;
  g_autofree char *raw = yc_file_read (file, YC_JSON_DEFAULT_BYTES, &length, error);
  g_autofree char *text = NULL;
  JsonNode *node;

  if (raw == NULL)
    return NULL;
  text = replace_nul (raw);
  node = yc_json_parse (text, -1, &limits, error);
  if (node == NULL)
    g_prefix_error (error, "%s: ", path);
  return node;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Names in @folder, in the order of the alphabet; NULL if it cannot be read. */
static GPtrArray *
list (const char  *folder,
      GError     **error)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, error);
  GPtrArray *names;
  const char *name;

  if (dir == NULL)
    return NULL;
  names = g_ptr_array_new_with_free_func (g_free);
  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  return names;
}

/* Remotes */

static gboolean
add_document (Suite       *self,
              const char  *uri,
              const char  *path,
              GError     **error)
{
  g_autoptr (JsonNode) document = load (path, error);
  gboolean ok = document != NULL;

  for (guint i = 0; ok && i < G_N_ELEMENTS (self->registries); i++)
    {
      /* Embedded resources of one remote may be another one already. */
      if (!yc_schema_registry_contains (self->registries[i], uri))
        ok = yc_schema_registry_add (self->registries[i], uri, document, error);
    }
  return ok;
}

static gboolean
add_remotes (Suite       *self,
             const char  *folder,
             const char  *base,
             GError     **error)
{
  g_autoptr (GPtrArray) names = list (folder, error);
  gboolean ok = names != NULL;

  for (guint i = 0; ok && i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *uri = g_strconcat (base, name, NULL);
      g_autofree char *below = g_strconcat (uri, "/", NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        ok = add_remotes (self, path, below, error);
      else if (g_str_has_suffix (name, ".json"))
        ok = add_document (self, uri, path, error);
    }
  return ok;
}

static char *
find_remotes (const char *folder)
{
  g_autofree char *at = g_strdup (folder);

  for (guint up = 0; up <= MAX_UP; up++)
    {
      g_autofree char *remotes = g_build_filename (at, "remotes", NULL);
      g_autofree char *above = g_path_get_dirname (at);

      if (g_file_test (remotes, G_FILE_TEST_IS_DIR))
        return g_steal_pointer (&remotes);
      g_free (at);
      at = g_steal_pointer (&above);
    }
  return NULL;
}

/* Cases */

static void
run_case (Suite             *self,
          YcSchema          *schema,
          JsonObject        *test,
          YcSchemaSuiteCase *result)
{
  JsonNode *data = json_object_get_member (test, "data");
  gboolean expected = yc_json_get_boolean (test, "valid", FALSE);

  result->name = yc_json_get_string (test, "description", "");
  result->passed = FALSE;
  if (schema != NULL && data != NULL)
    {
      g_autoptr (YcSchemaReport) report = yc_schema_report_new (0);
      gboolean valid = yc_schema_validate (schema, data, report);

      /* With and without a report must agree, and a report must give the reason. */
      result->passed = valid == expected && valid == yc_schema_validate (schema, data, NULL) &&
                       valid == yc_schema_report_is_valid (report);
    }
  self->func (result, self->user_data);
}

/* `format` is a remark everywhere but in the files about it: what "regex" is, is asked by format in
 * the one about the regular expressions of ECMA-262. */
static gboolean
is_about_formats (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return g_str_has_suffix (folder, "/format") || g_str_has_suffix (path, "ecmascript-regex.json");
}

/* Cases of older drafts do not say which they are of: their folder does. */
static gboolean
is_draft_7 (const char *path)
{
  g_auto (GStrv) parts = g_strsplit (path, G_DIR_SEPARATOR_S, -1);

  return g_strv_contains ((const char *const *) parts, "draft7");
}

static void
run_group (Suite      *self,
           const char *file,
           JsonObject *group)
{
  g_autofree char *path = g_build_filename (self->folder, file, NULL);
  guint needs =
      (is_about_formats (path) ? ASSERTS_FORMATS : 0) | (is_draft_7 (path) ? IS_DRAFT_7 : 0);
  JsonNode *node = json_object_get_member (group, "schema");
  JsonArray *tests = yc_json_get_array (group, "tests");
  g_autoptr (GError) error = NULL;
  g_autoptr (YcSchema) schema = NULL;
  YcSchemaSuiteCase result = { .file = file };

  if (node != NULL)
    schema = yc_schema_compile (node, NULL, self->registries[needs], &error);
  result.group = yc_json_get_string (group, "description", "");
  result.trouble = error == NULL ? NULL : error->message;
  for (guint i = 0; tests != NULL && i < json_array_get_length (tests); i++)
    {
      JsonObject *test = yc_json_node_get_object (json_array_get_element (tests, i));

      if (test != NULL)
        run_case (self, schema, test, &result);
    }
}

static gboolean
run_file (Suite       *self,
          const char  *file,
          GError     **error)
{
  g_autofree char *path = g_build_filename (self->folder, file, NULL);
  g_autoptr (JsonNode) root = load (path, error);
  JsonArray *groups = yc_json_node_get_array (root);

  if (root != NULL && groups == NULL)
    g_set_error (error, YC_FORMS_ERROR, YC_FORMS_ERROR_SCHEMA, "%s is no array of groups", path);
  for (guint i = 0; groups != NULL && i < json_array_get_length (groups); i++)
    {
      JsonObject *group = yc_json_node_get_object (json_array_get_element (groups, i));

      if (group != NULL)
        run_group (self, file, group);
    }
  return groups != NULL;
}

/* Drafts that are not read are passed over. */
static gboolean
is_entered (Suite      *self,
            const char *name)
{
  if (g_str_has_prefix (name, "draft"))
    return g_str_equal (name, "draft2020-12") || g_str_equal (name, "draft7");
  return !g_str_equal (name, "remotes") && (self->optional || !g_str_equal (name, "optional"));
}

/* @below is "" or ends with a slash. */
static gboolean
run_folder (Suite       *self,
            const char  *below,
            GError     **error)
{
  g_autofree char *folder = g_build_filename (self->folder, below, NULL);
  g_autoptr (GPtrArray) names = list (folder, error);
  gboolean ok = names != NULL;

  for (guint i = 0; ok && i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *file = g_strconcat (below, name, NULL);
      g_autofree char *deeper = g_strconcat (file, "/", NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        ok = !is_entered (self, name) || run_folder (self, deeper, error);
      else if (g_str_has_suffix (name, ".json"))
        ok = run_file (self, file, error);
    }
  return ok;
}

static void
suite_clear (Suite *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->registries); i++)
    g_clear_object (&self->registries[i]);
  g_clear_pointer (&self->remotes, g_free);
  g_clear_pointer (&self->folder, g_free);
}

static void
create_registries (Suite *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->registries); i++)
    {
      self->registries[i] = yc_schema_registry_new ();
      yc_schema_registry_set_assert_formats (self->registries[i], (i & ASSERTS_FORMATS) != 0);
      yc_schema_registry_set_draft_7 (self->registries[i], (i & IS_DRAFT_7) != 0);
    }
}

/* The whole suite has its cases in `tests`, with other things beside it. */
static char *
find_cases (const char *folder)
{
  g_autofree char *whole = g_canonicalize_filename (folder, NULL);
  g_autofree char *tests = g_build_filename (whole, "tests", NULL);

  return g_file_test (tests, G_FILE_TEST_IS_DIR) ? g_steal_pointer (&tests)
                                                 : g_steal_pointer (&whole);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Suite, suite_clear)

/**
 * yc_schema_suite_run:
 * @folder: a folder of cases, such as `tests/draft2020-12`, or the whole suite with its `tests`
 * @optional: whether folders named `optional` are entered too
 * @func: (scope call): is told about every case
 * @user_data: for @func
 * @error: return location
 *
 * Runs every case in the JSON files in and below @folder, in the order of their names; below it
 * folders of drafts other than draft2020-12 and draft7 are passed over. Schemas may refer to what
 * is in `remotes` in @folder or up to four folders above, as if it were found at
 * http://localhost:1234/. `format` is asserted in folders named `format` and in the file
 * ecmascript-regex.json.
 *
 * Errors: those of files and of JSON; %YC_FORMS_ERROR_SCHEMA for a file that is no list of groups.
 *
 * Returns: %TRUE if every file could be read, whatever the cases say
 */
gboolean
yc_schema_suite_run (const char         *folder,
                     gboolean            optional,
                     YcSchemaSuiteFunc   func,
                     gpointer            user_data,
                     GError            **error)
{
  g_auto (Suite) self = { 0 };

  g_return_val_if_fail (folder != NULL && func != NULL, FALSE);

  self.folder = find_cases (folder);
  self.optional = optional;
  self.func = func;
  self.user_data = user_data;
  self.remotes = find_remotes (self.folder);
  create_registries (&self);
  if (self.remotes != NULL && !add_remotes (&self, self.remotes, REMOTE_BASE, error))
    return FALSE;
  return run_folder (&self, "", error);
}
