/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The answers to one question that could make a difference: all of a choice, and of numbers, days, texts
 * and places those that rules speak of and one of each kind between and around them. */
#include "yc-list-domain-parts-private.h"

#include <math.h>
#include <string.h>

#include "yc-day.h"
#include "yc-json.h"
#include "yc-list-words-private.h"
#include "yc-place-code.h"
#include "yc-question.h"

/* The years 2 to 9998, by Julian days. */
#define FIRST_DAY 366
#define LAST_DAY 3651694

YcListDomain *
yc_list_domain_new (JsonObject *question,
                    gboolean    whole)
{
  YcListDomain *self = g_new0 (YcListDomain, 1);

  if (question != NULL)
    self->question = json_object_ref (question);
  self->kind = yc_json_get_string (question, "kind", "");
  self->whole = whole || yc_list_domain_is_kind (self, "date");
  self->points = g_array_new (FALSE, FALSE, sizeof (double));
  self->words = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
yc_list_domain_free (YcListDomain *self)
{
  g_clear_pointer (&self->question, json_object_unref);
  g_free (self->today);
  g_array_unref (self->points);
  g_ptr_array_unref (self->words);
  g_clear_pointer (&self->values, g_ptr_array_unref);
  g_clear_pointer (&self->spans, g_array_unref);
  g_free (self);
}

gboolean
yc_list_domain_is_finite (YcListDomain *self)
{
  return yc_list_domain_is_kind (self, "choice") || yc_list_domain_is_kind (self, "choices") || yc_list_domain_is_kind (self, "yes-no");
}

const char *
yc_list_domain_get_kind (YcListDomain *self)
{
  return self->kind;
}

static void
add_number (YcListDomain *self,
            double        number)
{
  double minimum = yc_json_get_double (self->question, "minimum", -HUGE_VAL);
  double maximum = yc_json_get_double (self->question, "maximum", HUGE_VAL);

  if (!isfinite (number) || number < minimum || number > maximum ||
      (yc_list_domain_is_kind (self, "date") && (number < FIRST_DAY || number > LAST_DAY)))
    return;
  for (guint i = 0; i < self->points->len; i++)
    if (g_array_index (self->points, double, i) == number)
      return;
  g_array_append_val (self->points, number);
}

static void
add_word (YcListDomain *self,
          const char   *word)
{
  if (word != NULL && !g_ptr_array_find_with_equal_func (self->words, word, g_str_equal, NULL))
    g_ptr_array_add (self->words, g_strdup (word));
}

void
yc_list_domain_add_point (YcListDomain *self,
                          JsonNode     *constant)
{
  const char *text = yc_json_node_get_string (constant);
  JsonArray *array = yc_json_node_get_array (constant);
  double number;
  GDate day;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    yc_list_domain_add_point (self, json_array_get_element (array, i));
  if (yc_list_domain_is_kind (self, "date"))
    {
      if (yc_day_parse (text, &day))
        add_number (self, g_date_get_julian (&day));
    }
  else if (yc_list_domain_is_kind (self, "number"))
    {
      if (text != NULL)
        add_number (self, g_ascii_strtod (text, NULL));
      else if (yc_json_node_get_number (constant, &number))
        add_number (self, number);
    }
  else
    {
      add_word (self, text);
    }
}

/* The days around the one that is so far away, before and behind: rules that count full months or
 * years change their mind there. */
void
yc_list_domain_add_days (YcListDomain *self,
                         const char   *unit,
                         double        count,
                         const GDate  *today)
{
  int limit = g_str_equal (unit, "days") ? 200000 : g_str_equal (unit, "months") ? 6000 : 500;

  g_free (self->today);
  self->today = g_strdup_printf ("%04u-%02u-%02u", (guint) g_date_get_year (today),
                                 (guint) g_date_get_month (today), (guint) g_date_get_day (today));
  if (fabs (count) > limit)
    return;
  for (int side = -1; side <= 1; side += 2)
    for (int step = -1; step <= 1; step++)
      {
        int n = side * ((int) floor (count) + step);
        int days = g_str_equal (unit, "days") ? n : 0;
        int months = days != 0 ? 0 : g_str_equal (unit, "months") ? n : 12 * n;
        GDate day = *today;

        if (months >= 0)
          g_date_add_months (&day, (guint) months);
        else
          g_date_subtract_months (&day, (guint) -months);
        for (int near = -3; near <= 3; near++)
          add_number (self, (double) g_date_get_julian (&day) + days + near);
      }
}

static JsonNode *
make_number (YcListDomain *self,
             double        number)
{
  JsonNode *node;
  GDate day;
  char text[16];

  if (yc_list_domain_is_kind (self, "date"))
    {
      g_date_clear (&day, 1);
      g_date_set_julian (&day, (guint32) number);
      g_date_strftime (text, sizeof text, "%Y-%m-%d", &day);
      return yc_json_string_node (text);
    }
  node = json_node_new (JSON_NODE_VALUE);
  if (number == floor (number) && fabs (number) < 1e15)
    json_node_set_int (node, (gint64) number);
  else
    json_node_set_double (node, number);
  return node;
}

/* @number stands for what is between @low and @high, or is them all. */
static void
add_span (YcListDomain *self,
          double        low,
          double        number,
          double        high)
{
  YcListSpan span = { low, high };

  g_ptr_array_add (self->values, make_number (self, number));
  g_array_append_val (self->spans, span);
}

static void
add_between (YcListDomain *self,
             double        low,
             double        high)
{
  double next = floor (low) + 1;

  if (next < high)
    add_span (self, low, next, high);
  else if (!self->whole)
    add_span (self, low, low + (high - low) / 2, high);
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return first < second ? -1 : first > second;
}

/* The points that rules name and what is between and around them. */
static void
add_line (YcListDomain *self)
{
  double minimum = yc_json_get_double (self->question, "minimum", -HUGE_VAL);
  double maximum = yc_json_get_double (self->question, "maximum", HUGE_VAL);
  double last = minimum;

  add_number (self, minimum);
  add_number (self, maximum);
  if (self->points->len == 0)
    {
      add_span (self, -HUGE_VAL, yc_list_domain_is_kind (self, "date") ? 730120 : 1, HUGE_VAL);
      return;
    }
  g_array_sort (self->points, compare_numbers);
  for (guint i = 0; i < self->points->len; i++)
    {
      double point = g_array_index (self->points, double, i);

      if (i == 0 && minimum == -HUGE_VAL)
        add_span (self, -HUGE_VAL, floor (point) - 1, point);
      else if (i > 0)
        add_between (self, last, point);
      add_span (self, point, point, point);
      last = point;
    }
  if (maximum == HUGE_VAL)
    add_span (self, last, floor (last) + 1, HUGE_VAL);
}

static void
add_choices (YcListDomain *self)
{
  JsonArray *choices = yc_json_get_array (self->question, "choices");

  for (guint i = 0; choices != NULL && i < json_array_get_length (choices); i++)
    g_ptr_array_add (self->values, yc_json_string_node (yc_json_get_string (
                                     json_array_get_object_element (choices, i), "value", "")));
}

/* Every set of choices; none is a set too. */
static void
add_sets (YcListDomain *self)
{
  JsonArray *choices = yc_json_get_array (self->question, "choices");
  guint n = choices != NULL ? MIN (json_array_get_length (choices), 12) : 0;

  for (guint members = 0; members < 1u << n; members++)
    {
      JsonArray *set = json_array_new ();

      for (guint i = 0; i < n; i++)
        if ((members >> i) & 1)
          json_array_add_string_element (
            set, yc_json_get_string (json_array_get_object_element (choices, i), "value", ""));
      g_ptr_array_add (self->values, yc_json_array_node (set));
    }
}

static void
add_yes_no (YcListDomain *self)
{
  for (int i = 1; i >= 0; i--)
    {
      JsonNode *node = json_node_new (JSON_NODE_VALUE);

      json_node_set_boolean (node, i == 1);
      g_ptr_array_add (self->values, node);
    }
}

static void
add_words (YcListDomain *self)
{
  for (guint i = 0; i < self->words->len; i++)
    g_ptr_array_add (self->values, yc_json_string_node (self->words->pdata[i]));
}

/* Each place that rules name, one somewhere in it at every level below, and one far away. */
static void
add_places (YcListDomain *self)
{
  static const char *const below[] = { "", "999", "999999" };

  for (guint i = 0; i < self->words->len; i++)
    for (guint j = 0; j < G_N_ELEMENTS (below); j++)
      {
        g_autofree char *code = g_strconcat (self->words->pdata[i], below[j], NULL);

        if (yc_place_code_is_valid (code))
          g_ptr_array_add (self->values, yc_json_string_node (code));
      }
  for (guint length = 6; length <= 12; length += 3)
    {
      g_autofree char *code = g_strndup (SOME_PLACE, length);

      g_ptr_array_add (self->values, yc_json_string_node (code));
    }
  g_ptr_array_add (self->values, yc_json_string_node (YC_QUESTION_ELSEWHERE));
}

static void
make_values (YcListDomain *self)
{
  const char *within = yc_json_get_string (self->question, "within", NULL);

  self->values = g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);
  self->spans = g_array_new (FALSE, TRUE, sizeof (YcListSpan));
  g_ptr_array_add (self->values, json_node_new (JSON_NODE_NULL));
  g_array_set_size (self->spans, 1);
  if (yc_list_domain_is_line (self))
    add_line (self);
  else if (yc_list_domain_is_kind (self, "choice"))
    add_choices (self);
  else if (yc_list_domain_is_kind (self, "choices"))
    add_sets (self);
  else if (yc_list_domain_is_kind (self, "yes-no"))
    add_yes_no (self);
  else if (yc_list_domain_is_kind (self, "place"))
    {
      add_word (self, within);
      add_places (self);
    }
  else
    {
      add_words (self);
      g_ptr_array_add (self->values, yc_json_string_node ("…"));
    }
}

guint
yc_list_domain_get_n_values (YcListDomain *self)
{
  if (self->values == NULL)
    make_values (self);
  return self->values->len;
}

JsonNode *
yc_list_domain_get_value (YcListDomain *self,
                          guint         index)
{
  g_assert (index < yc_list_domain_get_n_values (self));

  return self->values->pdata[index];
}

static gboolean
has_level (const char *code,
           const char *level)
{
  gsize length = g_str_equal (level, "village") ? 12 : g_str_equal (level, "town") ? 9 : 6;

  return strlen (code) == length;
}

gboolean
yc_list_domain_is_answer (YcListDomain *self,
                          guint         index)
{
  const char *level = yc_json_get_string (self->question, "level", NULL);
  const char *within = yc_json_get_string (self->question, "within", NULL);
  const char *code;

  if (index == 0 || !yc_list_domain_is_kind (self, "place"))
    return index > 0;
  code = yc_json_node_get_string (yc_list_domain_get_value (self, index));
  if (g_str_equal (code, YC_QUESTION_ELSEWHERE))
    return yc_json_get_member (self->question, "elsewhere") != NULL;
  return (level == NULL || has_level (code, level)) &&
         (within == NULL || yc_place_code_is_within (code, within));
}
