/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a printing truly goes: state, what happened, what to do, and the buttons that may be needed. */
#pragma once

#include <gtk/gtk.h>

#include "yc-print-run.h"

G_BEGIN_DECLS

#define YC_TYPE_PRINT_STATE_LINE (yc_print_state_line_get_type ())

G_DECLARE_FINAL_TYPE (YcPrintStateLine, yc_print_state_line, YC, PRINT_STATE_LINE, GtkWidget)

/* Signals: "cancel"; "resolved" (gboolean: the sheet came out), asked for when the outcome is
 * unknown. */

GtkWidget *yc_print_state_line_new       (void);
/* @where: (nullable): which printing at which printer; @detail, @advice: (nullable). */
void       yc_print_state_line_show      (YcPrintStateLine *self,
                                          YcPrintRunState   state,
                                          const char       *where,
                                          const char       *detail,
                                          const char       *advice);
/* It was not even begun. */
void       yc_print_state_line_show_error (YcPrintStateLine *self,
                                           const char       *title,
                                           const char       *way_out);
void       yc_print_state_line_clear     (YcPrintStateLine *self);

G_END_DECLS
