/* SPDX-License-Identifier: GPL-3.0-or-later */
/* While a certificate is being composed, everybody else's reading and writing goes on. The service runs
 * in this program, which holds what composing needs for as long as it likes. */
#include "yc-json.h"
#include "yc-sample-data.h"
#include "yc-service.h"
#include "yc-sheet-text.h"
#include "yc-test-folder.h"
#include "yc-test-http.h"

#include <string.h>

#define API "/api/v1"
#define PASSWORD "yanlian-2026"
#define N_ROUNDS 100
#define PATIENCE_SECONDS 60
#define PERSON "{\"id_number\":\"990101198103161155\",\"name\":\"周伯安\",\"item\":\"YS-0102\"}"

static YcTestAnswer *
ask (const char *url,
     const char *method,
     const char *path,
     const char *token,
     const char *headers,
     const char *body)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YcTestHttp) http = yc_test_http_connect (url, &error);
  g_autofree char *text = yc_test_http_write (method, path, token, headers, body);
  YcTestAnswer *answer;

  g_assert_no_error (error);
  yc_test_http_set_timeout (http, PATIENCE_SECONDS);
  g_assert_true (yc_test_http_send (http, text, -1, NULL));
  answer = yc_test_http_receive (http, &error);
  g_assert_no_error (error);
  return answer;
}

static JsonObject *
read_answer (YcTestAnswer *answer,
             guint         status)
{
  g_autoptr (YcTestAnswer) owned = answer;
  g_autoptr (JsonNode) node =
    yc_json_parse (yc_test_answer_get_text (owned), owned->body->len, NULL, NULL);

  g_assert_cmpuint (owned->status, ==, status);
  return json_object_ref (json_node_get_object (node));
}

static char *
sign_in (const char *url,
         const char *user)
{
  g_autofree char *body =
    g_strdup_printf ("{\"user\":\"%s\",\"password\":\"" PASSWORD "\"}", user);
  g_autoptr (JsonObject) session =
    read_answer (ask (url, "POST", API "/sessions", NULL, NULL, body), 201);

  return g_strdup (yc_json_get_string (session, "token", NULL));
}

typedef struct
{
  const char *url;
  char *path;
  char *token;
  char *headers;
  int done;
} Approval;

static void
approval_clear (Approval *approval)
{
  g_free (approval->path);
  g_free (approval->token);
  g_free (approval->headers);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Approval, approval_clear)

/* A case that waits, and whose approval makes a certificate. */
static void
approval_init (Approval   *self,
               const char *url)
{
  g_autoptr (JsonObject) list = NULL;
  JsonObject *first;

  self->url = url;
  self->token = sign_in (url, "wangfang");
  list = read_answer (ask (url, "GET", API "/cases?view=review&item=YS-0101", self->token, NULL, NULL),
                      200);
  first = json_array_get_object_element (yc_json_get_array (list, "cases"), 0);
  self->path =
    g_strdup_printf (API "/cases/%s/decisions", yc_json_get_string (first, "id", NULL));
  self->headers = g_strdup_printf (
    "If-Match: \"%d\"\r\nIdempotency-Key: beside\r\n", (int) yc_json_get_int (first, "version", 0));
}

static gpointer
approve (gpointer data)
{
  Approval *self = data;
  g_autoptr (JsonObject) a_case = read_answer (
    ask (self->url, "POST", self->path, self->token, self->headers, "{\"decision\":\"approve\"}"), 200);

  g_assert_cmpstr (yc_json_get_string (a_case, "state", NULL), ==, "issued");
  g_atomic_int_set (&self->done, 1);
  return NULL;
}

/* A look at a person is written down, so it passes through the one writer. */
static void
go_on (const char *url,
       const char *token)
{
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      g_autoptr (JsonObject) written =
        read_answer (ask (url, "POST", API "/people/records", token, NULL, PERSON), 200);
      g_autoptr (JsonObject) read =
        read_answer (ask (url, "GET", API "/cases?view=mine&limit=5", token, NULL, NULL), 200);

      g_assert_true (json_object_has_member (written, "licences"));
      g_assert_true (json_object_has_member (read, "cases"));
    }
}

static void
test_beside (void)
{
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (YcService) service = NULL;
  g_auto (Approval) approval = { NULL };
  g_autofree char *clerk = NULL;
  YcServiceOptions options;
  GMutexLocker *composing;
  GThread *thread;

  yc_service_options_init (&options);
  options.data_dir = folder;
  options.demo = TRUE;
  service = yc_service_new (&options, &error);
  g_assert_no_error (error);
  yc_sample_data_fill (service, &error);
  g_assert_no_error (error);
  yc_service_start (service, "127.0.0.1:0", NULL, NULL, &error);
  g_assert_no_error (error);

  approval_init (&approval, yc_service_get_url (service));
  clerk = sign_in (yc_service_get_url (service), "chenxiao");
  composing = yc_sheet_lock ();
  thread = g_thread_new ("approval", approve, &approval);
  go_on (yc_service_get_url (service), clerk);
  g_assert_cmpint (g_atomic_int_get (&approval.done), ==, 0);
  g_mutex_locker_free (composing);
  g_thread_join (thread);
  g_assert_cmpint (approval.done, ==, 1);
  yc_service_stop (service);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/issue/beside", test_beside);
  return g_test_run ();
}
