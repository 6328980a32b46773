/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was printed and nobody knows whether it came out, to be said here; not there when there is
 * nothing of the kind. */
#pragma once

#include <gtk/gtk.h>

#include "yc-desk.h"

G_BEGIN_DECLS

#define YC_TYPE_PRINT_UNCLEAR_LIST (yc_print_unclear_list_get_type ())

G_DECLARE_FINAL_TYPE (YcPrintUnclearList, yc_print_unclear_list, YC, PRINT_UNCLEAR_LIST, GtkWidget)

GtkWidget *yc_print_unclear_list_new      (void);
/* @desk: (nullable) */
void       yc_print_unclear_list_set_desk (YcPrintUnclearList *self, YcDesk *desk);
/* Looks at them anew. */
void       yc_print_unclear_list_refresh  (YcPrintUnclearList *self);

G_END_DECLS
