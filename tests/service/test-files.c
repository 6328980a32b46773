/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files of cases at the service: sent in parts, kept sealed, seen only by who may see the case. */
#include "yc-api-files.h"
#include "yc-api-ledger.h"

#include "yc-json.h"
#include "yc-test-files.h"
#include "yc-uuid.h"

#include <glib/gstdio.h>

#define API "/api/v1"
#define PART YC_API_FILES_PART

static void
test_parts (YcApiFixture *self)
{
  g_autoptr (GBytes) file = yc_test_files_create_png (3 * PART - 500, 1);
  gsize size = g_bytes_get_size (file);

  g_assert_cmpint (yc_api_files_ask (self, self->clerk, file), ==, 0);
  g_assert_cmpint (yc_api_files_send_part (self, self->clerk, file, 0, PART, 200), ==, PART);
  g_assert_cmpint (yc_api_files_send_part (self, self->clerk, file, 0, PART, 200), ==, PART);
  g_assert_cmpint (yc_api_files_send_part (self, self->clerk, file, 2 * PART, size, 200), ==, PART);
  yc_api_files_assert_fetched (self, self->clerk, file, 404);
  g_assert_cmpint (yc_api_files_ask (self, self->other_clerk, file), ==, 0);
  g_assert_cmpint (yc_api_files_send_part (self, self->clerk, file, PART, 2 * PART, 200), ==, 2 * PART);
  g_assert_cmpint (yc_api_files_ask (self, self->clerk, file), ==, 2 * PART);
  g_assert_cmpint (yc_api_files_send_part (self, self->clerk, file, 2 * PART, size, 201), ==, size);
  g_assert_cmpint (yc_api_files_ask (self, self->clerk, file), ==, size);
  yc_api_files_send (self, self->clerk, file, 200);
  yc_api_files_assert_fetched (self, self->clerk, file, 200);
}

static void
test_who_sees_it (YcApiFixture *self)
{
  g_autoptr (GBytes) file = yc_test_files_create_png (1000, 2);
  g_autofree char *scan = yc_api_files_describe (file, "合同.png");
  g_autofree char *form = g_strdup_printf ("{\"scan\":%s}", scan);
  g_autofree char *id = yc_uuid_v7_new ();
  g_autofree char *path = yc_api_files_get_path (file);
  g_autofree char *etag = NULL;
  g_autoptr (JsonObject) a_case = NULL;
  g_autoptr (YcTestAnswer) known = NULL, got = NULL;

  yc_api_files_send (self, self->clerk, file, 201);
  yc_api_files_assert_fetched (self, self->reviewer, file, 404);
  a_case = yc_api_files_submit (self, id, form, 201);
  yc_api_files_assert_fetched (self, self->clerk, file, 200);
  yc_api_files_assert_fetched (self, self->reviewer, file, 200);
  yc_api_files_assert_fetched (self, self->supervisor, file, 200);
  yc_api_files_assert_fetched (self, self->root, file, 200);
  yc_api_files_assert_fetched (self, self->other_clerk, file, 404);
  yc_api_files_assert_fetched (self, self->trainer, file, 403);
  got = yc_test_service_request (self->service, "GET", path, self->reviewer, NULL, NULL);
  g_assert_cmpstr (yc_test_answer_get (got, "content-type"), ==, "image/png");
  g_assert_cmpstr (yc_test_answer_get (got, "x-content-type-options"), ==, "nosniff");
  etag = g_strdup_printf ("If-None-Match: %s\r\n", yc_test_answer_get (got, "etag"));
  known = yc_test_service_request (self->service, "GET", path, self->reviewer, etag, NULL);
  g_assert_cmpuint (known->status, ==, 304);
}

static gint64
count_reads (YcApiFixture *self,
             const char   *user,
             GBytes       *file)
{
  g_autoptr (YcApiLedger) ledger = yc_api_ledger_open (self);
  g_autofree char *id = yc_test_files_compute_id (file);
  g_autofree char *sql = g_strdup_printf (
    "SELECT count(*) FROM audit WHERE action = 'file.read' AND by_id = '%s' AND subject = '%s'",
    user, id);

  yc_api_ledger_assert_sound (ledger);
  return yc_api_ledger_count (ledger, sql);
}

/* Who got it is noted, once for going to and fro; who did not, or had it already, got nothing. */
static void
test_noted (YcApiFixture *self)
{
  g_autoptr (GBytes) file = yc_test_files_create_png (1000, 40);
  g_autofree char *id = yc_test_files_compute_id (file);
  g_autofree char *path = yc_api_files_get_path (file);
  g_autofree char *known = g_strdup_printf ("If-None-Match: \"%s\"\r\n", id);
  g_autoptr (YcTestAnswer) unchanged = NULL;

  yc_api_files_send (self, self->clerk, file, 201);
  yc_api_files_assert_fetched (self, self->other_clerk, file, 404);
  yc_api_files_assert_fetched (self, self->clerk, file, 200);
  yc_api_files_assert_fetched (self, self->clerk, file, 200);
  unchanged = yc_test_service_request (self->service, "GET", path, self->clerk, known, NULL);
  g_assert_cmpuint (unchanged->status, ==, 304);
  g_assert_cmpint (count_reads (self, "clerk", file), ==, 1);
  g_assert_cmpint (count_reads (self, "other-clerk", file), ==, 0);
}

