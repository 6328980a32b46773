/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Places to choose from, one level beside the other: province, city, town, village. */
#pragma once

#include "yc-form-places.h"

G_BEGIN_DECLS

#define YC_TYPE_FORM_CASCADE (yc_form_cascade_get_type ())

G_DECLARE_FINAL_TYPE (YcFormCascade, yc_form_cascade, YC, FORM_CASCADE, GtkPopover)

GtkWidget *yc_form_cascade_new  (GtkWidget     *parent,
                                 YcFormPlaces  *places,
                                 guint          longest);
void       yc_form_cascade_show (YcFormCascade *self,
                                 int            place);
int        yc_form_cascade_step (YcFormCascade *self,
                                 int            by);
int        yc_form_cascade_turn (YcFormCascade *self,
                                 gboolean       deeper);

G_END_DECLS
