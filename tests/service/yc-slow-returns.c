/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counts the figures of returns the slow way: from the cases, each figure by itself. */
#include "yc-slow-returns.h"

#include "yc-case-state.h"
#include "yc-clock.h"
#include "yc-returns-table.h"

/* $1 from, $2 until, $3 the place's path. */
#define FROM_CASES                                                                               \
  " FROM cases c WHERE c.submitted_at >= $1 AND c.submitted_at < $2 "                            \
  "AND substr(c.place_path, 1, length($3)) = $3 "
#define FROM_RETURNS                                                                             \
  " FROM decisions r WHERE r.kind = 'return' AND r.case_id IN (SELECT c.id" FROM_CASES ") "

typedef struct
{
  YcTransaction *transaction;
  char *from;
  char *until;
  const char *path;
} Slow;

static YcRows *
ask (Slow       *self,
     const char *sql,
     const char *one,
     const char *other)
{
  g_autoptr (GError) error = NULL;
  YcRows *rows;

  if (other != NULL)
    rows = yc_transaction_query_one (self->transaction, &error, sql, "sssss", self->from,
                                     self->until, self->path, one, other);
  else if (one != NULL)
    rows = yc_transaction_query_one (self->transaction, &error, sql, "ssss", self->from,
                                     self->until, self->path, one);
  else
    rows = yc_transaction_query_one (self->transaction, &error, sql, "sss", self->from,
                                     self->until, self->path);
  g_assert_no_error (error);
  return rows;
}

static void
assert_count (Slow       *self,
              gint64      told,
              const char *sql,
              const char *one,
              const char *other)
{
  g_autoptr (YcRows) rows = ask (self, sql, one, other);

  g_assert_cmpint (told, ==, yc_rows_get_int (rows, 0));
}

static void
assert_text (Slow       *self,
             const char *told,
             const char *sql,
             const char *one,
             const char *other)
{
  g_autoptr (YcRows) rows = ask (self, sql, one, other);

  g_assert_cmpstr (told, ==, yc_rows_get_text (rows, 0));
}

static gint64
get_int (JsonObject *object,
         const char *member)
{
  return json_object_get_int_member (object, member);
}

/* How the summary and the cases name clerks and items. */
typedef struct
{
  const char *id;
  const char *title;
  const char *counted;
  const char *column;
  const char *title_column;
  guint bit;
} Words;

static void
assert_tally (Slow        *self,
              const Words *words,
              JsonObject  *tally)
{
  const char *id = json_object_get_string_member (tally, words->id);
  g_autofree char *title = g_strdup_printf ("SELECT max(c.%s)" FROM_CASES "AND c.%s = $4",
                                            words->title_column, words->column);
  g_autofree char *intake =
    g_strdup_printf ("SELECT count(*)" FROM_CASES "AND c.%s = $4", words->column);
  g_autofree char *returns = g_strconcat (intake, " AND c.returned_for <> 0", NULL);
  g_autofree char *counted =
    g_strdup_printf ("%s AND c.returned_for & %u <> 0", intake, words->bit);

  assert_text (self, json_object_get_string_member (tally, words->title), title, id, NULL);
  assert_count (self, get_int (tally, "intake"), intake, id, NULL);
  assert_count (self, get_int (tally, "returns"), returns, id, NULL);
  assert_count (self, get_int (tally, words->counted), counted, id, NULL);
}

static void
assert_tallies (Slow        *self,
                const Words *words,
                JsonArray   *array)
{
  g_autofree char *number =
    g_strdup_printf ("SELECT count(DISTINCT c.%s)" FROM_CASES, words->column);

  assert_count (self, json_array_get_length (array), number, NULL, NULL);
  for (guint i = 0; i < json_array_get_length (array); i++)
    assert_tally (self, words, json_array_get_object_element (array, i));
}

static void
assert_causes (Slow      *self,
               JsonArray *array)
{
  guint n = 0;

  for (YcCause cause = 1; cause <= YC_N_CAUSES; cause++)
    {
      JsonObject *told = n < json_array_get_length (array)
                           ? json_array_get_object_element (array, n) : NULL;
      g_autofree char *sql = g_strdup_printf (
        "SELECT count(DISTINCT r.case_id)" FROM_RETURNS "AND r.cause = '%s'",
        yc_cause_to_string (cause));
      gboolean is_told =
        told != NULL && g_str_equal (json_object_get_string_member (told, "cause"),
                                     yc_cause_to_string (cause));

      assert_count (self, is_told ? get_int (told, "returns") : 0, sql, NULL, NULL);
      n += is_told;
    }
  g_assert_cmpuint (n, ==, json_array_get_length (array));
}

static void
assert_reasons (Slow      *self,
                JsonArray *array)
{
  assert_count (self, json_array_get_length (array),
                "SELECT count(DISTINCT r.reason || ' ' || r.cause)" FROM_RETURNS, NULL, NULL);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *reason = json_array_get_object_element (array, i);
      const char *id = json_object_get_string_member (reason, "id");
      const char *cause = json_object_get_string_member (reason, "cause");

      assert_text (self, json_object_get_string_member (reason, "title"),
                   "SELECT max(r.reason_title)" FROM_RETURNS "AND r.reason = $4 AND r.cause = $5",
                   id, cause);
      assert_count (self, get_int (reason, "returns"),
                    "SELECT count(DISTINCT r.case_id)" FROM_RETURNS
                    "AND r.reason = $4 AND r.cause = $5", id, cause);
    }
}

void
yc_slow_returns_assert_summary (YcTransaction *transaction,
                                const char    *first,
                                const char    *last,
                                const char    *path)
{
  const Words clerk = { "id", "name", "clerk_returns", "clerk", "clerk_name", 2 };
  const Words item = { "code", "title", "standard_returns", "item", "item_title", 4 };
  Slow slow = { .transaction = transaction, .path = path };
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonObject) summary = NULL;
  GDate from, to, until;

  g_assert_true (yc_clock_parse_day (first, &from));
  g_assert_true (yc_clock_parse_day (last, &to));
  until = to;
  g_date_add_days (&until, 1);
  slow.from = yc_clock_format_day_start (&from);
  slow.until = yc_clock_format_day_start (&until);
  summary = yc_returns_table_summarize (transaction, &from, &to, path, &error);
  g_assert_no_error (error);
  assert_count (&slow, get_int (summary, "intake"), "SELECT count(*)" FROM_CASES, NULL, NULL);
  assert_count (&slow, get_int (summary, "returns"),
                "SELECT count(*)" FROM_CASES "AND c.returned_for <> 0", NULL, NULL);
  assert_tallies (&slow, &clerk, json_object_get_array_member (summary, "by_clerk"));
  assert_tallies (&slow, &item, json_object_get_array_member (summary, "by_item"));
  assert_causes (&slow, json_object_get_array_member (summary, "by_cause"));
  assert_reasons (&slow, json_object_get_array_member (summary, "by_reason"));
  g_free (slow.from);
  g_free (slow.until);
}
