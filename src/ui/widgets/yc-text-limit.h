/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How much goes into a text field, and the words when somebody pastes or types more. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YC_TYPE_TEXT_LIMIT (yc_text_limit_get_type ())

G_DECLARE_FINAL_TYPE (YcTextLimit, yc_text_limit, YC, TEXT_LIMIT, GObject)

YcTextLimit *yc_text_limit_attach    (GtkWidget   *field,
                                      guint        most,
                                      guint        spare);
YcTextLimit *yc_text_limit_find      (GtkWidget   *field);
const char  *yc_text_limit_get_words (YcTextLimit *self);
void         yc_text_limit_show_in   (YcTextLimit *self,
                                      GtkLabel    *label);

G_END_DECLS
