/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A part of a form inside a field: the elements of a row or of a chosen alternative. */
#pragma once

#include <gtk/gtk.h>

#include "yc-form-element.h"

G_BEGIN_DECLS

#define YC_TYPE_FORM_PART (yc_form_part_get_type ())

G_DECLARE_FINAL_TYPE (YcFormPart, yc_form_part, YC, FORM_PART, GtkWidget)

GtkWidget *yc_form_part_new (YcFormElement *element);

G_END_DECLS
