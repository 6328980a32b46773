/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A catalog as its authors keep it: a folder of plain files, read whole. */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include "yc-catalog-document.h"
#include "yc-catalog-error.h"
#include "yc-catalog-problem.h"

G_BEGIN_DECLS

#define YC_TYPE_CATALOG_FOLDER (yc_catalog_folder_get_type ())

G_DECLARE_FINAL_TYPE (YcCatalogFolder, yc_catalog_folder, YC, CATALOG_FOLDER, GObject)

YcCatalogFolder   *yc_catalog_folder_read             (GFile            *folder,
                                                       GError          **error);
YcCatalogFolder   *yc_catalog_folder_new_from_json    (JsonNode         *documents,
                                                       GError          **error);
const char        *yc_catalog_folder_get_title        (YcCatalogFolder  *self);
const char        *yc_catalog_folder_get_place        (YcCatalogFolder  *self);
guint              yc_catalog_folder_get_n_documents  (YcCatalogFolder  *self);
YcCatalogDocument *yc_catalog_folder_get_document     (YcCatalogFolder  *self,
                                                       guint             index);
YcCatalogDocument *yc_catalog_folder_find             (YcCatalogFolder  *self,
                                                       const char       *kind,
                                                       const char       *id);
JsonNode          *yc_catalog_folder_to_json          (YcCatalogFolder  *self);
GPtrArray         *yc_catalog_folder_check            (YcCatalogFolder  *self);
GPtrArray         *yc_catalog_folder_check_sheets     (YcCatalogFolder  *self);

G_END_DECLS
