/* SPDX-License-Identifier: GPL-3.0-or-later */
/* yichuangctl list draw: everything is in the drawing, and nothing in a text gets out of it. */
#include <gio/gio.h>
#include <string.h>

#include "yc-json.h"
#include "yc-test-folder.h"

#define LISTS YC_SOURCE "/resources/demo/catalog/lists"
#define OVERLAYS YC_SOURCE "/resources/demo/catalog/overlays"
#define POINTS_OF_BEND 32

typedef struct
{
  double x, y;
} Point;

typedef struct
{
  double x, y, width, height;
} Box;

/* What an XML parser sees: the classes of groups with how many there are, classes with the number of what is
 * drawn, all texts, the boxes, and points along the lines. */
typedef struct
{
  GHashTable *classes;
  GHashTable *numbered;
  GArray     *boxes;
  GArray     *points;
  GString    *texts;
  GString    *open;
} Seen;

static double
get_number (const char **names,
            const char **values,
            const char  *name)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], name))
      return g_ascii_strtod (values[i], NULL);
  return 0;
}

static Point
take_point (const char **path)
{
  char *end;
  Point point = { .x = g_ascii_strtod (*path + 1, &end) };

  g_assert_cmpint (*end, ==, ',');
  point.y = g_ascii_strtod (end + 1, &end);
  *path = end;
  return point;
}

static double
bend (double from,
      double first,
      double second,
      double to,
      double t)
{
  double u = 1 - t;

  return u * u * u * from + 3 * u * u * t * first + 3 * u * t * t * second + t * t * t * to;
}

/* The way of a line from the answer that it leaves, in points: all are M, L or C. */
static void
take_line (GArray     *points,
           const char *path)
{
  Point from = take_point (&path);

  while (*path != '\0')
    {
      gboolean level = *path == 'L';
      Point first = take_point (&path);
      Point second = level ? first : take_point (&path);
      Point to = level ? first : take_point (&path);

      for (guint i = 0; i <= POINTS_OF_BEND; i++)
        {
          double t = (double) i / POINTS_OF_BEND;
          Point point = { bend (from.x, level ? from.x : first.x, second.x, to.x, t),
                          bend (from.y, level ? from.y : first.y, second.y, to.y, t) };

          g_array_append_val (points, point);
        }
      from = to;
    }
}

static void
take_shape (Seen        *seen,
            const char  *name,
            const char  *class,
            const char **names,
            const char **values)
{
  Box box = { get_number (names, values, "x"), get_number (names, values, "y"),
              get_number (names, values, "width"), get_number (names, values, "height") };
  gboolean arrow = g_strv_contains (names, "marker-end");

  if (g_str_equal (name, "rect") && g_strcmp0 (class, "box") == 0)
    g_array_append_val (seen->boxes, box);
  for (guint i = 0; arrow && names[i] != NULL; i++)
    if (g_str_equal (names[i], "d"))
      take_line (seen->points, values[i]);
}

static void
start_cb (GMarkupParseContext  *context,
          const char           *name,
          const char          **names,
          const char          **values,
          gpointer              user_data,
          GError              **error)
{
  Seen *seen = user_data;
  const char *class = NULL, *number = NULL;

  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], "class"))
      class = values[i];
    else if (g_str_equal (names[i], "data-number"))
      number = values[i];
  if (class != NULL && number != NULL)
    g_hash_table_add (seen->numbered, g_strconcat (class, "#", number, NULL));
  if (g_str_equal (name, "g") && class != NULL)
    g_hash_table_insert (seen->classes, g_strdup (class),
      GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (seen->classes, class)) + 1));
  if (g_str_equal (name, "g"))
    g_string_append (seen->texts, "|");
  take_shape (seen, name, class, names, values);
}

static void
text_cb (GMarkupParseContext  *context,
         const char           *text,
         gsize                 length,
         gpointer              user_data,
         GError              **error)
{
  Seen *seen = user_data;

  if (g_str_equal (g_markup_parse_context_get_element (context), "text"))
    g_string_append_len (seen->texts, text, (gssize) length);
}

static void
look (Seen       *seen,
      const char *svg)
{
  static const GMarkupParser parser = { .start_element = start_cb, .text = text_cb };
  g_autoptr (GMarkupParseContext) context = NULL;
  g_autoptr (GError) error = NULL;

  seen->classes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  seen->numbered = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  seen->boxes = g_array_new (FALSE, FALSE, sizeof (Box));
  seen->points = g_array_new (FALSE, FALSE, sizeof (Point));
  seen->texts = g_string_new (NULL);
  context = g_markup_parse_context_new (&parser, 0, seen, NULL);
  g_markup_parse_context_parse (context, svg, -1, &error);
  g_assert_no_error (error);
  g_assert_true (g_markup_parse_context_end_parse (context, NULL));
}

