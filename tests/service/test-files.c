/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files of cases at the service: sent in parts, kept sealed, seen only by who may see the case. */
#include "yc-api-ledger.h"

#include "yc-attachment.h"
#include "yc-file-sweeper.h"
#include "yc-json.h"
#include "yc-sqlite-database.h"
#include "yc-test-files.h"
#include "yc-uuid.h"

#include <glib/gstdio.h>
#include <string.h>

#define API "/api/v1"
#define PART (200 * 1000)

static char *
get_path (GBytes *file)
{
  g_autofree char *id = yc_test_files_compute_id (file);

  return g_strconcat (API "/files/", id, NULL);
}

/* The bytes from @first up to, not with, @end. Answers how many have come. */
static gint64
send_part (YcApiFixture *self,
           const char   *token,
           GBytes       *file,
           gsize         first,
           gsize         end,
           guint         status)
{
  g_autofree char *path = get_path (file);
  gsize size;
  const guint8 *data = g_bytes_get_data (file, &size);
  g_autofree char *range =
    g_strdup_printf ("Content-Range: bytes %" G_GSIZE_FORMAT "-%" G_GSIZE_FORMAT "/%" G_GSIZE_FORMAT
                     "\r\n", first, end - 1, size);
  g_autoptr (YcTestAnswer) answer =
    yc_test_service_put (self->service, path, token, range, data + first, end - first);
  g_autoptr (JsonNode) json = NULL;

  g_assert_cmpuint (answer->status, ==, status);
  if (status >= 400)
    return -1;
  json = yc_json_parse (yc_test_answer_get_text (answer), answer->body->len, NULL, NULL);
  return yc_json_get_int (json_node_get_object (json), "received", -1);
}

static gint64
ask (YcApiFixture *self,
     const char   *token,
     GBytes       *file)
{
  g_autofree char *path = get_path (file);
  g_autofree char *range =
    g_strdup_printf ("Content-Range: bytes */%" G_GSIZE_FORMAT "\r\n", g_bytes_get_size (file));
  g_autoptr (YcTestAnswer) answer =
    yc_test_service_put (self->service, path, token, range, "", 0);
  g_autoptr (JsonNode) json =
    yc_json_parse (yc_test_answer_get_text (answer), answer->body->len, NULL, NULL);

  g_assert_cmpuint (answer->status, ==, 200);
  return yc_json_get_int (json_node_get_object (json), "received", -1);
}

static void
send_whole (YcApiFixture *self,
            const char   *token,
            GBytes       *file,
            guint         status)
{
  g_autofree char *path = get_path (file);
  gsize size;
  gconstpointer data = g_bytes_get_data (file, &size);
  g_autoptr (YcTestAnswer) answer =
    yc_test_service_put (self->service, path, token, NULL, data, size);

  if (answer->status != status)
    g_test_message ("%s", yc_test_answer_get_text (answer));
  g_assert_cmpuint (answer->status, ==, status);
}

static void
assert_fetched (YcApiFixture *self,
                const char   *token,
                GBytes       *file,
                guint         status)
{
  g_autofree char *path = get_path (file);
  g_autoptr (YcTestAnswer) answer =
    yc_test_service_request (self->service, "GET", path, token, NULL, NULL);

  g_assert_cmpuint (answer->status, ==, status);
  if (status == 200)
    g_assert_cmpmem (answer->body->data, answer->body->len, g_bytes_get_data (file, NULL),
                     g_bytes_get_size (file));
}

static char *
describe (GBytes     *file,
          const char *name)
{
  g_autofree char *id = yc_test_files_compute_id (file);

  return g_strdup_printf ("{\"id\":\"%s\",\"name\":\"%s\",\"type\":\"image/png\",\"size\":%"
                          G_GSIZE_FORMAT "}", id, name, g_bytes_get_size (file));
}

