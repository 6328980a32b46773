/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A real yichuangd for tests: its own process, folder and port. */
#include "yc-test-service.h"

#include "yc-test-folder.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#define ADMINISTRATOR "root"

struct _YcTestService
{
  gboolean demo;
  GStrv arguments;
  char *folder;
  char *url;
  GSubprocess *process;
  GDataInputStream *output;
  YcTestCheck check;
  gpointer check_data;
};

/* What a service was asked for → one that was never used, for its folder. */
static GHashTable *firsts;

static const char *
get_program (void)
{
  const char *program = g_getenv ("YC_YICHUANGD");

  return program != NULL ? program : YC_TEST_YICHUANGD;
}

static GSubprocess *
spawn (YcTestService      *self,
       const char *const  *more)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
    G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_autoptr (GError) error = NULL;
  GSubprocess *process;

  g_ptr_array_add (argv, (char *) get_program ());
  g_ptr_array_add (argv, (char *) "--data");
  g_ptr_array_add (argv, self->folder);
  for (guint i = 0; more[i] != NULL; i++)
    g_ptr_array_add (argv, (char *) more[i]);
  for (guint i = 0; self->arguments != NULL && self->arguments[i] != NULL; i++)
    g_ptr_array_add (argv, self->arguments[i]);
  g_ptr_array_add (argv, NULL);
  if (g_getenv ("YC_TEST_SERVICE_LOG") != NULL)
    g_subprocess_launcher_set_stderr_file_path (launcher, g_getenv ("YC_TEST_SERVICE_LOG"));
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) argv->pdata, &error);
  g_assert_no_error (error);
  return process;
}

static void
create_administrator (YcTestService *self)
{
  static const char *const more[] = { "--create-administrator", ADMINISTRATOR, NULL };
  g_autoptr (GSubprocess) process = spawn (self, more);
  g_autoptr (GError) error = NULL;

  g_subprocess_communicate_utf8 (process, YC_TEST_PASSWORD "\n", NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (process));
}

/* The service ends with the test, however that ends: its standard input is then closed. */
void
yc_test_service_start (YcTestService *self)
{
  static const char *const demo[] = { "--listen", "127.0.0.1:0", "--exit-with-stdin", "--demo",
                                      NULL };
  static const char *const plain[] = { "--listen", "127.0.0.1:0", "--exit-with-stdin", NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *line = NULL;

  g_assert_null (self->process);
  self->process = spawn (self, self->demo ? demo : plain);
  self->output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (self->process));
  line = g_data_input_stream_read_line (self->output, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (line);
  g_assert_true (g_str_has_prefix (line, "Listening on "));
  g_free (self->url);
  self->url = g_strdup (g_strstrip (line + strlen ("Listening on ")));
}

static YcTestService *
create (gboolean           demo,
        const char *const *arguments)
{
  YcTestService *self = g_new0 (YcTestService, 1);

  self->demo = demo;
  self->arguments = g_strdupv ((char **) arguments);
  self->folder = yc_test_folder_new ();
  return self;
}

/* What the first start of a service puts into its folder. */
static void
fill (YcTestService *self)
{
  if (!self->demo)
    {
      create_administrator (self);
      return;
    }
  yc_test_service_start (self);
  g_assert_cmpint (yc_test_service_stop (self), ==, 0);
}

static void
forget_firsts (void)
{
  g_clear_pointer (&firsts, g_hash_table_unref);
}

/* The samples cost a second of work, most of it for their certificates: a process that tests many
 * services lets one of them make what the others take over. */
static const char *
find_first (gboolean           demo,
            const char *const *arguments)
{
  g_autofree char *words = arguments != NULL ? g_strjoinv (" ", (char **) arguments) : NULL;
  g_autofree char *key = g_strdup_printf ("%d %s", demo, words != NULL ? words : "");
  YcTestService *first;

  if (firsts == NULL)
    {
      firsts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                      (GDestroyNotify) yc_test_service_free);
      atexit (forget_firsts);
    }
  first = g_hash_table_lookup (firsts, key);
  if (first == NULL)
    {
      first = create (demo, arguments);
      fill (first);
      g_hash_table_insert (firsts, g_steal_pointer (&key), first);
    }
  return first->folder;
}

YcTestService *
yc_test_service_new (gboolean            demo,
                     const char *const  *arguments)
{
  YcTestService *self = create (demo, arguments);

  yc_test_folder_copy (find_first (demo, arguments), self->folder);
  yc_test_service_start (self);
  return self;
}

void
yc_test_service_kill (YcTestService *self)
{
  if (self->process == NULL)
    return;
  g_subprocess_force_exit (self->process);
  g_subprocess_wait (self->process, NULL, NULL);
  g_clear_object (&self->output);
  g_clear_object (&self->process);
}

int
yc_test_service_stop (YcTestService *self)
{
  int status;

  g_subprocess_send_signal (self->process, SIGTERM);
  g_subprocess_wait (self->process, NULL, NULL);
  status = g_subprocess_get_status (self->process);
  g_clear_object (&self->output);
  g_clear_object (&self->process);
  return WIFEXITED (status) ? WEXITSTATUS (status) : 128 + WTERMSIG (status);
}

void
yc_test_service_free (YcTestService *self)
{
  yc_test_service_kill (self);
  yc_test_folder_free (self->folder);
  g_strfreev (self->arguments);
  g_free (self->url);
  g_free (self);
}

const char *
yc_test_service_get_url (YcTestService *self)
{
  return self->url;
}

const char *
yc_test_service_get_folder (YcTestService *self)
{
  return self->folder;
}

const char *
yc_test_service_get_process (YcTestService *self)
{
  return self->process != NULL ? g_subprocess_get_identifier (self->process) : NULL;
}

