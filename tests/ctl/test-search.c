/* SPDX-License-Identifier: GPL-3.0-or-later */
/* yichuangctl search as it is run: what it prints, what it complains of and how it exits. */
#include <gio/gio.h>
#include <string.h>

#include "yc-json.h"
#include "yc-test-folder.h"

/* As Windows' Notepad saves it. */
#define GOOD                                                                                     \
  "\xef\xbb\xbf"                                                                                 \
  "{\"id\":\"a\",\"title\":\"阶梯水费办理证明\",\"body\":\"房东带租客人数证明\",\"tags\":[\"水价\"]}\n" \
  "\n"                                                                                           \
  "{\"id\":\"b\",\"title\":\"重庆户籍迁入\",\"body\":\"正文里也说到阶梯水费。\",\"tags\":[]}\r\n"         \
  "{\"id\":\"c\",\"title\":\"长寿保健金\",\"owner\":\"民政\"}"

typedef struct
{
  int   status;
  char *output;
  char *errors;
} Run;

static void
run_clear (Run *run)
{
  g_free (run->output);
  g_free (run->errors);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Run, run_clear)

static void
write_file (const char *folder,
            const char *name,
            const char *text,
            gssize      length)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, length, &error);
  g_assert_no_error (error);
}

/* @line is split as a shell does; @last, when not NULL, is one more word. */
static Run
run (const char *folder,
     const char *line,
     const char *last)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
      G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_autofree char *whole = g_strdup_printf ("%s search %s", g_getenv ("YICHUANGCTL"), line);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;
  g_auto (GStrv) all = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  Run result = { 0 };

  g_assert_true (g_shell_parse_argv (whole, NULL, &words, NULL));
  g_strv_builder_addv (builder, (const char **) words);
  if (last != NULL)
    g_strv_builder_add (builder, last);
  all = g_strv_builder_end (builder);
  g_subprocess_launcher_set_cwd (launcher, folder);
  g_subprocess_launcher_setenv (launcher, "TMPDIR", folder, TRUE);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) all, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &result.output, &result.errors, &error);
  g_assert_no_error (error);
  result.status = g_subprocess_get_exit_status (process);
  return result;
}

static void
assert_refused (const char *folder,
                const char *line,
                int         status,
                const char *words)
{
  g_auto (Run) result = run (folder, line, NULL);

  g_assert_cmpstr (result.output, ==, "");
  if (strstr (result.errors, words) == NULL)
    g_error ("“%s” is not in: %s", words, result.errors);
  g_assert_cmpint (result.status, ==, status);
}

static JsonObject *
read_line (Run  *result,
           guint number)
{
  g_auto (GStrv) lines = g_strsplit (result->output, "\n", -1);
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (g_strv_length (lines), >, number);
  node = yc_json_parse (lines[number], -1, NULL, &error);
  g_assert_no_error (error);
  return json_object_ref (json_node_get_object (node));
}

/* (transfer full): numbers as they are written */
static GStrv
dup_ids (JsonObject *object)
{
  JsonArray *ids = yc_json_get_array (object, "ids");
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < json_array_get_length (ids); i++)
    {
      const char *text = yc_json_node_get_string (json_array_get_element (ids, i));
      g_autofree char *number = yc_json_write (json_array_get_element (ids, i));

      g_strv_builder_add (builder, text != NULL ? text : number);
    }
  return g_strv_builder_end (builder);
}

