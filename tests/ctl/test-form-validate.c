/* SPDX-License-Identifier: GPL-3.0-or-later */
/* yichuangctl form validate as it is run: what it prints and how it exits. */
#include <gio/gio.h>
#include <string.h>

#include "yc-test-folder.h"

#define SCHEMA                                                                                 \
  "{\"$id\":\"https://example.org/s\",\"type\":\"object\",\"required\":[\"name\"],"            \
  "\"properties\":{\"name\":{\"title\":\"姓名\",\"type\":\"string\"},"                         \
  "\"rooms\":{\"title\":\"房间\",\"type\":\"integer\",\"maximum\":9}}}"

static void
write_file (const char *folder,
            const char *name,
            const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

static int
run (const char  *folder,
     const char  *line,
     char       **output,
     char       **errors)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
      G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autofree char *whole = g_strdup_printf ("%s form validate %s", g_getenv ("YICHUANGCTL"), line);
  g_auto (GStrv) words = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_shell_parse_argv (whole, NULL, &words, NULL));
  g_subprocess_launcher_set_cwd (launcher, folder);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) words, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, output, errors, &error);
  g_assert_no_error (error);
  return g_subprocess_get_exit_status (process);
}

/* What is printed where, and the exit status. */
static void
assert_run (const char *folder,
            const char *line,
            int         status,
            const char *output,
            const char *errors)
{
  g_autofree char *printed = NULL;
  g_autofree char *complained = NULL;

  g_assert_cmpint (run (folder, line, &printed, &complained), ==, status);
  g_assert_cmpstr (printed, ==, output);
  if (*errors == '\0')
    g_assert_cmpstr (complained, ==, "");
  else if (strstr (complained, errors) == NULL)
    g_error ("“%s” is not in: %s", errors, complained);
}

static YcTestFolder *
create_folder (void)
{
  YcTestFolder *folder = yc_test_folder_new ();

  write_file (folder, "schema.json", SCHEMA);
  write_file (folder, "good.json", "{\"name\":\"周明德\",\"rooms\":2}");
  write_file (folder, "bad.json", "{\n  \"rooms\": 12}");
  return folder;
}

static void
test_words (void)
{
  g_autoptr (YcTestFolder) folder = create_folder ();

  assert_run (folder, "schema.json good.json bad.json", 1,
              "good.json: valid\n"
              "bad.json:1:1: /name: 姓名: Must be filled in (/required)\n"
              "bad.json:2:12: /rooms: 房间: Must not be more than 9 (/properties/rooms/maximum)\n"
              "bad.json: not valid, 2 problems\n",
              "");
  assert_run (folder, "schema.json good.json", 0, "good.json: valid\n", "");
}

static void
test_basic (void)
{
  g_autoptr (YcTestFolder) folder = create_folder ();

  assert_run (folder, "--output basic schema.json good.json bad.json", 1,
              "{\"valid\":true}\n"
              "{\"valid\":false,\"errors\":["
              "{\"valid\":false,\"keywordLocation\":\"/required\","
              "\"absoluteKeywordLocation\":\"https://example.org/s#/required\","
              "\"instanceLocation\":\"\",\"error\":\"姓名: Must be filled in\"},"
              "{\"valid\":false,\"keywordLocation\":\"/properties/rooms/maximum\","
              "\"absoluteKeywordLocation\":\"https://example.org/s#/properties/rooms/maximum\","
              "\"instanceLocation\":\"/rooms\",\"error\":\"房间: Must not be more than 9\"}]}\n",
              "");
}

