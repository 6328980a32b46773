/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A photo for a sheet, read from bytes that came from outside. */
#pragma once

#include <cairo.h>
#include <gio/gio.h>

G_BEGIN_DECLS

cairo_surface_t *yc_sheet_picture_read   (const char       *data_uri,
                                          GError          **error);
cairo_surface_t *yc_sheet_picture_shrink (cairo_surface_t  *picture,
                                          double            width,
                                          double            height);

G_END_DECLS
