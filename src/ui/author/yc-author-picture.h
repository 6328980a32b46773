/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A picture of a widget in its full height, also of what is scrolled out of sight. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean yc_author_picture_save (GtkWidget   *widget,
                                 const char  *path,
                                 GError     **error);

G_END_DECLS
