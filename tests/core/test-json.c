/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The JSON gate, the writer, pointers and getters. */
#include "yc-core-error.h"
#include "yc-json.h"

#include <math.h>
#include <string.h>

static JsonNode *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  JsonNode *node = yc_json_parse (text, -1, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (node);
  return node;
}

/* What is taken, and how it is written again. */
static const struct
{
  const char *text;
  const char *written;
} good[] = {
  { "null", "null" },
  { " true ", "true" },
  { "\t\r\n[ ]", "[]" },
  { "{}", "{}" },
  { "[1,2,3]", "[1,2,3]" },
  { "{\"b\":1,\"a\":{\"c\":[]}}", "{\"b\":1,\"a\":{\"c\":[]}}" },
  { "0", "0" },
  { "-0", "0" },
  { "-0.0", "0" },
  { "1.0", "1" },
  { "1e2", "100" },
  { "0.1", "0.1" },
  { "0.10000000000000001", "0.1" },
  { "1e-08", "1e-8" },
  { "1E+300", "1e300" },
  { "5e-324", "5e-324" },
  { "2.2250738585072014e-308", "2.2250738585072014e-308" },
  { "1.7976931348623157e308", "1.7976931348623157e308" },
  { "0.3333333333333333", "0.3333333333333333" },
  { "123456789.125", "123456789.125" },
  { "9223372036854775807", "9223372036854775807" },
  { "-9223372036854775808", "-9223372036854775808" },
  { "9007199254740993", "9007199254740993" },
  { "1e18", "1000000000000000000" },
  { "1e19", "1e19" },
  { "\"\"", "\"\"" },
  { "\"阶梯水费\"", "\"阶梯水费\"" },
  { "\"\\u9636\\u68af\"", "\"阶梯\"" },
  { "\"\\ud842\\udfb7\"", "\"𠮷\"" },
  { "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\\"\\\\/\\b\\f\\n\\r\\t\"" },
  { "\"\\u001f\\u007f\"", "\"\\u001f\x7f\"" },
  { "{\"\":0}", "{\"\":0}" },
};

/* What is refused, with the end of the message. */
static const struct
{
  const char *text;
  const char *ending;
} bad[] = {
  { "", "end at line 1, column 1" },
  { " \n ", "end at line 2, column 2" },
  { "[1,]", "line 1, column 4" },
  { "[1 2]", "line 1, column 4" },
  { "[1", "end at line 1, column 3" },
  { "{\"a\":1,}", "line 1, column 8" },
  { "{\"a\" 1}", "line 1, column 6" },
  { "{a:1}", "line 1, column 2" },
  { "{1:1}", "line 1, column 2" },
  { "{\"a\":1,\n \"a\":2}", "twice at line 2, column 2" },
  { "{\"a\":1,\"\\u0061\":2}", "twice at line 1, column 8" },
  { "'a'", "line 1, column 1" },
  { "// a\n1", "line 1, column 1" },
  { "/* a */ 1", "line 1, column 1" },
  { "1 // a", "line 1, column 3" },
  { "var a = 1", "line 1, column 1" },
  { "[1] x", "line 1, column 5" },
  { "1 2", "line 1, column 3" },
  { "01", "line 1, column 2" },
  { "0x10", "line 1, column 2" },
  { "+1", "line 1, column 1" },
  { "-", "line 1, column 2" },
  { ".5", "line 1, column 1" },
  { "1.", "line 1, column 3" },
  { "1e", "line 1, column 3" },
  { "1e+", "line 1, column 4" },
  { "NaN", "line 1, column 1" },
  { "Infinity", "line 1, column 1" },
  { "True", "line 1, column 1" },
  { "nul", "line 1, column 1" },
  { "nullx", "line 1, column 5" },
  { "9223372036854775808", "64 bits at line 1, column 1" },
  { "[-9223372036854775809]", "64 bits at line 1, column 2" },
  { "1e309", "range at line 1, column 1" },
  { "-1e999", "range at line 1, column 1" },
  { "\"a", "end at line 1, column 3" },
  { "\"\t\"", "Control character in a string at line 1, column 2" },
  { "\"a\nb\"", "line 1, column 3" },
  { "\"\\x41\"", "escape at line 1, column 3" },
  { "\"\\u12\"", "line 1, column 6" },
  { "\"\\u0000\"", "U+0000 at line 1, column 2" },
  { "\"\\ud800\"", "surrogate at line 1, column 2" },
  { "\"\\ud800\\u0041\"", "surrogate at line 1, column 2" },
  { "\"\\udc00\"", "surrogate at line 1, column 2" },
  { "\"阶梯\\q\"", "escape at line 1, column 5" },
  { "[\"\xff\"]", "UTF-8 at line 1, column 3" },
  { "[\"\xed\xa0\x80\"]", "UTF-8 at line 1, column 3" },
  { "\xef\xbb\xbf{}", "line 1, column 1" },
};

