/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be told from a valid value, so that a wrong one is seen by its meaning. */
#include "yc-form-editor.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "yc-id-number.h"
#include "yc-money.h"

static gboolean
is_format (YcFormField *field,
           const char  *format)
{
  return g_strcmp0 (yc_form_field_get_format (field), format) == 0;
}

static char *
derive_id_number (YcFormField *field)
{
  YcIdNumber number;

  if (!yc_id_number_parse (yc_form_field_get_text (field), &number, NULL))
    return NULL;
  /* Translators: the sex and the birth date (year, month, day) that an ID number tells. */
  return g_strdup_printf (_ ("%s, born %04u-%02u-%02u"), yc_sex_get_title (number.sex),
                          g_date_get_year (&number.birth), g_date_get_month (&number.birth),
                          g_date_get_day (&number.birth));
}

/* 大写, as vouchers have it. */
static char *
derive_money (YcFormField *field)
{
  JsonNode *value = yc_form_field_get_value (field);

  if (value == NULL || !JSON_NODE_HOLDS_VALUE (value) ||
      json_node_get_value_type (value) != G_TYPE_INT64 ||
      ABS (json_node_get_int (value)) > YC_MONEY_MAX)
    return NULL;
  return yc_money_to_capital (json_node_get_int (value));
}

static char *
derive_date (YcFormField *field)
{
  const char *text = yc_form_field_get_text (field);
  g_autoptr (GDateTime) day = NULL;
  int year, month, date, end = 0;

  if (sscanf (text, "%4d-%2d-%2d%n", &year, &month, &date, &end) != 3 || end != 10)
    return NULL;
  day = g_date_time_new_utc (year, month, date, 0, 0, 0);
  return day == NULL ? NULL : g_date_time_format (day, "%A");
}

/* The entry shows the names, this the code. */
static char *
derive_place (YcFormField *field)
{
  const char *code = yc_form_field_get_text (field);
  gsize length = strlen (code);

  if ((length != 6 && length != 9 && length != 12) || strspn (code, "0123456789") != length)
    return NULL;
  /* Translators: of an administrative division. */
  return g_strdup_printf (_ ("Code %s"), code);
}

/**
 * yc_form_editor_derive:
 * @field: a field
 *
 * Returns: (transfer full) (nullable): what can be told from a valid value: birth date and sex from
 *   an ID number, an amount in Chinese capitals, the day of the week, the
 *   code of a place
 */
char *
yc_form_editor_derive (YcFormField *field)
{
  if (yc_form_field_get_kind (field) == YC_FORM_FIELD_MONEY)
    return derive_money (field);
  if (yc_form_field_get_kind (field) == YC_FORM_FIELD_DATE || is_format (field, "date-time"))
    return derive_date (field);
  if (is_format (field, "place-code"))
    return derive_place (field);
  return is_format (field, "id-number") ? derive_id_number (field) : NULL;
}
