/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JsonLogic: our own operators for days, for what an ID number tells, and for rounding. */
#include "yc-logic-private.h"

#include "yc-id-number.h"
#include "yc-json.h"

#include <float.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

/* Days beyond this make no sense on a form and would leave GDate's range. */
#define MAX_SHIFT 200000
#define MAX_YEAR 9999

static JsonNode *
argument (JsonNode **args,
          guint      n,
          guint      i)
{
  return i < n ? args[i] : NULL;
}

/* "YYYY-MM-DD", with a time after it or not. */
static gboolean
read_day (JsonNode *value,
          GDate    *day)
{
  const char *text = yc_json_node_get_string (value);
  guint y, m, d;
  int end = 0;

  if (text == NULL || sscanf (text, "%4u-%2u-%2u%n", &y, &m, &d, &end) != 3 || end != 10 ||
      (text[10] != '\0' && text[10] != 'T') || !g_date_valid_dmy (d, m, y))
    return FALSE;
  g_date_clear (day, 1);
  g_date_set_dmy (day, d, m, y);
  return TRUE;
}

static JsonNode *
write_day (const GDate *day)
{
  char text[16];

  if (g_date_get_year (day) > MAX_YEAR)
    return yc_logic_null ();
  g_snprintf (text, sizeof text, "%04u-%02u-%02u", g_date_get_year (day), g_date_get_month (day),
              g_date_get_day (day));
  return yc_json_string_node (text);
}

static gboolean
read_today (const YcLogicRun *run,
            GDate            *day)
{
  g_autoptr (JsonNode) today = NULL;

  if (run->scene == NULL || run->scene->today == NULL)
    return FALSE;
  today = yc_json_string_node (run->scene->today);
  return read_day (today, day);
}

static JsonNode *
apply_today (YcLogicRun  *run,
             JsonNode   **args,
             guint        n,
             JsonNode    *data)
{
  GDate day;

  return read_today (run, &day) ? write_day (&day) : yc_logic_null ();
}

/* Full months from @from to @to, which is not before it. Where the last month lacks the day, its
 * last day completes the month (Civil Code, article 202). */
static int
count_months (const GDate *from,
              const GDate *to)
{
  int months = 12 * (g_date_get_year (to) - g_date_get_year (from));

  months += (int) g_date_get_month (to) - (int) g_date_get_month (from);
  if (g_date_get_day (to) < g_date_get_day (from) && !g_date_is_last_of_month (to))
    months--;
  return months;
}

/* In between the two days, backwards below zero. */
static gboolean
read_months (JsonNode **args,
             guint      n,
             int       *months)
{
  GDate from, to;

  if (!read_day (argument (args, n, 0), &from) || !read_day (argument (args, n, 1), &to))
    return FALSE;
  *months = g_date_compare (&from, &to) <= 0 ? count_months (&from, &to)
                                             : -count_months (&to, &from);
  return TRUE;
}

static JsonNode *
apply_days (YcLogicRun  *run,
            JsonNode   **args,
            guint        n,
            JsonNode    *data)
{
  GDate from, to;

  if (!read_day (argument (args, n, 0), &from) || !read_day (argument (args, n, 1), &to))
    return yc_logic_null ();
  return yc_logic_number (g_date_days_between (&from, &to));
}

static JsonNode *
apply_months (YcLogicRun  *run,
              JsonNode   **args,
              guint        n,
              JsonNode    *data)
{
  int months;

  return read_months (args, n, &months) ? yc_logic_number (months) : yc_logic_null ();
}

static JsonNode *
apply_years (YcLogicRun  *run,
             JsonNode   **args,
             guint        n,
             JsonNode    *data)
{
  int months;

  return read_months (args, n, &months) ? yc_logic_number (months / 12) : yc_logic_null ();
}

static gboolean
read_shift (JsonNode **args,
            guint      n,
            GDate     *day,
            int       *shift)
{
  double number = yc_logic_to_number (argument (args, n, 1));

  if (!read_day (argument (args, n, 0), day) || isnan (number) || fabs (number) > MAX_SHIFT)
    return FALSE;
  *shift = (int) trunc (number);
  return TRUE;
}

static JsonNode *
apply_add_days (YcLogicRun  *run,
                JsonNode   **args,
                guint        n,
                JsonNode    *data)
{
  GDate day;
  int shift;

  if (!read_shift (args, n, &day, &shift) || (int) g_date_get_julian (&day) + shift < 1)
    return yc_logic_null ();
  g_date_set_julian (&day, (guint32) ((int) g_date_get_julian (&day) + shift));
  return write_day (&day);
}

static JsonNode *
shift_months (GDate *day,
              int    months)
{
  int first = 12 * g_date_get_year (day) + (int) g_date_get_month (day) - 1;

  if (first + months < 12 || first + months >= 12 * (MAX_YEAR + 1))
    return yc_logic_null ();
  if (months >= 0)
    g_date_add_months (day, (guint) months);
  else
    g_date_subtract_months (day, (guint) -months);
  return write_day (day);
}

