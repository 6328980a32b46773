/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What fields tell their form. */
#pragma once

#include "yc-form.h"

G_BEGIN_DECLS

JsonNode *yc_form_read_field    (YcForm      *self,
                                 YcFormField *field);
void      yc_form_write_field   (YcForm      *self,
                                 YcFormField *field,
                                 JsonNode    *value);
void      yc_form_leave_field   (YcForm      *self,
                                 YcFormField *field);
void      yc_form_row_removed   (YcForm      *self,
                                 YcFormField *repeating,
                                 guint        index);
void      yc_form_row_moved     (YcForm      *self,
                                 YcFormField *repeating,
                                 guint        from,
                                 guint        to);
void      yc_form_register      (YcForm      *self,
                                 YcFormField *field);
void      yc_form_unregister    (YcForm      *self,
                                 YcFormField *field);

G_END_DECLS
