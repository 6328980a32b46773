/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The filters of placeholders: how a value is shown. The sheet's language is Chinese whatever the
 * clerk's is, so its words are written here as they stand and are not translated. */
#include "yc-certificate-filter-private.h"

#include "yc-day.h"
#include "yc-id-number.h"
#include "yc-json.h"
#include "yc-money.h"

#include <stdlib.h>
#include <string.h>

/* The longest text, in bytes, that a sheet takes from one value. A form allows far less; more would
 * keep a service busy with setting pages that nobody wants. */
#define MAX_TEXT 30000

static const struct
{
  const char  *name;
  YcFilterKind kind;
  gboolean     has_argument;
} filters[] = {
  { "date", YC_FILTER_DATE, FALSE },     { "mask", YC_FILTER_MASK, FALSE },
  { "number", YC_FILTER_NUMBER, FALSE }, { "money", YC_FILTER_MONEY, FALSE },
  { "choice", YC_FILTER_CHOICE, TRUE },  { "default", YC_FILTER_DEFAULT, TRUE },
};

/* "name" or "name:argument"; NULL when there is no such filter. */
YcFilter *
yc_filter_new (const char *source)
{
  const char *colon = strchr (source, ':');
  g_autofree char *name = g_strndup (source, colon ? (gsize) (colon - source) : strlen (source));
  YcFilter *self;

  for (gsize i = 0; i < G_N_ELEMENTS (filters); i++)
    if (g_str_equal (filters[i].name, name) && filters[i].has_argument == (colon != NULL))
      {
        self = g_new0 (YcFilter, 1);
        self->kind = filters[i].kind;
        self->argument = colon ? g_strdup (colon + 1) : NULL;
        return self;
      }

  return NULL;
}

void
yc_filter_free (YcFilter *self)
{
  g_free (self->argument);
  g_free (self);
}

static char *
format_day (int year, int month, int day)
{
  return g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year)
             ? g_strdup_printf ("%d年%d月%d日", year, month, day)
             : NULL;
}

static gboolean
is_day (const char *text)
{
  const char *shape = "0000-00-00";

  for (; *shape != '\0'; shape++, text++)
    if (*shape == '0' ? !g_ascii_isdigit (*text) : *text != *shape)
      return FALSE;

  return *text == '\0';
}

/* A day, or a moment: then the day it was in China. */
static char *
apply_date (const char *text)
{
  g_autoptr (GDateTime) moment = NULL;
  g_autoptr (GDateTime) local = NULL;

  if (is_day (text))
    return format_day (atoi (text), atoi (text + 5), atoi (text + 8));

  moment = g_date_time_new_from_iso8601 (text, NULL);
  if (moment == NULL)
    return NULL;
  local = yc_day_in_china (moment, 0);

  return format_day (g_date_time_get_year (local), g_date_time_get_month (local),
                     g_date_time_get_day_of_month (local));
}

/* 1234567.5 becomes 1,234,567.5. */
static char *
apply_number (const char *text)
{
  const char *digits = text + (*text == '-');
  gsize whole = strspn (digits, "0123456789");
  const char *rest = digits + whole;
  GString *out;

  if (whole == 0 || (*rest != '\0' && (*rest != '.' || rest[1] == '\0' ||
                                       rest[1 + strspn (rest + 1, "0123456789")] != '\0')))
    return NULL;

  out = g_string_new (*text == '-' ? "-" : "");
  for (gsize i = 0; i < whole; i++)
    {
      if (i > 0 && (whole - i) % 3 == 0)
        g_string_append_c (out, ',');
      g_string_append_c (out, digits[i]);
    }
  g_string_append (out, rest);

  return g_string_free (out, FALSE);
}

/* 185050 (fen) becomes 1,850.50. */
static char *
apply_money (const char *text)
{
  gint64 fen;

  if (!g_ascii_string_to_signed (text, 10, -YC_MONEY_MAX, YC_MONEY_MAX, &fen, NULL))
    return NULL;

  return yc_money_format (fen);
}

/* The words for @text in "value=words,value=words". */
static char *
apply_choice (const char *choices, const char *text)
{
  g_auto (GStrv) pairs = g_strsplit (choices, ",", -1);
  gsize length = strlen (text);

  for (gsize i = 0; pairs[i] != NULL; i++)
    if (g_str_has_prefix (pairs[i], text) && pairs[i][length] == '=')
      return g_strdup (pairs[i] + length + 1);

  return NULL;
}

/* Shows @text, which is not empty, as the filter asks; NULL when it cannot. */
char *
yc_filter_apply (const YcFilter *self, const char *text)
{
  switch (self->kind)
    {
    case YC_FILTER_DATE:
      return apply_date (text);
    case YC_FILTER_MASK:
      return yc_id_number_mask (text);
    case YC_FILTER_NUMBER:
      return apply_number (text);
    case YC_FILTER_MONEY:
      return apply_money (text);
    case YC_FILTER_CHOICE:
      return apply_choice (self->argument, text);
    case YC_FILTER_DEFAULT:
      return g_strdup (text);
    default:
      g_assert_not_reached ();
    }
}

/* A value is data, not layout: line ends become spaces, other controls and the characters that turn
 * the reading direction go. */
static char *
clean_text (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *out = g_string_sized_new (strlen (valid));

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '\n' || c == '\r' || c == '\t' || c == 0x2028 || c == 0x2029)
        g_string_append_c (out, ' ');
      else if (!g_unichar_iscntrl (c) && !(c >= 0x202a && c <= 0x202e) &&
               !(c >= 0x2066 && c <= 0x2069) && c != 0xfeff)
        g_string_append_unichar (out, c);
    }

  return g_strstrip (g_string_free (out, FALSE));
}

static char *
join_array (JsonArray *array)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      char *part = JSON_NODE_HOLDS_VALUE (element) ? yc_filter_node_text (element) : NULL;

      if (part == NULL)
        return NULL;
      g_ptr_array_add (parts, part);
    }
  g_ptr_array_add (parts, NULL);

  return g_strjoinv ("、", (char **) parts->pdata);
}

/* A value as plain text; "" for null; NULL for what is no plain value, or far too long. */
char *
yc_filter_node_text (JsonNode *node)
{
  const char *text;

  if (yc_json_node_is_null (node))
    return g_strdup ("");
  if (JSON_NODE_HOLDS_ARRAY (node))
    return join_array (json_node_get_array (node));
  if (!JSON_NODE_HOLDS_VALUE (node))
    return NULL;
  text = yc_json_node_get_string (node);
  if (text != NULL)
    return strlen (text) <= MAX_TEXT ? clean_text (text) : NULL;
  if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return g_strdup (json_node_get_boolean (node) ? "是" : "否");

  return yc_json_write (node);
}
