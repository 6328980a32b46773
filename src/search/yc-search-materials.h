/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The materials that items ask for: each is found once, however many items name it. */
#pragma once

#include <json-glib/json-glib.h>

#include "yc-search-batch.h"

G_BEGIN_DECLS

typedef struct _YcSearchMaterials YcSearchMaterials;

/* May be used from any thread, by one at a time. */
YcSearchMaterials *yc_search_materials_new      (void);
void               yc_search_materials_free     (YcSearchMaterials *self);

/**
 * yc_search_materials_add_document:
 * @self: materials
 * @kind: the kind of a catalog document
 * @json: the document
 *
 * Adds the materials of an item; nothing of other kinds.
 */
void               yc_search_materials_add_document (YcSearchMaterials *self,
                                                 const char        *kind,
                                                 JsonObject        *json);

/**
 * yc_search_materials_add:
 * @self: materials
 * @title: the material's title
 * @item_title: the title of an item that asks for it
 * @note: (nullable): what the item says of it
 */
void               yc_search_materials_add      (YcSearchMaterials *self,
                                                 const char        *title,
                                                 const char        *item_title,
                                                 const char        *note);

/**
 * yc_search_materials_put:
 * @self: materials, empty then
 * @batch: a batch
 *
 * Puts each as kind "material" with its title for the id, and the items and what they say of it for
 * the body.
 */
void               yc_search_materials_put      (YcSearchMaterials *self,
                                                 YcSearchBatch     *batch);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcSearchMaterials, yc_search_materials_free)

G_END_DECLS