/* Submits a case whose form says that; (transfer full): the answer. */
static JsonObject *
submit (YcApiFixture *self,
        const char   *case_id,
        const char   *form,
        guint         status)
{
  g_autofree char *headers = yc_api_fixture_write_headers (0);
  g_autofree char *body =
    yc_api_fixture_write_case (self, case_id, "TS-0004", NULL, "[]", form);

  return yc_test_service_post (self->service, API "/cases", self->clerk, headers, body, status);
}

static void
assert_refused (YcApiFixture *self,
                const char   *form,
                const char   *pointer)
{
  g_autofree char *id = yc_uuid_v7_new ();
  g_autoptr (JsonObject) problem = submit (self, id, form, 422);
  JsonArray *errors = yc_json_get_array (problem, "errors");
  gboolean found = FALSE;

  for (guint i = 0; i < json_array_get_length (errors); i++)
    found = found || g_str_equal (yc_json_get_string (json_array_get_object_element (errors, i),
                                                      "pointer", ""), pointer);
  g_assert_true (found);
}

static void
test_parts (YcApiFixture *self)
{
  g_autoptr (GBytes) file = yc_test_files_create_png (3 * PART - 500, 1);
  gsize size = g_bytes_get_size (file);

  g_assert_cmpint (ask (self, self->clerk, file), ==, 0);
  g_assert_cmpint (send_part (self, self->clerk, file, 0, PART, 200), ==, PART);
  g_assert_cmpint (send_part (self, self->clerk, file, 0, PART, 200), ==, PART);
  g_assert_cmpint (send_part (self, self->clerk, file, 2 * PART, size, 200), ==, PART);
  assert_fetched (self, self->clerk, file, 404);
  g_assert_cmpint (ask (self, self->other_clerk, file), ==, 0);
  g_assert_cmpint (send_part (self, self->clerk, file, PART, 2 * PART, 200), ==, 2 * PART);
  g_assert_cmpint (ask (self, self->clerk, file), ==, 2 * PART);
  g_assert_cmpint (send_part (self, self->clerk, file, 2 * PART, size, 201), ==, size);
  g_assert_cmpint (ask (self, self->clerk, file), ==, size);
  send_whole (self, self->clerk, file, 200);
  assert_fetched (self, self->clerk, file, 200);
}

static void
test_who_sees_it (YcApiFixture *self)
{
  g_autoptr (GBytes) file = yc_test_files_create_png (1000, 2);
  g_autofree char *scan = describe (file, "合同.png");
  g_autofree char *form = g_strdup_printf ("{\"scan\":%s}", scan);
  g_autofree char *id = yc_uuid_v7_new ();
  g_autofree char *path = get_path (file);
  g_autofree char *etag = NULL;
  g_autoptr (JsonObject) a_case = NULL;
  g_autoptr (YcTestAnswer) known = NULL, got = NULL;

  send_whole (self, self->clerk, file, 201);
  assert_fetched (self, self->reviewer, file, 404);
  a_case = submit (self, id, form, 201);
  assert_fetched (self, self->clerk, file, 200);
  assert_fetched (self, self->reviewer, file, 200);
  assert_fetched (self, self->supervisor, file, 200);
  assert_fetched (self, self->root, file, 200);
  assert_fetched (self, self->other_clerk, file, 404);
  assert_fetched (self, self->trainer, file, 403);
  got = yc_test_service_request (self->service, "GET", path, self->reviewer, NULL, NULL);
  g_assert_cmpstr (yc_test_answer_get (got, "content-type"), ==, "image/png");
  g_assert_cmpstr (yc_test_answer_get (got, "x-content-type-options"), ==, "nosniff");
  etag = g_strdup_printf ("If-None-Match: %s\r\n", yc_test_answer_get (got, "etag"));
  known = yc_test_service_request (self->service, "GET", path, self->reviewer, etag, NULL);
  g_assert_cmpuint (known->status, ==, 304);
}

