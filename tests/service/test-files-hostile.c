/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that an enemy or a broken desk would send: refused, and nothing is left of them. */
#include "yc-api-files.h"

#include "yc-sqlite-database.h"
#include "yc-test-files.h"

#include <string.h>

#define API "/api/v1"
#define MAX_UNUSED ((gint64) 512 * 1024 * 1024)

static void
assert_content_refused (YcApiFixture  *self,
                        gconstpointer  data,
                        gsize          length)
{
  g_autoptr (GBytes) file = g_bytes_new (data, length);

  yc_api_files_send (self, self->clerk, file, 422);
  g_assert_cmpint (yc_api_files_ask (self, self->clerk, file), ==, 0);
  yc_api_files_assert_fetched (self, self->clerk, file, 404);
}

static void
test_hostile (YcApiFixture *self)
{
  g_autoptr (GBytes) bomb = yc_test_files_create_bomb (50000, 50000);
  g_autoptr (GBytes) file = yc_test_files_create_png (5000, 7);
  g_autoptr (GBytes) other = yc_test_files_create_png (5000, 8);
  g_autofree char *path = yc_api_files_get_path (file);
  g_autoptr (YcTestAnswer) wrong = NULL;

  assert_content_refused (self, "<html><script>", 14);
  assert_content_refused (self, "MZ\x90\0\3", 5);
  assert_content_refused (self, "%PDF-1.7 and nothing more", 25);
  assert_content_refused (self, g_bytes_get_data (bomb, NULL), g_bytes_get_size (bomb));
  assert_content_refused (self, g_bytes_get_data (file, NULL), g_bytes_get_size (file) / 2);
  wrong = yc_test_service_put (self->service, path, self->clerk, NULL,
                               g_bytes_get_data (other, NULL), g_bytes_get_size (other));
  g_assert_cmpuint (wrong->status, ==, 422);
  /* Afterwards the right one is taken. */
  yc_api_files_send (self, self->clerk, file, 201);
}

static void
assert_status (YcApiFixture *self,
               const char   *path,
               const char   *headers,
               const char   *body,
               guint         status)
{
  g_autoptr (YcTestAnswer) answer =
    yc_test_service_put (self->service, path, self->clerk, headers, body, strlen (body));

  g_assert_cmpuint (answer->status, ==, status);
}

