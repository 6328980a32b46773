/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows as a list, with all fields of the chosen one beside it. */
#pragma once

#include <gtk/gtk.h>

#include "yc-form-element.h"

G_BEGIN_DECLS

#define YC_TYPE_FORM_LIST (yc_form_list_get_type ())

G_DECLARE_FINAL_TYPE (YcFormList, yc_form_list, YC, FORM_LIST, GtkWidget)

GtkWidget *yc_form_list_new (YcFormElement *control);

G_END_DECLS
