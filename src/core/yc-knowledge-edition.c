/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What becomes of an entry when a version is added to it. */
#include "yc-knowledge-edition.h"

#include "yc-json.h"

#include <string.h>

static const char *const own[] = { "question", "answer", "source", "place",
                                   "from",     "until",  "note",   "body" };

static JsonObject *
copy (JsonObject *object)
{
  g_autoptr (JsonNode) node = yc_json_object_node (json_object_ref (object));
  g_autoptr (JsonNode) copied = yc_json_copy (node);

  return json_object_ref (json_node_get_object (copied));
}

static const char *
get (JsonObject *version,
     const char *name)
{
  return yc_json_get_string (version, name, "");
}

static gboolean
is_same_place (JsonObject *a,
               JsonObject *b)
{
  return g_str_equal (get (a, "place"), get (b, "place"));
}

static JsonObject *
pick_own (JsonObject *from)
{
  JsonObject *version = json_object_new ();

  for (guint i = 0; i < G_N_ELEMENTS (own); i++)
    if (json_object_has_member (from, own[i]))
      json_object_set_member (version, own[i], yc_json_copy (json_object_get_member (from, own[i])));
  return version;
}

static GPtrArray *
list_versions (JsonObject *entry)
{
  JsonArray *others = yc_json_get_array (entry, "versions");
  GPtrArray *versions = g_ptr_array_new_with_free_func ((GDestroyNotify) json_object_unref);

  if (json_object_has_member (entry, "answer"))
    g_ptr_array_add (versions, pick_own (entry));
  for (guint i = 0; others != NULL && i < json_array_get_length (others); i++)
    g_ptr_array_add (versions, pick_own (json_array_get_object_element (others, i)));
  return versions;
}

static void
remove_replaced (GPtrArray  *versions,
                 JsonObject *version)
{
  for (guint i = versions->len; i-- > 0;)
    if (is_same_place (versions->pdata[i], version) &&
        g_str_equal (get (versions->pdata[i], "from"), get (version, "from")))
      g_ptr_array_remove_index (versions, i);
}

static void
end_before (JsonObject *older,
            const char *day)
{
  g_autofree char *text = g_strconcat (day, "T12:00:00Z", NULL);
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (text, NULL);
  g_autoptr (GDateTime) before = time != NULL ? g_date_time_add_days (time, -1) : NULL;
  g_autofree char *last = before != NULL ? g_date_time_format (before, "%Y-%m-%d") : NULL;

  if (last != NULL)
    json_object_set_string_member (older, "until", last);
}

static void
end_earlier (GPtrArray  *versions,
             JsonObject *version)
{
  const char *day = get (version, "from");

  for (guint i = 0; i < versions->len; i++)
    {
      JsonObject *older = versions->pdata[i];

      if (is_same_place (older, version) && strcmp (get (older, "from"), day) < 0 &&
          json_object_has_member (older, "until") && strcmp (get (older, "until"), day) >= 0)
        end_before (older, day);
    }
}

/* What holds everywhere first, then by place; of one place the newest first. */
static int
compare (gconstpointer a,
         gconstpointer b)
{
  JsonObject *x = *(JsonObject *const *) a, *y = *(JsonObject *const *) b;
  int order = strcmp (get (x, "place"), get (y, "place"));

  return order != 0 ? order : strcmp (get (y, "from"), get (x, "from"));
}

/* Puts the first of @versions at the head of @entry and the others behind it. */
static void
write_versions (JsonObject *entry,
                GPtrArray  *versions)
{
  g_autofree char *question = g_strdup (get (entry, "question"));
  JsonArray *others = json_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (own); i++)
    {
      JsonNode *node = yc_json_get_member (versions->pdata[0], own[i]);

      if (node != NULL)
        json_object_set_member (entry, own[i], yc_json_copy (node));
      else if (!g_str_equal (own[i], "question"))
        json_object_remove_member (entry, own[i]);
    }
  for (guint i = 1; i < versions->len; i++)
    {
      JsonObject *other = json_object_ref (versions->pdata[i]);

      /* What was asked in the words of the head keeps them. */
      if (!json_object_has_member (other, "question") && *question != '\0' &&
          !g_str_equal (question, get (entry, "question")))
        json_object_set_string_member (other, "question", question);
      else if (g_str_equal (get (other, "question"), get (entry, "question")))
        json_object_remove_member (other, "question");
      json_array_add_object_element (others, other);
    }
  json_object_remove_member (entry, "versions");
  if (versions->len > 1)
    json_object_set_array_member (entry, "versions", others);
  else
    json_array_unref (others);
}

JsonObject *
yc_knowledge_edition_add (JsonObject *entry,
                          JsonObject *version)
{
  g_autoptr (GPtrArray) versions = NULL;
  JsonObject *edition;

  g_return_val_if_fail (entry != NULL, NULL);
  g_return_val_if_fail (version != NULL, NULL);

  edition = copy (entry);
  versions = list_versions (entry);
  remove_replaced (versions, version);
  end_earlier (versions, version);
  g_ptr_array_add (versions, pick_own (version));
  g_ptr_array_sort (versions, compare);
  write_versions (edition, versions);
  return edition;
}
