/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The documents of one kind, sorted by id. Those that came as text are read when first asked for, and
 * those that are kept elsewhere are here only once their text was brought: a city has thousands, of
 * which a clerk sees a dozen a day. */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include "yc-catalog.h"

G_BEGIN_DECLS

/* Makes what is kept of a document: an object, or the JSON itself when rooms above read it. */
typedef gpointer (*YcMakeDocument) (JsonObject  *json,
                                    GError     **error);

typedef struct
{
  const char     *name;
  const char     *id_member;
  YcMakeDocument  make;
  GDestroyNotify  unref;
  /* Whether the documents are objects, and so can be listed. */
  gboolean        listed;
  /* Whether there are so many that they are read only when asked for. */
  gboolean        many;
} YcCatalogShelfKind;

#define YC_TYPE_CATALOG_SHELF (yc_catalog_shelf_get_type ())

G_DECLARE_FINAL_TYPE (YcCatalogShelf, yc_catalog_shelf, YC, CATALOG_SHELF, GObject)

YcCatalogShelf *yc_catalog_shelf_new       (const YcCatalogShelfKind  *kind);
/* Takes @document. */
void            yc_catalog_shelf_put       (YcCatalogShelf       *self,
                                            const char           *id,
                                            gpointer              document);
/* Takes @text, of a document that is known to be good. */
void            yc_catalog_shelf_put_text  (YcCatalogShelf       *self,
                                            const char           *id,
                                            char                 *text);
/* Known by @words alone, each on a line: the ids of other documents that it speaks of. */
void            yc_catalog_shelf_put_name  (YcCatalogShelf       *self,
                                            const char           *id,
                                            const char           *words);
/* FALSE when it is known by name alone, and its text was not brought. */
gboolean        yc_catalog_shelf_is_here   (YcCatalogShelf       *self,
                                            const char           *id);
/* Grows with every document that is put. */
guint64         yc_catalog_shelf_get_stamp (YcCatalogShelf       *self);
/* Lets go what was brought before, if there is no room for @n more. */
void            yc_catalog_shelf_make_room (YcCatalogShelf       *self,
                                            guint                 n);
/* Takes @text, as it was when the shelf had @stamp, of a document that is known by name. */
void            yc_catalog_shelf_bring     (YcCatalogShelf       *self,
                                            const char           *id,
                                            guint64               stamp,
                                            char                 *text);
gboolean        yc_catalog_shelf_drop      (YcCatalogShelf       *self,
                                            const char           *id);
void            yc_catalog_shelf_clear     (YcCatalogShelf       *self);
/* (transfer none) (nullable): NULL too when it is not here */
gpointer        yc_catalog_shelf_look_up   (YcCatalogShelf       *self,
                                            const char           *id);
const char     *yc_catalog_shelf_get_id    (YcCatalogShelf       *self,
                                            guint                 position);
/* FALSE when the document at @position surely does not speak of the other one with @id. */
gboolean        yc_catalog_shelf_may_speak_of (YcCatalogShelf    *self,
                                            guint                 position,
                                            const char           *id);
/* (transfer full): a new document from its JSON, checked; NULL with YC_CORE_ERROR_CATALOG. */
gpointer        yc_catalog_shelf_make       (const YcCatalogShelfKind  *kind,
                                            const char           *id,
                                            JsonNode             *body,
                                            GError              **error);

G_END_DECLS