static void
test_malformed (YcApiFixture *self)
{
  static const char *const ranges[] = {
    "bytes", "bytes 0-2", "bytes 0-2/", "bytes 0-2/2", "bytes 2-0/3", "bytes 0-1/3", "bytes -1-1/3",
    "bytes 0-2/*", "bytes */3", "lines 0-2/3", "bytes 0-2/3x", "bytes 9223372036854775807-2/3",
    "bytes 0-99999999999999999999/99999999999999999999", "bytes 0-2/-3",
  };
  static const char *const bad_ids[] = { "abc", "..", "%2e%2e%2f%2e%2e%2fetc%2fpasswd" };
  g_autofree char *upper = g_strnfill (64, 'A');
  g_autofree char *zeros = g_strnfill (64, '0');
  g_autofree char *path = g_strconcat (API "/files/", zeros, NULL);
  g_autofree char *upper_path = g_strconcat (API "/files/", upper, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    {
      g_autofree char *header = g_strdup_printf ("Content-Range: %s\r\n", ranges[i]);

      assert_status (self, path, header, "abc", 400);
    }
  assert_status (self, path, NULL, "", 400);
  assert_status (self, path, "Content-Range: bytes */0\r\n", "", 400);
  assert_status (self, path, "Content-Range: bytes */33554433\r\n", "", 413);
  assert_status (self, path, "Content-Range: bytes 0-2/33554433\r\n", "abc", 413);
  assert_status (self, upper_path, NULL, "abc", 404);
  for (guint i = 0; i < G_N_ELEMENTS (bad_ids); i++)
    {
      g_autofree char *bad = g_strconcat (API "/files/", bad_ids[i], NULL);

      assert_status (self, bad, NULL, "abc", 404);
    }
}

/* The part itself is over the limit of a body: it is stopped while it comes. */
static void
test_too_large (YcApiFixture *self)
{
  g_autofree char *zeros = g_strnfill (64, '0');
  g_autofree char *text = g_strdup_printf (
    "PUT " API "/files/%s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\n"
    "Content-Length: %u\r\n\r\n", zeros, self->clerk, 4 * 1024 * 1024 + 1);
  g_autofree char *path = g_strconcat (API "/files/", zeros, NULL);
  g_autoptr (YcTestHttp) http =
    yc_test_http_connect (yc_test_service_get_url (self->service), NULL);
  g_autoptr (YcTestAnswer) answer = NULL;

  yc_test_http_send (http, text, -1, NULL);
  answer = yc_test_http_receive (http, NULL);
  g_assert_nonnull (answer);
  g_assert_cmpuint (answer->status, ==, 413);
  yc_api_contract_check ("PUT", path, answer, self->contract);
}

/* As if another clerk had sent a file that no case has. */
static void
hoard (YcApiFixture *self,
       const char   *id,
       gint64        size)
{
  g_autofree char *path =
    g_build_filename (yc_test_service_get_folder (self->service), "service.db", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (YcDatabase) database = yc_sqlite_database_open_existing (path, &error);
  g_autoptr (YcTransaction) transaction = yc_database_begin_write (database, &error);

  g_assert_no_error (error);
  yc_transaction_run (transaction, &error, "INSERT INTO files (id, type, size, stored_at) VALUES "
                      "($1, 'image/png', $2, '2999')", "si", id, size);
  yc_transaction_run (transaction, &error, "INSERT INTO file_senders (file, user_id, sent_at) "
                      "VALUES ($1, 'other-clerk', '2999')", "s", id);
  yc_transaction_commit (transaction, &error);
  g_assert_no_error (error);
}

/* Files that are begun and never ended are as heavy as whole ones. */
static void
test_begun (YcApiFixture *self)
{
  const gsize part = 1024 * 1024;

  hoard (self, "nearly", MAX_UNUSED - 4 * (gint64) part);
  for (guint seed = 0; seed < 4; seed++)
    {
      g_autoptr (GBytes) file = yc_test_files_create_png (2 * part - 500, 100 + seed);

      yc_api_files_send_part (self, self->other_clerk, file, 0, part, seed < 3 ? 200 : 429);
      /* What was begun before there were too many can be ended. */
      if (seed == 2)
        yc_api_files_send_part (self, self->other_clerk, file, part, g_bytes_get_size (file), 201);
    }
}

/* One person cannot fill the disk with files that no case needs. */
static void
test_hoard (YcApiFixture *self)
{
  g_autoptr (GBytes) file = yc_test_files_create_png (5000, 12);

  hoard (self, "hoard", MAX_UNUSED);
  yc_api_files_send (self, self->other_clerk, file, 429);
  yc_api_files_send (self, self->clerk, file, 201);
}

/* What is put together from thousands of small parts costs the service more than it is worth. */
static void
test_small_parts (YcApiFixture *self)
{
  g_autoptr (GBytes) file = yc_test_files_create_png (40000, 16);
  gsize size = g_bytes_get_size (file);

  yc_api_files_send_part (self, self->clerk, file, 0, 1, 400);
  yc_api_files_send_part (self, self->clerk, file, 0, 16383, 400);
  g_assert_cmpint (yc_api_files_send_part (self, self->clerk, file, 0, 30000, 200), ==, 30000);
  g_assert_cmpint (yc_api_files_send_part (self, self->clerk, file, 30000, size, 201), ==, size);
}

/* The sender says at the end that the file is of one byte, so that it should count as one. */
static void
test_false_size (YcApiFixture *self)
{
  g_autoptr (GBytes) file = yc_test_files_create_png (40000, 17);
  g_autofree char *path = yc_api_files_get_path (file);
  const char *lies[] = { "bytes */1", "bytes */40000" };

  for (guint i = 0; i < G_N_ELEMENTS (lies); i++)
    {
      g_autofree char *header = g_strdup_printf ("Content-Range: %s\r\n", lies[i]);
      gsize size = g_bytes_get_size (file);
      g_autofree char *range =
        g_strdup_printf ("Content-Range: bytes 0-%" G_GSIZE_FORMAT "/50000\r\n", size - 1);
      g_autoptr (YcTestAnswer) begun = yc_test_service_put (
        self->service, path, self->clerk, range, g_bytes_get_data (file, NULL), size);
      g_autoptr (YcTestAnswer) ended =
        yc_test_service_put (self->service, path, self->clerk, header, "", 0);

      g_assert_cmpuint (begun->status, ==, 200);
      g_assert_cmpuint (ended->status, ==, 422);
      yc_api_files_assert_fetched (self, self->clerk, file, 404);
    }
  g_assert_cmpuint (yc_api_files_ask (self, self->clerk, file), ==, 0);
}

/* The database goes on when there is no more room for files. */
static void
test_disk_full (YcApiFixture *self)
{
  static const char *const arguments[] = { "--keep-free", "1000000000", NULL };
  g_autoptr (YcApiFixture) full = yc_api_fixture_new (arguments);
  g_autoptr (GBytes) file = yc_test_files_create_png (5000, 18);
  g_autofree char *id = NULL;

  yc_api_files_send (full, full->clerk, file, 503);
  g_assert_cmpint (yc_api_files_ask (full, full->clerk, file), ==, 0);
  g_assert_cmpuint (yc_api_files_count (full, "uploads"), ==, 0);
  id = yc_api_fixture_submit (full, "TS-0001");
  g_assert_nonnull (id);
}

static const YcApiTest tests[] = {
  { "/files/hostile", test_hostile },
  { "/files/malformed", test_malformed },
  { "/files/too-large", test_too_large },
  { "/files/begun", test_begun },
  { "/files/hoard", test_hoard },
  { "/files/small-parts", test_small_parts },
  { "/files/false-size", test_false_size },
  { "/files/disk-full", test_disk_full },
  { NULL },
};

int
main (int    argc,
      char **argv)
{
  return yc_api_fixture_run (argc, argv, tests);
}
