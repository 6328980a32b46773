/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists of cases: whichever index leads, they show what every case by itself says they should, page
 * after page; and none goes through the table of cases. */
#include "yc-case-query.h"
#include "yc-case-record.h"
#include "yc-decisions-table.h"
#include "yc-service.h"
#include "yc-sqlite-database.h"
#include "yc-test-folder.h"

#include <string.h>

#define N_CASES 300
#define N_FILTERS 120
#define N_LEADS (YC_CASE_LEAD_REASON + 1)
#define ANY(array) (array[g_test_rand_int_range (0, G_N_ELEMENTS (array))])

static const char *const states[] = { "submitted", "returned", "approved" };
static const char *const items[] = { "IT-1", "IT-2" };
static const char *const clerks[] = { "one", "two" };
static const char *const causes[] = { "clerk", "standard" };
static const char *const reasons[] = { "R-1", "R-2" };
static const char *const paths[] = { "1/", "1/11/", "1/11/111/", "1/12/121/" };
/* Two at the same time, so that ids decide. */
static const char *const times[] = {
  "2026-01-01T00:00:00.000Z", "2026-01-15T08:00:00.000Z", "2026-02-01T00:00:00.000Z",
  "2026-02-03T00:00:00.000Z",
};

typedef struct
{
  char *folder;
  YcDatabase *database;
  YcTransaction *transaction;
  YcVault *vault;
  GPtrArray *cases;
} Fixture;

static YcCaseRecord *
invent_case (guint i)
{
  YcCaseRecord *record = yc_case_record_new ();
  guint submitted = g_test_rand_int_range (0, G_N_ELEMENTS (times));
  guint updated = g_test_rand_int_range (submitted, G_N_ELEMENTS (times));

  record->id = g_strdup_printf ("%04x-%u", g_test_rand_int_range (0, 65536), i);
  record->number = g_strdup_printf ("BA-%u", i);
  record->version = 1;
  yc_case_state_from_string (ANY (states), &record->state);
  record->item = g_strdup (ANY (items));
  record->item_title = g_strdup ("x");
  record->place = g_strdup ("x");
  record->place_path = g_strdup (ANY (paths));
  record->review_path = g_strdup (ANY (paths));
  record->counter = g_strdup ("");
  record->clerk = g_strdup (ANY (clerks));
  record->clerk_name = g_strdup ("x");
  record->person = g_strdup ("x");
  record->applicant = json_object_new ();
  record->content = json_object_new ();
  record->steps = json_array_new ();
  record->submitted_at = g_strdup (times[submitted]);
  record->updated_at = g_strdup (times[updated]);
  return record;
}

/* One return or none; the record's person tells the reason, the place the cause. */
static void
add_return (Fixture      *self,
            YcCaseRecord *record)
{
  g_autoptr (GError) error = NULL;
  YcDecision decision = {
    .case_id = record->id, .level = "x", .kind = "return", .by_id = "x", .by_name = "x",
    .at = times[0], .reason = ANY (reasons), .reason_title = "x", .cause = ANY (causes),
  };

  yc_decisions_table_insert (self->transaction, self->vault, &decision, &error);
  g_assert_no_error (error);
  g_free (record->person);
  g_free (record->place);
  record->person = g_strdup (decision.reason);
  record->place = g_strdup (decision.cause);
}

