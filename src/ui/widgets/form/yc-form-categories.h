/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The categories of a long form, one shown at a time. */
#pragma once

#include <gtk/gtk.h>

#include "yc-form-element.h"

G_BEGIN_DECLS

#define YC_TYPE_FORM_CATEGORIES (yc_form_categories_get_type ())

G_DECLARE_FINAL_TYPE (YcFormCategories, yc_form_categories, YC, FORM_CATEGORIES, GtkWidget)

GtkWidget *yc_form_categories_new    (void);
void       yc_form_categories_add    (YcFormCategories *self,
                                      YcFormElement    *category,
                                      GtkWidget        *page);
void       yc_form_categories_reveal (YcFormCategories *self,
                                      GtkWidget        *widget);

G_END_DECLS
