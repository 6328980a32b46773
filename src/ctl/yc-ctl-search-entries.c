/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Entries to be searched, read from JSON lines. */
#include "yc-ctl-search-entries.h"

#include <glib/gi18n.h>
#include <string.h>

#include "yc-ctl-lines.h"
#include "yc-json.h"

/* Nobody reads more of them at once. */
#define MAX_COMPLAINTS 20
/* Of a body, in characters, where there is no title. */
#define FIRST_WORDS 40

#define ID "id"
#define TITLE "title"
#define BODY "body"
#define TAGS "tags"

typedef struct
{
  YcCtlLines *lines;
  /* id → where it stands */
  GHashTable *places;
  int         n_bad;
  int         n_replaced;
} Reader;

static void
entry_clear (YcCtlSearchEntry *entry)
{
  g_free (entry->id);
  g_free (entry->title);
  g_free (entry->body);
  g_strfreev (entry->tags);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (YcCtlSearchEntry, entry_clear)

/* (transfer full) (nullable): what @node says when it is text or a number */
static char *
dup_text (JsonNode *node)
{
  const char *text = yc_json_node_get_string (node);
  double number;

  if (text != NULL)
    return g_strdup (text);
  return yc_json_node_get_number (node, &number) ? yc_json_write (node) : NULL;
}

/* The texts of @node, which is one, or a list of them; what is neither says nothing. */
static void
add_texts (JsonNode     *node,
           GStrvBuilder *texts)
{
  JsonArray *array = yc_json_node_get_array (node);
  g_autofree char *text = dup_text (node);

  if (text != NULL)
    g_strv_builder_add (texts, text);
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      g_autofree char *element = dup_text (json_array_get_element (array, i));

      if (element != NULL)
        g_strv_builder_add (texts, element);
    }
}

static GStrv
dup_texts (JsonObject *object,
           const char *name)
{
  JsonNode *member = yc_json_get_member (object, name);
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();

  if (member != NULL)
    add_texts (member, texts);
  return g_strv_builder_end (texts);
}

static char *
dup_joined (JsonObject *object,
            const char *name)
{
  g_auto (GStrv) texts = dup_texts (object, name);

  return g_strstrip (g_strjoinv ("\n", texts));
}

static char *
dup_first_words (const char *body)
{
  gsize line = strcspn (body, "\r\n");
  g_autofree char *first = g_strndup (body, line);

  return g_utf8_strlen (first, -1) > FIRST_WORDS ? g_utf8_substring (first, 0, FIRST_WORDS)
                                                 : g_steal_pointer (&first);
}

/* A text that is not empty, or a whole number. */
static gboolean
take_id (JsonNode         *node,
         YcCtlSearchEntry *entry)
{
  const char *text = node != NULL ? yc_json_node_get_string (node) : NULL;

  entry->numbered = node != NULL && JSON_NODE_HOLDS_VALUE (node) &&
                    json_node_get_value_type (node) == G_TYPE_INT64;
  if (entry->numbered)
    entry->id = g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
  else if (text != NULL && *text != '\0')
    entry->id = g_strdup (text);
  return entry->id != NULL;
}

/* (transfer full) (nullable): why @node is no entry */
static char *
take_members (JsonNode         *node,
              YcCtlSearchEntry *entry)
{
  JsonObject *object = yc_json_node_get_object (node);
  JsonNode *id;

  if (object == NULL)
    return g_strdup (_("An entry is a JSON object"));
  id = yc_json_get_member (object, ID);
  if (id == NULL)
    return g_strdup_printf (_("“%s” is missing"), ID);
  if (!take_id (id, entry))
    return g_strdup_printf (_("“%s” must be a text or a whole number"), ID);
  entry->body = dup_joined (object, BODY);
  entry->title = dup_joined (object, TITLE);
  entry->tags = dup_texts (object, TAGS);
  if (*entry->title == '\0')
    {
      g_free (entry->title);
      entry->title = dup_first_words (entry->body);
    }
  return NULL;
}

static void
tell (Reader     *self,
      int         n_before,
      const char *words)
{
  if (n_before < MAX_COMPLAINTS)
    g_printerr ("%s: %s\n", yc_ctl_lines_get_place (self->lines), words);
}

/* Who writes the same id twice has mostly corrected the first. */
static void
note_place (Reader     *self,
            const char *id)
{
  const char *before = g_hash_table_lookup (self->places, id);

  if (before != NULL)
    {
      g_autofree char *words =
        g_strdup_printf (_("The id “%s” replaces that of %s"), id, before);

      tell (self, self->n_replaced++, words);
    }
  g_hash_table_insert (self->places, g_strdup (id),
                       g_strdup (yc_ctl_lines_get_place (self->lines)));
}

/* FALSE when the line is none, which was said. */
static gboolean
read_entry (Reader           *self,
            const char       *line,
            YcCtlSearchEntry *entry)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = yc_json_parse (line, -1, NULL, &error);
  g_autofree char *trouble =
    node != NULL ? take_members (node, entry) : g_strdup (error->message);

  if (trouble != NULL)
    tell (self, self->n_bad++, trouble);
  else
    note_place (self, entry->id);
  return trouble == NULL;
}

static int
finish (Reader  *self,
        GError  *trouble,
        GError **error)
{
  int n_bad = self->n_bad;

  g_hash_table_unref (self->places);
  yc_ctl_lines_free (self->lines);
  if (trouble != NULL)
    {
      g_propagate_error (error, trouble);
      return -1;
    }
  if (n_bad > 0)
    g_printerr (ngettext ("%d line is no entry\n", "%d lines are no entries\n", (gulong) n_bad),
                n_bad);
  return n_bad;
}

int
yc_ctl_search_entries_read (const char  *path,
                            gboolean   (*take) (const YcCtlSearchEntry  *entry,
                                                gpointer                 data,
                                                GError                 **error),
                            gpointer     data,
                            GError     **error)
{
  Reader reader = { 0 };
  GError *trouble = NULL;
  char *line;

  reader.lines = yc_ctl_lines_open (path, error);
  if (reader.lines == NULL)
    return -1;
  reader.places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  while (trouble == NULL && (line = yc_ctl_lines_next (reader.lines, &trouble)) != NULL)
    {
      g_autofree char *owned = line;
      g_auto (YcCtlSearchEntry) entry = { 0 };

      if (*g_strstrip (owned) != '\0' && read_entry (&reader, owned, &entry) && reader.n_bad == 0)
        take (&entry, data, &trouble);
    }
  return finish (&reader, trouble, error);
}
