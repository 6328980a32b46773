/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What opens under an entry that keeps the focus: lists, calendars, places. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void     yc_form_popup_prepare (GtkPopover *popover);
void     yc_form_popup_open    (GtkPopover *popover);
void     yc_form_popup_close   (GtkPopover *popover);
gboolean yc_form_popup_is_open (GtkWidget  *popover);

G_END_DECLS
