/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Entries to be searched, read from JSON lines. */
#include "yc-ctl-search-entries.h"

#include <glib/gi18n.h>
#include <string.h>

#include "yc-ctl-lines.h"
#include "yc-json.h"

/* Nobody reads more of them at once. */
#define MAX_COMPLAINTS 20
/* In bytes. */
#define MAX_ID 200

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

/* (transfer full) (nullable): why @node is no entry */
static char *
check_entry (JsonNode *node)
{
  static const char *const texts[] = { ID, TITLE, BODY };
  JsonObject *object = yc_json_node_get_object (node);
  JsonNode *tags;

  if (object == NULL)
    return g_strdup (_("An entry is a JSON object"));
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      JsonNode *member = yc_json_get_member (object, texts[i]);

      if (member == NULL && !g_str_equal (texts[i], BODY))
        return g_strdup_printf (_("“%s” is missing"), texts[i]);
      if (member != NULL && yc_json_get_string (object, texts[i], NULL) == NULL)
        return g_strdup_printf (_("“%s” must be text"), texts[i]);
    }
  if (*yc_json_get_string (object, ID, "") == '\0' ||
      strlen (yc_json_get_string (object, ID, "")) > MAX_ID)
    return g_strdup_printf (_("“%s” must have 1 to %d bytes"), ID, MAX_ID);
  tags = yc_json_get_member (object, TAGS);
  if (tags != NULL && !JSON_NODE_HOLDS_ARRAY (tags))
    return g_strdup_printf (_("“%s” must be a list of texts"), TAGS);
  for (guint i = 0; tags != NULL && i < json_array_get_length (json_node_get_array (tags)); i++)
    if (json_node_get_value_type (json_array_get_element (json_node_get_array (tags), i)) !=
        G_TYPE_STRING)
      return g_strdup_printf (_("“%s” must be a list of texts"), TAGS);
  return NULL;
}

static void
complain (Reader     *self,
          const char *words)
{
  if (self->n_bad++ < MAX_COMPLAINTS)
    g_printerr ("%s: %s\n", yc_ctl_lines_get_place (self->lines), words);
}

/* FALSE when the line is none, which was said. */
static gboolean
read_entry (Reader           *self,
            const char       *line,
            YcCtlSearchEntry *entry)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = yc_json_parse (line, -1, NULL, &error);
  g_autofree char *trouble = node != NULL ? check_entry (node) : g_strdup (error->message);
  JsonObject *object;
  const char *before;

  if (trouble != NULL)
    {
      complain (self, trouble);
      return FALSE;
    }
  object = json_node_get_object (node);
  entry->id = g_strdup (yc_json_get_string (object, ID, ""));
  entry->title = g_strdup (yc_json_get_string (object, TITLE, ""));
  entry->body = g_strdup (yc_json_get_string (object, BODY, ""));
  entry->tags = yc_json_dup_strv (object, TAGS);
  before = g_hash_table_lookup (self->places, entry->id);
  if (before != NULL)
    {
      trouble = g_strdup_printf (_("The id “%s” stands already in %s"), entry->id, before);
      complain (self, trouble);
      return FALSE;
    }
  g_hash_table_insert (self->places, g_strdup (entry->id),
                       g_strdup (yc_ctl_lines_get_place (self->lines)));
  return TRUE;
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