/* @ids, separated by blanks, in this order, and as many as the total says */
static void
assert_found (Run        *result,
              guint       number,
              const char *query,
              const char *ids)
{
  g_autoptr (JsonObject) object = read_line (result, number);
  g_auto (GStrv) found = dup_ids (object);
  g_autofree char *joined = g_strjoinv (" ", found);

  g_assert_cmpstr (yc_json_get_string (object, "query", NULL), ==, query);
  g_assert_cmpstr (joined, ==, ids);
  g_assert_cmpint (yc_json_get_int (object, "total", -1), ==, g_strv_length (found));
  g_assert_cmpfloat (json_object_get_double_member (object, "ms"), >=, 0);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
test_good (void)
{
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
  g_auto (Run) result = { 0 };
  g_autoptr (JsonObject) build = NULL;

  write_file (folder, "good.jsonl", GOOD, -1);
  write_file (folder, "queries", "\xef\xbb\xbf" "水费\n\nchongqing\r\n", -1);
  result = run (folder, "--entries good.jsonl --queries queries jtsf csbjj", "无此说法");
  g_assert_cmpstr (result.errors, ==, "");
  g_assert_cmpint (result.status, ==, 0);
  build = read_line (&result, 0);
  g_assert_cmpint (yc_json_get_int (build, "entries", 0), ==, 3);
  g_assert_cmpint (yc_json_get_int (build, "memory", 0), >, 0);
  g_assert_true (json_object_has_member (build, "seconds"));
  g_assert_true (json_object_has_member (build, "bytes"));
  assert_found (&result, 1, "水费", "a b");
  assert_found (&result, 2, "", "");
  assert_found (&result, 3, "chongqing", "b");
  assert_found (&result, 4, "jtsf", "a b");
  assert_found (&result, 5, "csbjj", "c");
  assert_found (&result, 6, "无此说法", "");
  /* Nothing is left of the index. */
  g_assert_cmpuint (count_files (folder), ==, 2);
}

static void
test_catalog (void)
{
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
  g_auto (Run) result = run (folder, "--catalog demo jtsf YS-0102", NULL);
  g_autoptr (JsonObject) first = read_line (&result, 1);
  g_autoptr (JsonObject) second = read_line (&result, 2);

  g_assert_cmpstr (result.errors, ==, "");
  g_assert_cmpint (result.status, ==, 0);
  g_assert_cmpstr (json_array_get_string_element (yc_json_get_array (first, "ids"), 0), ==,
                   "YS-0101");
  g_assert_cmpstr (json_array_get_string_element (yc_json_get_array (first, "kinds"), 0), ==, "item");
  g_assert_cmpstr (json_array_get_string_element (yc_json_get_array (second, "ids"), 0), ==,
                   "YS-0102");
  assert_refused (folder, "--catalog missing jtsf", 2, "missing");
}

/* What owners' tables give when they are written as JSON lines. */
#define ODD                                                                                      \
  "{\"id\":7,\"title\":\"水费\",\"body\":null,\"tags\":\"供水\"}\n"                                   \
  "{\"id\":-3,\"body\":\"\\n 没有题目的正文说到燃气\\n第二行\"}\n"                                     \
  "{\"id\":\"7a\",\"title\":null,\"body\":[\"燃气\",2026,null],\"tags\":[\"\",12345,{\"x\":1}]}\n"     \
  "{\"id\":\"twice\",\"title\":\"旧的供暖\"}\n"                                                    \
  "{\"id\":9223372036854775807}\n"                                                              \
  "   \n"                                                                                        \
  "{\"id\":\"twice\",\"title\":\"新的供电😀𠮷\",\"body\":true,\"tags\":{}}\n"

static void
test_odd_lines (void)
{
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
  g_auto (Run) result = { 0 };
  g_autoptr (JsonObject) about = NULL;
  static const char queries[] = "供水\n{\"query\":\"燃气\"}\n\"供暖\"\r\n{\"query\":\"供电\",\"n\":1}\n"
                                "2026\n12345\n{\"q\":1}\n\"😀𠮷\"\n没有题目\n";

  write_file (folder, "odd.jsonl", ODD, -1);
  write_file (folder, "queries", queries, -1);
  result = run (folder, "--entries odd.jsonl --queries queries", NULL);
  g_assert_cmpint (result.status, ==, 0);
  g_assert_cmpstr (result.errors, ==, "odd.jsonl:7: The id “twice” replaces that of odd.jsonl:4\n");
  about = read_line (&result, 0);
  g_assert_cmpint (yc_json_get_int (about, "entries", 0), ==, 5);
  assert_found (&result, 1, "供水", "7");
  assert_found (&result, 2, "燃气", "7a -3");
  assert_found (&result, 3, "供暖", "");
  assert_found (&result, 4, "供电", "twice");
  assert_found (&result, 5, "2026", "7a");
  assert_found (&result, 6, "12345", "7a");
  assert_found (&result, 7, "{\"q\":1}", "");
  assert_found (&result, 8, "😀𠮷", "twice");
  assert_found (&result, 9, "没有题目", "-3");
  /* Numbers are printed as numbers. */
  g_assert_nonnull (strstr (result.output, "\"ids\":[7]"));
  g_assert_nonnull (strstr (result.output, "\"ids\":[\"7a\",-3]"));
}

/* A body of some millions of characters is one entry as any. */
static void
test_huge_line (void)
{
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
  g_autoptr (GString) text = g_string_new ("{\"id\":1,\"body\":\"");
  g_auto (Run) result = { 0 };

  while (text->len < 3000000)
    g_string_append (text, "办理居住证要带身份证和照片，");
  g_string_append (text, "末尾的鳌\"}\n{\"id\":2,\"title\":\"身份证\"}\n");
  write_file (folder, "huge.jsonl", text->str, (gssize) text->len);
  write_file (folder, "queries", "末尾的鳌\n身份证\n证和照\n", -1);
  result = run (folder, "--entries huge.jsonl --queries queries", NULL);
  g_assert_cmpstr (result.errors, ==, "");
  g_assert_cmpint (result.status, ==, 0);
  assert_found (&result, 1, "末尾的鳌", "1");
  assert_found (&result, 2, "身份证", "2 1");
  assert_found (&result, 3, "证和照", "1");
}

static void
test_bad_lines (void)
{
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
  g_autofree char *deep = g_strnfill (100000, '[');
  g_autofree char *nested = g_strdup_printf ("{\"id\":\"a\",\"title\":\"x\"}\n%s\n", deep);
  static const struct
  {
    const char *text;
    const char *words;
  } cases[] = {
    { "{\"id\":\"a\"}\n{\"title\":\"x\"}\n", "bad.jsonl:2: “id” is missing" },
    { "{\"id\":null,\"title\":\"x\"}\n", "bad.jsonl:1: “id” is missing" },
    { "{\"id\":\"\",\"title\":\"x\"}\n", "bad.jsonl:1: “id” must be a text or a whole number" },
    { "{\"id\":7.5,\"title\":\"x\"}\n", "bad.jsonl:1: “id” must be a text or a whole number" },
    { "{\"id\":true,\"title\":\"x\"}\n", "bad.jsonl:1: “id” must be a text or a whole number" },
    { "{\"id\":[1],\"title\":\"x\"}\n", "bad.jsonl:1: “id” must be a text or a whole number" },
    { "null\n", "bad.jsonl:1: An entry is a JSON object" },
    { "[]\n", "bad.jsonl:1: An entry is a JSON object" },
    { "{\"id\":\"a\",\"id\":\"b\",\"title\":\"x\"}\n", "bad.jsonl:1: " },
    { "{\"id\":\"a\",\"title\":\"x\"} x\n", "bad.jsonl:1: " },
    { "{'id':'a','title':'x'}\n", "bad.jsonl:1: " },
    { "\n\n{\"id\":\"a\",\"title\":\"x\"\n", "bad.jsonl:3: " },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      write_file (folder, "bad.jsonl", cases[i].text, -1);
      assert_refused (folder, "--entries bad.jsonl 水", 1, cases[i].words);
      assert_refused (folder, "--entries bad.jsonl 水", 1, "1 line is no entry");
    }
  write_file (folder, "bad.jsonl", nested, -1);
  assert_refused (folder, "--entries bad.jsonl 水", 1, "bad.jsonl:2: ");
}

static void
test_bad_files (void)
{
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
  g_auto (Run) empty = { 0 };

  write_file (folder, "empty.jsonl", "", 0);
  write_file (folder, "good.jsonl", GOOD, -1);
  write_file (folder, "latin.jsonl", "{\"id\":\"a\",\"title\":\"\xe9\"}\n", -1);
  write_file (folder, "nul.jsonl", "{\"id\":\"a\0\",\"title\":\"x\"}\n", 24);
  empty = run (folder, "--entries empty.jsonl 水", NULL);
  g_assert_cmpint (empty.status, ==, 0);
  assert_found (&empty, 1, "水", "");
  assert_refused (folder, "--entries missing.jsonl 水", 2, "missing.jsonl");
  assert_refused (folder, "--entries . 水", 2, ".");
  assert_refused (folder, "--entries /dev/zero 水", 2, "/dev/zero:1: The line is longer than 8 MiB");
  assert_refused (folder, "--entries latin.jsonl 水", 2, "latin.jsonl:1: The line is not text");
  assert_refused (folder, "--entries nul.jsonl 水", 2, "nul.jsonl:1: The line is not text");
  assert_refused (folder, "", 2, "needs either --entries or --catalog");
  assert_refused (folder, "--entries good.jsonl --catalog demo", 2, "needs either");
  assert_refused (folder, "--entires good.jsonl", 2, "--entires");
}

static void
test_hostile_queries (void)
{
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
  g_autofree char *huge = g_strnfill (100000, 'a');
  g_autofree char *stars = g_strdup ("\" OR * NEAR( ' ; DROP TABLE x -- %_\\ \x01\x7f");
  g_autofree char *blanks = g_strdup ("  \t　 ");
  const char *const queries[] = { huge, stars, blanks, "𠮷", "\xe2\x80\xae水", "ü", "'''", "--" };

  write_file (folder, "good.jsonl", GOOD, -1);
  for (gsize i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_auto (Run) result = run (folder, "--entries good.jsonl --", queries[i]);

      g_assert_cmpstr (result.errors, ==, "");
      g_assert_cmpint (result.status, ==, 0);
      if (i != 4 && i != 7)
        assert_found (&result, 1, queries[i], "");
    }
  {
    g_auto (Run) result = run (folder, "--entries good.jsonl --", "\xff\xfe");

    g_assert_cmpint (result.status, ==, 2);
    g_assert_nonnull (strstr (result.errors, "A query is not text in UTF-8"));
  }
  write_file (folder, "queries", "水\n\xff\n", -1);
  {
    g_auto (Run) result = run (folder, "--entries good.jsonl --queries queries", NULL);

    g_assert_cmpint (result.status, ==, 2);
    g_assert_nonnull (strstr (result.errors, "queries:2: The line is not text"));
    assert_found (&result, 1, "水", "a b");
  }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ctl/search/good", test_good);
  g_test_add_func ("/ctl/search/catalog", test_catalog);
  g_test_add_func ("/ctl/search/odd-lines", test_odd_lines);
  g_test_add_func ("/ctl/search/huge-line", test_huge_line);
  g_test_add_func ("/ctl/search/bad-lines", test_bad_lines);
  g_test_add_func ("/ctl/search/bad-files", test_bad_files);
  g_test_add_func ("/ctl/search/hostile-queries", test_hostile_queries);
  return g_test_run ();
}
