/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The materials that items ask for: each is found once, however many items name it. */
#include "yc-search-materials.h"

#include <string.h>

#include "yc-item.h"

/* What can be begun comes before what it takes. */
#define WEIGHT 0.85
/* Of an identity card, which nearly all ask for. */
#define MOST_ITEMS 100

typedef struct
{
  GString *items;
  GString *notes;
  guint    n_items;
} Material;

struct _YcSearchMaterials
{
  /* title → Material */
  GHashTable *materials;
};

static void
material_free (gpointer data)
{
  Material *material = data;

  g_string_free (material->items, TRUE);
  g_string_free (material->notes, TRUE);
  g_free (material);
}

YcSearchMaterials *
yc_search_materials_new (void)
{
  YcSearchMaterials *self = g_new0 (YcSearchMaterials, 1);

  self->materials = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, material_free);
  return self;
}

void
yc_search_materials_free (YcSearchMaterials *self)
{
  g_hash_table_unref (self->materials);
  g_free (self);
}

static Material *
get_material (YcSearchMaterials *self,
              const char        *title)
{
  Material *material = g_hash_table_lookup (self->materials, title);

  if (material != NULL)
    return material;
  material = g_new0 (Material, 1);
  material->items = g_string_new (NULL);
  material->notes = g_string_new (NULL);
  g_hash_table_insert (self->materials, g_strdup (title), material);
  return material;
}

void
yc_search_materials_add (YcSearchMaterials *self,
                         const char        *title,
                         const char        *item_title,
                         const char        *note)
{
  Material *material = get_material (self, title);

  if (material->n_items++ >= MOST_ITEMS)
    return;
  g_string_append_printf (material->items, "%s%s", material->items->len > 0 ? "、" : "", item_title);
  if (note != NULL && *note != '\0' && strstr (material->notes->str, note) == NULL)
    g_string_append_printf (material->notes, " %s", note);
}

void
yc_search_materials_add_document (YcSearchMaterials *self,
                                  const char        *kind,
                                  JsonObject        *json)
{
  g_autoptr (YcItem) item =
      g_str_equal (kind, "item") ? yc_item_new_from_json (json, NULL) : NULL;
  GListModel *materials = item != NULL ? yc_item_get_materials (item) : NULL;

  for (guint i = 0; materials != NULL && i < g_list_model_get_n_items (materials); i++)
    {
      g_autoptr (YcMaterial) material = g_list_model_get_item (materials, i);

      yc_search_materials_add (self, yc_material_get_title (material), yc_item_get_title (item),
                               yc_material_get_note (material));
    }
}

void
yc_search_materials_put (YcSearchMaterials *self,
                         YcSearchBatch     *batch)
{
  GHashTableIter iter;
  gpointer title, value;

  g_hash_table_iter_init (&iter, self->materials);
  while (g_hash_table_iter_next (&iter, &title, &value))
    {
      const Material *material = value;
      g_autofree char *body = g_strconcat (material->items->str, material->notes->str, NULL);
      YcSearchDocument *document = yc_search_document_new ("material", title, title);

      yc_search_document_set_body (document, body);
      yc_search_document_set_weight (document, WEIGHT);
      yc_search_batch_put (batch, document);
    }
  g_hash_table_remove_all (self->materials);
}
