/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which page is looked at, of how many; another number typed goes there. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YC_TYPE_PAGE_NUMBER (yc_page_number_get_type ())

G_DECLARE_FINAL_TYPE (YcPageNumber, yc_page_number, YC, PAGE_NUMBER, GtkWidget)

/* Signals: "chosen" (guint page, from 0: the reader wants to see it), "left" (the reader is done
 * with the number). */

GtkWidget *yc_page_number_new  (void);
/* @page: from 0 */
void       yc_page_number_set  (YcPageNumber *self, guint page, guint n_pages);
/* Takes the focus; @digit: (nullable): what has been typed already. */
void       yc_page_number_type (YcPageNumber *self, const char *digit);

G_END_DECLS
