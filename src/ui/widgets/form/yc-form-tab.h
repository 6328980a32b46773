/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The button of a category: its title, and what is missing and wrong there. */
#pragma once

#include <gtk/gtk.h>

#include "yc-form-element.h"

G_BEGIN_DECLS

#define YC_TYPE_FORM_TAB (yc_form_tab_get_type ())

G_DECLARE_FINAL_TYPE (YcFormTab, yc_form_tab, YC, FORM_TAB, GtkToggleButton)

GtkWidget *yc_form_tab_new (YcFormElement *category,
                            guint          number);

G_END_DECLS
