/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Many certificates printed at one go, through a real print server and recorded at the real service: what
 * is stopped stops, what jams waits, and nothing is lost or comes out twice. */
#include "yc-batch-fixture.h"
#include "yc-json.h"

#define PRINTER YC_BATCH_FIXTURE_PRINTER
#define FEW 5

typedef YcBatchFixture Fixture;

static void
begin (Fixture *fixture,
       guint    most)
{
  g_autoptr (GListModel) chosen = yc_batch_fixture_choose (fixture, most);

  g_assert_cmpuint (g_list_model_get_n_items (chosen), >=, FEW);
  fixture->batch = yc_print_batch_new (fixture->desk, chosen);
  g_assert_cmpint (yc_print_batch_get_state (fixture->batch), ==, YC_PRINT_BATCH_READY);
}

static guint
count (Fixture               *fixture,
       YcPrintBatchItemState  state)
{
  return yc_print_batch_count (fixture->batch, state);
}

static guint
count_sheets (Fixture *fixture)
{
  return yc_test_cups_count_sheets (fixture->cups, PRINTER);
}

static YcPrintBatchItem *
get_item (Fixture *fixture,
          guint    index)
{
  g_autoptr (YcPrintBatchItem) item = g_list_model_get_item (G_LIST_MODEL (fixture->batch), index);

  return item;
}

static void
wait_for_state (Fixture           *fixture,
                YcPrintBatchState  state)
{
  yc_test_wait_until (yc_print_batch_get_state (fixture->batch) == state);
}

/* How many of the certificate's prints have come out, as the service knows it. */
static guint
count_done (Fixture             *fixture,
            YcIssuedCertificate *certificate)
{
  g_autofree char *path = g_strdup_printf ("/api/v1/certificates/%s",
                                           yc_issued_certificate_get_serial (certificate));
  g_autoptr (JsonObject) object =
    yc_test_service_get (fixture->service, path, fixture->token, 200);
  JsonArray *prints = json_object_get_array_member (object, "prints");
  guint n_done = 0;

  for (guint i = 0; i < json_array_get_length (prints); i++)
    n_done += g_str_equal (yc_json_get_string (json_array_get_object_element (prints, i), "state",
                                               ""), "done");
  return n_done;
}

/* Each came out once, and the service knows it. */
static void
assert_whole (Fixture *fixture)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (fixture->batch));

  wait_for_state (fixture, YC_PRINT_BATCH_DONE);
  g_assert_cmpuint (count (fixture, YC_PRINT_BATCH_ITEM_PRINTED), ==, n_items);
  g_assert_cmpuint (count_sheets (fixture), ==, n_items);
  g_assert_cmpuint (yc_test_cups_count_events (fixture->cups, PRINTER, "printed"), ==, n_items);
  /* The records go through the outbox, a moment after the screen. */
  for (guint i = 0; i < n_items; i++)
    yc_test_wait_until (
      count_done (fixture, yc_print_batch_item_get_certificate (get_item (fixture, i))) == 1);
  g_assert_cmpuint (yc_outbox_get_n_parked (yc_desk_get_outbox (fixture->desk)), ==, 0);
}

/* The paper runs out in the middle: what is under way waits, nothing more is asked for, and all goes on by
 * itself when there is paper. */
static void
test_paper_out (Fixture       *fixture,
            gconstpointer  data)
{
  guint n_out;

  begin (fixture, YC_PRINT_BATCH_MOST);
  g_test_message ("%u certificates", g_list_model_get_n_items (G_LIST_MODEL (fixture->batch)));
  yc_batch_fixture_start (fixture);
  yc_test_wait_until (count (fixture, YC_PRINT_BATCH_ITEM_PRINTED) >= 7);
  yc_test_cups_set_control (fixture->cups, PRINTER, "paperout");
  yc_test_wait_until (yc_test_cups_count_events (fixture->cups, PRINTER, "paperout") > 0);
  n_out = count_sheets (fixture);
  yc_test_wait_until (count (fixture, YC_PRINT_BATCH_ITEM_PRINTED) == n_out);
  g_assert_cmpint (yc_print_batch_get_state (fixture->batch), ==, YC_PRINT_BATCH_RUNNING);
  g_assert_cmpuint (count (fixture, YC_PRINT_BATCH_ITEM_UNDER_WAY), <=, 2);
  g_assert_cmpuint (count_sheets (fixture), ==, n_out);
  yc_test_cups_set_control (fixture->cups, PRINTER, "ok");
  assert_whole (fixture);
}

