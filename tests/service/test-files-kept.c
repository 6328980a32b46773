/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long the service keeps files: over every crash, and no longer than a case needs them. */
#include "yc-api-files.h"
#include "yc-api-ledger.h"

#include "yc-file-sweeper.h"
#include "yc-sqlite-database.h"
#include "yc-test-files.h"
#include "yc-uuid.h"

#define PART YC_API_FILES_PART

static void
test_crash (YcApiFixture *self)
{
  g_autoptr (GBytes) file = yc_test_files_create_png (3 * PART - 500, 9);
  gsize size = g_bytes_get_size (file);

  g_assert_cmpint (yc_api_files_send_part (self, self->clerk, file, 0, PART, 200), ==, PART);
  yc_test_service_kill (self->service);
  yc_test_service_start (self->service);
  g_assert_cmpint (yc_api_files_ask (self, self->clerk, file), ==, PART);
  g_assert_cmpint (yc_api_files_send_part (self, self->clerk, file, PART, 2 * PART, 200), ==, 2 * PART);
  yc_test_service_kill (self->service);
  yc_test_service_start (self->service);
  g_assert_cmpint (yc_api_files_send_part (self, self->clerk, file, 2 * PART, size, 201), ==, size);
  yc_test_service_kill (self->service);
  yc_test_service_start (self->service);
  yc_api_files_assert_fetched (self, self->clerk, file, 200);
}

static void
sweep (YcApiFixture *self,
       int           days)
{
  const char *folder = yc_test_service_get_folder (self->service);
  g_autofree char *path = g_build_filename (folder, "service.db", NULL);
  g_autofree char *key = g_build_filename (folder, "service.key", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (YcDatabase) database = yc_sqlite_database_open_existing (path, &error);
  g_autoptr (YcWriter) writer = yc_writer_new (database);
  g_autoptr (YcVault) vault = yc_vault_new_from_file (key, &error);
  g_autoptr (YcFileStore) store = yc_file_store_new (folder, vault);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) then = g_date_time_add_days (now, days);
  YcFileSweeper *sweeper = yc_file_sweeper_new (database, writer, store);

  yc_file_sweeper_run (sweeper, then, &error);
  g_assert_no_error (error);
  yc_file_sweeper_free (sweeper);
  yc_writer_stop (writer);
}

/* Last, because the service does not run meanwhile. */
static void
test_sweep (YcApiFixture *self)
{
  const char *folder = yc_test_service_get_folder (self->service);
  g_autofree char *stray_id = g_strnfill (64, 'f');
  g_autofree char *stray = g_build_filename (folder, "files", stray_id, NULL);
  g_autoptr (GBytes) used = yc_test_files_create_png (1000, 2);
  g_autoptr (GBytes) unused = yc_test_files_create_png (1000, 13);
  g_autoptr (GBytes) begun = yc_test_files_create_png (3 * PART, 14);
  g_autofree char *scan = yc_api_files_describe (used, "a.png");
  g_autofree char *form = g_strdup_printf ("{\"scan\":%s}", scan);
  g_autofree char *id = yc_uuid_v7_new ();
  g_autoptr (JsonObject) taken = NULL;
  YcApiLedger *ledger;

  yc_api_files_send (self, self->clerk, used, 201);
  taken = yc_api_files_submit (self, id, form, 201);
  yc_api_files_send (self, self->clerk, unused, 201);
  yc_api_files_send_part (self, self->clerk, begun, 0, PART, 200);
  g_assert_cmpint (yc_test_service_stop (self->service), ==, 0);
  g_assert_true (g_file_set_contents (stray, "x", 1, NULL));
  g_assert_cmpuint (yc_api_files_count (self, "uploads"), ==, 1);
  sweep (self, 0);
  g_assert_cmpuint (yc_api_files_count (self, "uploads"), ==, 1);
  g_assert_true (g_file_test (stray, G_FILE_TEST_EXISTS));
  sweep (self, YC_FILE_SWEEPER_PART_DAYS + 1);
  g_assert_cmpuint (yc_api_files_count (self, "uploads"), ==, 0);
  g_assert_false (g_file_test (stray, G_FILE_TEST_EXISTS));
  yc_test_service_start (self->service);
  yc_api_files_assert_fetched (self, self->clerk, unused, 200);
  g_assert_cmpint (yc_test_service_stop (self->service), ==, 0);
  sweep (self, YC_FILE_SWEEPER_UNUSED_DAYS + 1);
  yc_test_service_start (self->service);
  yc_api_files_assert_fetched (self, self->clerk, unused, 404);
  yc_api_files_assert_fetched (self, self->reviewer, used, 200);
  /* Whoever needs it again sends it again. */
  yc_api_files_send (self, self->clerk, unused, 201);
  ledger = yc_api_ledger_open (self);
  yc_api_ledger_assert_sound (ledger);
  g_assert_cmpint (yc_api_ledger_count (ledger, "SELECT count(*) FROM files"),
                   ==, yc_api_files_count (self, "files"));
  g_assert_cmpint (yc_api_ledger_count (ledger, "SELECT count(*) FROM audit WHERE action = "
                                        "'file.remove'"), >, 0);
  yc_api_ledger_free (ledger);
}

static const YcApiTest tests[] = {
  { "/files/crash", test_crash },
  { "/files/sweep", test_sweep },
  { NULL },
};

int
main (int    argc,
      char **argv)
{
  return yc_api_fixture_run (argc, argv, tests);
}
