/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * How people write times, numbers and amounts of a known format, and how the data have them. Times at a
 * counter are those of China, which has one zone and no summer time: +08:00.
 */
#include "yc-form-text-formats-private.h"

#include <string.h>

#include "yc-json.h"
#include "yc-money.h"

#define ZONE "+08:00"

typedef struct
{
  guint hour;
  guint minute;
  guint second;
} Clock;

static GRegex *
compile (const char *pattern)
{
  return g_regex_new (pattern, G_REGEX_OPTIMIZE | G_REGEX_CASELESS, 0, NULL);
}

static guint
get_number (GMatchInfo *match,
            const char *name)
{
  g_autofree char *text = g_match_info_fetch_named (match, name);

  return text == NULL ? 0 : (guint) g_ascii_strtoull (text, NULL, 10);
}

static gboolean
has_word (GMatchInfo *match,
          const char *name,
          const char *words)
{
  g_autofree char *text = g_match_info_fetch_named (match, name);
  g_autofree char *lower = g_ascii_strdown (text == NULL ? "" : text, -1);
  g_auto (GStrv) list = g_strsplit (words, "|", -1);

  return g_strv_contains ((const char *const *) list, lower);
}

/* 下午2点 is 14:00, 中午12点 12:00, 凌晨12点 0:00. */
static gboolean
apply_half_day (GMatchInfo *match,
                Clock      *clock)
{
  gboolean late = has_word (match, "half", "下午|晚上|傍晚|中午|pm") || has_word (match, "ampm", "pm");
  gboolean early = has_word (match, "half", "上午|早上|凌晨|am") || has_word (match, "ampm", "am");

  if (late && clock->hour < 12 && !(has_word (match, "half", "中午") && clock->hour == 11))
    clock->hour += 12;
  if (early && clock->hour == 12)
    clock->hour = 0;
  return clock->hour < 24 && clock->minute < 60 && clock->second < 60;
}

/* 14:30, 14:30:05, 1430, 14点30分, 14时, 下午2点半, 2:30 pm */
static gboolean
read_clock (const char *text,
            Clock      *clock)
{
  static gsize once;
  static GRegex *regex;
  g_autoptr (GMatchInfo) match = NULL;

  if (g_once_init_enter (&once))
    {
      regex = compile ("^(?<half>上午|下午|早上|中午|晚上|傍晚|凌晨|am|pm)?\\s*(?J:"
                       "(?<hour>\\d{1,2})\\s*[:点时]\\s*(?<minute>\\d{1,2})\\s*分?"
                       "\\s*(?::?\\s*(?<second>\\d{1,2})\\s*秒?)?"
                       "|(?<hour>\\d{1,2})\\s*[点时]\\s*(?<point>半|整|钟)?"
                       "|(?<hour>\\d{1,2})(?<minute>\\d{2})"
                       ")\\s*(?<ampm>am|pm)?$");
      g_once_init_leave (&once, 1);
    }
  if (!g_regex_match (regex, text, 0, &match))
    return FALSE;
  clock->hour = get_number (match, "hour");
  clock->minute = has_word (match, "point", "半") ? 30 : get_number (match, "minute");
  clock->second = get_number (match, "second");
  return apply_half_day (match, clock);
}

static JsonNode *
read_time (const char *plain)
{
  g_autofree char *text = NULL;
  Clock clock;

  if (!read_clock (plain, &clock))
    return NULL;
  text = g_strdup_printf ("%02u:%02u:%02u" ZONE, clock.hour, clock.minute, clock.second);
  return yc_json_string_node (text);
}

