/* SPDX-License-Identifier: GPL-3.0-or-later */
/* yichuangctl form state, as it is run: lines, translations, wrong use. What the lines say is held
 * against JSON Forms by tests/forms/test-parity.c. */
#include <gio/gio.h>
#include <string.h>

#include "yc-json.h"

#define FOLDER YC_SOURCE "/tests/data/forms/parity/"
#define SAMPLE YC_SOURCE "/resources/demo/catalog/forms/ancestral-home/"

/* The words after "form state" are files of a case, or options. */
static char *
run_state (const char *name,
           const char *words,
           int         expected)
{
  g_autofree char *folder = g_build_filename (FOLDER, name, NULL);
  g_autofree char *line = g_strdup_printf ("%s form state %s", g_getenv ("YICHUANGCTL"), words);
  g_auto (GStrv) argv = g_strsplit (line, " ", -1);
  g_autoptr (GSubprocessLauncher) launcher =
      g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  char *found = NULL;

  g_subprocess_launcher_set_cwd (launcher, folder);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) argv, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &found, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, expected);
  return found;
}

static void
assert_nodes (const char *lines,
              const char *expected)
{
  g_auto (GStrv) each = g_strsplit (lines, "\n", -1);
  g_autoptr (GString) nodes = g_string_new (NULL);

  for (guint i = 0; each[i] != NULL && *each[i] != '\0'; i++)
    {
      g_autoptr (JsonNode) line = yc_json_parse (each[i], -1, NULL, NULL);
      JsonObject *object = yc_json_node_get_object (line);

      g_assert_nonnull (object);
      g_string_append_printf (nodes, "%s ", yc_json_get_string (object, "node", "?"));
    }
  g_assert_cmpstr (nodes->str, ==, expected);
}

static void
test_lines (void)
{
  g_autofree char *plain = run_state ("array-detail", "schema.json layout.json data-one.json", 0);
  g_autofree char *details =
      run_state ("array-detail", "--details schema.json layout.json data-one.json", 0);

  assert_nodes (plain, " /elements/0 ");
  assert_nodes (details, " /elements/0 /elements/0/options/detail "
                         "/elements/0/options/detail/elements/0 "
                         "/elements/0/options/detail/elements/1 "
                         "/elements/0/options/detail/elements/1/elements/0 "
                         "/elements/0/options/detail/elements/1/elements/1 ");
}

static void
test_members (void)
{
  static const char *const members[] = { "node",        "type",     "scope",   "path",    "label",
                                         "description", "required", "visible", "enabled", "readonly",
                                         "errors",      "options" };
  g_autofree char *lines = run_state ("choices-enum", "schema.json layout.json data-wrong.json", 0);
  g_auto (GStrv) each = g_strsplit (lines, "\n", -1);
  g_autoptr (JsonNode) line = yc_json_parse (each[1], -1, NULL, NULL);
  JsonObject *object = yc_json_node_get_object (line);

  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    g_assert_true (json_object_has_member (object, members[i]));
  g_assert_cmpstr (
      yc_json_node_get_string (yc_json_pointer_get (line, "/errors/0/keywordLocation")), ==,
      "/properties/a/enum");
  g_assert_cmpstr (yc_json_node_get_string (yc_json_pointer_get (line, "/errors/0/instanceLocation")),
                   ==, "/a");
  g_assert_cmpstr (yc_json_node_get_string (yc_json_pointer_get (line, "/errors/0/error")), ==,
                   "Must be one of the choices");
}

static void
test_translations (void)
{
  g_autofree char *lines =
      run_state ("i18n-by-path", "-t words.json schema.json layout.json data-empty.json", 0);

  g_assert_nonnull (strstr (lines, "\"label\":\"姓名\""));
  g_assert_nonnull (strstr (lines, "\"error\":\"请填写姓名\""));
}

/* A control for each property. */
static void
test_no_layout (void)
{
  g_autofree char *lines = run_state ("errors-number", "schema.json data-high.json", 0);

  assert_nodes (lines, " /elements/0 /elements/1 ");
}

/* With the file beside the schema. */
static void
test_language (void)
{
  g_autofree char *lines = run_state (
      "required", "--language en " SAMPLE "schema.json " SAMPLE "layout.json data-empty.json", 0);
  g_autofree char *own = run_state (
      "required", SAMPLE "schema.json " SAMPLE "layout.json data-empty.json", 0);
  g_autofree char *none = run_state (
      "required", "--language fr " SAMPLE "schema.json " SAMPLE "layout.json data-empty.json", 2);

  g_assert_nonnull (strstr (lines, "\"label\":\"Date of birth\""));
  g_assert_null (strstr (lines, "出生日期"));
  g_assert_nonnull (strstr (own, "\"label\":\"出生日期\""));
}

/* Nobody chose a language: what is printed is UTF-8 all the same. */
static void
test_no_locale (void)
{
  g_autofree char *lines = NULL;

  g_setenv ("LC_ALL", "C", TRUE);
  lines = run_state ("required", SAMPLE "schema.json " SAMPLE "layout.json data-empty.json", 0);
  g_setenv ("LC_ALL", "C.UTF-8", TRUE);
  g_assert_nonnull (strstr (lines, "\"label\":\"出生日期\""));
}

/* Data that are no object fill nothing in, but there is something to say of them. */
static void
test_wrong_data (void)
{
  g_autofree char *lines =
      run_state ("errors-wrong-root", "schema.json layout.json data-array.json", 0);

  assert_nodes (lines, " /elements/0 ");
}

static void
test_usage (void)
{
  g_autofree char *few = run_state ("required", "schema.json layout.json", 2);
  g_autofree char *missing = run_state ("required", "schema.json layout.json nowhere.json", 2);
  g_autofree char *endless = run_state ("required", "/dev/zero layout.json data-empty.json", 2);
  g_autofree char *option = run_state ("required", "--colour a b c", 2);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ctl/form-state/lines", test_lines);
  g_test_add_func ("/ctl/form-state/members", test_members);
  g_test_add_func ("/ctl/form-state/translations", test_translations);
  g_test_add_func ("/ctl/form-state/no-layout", test_no_layout);
  g_test_add_func ("/ctl/form-state/language", test_language);
  g_test_add_func ("/ctl/form-state/no-locale", test_no_locale);
  g_test_add_func ("/ctl/form-state/wrong-data", test_wrong_data);
  g_test_add_func ("/ctl/form-state/usage", test_usage);
  return g_test_run ();
}
