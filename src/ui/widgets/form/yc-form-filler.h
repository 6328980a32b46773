/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Makes the controls of a long form as one comes near them and drops those far away, so that it is
 * there at once however long it is, and keeps the focus in view while their heights settle.
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _YcFormFiller YcFormFiller;

YcFormFiller *yc_form_filler_new               (GtkWidget    *view,
                                                GPtrArray    *slots,
                                                gboolean      whole);
void          yc_form_filler_free              (YcFormFiller *self);
void          yc_form_filler_follow_scrolling  (YcFormFiller *self);
void          yc_form_filler_forget_scrolling  (YcFormFiller *self);
void          yc_form_filler_fill_beside_focus (YcFormFiller *self);
gboolean      yc_form_filler_get_settled       (YcFormFiller *self);

G_END_DECLS
