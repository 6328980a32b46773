/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The order of items: what comes out of one may be asked for by another, but not in a circle. */
#include "yc-catalog-check-private.h"

#include <glib/gi18n-lib.h>

#include "yc-json.h"

/* An item, and what it may ask for in any variant. */
typedef struct
{
  YcCatalogDocument *document;
  const char *result;
  GPtrArray *asked;
} Item;

static void
item_free (Item *item)
{
  g_ptr_array_unref (item->asked);
  g_free (item);
}

static void
add_asked (GPtrArray  *asked,
           JsonObject *material,
           JsonObject *variant)
{
  const char *licence = yc_json_get_string (variant, "licence",
                                            yc_json_get_string (material, "licence", NULL));
  const char *result = yc_json_get_string (variant, "result",
                                           yc_json_get_string (material, "result", licence));

  if (result != NULL)
    g_ptr_array_add (asked, (gpointer) result);
}

static void
add_all_asked (GPtrArray  *asked,
               JsonObject *material)
{
  JsonArray *variants = yc_json_get_array (material, "variants");

  add_asked (asked, material, NULL);
  for (guint i = 0; variants != NULL && i < json_array_get_length (variants); i++)
    add_asked (asked, material, yc_json_node_get_object (json_array_get_element (variants, i)));
}

static Item *
item_new (YcCatalogDocument *document,
          JsonObject        *body)
{
  JsonArray *materials = yc_json_get_array (body, "materials");
  Item *item = g_new0 (Item, 1);

  item->document = document;
  item->result = yc_json_get_string (body, "result", NULL);
  item->asked = g_ptr_array_new ();
  for (guint i = 0; materials != NULL && i < json_array_get_length (materials); i++)
    add_all_asked (item->asked, yc_json_node_get_object (json_array_get_element (materials, i)));
  return item;
}

/* An item that asks for its own result means the one that the citizen has. */
static gboolean
waits_for (Item *item,
           Item *other)
{
  return item != other && other->result != NULL &&
         g_ptr_array_find_with_equal_func (item->asked, other->result, g_str_equal, NULL);
}

static gboolean
waits_for_any (GPtrArray *items,
               Item      *item)
{
  for (guint i = 0; i < items->len; i++)
    if (waits_for (item, items->pdata[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_waited_for (GPtrArray *items,
               Item      *item)
{
  for (guint i = 0; i < items->len; i++)
    if (waits_for (items->pdata[i], item))
      return TRUE;
  return FALSE;
}

/* Takes out what is in no circle: what waits for none of the others, and what none waits for. */
static void
leave_circles (GPtrArray *items)
{
  guint before;

  do
    {
      before = items->len;
      for (guint i = items->len; i > 0; i--)
        if (!waits_for_any (items, items->pdata[i - 1]) ||
            !is_waited_for (items, items->pdata[i - 1]))
          g_ptr_array_remove_index (items, i - 1);
    }
  while (items->len < before);
}

static void
tell (YcCatalogCheck *check,
      GPtrArray      *items,
      Item           *item)
{
  for (guint i = 0; i < items->len; i++)
    {
      Item *other = items->pdata[i];

      if (waits_for (item, other))
        yc_catalog_check_tell (check, item->document, "/materials",
                               _("it waits for what comes out of %s, which waits for it in turn"),
                               yc_catalog_document_get_id (other->document));
    }
}

/* Only items with a result that ask for something can be part of a circle. */
void
yc_catalog_check_order (YcCatalogCheck *check)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) item_free);
  guint n = yc_catalog_folder_get_n_documents (check->folder);

  for (guint i = 0; i < n; i++)
    {
      YcCatalogDocument *document = yc_catalog_folder_get_document (check->folder, i);
      JsonObject *body = yc_json_node_get_object (yc_catalog_document_get_body (document));

      if (g_str_equal (yc_catalog_document_get_kind (document), "item") &&
          yc_json_get_string (body, "result", NULL) != NULL)
        g_ptr_array_add (items, item_new (document, body));
    }
  leave_circles (items);
  for (guint i = 0; i < items->len; i++)
    tell (check, items, items->pdata[i]);
}