static void
test_trouble (void)
{
  g_autoptr (YcTestFolder) folder = create_folder ();

  write_file (folder, "broken.json", "{\n\"a\": }");
  write_file (folder, "wrong.json", "{\"properties\":{\n\"a\":{\"type\":\"numbr\"}}}");
  write_file (folder, "pattern.json", "{\n\n\"pattern\":\"[a\"}");
  write_file (folder, "nowhere.json", "{\"$ref\":\"https://example.org/none\"}");
  write_file (folder, "endless.json", "{\"$ref\":\"#\"}");
  assert_run (folder, "schema.json missing.json", 2, "", "missing.json");
  assert_run (folder, "schema.json broken.json", 2, "", "broken.json: Unexpected character");
  assert_run (folder, "schema.json broken.json good.json", 2, "good.json: valid\n", "line 2");
  assert_run (folder, "wrong.json good.json", 2, "", "wrong.json:2:13: /properties/a/type must be");
  assert_run (folder, "pattern.json good.json", 2, "", "pattern.json:3:11: /pattern: The pattern");
  assert_run (folder, "nowhere.json good.json", 2, "", "https://example.org/none");
  assert_run (folder, "schema.json", 2, "", "needs a schema and files");
  assert_run (folder, "--output json schema.json good.json", 2, "", "needs");
  assert_run (folder, "--suite . schema.json", 2, "", "needs");
  assert_run (folder, "--suite missing", 2, "", "missing");
  g_assert_cmpint (run (folder, "endless.json good.json", NULL, NULL), ==, 1);
}

static void
test_with (void)
{
  g_autoptr (YcTestFolder) folder = create_folder ();

  write_file (folder, "by-id.json", "{\"$ref\":\"https://example.org/s\"}");
  write_file (folder, "by-place.json", "{\"$ref\":\"schema.json#/properties/rooms\"}");
  write_file (folder, "number.json", "10");
  assert_run (folder, "by-id.json good.json --with schema.json", 0, "good.json: valid\n", "");
  assert_run (folder, "by-place.json number.json --with schema.json", 1,
              "number.json:1:1: /: 房间: Must not be more than 9 (/$ref/maximum)\n"
              "number.json: not valid, 1 problem\n",
              "");
  assert_run (folder, "by-id.json good.json", 2, "", "https://example.org/s");
}

static void
test_suite (void)
{
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();

  write_file (folder, "remotes/number.json", "{\"type\":\"number\"}");
  write_file (folder, "tests/draft2020-12/one.json",
              "[{\"description\":\"remote\",\"schema\":{\"$ref\":\"http://localhost:1234/number.json\"},"
              "\"tests\":[{\"description\":\"a number\",\"data\":1,\"valid\":true},"
              "{\"description\":\"a text\",\"data\":\"1\",\"valid\":true}]}]");
  write_file (folder, "tests/draft2020-12/optional/format/date.json",
              "[{\"description\":\"date\",\"schema\":{\"format\":\"date\"},"
              "\"tests\":[{\"description\":\"no date\",\"data\":\"x\",\"valid\":false}]}]");
  write_file (folder, "tests/draft7/old.json",
              "[{\"description\":\"items\",\"schema\":{\"items\":[{\"type\":\"string\"}]},"
              "\"tests\":[{\"description\":\"no text\",\"data\":[1],\"valid\":false}]}]");
  write_file (folder, "tests/draft3/older.json", "[]}");
  write_file (folder, "other.json", "{}");
  assert_run (folder, "--suite .", 1,
              "draft2020-12/one.json | remote | a text\n2 passed, 1 failed\n", "");
  assert_run (folder, "--suite tests/draft2020-12", 1,
              "one.json | remote | a text\n1 passed, 1 failed\n", "");
  assert_run (folder, "--suite tests/draft2020-12 --optional", 1,
              "one.json | remote | a text\n2 passed, 1 failed\n", "");
  assert_run (folder, "--suite tests/draft2020-12/optional", 0, "1 passed, 0 failed\n", "");
  assert_run (folder, "--suite tests/draft2020-12/optional/format", 0, "1 passed, 0 failed\n",
              "");
  assert_run (folder, "--suite tests/draft7", 0, "1 passed, 0 failed\n", "");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ctl/form-validate/words", test_words);
  g_test_add_func ("/ctl/form-validate/basic", test_basic);
  g_test_add_func ("/ctl/form-validate/trouble", test_trouble);
  g_test_add_func ("/ctl/form-validate/with", test_with);
  g_test_add_func ("/ctl/form-validate/suite", test_suite);
  return g_test_run ();
}