/* An address is nothing but a file's SHA-256, whatever lies beside the files. */
static void
test_addresses (YcApiFixture *self)
{
  static const char *const names[] = {
    "..", "../service.key", "..%2fservice.key", "%2e%2e%2fservice.db", "service.key", "%00", "*",
    "%27%20OR%20%271%27=%271",
  };
  g_autoptr (GBytes) file = yc_test_files_create_png (1000, 41);
  g_autofree char *id = yc_test_files_compute_id (file);
  g_autofree char *upper = g_ascii_strup (id, -1);
  g_autofree char *longer = g_strconcat (id, "0", NULL);
  g_autofree char *below = g_strconcat (id, "/..", NULL);
  g_autofree char *encoded = g_strdup_printf ("%s%%2f..%%2f%s", id, id);
  const char *const twisted[] = { upper, longer, below, encoded };

  yc_api_files_send (self, self->clerk, file, 201);
  for (guint i = 0; i < G_N_ELEMENTS (names) + G_N_ELEMENTS (twisted); i++)
    {
      const char *name = i < G_N_ELEMENTS (names) ? names[i] : twisted[i - G_N_ELEMENTS (names)];
      g_autofree char *path = g_strconcat (API "/files/", name, NULL);
      g_autoptr (YcTestAnswer) answer = NULL;

      yc_test_service_set_check (self->service, NULL, NULL);
      answer = yc_test_service_request (self->service, "GET", path, self->clerk, NULL, NULL);
      yc_test_service_set_check (self->service, yc_api_contract_check, self->contract);
      g_assert_cmpuint (answer->status, >=, 400);
      g_assert_cmpuint (answer->status, <, 500);
    }
}

/* To know a file's SHA-256 does not give it away, nor lets anybody name it. */
static void
test_foreign (YcApiFixture *self)
{
  g_autoptr (GBytes) file = yc_test_files_create_png (5000, 3);
  g_autoptr (GBytes) mine = yc_test_files_create_png (5000, 4);
  g_autofree char *scan = yc_api_files_describe (file, "a.png");
  g_autofree char *own = yc_api_files_describe (mine, "b.png");
  g_autofree char *form = g_strdup_printf ("{\"scan\":%s}", scan);
  g_autofree char *list = g_strdup_printf ("{\"scan\":%s,\"papers\":[%s,%s]}", own, own, scan);
  g_autofree char *id = yc_uuid_v7_new ();
  g_autoptr (JsonObject) taken = NULL;

  yc_api_files_assert_refused (self, form, "/form/scan");
  yc_api_files_send (self, self->other_clerk, file, 201);
  yc_api_files_send (self, self->clerk, mine, 201);
  yc_api_files_assert_refused (self, form, "/form/scan");
  yc_api_files_assert_refused (self, list, "/form/papers/1");
  yc_api_files_assert_fetched (self, self->clerk, file, 404);
  yc_api_files_send (self, self->clerk, file, 201);
  taken = yc_api_files_submit (self, id, list, 201);
}

