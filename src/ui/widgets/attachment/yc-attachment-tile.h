/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One file of a form: its first page in small, its name and its size; activated, it opens. */
#pragma once

#include <gtk/gtk.h>

#include "yc-attachments.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define YC_TYPE_ATTACHMENT_TILE (yc_attachment_tile_get_type ())

G_DECLARE_FINAL_TYPE (YcAttachmentTile, yc_attachment_tile, YC, ATTACHMENT_TILE, GtkWidget)

/* Signals: "opened"; "removed" (by the cross or the Delete key, only where that is allowed).
 * Property "ready" (boolean, read-only, notified): it shows what it will show. */

GtkWidget  *yc_attachment_tile_new           (YcAttachments    *attachments,
                                              JsonNode         *attachment);
JsonNode   *yc_attachment_tile_get           (YcAttachmentTile *self);
void        yc_attachment_tile_set_removable (YcAttachmentTile *self,
                                              gboolean          removable);
gboolean    yc_attachment_tile_get_ready     (YcAttachmentTile *self);
/* (nullable): why there is no picture of it, translated */
const char *yc_attachment_tile_get_trouble   (YcAttachmentTile *self);

G_END_DECLS
