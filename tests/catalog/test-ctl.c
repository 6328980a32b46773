/* SPDX-License-Identifier: GPL-3.0-or-later */
/* yichuangctl catalog, as it is run: what it prints, how it exits, what it sends. */
#include <gio/gio.h>
#include <libsoup/soup.h>
#include <string.h>

#include "yc-json.h"
#include "yc-test-folder.h"

#define BASE YC_TEST_DATA "/catalog-bad/base"

typedef struct
{
  SoupServer *server;
  char *address;
  GString *log;
  JsonNode *received;
} Service;

static void
answer (SoupServerMessage *message,
        guint              status,
        const char        *json)
{
  soup_server_message_set_status (message, status, NULL);
  soup_server_message_set_response (message, "application/json", SOUP_MEMORY_COPY, json,
                                    strlen (json));
}

static void
publish (Service           *service,
         SoupServerMessage *message)
{
  SoupMessageBody *body = soup_server_message_get_request_body (message);
  const char *bearer;

  bearer = soup_message_headers_get_one (soup_server_message_get_request_headers (message),
                                         "Authorization");
  g_assert_cmpstr (bearer, ==, "Bearer secret");
  service->received = yc_json_parse (body->data, body->length, NULL, NULL);
  answer (message, 201, "{\"version\":7,\"changed\":11}");
}

/* A stand-in for yichuangd that knows one account. */
static void
request_cb (SoupServer        *server,
            SoupServerMessage *message,
            const char        *path,
            GHashTable        *query,
            gpointer           user_data)
{
  Service *service = user_data;
  const char *method = soup_server_message_get_method (message);
  SoupMessageBody *body = soup_server_message_get_request_body (message);

  g_string_append_printf (service->log, "%s %s\n", method, path);
  if (g_str_equal (path, "/api/v1/sessions") && strstr (body->data, "\"right\"") != NULL)
    answer (message, 201, "{\"token\":\"secret\"}");
  else if (g_str_equal (path, "/api/v1/sessions"))
    answer (message, 401, "{\"title\":\"Wrong name or password\",\"code\":\"wrong-password\"}");
  else if (g_str_equal (path, "/api/v1/catalog/versions"))
    publish (service, message);
  else
    soup_server_message_set_status (message, 204, NULL);
}

static void
service_start (Service *service)
{
  g_autoptr (GError) error = NULL;
  GSList *uris;

  service->log = g_string_new (NULL);
  service->received = NULL;
  service->server = soup_server_new (NULL, NULL);
  soup_server_add_handler (service->server, NULL, request_cb, service, NULL);
  soup_server_listen_local (service->server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, &error);
  g_assert_no_error (error);
  uris = soup_server_get_uris (service->server);
  service->address = g_uri_to_string (uris->data);
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);
}

static void
service_stop (Service *service)
{
  soup_server_disconnect (service->server);
  g_clear_object (&service->server);
  g_clear_pointer (&service->address, g_free);
  g_clear_pointer (&service->received, json_node_unref);
  g_string_free (service->log, TRUE);
}

/* Runs yichuangctl catalog with these words; the stand-in answers meanwhile. */
static int
run (char       **output,
     char       **complaints,
     const char  *first,
     ...)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  va_list arguments;

  g_ptr_array_add (words, (gpointer) g_getenv ("YICHUANGCTL"));
  g_ptr_array_add (words, (gpointer) "catalog");
  va_start (arguments, first);
  for (const char *word = first; word != NULL; word = va_arg (arguments, const char *))
    g_ptr_array_add (words, (gpointer) word);
  va_end (arguments);
  g_ptr_array_add (words, NULL);

  process = g_subprocess_newv ((const char *const *) words->pdata,
                               G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE,
                               &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8_async (process, NULL, NULL, yc_test_keep_result, &result);
  yc_test_wait_until (result != NULL);
  g_subprocess_communicate_utf8_finish (process, result, output, complaints, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));

  return g_subprocess_get_exit_status (process);
}

static char *
write_password (const char *folder,
                const char *password)
{
  char *path = g_build_filename (folder, "password", NULL);

  g_assert_true (g_file_set_contents (path, password, -1, NULL));

  return path;
}

static char *
make_bad_catalog (const char *folder)
{
  g_autofree char *manifest = g_build_filename (folder, "catalog.json", NULL);
  const char *text = "{\n  \"format\": 2,\n  \"title\": \"坏目录\",\n  \"place\": \"990118\"\n}\n";

  g_assert_true (g_file_set_contents (manifest, text, -1, NULL));

  return g_strdup (folder);
}