/* What the printer holds comes out, what only waits is taken back, and going on prints the rest. */
static void
test_stop (Fixture       *fixture,
           gconstpointer  data)
{
  guint n_printed;

  begin (fixture, FEW);
  yc_test_cups_set_control (fixture->cups, PRINTER, "paperout");
  yc_batch_fixture_start (fixture);
  yc_test_wait_until (yc_test_cups_count_events (fixture->cups, PRINTER, "paperout") > 0);
  yc_test_wait_until (yc_print_batch_item_get_run (get_item (fixture, 1)) != NULL);
  yc_print_batch_stop (fixture->batch);
  g_assert_cmpint (yc_print_batch_get_state (fixture->batch), ==, YC_PRINT_BATCH_STOPPING);
  yc_test_wait_until (count (fixture, YC_PRINT_BATCH_ITEM_UNDER_WAY) == 1);
  yc_test_cups_set_control (fixture->cups, PRINTER, "ok");
  wait_for_state (fixture, YC_PRINT_BATCH_STOPPED);
  n_printed = count (fixture, YC_PRINT_BATCH_ITEM_PRINTED);
  g_assert_cmpuint (n_printed, ==, 1);
  g_assert_cmpuint (count_sheets (fixture), ==, n_printed);
  g_assert_cmpuint (count (fixture, YC_PRINT_BATCH_ITEM_NOT_PRINTED), ==, 1);
  g_assert_cmpuint (count (fixture, YC_PRINT_BATCH_ITEM_LEFT), ==, FEW - 2);
  yc_batch_fixture_start (fixture);
  assert_whole (fixture);
}

static void
resolve (YcPrintBatchItem *item,
         gboolean          came_out)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  YcPrintRun *run = yc_print_batch_item_get_run (item);

  yc_print_run_resolve_async (run, came_out, NULL, yc_test_keep_result, &result);
  yc_test_wait_until (result != NULL);
  yc_print_run_resolve_finish (run, result, &error);
  g_assert_no_error (error);
}

/* The print server goes away in the middle: the batch stops, and somebody has to say of each sheet under way
 * whether it is out. One that is out is not asked for again. */
static void
test_unknown (Fixture       *fixture,
              gconstpointer  data)
{
  YcPrintBatchItem *first, *second;
  YcPrintRun *run;

  begin (fixture, FEW);
  first = get_item (fixture, 0);
  second = get_item (fixture, 1);
  yc_test_cups_set_control (fixture->cups, PRINTER, "paperout");
  yc_batch_fixture_start (fixture);
  yc_test_wait_until (yc_test_cups_count_events (fixture->cups, PRINTER, "paperout") > 0);
  yc_test_wait_until (yc_print_batch_item_get_run (second) != NULL);
  yc_test_cups_kill (fixture->cups);
  wait_for_state (fixture, YC_PRINT_BATCH_STOPPED);
  g_assert_cmpuint (count (fixture, YC_PRINT_BATCH_ITEM_UNKNOWN), ==, 2);
  g_assert_cmpuint (count (fixture, YC_PRINT_BATCH_ITEM_LEFT), ==, FEW - 2);

  run = yc_print_batch_item_get_run (first);
  resolve (first, TRUE);
  resolve (second, FALSE);
  g_assert_cmpint (yc_print_batch_get_state (fixture->batch), ==, YC_PRINT_BATCH_STOPPED);
  g_assert_cmpint (yc_print_batch_item_get_state (first), ==, YC_PRINT_BATCH_ITEM_PRINTED);
  g_assert_cmpint (yc_print_batch_item_get_state (second), ==, YC_PRINT_BATCH_ITEM_NOT_PRINTED);
  yc_test_cups_set_control (fixture->cups, PRINTER, "ok");
  yc_test_cups_start (fixture->cups);
  yc_batch_fixture_load_printers (fixture);
  yc_batch_fixture_start (fixture);
  wait_for_state (fixture, YC_PRINT_BATCH_DONE);
  g_assert_true (yc_print_batch_item_get_run (first) == run);
  g_assert_true (yc_print_batch_item_get_repeated (second));
}

/* The printer takes no jobs: nothing was made, so nothing is unsure, and all is printed afterwards. */
static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  begin (fixture, FEW);
  yc_test_cups_run (fixture->cups, "cupsreject", PRINTER, NULL);
  yc_batch_fixture_start (fixture);
  wait_for_state (fixture, YC_PRINT_BATCH_STOPPED);
  g_assert_cmpuint (count (fixture, YC_PRINT_BATCH_ITEM_NOT_PRINTED), ==, 2);
  g_assert_cmpuint (count (fixture, YC_PRINT_BATCH_ITEM_LEFT), ==, FEW - 2);
  g_assert_nonnull (yc_print_batch_item_get_error (get_item (fixture, 0)));
  yc_test_cups_run (fixture->cups, "cupsaccept", PRINTER, NULL);
  yc_batch_fixture_start (fixture);
  assert_whole (fixture);
}

/* Nobody prints one of them twice by choosing it twice. */
static void
test_chosen_twice (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (GListModel) chosen = yc_batch_fixture_choose (fixture, FEW);
  g_autoptr (YcIssuedCertificate) first = g_list_model_get_item (chosen, 0);

  for (guint i = 0; i < YC_PRINT_BATCH_MOST; i++)
    g_list_store_append (G_LIST_STORE (chosen), first);
  fixture->batch = yc_print_batch_new (fixture->desk, chosen);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->batch)), ==, FEW);
  g_assert_false (yc_print_batch_needs_reason (fixture->batch));
}

static void
add_test (const char *path,
          void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, yc_batch_fixture_set_up, test, yc_batch_fixture_tear_down);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_test ("/client/print-batch/paper-out", test_paper_out);
  add_test ("/client/print-batch/stop", test_stop);
  add_test ("/client/print-batch/unknown", test_unknown);
  add_test ("/client/print-batch/refused", test_refused);
  add_test ("/client/print-batch/chosen-twice", test_chosen_twice);
  return g_test_run ();
}
