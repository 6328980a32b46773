/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The running totals are what the cases add up to: after any history, and in a database of the
 * first version; and whoever alters one is found out. */
#include "yc-slow-returns.h"

#include "yc-case-decision.h"
#include "yc-case-intake.h"
#include "yc-case-store.h"
#include "yc-case-totals.h"
#include "yc-clock.h"
#include "yc-connection.h"
#include "yc-json.h"
#include "yc-publisher.h"
#include "yc-service-error.h"
#include "yc-sqlite-database.h"
#include "yc-test-folder.h"
#include "yc-uuid.h"

#define CITY "990901/"
#define TOWN "990901/990901001/"
#define VILLAGE "990901/990901001/990901001001/"
/* An item that two levels review, and one that nobody does. */
#define REVIEWED "TS-0002"
#define AT_ONCE "TS-0003"
#define N_STEPS 400
#define STEPS_BETWEEN_LOOKS 80
#define MAX_OPEN 64

typedef struct
{
  char *folder;
  YcService *service;
  gint64 catalog_version;
  YcIdentity clerks[3];
  YcIdentity reviewer;
  GDateTime *now;
  /* Cases that may still change. */
  char *open[MAX_OPEN];
  guint n_open;
} Fixture;

static YcService *
open_service (const char *folder)
{
  g_autoptr (GError) error = NULL;
  YcServiceOptions options;
  YcService *service;

  yc_service_options_init (&options);
  options.data_dir = folder;
  service = yc_service_new (&options, &error);
  g_assert_no_error (error);
  return service;
}

static YcTransaction *
begin (YcService *service,
       gboolean   writing)
{
  YcDatabase *database = yc_service_get_database (service);
  g_autoptr (GError) error = NULL;
  YcTransaction *transaction = writing ? yc_database_begin_write (database, &error)
                                       : yc_database_begin_read (database, &error);

  g_assert_no_error (error);
  return transaction;
}

static void
commit (YcTransaction *transaction)
{
  g_autoptr (GError) error = NULL;

  yc_transaction_commit (transaction, &error);
  g_assert_no_error (error);
}

static YcWork
start_work (Fixture          *self,
            YcTransaction    *transaction,
            const YcIdentity *identity,
            char            **now_text)
{
  *now_text = yc_clock_format (self->now);
  return (YcWork) {
    .service = self->service,
    .identity = identity,
    .transaction = transaction,
    .now = self->now,
    .now_text = *now_text,
  };
}

static void
publish (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YcTransaction) transaction = begin (self->service, TRUE);
  g_autofree char *now_text = NULL;
  YcWork work = start_work (self, transaction, &self->reviewer, &now_text);
  g_autofree char *text = NULL;
  g_autoptr (JsonNode) catalog = NULL;
  guint n_changed, n_kept;

  g_file_get_contents (YC_TEST_DATA "/catalog.json", &text, NULL, &error);
  g_assert_no_error (error);
  catalog = yc_json_parse (text, -1, NULL, &error);
  g_assert_no_error (error);
  yc_publisher_replace (&work, json_object_get_member (json_node_get_object (catalog), "documents"),
                        &self->catalog_version, &n_changed, &n_kept, &error);
  g_assert_no_error (error);
  commit (transaction);
}

static YcIdentity
describe (const char *id,
          YcRole      role,
          const char *path)
{
  return (YcIdentity) {
    .id = (char *) id,
    .name = (char *) id,
    .role = role,
    .place = (char *) "990901",
    .place_path = (char *) path,
    .counter = (char *) "",
  };
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  static const char *const paths[] = { VILLAGE, TOWN "990901001002/",
                                       CITY "990901002/990901002001/" };
  static const char *const ids[] = { "one", "two", "three" };

  self->folder = yc_test_folder_new ();
  self->service = open_service (self->folder);
  self->now = yc_clock_parse ("2025-12-20T01:00:00.000Z");
  self->reviewer = describe ("judge", YC_ROLE_REVIEWER, CITY);
  for (guint i = 0; i < G_N_ELEMENTS (self->clerks); i++)
    self->clerks[i] = describe (ids[i], YC_ROLE_CLERK, paths[i]);
  publish (self);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  for (guint i = 0; i < self->n_open; i++)
    g_free (self->open[i]);
  g_date_time_unref (self->now);
  g_object_unref (self->service);
  yc_test_folder_free (self->folder);
}

/* Mostly minutes, now and then weeks; and often the last moment of a day in China. */
static void
let_time_pass (Fixture *self)
{
  gint32 minutes = g_test_rand_int_range (0, 12) == 0 ? g_test_rand_int_range (0, 20 * 24 * 60)
                                                      : g_test_rand_int_range (0, 600);
  GDateTime *next = g_date_time_add_minutes (self->now, minutes);

  if (g_test_rand_int_range (0, 4) == 0)
    {
      g_autoptr (GDateTime) day = next;

      next = g_date_time_new_utc (g_date_time_get_year (day), g_date_time_get_month (day),
                                  g_date_time_get_day_of_month (day), 15, 59,
                                  g_test_rand_bit () ? 59.999 : 59.0);
    }
  if (g_date_time_compare (next, self->now) < 0)
    {
      g_date_time_unref (next);
      return;
    }
  g_date_time_unref (self->now);
  self->now = next;
}

