/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fields that must be answered and take null: the answer that there is none. */
#include "yc-form-field-private.h"

#include <glib/gi18n-lib.h>

#include "yc-form-private.h"

/**
 * yc_form_field_get_takes_none:
 * @self: a field
 *
 * A field that may be left out needs no null to be empty; one that the schema's `required` names
 * needs it, else nobody could say that there is none.
 *
 * Returns: whether it can be answered by yc_form_field_set_none()
 */
gboolean
yc_form_field_get_takes_none (YcFormField *self)
{
  g_return_val_if_fail (YC_IS_FORM_FIELD (self), FALSE);

  return self->spec->nullable && self->spec->calculate == NULL && (self->required || self->none);
}

/**
 * yc_form_field_get_none:
 * @self: a field
 *
 * Returns: whether the data say that there is none: they have null there
 */
gboolean
yc_form_field_get_none (YcFormField *self)
{
  g_return_val_if_fail (YC_IS_FORM_FIELD (self), FALSE);

  return self->none;
}

/**
 * yc_form_field_get_none_title:
 * @self: a field
 *
 * Returns: what people call the answer: the schema's `title` beside its `const` null, else a word
 */
const char *
yc_form_field_get_none_title (YcFormField *self)
{
  g_return_val_if_fail (YC_IS_FORM_FIELD (self), NULL);

  return self->spec->none != NULL ? self->spec->none : _ ("None");
}

/**
 * yc_form_field_set_none:
 * @self: a field
 * @none: whether there is none of it
 *
 * Puts null into the data, instead of what was there, or takes it out again: the field is then
 * not answered. Does nothing for a field that does not take it.
 */
void
yc_form_field_set_none (YcFormField *self,
                        gboolean     none)
{
  g_return_if_fail (YC_IS_FORM_FIELD (self));

  if (self->form == NULL || self->none == !!none || *self->pointer == '\0' ||
      !yc_form_field_get_takes_none (self))
    return;
  yc_form_field_forget_source (self);
  yc_form_write_none (self->form, self, none);
}
