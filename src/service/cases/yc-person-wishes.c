/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an item's form asks of a person's past (`x-source`): no more of it is told, whatever the clerk
 * or a changed desk would like to know. */
#include "yc-person-wishes.h"

#include "yc-documents-table.h"
#include "yc-form-source.h"
#include "yc-json.h"

#include <string.h>

/* The earlier case among the items. */
#define EARLIER ""

struct _YcPersonWishes
{
  /* Item → GPtrArray of JSON Pointers into its form. */
  GHashTable *pointers;
};

static void
add (YcPersonWishes *self,
     const char     *item,
     const char     *pointer)
{
  GPtrArray *pointers = g_hash_table_lookup (self->pointers, item);

  if (pointers == NULL)
    {
      pointers = g_ptr_array_new_with_free_func (g_free);
      g_hash_table_insert (self->pointers, g_strdup (item), pointers);
    }
  g_ptr_array_add (pointers, g_strdup (pointer));
}

static void
read_source (YcPersonWishes *self,
             const char     *source)
{
  const char *rest = source + strlen (YC_FORM_SOURCE_LICENCES);
  g_autofree char *item = NULL;

  if (g_str_has_prefix (source, YC_FORM_SOURCE_EARLIER))
    add (self, EARLIER, source + strlen (YC_FORM_SOURCE_EARLIER) - 1);
  if (!g_str_has_prefix (source, YC_FORM_SOURCE_LICENCES) || strchr (rest, '/') == NULL)
    return;
  item = g_strndup (rest, strcspn (rest, "/"));
  if (*item != '\0')
    add (self, item, strchr (rest, '/'));
}

static JsonObject *
load (const YcWork *work,
      const char   *kind,
      const char   *id)
{
  gint64 version = yc_documents_table_get_version (work->transaction, NULL);

  return version > 0 ? yc_shelf_get (yc_service_get_shelf (work->service), work->transaction, kind,
                                     id, version, NULL)
                     : NULL;
}

static void
read_form (YcPersonWishes *self,
           JsonObject     *form)
{
  g_autoptr (GPtrArray) list = yc_form_source_list (yc_json_get_member (form, "schema"));

  for (guint i = 0; i < list->len; i++)
    {
      const YcFormSource *source = g_ptr_array_index (list, i);

      for (guint k = 0; source->sources[k] != NULL; k++)
        read_source (self, source->sources[k]);
    }
}

YcPersonWishes *
yc_person_wishes_new (const YcWork *work,
                      const char   *item)
{
  YcPersonWishes *self = g_new0 (YcPersonWishes, 1);
  g_autoptr (JsonObject) standard = load (work, "item", item);
  const char *id = yc_json_get_string (standard, "form", NULL);
  g_autoptr (JsonObject) form = id != NULL ? load (work, "form", id) : NULL;

  self->pointers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                          (GDestroyNotify) g_ptr_array_unref);
  if (form != NULL)
    read_form (self, form);
  return self;
}

void
yc_person_wishes_free (YcPersonWishes *self)
{
  g_hash_table_unref (self->pointers);
  g_free (self);
}

gboolean
yc_person_wishes_is_empty (YcPersonWishes *self)
{
  return g_hash_table_size (self->pointers) == 0;
}

gboolean
yc_person_wishes_of_earlier (YcPersonWishes *self)
{
  return g_hash_table_contains (self->pointers, EARLIER);
}

gboolean
yc_person_wishes_of_licence (YcPersonWishes *self,
                             const char     *item)
{
  return *item != '\0' && g_hash_table_contains (self->pointers, item);
}

JsonObject *
yc_person_wishes_pick (YcPersonWishes *self,
                       const char     *item,
                       JsonObject     *form)
{
  GPtrArray *pointers = g_hash_table_lookup (self->pointers, item != NULL ? item : EARLIER);
  JsonObject *picked = json_object_new ();
  g_autoptr (JsonNode) from = form != NULL ? yc_json_object_node (json_object_ref (form)) : NULL;
  g_autoptr (JsonNode) to = yc_json_object_node (json_object_ref (picked));

  for (guint i = 0; pointers != NULL && i < pointers->len; i++)
    {
      const char *pointer = g_ptr_array_index (pointers, i);
      JsonNode *value = yc_json_pointer_get (from, pointer);

      if (value != NULL)
        yc_json_pointer_set (to, pointer, yc_json_copy (value));
    }
  return picked;
}