static void
test_good (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (JsonNode) node = parse (good[i].text);
      g_autofree char *written = yc_json_write (node);
      g_autoptr (JsonNode) again = parse (written);

      g_assert_cmpstr (written, ==, good[i].written);
      g_assert_true (yc_json_equal (node, again));
    }
}

static void
test_bad (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("case %zu", i);
      g_assert_null (yc_json_parse (bad[i].text, -1, NULL, &error));
      g_assert_error (error, YC_CORE_ERROR, YC_CORE_ERROR_JSON);
      if (!g_str_has_suffix (error->message, bad[i].ending))
        g_error ("“%s” does not end with “%s”", error->message, bad[i].ending);
      g_assert_null (yc_json_parse (bad[i].text, -1, NULL, NULL));
    }
}

static void
test_length (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = yc_json_parse ("[12345", 4, NULL, &error);
  g_autoptr (JsonNode) number = yc_json_parse ("12345", 2, NULL, NULL);

  g_assert_null (node);
  g_assert_error (error, YC_CORE_ERROR, YC_CORE_ERROR_JSON);
  g_assert_cmpint (json_node_get_int (number), ==, 12);
  g_assert_null (yc_json_parse ("1\0", 2, NULL, NULL));
  g_assert_null (yc_json_parse ("\"a\0b\"", 5, NULL, NULL));
}

static JsonNode *
parse_nested (guint               depth,
              const YcJsonLimits *limits)
{
  g_autofree char *open = g_strnfill (depth, '[');
  g_autofree char *closed = g_strnfill (depth, ']');
  g_autofree char *text = g_strconcat (open, closed, NULL);

  return yc_json_parse (text, -1, limits, NULL);
}

static void
test_depth (void)
{
  const YcJsonLimits shallow = { .max_depth = 3 }, endless = { .max_depth = G_MAXUINT };
  g_autoptr (JsonNode) deep = parse_nested (128, NULL);
  g_autoptr (JsonNode) three = parse_nested (3, &shallow);
  g_autoptr (JsonNode) deepest = parse_nested (512, &endless);

  g_assert_nonnull (deep);
  g_assert_nonnull (three);
  g_assert_nonnull (deepest);
  g_assert_null (parse_nested (129, NULL));
  g_assert_null (parse_nested (4, &shallow));
  g_assert_null (parse_nested (80000, NULL));
  g_assert_null (parse_nested (80000, &endless));
}

static void
test_size (void)
{
  const YcJsonLimits limits = { .max_bytes = 10 };
  g_autoptr (JsonNode) ten = yc_json_parse ("[123,45678", -1, &limits, NULL);
  g_autoptr (JsonNode) fits = yc_json_parse ("[123,4567]", -1, &limits, NULL);
  g_autofree char *long_text = g_strnfill (YC_JSON_DEFAULT_BYTES + 1, ' ');

  g_assert_null (ten);
  g_assert_nonnull (fits);
  g_assert_null (yc_json_parse ("[123,45678]", -1, &limits, NULL));
  g_assert_null (yc_json_parse (long_text, -1, NULL, NULL));
}

static void
test_members (void)
{
  g_autoptr (GString) text = g_string_new ("{");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 5000; i++)
    g_string_append_printf (text, "%s\"%u\":0", i > 0 ? "," : "", i);
  g_string_append_c (text, '}');
  g_assert_null (yc_json_parse (text->str, -1, NULL, &error));
  g_assert_error (error, YC_CORE_ERROR, YC_CORE_ERROR_JSON);
}

