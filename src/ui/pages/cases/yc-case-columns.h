/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns of the table of cases: one label a cell, written anew when the case changes. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void yc_case_columns_add (GtkColumnView *view);

G_END_DECLS
