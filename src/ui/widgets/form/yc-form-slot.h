/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The place of a control in a long form, filled when it comes near the view. */
#pragma once

#include "yc-form-control.h"

G_BEGIN_DECLS

#define YC_TYPE_FORM_SLOT (yc_form_slot_get_type ())

G_DECLARE_FINAL_TYPE (YcFormSlot, yc_form_slot, YC, FORM_SLOT, GtkWidget)

GtkWidget     *yc_form_slot_new        (YcFormElement *element);
YcFormElement *yc_form_slot_get_element (YcFormSlot   *self);
YcFormField   *yc_form_slot_get_field  (YcFormSlot    *self);
gboolean       yc_form_slot_is_filled  (YcFormSlot    *self);
void           yc_form_slot_empty      (YcFormSlot    *self);
int            yc_form_slot_get_height (YcFormSlot    *self);
void           yc_form_slot_set_guess  (YcFormSlot    *self,
                                        int            height);
int            yc_form_slot_get_room   (YcFormSlot    *self);
void           yc_form_slot_set_flow   (YcFormSlot    *self,
                                        GtkWidget     *flow);
GtkWidget     *yc_form_slot_get_flow   (YcFormSlot    *self);
gboolean       yc_form_slot_set_place  (YcFormSlot    *self,
                                        int            top,
                                        int            room);
void           yc_form_slot_get_place  (YcFormSlot    *self,
                                        int           *top,
                                        int           *room);
YcFormControl *yc_form_slot_fill       (YcFormSlot    *self);
void           yc_form_slot_set_remark (YcFormSlot    *self,
                                        const char    *words);
void           yc_form_slot_add_remark (YcFormSlot    *self,
                                        const char    *words);
GtkWidget     *yc_form_slot_find_focus (GtkWidget     *view);

G_END_DECLS