static void
add_case (Fixture *self,
          guint    i)
{
  g_autoptr (GError) error = NULL;
  YcCaseRecord *record = invent_case (i);
  gboolean returned = g_test_rand_bit ();
  YcCause cause = 0;

  if (returned)
    record->returned_for = 1;
  g_ptr_array_add (self->cases, record);
  yc_cases_table_insert (self->transaction, self->vault, record, &error);
  g_assert_no_error (error);
  if (!returned)
    return;
  add_return (self, record);
  yc_cause_from_string (record->place, &cause);
  record->returned_for = (gint64) 1 << cause;
  yc_cases_table_update (self->transaction, self->vault, record, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autofree char *key = NULL;

  self->folder = yc_test_folder_new ();
  path = g_build_filename (self->folder, "service.db", NULL);
  key = g_build_filename (self->folder, "service.key", NULL);
  self->database = yc_sqlite_database_open (path, &error);
  g_assert_no_error (error);
  self->vault = yc_vault_new_from_file (key, &error);
  g_assert_no_error (error);
  self->transaction = yc_database_begin_write (self->database, &error);
  g_assert_no_error (error);
  self->cases = g_ptr_array_new_with_free_func ((GDestroyNotify) yc_case_record_free);
  for (guint i = 0; i < N_CASES; i++)
    add_case (self, i);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_object_unref (self->transaction);
  g_object_unref (self->database);
  g_object_unref (self->vault);
  g_ptr_array_unref (self->cases);
  yc_test_folder_free (self->folder);
}

static const char *
pick (const char *const *array,
      guint              n,
      guint              one_in)
{
  return g_test_rand_int_range (0, one_in) == 0 ? array[g_test_rand_int_range (0, n)] : NULL;
}

static YcCaseFilter
invent_filter (void)
{
  YcCaseFilter filter = {
    .clerk = pick (clerks, G_N_ELEMENTS (clerks), 3),
    .state = pick (states, G_N_ELEMENTS (states), 3),
    .item = pick (items, G_N_ELEMENTS (items), 3),
    .cause = pick (causes, G_N_ELEMENTS (causes), 4),
    .reason = pick (reasons, G_N_ELEMENTS (reasons), 4),
    .path = pick (paths, G_N_ELEMENTS (paths), 2),
    .review_path = pick (paths, G_N_ELEMENTS (paths), 4),
    .not_clerk = pick (clerks, G_N_ELEMENTS (clerks), 4),
    .from = pick (times, G_N_ELEMENTS (times), 4),
    .until = pick (times, G_N_ELEMENTS (times), 4),
    .returned = g_test_rand_int_range (0, 4) == 0,
    .oldest_first = g_test_rand_int_range (0, 3) == 0,
    .limit = g_test_rand_int_range (1, 40),
  };

  return filter;
}

static gboolean
is_other (const char *wanted,
          const char *is)
{
  return wanted != NULL && !g_str_equal (wanted, is);
}

static gboolean
is_outside (const char *path,
            const char *is)
{
  return path != NULL && !g_str_has_prefix (is, path);
}

static gboolean
fits (const YcCaseFilter *filter,
      YcCaseRecord       *record)
{
  gboolean asks_return = filter->returned || filter->cause != NULL || filter->reason != NULL;

  if (is_other (filter->clerk, record->clerk) || is_other (filter->item, record->item) ||
      is_other (filter->state, yc_case_state_to_string (record->state)) ||
      is_outside (filter->path, record->place_path) ||
      is_outside (filter->review_path, record->review_path) ||
      (filter->not_clerk != NULL && g_str_equal (filter->not_clerk, record->clerk)) ||
      (filter->from != NULL && strcmp (record->submitted_at, filter->from) < 0) ||
      (filter->until != NULL && strcmp (record->submitted_at, filter->until) >= 0))
    return FALSE;
  if (!asks_return)
    return TRUE;
  return record->returned_for != 0 && !is_other (filter->cause, record->place) &&
         !is_other (filter->reason, record->person);
}

static gint
compare (gconstpointer a,
         gconstpointer b,
         gpointer      user_data)
{
  const YcCaseRecord *x = *(const YcCaseRecord *const *) a, *y = *(const YcCaseRecord *const *) b;
  const YcCaseFilter *filter = user_data;
  gboolean submission = filter->oldest_first || filter->from != NULL || filter->until != NULL;
  gint order = submission ? strcmp (x->submitted_at, y->submitted_at)
                          : strcmp (x->updated_at, y->updated_at);

  if (order == 0)
    order = strcmp (x->id, y->id);
  return filter->oldest_first ? order : -order;
}

static GPtrArray *
find_slowly (Fixture      *self,
             YcCaseFilter *filter)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < self->cases->len; i++)
    if (fits (filter, g_ptr_array_index (self->cases, i)))
      g_ptr_array_add (found, g_ptr_array_index (self->cases, i));
  g_ptr_array_sort_with_data (found, compare, filter);
  return found;
}

/* Whether the filter has what this lead needs. */
static gboolean
can_lead (const YcCaseFilter *filter,
          YcCaseLead          lead)
{
  if (lead == YC_CASE_LEAD_CLERK)
    return filter->clerk != NULL;
  if (lead == YC_CASE_LEAD_STATE)
    return filter->state != NULL;
  if (lead == YC_CASE_LEAD_ITEM)
    return filter->item != NULL;
  if (lead == YC_CASE_LEAD_REASON)
    return filter->reason != NULL;
  return lead != YC_CASE_LEAD_PLACE || filter->path != NULL;
}

static void
assert_pages (Fixture      *self,
              YcCaseFilter  filter,
              YcCaseLead    lead,
              GPtrArray    *expected)
{
  guint n = 0, shown;

  do
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (YcSqlQuery) query = yc_case_query_new (&filter, lead);
      g_autoptr (YcRows) rows = yc_sql_query_run (query, self->transaction, &error);

      g_assert_no_error (error);
      for (shown = 0; yc_rows_next (rows, &error); shown++, n++)
        {
          YcCaseRecord *record;

          g_assert_cmpuint (n, <, expected->len);
          record = g_ptr_array_index (expected, n);
          g_assert_cmpstr (yc_rows_get_text (rows, 0), ==, record->id);
          filter.after_id = record->id;
          filter.after_time = yc_case_query_is_by_submission (&filter) ? record->submitted_at
                                                                       : record->updated_at;
        }
      g_assert_no_error (error);
    }
  while (shown == filter.limit);
  g_assert_cmpuint (n, ==, expected->len);
}

