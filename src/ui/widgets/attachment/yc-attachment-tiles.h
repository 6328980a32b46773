/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The files of one field, side by side. */
#pragma once

#include "yc-attachment-tile.h"

G_BEGIN_DECLS

#define YC_TYPE_ATTACHMENT_TILES (yc_attachment_tiles_get_type ())

G_DECLARE_FINAL_TYPE (YcAttachmentTiles, yc_attachment_tiles, YC, ATTACHMENT_TILES, GtkWidget)

/* Signal "removed" (uint): the clerk takes out the file of that index. */

GtkWidget *yc_attachment_tiles_new           (YcAttachments     *attachments);
/* @value: (nullable): an attachment or an array of them */
void       yc_attachment_tiles_set_value     (YcAttachmentTiles *self,
                                              JsonNode          *value);
void       yc_attachment_tiles_set_removable (YcAttachmentTiles *self,
                                              gboolean           removable);
guint      yc_attachment_tiles_get_n         (YcAttachmentTiles *self);

G_END_DECLS
