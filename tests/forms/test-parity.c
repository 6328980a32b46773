/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * test-parity FOLDER LIST: each case in the folder has the lines that JSON Forms gives for it
 * (tests/peers/jsonforms records them); ours must say the same. What may differ is on the list with
 * its reason, and what is on the list and agrees must leave it.
 */
#include <gio/gio.h>
#include <string.h>

#include "yc-form-inspection.h"
#include "yc-json.h"

/* Compared as they are. Errors are compared by keyword, each as often as it fails at that element; the
 * words are ours, but for those that the translations give. */
static const char *const MEMBERS[] = { "node",     "type",    "scope",   "path",     "label",
                                       "description", "required", "visible", "enabled", "readonly",
                                       "options" };

static char *folder;
static GHashTable *listed;      /* "case/data/node/member" → whether it was met */

static JsonNode *
load (const char *dir,
      const char *name)
{
  const YcJsonLimits limits = { .big_integers = TRUE };
  g_autofree char *path = g_build_filename (dir, name, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  JsonNode *node;
  gsize length;

  if (!g_file_get_contents (path, &text, &length, NULL))
    return NULL;
  node = yc_json_parse (text, (gssize) length, &limits, &error);
  g_assert_no_error (error);
  return node;
}

static const char *
translate_cb (const char *key,
              const char *fallback,
              gpointer    user_data)
{
  return yc_json_get_string (yc_json_node_get_object (user_data), key, fallback);
}

static GPtrArray *
inspect (const char *dir,
         JsonNode   *data)
{
  g_autoptr (JsonNode) schema = load (dir, "schema.json");
  g_autoptr (JsonNode) layout = load (dir, "layout.json");
  g_autoptr (JsonNode) words = load (dir, "words.json");
  g_autoptr (JsonNode) nothing = yc_json_object_node (json_object_new ());
  g_autoptr (GError) error = NULL;
  g_autoptr (YcForm) form = yc_form_new (schema, layout, &error);
  gboolean is_object = JSON_NODE_HOLDS_OBJECT (data);

  if (form == NULL)
    g_test_message ("%s", error->message);
  if (form == NULL)
    return g_ptr_array_new ();
  if (words != NULL)
    yc_form_set_translator (form, translate_cb, words, NULL);
  yc_form_set_data (form, is_object ? data : nothing, &error);
  g_assert_no_error (error);
  return yc_form_inspect (form, schema, data, YC_FORM_INSPECT_DETAILS);
}

static int
compare_words (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The keywords that fail, each as often as it does, in their order by name. */
static char *
write_errors (JsonObject *line)
{
  JsonArray *errors = yc_json_get_array (line, "errors");
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  GString *text = g_string_new (NULL);

  for (guint i = 0; errors != NULL && i < json_array_get_length (errors); i++)
    {
      JsonObject *error = json_array_get_object_element (errors, i);

      g_ptr_array_add (words, (gpointer) yc_json_get_string (error, "keyword", ""));
    }
  g_ptr_array_sort (words, compare_words);
  for (guint i = 0; i < words->len; i++)
    g_string_append_printf (text, "%s ", (char *) words->pdata[i]);
  return g_string_free (text, FALSE);
}

/* The words of errors where JSON Forms had a translation for them. */
static gboolean
has_translated (JsonObject *ours,
                const char *words)
{
  JsonArray *errors = yc_json_get_array (ours, "errors");

  for (guint i = 0; i < json_array_get_length (errors); i++)
    {
      JsonObject *error = json_array_get_object_element (errors, i);

      if (g_str_equal (yc_json_get_string (error, "error", ""), words))
        return TRUE;
    }
  return FALSE;
}

static void
differ (GString    *wrong,
        const char *id,
        const char *ours,
        const char *theirs)
{
  if (g_hash_table_contains (listed, id))
    g_hash_table_insert (listed, g_strdup (id), GINT_TO_POINTER (TRUE));
  else
    g_string_append_printf (wrong, "\n  %s: %s, JSON Forms: %s", id, ours, theirs);
}

static void
compare_errors (GString    *wrong,
                const char *id,
                JsonObject *ours,
                JsonObject *theirs)
{
  g_autofree char *we = write_errors (ours);
  g_autofree char *they = write_errors (theirs);
  g_autofree char *of = g_strconcat (id, "/errors", NULL);
  JsonArray *errors = yc_json_get_array (theirs, "errors");

  if (!g_str_equal (we, they))
    {
      differ (wrong, of, we, they);
      return;
    }
  for (guint i = 0; i < json_array_get_length (errors); i++)
    {
      JsonObject *error = json_array_get_object_element (errors, i);
      const char *words = yc_json_get_string (error, "error", NULL);

      if (words != NULL && !has_translated (ours, words))
        differ (wrong, of, "other words", words);
    }
}

/* Where no alternative fits, JSON Forms takes the first one and we may take none. */
static void
compare_alternative (GString    *wrong,
                     const char *id,
                     JsonObject *ours,
                     JsonObject *theirs)
{
  gint64 we = yc_json_get_int (ours, "alternative", -1);
  gint64 they = yc_json_get_int (theirs, "alternative", -1);
  g_autofree char *of = g_strconcat (id, "/alternative", NULL);
  g_autofree char *a = g_strdup_printf ("%" G_GINT64_FORMAT, we);
  g_autofree char *b = g_strdup_printf ("%" G_GINT64_FORMAT, they);

  if (we >= 0 && they >= 0 && we != they)
    differ (wrong, of, a, b);
}

static void
compare_line (GString    *wrong,
              const char *id,
              JsonObject *ours,
              JsonObject *theirs)
{
  for (gsize i = 0; i < G_N_ELEMENTS (MEMBERS); i++)
    {
      JsonNode *we = yc_json_get_member (ours, MEMBERS[i]);
      JsonNode *they = yc_json_get_member (theirs, MEMBERS[i]);
      g_autofree char *of = g_strdup_printf ("%s/%s", id, MEMBERS[i]);
      g_autofree char *a = we == NULL ? g_strdup ("null") : yc_json_write (we);
      g_autofree char *b = they == NULL ? g_strdup ("null") : yc_json_write (they);

      if (!yc_json_equal (we, they))
        differ (wrong, of, a, b);
    }
  compare_errors (wrong, id, ours, theirs);
  compare_alternative (wrong, id, ours, theirs);
}

/* "/elements/0@/tenants/1/name" */
static char *
write_place (JsonObject *line)
{
  const char *path = yc_json_get_string (line, "path", NULL);

  return g_strconcat (yc_json_get_string (line, "node", ""), path == NULL ? NULL : "@", path, NULL);
}

/* Layouts in rows have the same place in each. */
static gboolean
is_at (JsonNode   *line,
       const char *place)
{
  g_autofree char *own = write_place (yc_json_node_get_object (line));

  return g_str_equal (own, place);
}

static GHashTable *
index_lines (GPtrArray *lines)
{
  GHashTable *found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      JsonObject *line = yc_json_node_get_object (g_ptr_array_index (lines, i));
      g_hash_table_insert (found, write_place (line), line);
    }
  return found;
}

static void
compare_order (GString    *wrong,
               const char *id,
               GPtrArray  *ours,
               guint       n,
               gboolean    in_order)
{
  g_autofree char *of = g_strconcat (id, "/lines", NULL);
  g_autofree char *we = g_strdup_printf ("%u lines", ours->len);
  g_autofree char *they = g_strdup_printf ("%u%s", n, in_order ? "" : " in another order");

  if (ours->len != n || !in_order)
    differ (wrong, of, we, they);
}

static void
compare_lines (GString    *wrong,
               const char *id,
               GPtrArray  *ours,
               char      **theirs)
{
  g_autoptr (GHashTable) found = index_lines (ours);
  gboolean in_order = TRUE;
  guint n = 0;

  for (; theirs[n] != NULL && *theirs[n] != '\0'; n++)
    {
      g_autoptr (JsonNode) line = yc_json_parse (theirs[n], -1, NULL, NULL);
      JsonObject *they = yc_json_node_get_object (line);
      g_autofree char *place = write_place (they);
      g_autofree char *of = g_strconcat (id, place, NULL);
      JsonObject *we = g_hash_table_lookup (found, place);

      g_assert_nonnull (they);
      if (n < ours->len && is_at (ours->pdata[n], place))
        we = yc_json_node_get_object (ours->pdata[n]);
      else
        in_order = FALSE;
      if (we == NULL)
        differ (wrong, of, "no line", theirs[n]);
      else
        compare_line (wrong, of, we, they);
    }
  compare_order (wrong, id, ours, n, in_order);
}

static void
run_data (const char *name,
          const char *dir,
          const char *file,
          GString    *wrong)
{
  g_autofree char *of = g_strndup (file + strlen ("data-"), strlen (file) - strlen ("data-.json"));
  g_autofree char *id = g_strdup_printf ("%s/%s:", name, of);
  g_autofree char *expected = g_strdup_printf ("%s/state-%s.jsonl", dir, of);
  g_autoptr (JsonNode) data = load (dir, file);
  g_autoptr (GPtrArray) ours = inspect (dir, data);
  g_autofree char *text = NULL;
  g_auto (GStrv) theirs = NULL;

  g_assert_true (g_file_get_contents (expected, &text, NULL, NULL));
  theirs = g_strsplit (text, "\n", -1);
  compare_lines (wrong, id, ours, theirs);
}

static void
test_case (gconstpointer name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GString) wrong = g_string_new (NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *file;
  guint n = 0;

  while ((file = g_dir_read_name (dir)) != NULL)
    {
      if (!g_str_has_prefix (file, "data-"))
        continue;
      run_data (name, path, file, wrong);
      n++;
    }
  g_assert_cmpuint (n, >, 0);
  if (wrong->len == 0)
    return;
  g_test_message ("%s differs:%s", (const char *) name, wrong->str);
  g_test_fail ();
}

/* Last: what nothing differed in. */
static void
test_list (void)
{
  GHashTableIter iter;
  gpointer id, met;

  g_hash_table_iter_init (&iter, listed);
  while (g_hash_table_iter_next (&iter, &id, &met))
    {
      if (met != NULL)
        continue;
      g_test_message ("agrees but is listed: %s", (char *) id);
      g_test_fail ();
    }
}

static void
read_list (const char *path)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  listed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (*lines[i] != '\0' && *lines[i] != '#')
        g_hash_table_insert (listed, g_strdup (g_strstrip (lines[i])), NULL);
    }
}

static void
add_cases (void)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_words);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path = g_strconcat ("/forms/parity/", names->pdata[i], NULL);
      g_test_add_data_func_full (path, names->pdata[i], test_case, g_free);
    }
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  g_assert_cmpint (argc, ==, 3);
  folder = argv[1];
  read_list (argv[2]);
  add_cases ();
  g_test_add_func ("/forms/parity/list", test_list);
  status = g_test_run ();
  g_hash_table_unref (listed);
  return status;
}