/* A case of the same village has it: a colleague may take it into the next case. */
static void
test_colleague (YcApiFixture *self)
{
  g_autoptr (GBytes) file = yc_test_files_create_png (5000, 15);
  g_autofree char *scan = yc_api_files_describe (file, "a.png");
  g_autofree char *form = g_strdup_printf ("{\"scan\":%s}", scan);
  g_autofree char *first = yc_uuid_v7_new ();
  g_autofree char *second = yc_uuid_v7_new ();
  g_autofree char *clerk = g_steal_pointer (&self->clerk);
  g_autoptr (JsonObject) taken = NULL, again = NULL;

  yc_test_service_add_user (self->service, self->root, "colleague", "clerk", "990901001001");
  self->clerk = yc_test_service_sign_in (self->service, "colleague");
  yc_api_files_send (self, clerk, file, 201);
  yc_api_files_assert_refused (self, form, "/form/scan");
  g_free (g_steal_pointer (&self->clerk));
  self->clerk = g_strdup (clerk);
  taken = yc_api_files_submit (self, first, form, 201);
  g_free (g_steal_pointer (&self->clerk));
  self->clerk = yc_test_service_sign_in (self->service, "colleague");
  again = yc_api_files_submit (self, second, form, 201);
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
  g_autofree char *large_scan = yc_api_files_describe (large, "a.png");
  g_autofree char *large_form = g_strdup_printf ("{\"scan\":%s}", large_scan);

  yc_api_files_send (self, self->clerk, file, 201);
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autofree char *scan = yc_api_files_describe (file, "a.png");
      g_autoptr (GString) changed = g_string_new (scan);
      g_autofree char *form = NULL;

      g_assert_cmpuint (g_string_replace (changed, changes[i][0], changes[i][1], 1), ==, 1);
      form = g_strdup_printf ("{\"scan\":%s}", changed->str);
      yc_api_files_assert_refused (self, form, i == 7 ? "/form/scan/size" : "/form/scan");
    }
  yc_api_files_send (self, self->clerk, large, 201);
  yc_api_files_assert_refused (self, large_form, "/form/scan");
  yc_api_files_assert_refused (self, "{\"scan\":7}", "/form/scan");
  yc_api_files_assert_refused (self, "{}", "/form/scan");
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
      g_autofree char *path = yc_api_files_get_path (sender->file);
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
  yc_api_files_assert_fetched (self, self->clerk, file, 200);
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

  yc_api_files_send (self, self->clerk, file, 201);
  yc_api_files_send (self, self->other_clerk, file, 201);
  g_assert_true (g_file_get_contents (path, &raw, &length, NULL));
  g_assert_cmpuint (length, ==, g_bytes_get_size (file) + 41);
  g_assert_null (g_strstr_len (raw, length, "IHDR"));
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
}

static const char *
get_serial (JsonObject *a_case)
{
  return json_object_get_string_member (json_object_get_object_member (a_case, "certificate"),
                                        "serial");
}

/* What poppler's @program says of the certificate of an approved case with that form. */
static char *
issue_and_read (YcApiFixture *self,
                const char   *form,
                const char   *program,
                const char   *option,
                const char   *output_name)
{
  g_autofree char *id = yc_uuid_v7_new ();
  g_autofree char *headers = yc_api_fixture_write_headers (0);
  g_autofree char *body = yc_api_fixture_write_case (self, id, "TS-0009", NULL, "[]", form);
  g_autoptr (JsonObject) sent =
    yc_test_service_post (self->service, API "/cases", self->clerk, headers, body, 201);
  g_autoptr (JsonObject) issued =
    yc_api_fixture_decide (self, self->reviewer, id, 1, "{\"decision\":\"approve\"}", 200);
  g_autoptr (YcApiLedger) ledger = yc_api_ledger_open (self);
  g_autoptr (GBytes) pdf = yc_api_ledger_load_pdf (ledger, get_serial (issued));
  g_autofree char *path =
    g_build_filename (yc_test_service_get_folder (self->service), "sheet.pdf", NULL);
  const char *const words[] = { program, option, path, output_name, NULL };
  g_autoptr (GError) error = NULL;
  char *output = NULL;

  g_file_set_contents (path, g_bytes_get_data (pdf, NULL), (gssize) g_bytes_get_size (pdf), &error);
  g_assert_no_error (error);
  g_spawn_sync (NULL, (char **) words, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL,
                &output, NULL, NULL, &error);
  g_assert_no_error (error);
  g_unlink (path);
  return output;
}

/* The photo among the case's files is on the certificate; without one there is a frame for it. */
static void
test_photo (YcApiFixture *self)
{
  g_autoptr (GBytes) file = yc_test_files_create_png (1000, 11);
  g_autofree char *scan = yc_api_files_describe (file, "照片.png");
  g_autofree char *form = g_strdup_printf ("{\"scan\":%s,\"papers\":[%s]}", scan, scan);
  g_autofree char *scan_only = g_strdup_printf ("{\"scan\":%s}", scan);
  g_autofree char *with = NULL;
  g_autofree char *images = NULL;
  g_autofree char *without = NULL;

  yc_api_files_send (self, self->clerk, file, 201);
  with = issue_and_read (self, form, "pdftotext", "-layout", "-");
  images = issue_and_read (self, form, "pdfimages", "-list", NULL);
  without = issue_and_read (self, scan_only, "pdftotext", "-layout", "-");
  g_assert_nonnull (strstr (with, "属实。"));
  g_assert_null (strstr (with, "贴照片处"));
  g_assert_nonnull (strstr (images, "image"));
  g_assert_nonnull (strstr (without, "贴照片处"));
}

static const YcApiTest tests[] = {
  { "/files/parts", test_parts },
  { "/files/who-sees-it", test_who_sees_it },
  { "/files/noted", test_noted },
  { "/files/addresses", test_addresses },
  { "/files/foreign", test_foreign },
  { "/files/colleague", test_colleague },
  { "/files/bad-names", test_bad_names },
  { "/files/together", test_together },
  { "/files/at-rest", test_at_rest },
  { "/files/photo", test_photo },
  { NULL },
};

int
main (int    argc,
      char **argv)
{
  return yc_api_fixture_run (argc, argv, tests);
}
