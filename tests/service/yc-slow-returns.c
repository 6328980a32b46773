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

static void
assert_clerks (Slow      *self,
               JsonArray *array)
{
  assert_count (self, json_array_get_length (array), "SELECT count(DISTINCT c.clerk)" FROM_CASES,
                NULL, NULL);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *clerk = json_array_get_object_element (array, i);
      const char *id = json_object_get_string_member (clerk, "id");

      assert_text (self, json_object_get_string_member (clerk, "name"),
                   "SELECT max(c.clerk_name)" FROM_CASES "AND c.clerk = $4", id, NULL);
      assert_count (self, get_int (clerk, "intake"),
                    "SELECT count(*)" FROM_CASES "AND c.clerk = $4", id, NULL);
      assert_count (self, get_int (clerk, "returns"),
                    "SELECT count(*)" FROM_CASES "AND c.clerk = $4 AND c.returned_for <> 0", id,
                    NULL);
      assert_count (self, get_int (clerk, "clerk_returns"),
                    "SELECT count(*)" FROM_CASES "AND c.clerk = $4 AND c.returned_for & 2 <> 0",
                    id, NULL);
    }
}

static void
assert_items (Slow      *self,
              JsonArray *array)
{
  assert_count (self, json_array_get_length (array), "SELECT count(DISTINCT c.item)" FROM_CASES,
                NULL, NULL);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *item = json_array_get_object_element (array, i);
      const char *code = json_object_get_string_member (item, "code");

      assert_text (self, json_object_get_string_member (item, "title"),
                   "SELECT max(c.item_title)" FROM_CASES "AND c.item = $4", code, NULL);
      assert_count (self, get_int (item, "intake"),
                    "SELECT count(*)" FROM_CASES "AND c.item = $4", code, NULL);
      assert_count (self, get_int (item, "returns"),
                    "SELECT count(*)" FROM_CASES "AND c.item = $4 AND c.returned_for <> 0", code,
                    NULL);
      assert_count (self, get_int (item, "standard_returns"),
                    "SELECT count(*)" FROM_CASES "AND c.item = $4 AND c.returned_for & 4 <> 0",
                    code, NULL);
    }
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
      gboolean is_told = told != NULL && g_str_equal (yc_cause_to_string (cause),
                                                      json_object_get_string_member (told, "cause"));

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
  assert_clerks (&slow, json_object_get_array_member (summary, "by_clerk"));
  assert_items (&slow, json_object_get_array_member (summary, "by_item"));
  assert_causes (&slow, json_object_get_array_member (summary, "by_cause"));
  assert_reasons (&slow, json_object_get_array_member (summary, "by_reason"));
  g_free (slow.from);
  g_free (slow.until);
}
