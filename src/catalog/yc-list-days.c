/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The days on which a question list is to be proven.
 *
 * A rule that compares only today with fixed days is tried on every day around them. One that counts from
 * an answer to today moves with today, against the fixed days that answers are compared with: what it says
 * can change when a fixed day is as far from today as it counts, and where months have different lengths.
 */
#include "yc-list-days-private.h"

#include <math.h>

#include "yc-day.h"
#include "yc-json.h"
#include "yc-list-leaf-private.h"
#include "yc-logic-reads.h"
#include "yc-logic.h"
#include "yc-question-outcome.h"

#define MOST_DAYS 250u
#define MOST_TRIES 300000u
#define FARTHEST 200000.0
/* Beyond its fixed days, this many years of a rule are tried; without any, those from 2024 to 2032. */
#define YEARS_AROUND 2

typedef enum
{
  UNIT_DAYS = 1 << 0,
  UNIT_MONTHS = 1 << 1,
  UNIT_YEARS = 1 << 2,
} Unit;

static const struct
{
  const char *name;
  Unit        unit;
} operators[] = {
  { "days", UNIT_DAYS },         { "add_days", UNIT_DAYS },
  { "months", UNIT_MONTHS },     { "add_months", UNIT_MONTHS },
  { "years", UNIT_YEARS },       { "add_years", UNIT_YEARS },
  { "age", UNIT_YEARS },
};

/* Ends of months, the day that there is every four years, the turn of the year. */
static const char *const awkward[] = {
  "2026-03-31", "2026-12-31", "2027-02-28", "2027-03-01", "2028-02-28", "2028-02-29", "2028-03-01",
};

/* @named: the fixed days, Julian; @counts: what is counted to, in @units; @moves: whether from an answer to
 * today */
typedef struct
{
  GArray  *days;
  GArray  *named;
  GArray  *counts;
  guint    units;
  gboolean moves;
  guint    n_tries;
} Found;

/* What a part of a rule has in it. */
typedef struct
{
  GArray  *named;
  GArray  *counts;
  guint    units;
  gboolean tells_time;
} Parts;

static void
add_day (GArray *days,
         guint   day)
{
  for (guint i = 0; i < days->len; i++)
    if (g_array_index (days, guint, i) == day)
      return;
  g_array_append_val (days, day);
}

static char *
write_day (guint julian)
{
  char text[16];
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_julian (&day, julian);
  g_date_strftime (text, sizeof text, "%Y-%m-%d", &day);
  return g_strdup (text);
}

static void
note_value (Parts    *parts,
            JsonNode *node)
{
  GDate day;
  double number;

  if (yc_day_parse (yc_json_node_get_string (node), &day))
    add_day (parts->named, g_date_get_julian (&day));
  else if (yc_json_node_get_number (node, &number) && fabs (number) <= FARTHEST)
    {
      int count = (int) floor (fabs (number));

      g_array_append_val (parts->counts, count);
    }
}

/* "today", or one of those that go by today when nothing else is said. */
static void
note_operator (Parts      *parts,
               const char *name,
               JsonNode   *arguments)
{
  JsonArray *array = yc_json_node_get_array (arguments);
  gboolean alone = array == NULL || json_array_get_length (array) == 1;

  parts->tells_time |= g_str_equal (name, "today");
  for (guint i = 0; i < G_N_ELEMENTS (operators); i++)
    if (g_str_equal (operators[i].name, name))
      {
        parts->units |= operators[i].unit;
        parts->tells_time |= alone;
      }
}

static void
note_parts (Parts    *parts,
            JsonNode *rule)
{
  const char *name = NULL;
  JsonNode *arguments = yc_logic_get_operation (rule, &name);
  JsonArray *array = yc_json_node_get_array (arguments != NULL ? arguments : rule);

  if (arguments != NULL)
    note_operator (parts, name, arguments);
  if (array != NULL)
    for (guint i = 0; i < json_array_get_length (array); i++)
      note_parts (parts, json_array_get_element (array, i));
  else if (arguments != NULL)
    note_parts (parts, arguments);
  else
    note_value (parts, rule);
}

static gboolean
is_too_much (const Found *found)
{
  return found->days->len > MOST_DAYS || found->n_tries > MOST_TRIES;
}

static gboolean
holds_on (Found    *found,
          JsonNode *rule,
          guint     day)
{
  g_autofree char *today = write_day (day);
  YcLogicScene scene = { .today = today };
  g_autoptr (JsonNode) result = yc_logic_apply_in (rule, NULL, &scene, NULL);

  found->n_tries++;
  return result != NULL && yc_logic_truthy (result);
}

static guint
julian (int year)
{
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, 1, G_DATE_JANUARY, (GDateYear) year);
  return g_date_get_julian (&day);
}

/* Each day on which a rule that looks at nothing but today changes its mind, and the day before. */
static void
try_days (Found       *found,
          JsonNode    *rule,
          const Parts *parts)
{
  guint first = julian (2024), last = julian (2033);
  gboolean before;

  for (guint i = 0; i < parts->named->len; i++)
    {
      guint day = g_array_index (parts->named, guint, i);

      first = MIN (first, day > 366 * (YEARS_AROUND + 1) ? day - 366 * YEARS_AROUND : first);
      last = MAX (last, day + 366 * YEARS_AROUND);
    }
  before = holds_on (found, rule, first);
  for (guint day = first + 1; day <= last && !is_too_much (found); day++)
    {
      gboolean holds = holds_on (found, rule, day);

      if (holds == before)
        continue;
      add_day (found->days, day - 1);
      add_day (found->days, day);
      before = holds;
    }
}