/* To know a file's SHA-256 does not give it away, nor lets anybody name it. */
static void
test_foreign (YcApiFixture *self)
{
  g_autoptr (GBytes) file = yc_test_files_create_png (5000, 3);
  g_autoptr (GBytes) mine = yc_test_files_create_png (5000, 4);
  g_autofree char *scan = describe (file, "a.png");
  g_autofree char *own = describe (mine, "b.png");
  g_autofree char *form = g_strdup_printf ("{\"scan\":%s}", scan);
  g_autofree char *list = g_strdup_printf ("{\"scan\":%s,\"papers\":[%s,%s]}", own, own, scan);
  g_autofree char *id = yc_uuid_v7_new ();
  g_autoptr (JsonObject) taken = NULL;

  assert_refused (self, form, "/form/scan");
  send_whole (self, self->other_clerk, file, 201);
  send_whole (self, self->clerk, mine, 201);
  assert_refused (self, form, "/form/scan");
  assert_refused (self, list, "/form/papers/1");
  assert_fetched (self, self->clerk, file, 404);
  send_whole (self, self->clerk, file, 201);
  taken = submit (self, id, list, 201);
}

/* A case of the same village has it: a colleague may take it into the next case. */
static void
test_colleague (YcApiFixture *self)
{
  g_autoptr (GBytes) file = yc_test_files_create_png (5000, 15);
  g_autofree char *scan = describe (file, "a.png");
  g_autofree char *form = g_strdup_printf ("{\"scan\":%s}", scan);
  g_autofree char *first = yc_uuid_v7_new ();
  g_autofree char *second = yc_uuid_v7_new ();
  g_autofree char *clerk = g_steal_pointer (&self->clerk);
  g_autoptr (JsonObject) taken = NULL, again = NULL;

  yc_test_service_add_user (self->service, self->root, "colleague", "clerk", "990901001001");
  self->clerk = yc_test_service_sign_in (self->service, "colleague");
  send_whole (self, clerk, file, 201);
  assert_refused (self, form, "/form/scan");
  g_free (g_steal_pointer (&self->clerk));
  self->clerk = g_strdup (clerk);
  taken = submit (self, first, form, 201);
  g_free (g_steal_pointer (&self->clerk));
  self->clerk = yc_test_service_sign_in (self->service, "colleague");
  again = submit (self, second, form, 201);
  g_free (g_steal_pointer (&self->clerk));
  self->clerk = g_steal_pointer (&clerk);
}

static void
test_bad_names (YcApiFixture *self)
{
  static const char *const changes[][2] = {
    { "\"a.png\"", "\"../../a.png\"" }, { "\"a.png\"", "\"a\\u0007.png\"" }, { "\"a.png\"", "\"\"" },
    { "image/png", "application/pdf" }, { "image/png", "text/html" }, { "\"size\":", "\"size\":9" },
    { "\"id\":\"", "\"id\":\"../" }, { "\"size\":", "\"length\":" },
  };
  g_autoptr (GBytes) file = yc_test_files_create_png (5000, 5);
  g_autoptr (GBytes) large = yc_test_files_create_png (1000 * 1000, 6);
  g_autofree char *large_scan = describe (large, "a.png");
  g_autofree char *large_form = g_strdup_printf ("{\"scan\":%s}", large_scan);

  send_whole (self, self->clerk, file, 201);
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autofree char *scan = describe (file, "a.png");
      g_autoptr (GString) changed = g_string_new (scan);
      g_autofree char *form = NULL;

      g_assert_cmpuint (g_string_replace (changed, changes[i][0], changes[i][1], 1), ==, 1);
      form = g_strdup_printf ("{\"scan\":%s}", changed->str);
      assert_refused (self, form, i == 7 ? "/form/scan/size" : "/form/scan");
    }
  send_whole (self, self->clerk, large, 201);
  assert_refused (self, large_form, "/form/scan");
  assert_refused (self, "{\"scan\":7}", "/form/scan");
  assert_refused (self, "{}", "/form/scan");
}

