/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files on their way into a field, one after the other. It belongs to the field, not to an editor:
 * who scrolls away does not lose what is being read. */
#pragma once

#include <gtk/gtk.h>

#include "yc-attachments.h"
#include "yc-form-field.h"

G_BEGIN_DECLS

#define YC_TYPE_FORM_INTAKE (yc_form_intake_get_type ())

G_DECLARE_FINAL_TYPE (YcFormIntake, yc_form_intake, YC, FORM_INTAKE, GObject)

/* Properties, read-only and notified: "busy" (boolean), "refusal" (string: why a file was not
 * taken). */

/* (transfer none): that of @field, a %YC_FORM_FIELD_ATTACHMENT; made when there is none yet */
YcFormIntake *yc_form_intake_get         (YcFormField   *field,
                                          YcAttachments *attachments);
/* @objects: (element-type GObject): a GFile, or a GdkTexture that was pasted */
void          yc_form_intake_take        (YcFormIntake  *self,
                                          GSList        *objects);
/* Takes out the file of that index. */
void          yc_form_intake_remove      (YcFormIntake  *self,
                                          guint          index);
guint         yc_form_intake_get_n_files (YcFormIntake  *self);
/* Whether as many are there as fit; a single one is replaced. */
gboolean      yc_form_intake_is_full     (YcFormIntake  *self);
gboolean      yc_form_intake_get_busy    (YcFormIntake  *self);
const char   *yc_form_intake_get_refusal (YcFormIntake  *self);

G_END_DECLS
