/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The children of a widget, taken all at once. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void yc_children_remove (GtkWidget *parent);

G_END_DECLS