/* Any double, written and read, is the same double. */
static void
test_doubles (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2026);

  for (guint i = 0; i < 20000; i++)
    {
      guint64 bits = ((guint64) g_rand_int (rand) << 32) | g_rand_int (rand);
      g_autoptr (JsonNode) node = NULL;
      g_autoptr (JsonNode) again = NULL;
      g_autofree char *text = NULL;
      double value, read;

      memcpy (&value, &bits, sizeof value);
      if (!isfinite (value))
        continue;
      node = json_node_init_double (json_node_alloc (), value);
      text = yc_json_write (node);
      again = parse (text);
      g_assert_true (yc_json_node_get_number (again, &read));
      g_assert_true (read == value);
      g_assert_true (yc_json_equal (node, again));
    }
}

static void
test_write_odd (void)
{
  g_autoptr (JsonNode) nan = json_node_init_double (json_node_alloc (), NAN);
  g_autoptr (JsonNode) infinite = json_node_init_double (json_node_alloc (), -INFINITY);
  g_autoptr (JsonNode) broken = json_node_init_string (json_node_alloc (), "a\xff");
  g_autofree char *text = yc_json_write (nan);
  g_autofree char *second = yc_json_write (infinite);
  g_autofree char *third = yc_json_write (broken);

  g_assert_cmpstr (text, ==, "null");
  g_assert_cmpstr (second, ==, "null");
  g_assert_cmpstr (third, ==, "\"a\357\277\275\"");
}

static void
test_write_shapes (void)
{
  g_autoptr (JsonNode) node = parse ("{\"b\":[1,{\"d\":1.0,\"c\":[]}],\"a\":{}}");
  g_autofree char *canonical = yc_json_write_canonical (node);
  g_autofree char *pretty = yc_json_write_pretty (node);

  g_assert_cmpstr (canonical, ==, "{\"a\":{},\"b\":[1,{\"c\":[],\"d\":1}]}");
  g_assert_cmpstr (pretty, ==,
                   "{\n  \"b\": [\n    1,\n    {\n      \"d\": 1,\n      \"c\": []\n    }\n  ],\n"
                   "  \"a\": {}\n}\n");
}

static const struct
{
  const char *a;
  const char *b;
  gboolean    equal;
} pairs[] = {
  { "1", "1.0", TRUE },
  { "10000000000000000", "1e16", TRUE },
  { "9007199254740993", "9007199254740992.0", FALSE },
  { "9223372036854775807", "9223372036854775808.0", FALSE },
  { "0.1", "0.1", TRUE },
  { "1", "true", FALSE },
  { "1", "\"1\"", FALSE },
  { "null", "false", FALSE },
  { "null", "null", TRUE },
  { "[]", "{}", FALSE },
  { "[1,2]", "[2,1]", FALSE },
  { "[1]", "[1,1]", FALSE },
  { "{\"a\":1,\"b\":2}", "{\"b\":2,\"a\":1}", TRUE },
  { "{\"a\":1}", "{\"b\":1}", FALSE },
  { "{\"a\":null}", "{\"b\":null}", FALSE },
  { "{\"a\":null}", "{}", FALSE },
};

static void
test_equal (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autoptr (JsonNode) a = parse (pairs[i].a);
      g_autoptr (JsonNode) b = parse (pairs[i].b);
      g_autofree char *text_a = yc_json_write_canonical (a);
      g_autofree char *text_b = yc_json_write_canonical (b);

      g_test_message ("%s and %s", pairs[i].a, pairs[i].b);
      g_assert_cmpint (yc_json_equal (a, b), ==, pairs[i].equal);
      g_assert_cmpint (yc_json_equal (b, a), ==, pairs[i].equal);
      g_assert_cmpint (strcmp (text_a, text_b) == 0, ==, pairs[i].equal);
    }
}

/* The example of RFC 6901, and what leads nowhere. */
static const char document[] =
  "{\"foo\":[\"bar\",\"baz\"],\"\":0,\"a/b\":1,\"c%d\":2,\"e^f\":3,\"g|h\":4,\"i\\\\j\":5,"
  "\"k\\\"l\":6,\" \":7,\"m~n\":8,\"01\":9}";

