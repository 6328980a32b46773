/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A field that takes files. */
#include "yc-form-field-private.h"

/**
 * yc_form_field_get_files:
 * @self: a %YC_FORM_FIELD_ATTACHMENT
 *
 * Its value is an attachment (see yc-attachment.h) or, when it takes several, an array of them.
 *
 * Returns: (transfer none) (nullable): which files it takes; %NULL for other kinds
 */
const YcAttachmentRules *
yc_form_field_get_files (YcFormField *self)
{
  g_return_val_if_fail (YC_IS_FORM_FIELD (self), NULL);

  return self->spec->kind == YC_FORM_FIELD_ATTACHMENT ? &self->spec->files : NULL;
}
