/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the reader makes, and the checks see, of a catalog folder. */
#pragma once

#include "yc-catalog-folder.h"

G_BEGIN_DECLS

void               yc_catalog_folder_add_document         (YcCatalogFolder   *self,
                                                           YcCatalogDocument *document);
void               yc_catalog_folder_add_problem          (YcCatalogFolder   *self,
                                                           YcCatalogProblem  *problem);
void               yc_catalog_folder_add_broken           (YcCatalogFolder   *self,
                                                           const char        *kind,
                                                           const char        *id);
void               yc_catalog_folder_set_manifest         (YcCatalogFolder   *self,
                                                           YcCatalogDocument *manifest);
GPtrArray         *yc_catalog_folder_get_reading_problems (YcCatalogFolder   *self);
YcCatalogDocument *yc_catalog_folder_get_manifest         (YcCatalogFolder   *self);
gboolean           yc_catalog_folder_knows                (YcCatalogFolder   *self,
                                                           const char        *kind,
                                                           const char        *id);
gboolean           yc_catalog_folder_has_broken           (YcCatalogFolder   *self,
                                                           const char        *kind);

G_END_DECLS