static const struct
{
  const char *pointer;
  const char *value;
} places[] = {
  { "/foo", "[\"bar\",\"baz\"]" },
  { "/foo/0", "\"bar\"" },
  { "/foo/1", "\"baz\"" },
  { "/", "0" },
  { "/a~1b", "1" },
  { "/c%d", "2" },
  { "/e^f", "3" },
  { "/g|h", "4" },
  { "/i\\j", "5" },
  { "/k\"l", "6" },
  { "/ ", "7" },
  { "/m~0n", "8" },
  { "/01", "9" },
  { "/foo/2", NULL },
  { "/foo/00", NULL },
  { "/foo/-", NULL },
  { "/foo/+0", NULL },
  { "/foo/ 0", NULL },
  { "/foo/-1", NULL },
  { "/foo/18446744073709551616", NULL },
  { "/foo/0/x", NULL },
  { "/none", NULL },
  { "foo", NULL },
  { "/m~n", NULL },
  { "/m~2n", NULL },
  { "/m~", NULL },
};

static void
test_pointer_get (void)
{
  g_autoptr (JsonNode) root = parse (document);

  g_assert_true (yc_json_pointer_get (root, "") == root);
  g_assert_null (yc_json_pointer_get (NULL, "/a"));
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    {
      JsonNode *found = yc_json_pointer_get (root, places[i].pointer);
      g_autofree char *text = found != NULL ? yc_json_write (found) : NULL;

      g_test_message ("%s", places[i].pointer);
      g_assert_cmpstr (text, ==, places[i].value);
    }
}

static const struct
{
  const char *before;
  const char *pointer;
  const char *value;
  const char *after;
} settings[] = {
  { "{}", "/a", "1", "{\"a\":1}" },
  { "{\"a\":1,\"b\":2}", "/a", "[3]", "{\"a\":[3],\"b\":2}" },
  { "{}", "/a/b/c", "true", "{\"a\":{\"b\":{\"c\":true}}}" },
  { "[1,2,3]", "/1", "{\"x\":0}", "[1,{\"x\":0},3]" },
  { "[1,{},3]", "/1", "null", "[1,null,3]" },
  { "[1,{},3]", "/1", "\"s\"", "[1,\"s\",3]" },
  { "[[0]]", "/0", "[1,2]", "[[1,2]]" },
  { "[1]", "/-", "2", "[1,2]" },
  { "[1]", "/1", "2", "[1,2]" },
  { "[1]", "/2", "2", NULL },
  { "[1]", "/x", "2", NULL },
  { "[1]", "/3/a", "2", NULL },
  { "{\"a\":1}", "/a/b", "2", NULL },
  { "{\"a\":1}", "", "2", NULL },
  { "{\"a\":1}", "a", "2", NULL },
  { "{\"a\":1,\"b\":2}", "/a", NULL, "{\"b\":2}" },
  { "[1,2,3]", "/1", NULL, "[1,3]" },
  { "[1]", "/1", NULL, NULL },
  { "{}", "/a", NULL, NULL },
  { "{}", "/a/b", NULL, NULL },
  { "{\"a~b/c\":1}", "/a~0b~1c", "2", "{\"a~b/c\":2}" },
};

static void
test_pointer_set (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (settings); i++)
    {
      g_autoptr (JsonNode) root = parse (settings[i].before);
      JsonNode *value = settings[i].value != NULL ? parse (settings[i].value) : NULL;
      gboolean done = yc_json_pointer_set (root, settings[i].pointer, value);
      g_autofree char *text = yc_json_write (root);

      g_test_message ("%s at %s", settings[i].before, settings[i].pointer);
      g_assert_cmpint (done, ==, settings[i].after != NULL);
      g_assert_cmpstr (text, ==, done ? settings[i].after : settings[i].before);
    }
}

static void
test_pointer_append (void)
{
  g_autofree char *pointer = yc_json_pointer_append ("/a", "b/c~d");

  g_assert_cmpstr (pointer, ==, "/a/b~1c~0d");
}

static const char laid_out[] = "{\n"
                               "  \"标题\": \"阶梯\", \"n\": 12,\n"
                               "  \"list\": [ {\"a\": 1},\n"
                               "    [], \"x,]\\\"\", {\"b\\u0041\": null} ]\n"
                               "}\n";

static const struct
{
  const char *pointer;
  guint       line;
  guint       column;
} spots[] = {
  { "", 1, 1 },
  { "/标题", 2, 9 },
  { "/n", 2, 20 },
  { "/list", 3, 11 },
  { "/list/0", 3, 13 },
  { "/list/0/a", 3, 19 },
  { "/list/1", 4, 5 },
  { "/list/2", 4, 9 },
  { "/list/3", 4, 18 },
  { "/list/3/bA", 4, 30 },
  { "/list/4", 0, 0 },
  { "/list/1/0", 0, 0 },
  { "/none", 0, 0 },
  { "/n/x", 0, 0 },
  { "n", 0, 0 },
};

