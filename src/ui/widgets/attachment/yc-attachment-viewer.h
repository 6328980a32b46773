/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file of a form, large: a sheet over the window, with the pages' keys and the way to the next. */
#pragma once

#include <gtk/gtk.h>

#include "yc-attachments.h"

G_BEGIN_DECLS

/**
 * yc_attachment_viewer_present:
 * @over: a widget in the window
 * @attachments: where the files are
 * @all: (element-type JsonNode): the files of one field
 * @index: which is looked at first
 */
void yc_attachment_viewer_present (GtkWidget     *over,
                                   YcAttachments *attachments,
                                   GPtrArray     *all,
                                   guint          index);

G_END_DECLS
