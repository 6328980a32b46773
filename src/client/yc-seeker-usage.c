/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was chosen at this desk, how often and when last. */
#include "yc-seeker-usage.h"

#include "yc-json.h"

/* A clerk's work of some weeks; older ones are forgotten. */
#define MAX_KEPT 300
#define MAX_RECENT 12

#define DAY_SECONDS 86400

typedef struct
{
  char  *kind;
  char  *id;
  char  *title;
  guint  count;
  gint64 day;
} Chosen;

struct _YcSeekerUsage
{
  /* What was chosen last first. */
  GPtrArray     *chosen;
  GListStore    *recent;
  YcSearchUsage *ranks;
};

static void
chosen_free (gpointer data)
{
  Chosen *chosen = data;

  g_free (chosen->kind);
  g_free (chosen->id);
  g_free (chosen->title);
  g_free (chosen);
}

static gint64
get_today (void)
{
  return g_get_real_time () / G_USEC_PER_SEC / DAY_SECONDS;
}

static void
update (YcSeekerUsage *self)
{
  gint64 today = get_today ();

  g_clear_pointer (&self->ranks, yc_search_usage_unref);
  self->ranks = yc_search_usage_new ();
  g_list_store_remove_all (self->recent);
  for (guint i = 0; i < self->chosen->len; i++)
    {
      const Chosen *chosen = g_ptr_array_index (self->chosen, i);
      g_autoptr (YcHit) hit =
          yc_hit_new (chosen->kind, chosen->id, chosen->title, NULL, 0, NULL, NULL);

      yc_search_usage_add (self->ranks, chosen->kind, chosen->id, chosen->count,
                           (guint) CLAMP (today - chosen->day, 0, 10000));
      if (i < MAX_RECENT)
        g_list_store_append (self->recent, hit);
    }
}

YcSeekerUsage *
yc_seeker_usage_new (void)
{
  YcSeekerUsage *self = g_new0 (YcSeekerUsage, 1);

  self->chosen = g_ptr_array_new_with_free_func (chosen_free);
  self->recent = g_list_store_new (YC_TYPE_HIT);
  update (self);
  return self;
}

void
yc_seeker_usage_free (YcSeekerUsage *self)
{
  g_ptr_array_unref (self->chosen);
  g_object_unref (self->recent);
  yc_search_usage_unref (self->ranks);
  g_free (self);
}

static void
load_one (YcSeekerUsage *self,
          JsonObject    *json)
{
  Chosen *chosen;

  if (json == NULL || self->chosen->len >= MAX_KEPT)
    return;
  chosen = g_new0 (Chosen, 1);
  chosen->kind = g_strdup (yc_json_get_string (json, "kind", ""));
  chosen->id = g_strdup (yc_json_get_string (json, "id", ""));
  chosen->title = g_strdup (yc_json_get_string (json, "title", ""));
  chosen->count = (guint) CLAMP (yc_json_get_int (json, "count", 1), 1, G_MAXINT);
  chosen->day = yc_json_get_int (json, "day", 0);
  g_ptr_array_add (self->chosen, chosen);
}

void
yc_seeker_usage_load (YcSeekerUsage *self,
                      JsonNode      *json)
{
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (json) ? json_node_get_array (json) : NULL;

  g_ptr_array_set_size (self->chosen, 0);
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    load_one (self, yc_json_node_get_object (json_array_get_element (array, i)));
  update (self);
}

JsonNode *
yc_seeker_usage_to_json (YcSeekerUsage *self)
{
  JsonArray *array = json_array_new ();
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);

  for (guint i = 0; i < self->chosen->len; i++)
    {
      const Chosen *chosen = g_ptr_array_index (self->chosen, i);
      JsonObject *json = json_object_new ();

      json_object_set_string_member (json, "kind", chosen->kind);
      json_object_set_string_member (json, "id", chosen->id);
      json_object_set_string_member (json, "title", chosen->title);
      json_object_set_int_member (json, "count", chosen->count);
      json_object_set_int_member (json, "day", chosen->day);
      json_array_add_object_element (array, json);
    }
  json_node_take_array (node, array);
  return node;
}

static gboolean
is_of_hit (gconstpointer a,
           gconstpointer b)
{
  const Chosen *chosen = a;
  YcHit *hit = (YcHit *) b;

  return g_strcmp0 (chosen->kind, yc_hit_get_kind (hit)) == 0 &&
         g_strcmp0 (chosen->id, yc_hit_get_id (hit)) == 0;
}

void
yc_seeker_usage_add (YcSeekerUsage *self,
                     YcHit         *hit)
{
  Chosen *chosen;
  guint index;

  if (g_ptr_array_find_with_equal_func (self->chosen, hit, is_of_hit, &index))
    chosen = g_ptr_array_steal_index (self->chosen, index);
  else
    chosen = g_new0 (Chosen, 1);
  g_free (chosen->kind);
  g_free (chosen->id);
  g_free (chosen->title);
  chosen->kind = g_strdup (yc_hit_get_kind (hit));
  chosen->id = g_strdup (yc_hit_get_id (hit));
  chosen->title = g_strdup (yc_hit_get_title (hit));
  chosen->count++;
  chosen->day = get_today ();
  g_ptr_array_insert (self->chosen, 0, chosen);
  if (self->chosen->len > MAX_KEPT)
    g_ptr_array_set_size (self->chosen, MAX_KEPT);
  update (self);
}

GListModel *
yc_seeker_usage_get_recent (YcSeekerUsage *self)
{
  return G_LIST_MODEL (self->recent);
}

YcSearchUsage *
yc_seeker_usage_get_ranks (YcSeekerUsage *self)
{
  return self->ranks;
}
