/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A knowledge entry as its author's file. */
#include "yc-catalog-entry-writer.h"

#include "yc-json.h"

static const char *const entry_keys[] = { "question", "answer",   "tags",  "synonyms", "items",
                                          "lists",    "owner",    "source", "place",   "from",
                                          "until",    "note",     "sample", NULL };

static void
add_list (GKeyFile   *header,
          const char *group,
          JsonObject *body,
          const char *name)
{
  g_auto (GStrv) values = yc_json_dup_strv (body, name);

  if (values[0] != NULL)
    g_key_file_set_string_list (header, group, name, (const char *const *) values,
                                g_strv_length (values));
}

static void
add_value (GKeyFile   *header,
           const char *group,
           JsonObject *body,
           const char *name)
{
  JsonNode *node = yc_json_get_member (body, name);
  const char *text = node != NULL ? yc_json_node_get_string (node) : NULL;

  if (text != NULL)
    g_key_file_set_string (header, group, name, text);
  else if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    add_list (header, group, body, name);
  else if (node != NULL && json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    g_key_file_set_boolean (header, group, name, json_node_get_boolean (node));
}

static gboolean
begins_version (const char *line)
{
  return g_str_equal (line, "[version]") || g_str_equal (line, "[version]\r");
}

static void
add_text (GString    *file,
          const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  g_string_append (file, "---\n\n");
  for (guint i = 0; lines[i] != NULL; i++)
    g_string_append_printf (file, "%s%s%s", begins_version (lines[i]) ? " " : "", lines[i],
                            lines[i + 1] != NULL ? "\n" : "");
}

static void
add_block (GString    *file,
           const char *group,
           JsonObject *body)
{
  g_autoptr (GKeyFile) header = g_key_file_new ();
  g_autofree char *text = NULL;

  for (guint i = 0; entry_keys[i] != NULL; i++)
    add_value (header, group, body, entry_keys[i]);
  text = g_key_file_to_data (header, NULL, NULL);
  g_string_append (file, text);
  add_text (file, yc_json_get_string (body, "body", ""));
  if (file->str[file->len - 1] != '\n')
    g_string_append_c (file, '\n');
}

char *
yc_catalog_entry_write (JsonObject *body)
{
  GString *file = g_string_new (NULL);
  JsonArray *versions;

  g_return_val_if_fail (body != NULL, NULL);

  versions = yc_json_get_array (body, "versions");
  add_block (file, "entry", body);
  for (guint i = 0; versions != NULL && i < json_array_get_length (versions); i++)
    {
      g_string_append_c (file, '\n');
      add_block (file, "version", json_array_get_object_element (versions, i));
    }
  return g_string_free (file, FALSE);
}