/* A date in any of its writings, and a time behind it. */
static JsonNode *
read_date_time (const char *plain)
{
  static gsize once;
  static GRegex *regex;
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *text = NULL;
  g_autofree char *time = NULL;
  guint year, month, day;
  Clock clock;

  if (g_once_init_enter (&once))
    {
      regex = compile ("^(?J:(?<year>\\d{4})\\s*[-/.年]\\s*(?<month>\\d{1,2})\\s*[-/.月]\\s*"
                       "(?<day>\\d{1,2})\\s*日?|(?<year>\\d{4})(?<month>\\d{2})(?<day>\\d{2}))"
                       "(?:[ T,]+|(?<=日))\\s*(?<time>.+)$");
      g_once_init_leave (&once, 1);
    }
  if (!g_regex_match (regex, plain, 0, &match))
    return NULL;
  year = get_number (match, "year");
  month = get_number (match, "month");
  day = get_number (match, "day");
  time = g_match_info_fetch_named (match, "time");
  if (year < 1000 || month > 12 || day > 31 ||
      !g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year) ||
      !read_clock (time, &clock))
    return NULL;
  text = g_strdup_printf ("%04u-%02u-%02uT%02u:%02u:%02u" ZONE, year, month, day, clock.hour,
                          clock.minute, clock.second);
  return yc_json_string_node (text);
}

JsonNode *
yc_form_text_read_format (const char *format,
                          const char *plain)
{
  if (g_strcmp0 (format, "time") == 0)
    return read_time (plain);
  if (g_strcmp0 (format, "date-time") == 0)
    return read_date_time (plain);
  return NULL;
}

/* "14:30:00+08:00" → "14:30"; times of other zones stay as they are. */
static char *
write_time (const char *text)
{
  gsize length = strlen (text);

  if (length != strlen ("00:00:00" ZONE) || !g_str_has_suffix (text, ZONE))
    return NULL;
  return g_strndup (text, g_str_equal (text + 5, ":00" ZONE) ? 5 : 8);
}

static char *
write_date_time (const char *text)
{
  g_autofree char *time = NULL;

  if (strlen (text) < 11 || (text[10] != 'T' && text[10] != 't'))
    return NULL;
  time = write_time (text + 11);
  return time == NULL ? NULL : g_strdup_printf ("%.10s %s", text, time);
}

/* How a value is shown, NULL where it is shown as it is. */
char *
yc_form_text_write_format (const char *format,
                           const char *text)
{
  if (g_strcmp0 (format, "time") == 0)
    return write_time (text);
  if (g_strcmp0 (format, "date-time") == 0)
    return write_date_time (text);
  return NULL;
}

/* Codes */

static char *
without (const char *text,
         const char *characters)
{
  GString *rest = g_string_new (NULL);

  for (; *text != '\0'; text++)
    {
      if (strchr (characters, *text) == NULL)
        g_string_append_c (rest, *text);
    }
  return g_string_free (rest, FALSE);
}

/* +86 138-0013-8000 */
static char *
tidy_mobile (const char *plain)
{
  g_autofree char *digits = without (plain, " -");
  gsize prefix = g_str_has_prefix (digits, "+86") ? 3 : 0;

  return g_strdup (strlen (digits) == 11 + prefix ? digits + prefix : digits);
}

static char *
tidy_capitals (const char *plain)
{
  g_autofree char *rest = without (plain, " ");

  return g_ascii_strup (rest, -1);
}

/* A name that is no code yet keeps its spaces. */
static char *
tidy_digits (const char *plain)
{
  return strspn (plain, "0123456789 ") == strlen (plain) ? without (plain, " ") : g_strdup (plain);
}

/* How a number is written once its field is left; NULL where the format has no rule for it. */
char *
yc_form_text_tidy_format (const char *format,
                          const char *plain)
{
  static const struct
  {
    const char *format;
    char *(*tidy) (const char *plain);
  } formats[] = {
    { "id-number", tidy_capitals },
    { "uscc", tidy_capitals },
    { "mobile", tidy_mobile },
    { "place-code", tidy_digits },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      if (g_strcmp0 (formats[i].format, format) == 0)
        return formats[i].tidy (plain);
    }
  return NULL;
}

/* The fen that @text means; NULL if it is no amount. */
JsonNode *
yc_form_text_read_money (const char *text)
{
  gint64 fen;

  if (!yc_money_parse (text, &fen))
    return NULL;
  return json_node_init_int (json_node_alloc (), fen);
}

/* "1,234.50"; NULL if @value is not a whole number of fen. */
char *
yc_form_text_write_money (JsonNode *value)
{
  double number;

  if (!yc_json_node_get_number (value, &number) || number > YC_MONEY_MAX ||
      number < -YC_MONEY_MAX || (double) (gint64) number != number)
    return NULL;
  return yc_money_format ((gint64) number);
}