static void
test_locate (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (spots); i++)
    {
      guint line = 0, column = 0;
      gboolean found = yc_json_locate (laid_out, spots[i].pointer, &line, &column);

      g_test_message ("%s", spots[i].pointer);
      g_assert_cmpint (found, ==, spots[i].line > 0);
      g_assert_cmpuint (line, ==, spots[i].line);
      g_assert_cmpuint (column, ==, spots[i].column);
    }
}

/* Text that is no JSON gives some answer, and in time. */
static void
test_locate_nonsense (void)
{
  static const char *const texts[] = {
    "", "{", "[", "{\"a", "{\"a\"", "{\"a\":", "[1,", "}}}}", "]", "{\"a\" \"a\" \"a\"", "\"\\", ",:",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (spots); j++)
      yc_json_locate (texts[i], spots[j].pointer, NULL, NULL);
}

static void
test_getters (void)
{
  static const char *const wrong[] = { "s", "i", "d", "b", "o", "a", "n", "none" };
  g_autoptr (JsonNode) root = parse ("{\"s\":\"x\",\"i\":3,\"d\":2.5,\"b\":true,\"o\":{},"
                                     "\"a\":[\"x\",1,null,\"y\"],\"n\":null,\"w\":4.0}");
  JsonObject *object = json_node_get_object (root);
  g_auto (GStrv) strings = yc_json_dup_strv (object, "a");

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      const char *name = wrong[i];
      g_auto (GStrv) strv = yc_json_dup_strv (object, name);

      g_assert_cmpstr (yc_json_get_string (object, name, "-"), ==, *name == 's' ? "x" : "-");
      g_assert_cmpint (yc_json_get_int (object, name, -1), ==, *name == 'i' ? 3 : -1);
      g_assert_cmpfloat (yc_json_get_double (object, name, -1), ==,
                         *name == 'i' ? 3 : *name == 'd' ? 2.5 : -1);
      g_assert_cmpint (yc_json_get_boolean (object, name, 7), ==, *name == 'b' ? TRUE : 7);
      g_assert_cmpint (yc_json_get_object (object, name) != NULL, ==, *name == 'o');
      g_assert_cmpint (yc_json_get_array (object, name) != NULL, ==, *name == 'a');
      g_assert_nonnull (strv);
    }
  g_assert_cmpint (yc_json_get_int (object, "w", -1), ==, 4);
  g_assert_cmpstrv (strings, ((const char *const[]){ "x", "y", NULL }));
  g_assert_null (yc_json_get_string (NULL, "s", NULL));
  g_assert_null (yc_json_get_member (object, "n"));
}

static void
test_copy (void)
{
  g_autoptr (JsonNode) root = parse ("{\"a\":[{\"b\":1}]}");
  g_autoptr (JsonNode) copy = yc_json_copy (root);

  g_assert_true (yc_json_equal (root, copy));
  yc_json_pointer_set (copy, "/a/0/b", parse ("2"));
  g_assert_cmpint (json_node_get_int (yc_json_pointer_get (root, "/a/0/b")), ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json/good", test_good);
  g_test_add_func ("/json/bad", test_bad);
  g_test_add_func ("/json/length", test_length);
  g_test_add_func ("/json/depth", test_depth);
  g_test_add_func ("/json/size", test_size);
  g_test_add_func ("/json/members", test_members);
  g_test_add_func ("/json/doubles", test_doubles);
  g_test_add_func ("/json/write-odd", test_write_odd);
  g_test_add_func ("/json/write-shapes", test_write_shapes);
  g_test_add_func ("/json/equal", test_equal);
  g_test_add_func ("/json/pointer-get", test_pointer_get);
  g_test_add_func ("/json/pointer-set", test_pointer_set);
  g_test_add_func ("/json/pointer-append", test_pointer_append);
  g_test_add_func ("/json/locate", test_locate);
  g_test_add_func ("/json/locate-nonsense", test_locate_nonsense);
  g_test_add_func ("/json/getters", test_getters);
  g_test_add_func ("/json/copy", test_copy);

  return g_test_run ();
}