static JsonObject *
write_body (Fixture    *self,
            const char *id,
            const char *item)
{
  JsonObject *body = json_object_new ();
  g_autoptr (JsonNode) applicant = yc_json_parse (
    "{\"name\":\"周伯安\",\"id_number\":\"990101198103161155\"}", -1, NULL, NULL);
  g_autoptr (JsonNode) materials = yc_json_parse (
    g_str_equal (item, REVIEWED) ? "[{\"id\":\"must\",\"status\":\"complete\"}]" : "[]", -1, NULL,
    NULL);

  json_object_set_string_member (body, "id", id);
  json_object_set_string_member (body, "item", item);
  json_object_set_int_member (body, "catalog_version", self->catalog_version);
  json_object_set_member (body, "applicant", g_steal_pointer (&applicant));
  json_object_set_member (body, "materials", g_steal_pointer (&materials));
  json_object_set_object_member (body, "form", json_object_new ());
  return body;
}

/* The third is married in between. */
static YcIdentity
pick_clerk (Fixture *self)
{
  YcIdentity clerk = self->clerks[g_test_rand_int_range (0, G_N_ELEMENTS (self->clerks))];

  if (g_str_equal (clerk.id, "three") && g_test_rand_bit ())
    clerk.name = (char *) "another name";
  return clerk;
}

static void
take_in (Fixture *self)
{
  g_autoptr (YcTransaction) transaction = begin (self->service, TRUE);
  g_autoptr (GError) error = NULL;
  g_autofree char *id = yc_uuid_v7_new ();
  g_autofree char *now_text = NULL;
  YcIdentity clerk = pick_clerk (self);
  YcWork work = start_work (self, transaction, &clerk, &now_text);
  g_autoptr (JsonObject) body =
    write_body (self, id, g_test_rand_int_range (0, 4) > 0 ? REVIEWED : AT_ONCE);
  g_autoptr (YcCaseRecord) record = yc_case_intake_create (&work, body, &error);

  g_assert_no_error (error);
  commit (transaction);
  if (record->state == YC_CASE_STATE_SUBMITTED && self->n_open < MAX_OPEN)
    self->open[self->n_open++] = g_steal_pointer (&id);
}

static gboolean
decide (const YcWork *work,
        YcCaseRecord *record,
        const char   *text)
{
  g_autoptr (JsonNode) body = yc_json_parse (text, -1, NULL, NULL);
  g_autoptr (GError) error = NULL;

  yc_case_decision_make (work, record, json_node_get_object (body), &error);
  g_assert_no_error (error);
  return record->state == YC_CASE_STATE_SUBMITTED || record->state == YC_CASE_STATE_RETURNED;
}

static gboolean
review (const YcWork *work,
        YcCaseRecord *record)
{
  static const char *const causes[] = { "clerk", "standard", "applicant", "system" };
  g_autofree char *text = NULL;

  if (g_test_rand_int_range (0, 3) == 0)
    return decide (work, record, "{\"decision\":\"approve\"}");
  text = g_strdup_printf ("{\"decision\":\"return\",\"reason\":\"%s\",\"cause\":\"%s\","
                          "\"note\":\"x\"}", g_test_rand_bit () ? "R-ONE" : "R-OTHER",
                          causes[g_test_rand_int_range (0, G_N_ELEMENTS (causes))]);
  return decide (work, record, text);
}

static gboolean
mend_or_withdraw (Fixture      *self,
                  const YcWork *work,
                  YcCaseRecord *record)
{
  g_autoptr (JsonObject) body = write_body (self, record->id, record->item);
  g_autoptr (GError) error = NULL;
  gboolean mends = g_test_rand_int_range (0, 4) > 0;

  if (mends)
    yc_case_intake_resubmit (work, record, body, &error);
  else
    yc_case_intake_withdraw (work, record, "x", &error);
  g_assert_no_error (error);
  return mends;
}

static void
go_on (Fixture *self,
       guint    which)
{
  g_autoptr (YcTransaction) transaction = begin (self->service, TRUE);
  g_autoptr (GError) error = NULL;
  g_autofree char *now_text = NULL;
  YcWork work = start_work (self, transaction, &self->reviewer, &now_text);
  g_autoptr (YcCaseRecord) record = NULL;
  YcIdentity clerk = describe ("", YC_ROLE_CLERK, "");
  gboolean remains;

  work.identity = &clerk;
  record = yc_case_store_load (&work, self->open[which], &error);
  g_assert_no_error (error);
  clerk.id = clerk.name = record->clerk;
  if (record->state == YC_CASE_STATE_SUBMITTED)
    work.identity = &self->reviewer;
  remains = record->state == YC_CASE_STATE_SUBMITTED ? review (&work, record)
                                                     : mend_or_withdraw (self, &work, record);
  commit (transaction);
  if (remains)
    return;
  g_free (self->open[which]);
  self->open[which] = self->open[--self->n_open];
}

