/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Widgets for a form's layout: groups, categories, labels, and places for the controls. */
#pragma once

#include <gtk/gtk.h>

#include "yc-form.h"

G_BEGIN_DECLS

GtkWidget *yc_form_builder_create         (YcForm        *form,
                                           GPtrArray     *slots,
                                           gboolean       unfolded);
GtkWidget *yc_form_builder_create_element (YcFormElement *element,
                                           GPtrArray     *slots);

G_END_DECLS
