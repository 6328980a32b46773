/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The categories of a long form, one shown at a time: pages to choose from, or steps to go. */
#pragma once

#include <gtk/gtk.h>

#include "yc-form-element.h"

G_BEGIN_DECLS

#define YC_TYPE_FORM_CATEGORIES (yc_form_categories_get_type ())

G_DECLARE_FINAL_TYPE (YcFormCategories, yc_form_categories, YC, FORM_CATEGORIES, GtkWidget)

GtkWidget *yc_form_categories_new    (YcFormElement    *element);
void       yc_form_categories_add    (YcFormCategories *self,
                                      YcFormElement    *category,
                                      GtkWidget        *page);
void       yc_form_categories_reveal (YcFormCategories *self,
                                      GtkWidget        *widget);
gboolean   yc_form_categories_turn   (YcFormCategories *self,
                                      int               by);

G_END_DECLS
