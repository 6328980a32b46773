/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One document of a catalog folder: what it is, what it says, and where each word of it stands. */
#pragma once

#include <glib-object.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define YC_TYPE_CATALOG_DOCUMENT (yc_catalog_document_get_type ())

G_DECLARE_FINAL_TYPE (YcCatalogDocument, yc_catalog_document, YC, CATALOG_DOCUMENT, GObject)

YcCatalogDocument *yc_catalog_document_new        (const char         *kind,
                                                   const char         *id,
                                                   JsonNode           *body);
void               yc_catalog_document_add_source (YcCatalogDocument  *self,
                                                   const char         *pointer,
                                                   const char         *file,
                                                   const char         *text);
const char        *yc_catalog_document_get_kind   (YcCatalogDocument  *self);
const char        *yc_catalog_document_get_id     (YcCatalogDocument  *self);
JsonNode          *yc_catalog_document_get_body   (YcCatalogDocument  *self);
const char        *yc_catalog_document_get_file   (YcCatalogDocument  *self);
const char        *yc_catalog_document_get_text   (YcCatalogDocument  *self);
void               yc_catalog_document_locate     (YcCatalogDocument  *self,
                                                   const char         *pointer,
                                                   const char        **file,
                                                   guint              *line,
                                                   guint              *column);

G_END_DECLS
