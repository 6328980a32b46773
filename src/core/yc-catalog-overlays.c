/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The question lists of the city and what districts, towns and villages change of them: the list as it is at
 * one place. */
#include "yc-catalog-overlays-private.h"

#include "yc-question-overlay.h"

struct _YcCatalogOverlays
{
  /* Both by id, JsonObject. */
  GHashTable *lists;
  GHashTable *overlays;
  char       *place;
};

static GHashTable *
make_table (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                (GDestroyNotify) json_object_unref);
}

static void
put (GHashTable *table,
     const char *id,
     JsonObject *json)
{
  if (json != NULL)
    g_hash_table_replace (table, g_strdup (id), json_object_ref (json));
  else
    g_hash_table_remove (table, id);
}

YcCatalogOverlays *
yc_catalog_overlays_new (void)
{
  YcCatalogOverlays *self = g_new0 (YcCatalogOverlays, 1);

  self->lists = make_table ();
  self->overlays = make_table ();
  return self;
}

void
yc_catalog_overlays_free (YcCatalogOverlays *self)
{
  g_hash_table_unref (self->lists);
  g_hash_table_unref (self->overlays);
  g_free (self->place);
  g_free (self);
}

void
yc_catalog_overlays_clear (YcCatalogOverlays *self)
{
  g_hash_table_remove_all (self->lists);
  g_hash_table_remove_all (self->overlays);
}

void
yc_catalog_overlays_put_list (YcCatalogOverlays *self,
                              const char        *id,
                              JsonObject        *list)
{
  put (self->lists, id, list);
}

void
yc_catalog_overlays_put (YcCatalogOverlays *self,
                         const char        *id,
                         JsonObject        *overlay)
{
  put (self->overlays, id, overlay);
}

const char *
yc_catalog_overlays_get_place (YcCatalogOverlays *self)
{
  return self->place;
}

void
yc_catalog_overlays_set_place (YcCatalogOverlays *self,
                               const char        *place)
{
  g_free (self->place);
  self->place = g_strdup (place);
}

GPtrArray *
yc_catalog_overlays_dup_lists (YcCatalogOverlays *self)
{
  GPtrArray *lists = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, self->overlays);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      g_autofree char *list = NULL;

      if (yc_question_overlay_split_id (id, &list) != NULL &&
          !g_ptr_array_find_with_equal_func (lists, list, g_str_equal, NULL))
        g_ptr_array_add (lists, g_steal_pointer (&list));
    }
  return lists;
}

static JsonObject *
find_cb (const char *id,
         gpointer    user_data)
{
  YcCatalogOverlays *self = user_data;

  return g_hash_table_lookup (self->overlays, id);
}

static YcQuestionList *
overlay_list (JsonObject *list,
              GPtrArray  *overlays)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonObject) json = yc_question_overlay_apply_all (overlays, list, &error);
  YcQuestionList *result = NULL;

  if (json != NULL)
    result = yc_question_list_new_from_json (json, &error);
  if (result == NULL && overlays->len > 0)
    g_message ("Overlay %s does not fit: %s",
               json_object_get_string_member (overlays->pdata[overlays->len - 1], "id"),
               error->message);
  return result;
}

YcQuestionList *
yc_catalog_overlays_make_list (YcCatalogOverlays *self,
                               const char        *id)
{
  JsonObject *list = g_hash_table_lookup (self->lists, id);
  g_autoptr (GPtrArray) overlays = yc_question_overlay_find_all (id, self->place, find_cb, self);
  YcQuestionList *result = NULL;

  if (list == NULL)
    return NULL;
  result = overlay_list (list, overlays);
  while (result == NULL && overlays->len > 0)
    {
      g_ptr_array_remove_index (overlays, overlays->len - 1);
      result = overlay_list (list, overlays);
    }
  return result;
}