static JsonNode *
apply_add_months (YcLogicRun  *run,
                  JsonNode   **args,
                  guint        n,
                  JsonNode    *data)
{
  GDate day;
  int shift;

  return read_shift (args, n, &day, &shift) ? shift_months (&day, shift) : yc_logic_null ();
}

static JsonNode *
apply_add_years (YcLogicRun  *run,
                 JsonNode   **args,
                 guint        n,
                 JsonNode    *data)
{
  GDate day;
  int shift;

  return read_shift (args, n, &day, &shift) ? shift_months (&day, 12 * shift) : yc_logic_null ();
}

/* What an ID number says; of a birth date, only that. */
static gboolean
read_person (JsonNode   *value,
             YcIdNumber *person)
{
  const char *text = yc_json_node_get_string (value);

  memset (person, 0, sizeof *person);
  return text != NULL &&
         (read_day (value, &person->birth) || yc_id_number_parse (text, person, NULL));
}

static JsonNode *
apply_age (YcLogicRun  *run,
           JsonNode   **args,
           guint        n,
           JsonNode    *data)
{
  YcIdNumber person;
  GDate on;
  gboolean known = n > 1 ? read_day (args[1], &on) : read_today (run, &on);

  if (!known || !read_person (argument (args, n, 0), &person))
    return yc_logic_null ();
  return yc_logic_number (yc_id_number_age (&person, &on));
}

static JsonNode *
apply_birth (YcLogicRun  *run,
             JsonNode   **args,
             guint        n,
             JsonNode    *data)
{
  YcIdNumber person;

  return read_person (argument (args, n, 0), &person) ? write_day (&person.birth)
                                                      : yc_logic_null ();
}

static JsonNode *
apply_sex (YcLogicRun  *run,
           JsonNode   **args,
           guint        n,
           JsonNode    *data)
{
  YcIdNumber person;
  JsonNode *word;

  if (!read_person (argument (args, n, 0), &person) || person.sex == 0)
    return yc_logic_null ();
  word = argument (args, n, person.sex == YC_SEX_MALE ? 1 : 2);
  return word != NULL ? json_node_ref (word) : yc_json_string_node (yc_sex_to_string (person.sex));
}

/* A number that lies on the edge as it was written, such as 1.005, counts as lying there. */
static JsonNode *
round_with (double     (*round_one) (double),
            JsonNode   **args,
            guint        n)
{
  double number = yc_logic_to_number (argument (args, n, 0));
  double places = n > 1 ? yc_logic_to_number (args[1]) : 0;
  double scale, near;

  if (isnan (number) || isnan (places) || fabs (places) > 9)
    return yc_logic_null ();
  scale = pow (10, trunc (places));
  number *= scale;
  near = round (2 * number) / 2;
  if (fabs (number - near) <= 4 * DBL_EPSILON * fabs (number))
    number = near;
  return yc_logic_number (round_one (number) / scale);
}

static JsonNode *
apply_round (YcLogicRun  *run,
             JsonNode   **args,
             guint        n,
             JsonNode    *data)
{
  return round_with (round, args, n);
}

static JsonNode *
apply_floor (YcLogicRun  *run,
             JsonNode   **args,
             guint        n,
             JsonNode    *data)
{
  return round_with (floor, args, n);
}

static JsonNode *
apply_ceil (YcLogicRun  *run,
            JsonNode   **args,
            guint        n,
            JsonNode    *data)
{
  return round_with (ceil, args, n);
}

/* Fen as yuan with two decimals, to be put into a text. */
static JsonNode *
apply_yuan (YcLogicRun  *run,
            JsonNode   **args,
            guint        n,
            JsonNode    *data)
{
  double fen = yc_logic_to_number (argument (args, n, 0));
  g_autofree char *text = NULL;

  if (isnan (fen) || fabs (fen) > 0x1p53 || n == 0 || yc_json_node_is_null (args[0]))
    return yc_logic_null ();
  fen = round (fen);
  text = g_strdup_printf ("%s%.0f.%02.0f", fen < 0 ? "-" : "", floor (fabs (fen) / 100),
                          fmod (fabs (fen), 100));
  return yc_json_string_node (text);
}

static const YcLogicOperator date_operators[] = {
  { "today", apply_today },
  { "days", apply_days },
  { "months", apply_months },
  { "years", apply_years },
  { "add_days", apply_add_days },
  { "add_months", apply_add_months },
  { "add_years", apply_add_years },
  { "age", apply_age },
  { "birth", apply_birth },
  { "sex", apply_sex },
  { "round", apply_round },
  { "floor", apply_floor },
  { "ceil", apply_ceil },
  { "yuan", apply_yuan },
};

const YcLogicOperator *
yc_logic_find_date (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (date_operators); i++)
    if (strcmp (date_operators[i].name, name) == 0)
      return &date_operators[i];
  return NULL;
}
