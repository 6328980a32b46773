/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be asked of a field: its words, its choices, its state. */
#include "yc-form-field-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "yc-json.h"

static const char *const ASCII_FORMATS[] = { "email", "hostname", "id-number", "ipv4", "mobile",
                                             "place-code", "uri", "uscc", "uuid", NULL };

/* Of classes, counts and literal characters: what else a pattern may say can let more through. */
#define PATTERN_CHARACTERS                                                                         \
  "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz[]{}?+*,-_/#:"

/**
 * yc_form_field_get_pointer:
 * @self: a field
 *
 * Returns: a JSON Pointer into the form's data, such as "/tenants/0/name"; of a field in a row it
 *   changes when rows are removed or moved
 */
const char *
yc_form_field_get_pointer (YcFormField *self)
{
  g_return_val_if_fail (YC_IS_FORM_FIELD (self), NULL);

  return self->pointer;
}

/**
 * yc_form_field_get_scope:
 * @self: a field
 *
 * Returns: where the field is in the schema, such as "#/properties/name"; of a field in a row,
 *   from the schema of the row
 */
const char *
yc_form_field_get_scope (YcFormField *self)
{
  g_return_val_if_fail (YC_IS_FORM_FIELD (self), NULL);

  return self->spec->scope;
}

/**
 * yc_form_field_get_kind:
 * @self: a field
 *
 * Returns: what is to be filled in
 */
YcFormFieldKind
yc_form_field_get_kind (YcFormField *self)
{
  g_return_val_if_fail (YC_IS_FORM_FIELD (self), YC_FORM_FIELD_TEXT);

  return self->spec->kind;
}

/**
 * yc_form_field_get_format:
 * @self: a field
 *
 * Returns: (nullable): the schema's `format`, such as "id-number"
 */
const char *
yc_form_field_get_format (YcFormField *self)
{
  g_return_val_if_fail (YC_IS_FORM_FIELD (self), NULL);

  return self->spec->format;
}

/* Whether all that @pattern, a schema's, lets through is ASCII: anchored at both ends, and made of
 * ASCII characters, their classes and counts only. */
static gboolean
is_ascii_pattern (const char *pattern)
{
  size_t length = strlen (pattern);

  if (length < 2 || pattern[0] != '^' || pattern[length - 1] != '$')
    return FALSE;
  return strspn (pattern + 1, PATTERN_CHARACTERS) == length - 2 && strstr (pattern, "[^") == NULL;
}

static gboolean
is_ascii_text (YcFormSpec *spec)
{
  const char *pattern = yc_json_get_string (spec->schema, "pattern", NULL);

  if (spec->format != NULL && g_strv_contains (ASCII_FORMATS, spec->format))
    return TRUE;
  return pattern != NULL && is_ascii_pattern (pattern);
}

/**
 * yc_form_field_get_ascii:
 * @self: a field
 *
 * Returns: whether only digits and other characters of ASCII make sense in it, so that nothing is
 *   to be composed there. A date is not: it may be written with 年 and 月
 */
gboolean
yc_form_field_get_ascii (YcFormField *self)
{
  g_return_val_if_fail (YC_IS_FORM_FIELD (self), FALSE);

  switch (self->spec->kind)
    {
    case YC_FORM_FIELD_NUMBER:
    case YC_FORM_FIELD_INTEGER:
    case YC_FORM_FIELD_MONEY:
      return TRUE;
    case YC_FORM_FIELD_TEXT:
      return is_ascii_text (self->spec);
    case YC_FORM_FIELD_MULTILINE:
    case YC_FORM_FIELD_DATE:
    case YC_FORM_FIELD_YES_NO:
    case YC_FORM_FIELD_CHOICE:
    case YC_FORM_FIELD_REPEATING:
    case YC_FORM_FIELD_CHOICES:
    case YC_FORM_FIELD_ATTACHMENT:
    case YC_FORM_FIELD_ALTERNATIVES:
    default:
      return FALSE;
    }
}