static void
test_check_good (void)
{
  g_autofree char *output = NULL;
  g_autofree char *complaints = NULL;

  g_assert_cmpint (run (&output, &complaints, "check", BASE, NULL), ==, 0);
  g_assert_cmpstr (output, ==, "");
  g_assert_nonnull (strstr (complaints, "12 documents"));
}

static void
test_check_demo (void)
{
  g_autofree char *output = NULL;
  g_autofree char *complaints = NULL;

  g_assert_cmpint (run (&output, &complaints, "check", "demo", NULL), ==, 0);
  g_assert_cmpstr (output, ==, "");
}

static void
test_check_bad (void)
{
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
  g_autofree char *catalog = make_bad_catalog (folder);
  g_autofree char *output = NULL;
  g_autofree char *complaints = NULL;

  g_assert_cmpint (run (&output, &complaints, "check", catalog, NULL), ==, 1);
  g_assert_cmpstr (output, ==,
                   "catalog.json:2:13: “format” must be 1\n"
                   "catalog.json:4:12: there is no place “990118”\n");
}

static void
test_check_trouble (void)
{
  g_autofree char *output = NULL;
  g_autofree char *complaints = NULL;

  g_assert_cmpint (run (&output, &complaints, "check", BASE "/items", NULL), ==, 2);
  g_assert_nonnull (strstr (complaints, "catalog.json"));
  g_clear_pointer (&complaints, g_free);
  g_clear_pointer (&output, g_free);
  g_assert_cmpint (run (&output, &complaints, "check", NULL), ==, 2);
}

static void
test_import (void)
{
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
  g_autofree char *password = write_password (folder, "right\n");
  g_autofree char *output = NULL;
  g_autofree char *complaints = NULL;
  Service service;
  JsonArray *documents;

  service_start (&service);
  g_assert_cmpint (run (&output, &complaints, "import", BASE, "--server", service.address, "--user",
                        "admin", "--password-file", password, NULL),
                   ==, 0);
  g_assert_cmpstr (output, ==, "Version 7, documents changed: 11\n");
  g_assert_cmpstr (service.log->str, ==,
                   "POST /api/v1/sessions\n"
                   "POST /api/v1/catalog/versions\n"
                   "DELETE /api/v1/sessions/current\n");
  documents = yc_json_get_array (yc_json_node_get_object (service.received), "documents");
  g_assert_cmpuint (json_array_get_length (documents), ==, 12);
  service_stop (&service);
}

static void
test_import_wrong_password (void)
{
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
  g_autofree char *password = write_password (folder, "wrong\n");
  g_autofree char *output = NULL;
  g_autofree char *complaints = NULL;
  Service service;

  service_start (&service);
  g_assert_cmpint (run (&output, &complaints, "import", BASE, "--server", service.address, "--user",
                        "admin", "--password-file", password, NULL),
                   ==, 2);
  g_assert_nonnull (strstr (complaints, "Wrong name or password (401)"));
  g_assert_cmpstr (service.log->str, ==, "POST /api/v1/sessions\n");
  service_stop (&service);
}

/* A catalog with mistakes is not even offered. */
static void
test_import_bad (void)
{
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
  g_autofree char *catalog = make_bad_catalog (folder);
  g_autofree char *output = NULL;
  g_autofree char *complaints = NULL;
  Service service;

  service_start (&service);
  g_assert_cmpint (run (&output, &complaints, "import", catalog, "--server", service.address,
                        "--user", "admin", NULL),
                   ==, 1);
  g_assert_cmpstr (service.log->str, ==, "");
  service_stop (&service);
}

/* No password in the clear beyond this computer. */
static void
test_import_in_the_clear (void)
{
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
  g_autofree char *password = write_password (folder, "right\n");
  g_autofree char *output = NULL;
  g_autofree char *complaints = NULL;

  g_assert_cmpint (run (&output, &complaints, "import", BASE, "--server", "http://192.0.2.1:80",
                        "--user", "admin", "--password-file", password, NULL),
                   ==, 2);
  g_assert_nonnull (strstr (complaints, "https://"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ctl/catalog/check-good", test_check_good);
  g_test_add_func ("/ctl/catalog/check-demo", test_check_demo);
  g_test_add_func ("/ctl/catalog/check-bad", test_check_bad);
  g_test_add_func ("/ctl/catalog/check-trouble", test_check_trouble);
  g_test_add_func ("/ctl/catalog/import", test_import);
  g_test_add_func ("/ctl/catalog/import-wrong-password", test_import_wrong_password);
  g_test_add_func ("/ctl/catalog/import-bad", test_import_bad);
  g_test_add_func ("/ctl/catalog/import-in-the-clear", test_import_in_the_clear);

  return g_test_run ();
}
