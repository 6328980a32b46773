/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A QR code drawn as vectors. */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

gboolean yc_sheet_check_qr (const char  *text,
                            GError     **error);
gboolean yc_sheet_draw_qr  (cairo_t     *cr,
                            const char  *text,
                            double       x,
                            double       y,
                            double       size,
                            GError     **error);

G_END_DECLS