/**
 * yc_form_field_get_title:
 * @self: a field
 *
 * Returns: its name for people, never %NULL
 */
const char *
yc_form_field_get_title (YcFormField *self)
{
  g_return_val_if_fail (YC_IS_FORM_FIELD (self), NULL);

  return self->title != NULL ? self->title : self->spec->title;
}

/**
 * yc_form_field_get_help:
 * @self: a field
 *
 * Returns: (nullable): a sentence that helps to fill it in
 */
const char *
yc_form_field_get_help (YcFormField *self)
{
  g_return_val_if_fail (YC_IS_FORM_FIELD (self), NULL);

  return self->help != NULL ? self->help : self->spec->help;
}

/**
 * yc_form_field_get_placeholder:
 * @self: a field
 *
 * Returns: (nullable): what to show while it is empty
 */
const char *
yc_form_field_get_placeholder (YcFormField *self)
{
  g_return_val_if_fail (YC_IS_FORM_FIELD (self), NULL);

  return self->spec->placeholder;
}

/**
 * yc_form_field_get_unit:
 * @self: a field
 *
 * Returns: (nullable): the unit of a number, from `x-unit`; yuan for money without one
 */
const char *
yc_form_field_get_unit (YcFormField *self)
{
  g_return_val_if_fail (YC_IS_FORM_FIELD (self), NULL);

  if (self->spec->unit == NULL && self->spec->kind == YC_FORM_FIELD_MONEY)
    /* Translators: behind an amount of money. */
    return _ ("yuan");
  return self->spec->unit;
}

/**
 * yc_form_field_get_max_length:
 * @self: a field
 *
 * Returns: how many characters the schema's `maxLength` allows, 0 when it says nothing
 */
guint
yc_form_field_get_max_length (YcFormField *self)
{
  g_return_val_if_fail (YC_IS_FORM_FIELD (self), 0);

  return self->spec->max_length;
}

/**
 * yc_form_field_get_required:
 * @self: a field
 *
 * Returns: whether it must be filled in, as things stand
 */
gboolean
yc_form_field_get_required (YcFormField *self)
{
  g_return_val_if_fail (YC_IS_FORM_FIELD (self), FALSE);

  return self->required;
}

/**
 * yc_form_field_get_read_only:
 * @self: a field
 *
 * Returns: whether it cannot be typed into
 */
gboolean
yc_form_field_get_read_only (YcFormField *self)
{
  g_return_val_if_fail (YC_IS_FORM_FIELD (self), FALSE);

  return self->locked || self->spec->read_only || self->spec->calculate != NULL;
}

/**
 * yc_form_field_get_calculated:
 * @self: a field
 *
 * Returns: whether its value is computed from others
 */
gboolean
yc_form_field_get_calculated (YcFormField *self)
{
  g_return_val_if_fail (YC_IS_FORM_FIELD (self), FALSE);

  return self->spec->calculate != NULL;
}

/**
 * yc_form_field_get_visible:
 * @self: a field
 *
 * Returns: whether the layout's rules show it; a hidden one stays in the draft, is left out of
 *   what is submitted, and its errors do not count
 */
gboolean
yc_form_field_get_visible (YcFormField *self)
{
  g_return_val_if_fail (YC_IS_FORM_FIELD (self), FALSE);

  return self->visible;
}

/**
 * yc_form_field_get_enabled:
 * @self: a field
 *
 * Returns: whether the layout's rules let it be filled in
 */
gboolean
yc_form_field_get_enabled (YcFormField *self)
{
  g_return_val_if_fail (YC_IS_FORM_FIELD (self), FALSE);

  return self->enabled;
}

/**
 * yc_form_field_get_touched:
 * @self: a field
 *
 * Returns: whether it was left or checked, so that its error shows
 */