static void
note_read_cb (const YcLogicRead *read,
              gpointer           user_data)
{
  *(gboolean *) user_data = TRUE;
}

static void
append_all (GArray *to,
            GArray *from)
{
  if (from->len > 0)
    g_array_append_vals (to, from->data, from->len);
}

static void
look_at_leaf (Found    *found,
              JsonNode *rule)
{
  g_autoptr (GArray) named = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (int));
  Parts parts = { .named = named, .counts = counts };
  gboolean reads = FALSE;

  note_parts (&parts, rule);
  yc_logic_each_read (rule, note_read_cb, &reads);
  if (!reads && parts.tells_time)
    try_days (found, rule, &parts);
  if (!reads)
    return;
  append_all (found->named, named);
  if (!parts.tells_time)
    return;
  found->moves = TRUE;
  found->units |= parts.units;
  append_all (found->counts, counts);
}

static void
look_at (Found    *found,
         JsonNode *rule)
{
  YcListTie tie;
  g_autoptr (JsonArray) arguments = rule != NULL ? yc_list_leaf_take_apart (rule, &tie) : NULL;

  if (rule != NULL && arguments == NULL)
    look_at_leaf (found, rule);
  for (guint i = 0; arguments != NULL && i < json_array_get_length (arguments); i++)
    look_at (found, json_array_get_element (arguments, i));
}

/* @day, moved by so many days, months or years. */
static guint
move (guint day,
      Unit  unit,
      int   count)
{
  int months = unit == UNIT_YEARS ? 12 * count : count;
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  if (unit == UNIT_DAYS)
    return (guint) MAX ((int) day + count, 1);
  if (fabs ((double) months) > 12000 || (months < 0 && g_date_get_year (&date) < 1 - months / 12 + 1))
    return day;
  if (months >= 0)
    g_date_add_months (&date, (guint) months);
  else
    g_date_subtract_months (&date, (guint) -months);
  return g_date_get_julian (&date);
}

static void
add_around (GArray *days,
            guint   day)
{
  for (guint near = day - 1; near <= day + 1; near++)
    add_day (days, near);
}

/* The days that are as far from a fixed one as a rule counts. */
static void
add_moved (Found *found,
           guint  named)
{
  add_around (found->days, named);
  for (guint i = 0; i < found->counts->len; i++)
    for (guint unit = UNIT_DAYS; unit <= UNIT_YEARS; unit <<= 1)
      if (found->units & unit)
        {
          int count = g_array_index (found->counts, int, i);

          add_around (found->days, move (named, unit, count));
          add_around (found->days, move (named, unit, -count));
        }
}

static void
add_moving (Found *found)
{
  GDate day;

  for (guint i = 0; i < G_N_ELEMENTS (awkward); i++)
    if (yc_day_parse (awkward[i], &day))
      add_day (found->days, g_date_get_julian (&day));
  for (guint i = 0; i < found->named->len && !is_too_much (found); i++)
    add_moved (found, g_array_index (found->named, guint, i));
}

/* On the day that a refusal names, and the day before. */
static void
add_from (Found      *found,
          JsonObject *outcome)
{
  GDate day;

  if (!yc_day_parse (yc_json_get_string (outcome, "from", NULL), &day))
    return;
  add_day (found->days, g_date_get_julian (&day) - 1);
  add_day (found->days, g_date_get_julian (&day));
}

static void
look_at_all (Found      *found,
             JsonArray  *array)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *object = json_array_get_object_element (array, i);

      look_at (found, yc_json_get_member (object, "when"));
      add_from (found, object);
    }
}

static void
look_at_list (Found          *found,
              YcQuestionList *list)
{
  GListModel *questions = yc_question_list_get_questions (list);

  for (guint i = 0; i < g_list_model_get_n_items (questions); i++)
    {
      g_autoptr (YcQuestion) question = g_list_model_get_item (questions, i);

      look_at (found, yc_question_get_when (question));
    }
  look_at_all (found, yc_question_list_get_includes (list));
  look_at_all (found, yc_question_list_get_outcomes (list));
  if (found->moves)
    add_moving (found);
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  guint first = *(const guint *) a, second = *(const guint *) b;

  return first < second ? -1 : first > second;
}

static GPtrArray *
write_days (GArray *days)
{
  GPtrArray *written = g_ptr_array_new_with_free_func (g_free);

  g_array_sort (days, compare);
  for (guint i = 0; i < days->len; i++)
    g_ptr_array_add (written, write_day (g_array_index (days, guint, i)));
  return written;
}

GPtrArray *
yc_list_days_new (YcQuestionList *list)
{
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) named = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (int));
  Found found = { .days = days, .named = named, .counts = counts };
  GDate day;

  if (yc_day_parse (YC_LIST_SOME_DAY, &day))
    add_day (days, g_date_get_julian (&day));
  look_at_list (&found, list);
  return is_too_much (&found) ? NULL : write_days (days);
}
