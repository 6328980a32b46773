/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists and figures over a million cases of a city: how long a page takes to open, deep inside, and
 * under each filter. One client on the machine of the service. */
#include "yc-api-fixture.h"

#include "yc-case-totals.h"
#include "yc-cases-table.h"
#include "yc-clock.h"
#include "yc-decisions-table.h"
#include "yc-sqlite-database.h"

#include <glib.h>
#include <stdlib.h>

#define N_CASES 1000000
#define N_TOWNS 20
#define N_VILLAGES 10
#define N_CLERKS 3
#define N_ITEMS 300
#define N_DAYS 365
#define N_PER_TRANSACTION 20000
#define N_ROUNDS 15
#define FIRST_DAY "2025-11-01T01:00:00.000Z"

typedef struct
{
  YcDatabase *database;
  YcVault *vault;
  GRand *random;
  GDateTime *first;
  YcCaseRecord *record;
} City;

/* Some items are wanted all the time, many hardly ever. */
static guint
pick_item (City *self)
{
  double x = g_rand_double (self->random);

  return (guint) (x * x * x * N_ITEMS);
}

static void
set_state (City *self)
{
  guint dice = g_rand_int_range (self->random, 0, 1000);

  self->record->returned_for = 0;
  if (dice < 80)
    self->record->returned_for = (gint64) 1 << g_rand_int_range (self->random, 1, 5);
  self->record->state = dice < 8                   ? YC_CASE_STATE_RETURNED
                        : dice > 990 && dice < 996 ? YC_CASE_STATE_SUBMITTED
                        : dice == 999              ? YC_CASE_STATE_WITHDRAWN
                                                   : YC_CASE_STATE_APPROVED;
}

static void
set_place (City *self)
{
  guint town = g_rand_int_range (self->random, 1, N_TOWNS + 1);
  guint village = g_rand_int_range (self->random, 1, N_VILLAGES + 1);
  guint clerk = g_rand_int_range (self->random, 0, N_CLERKS);
  YcCaseRecord *record = self->record;

  g_free (record->place);
  g_free (record->place_path);
  g_free (record->review_path);
  g_free (record->clerk);
  record->place = g_strdup_printf ("990901%03u%03u", town, village);
  record->place_path = g_strdup_printf ("990901/990901%03u/%s/", town, record->place);
  record->review_path = g_strdup (record->place_path);
  record->clerk = town == 1 && village == 1 && clerk == 0
                    ? g_strdup ("clerk") : g_strdup_printf ("c%u-%u-%u", town, village, clerk);
}

static void
set_times (City  *self,
           guint  i)
{
  gint64 seconds = (gint64) N_DAYS * 24 * 3600 * i / N_CASES;
  g_autoptr (GDateTime) taken = g_date_time_add_seconds (self->first, seconds);
  g_autoptr (GDateTime) changed =
    g_date_time_add_seconds (taken, g_rand_int_range (self->random, 600, 3 * 24 * 3600));

  g_free (self->record->submitted_at);
  g_free (self->record->updated_at);
  self->record->submitted_at = yc_clock_format (taken);
  self->record->updated_at = yc_clock_format (changed);
}

static void
add_return (City          *self,
            YcTransaction *transaction)
{
  g_autoptr (GError) error = NULL;
  YcDecision decision = {
    .case_id = self->record->id, .try_number = 1, .level = "village", .kind = "return",
    .by_id = "reviewer", .by_name = "reviewer", .at = self->record->updated_at,
    .reason = g_rand_int_range (self->random, 0, 50) == 0 ? "R-TWO" : "R-ONE",
    .reason_title = "缺签名",
  };

  for (YcCause cause = 1; cause <= YC_N_CAUSES; cause++)
    if (self->record->returned_for & (gint64) 1 << cause)
      decision.cause = yc_cause_to_string (cause);
  yc_decisions_table_insert (transaction, self->vault, &decision, &error);
  g_assert_no_error (error);
}