static void
seen_clear (Seen *seen)
{
  g_hash_table_unref (seen->classes);
  g_hash_table_unref (seen->numbered);
  g_array_unref (seen->boxes);
  g_array_unref (seen->points);
  g_string_free (seen->texts, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Seen, seen_clear)

static guint
count (const Seen *seen,
       const char *class)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (seen->classes, class));
}

static char *
draw (const char *path,
      int         status,
      char      **complaint)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = g_subprocess_new (
    G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE, &error,
    g_getenv ("YICHUANGCTL"), "list", "draw", path, NULL);
  g_autofree char *err = NULL;
  char *out = NULL;

  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &out, &err, &error);
  g_assert_no_error (error);
  if (complaint != NULL)
    *complaint = g_strdup (err);
  if (g_subprocess_get_exit_status (process) != status)
    g_test_message ("%s", err);
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, status);
  return out;
}

static JsonObject *
read_list (const char *path)
{
  g_autofree char *text = NULL;
  g_autoptr (JsonNode) node = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  node = yc_json_parse (text, -1, NULL, NULL);
  return json_object_ref (json_node_get_object (node));
}

/* What has @member is drawn as @class, and nothing else is; where several questions lead to it, more often. */
static void
assert_drawn (const Seen *seen,
              const char *class,
              JsonArray  *array,
              const char *member)
{
  guint n = 0;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      g_autofree char *numbered = g_strdup_printf ("%s#%u", class, i);
      gboolean wanted = json_object_has_member (json_array_get_object_element (array, i), member);

      g_assert_cmpint (g_hash_table_contains (seen->numbered, numbered), ==, wanted);
      n += wanted;
    }
  g_assert_cmpuint (count (seen, class), >=, n);
  g_assert_cmpint (count (seen, class) > 0, ==, n > 0);
}

/* Refused for now or at all: drawn alike. */
static void
assert_refusals (const Seen *seen,
                 JsonArray  *outcomes)
{
  for (guint i = 0; i < json_array_get_length (outcomes); i++)
    {
      JsonObject *outcome = json_array_get_object_element (outcomes, i);
      g_autofree char *numbered = g_strdup_printf ("refusal#%u", i);

      g_assert_cmpint (g_hash_table_contains (seen->numbered, numbered), ==,
                       json_object_has_member (outcome, "not_yet") ||
                       json_object_has_member (outcome, "unqualified"));
    }
}

/* Text is broken into lines: the first few characters stand together. */
static void
assert_says (const Seen *seen,
             const char *text)
{
  g_autofree char *begin = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), 6));

  if (strstr (seen->texts->str, begin) == NULL)
    g_error ("“%s” is not in the drawing", text);
}

static void
check_questions (const Seen *seen,
                 JsonArray  *questions)
{
  for (guint i = 0; i < json_array_get_length (questions); i++)
    {
      JsonObject *question = json_array_get_object_element (questions, i);
      JsonArray *choices = yc_json_get_array (question, "choices");

      assert_says (seen, yc_json_get_string (question, "title", NULL));
      for (guint j = 0; choices != NULL && j < json_array_get_length (choices) &&
                        !json_object_has_member (question, "fact"); j++)
        if (json_array_get_length (choices) <= 4)
          assert_says (seen, yc_json_get_string (json_array_get_object_element (choices, j),
                                                 "title", NULL));
    }
}

/* No line runs behind a box. */
static void
assert_clear (const Seen *seen)
{
  g_assert_cmpuint (seen->points->len, >, 0);
  for (guint i = 0; i < seen->points->len; i++)
    for (guint j = 0; j < seen->boxes->len; j++)
      {
        const Point *point = &g_array_index (seen->points, Point, i);
        const Box *box = &g_array_index (seen->boxes, Box, j);

        if (point->x > box->x && point->x < box->x + box->width && point->y > box->y &&
            point->y < box->y + box->height)
          g_error ("a line is behind the box at %.1f, %.1f", box->x, box->y);
      }
}

/* Every list of the sample: each question and answer is there, each outcome once. */
static void
test_samples (void)
{
  g_autoptr (GDir) folder = g_dir_open (LISTS, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (LISTS, name, NULL);
      g_autoptr (JsonObject) list = read_list (path);
      JsonArray *outcomes = yc_json_get_array (list, "outcomes");
      JsonArray *includes = yc_json_get_array (list, "include");
      g_autofree char *svg = draw (path, 0, NULL);
      g_autofree char *again = n < 2 ? draw (path, 0, NULL) : g_strdup (svg);
      g_auto (Seen) seen = { 0 };

      g_test_message ("%s", name);
      g_assert_cmpstr (svg, ==, again);
      look (&seen, svg);
      assert_drawn (&seen, "item", outcomes, "item");
      assert_drawn (&seen, "nothing", outcomes, "nothing");
      assert_drawn (&seen, "list", includes, "list");
      assert_refusals (&seen, outcomes);
      g_assert_cmpuint (count (&seen, "dead-end"), ==, 0);
      assert_says (&seen, yc_json_get_string (list, "title", NULL));
      check_questions (&seen, yc_json_get_array (list, "questions"));
      assert_clear (&seen);
      n++;
    }
  g_assert_cmpuint (n, >=, 5);
}