void
yc_test_service_set_check (YcTestService *self,
                           YcTestCheck    check,
                           gpointer       user_data)
{
  self->check = check;
  self->check_data = user_data;
}

YcTestAnswer *
yc_test_service_request (YcTestService *self,
                         const char    *method,
                         const char    *path,
                         const char    *token,
                         const char    *extra_headers,
                         const char    *body)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = yc_test_http_write (method, path, token, extra_headers, body);
  g_autoptr (YcTestHttp) http = yc_test_http_connect (self->url, &error);
  YcTestAnswer *answer;

  g_assert_no_error (error);
  yc_test_http_send (http, text, -1, &error);
  g_assert_no_error (error);
  answer = yc_test_http_receive (http, &error);
  g_assert_no_error (error);
  if (self->check != NULL)
    self->check (method, path, answer, self->check_data);
  return answer;
}

YcTestAnswer *
yc_test_service_put (YcTestService *self,
                     const char    *path,
                     const char    *token,
                     const char    *extra_headers,
                     gconstpointer  data,
                     gsize          length)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *headers =
    g_strdup_printf ("%sContent-Type: application/octet-stream\r\nContent-Length: %" G_GSIZE_FORMAT
                     "\r\n", extra_headers != NULL ? extra_headers : "", length);
  g_autofree char *text = yc_test_http_write ("PUT", path, token, headers, NULL);
  g_autoptr (YcTestHttp) http = yc_test_http_connect (self->url, &error);
  YcTestAnswer *answer;

  g_assert_no_error (error);
  yc_test_http_send (http, text, -1, &error);
  if (length > 0)
    yc_test_http_send (http, data, (gssize) length, NULL);
  answer = yc_test_http_receive (http, &error);
  g_assert_no_error (error);
  if (self->check != NULL)
    self->check ("PUT", path, answer, self->check_data);
  return answer;
}

#define BOUNDARY "----WebKitFormBoundaryAbC123"
#define PART "--" BOUNDARY "\r\nContent-Disposition: form-data; name=\"file\"; " \
             "filename=\"证明.pdf\"\r\nContent-Type: application/pdf\r\n\r\n"
#define END "\r\n--" BOUNDARY "--\r\n"

YcTestAnswer *
yc_test_service_post_file (YcTestService *self,
                           const char    *path,
                           GBytes        *file)
{
  gsize size;
  gconstpointer data = g_bytes_get_data (file, &size);
  g_autofree char *headers = g_strdup_printf (
    "Content-Type: multipart/form-data; boundary=" BOUNDARY "\r\nContent-Length: %" G_GSIZE_FORMAT
    "\r\n", strlen (PART) + size + strlen (END));
  g_autofree char *text = yc_test_http_write ("POST", path, NULL, headers, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (YcTestHttp) http = yc_test_http_connect (self->url, &error);
  YcTestAnswer *answer;

  g_assert_no_error (error);
  yc_test_http_send (http, text, -1, NULL);
  yc_test_http_send (http, PART, -1, NULL);
  if (size > 0)
    yc_test_http_send (http, data, (gssize) size, NULL);
  yc_test_http_send (http, END, -1, NULL);
  answer = yc_test_http_receive (http, &error);
  g_assert_no_error (error);
  if (self->check != NULL)
    self->check ("POST", path, answer, self->check_data);
  return answer;
}

static JsonObject *
read_object (YcTestAnswer *answer)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;

  if (answer->body->len == 0)
    return json_object_new ();
  json_parser_load_from_data (parser, yc_test_answer_get_text (answer), answer->body->len, &error);
  g_assert_no_error (error);
  return json_object_ref (json_node_get_object (json_parser_get_root (parser)));
}

static void
assert_status (const char   *method,
               const char   *path,
               YcTestAnswer *answer,
               guint         status)
{
  if (answer->status != status)
    g_test_message ("%s %s: %s", method, path, yc_test_answer_get_text (answer));
  g_assert_cmpuint (answer->status, ==, status);
}

JsonObject *
yc_test_service_get (YcTestService *self,
                     const char    *path,
                     const char    *token,
                     guint          status)
{
  g_autoptr (YcTestAnswer) answer = yc_test_service_request (self, "GET", path, token, NULL, NULL);

  assert_status ("GET", path, answer, status);
  return read_object (answer);
}

JsonObject *
yc_test_service_post (YcTestService *self,
                      const char    *path,
                      const char    *token,
                      const char    *extra_headers,
                      const char    *body,
                      guint          status)
{
  g_autoptr (YcTestAnswer) answer =
    yc_test_service_request (self, "POST", path, token, extra_headers, body);

  assert_status ("POST", path, answer, status);
  return read_object (answer);
}

char *
yc_test_service_sign_in (YcTestService *self,
                         const char    *user)
{
  g_autofree char *body =
    g_strdup_printf ("{\"user\":\"%s\",\"password\":\"" YC_TEST_PASSWORD "\"}", user);
  g_autoptr (JsonObject) session =
    yc_test_service_post (self, "/api/v1/sessions", NULL, NULL, body, 201);

  return g_strdup (json_object_get_string_member (session, "token"));
}

void
yc_test_service_add_user (YcTestService *self,
                          const char    *token,
                          const char    *id,
                          const char    *role,
                          const char    *place)
{
  g_autofree char *body =
    g_strdup_printf ("{\"id\":\"%s\",\"name\":\"%s\",\"role\":\"%s\",\"place\":\"%s\","
                     "\"password\":\"" YC_TEST_PASSWORD "\"}", id, id, role, place);
  g_autoptr (JsonObject) user =
    yc_test_service_post (self, "/api/v1/users", token, NULL, body, 201);
}
