/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All choices open: one of a few, several of a few, or yes and no. */
#pragma once

#include <gtk/gtk.h>

#include "yc-form-field.h"

G_BEGIN_DECLS

#define YC_TYPE_FORM_CHOICES (yc_form_choices_get_type ())

G_DECLARE_FINAL_TYPE (YcFormChoices, yc_form_choices, YC, FORM_CHOICES, GtkWidget)

/**
 * YcFormChoicesStyle:
 * @YC_FORM_CHOICES_JOINED: buttons in one line.
 * @YC_FORM_CHOICES_COMPACT: the same for the cell of a table.
 * @YC_FORM_CHOICES_LISTED: radio buttons or check boxes in as many lines as they need.
 */
typedef enum
{
  YC_FORM_CHOICES_JOINED,
  YC_FORM_CHOICES_COMPACT,
  YC_FORM_CHOICES_LISTED,
} YcFormChoicesStyle;

GtkWidget *yc_form_choices_new (YcFormField        *field,
                                const char         *label,
                                YcFormChoicesStyle  style);

G_END_DECLS
