/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What was typed into a field, and the value that it means. Chinese input methods give full-width
 * digits and punctuation as easily as plain ones; both mean the same here. What means nothing is
 * kept as it was typed, as a string, which the schema then refuses in the clerk's words.
 */
#include "yc-form-text-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "yc-form-text-formats-private.h"
#include "yc-json.h"

static const struct
{
  gunichar    wide;
  const char *plain;
} PUNCTUATION[] = {
  { 0x3000, " " }, /* ideographic space */
  { 0x3002, "." }, /* 。 */
  { 0xff0e, "." }, /* ． */
  { 0xff0c, "," }, /* ， */
  { 0x3001, "," }, /* 、 */
  { 0x2212, "-" }, /* minus sign */
  { 0x2013, "-" }, /* en dash */
  { 0x2014, "-" }, /* em dash */
};

/* Half-width, without the spaces around it. */
static char *
to_plain (const char *text)
{
  g_autoptr (GString) plain = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      const char *replacement = NULL;

      for (gsize i = 0; i < G_N_ELEMENTS (PUNCTUATION) && replacement == NULL; i++)
        {
          if (PUNCTUATION[i].wide == c)
            replacement = PUNCTUATION[i].plain;
        }
      if (replacement != NULL)
        g_string_append (plain, replacement);
      else
        g_string_append_unichar (plain, c >= 0xff01 && c <= 0xff5e ? c - 0xfee0 : c);
    }
  return g_strstrip (g_string_free (g_steal_pointer (&plain), FALSE));
}

static gboolean
is_space (gunichar c)
{
  return g_unichar_isspace (c) || c == 0x3000 || c == 0xfeff || c == 0x200b;
}