static void
add_case (City          *self,
          YcTransaction *transaction,
          guint          i)
{
  g_autoptr (GError) error = NULL;
  YcCaseRecord *record = self->record;
  guint item = pick_item (self);

  g_free (record->id);
  g_free (record->number);
  g_free (record->item);
  record->id = g_strdup_printf ("%08x-%04x-7%03x-8%03x-%012x", i, i & 0xffff, 0, 0, i);
  record->number = g_strdup_printf ("BA-2026-%07u", i);
  record->item = g_strdup_printf ("IT-%04u", item);
  set_place (self);
  set_times (self, i);
  set_state (self);
  yc_cases_table_insert (transaction, self->vault, record, &error);
  g_assert_no_error (error);
  if (record->returned_for != 0)
    add_return (self, transaction);
}

static YcCaseRecord *
create_record (void)
{
  YcCaseRecord *record = yc_case_record_new ();

  record->version = 1;
  record->item_title = g_strdup ("阶梯水费办理证明");
  record->catalog_version = 1;
  record->counter = g_strdup ("1 号窗口");
  record->clerk_name = g_strdup ("陈晓");
  record->person = g_strdup ("0123456789abcdef0123456789abcdef");
  record->applicant = json_object_new ();
  json_object_set_string_member (record->applicant, "name", "周伯安");
  json_object_set_string_member (record->applicant, "id_number", "990101198103161155");
  record->content = json_object_new ();
  json_object_set_string_member (record->content, "note", "一千个字的表格在这里省去");
  record->steps = json_array_new ();
  json_array_add_string_element (record->steps, "village");
  record->n_tries = 1;
  return record;
}

static void
build_city (YcApiFixture *fixture)
{
  const char *folder = yc_test_service_get_folder (fixture->service);
  g_autofree char *path = g_build_filename (folder, "service.db", NULL);
  g_autofree char *key = g_build_filename (folder, "service.key", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (YcDatabase) database = yc_sqlite_database_open (path, &error);
  g_autoptr (YcVault) vault = yc_vault_new_from_file (key, &error);
  g_autoptr (YcCaseRecord) record = create_record ();
  City city = { database, vault, g_rand_new_with_seed (1), yc_clock_parse (FIRST_DAY), record };
  gint64 started;

  g_assert_no_error (error);
  for (guint i = 0; i < N_CASES; i += N_PER_TRANSACTION)
    {
      g_autoptr (YcTransaction) transaction = yc_database_begin_write (database, &error);

      g_assert_no_error (error);
      for (guint k = 0; k < N_PER_TRANSACTION; k++)
        add_case (&city, transaction, i + k);
      yc_transaction_commit (transaction, &error);
      g_assert_no_error (error);
    }
  started = g_get_monotonic_time ();
  {
    g_autoptr (YcTransaction) transaction = yc_database_begin_write (database, &error);

    yc_case_totals_fill (transaction, &error);
    g_assert_no_error (error);
    yc_transaction_commit (transaction, &error);
    g_assert_no_error (error);
  }
  g_print ("{\"bench\":\"totals-filled\",\"cases\":%d,\"ms\":%.0f}\n", N_CASES,
           (g_get_monotonic_time () - started) / 1000.0);
  g_rand_free (city.random);
  g_date_time_unref (city.first);
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return (x > y) - (x < y);
}

static void
measure (YcApiFixture *self,
         const char   *name,
         const char   *token,
         const char   *path)
{
  g_autoptr (YcTestHttp) http =
    yc_test_http_connect (yc_test_service_get_url (self->service), NULL);
  g_autofree char *text = yc_test_http_write ("GET", path, token, NULL, NULL);
  gint64 times[N_ROUNDS];

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      g_autoptr (YcTestAnswer) answer = NULL;

      times[i] = g_get_monotonic_time ();
      g_assert_true (yc_test_http_send (http, text, -1, NULL));
      answer = yc_test_http_receive (http, NULL);
      g_assert_cmpuint (answer->status, ==, 200);
      times[i] = g_get_monotonic_time () - times[i];
    }
  qsort (times, N_ROUNDS, sizeof times[0], compare);
  g_print ("{\"bench\":\"%s\",\"cases\":%d,\"p50_ms\":%.1f,\"max_ms\":%.1f}\n", name, N_CASES,
           times[N_ROUNDS / 2] / 1000.0, times[N_ROUNDS - 1] / 1000.0);
}

