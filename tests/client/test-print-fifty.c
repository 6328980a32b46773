/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A whole batch: as many certificates as are printed at one go, of more that were chosen. Which of them came
 * out is read off the sheets themselves. */
#include "yc-batch-fixture.h"
#include "yc-json.h"

#include <string.h>

#define PRINTER YC_BATCH_FIXTURE_PRINTER
/* With the seventeen of the samples there are more in force than one batch takes. */
#define N_MORE 40
#define MOST 50
#define LEAST_IN_FORCE 55
/* Half a batch shows as well what a stop leaves. */
#define STOPPED 25
#define BEFORE_STOP 10

typedef YcBatchFixture Fixture;

static guint
count (Fixture               *f,
       YcPrintBatchItemState  state)
{
  return yc_print_batch_count (f->batch, state);
}

static char *
read_sheet (Fixture *f,
            guint    index)
{
  g_autofree char *path = yc_test_cups_get_sheet (f->cups, PRINTER, index);
  const char *argv[] = { "pdftotext", "-layout", path, "-", NULL };
  g_autoptr (GError) error = NULL;
  char *words = NULL;

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &words, NULL, NULL,
                &error);
  g_assert_no_error (error);
  return words;
}

/* (element-type utf8): what each sheet in the printer's tray says. */
static GPtrArray *
read_tray (Fixture *f)
{
  guint n_sheets = yc_test_cups_count_sheets (f->cups, PRINTER);
  GPtrArray *tray = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n_sheets; i++)
    g_ptr_array_add (tray, read_sheet (f, i));
  return tray;
}

static guint
count_sheets_of (GPtrArray        *tray,
                 YcPrintBatchItem *item)
{
  YcIssuedCertificate *certificate = yc_print_batch_item_get_certificate (item);
  guint n = 0;

  for (guint i = 0; i < tray->len; i++)
    n += strstr (tray->pdata[i], yc_issued_certificate_get_serial (certificate)) != NULL;
  return n;
}

/* In the tray is one sheet of each that is said to be printed, and nothing else. */
static void
assert_tray (Fixture *f)
{
  g_autoptr (GPtrArray) tray = read_tray (f);
  guint n_printed = count (f, YC_PRINT_BATCH_ITEM_PRINTED);

  g_assert_cmpuint (tray->len, ==, n_printed);
  g_assert_cmpuint (yc_test_cups_count_events (f->cups, PRINTER, "printed"), ==, n_printed);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (f->batch)); i++)
    {
      g_autoptr (YcPrintBatchItem) item = g_list_model_get_item (G_LIST_MODEL (f->batch), i);
      gboolean printed = yc_print_batch_item_get_state (item) == YC_PRINT_BATCH_ITEM_PRINTED;

      g_assert_cmpuint (count_sheets_of (tray, item), ==, printed ? 1 : 0);
    }
}

/* (transfer full): its only print as the service knows it; %NULL until there is one. */
static JsonObject *
get_print (Fixture          *f,
           YcPrintBatchItem *item)
{
  YcIssuedCertificate *certificate = yc_print_batch_item_get_certificate (item);
  g_autofree char *path =
    g_strconcat ("/api/v1/certificates/", yc_issued_certificate_get_serial (certificate), NULL);
  g_autoptr (JsonObject) object = yc_test_service_get (f->service, path, f->token, 200);
  JsonArray *prints = json_object_get_array_member (object, "prints");

  g_assert_cmpuint (json_array_get_length (prints), <=, 1);
  return json_array_get_length (prints) == 1
           ? json_object_ref (json_array_get_object_element (prints, 0)) : NULL;
}

static gboolean
is_first_and_done (Fixture          *f,
                   YcPrintBatchItem *item)
{
  g_autoptr (JsonObject) print = get_print (f, item);

  if (print == NULL || !g_str_equal (yc_json_get_string (print, "state", ""), "done"))
    return FALSE;
  g_assert_cmpint (yc_json_get_int (print, "number", 0), ==, 1);
  return TRUE;
}

/* The records go through the outbox, a moment after the screen. */
static void
assert_recorded (Fixture *f)
{
  for (guint i = 0; i < MOST; i++)
    {
      g_autoptr (YcPrintBatchItem) item = g_list_model_get_item (G_LIST_MODEL (f->batch), i);

      yc_test_wait_until (is_first_and_done (f, item));
    }
  g_assert_cmpuint (yc_outbox_get_n_parked (yc_desk_get_outbox (f->desk)), ==, 0);
}

