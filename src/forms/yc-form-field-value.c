/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a person or a source fills into a field. */
#include "yc-form-field-private.h"

#include "yc-form-private.h"
#include "yc-form-text-private.h"
#include "yc-json.h"

/* A person changes the value: it no longer is from where it came. */
void
yc_form_field_forget_source (YcFormField *self)
{
  gboolean edited = self->edited || self->source != NULL;

  yc_form_field_set_source (self, NULL);
  yc_form_field_set_edited (self, edited);
}

/* The value changed, perhaps back to what a source had given, by undoing or by typing it again: then
 * it is from there; done once more, it is changed by hand again.
 */
void
yc_form_field_recall_source (YcFormField *self)
{
  gboolean same = self->filled != NULL && self->value != NULL &&
                  yc_json_equal (self->value, self->filled);

  if (self->filled_from == NULL)
    return;
  if (self->edited && same)
    yc_form_field_restore_source (self, self->filled_from, FALSE);
  else if (!same && g_strcmp0 (self->source, self->filled_from) == 0)
    yc_form_field_restore_source (self, NULL, TRUE);
}

/* Whether its value can be typed as a text. */
static gboolean
is_typed (YcFormField *self)
{
  return self->spec->kind != YC_FORM_FIELD_REPEATING &&
         self->spec->kind != YC_FORM_FIELD_CHOICES &&
         self->spec->kind != YC_FORM_FIELD_ATTACHMENT &&
         self->spec->kind != YC_FORM_FIELD_ALTERNATIVES;
}

/* Writes the text as it should be, now that nobody is typing. */
void
yc_form_field_tidy (YcFormField *self)
{
  g_autofree char *text = NULL;
  g_autofree char *source = NULL;

  if (!is_typed (self) || self->spec->calculate != NULL)
    return;
  text = yc_form_text_tidy (self->spec, self->text);
  if (g_str_equal (text, self->text))
    return;
  source = g_strdup (self->source);
  yc_form_field_set_text (self, text);
  yc_form_field_set_source (self, source);
}

/**
 * yc_form_field_get_text:
 * @self: a field
 *
 * Returns: what is in the field: what was typed, valid or not, or the value as it is shown; never
 *   %NULL
 */
const char *
yc_form_field_get_text (YcFormField *self)
{
  g_return_val_if_fail (YC_IS_FORM_FIELD (self), NULL);

  return self->text;
}

/**
 * yc_form_field_set_text:
 * @self: a field
 * @text: (nullable): what was typed, UTF-8
 *
 * Takes what was typed and works out what it means. The text stays as it is until the field is
 * left. What means nothing stays in the data as a string, so that a draft loses nothing.
 * Does nothing for a computed field and for one whose value is no text.
 */
void
yc_form_field_set_text (YcFormField *self,
                        const char  *text)
{
  g_return_if_fail (YC_IS_FORM_FIELD (self));

  text = text == NULL ? "" : text;
  if (self->form == NULL || !is_typed (self) || self->spec->calculate != NULL ||
      g_str_equal (self->text, text))
    return;
  yc_form_field_take_text (self, g_utf8_make_valid (text, -1));
  yc_form_field_forget_source (self);
  yc_form_field_take_value (self, yc_form_text_to_value (self->spec, self->text), TRUE);
  yc_form_write_field (self->form, self, self->value);
}

/**
 * yc_form_field_get_value:
 * @self: a field
 *
 * Returns: (transfer none) (nullable): the value as it is in the data; %NULL for none
 */
JsonNode *
yc_form_field_get_value (YcFormField *self)
{
  g_return_val_if_fail (YC_IS_FORM_FIELD (self), NULL);

  if (self->form != NULL &&
      (self->rows != NULL || self->spec->kind == YC_FORM_FIELD_ALTERNATIVES))
    return yc_form_read_field (self->form, self);
  return yc_json_node_is_null (self->value) ? NULL : self->value;
}

/**
 * yc_form_field_set_value:
 * @self: a field
 * @value: (nullable) (transfer none): the value; %NULL or JSON null for none
 *
 * Sets the value; the text follows. Does nothing for a computed or repeating field: rows are
 * filled by their fields or by yc_form_set_value().
 */
void
yc_form_field_set_value (YcFormField *self,
                         JsonNode    *value)
{
  g_return_if_fail (YC_IS_FORM_FIELD (self));

  if (self->form == NULL || self->spec->calculate != NULL ||
      self->spec->kind == YC_FORM_FIELD_REPEATING ||
      self->spec->kind == YC_FORM_FIELD_ALTERNATIVES)
    return;
  yc_form_field_forget_source (self);
  yc_form_field_take_value (self, yc_json_node_is_null (value) ? NULL : yc_json_copy (value),
                            FALSE);
  yc_form_write_field (self->form, self, self->value);
}

/**
 * yc_form_field_leave:
 * @self: a field
 *
 * Says that the focus has left the field: its text is put in order (half-width digits, one form of
 * dates, no spaces around it), and from now on its error shows.
 */
void
yc_form_field_leave (YcFormField *self)
{
  g_return_if_fail (YC_IS_FORM_FIELD (self));

  if (self->form != NULL)
    yc_form_leave_field (self->form, self);
}

/**
 * yc_form_field_set_source:
 * @self: a field
 * @source: (nullable): translated words, such as those for the licence store
 *
 * Says where the value came from.
 */
void
yc_form_field_set_source (YcFormField *self,
                          const char  *source)
{
  g_return_if_fail (YC_IS_FORM_FIELD (self));

  if (g_strcmp0 (self->source, source) == 0)
    return;
  if (source != NULL)
    yc_form_field_set_edited (self, FALSE);
  yc_form_field_take_source (self, source);
}

/* Sets a value that nobody typed, a step of its own. Who hears of the change knows already where it
 * came from.
 */
void
yc_form_field_fill (YcFormField *self,
                    JsonNode    *value,
                    const char  *source)
{
  if (self->form == NULL || self->rows != NULL || self->spec->calculate != NULL)
    return;
  yc_form_field_take_value (self, yc_json_node_is_null (value) ? NULL : yc_json_copy (value),
                            FALSE);
  yc_form_field_restore_source (self, source, FALSE);
  yc_form_history_settle (self->form->history);
  yc_form_write_field (self->form, self, self->value);
  yc_form_history_settle (self->form->history);
}

/**
 * yc_form_field_restore_source:
 * @self: a field
 * @source: (nullable): where its value came from, as it was when a draft was saved
 * @edited: whether it was changed by hand since
 *
 * Says again what yc_form_field_get_source() and yc_form_field_get_edited() said of the value.
 */
void
yc_form_field_restore_source (YcFormField *self,
                              const char  *source,
                              gboolean     edited)
{
  g_return_if_fail (YC_IS_FORM_FIELD (self));

  yc_form_field_set_source (self, source);
  yc_form_field_set_edited (self, edited);
}
