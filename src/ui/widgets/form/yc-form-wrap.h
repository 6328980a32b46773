/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Buttons one under the other in a narrow column, or line after line in a wide one. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YC_TYPE_FORM_WRAP (yc_form_wrap_get_type ())

G_DECLARE_FINAL_TYPE (YcFormWrap, yc_form_wrap, YC, FORM_WRAP, GtkLayoutManager)

GtkLayoutManager *yc_form_wrap_new (int column);

G_END_DECLS