gboolean
yc_form_field_get_touched (YcFormField *self)
{
  g_return_val_if_fail (YC_IS_FORM_FIELD (self), FALSE);

  return self->touched;
}

/**
 * yc_form_field_get_error:
 * @self: a field
 *
 * Returns: (nullable): what is wrong with it, translated; %NULL if nothing is or the field was not
 *   left yet
 */
const char *
yc_form_field_get_error (YcFormField *self)
{
  g_return_val_if_fail (YC_IS_FORM_FIELD (self), NULL);

  return self->error;
}

/**
 * yc_form_field_get_source:
 * @self: a field
 *
 * Returns: (nullable): the words that say where the value came from, until it is changed by hand
 */
const char *
yc_form_field_get_source (YcFormField *self)
{
  g_return_val_if_fail (YC_IS_FORM_FIELD (self), NULL);

  return self->source;
}

/**
 * yc_form_field_get_edited:
 * @self: a field
 *
 * Returns: whether the value came from somewhere and was changed by hand since
 */
gboolean
yc_form_field_get_edited (YcFormField *self)
{
  g_return_val_if_fail (YC_IS_FORM_FIELD (self), FALSE);

  return self->edited;
}

static char *
dup_chosen (YcFormField *self)
{
  int chosen = yc_form_field_get_chosen (self);

  return chosen >= 0 ? g_strdup (yc_form_field_get_choice_title (self, (guint) chosen)) : NULL;
}

static char *
dup_picked (YcFormField *self)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  guint n = yc_form_field_get_n_choices (self);

  for (guint i = 0; i < n; i++)
    {
      if (yc_form_field_get_picked (self, i))
        g_ptr_array_add (words, (gpointer) yc_form_field_get_choice_title (self, i));
    }
  if (words->len == 0)
    return NULL;
  g_ptr_array_add (words, NULL);
  /* Translators: between the things that were ticked. */
  return g_strjoinv (_ (", "), (char **) words->pdata);
}

static char *
dup_yes_no (YcFormField *self)
{
  if (self->value == NULL || json_node_get_value_type (self->value) != G_TYPE_BOOLEAN)
    return NULL;
  return g_strdup (json_node_get_boolean (self->value) ? _("Yes") : _("No"));
}

static char *
dup_text (YcFormField *self)
{
  const char *text = yc_form_field_get_text (self);
  const char *unit = yc_form_field_get_unit (self);

  if (text == NULL || *text == '\0')
    return NULL;
  return unit != NULL && *unit != '\0' ? g_strdup_printf ("%s %s", text, unit) : g_strdup (text);
}

/**
 * yc_form_field_dup_words:
 * @self: a field that is not repeating
 *
 * Returns: (transfer full) (nullable): what stands in it as people read it, with its unit; %NULL
 *   for nothing
 */
char *
yc_form_field_dup_words (YcFormField *self)
{
  g_return_val_if_fail (YC_IS_FORM_FIELD (self), NULL);

  if (self->none && self->spec->nullable)
    return g_strdup (yc_form_field_get_none_title (self));
  switch (self->spec->kind)
    {
    case YC_FORM_FIELD_YES_NO:
      return dup_yes_no (self);
    case YC_FORM_FIELD_CHOICE:
    case YC_FORM_FIELD_ALTERNATIVES:
      return dup_chosen (self);
    case YC_FORM_FIELD_CHOICES:
      return dup_picked (self);
    case YC_FORM_FIELD_ATTACHMENT:
      return yc_attachment_describe (self->value);
    case YC_FORM_FIELD_TEXT:
    case YC_FORM_FIELD_MULTILINE:
    case YC_FORM_FIELD_NUMBER:
    case YC_FORM_FIELD_INTEGER:
    case YC_FORM_FIELD_DATE:
    case YC_FORM_FIELD_REPEATING:
    case YC_FORM_FIELD_MONEY:
    default:
      return dup_text (self);
    }
}