static void
test_pages (Fixture       *self,
            gconstpointer  data)
{
  for (guint i = 0; i < N_FILTERS; i++)
    {
      YcCaseFilter filter = invent_filter ();
      g_autoptr (GPtrArray) expected = find_slowly (self, &filter);

      for (YcCaseLead lead = 0; lead < N_LEADS; lead++)
        if (can_lead (&filter, lead))
          assert_pages (self, filter, lead, expected);
    }
}

/* What is told of the cases' table: the index must be the one that is meant and hold all that is
 * asked; the list may be sorted only where few cases lead. */
static void
assert_step (const char *detail,
             YcCaseLead  lead,
             gboolean    in_order)
{
  static const char *const meant[] = {
    "SEARCH c USING COVERING INDEX cases_by_", "SEARCH c USING COVERING INDEX cases_by_clerk ",
    "SEARCH c USING COVERING INDEX cases_by_state ", "SEARCH c USING COVERING INDEX cases_by_item ",
    "SEARCH c USING COVERING INDEX cases_by_place ",
    "SEARCH c USING INDEX sqlite_autoindex_cases_1 (id=?)",
  };

  if (strstr (detail, "TEMP B-TREE") != NULL)
    g_assert_false (in_order);
  else if (lead == YC_CASE_LEAD_NONE && g_str_has_prefix (detail, "SCAN c "))
    g_assert_true (g_str_has_prefix (detail, "SCAN c USING COVERING INDEX cases_by_"));
  else if (strstr (detail, " c ") != NULL)
    g_assert_true (g_str_has_prefix (detail, meant[lead]));
  else
    g_assert_false (g_str_has_prefix (detail, "SCAN"));
}

static void
assert_plan (Fixture            *self,
             const YcCaseFilter *filter,
             YcCaseLead          lead)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YcSqlQuery) query = yc_case_query_new (filter, lead);
  g_autofree char *sql = g_strconcat ("EXPLAIN QUERY PLAN ", yc_sql_query_get_sql (query), NULL);
  g_autoptr (YcRows) rows = yc_transaction_query (self->transaction, &error, sql, "");
  gboolean by_submission = yc_case_query_is_by_submission (filter);
  gboolean in_order = lead == YC_CASE_LEAD_NONE ||
                      (lead == YC_CASE_LEAD_CLERK && !by_submission) ||
                      (lead == YC_CASE_LEAD_STATE && by_submission);
  guint n = 0;

  g_assert_no_error (error);
  for (; yc_rows_next (rows, &error); n++)
    {
      g_test_message ("%u %s: %s", lead, yc_sql_query_get_sql (query), yc_rows_get_text (rows, 3));
      assert_step (yc_rows_get_text (rows, 3), lead, in_order);
    }
  g_assert_no_error (error);
  g_assert_cmpuint (n, >, 0);
}

static void
test_plans (Fixture       *self,
            gconstpointer  data)
{
  for (guint i = 0; i < N_FILTERS; i++)
    {
      YcCaseFilter filter = invent_filter ();

      if (g_test_rand_bit ())
        {
          filter.after_time = times[1];
          filter.after_id = "x";
        }
      for (YcCaseLead lead = 0; lead < N_LEADS; lead++)
        if (can_lead (&filter, lead))
          assert_plan (self, &filter, lead);
    }
}

/* A lead is chosen that the filter can follow, whatever it asks. */
static void
test_leads (Fixture       *self,
            gconstpointer  data)
{
  for (guint i = 0; i < N_FILTERS; i++)
    {
      YcCaseFilter filter = invent_filter ();
      g_autoptr (GError) error = NULL;
      YcCaseLead lead;

      g_assert_true (yc_case_query_choose_lead (&filter, self->transaction, &lead, &error));
      g_assert_no_error (error);
      g_assert_true (can_lead (&filter, lead));
      /* All cases here are few. */
      if (filter.clerk != NULL || filter.item != NULL || filter.state != NULL ||
          filter.path != NULL || filter.reason != NULL)
        g_assert_cmpint (lead, !=, YC_CASE_LEAD_NONE);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/lists/pages", Fixture, NULL, set_up, test_pages, tear_down);
  g_test_add ("/lists/plans", Fixture, NULL, set_up, test_plans, tear_down);
  g_test_add ("/lists/leads", Fixture, NULL, set_up, test_leads, tear_down);
  return g_test_run ();
}