static char *
pick_day (void)
{
  return g_strdup_printf ("%u-%02u-%02u", 2025 + g_test_rand_int_range (0, 2),
                          g_test_rand_int_range (1, 13), g_test_rand_int_range (1, 29));
}

static void
look (Fixture *self)
{
  static const char *const paths[] = { "", CITY, TOWN, VILLAGE, "990901/99090/" };
  g_autoptr (YcTransaction) transaction = begin (self->service, FALSE);
  g_autoptr (GError) error = NULL;
  gint64 n;

  yc_case_totals_verify (transaction, &n, &error);
  g_assert_no_error (error);
  g_assert_cmpint (n, >, 0);
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autofree char *first = pick_day ();
      g_autofree char *last = pick_day ();

      yc_slow_returns_assert_summary (transaction, first, last, paths[i]);
      yc_slow_returns_assert_summary (transaction, "2025-12-31", "2026-03-01", paths[i]);
      yc_slow_returns_assert_summary (transaction, "2026-02-01", "2026-02-28", paths[i]);
      yc_slow_returns_assert_summary (transaction, "2000-01-01", "2099-12-31", paths[i]);
    }
}

static void
test_histories (Fixture       *self,
                gconstpointer  data)
{
  for (guint i = 0; i < N_STEPS; i++)
    {
      let_time_pass (self);
      if (self->n_open == 0 || g_test_rand_int_range (0, 3) == 0)
        take_in (self);
      else
        go_on (self, g_test_rand_int_range (0, self->n_open));
      if (i % STEPS_BETWEEN_LOOKS == STEPS_BETWEEN_LOOKS - 1)
        look (self);
    }
}

static void
alter (Fixture    *self,
       const char *sql)
{
  g_autoptr (YcTransaction) transaction = begin (self->service, TRUE);
  g_autoptr (GError) error = NULL;
  gint64 n;

  yc_transaction_run (transaction, &error, sql, "");
  g_assert_no_error (error);
  g_assert_false (yc_case_totals_verify (transaction, &n, &error));
  g_assert_error (error, YC_SERVICE_ERROR, YC_SERVICE_ERROR_FAILED);
}

/* Each is undone with its transaction. */
static void
test_altered (Fixture       *self,
              gconstpointer  data)
{
  for (guint i = 0; i < 8; i++)
    take_in (self);
  alter (self, "UPDATE month_totals SET intake = intake + 1 WHERE path = '' AND kind = 'clerk'");
  alter (self, "UPDATE day_totals SET title = 'x' WHERE kind = 'item'");
  alter (self, "DELETE FROM day_totals WHERE kind = 'item'");
  alter (self, "INSERT INTO day_totals (since, path, kind, id, cause, title, intake, returns, "
         "of_clerk, of_standard, of_applicant, of_system) "
         "VALUES ('2026-01-01', '', 'reason', 'R-ONE', 'clerk', 'x', 0, 0, 0, 0, 0, 0)");
  alter (self, "UPDATE cases SET returned_for = 2");
  look (self);
}

static void
copy (const char *from,
      const char *folder,
      const char *to)
{
  g_autofree char *path = g_build_filename (folder, to, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_get_contents (from, &text, &length, &error);
  g_assert_no_error (error);
  g_file_set_contents_full (path, text, length, G_FILE_SET_CONTENTS_NONE, 0600, &error);
  g_assert_no_error (error);
}

static void
restore_first_version (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "service.db", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (YcConnection) connection = yc_connection_open (path, YC_CONNECTION_READ_WRITE, &error);
  g_autofree char *sql = NULL;

  g_assert_no_error (error);
  g_file_get_contents (YC_TEST_DATA "/schema-1.sql", &sql, NULL, &error);
  g_assert_no_error (error);
  /* Tables come in the order of their names, which is not that of their references. */
  yc_connection_exec (connection, "PRAGMA foreign_keys = OFF", &error);
  yc_connection_exec (connection, sql, &error);
  g_assert_no_error (error);
  copy (YC_TEST_DATA "/SAMPLE-schema-1.key", folder, "service.key");
}

/* A database that was written by the first version: its five cases are in the totals, once. */
static void
test_upgrade (void)
{
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
  Fixture self = { .folder = folder };

  restore_first_version (folder);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (YcTransaction) transaction = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (YcRows) rows = NULL;

      self.service = open_service (folder);
      look (&self);
      transaction = begin (self.service, FALSE);
      rows = yc_transaction_query_one (
        transaction, &error, "SELECT sum(intake), sum(returns) FROM month_totals "
        "WHERE path = '' AND kind = 'clerk'", "");
      g_assert_no_error (error);
      g_assert_cmpint (yc_rows_get_int (rows, 0), ==, 5);
      g_assert_cmpint (yc_rows_get_int (rows, 1), ==, 4);
      g_clear_object (&rows);
      g_clear_object (&transaction);
      g_object_unref (self.service);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/totals/histories", Fixture, NULL, set_up, test_histories, tear_down);
  g_test_add ("/totals/altered", Fixture, NULL, set_up, test_altered, tear_down);
  g_test_add_func ("/totals/upgrade", test_upgrade);
  return g_test_run ();
}
