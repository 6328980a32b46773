/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values that are set from outside: by a program, or from what is known already. */
#include "yc-form-private.h"

#include <glib/gi18n-lib.h>

#include "yc-json.h"

static YcFormField *
find_or_fail (YcForm      *self,
              const char  *pointer,
              GError     **error)
{
  YcFormField *field = yc_form_find_field (self, pointer);

  if (field == NULL)
    {
      g_set_error (error, YC_FORMS_ERROR, YC_FORMS_ERROR_SCOPE, _ ("The form has no field at “%s”"),
                   pointer);
      return NULL;
    }
  if (yc_form_field_get_calculated (field))
    {
      g_set_error (error, YC_FORMS_ERROR, YC_FORMS_ERROR_READ_ONLY, "“%s” is computed",
                   yc_form_field_get_title (field));
      return NULL;
    }
  return field;
}

/**
 * yc_form_set_text:
 * @self: a form
 * @pointer: which field
 * @text: (nullable): what was typed
 * @error: return location
 *
 * Like yc_form_field_set_text().
 *
 * Returns: %FALSE with %YC_FORMS_ERROR_SCOPE or %YC_FORMS_ERROR_READ_ONLY
 */
gboolean
yc_form_set_text (YcForm      *self,
                  const char  *pointer,
                  const char  *text,
                  GError     **error)
{
  YcFormField *field;

  g_return_val_if_fail (YC_IS_FORM (self), FALSE);
  g_return_val_if_fail (pointer != NULL, FALSE);

  field = find_or_fail (self, pointer, error);
  if (field == NULL)
    return FALSE;
  yc_form_field_set_text (field, text);
  return TRUE;
}

/**
 * yc_form_set_value:
 * @self: a form
 * @pointer: which field; of a repeating one, all its rows are replaced
 * @value: (nullable) (transfer none): the value, an array of objects for a repeating field; %NULL
 *   or JSON null for none
 * @error: return location
 *
 * Sets a value and works out all that follows from it.
 *
 * Returns: %FALSE with %YC_FORMS_ERROR_SCOPE or %YC_FORMS_ERROR_READ_ONLY
 */
gboolean
yc_form_set_value (YcForm      *self,
                   const char  *pointer,
                   JsonNode    *value,
                   GError     **error)
{
  g_autoptr (JsonNode) copy = NULL;
  YcFormField *field;

  g_return_val_if_fail (YC_IS_FORM (self), FALSE);
  g_return_val_if_fail (pointer != NULL, FALSE);

  field = find_or_fail (self, pointer, error);
  if (field == NULL)
    return FALSE;
  if (field->rows == NULL && field->spec->kind != YC_FORM_FIELD_ALTERNATIVES)
    {
      yc_form_field_set_value (field, value);
      return TRUE;
    }
  if (!yc_json_node_is_null (value))
    copy = yc_json_copy (value);
  yc_form_write_field (self, field, copy);
  yc_form_load_field (self, field);
  if (field->rows != NULL)
    yc_form_trim_rows (self, field);
  yc_form_update (self, pointer);
  return TRUE;
}

/**
 * yc_form_autofill:
 * @self: a form
 * @pointer: which field
 * @value: (nullable) (transfer none): the value; %NULL takes back what was filled in
 * @source: (nullable): translated words that say where it came from
 * @error: return location
 *
 * Sets a value that nobody typed, and says so until somebody changes it.
 *
 * Returns: %FALSE with %YC_FORMS_ERROR_SCOPE or %YC_FORMS_ERROR_READ_ONLY
 */
gboolean
yc_form_autofill (YcForm      *self,
                  const char  *pointer,
                  JsonNode    *value,
                  const char  *source,
                  GError     **error)
{
  YcFormField *field;

  g_return_val_if_fail (YC_IS_FORM (self), FALSE);
  g_return_val_if_fail (pointer != NULL, FALSE);

  field = find_or_fail (self, pointer, error);
  if (field == NULL)
    return FALSE;
  if (field->rows == NULL && field->spec->kind != YC_FORM_FIELD_ALTERNATIVES)
    {
      yc_form_field_fill (field, value, source);
      return TRUE;
    }
  yc_form_field_set_source (field, source);
  return yc_form_set_value (self, pointer, value, error);
}

/**
 * yc_form_fill_from:
 * @self: a form
 * @known: (transfer none): an object with what is known already
 * @name: the member of @known to fill from, such as "applicant"
 * @source: translated words for it
 *
 * Fills the fields that are empty and whose `x-source` is a JSON Pointer into that member, such as
 * "/applicant/mobile".
 *
 * Returns: how many fields were filled
 */
guint
yc_form_fill_from (YcForm     *self,
                   JsonNode   *known,
                   const char *name,
                   const char *source)
{
  g_autofree char *prefix = NULL;
  guint n_filled = 0;

  g_return_val_if_fail (YC_IS_FORM (self), 0);
  g_return_val_if_fail (known != NULL && name != NULL, 0);

  prefix = g_strdup_printf ("/%s/", name);
  for (guint i = 0; i < self->branch->fields->len; i++)
    {
      YcFormField *field = self->branch->fields->pdata[i];
      const char *place = yc_form_field_get_spec (field)->source;
      JsonNode *value;

      if (place == NULL || !g_str_has_prefix (place, prefix) ||
          yc_form_field_get_value (field) != NULL)
        continue;
      value = yc_json_pointer_get (known, place);
      if (yc_json_node_is_null (value) || g_strcmp0 (yc_json_node_get_string (value), "") == 0)
        continue;
      n_filled += yc_form_autofill (self, yc_form_field_get_pointer (field), value, source, NULL);
    }
  return n_filled;
}

/**
 * yc_form_get_today:
 * @self: a form
 *
 * Returns: the day on which it is filled, "YYYY-MM-DD", as yc_form_set_today() said
 */
const char *
yc_form_get_today (YcForm *self)
{
  g_return_val_if_fail (YC_IS_FORM (self), NULL);

  return yc_form_calculations_get_today (self->calculations);
}

/**
 * yc_form_set_today:
 * @self: a form
 * @today: "YYYY-MM-DD"
 *
 * Says on which day the form is filled, for what is computed and checked with it: at first the day
 * on which the form was made.
 */
void
yc_form_set_today (YcForm     *self,
                   const char *today)
{
  g_return_if_fail (YC_IS_FORM (self));
  g_return_if_fail (today != NULL);

  yc_form_calculations_set_today (self->calculations, today);
  yc_form_checks_set_today (self->checks, today);
  yc_form_update (self, NULL);
}
