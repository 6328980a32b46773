/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A scanned or photographed page, called in the page server only. Private to this room. */
#pragma once

#include <gdk-pixbuf/gdk-pixbuf.h>

#include "yc-pdf.h"

G_BEGIN_DECLS

/* Whether the bytes begin as a picture does. */
gboolean   yc_picture_is      (GBytes        *bytes);
/* Errors of all: YC_PREVIEW_ERROR. */
GdkPixbuf *yc_picture_open    (GBytes        *bytes,
                               GError       **error);
YcPdfSize  yc_picture_measure (GdkPixbuf     *picture);
gboolean   yc_picture_render  (GdkPixbuf     *picture,
                               double         scale,
                               YcPdfPicture  *drawn,
                               GError       **error);

G_END_DECLS
