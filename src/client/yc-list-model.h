/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The GListModel of a class that keeps its items in an array. Private to the client room. */
#pragma once

#include <gio/gio.h>

/**
 * YC_DEFINE_LIST_MODEL:
 * @Type: a struct that begins with a #GObject
 * @type_of_items: a #GType; may look at the struct, called self
 * @items: the struct's member: a #GPtrArray of #GObject, never %NULL while somebody asks
 *
 * Defines list_model_init(), for %G_IMPLEMENT_INTERFACE.
 */
#define YC_DEFINE_LIST_MODEL(Type, type_of_items, items)                                     \
  static GType get_item_type (GListModel *model)                                             \
  {                                                                                          \
    G_GNUC_UNUSED Type *self = (Type *) model;                                               \
                                                                                             \
    return type_of_items;                                                                    \
  }                                                                                          \
                                                                                             \
  static guint get_n_items (GListModel *model)                                               \
  {                                                                                          \
    return ((Type *) model)->items->len;                                                     \
  }                                                                                          \
                                                                                             \
  static gpointer get_item (GListModel *model, guint position)                               \
  {                                                                                          \
    GPtrArray *array = ((Type *) model)->items;                                              \
                                                                                             \
    return position < array->len ? g_object_ref (g_ptr_array_index (array, position)) : NULL; \
  }                                                                                          \
                                                                                             \
  static void list_model_init (GListModelInterface *iface)                                   \
  {                                                                                          \
    iface->get_item_type = get_item_type;                                                    \
    iface->get_n_items = get_n_items;                                                        \
    iface->get_item = get_item;                                                              \
  }