/* Without the spaces around it, those of Chinese typing included. */
static char *
trim (const char *text)
{
  const char *end = text + strlen (text);

  while (*text != '\0' && is_space (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  while (end > text && is_space (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  return g_strndup (text, (gsize) (end - text));
}

static void
strip_spaces (char *text)
{
  char *to = text;

  for (const char *from = text; *from != '\0'; from++)
    {
      if (*from != ' ')
        *to++ = *from;
    }
  *to = '\0';
}

/* Takes the commas out of 1,234,567; FALSE if they stand elsewhere. */
static gboolean
strip_grouping (char *text)
{
  const char *point = strchr (text, '.');
  gsize length = point == NULL ? strlen (text) : (gsize) (point - text);
  char *to = text;

  if (point != NULL && strchr (point, ',') != NULL)
    return FALSE;
  for (gsize i = 0; text[i] != '\0'; i++)
    {
      if (text[i] != ',')
        *to++ = text[i];
      else if (i == 0 || (length - i) % 4 != 0)
        return FALSE;
    }
  *to = '\0';
  return TRUE;
}

static gboolean
looks_like_number (const char *text)
{
  gsize whole, fraction;

  if (*text == '-' || *text == '+')
    text++;
  whole = strspn (text, "0123456789");
  if (whole == 0 || text[whole] == '\0')
    return whole > 0;
  if (text[whole] != '.')
    return FALSE;
  fraction = strspn (text + whole + 1, "0123456789");
  return fraction > 0 && text[whole + 1 + fraction] == '\0';
}

static JsonNode *
read_number (const YcFormSpec *spec,
             const char       *text)
{
  g_autofree char *plain = to_plain (text);
  JsonNode *node;
  double number;
  gint64 whole;

  if (spec->unit != NULL && *spec->unit != '\0' && g_str_has_suffix (plain, spec->unit))
    plain[strlen (plain) - strlen (spec->unit)] = '\0';
  strip_spaces (plain);
  if (!strip_grouping (plain) || !looks_like_number (plain))
    return NULL;
  node = json_node_alloc ();
  if (g_ascii_string_to_signed (*plain == '+' ? plain + 1 : plain, 10, G_MININT64, G_MAXINT64,
                                &whole, NULL))
    return json_node_init_int (node, whole);
  number = g_ascii_strtod (plain, NULL);
  if (!isfinite (number))
    {
      json_node_unref (node);
      return NULL;
    }
  return json_node_init_double (node, number);
}

/* 2026-11-21, 2026/11/21, 2026.11.21, 20261121, 2026年11月21日 */
static JsonNode *
read_date (const char *text)
{
  g_autofree char *plain = to_plain (text);
  g_autofree char *date = NULL;
  guint year = 0, month = 0, day = 0;
  int end = 0;

  strip_spaces (plain);
  if (strlen (plain) == 8 && strspn (plain, "0123456789") == 8)
    sscanf (plain, "%4u%2u%2u%n", &year, &month, &day, &end);
  else if (g_ascii_isdigit (*plain) &&
           sscanf (plain, "%4u年%2u月%2u%n", &year, &month, &day, &end) == 3)
    end += g_str_has_prefix (plain + end, "日") ? (int) strlen ("日") : 0;
  else if (g_ascii_isdigit (*plain))
    sscanf (plain, "%4u%*1[-/.]%2u%*1[-/.]%2u%n", &year, &month, &day, &end);
  if (end == 0 || plain[end] != '\0' || year < 1000 ||
      !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return NULL;
  date = g_strdup_printf ("%04u-%02u-%02u", year, month, day);
  return yc_json_string_node (date);
}

static gboolean
is_one_of (const char *text,
           const char *words)
{
  g_auto (GStrv) list = g_strsplit (words, "|", -1);

  return g_strv_contains ((const char *const *) list, text);
}

static JsonNode *
read_yes_no (const char *text)
{
  g_autofree char *lower = g_utf8_strdown (text, -1);

  if (g_str_equal (text, _ ("Yes")) || is_one_of (lower, "true|yes|y|是|有|1"))
    return json_node_init_boolean (json_node_alloc (), TRUE);
  if (g_str_equal (text, _ ("No")) || is_one_of (lower, "false|no|n|否|无|没有|0"))
    return json_node_init_boolean (json_node_alloc (), FALSE);
  return NULL;
}

static JsonNode *
read_choice (const YcFormSpec *spec,
             const char       *text)
{
  for (guint i = 0; i < spec->choice_titles->len; i++)
    {
      JsonNode *value = g_ptr_array_index (spec->choice_values, i);

      if (g_str_equal (g_ptr_array_index (spec->choice_titles, i), text) ||
          g_strcmp0 (yc_json_node_get_string (value), text) == 0)
        return json_node_ref (value);
    }
  return NULL;
}

static JsonNode *
read_format (const YcFormSpec *spec,
             const char       *text)
{
  g_autofree char *plain = to_plain (text);

  return yc_form_text_read_format (spec->format, plain);
}

/* The value that @text means, the text itself where it means none, NULL where there is none. */
JsonNode *
yc_form_text_to_value (const YcFormSpec *spec,
                       const char       *text)
{
  g_autofree char *trimmed = trim (text);
  JsonNode *value = NULL;

  if (*trimmed == '\0')
    return NULL;
  switch (spec->kind)
    {
    case YC_FORM_FIELD_NUMBER:
    case YC_FORM_FIELD_INTEGER:
      value = read_number (spec, trimmed);
      break;
    case YC_FORM_FIELD_DATE:
      value = read_date (trimmed);
      break;
    case YC_FORM_FIELD_YES_NO:
      value = read_yes_no (trimmed);
      break;
    case YC_FORM_FIELD_CHOICE:
      value = read_choice (spec, trimmed);
      break;
    case YC_FORM_FIELD_MONEY:
      value = yc_form_text_read_money (trimmed);
      break;
    case YC_FORM_FIELD_TEXT:
      value = read_format (spec, trimmed);
      break;
    case YC_FORM_FIELD_MULTILINE:
    case YC_FORM_FIELD_REPEATING:
    case YC_FORM_FIELD_CHOICES:
    case YC_FORM_FIELD_ATTACHMENT:
    case YC_FORM_FIELD_ALTERNATIVES:
    default:
      break;
    }
  return value == NULL ? yc_json_string_node (trimmed) : value;
}

/* Without an exponent, which nobody at a counter reads. */
static char *
write_number (JsonNode *value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  double number = json_node_get_double (value);

  if (floor (number) != number || fabs (number) >= 1e21)
    return yc_json_write (value);
  return g_strdup (g_ascii_formatd (text, sizeof text, "%.0f", number));
}

static char *
write_text (const YcFormSpec *spec,
            const char       *text)
{
  char *shown = yc_form_text_write_format (spec->format, text);

  return shown == NULL ? g_strdup (text) : shown;
}

/* How @value (nullable) is shown, "" for none. */
char *
yc_form_text_from_value (const YcFormSpec *spec,
                         JsonNode         *value)
{
  const char *text = yc_json_node_get_string (value);
  char *money = spec->kind == YC_FORM_FIELD_MONEY ? yc_form_text_write_money (value) : NULL;

  if (yc_json_node_is_null (value))
    return g_strdup ("");
  if (money != NULL)
    return money;
  for (guint i = 0; spec->choice_values != NULL && i < spec->choice_values->len; i++)
    {
      if (yc_json_equal (g_ptr_array_index (spec->choice_values, i), value))
        return g_strdup (g_ptr_array_index (spec->choice_titles, i));
    }
  if (JSON_NODE_HOLDS_VALUE (value) && json_node_get_value_type (value) == G_TYPE_BOOLEAN)
    return g_strdup (json_node_get_boolean (value) ? _ ("Yes") : _ ("No"));
  if (JSON_NODE_HOLDS_VALUE (value) && json_node_get_value_type (value) == G_TYPE_DOUBLE)
    return write_number (value);
  return text == NULL ? yc_json_write (value) : write_text (spec, text);
}

/* How @text is written once the field is left: half-width where it is a number or a code, without
 * spaces around it, dates in one form. */
char *
yc_form_text_tidy (const YcFormSpec *spec,
                   const char       *text)
{
  g_autofree char *plain = to_plain (text);
  g_autoptr (JsonNode) value = NULL;
  char *tidy = yc_form_text_tidy_format (spec->format, plain);

  if (tidy != NULL)
    return tidy;
  value = yc_form_text_to_value (spec, text);
  return yc_form_text_from_value (spec, value);
}
