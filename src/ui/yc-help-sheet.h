/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keys, on a sheet over the window. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void yc_help_sheet_present (GtkWidget *over);

G_END_DECLS
