/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Several of many choices: found by typing, shown under the entry as they are picked. */
#pragma once

#include <gtk/gtk.h>

#include "yc-form-field.h"

G_BEGIN_DECLS

#define YC_TYPE_FORM_PICKS (yc_form_picks_get_type ())

G_DECLARE_FINAL_TYPE (YcFormPicks, yc_form_picks, YC, FORM_PICKS, GtkWidget)

GtkWidget *yc_form_picks_new (YcFormField *field,
                              const char  *label);

G_END_DECLS
