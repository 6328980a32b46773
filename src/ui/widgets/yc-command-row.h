/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One unsent change: what it is, why it waits, and for a parked one what can be done. */
#pragma once

#include <gtk/gtk.h>

#include "yc-desk.h"

G_BEGIN_DECLS

#define YC_TYPE_COMMAND_ROW (yc_command_row_get_type ())

G_DECLARE_FINAL_TYPE (YcCommandRow, yc_command_row, YC, COMMAND_ROW, GtkListBoxRow)

GtkWidget *yc_command_row_new (YcCommand *command, YcDesk *desk);

G_END_DECLS
