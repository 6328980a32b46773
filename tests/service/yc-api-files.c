/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words for what tests do with files of cases. */
#include "yc-api-files.h"

#include "yc-json.h"
#include "yc-test-files.h"
#include "yc-uuid.h"

#define API "/api/v1"

char *
yc_api_files_get_path (GBytes *file)
{
  g_autofree char *id = yc_test_files_compute_id (file);

  return g_strconcat (API "/files/", id, NULL);
}

/* The bytes from @first up to, not with, @end. Answers how many have come. */
gint64
yc_api_files_send_part (YcApiFixture *self,
                        const char   *token,
                        GBytes       *file,
                        gsize         first,
                        gsize         end,
                        guint         status)
{
  g_autofree char *path = yc_api_files_get_path (file);
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

gint64
yc_api_files_ask (YcApiFixture *self,
                  const char   *token,
                  GBytes       *file)
{
  g_autofree char *path = yc_api_files_get_path (file);
  g_autofree char *range =
    g_strdup_printf ("Content-Range: bytes */%" G_GSIZE_FORMAT "\r\n", g_bytes_get_size (file));
  g_autoptr (YcTestAnswer) answer =
    yc_test_service_put (self->service, path, token, range, "", 0);
  g_autoptr (JsonNode) json =
    yc_json_parse (yc_test_answer_get_text (answer), answer->body->len, NULL, NULL);

  g_assert_cmpuint (answer->status, ==, 200);
  return yc_json_get_int (json_node_get_object (json), "received", -1);
}

void
yc_api_files_send (YcApiFixture *self,
                   const char   *token,
                   GBytes       *file,
                   guint         status)
{
  g_autofree char *path = yc_api_files_get_path (file);
  gsize size;
  gconstpointer data = g_bytes_get_data (file, &size);
  g_autoptr (YcTestAnswer) answer =
    yc_test_service_put (self->service, path, token, NULL, data, size);

  if (answer->status != status)
    g_test_message ("%s", yc_test_answer_get_text (answer));
  g_assert_cmpuint (answer->status, ==, status);
}

void
yc_api_files_assert_fetched (YcApiFixture *self,
                             const char   *token,
                             GBytes       *file,
                             guint         status)
{
  g_autofree char *path = yc_api_files_get_path (file);
  g_autoptr (YcTestAnswer) answer =
    yc_test_service_request (self->service, "GET", path, token, NULL, NULL);

  g_assert_cmpuint (answer->status, ==, status);
  if (status == 200)
    g_assert_cmpmem (answer->body->data, answer->body->len, g_bytes_get_data (file, NULL),
                     g_bytes_get_size (file));
}

char *
yc_api_files_describe (GBytes     *file,
                       const char *name)
{
  g_autofree char *id = yc_test_files_compute_id (file);

  return g_strdup_printf ("{\"id\":\"%s\",\"name\":\"%s\",\"type\":\"image/png\",\"size\":%"
                          G_GSIZE_FORMAT "}", id, name, g_bytes_get_size (file));
}

/* Submits a case whose form says that; (transfer full): the answer. */
JsonObject *
yc_api_files_submit (YcApiFixture *self,
                     const char   *case_id,
                     const char   *form,
                     guint         status)
{
  g_autofree char *headers = yc_api_fixture_write_headers (0);
  g_autofree char *body =
    yc_api_fixture_write_case (self, case_id, "TS-0004", NULL, "[]", form);

  return yc_test_service_post (self->service, API "/cases", self->clerk, headers, body, status);
}

void
yc_api_files_assert_refused (YcApiFixture *self,
                             const char   *form,
                             const char   *pointer)
{
  g_autofree char *id = yc_uuid_v7_new ();
  g_autoptr (JsonObject) problem = yc_api_files_submit (self, id, form, 422);
  JsonArray *errors = yc_json_get_array (problem, "errors");
  gboolean found = FALSE;

  for (guint i = 0; i < json_array_get_length (errors); i++)
    found = found || g_str_equal (yc_json_get_string (json_array_get_object_element (errors, i),
                                                      "pointer", ""), pointer);
  g_assert_true (found);
}

guint
yc_api_files_count (YcApiFixture *self,
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
