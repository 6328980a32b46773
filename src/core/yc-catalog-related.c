/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the catalog's documents say of each other: entries of items and lists, items that ask for a
 * material, reasons of an item. Only documents whose text may speak of it are read. */
#include "yc-catalog-kinds-private.h"
#include "yc-catalog-private.h"

#include <string.h>

static GListModel *
list_entries (YcCatalog          *self,
              const char         *id,
              const char *const *(*get_ids) (YcKnowledgeEntry *entry))
{
  YcCatalogShelf *shelf = yc_catalog_get_shelf (self, YC_CATALOG_KIND_ENTRY);
  GListStore *found = g_list_store_new (YC_TYPE_KNOWLEDGE_ENTRY);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (shelf)); i++)
    {
      YcKnowledgeEntry *entry = NULL;

      if (yc_catalog_shelf_may_speak_of (shelf, i, id))
        entry = yc_catalog_shelf_look_up (shelf, yc_catalog_shelf_get_id (shelf, i));
      if (entry != NULL && g_strv_contains (get_ids (entry), id))
        g_list_store_append (found, entry);
    }
  return G_LIST_MODEL (found);
}

char **
yc_catalog_dup_entries_about (YcCatalog  *self,
                              const char *id)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  YcCatalogShelf *shelf;

  g_return_val_if_fail (YC_IS_CATALOG (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  shelf = yc_catalog_get_shelf (self, YC_CATALOG_KIND_ENTRY);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (shelf)); i++)
    if (yc_catalog_shelf_may_speak_of (shelf, i, id))
      g_strv_builder_add (ids, yc_catalog_shelf_get_id (shelf, i));
  return g_strv_builder_end (ids);
}

GListModel *
yc_catalog_entries_for_item (YcCatalog  *self,
                             const char *code)
{
  g_return_val_if_fail (YC_IS_CATALOG (self), NULL);
  g_return_val_if_fail (code != NULL, NULL);

  return list_entries (self, code, yc_knowledge_entry_get_items);
}

GListModel *
yc_catalog_entries_for_list (YcCatalog  *self,
                             const char *id)
{
  g_return_val_if_fail (YC_IS_CATALOG (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return list_entries (self, id, yc_knowledge_entry_get_lists);
}

static gboolean
asks_for (YcItem     *item,
          const char *title)
{
  GListModel *materials = yc_item_get_materials (item);

  for (guint i = 0; i < g_list_model_get_n_items (materials); i++)
    {
      g_autoptr (YcMaterial) material = g_list_model_get_item (materials, i);

      if (g_str_equal (yc_material_get_title (material), title))
        return TRUE;
    }
  return FALSE;
}

/* JSON writes these otherwise than they are. */
#define ESCAPED "\"\\/\b\f\n\r\t"

GListModel *
yc_catalog_items_asking_for (YcCatalog  *self,
                             const char *title)
{
  GListStore *found = g_list_store_new (YC_TYPE_ITEM);
  YcCatalogShelf *shelf;
  gboolean plain;

  g_return_val_if_fail (YC_IS_CATALOG (self), G_LIST_MODEL (found));
  g_return_val_if_fail (title != NULL, G_LIST_MODEL (found));

  shelf = yc_catalog_get_shelf (self, YC_CATALOG_KIND_ITEM);
  plain = strpbrk (title, ESCAPED) == NULL;
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (shelf)); i++)
    {
      YcItem *item = NULL;

      if (!plain || yc_catalog_shelf_may_speak_of (shelf, i, title))
        item = yc_catalog_shelf_look_up (shelf, yc_catalog_shelf_get_id (shelf, i));
      if (item != NULL && asks_for (item, title))
        g_list_store_append (found, item);
    }
  return G_LIST_MODEL (found);
}

GListModel *
yc_catalog_reasons_for_item (YcCatalog  *self,
                             const char *code)
{
  GListStore *reasons = g_list_store_new (YC_TYPE_RETURN_REASON);
  YcItem *item;

  g_return_val_if_fail (YC_IS_CATALOG (self), G_LIST_MODEL (reasons));

  item = yc_catalog_get_item (self, code);
  for (guint i = 0; item != NULL && yc_item_get_reason_codes (item)[i] != NULL; i++)
    {
      YcReturnReason *reason = yc_catalog_get_reason (self, yc_item_get_reason_codes (item)[i]);

      if (reason != NULL)
        g_list_store_append (reasons, reason);
    }
  return G_LIST_MODEL (reasons);
}