static void
assert_content_refused (YcApiFixture  *self,
                        gconstpointer  data,
                        gsize          length)
{
  g_autoptr (GBytes) file = g_bytes_new (data, length);

  send_whole (self, self->clerk, file, 422);
  g_assert_cmpint (ask (self, self->clerk, file), ==, 0);
  assert_fetched (self, self->clerk, file, 404);
}

static void
test_hostile (YcApiFixture *self)
{
  g_autoptr (GBytes) bomb = yc_test_files_create_bomb (50000, 50000);
  g_autoptr (GBytes) file = yc_test_files_create_png (5000, 7);
  g_autoptr (GBytes) other = yc_test_files_create_png (5000, 8);
  g_autofree char *path = get_path (file);
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
  send_whole (self, self->clerk, file, 201);
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

static void
test_crash (YcApiFixture *self)
{
  g_autoptr (GBytes) file = yc_test_files_create_png (3 * PART - 500, 9);
  gsize size = g_bytes_get_size (file);

  g_assert_cmpint (send_part (self, self->clerk, file, 0, PART, 200), ==, PART);
  yc_test_service_kill (self->service);
  yc_test_service_start (self->service);
  g_assert_cmpint (ask (self, self->clerk, file), ==, PART);
  g_assert_cmpint (send_part (self, self->clerk, file, PART, 2 * PART, 200), ==, 2 * PART);
  yc_test_service_kill (self->service);
  yc_test_service_start (self->service);
  g_assert_cmpint (send_part (self, self->clerk, file, 2 * PART, size, 201), ==, size);
  yc_test_service_kill (self->service);
  yc_test_service_start (self->service);
  assert_fetched (self, self->clerk, file, 200);
}

typedef struct
{
  YcApiFixture *self;
  GBytes *file;
} Sender;

/* As the desk does: goes on where the service says. */
static gpointer
send_all (gpointer data)
{
  Sender *sender = data;
  gint64 size = (gint64) g_bytes_get_size (sender->file);
  gint64 at = 0;

  while (at < size)
    {
      g_autofree char *path = get_path (sender->file);
      gint64 end = MIN (at + PART / 4, size);
      g_autofree char *range = g_strdup_printf (
        "Content-Range: bytes %" G_GINT64_FORMAT "-%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT "\r\n",
        at, end - 1, size);
      const guint8 *bytes = g_bytes_get_data (sender->file, NULL);
      g_autoptr (YcTestAnswer) answer = yc_test_service_put (
        sender->self->service, path, sender->self->clerk, range, bytes + at, (gsize) (end - at));
      g_autoptr (JsonNode) json =
        yc_json_parse (yc_test_answer_get_text (answer), answer->body->len, NULL, NULL);

      g_assert_cmpuint (answer->status, <, 300);
      at = yc_json_get_int (json_node_get_object (json), "received", -1);
    }
  return NULL;
}

/* Two cases with the same file are sent at once. */
static void
test_together (YcApiFixture *self)
{
  g_autoptr (GBytes) file = yc_test_files_create_png (10 * PART, 10);
  Sender sender = { self, file };
  GThread *threads[4];

  yc_test_service_set_check (self->service, NULL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("sender", send_all, &sender);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
  yc_test_service_set_check (self->service, yc_api_contract_check, self->contract);
  assert_fetched (self, self->clerk, file, 200);
}

static guint
count_files (YcApiFixture *self,
             const char   *folder)
{
  g_autofree char *path =
    g_build_filename (yc_test_service_get_folder (self->service), folder, NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

/* Nothing of a file can be read on the disk. */
static void
test_at_rest (YcApiFixture *self)
{
  g_autoptr (GBytes) file = yc_test_files_create_png (5000, 11);
  g_autofree char *id = yc_test_files_compute_id (file);
  g_autofree char *path =
    g_build_filename (yc_test_service_get_folder (self->service), "files", id, NULL);
  g_autofree char *raw = NULL;
  gsize length;
  GStatBuf status;

  send_whole (self, self->clerk, file, 201);
  send_whole (self, self->other_clerk, file, 201);
  g_assert_true (g_file_get_contents (path, &raw, &length, NULL));
  g_assert_cmpuint (length, ==, g_bytes_get_size (file) + 41);
  g_assert_null (g_strstr_len (raw, length, "IHDR"));
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
}

/* One person cannot fill the disk with files that no case needs. */
static void
test_hoard (YcApiFixture *self)
{
  g_autofree char *path =
    g_build_filename (yc_test_service_get_folder (self->service), "service.db", NULL);
  g_autoptr (GBytes) file = yc_test_files_create_png (5000, 12);
  g_autoptr (GError) error = NULL;
  g_autoptr (YcDatabase) database = yc_sqlite_database_open_existing (path, &error);
  g_autoptr (YcTransaction) transaction = yc_database_begin_write (database, &error);

  g_assert_no_error (error);
  yc_transaction_run (transaction, &error, "INSERT INTO files (id, type, size, stored_at) VALUES "
                      "('hoard', 'image/png', 536870912, '2999')", "");
  yc_transaction_run (transaction, &error, "INSERT INTO file_senders (file, user_id, sent_at) "
                      "VALUES ('hoard', 'other-clerk', '2999')", "");
  yc_transaction_commit (transaction, &error);
  g_assert_no_error (error);
  send_whole (self, self->other_clerk, file, 429);
  send_whole (self, self->clerk, file, 201);
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
  YcApiLedger *ledger;

  send_whole (self, self->clerk, unused, 201);
  send_part (self, self->clerk, begun, 0, PART, 200);
  g_assert_cmpint (yc_test_service_stop (self->service), ==, 0);
  g_assert_true (g_file_set_contents (stray, "x", 1, NULL));
  g_assert_cmpuint (count_files (self, "uploads"), ==, 1);
  sweep (self, 0);
  g_assert_cmpuint (count_files (self, "uploads"), ==, 1);
  g_assert_true (g_file_test (stray, G_FILE_TEST_EXISTS));
  sweep (self, YC_FILE_SWEEPER_PART_DAYS + 1);
  g_assert_cmpuint (count_files (self, "uploads"), ==, 0);
  g_assert_false (g_file_test (stray, G_FILE_TEST_EXISTS));
  yc_test_service_start (self->service);
  assert_fetched (self, self->clerk, unused, 200);
  g_assert_cmpint (yc_test_service_stop (self->service), ==, 0);
  sweep (self, YC_FILE_SWEEPER_UNUSED_DAYS + 1);
  yc_test_service_start (self->service);
  assert_fetched (self, self->clerk, unused, 404);
  assert_fetched (self, self->reviewer, used, 200);
  /* Whoever needs it again sends it again. */
  send_whole (self, self->clerk, unused, 201);
  ledger = yc_api_ledger_open (self);
  yc_api_ledger_assert_sound (ledger);
  g_assert_cmpint (yc_api_ledger_count (ledger, "SELECT count(*) FROM files WHERE id <> 'hoard'"),
                   ==, count_files (self, "files"));
  g_assert_cmpint (yc_api_ledger_count (ledger, "SELECT count(*) FROM audit WHERE action = "
                                        "'file.remove'"), >, 0);
  yc_api_ledger_free (ledger);
}

static const YcApiTest tests[] = {
  { "/files/parts", test_parts },
  { "/files/who-sees-it", test_who_sees_it },
  { "/files/foreign", test_foreign },
  { "/files/colleague", test_colleague },
  { "/files/bad-names", test_bad_names },
  { "/files/hostile", test_hostile },
  { "/files/malformed", test_malformed },
  { "/files/too-large", test_too_large },
  { "/files/crash", test_crash },
  { "/files/together", test_together },
  { "/files/at-rest", test_at_rest },
  { "/files/hoard", test_hoard },
  { "/files/sweep", test_sweep },
  { NULL },
};

int
main (int    argc,
      char **argv)
{
  return yc_api_fixture_run (argc, argv, tests);
}