/* An overlay is drawn as the list that it makes, and says for which place. */
static void
test_overlay (void)
{
  g_autofree char *svg = draw (OVERLAYS "/lease@990119202.json", 0, NULL);
  g_autofree char *city = draw (LISTS "/lease.json", 0, NULL);
  g_auto (Seen) seen = { 0 };

  look (&seen, svg);
  assert_clear (&seen);
  g_assert_nonnull (strstr (svg, "<title>租赁登记 · 厚街镇</title>"));
  g_assert_nonnull (strstr (city, "<title>租赁登记</title>"));
}

#define BAD \
  "{'id':'bad','title':'<b>&amp;]]></title><script>','keywords':[],'questions':[" \
  "{'id':'a','title':'\\u0001\\u001b<\\u202e\\u2028\\uffff','kind':'yes-no'}," \
  "{'id':'never','title':'NEVER','kind':'yes-no','when':{'===':[{'var':'a'},'x']}}]," \
  "'include':[{'list':'other','when':{'===':[{'var':'facts.x.y'},true]}}]," \
  "'outcomes':[{'id':'o','when':{'===':[{'var':'a'},true]},'item':'AA-\\'<&>','reason':'R'}," \
  "{'id':'p','when':{'===':[{'var':'a'},7]},'nothing':'none','reason':'R'}]}"

/* A list from nowhere: without a catalog, with dead ends, with texts that are none. */
static void
test_bad (void)
{
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "bad.json", NULL);
  g_autoptr (GString) text = g_string_new (BAD);
  g_autofree char *svg = NULL;
  g_auto (Seen) seen = { 0 };

  g_string_replace (text, "\\'", "\x01", 0);
  g_string_replace (text, "'", "\"", 0);
  g_string_replace (text, "\x01", "'", 0);
  g_assert_true (g_file_set_contents (path, text->str, -1, NULL));
  svg = draw (path, 0, NULL);
  look (&seen, svg);
  g_assert_null (strstr (svg, "<script"));
  g_assert_cmpuint (count (&seen, "question"), ==, 1);
  g_assert_cmpuint (count (&seen, "question unreached"), ==, 1);
  g_assert_cmpuint (count (&seen, "item"), ==, 1);
  g_assert_cmpuint (count (&seen, "nothing unreached"), ==, 1);
  g_assert_cmpuint (count (&seen, "list"), ==, 2); /* beside both facts */
  g_assert_cmpuint (count (&seen, "fact"), ==, 2);
  g_assert_cmpuint (count (&seen, "dead-end"), ==, 1);
  g_assert_nonnull (strstr (seen.texts->str, "AA-'<&>"));
  g_assert_nonnull (strstr (seen.texts->str, "<b>&amp;]]>"));
  for (const char *c = svg; *c != '\0'; c++)
    g_assert_true ((guchar) *c >= 0x20 || *c == '\n');
}

static void
assert_refused (const char *text,
                int         status,
                const char *words)
{
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "x.json", NULL);
  g_autofree char *json = text != NULL ? g_strdelimit (g_strdup (text), "'", '"') : NULL;
  g_autofree char *complaint = NULL;
  g_autofree char *svg = NULL;

  if (json != NULL)
    g_assert_true (g_file_set_contents (path, json, -1, NULL));
  svg = draw (path, status, &complaint);
  g_assert_cmpstr (svg, ==, "");
  if (strstr (complaint, words) == NULL)
    g_error ("“%s” is not in “%s”", words, complaint);
}

static void
test_refused (void)
{
  assert_refused (NULL, 2, "x.json");
  assert_refused ("{", 2, "x.json");
  assert_refused ("[]", 1, "x.json:1:1: the file holds no JSON object");
  assert_refused ("{'id':'x'}", 1, "x.json:1:1: is missing");
  assert_refused ("{'id':'x@990119'}", 1, "there is no question list “x”");
  assert_refused ("{'id':'x','title':'X','questions':[{'id':'q','title':'Q','kind':'number'}],\n"
                  "'outcomes':[{'id':'o','item':'AA-0001','reason':'R','when':\n"
                  "{'>':[{'*':[{'var':'q'},2]},8]}}]}", 1, "x.json:3:1: this rule cannot be proven");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ctl/list/samples", test_samples);
  g_test_add_func ("/ctl/list/overlay", test_overlay);
  g_test_add_func ("/ctl/list/bad", test_bad);
  g_test_add_func ("/ctl/list/refused", test_refused);

  return g_test_run ();
}