/* More are chosen than are printed at one go: the first fifty, and those beyond are counted. */
static void
begin (Fixture *f)
{
  g_autoptr (GListModel) chosen = yc_batch_fixture_choose (f, G_MAXUINT);
  guint n_chosen = g_list_model_get_n_items (chosen);

  g_assert_cmpuint (n_chosen, >=, LEAST_IN_FORCE);
  f->batch = yc_print_batch_new (f->desk, chosen);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (f->batch)), ==, MOST);
  g_assert_cmpuint (yc_print_batch_get_n_beyond (f->batch), ==, n_chosen - MOST);
}

typedef struct
{
  guint n_printed;
  guint n_steps;
} Progress;

/* What was out stays out, and one comes after the other. */
static void
progress_cb (YcPrintBatch *batch,
             Progress     *progress)
{
  guint n_printed = yc_print_batch_count (batch, YC_PRINT_BATCH_ITEM_PRINTED);

  g_assert_cmpuint (n_printed, >=, progress->n_printed);
  g_assert_cmpuint (n_printed, <=, progress->n_printed + 1);
  progress->n_steps += n_printed - progress->n_printed;
  progress->n_printed = n_printed;
}

static void
test_whole (Fixture       *f,
            gconstpointer  data)
{
  Progress progress = { 0 };
  gint64 began;
  double seconds;

  begin (f);
  g_signal_connect (f->batch, "changed", G_CALLBACK (progress_cb), &progress);
  began = g_get_monotonic_time ();
  yc_batch_fixture_start (f);
  yc_test_wait_until (yc_print_batch_get_state (f->batch) == YC_PRINT_BATCH_DONE);
  seconds = (double) (g_get_monotonic_time () - began) / G_USEC_PER_SEC;
  g_test_message ("%u sheets in %.2f s: %.3f s each", MOST, seconds, seconds / MOST);
  g_assert_cmpuint (progress.n_steps, ==, MOST);
  g_assert_cmpuint (count (f, YC_PRINT_BATCH_ITEM_PRINTED), ==, MOST);
  assert_tray (f);
  assert_recorded (f);
}

/* Stopped while one lies at the printer: that one comes out, the rest is left, and going on prints the rest. */
static void
test_stopped (Fixture       *f,
              gconstpointer  data)
{
  g_autoptr (GListModel) chosen = yc_batch_fixture_choose (f, STOPPED);
  guint n_printed;

  f->batch = yc_print_batch_new (f->desk, chosen);
  yc_batch_fixture_start (f);
  yc_test_wait_until (count (f, YC_PRINT_BATCH_ITEM_PRINTED) >= BEFORE_STOP);
  yc_test_cups_set_control (f->cups, PRINTER, "slow");
  yc_test_wait_until (yc_test_cups_count_events (f->cups, PRINTER, "received") >
                      yc_test_cups_count_events (f->cups, PRINTER, "printed"));
  yc_print_batch_stop (f->batch);
  g_assert_cmpint (yc_print_batch_get_state (f->batch), ==, YC_PRINT_BATCH_STOPPING);
  yc_test_cups_set_control (f->cups, PRINTER, "ok");
  yc_test_wait_until (yc_print_batch_get_state (f->batch) == YC_PRINT_BATCH_STOPPED);
  n_printed = count (f, YC_PRINT_BATCH_ITEM_PRINTED);
  g_test_message ("%u were out when it had stopped", n_printed);
  g_assert_cmpuint (n_printed, >=, BEFORE_STOP);
  g_assert_cmpuint (n_printed, <=, BEFORE_STOP + 4);
  g_assert_cmpuint (count (f, YC_PRINT_BATCH_ITEM_UNKNOWN), ==, 0);
  g_assert_cmpuint (count (f, YC_PRINT_BATCH_ITEM_LEFT) +
                      count (f, YC_PRINT_BATCH_ITEM_NOT_PRINTED), ==, STOPPED - n_printed);
  assert_tray (f);
  yc_batch_fixture_start (f);
  yc_test_wait_until (yc_print_batch_get_state (f->batch) == YC_PRINT_BATCH_DONE);
  g_assert_cmpuint (count (f, YC_PRINT_BATCH_ITEM_PRINTED), ==, STOPPED);
  assert_tray (f);
}

static void
add_test (const char *path,
          void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, GUINT_TO_POINTER (N_MORE), yc_batch_fixture_set_up, test,
              yc_batch_fixture_tear_down);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_test ("/client/print-fifty/whole", test_whole);
  add_test ("/client/print-fifty/stopped", test_stopped);
  return g_test_run ();
}
