/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All ways through a question list: a finite search over the answers that could matter. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef struct _YcCatalogPaths YcCatalogPaths;

YcCatalogPaths *yc_catalog_paths_walk            (JsonArray            *questions,
                                                  JsonArray            *outcomes);
void            yc_catalog_paths_free            (YcCatalogPaths       *self);
gboolean        yc_catalog_paths_is_complete     (const YcCatalogPaths *self);
guint           yc_catalog_paths_get_n_paths     (const YcCatalogPaths *self);
gboolean        yc_catalog_paths_asks            (const YcCatalogPaths *self,
                                                  guint                 question);
gboolean        yc_catalog_paths_reaches         (const YcCatalogPaths *self,
                                                  guint                 outcome);
guint           yc_catalog_paths_get_n_dead_ends (const YcCatalogPaths *self);
const char     *yc_catalog_paths_get_dead_end    (const YcCatalogPaths *self,
                                                  guint                 index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcCatalogPaths, yc_catalog_paths_free)

G_END_DECLS