static char *
write_deep (const char *view)
{
  static const char cursor[] = "2026-04-20T00:00:00.000Z 00000000-0000-7000-8000-000000000000";
  g_autofree char *text = g_base64_encode ((const guchar *) cursor, sizeof cursor - 1);
  g_autofree char *escaped = g_uri_escape_string (text, NULL, FALSE);

  return g_strdup_printf ("/api/v1/cases?view=%s&cursor=%s", view, escaped);
}

static void
measure_all (YcApiFixture *self)
{
  static const char *const filters[] = {
    "state=returned", "state=withdrawn", "state=approved", "item=IT-0001", "item=IT-0299",
    "item=IT-0299&state=returned", "clerk=clerk", "clerk=clerk&item=IT-0299", "returned=true",
    "cause=standard", "reason=R-TWO", "from=2026-03-01&to=2026-03-31",
    "from=2025-12-01&to=2025-12-31&cause=clerk", "from=2025-12-01&to=2026-10-31&reason=R-TWO",
    "from=2026-03-01&to=2026-03-31&item=IT-0001&cause=standard",
    "from=2026-03-01&to=2026-03-31&clerk=clerk&returned=true",
  };
  struct { const char *name; const char *token; } readers[] = {
    { "city", self->root }, { "town", self->supervisor }, { "village", self->reviewer },
  };
  g_autofree char *deep_mine = write_deep ("mine");
  g_autofree char *deep = write_deep ("place");

  measure (self, "list-mine", self->clerk, "/api/v1/cases?view=mine");
  measure (self, "list-mine-deep", self->clerk, deep_mine);
  measure (self, "list-mine-returned", self->clerk, "/api/v1/cases?view=mine&state=returned");
  measure (self, "list-review-village", self->reviewer, "/api/v1/cases?view=review");
  measure (self, "list-review-town", self->town, "/api/v1/cases?view=review");
  for (guint r = 0; r < G_N_ELEMENTS (readers); r++)
    {
      g_autofree char *open = g_strconcat ("list-", readers[r].name, NULL);
      g_autofree char *jump = g_strconcat ("list-", readers[r].name, "-deep", NULL);
      g_autofree char *month = g_strconcat ("returns-month-", readers[r].name, NULL);
      g_autofree char *year = g_strconcat ("returns-year-", readers[r].name, NULL);

      measure (self, open, readers[r].token, "/api/v1/cases?view=place");
      measure (self, jump, readers[r].token, deep);
      for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
        {
          g_autofree char *name = g_strconcat ("list-", readers[r].name, "-", filters[i], NULL);
          g_autofree char *path = g_strconcat ("/api/v1/cases?view=place&", filters[i], NULL);

          measure (self, name, readers[r].token, path);
        }
      if (readers[r].token == self->reviewer)
        continue;
      measure (self, month, readers[r].token,
               "/api/v1/returns/summary?from=2026-03-01&to=2026-03-31");
      measure (self, year, readers[r].token,
               "/api/v1/returns/summary?from=2025-11-10&to=2026-10-20");
    }
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (YcApiFixture) self = yc_api_fixture_new (NULL);

  yc_test_service_stop (self->service);
  build_city (self);
  yc_test_service_start (self->service);
  measure_all (self);
  return EXIT_SUCCESS;
}
