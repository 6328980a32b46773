/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A field that takes files: dragged here, pasted, or chosen. */
#pragma once

#include "yc-form-intake.h"

G_BEGIN_DECLS

#define YC_TYPE_FORM_ATTACHMENT (yc_form_attachment_get_type ())

G_DECLARE_FINAL_TYPE (YcFormAttachment, yc_form_attachment, YC, FORM_ATTACHMENT, GtkWidget)

GtkWidget    *yc_form_attachment_new        (YcFormField      *field,
                                             const char       *label,
                                             gboolean          editable);
YcFormIntake *yc_form_attachment_get_intake (YcFormAttachment *self);

G_END_DECLS
