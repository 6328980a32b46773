/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A time-stamp authority: OpenSSL's own responder ("openssl ts"), asked directly or over HTTP. */
#include "yc-test-tsa.h"

#include "yc-test-folder.h"

#include <libsoup/soup.h>

#define FLOOD_BYTES (4 * 1024 * 1024)

struct _YcTestTsa
{
  char *folder;
  char *root;
  /* atomic */
  gint mode;
  gint n_asked;
  /* One reply at a time: the responder counts its stamps in a file. */
  GMutex mutex;
  GBytes *last;

  GThread *thread;
  GMainContext *context;
  GMainLoop *loop;
  char *url;
  GAsyncQueue *started;
  GPtrArray *hanging;
};

/* Two certificates, the second of which may stamp times and nothing else, and how it does it. */
static const char script[] =
  "set -eu; cd \"$0\"\n"
  "cat >ca.cnf <<'END'\n"
  "[req]\ndistinguished_name = dn\n[dn]\n"
  "[root]\nbasicConstraints = critical,CA:TRUE\nkeyUsage = critical,keyCertSign,cRLSign\n"
  "subjectKeyIdentifier = hash\n"
  "[tsa]\nbasicConstraints = critical,CA:FALSE\nkeyUsage = critical,digitalSignature\n"
  "extendedKeyUsage = critical,timeStamping\nsubjectKeyIdentifier = hash\n"
  "authorityKeyIdentifier = keyid\n"
  "END\n"
  "cat >ts.cnf <<'END'\n"
  "[tsa]\ndefault_tsa = ours\n[ours]\nserial = serial\ncrypto_device = builtin\n"
  "signer_cert = tsa.pem\ncerts = root.pem\nsigner_key = tsa.key\nsigner_digest = sha256\n"
  "default_policy = 1.2.3.4.1\ndigests = sha256\nordering = yes\ntsa_name = no\n"
  "ess_cert_id_chain = no\ness_cert_id_alg = sha256\n"
  "END\n"
  "echo 01 >serial\n"
  "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -config ca.cnf"
  " -extensions root -days 12100 -subj '/CN=Time root' -keyout root.key -out root.pem\n"
  "openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -config ca.cnf"
  " -subj '/CN=Time server' -keyout tsa.key -out tsa.csr\n"
  "openssl x509 -req -in tsa.csr -CA root.pem -CAkey root.key -extfile ca.cnf -extensions tsa"
  " -days 12000 -out tsa.pem\n";

static void
run (const char *const *argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process =
    g_subprocess_newv (argv, G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_PIPE,
                       &error);
  g_autofree char *said = NULL;

  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, NULL, &said, &error);
  g_assert_no_error (error);
  if (!g_subprocess_get_successful (process))
    g_error ("%s: %s", argv[0], said);
}

YcTestTsa *
yc_test_tsa_new (void)
{
  YcTestTsa *self = g_new0 (YcTestTsa, 1);

  self->folder = yc_test_folder_new ();
  self->root = g_build_filename (self->folder, "root.pem", NULL);
  self->mode = YC_TEST_TSA_ANSWERS;
  self->hanging = g_ptr_array_new_with_free_func (g_object_unref);
  g_mutex_init (&self->mutex);
  run ((const char *const[]) { "sh", "-c", script, self->folder, NULL });
  return self;
}

static gboolean
quit_cb (gpointer loop)
{
  g_main_loop_quit (loop);
  return G_SOURCE_REMOVE;
}

static void
stop (YcTestTsa *self)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_callback (source, quit_cb, self->loop, NULL);
  g_source_attach (source, self->context);
  g_thread_join (self->thread);
  g_main_loop_unref (self->loop);
  g_main_context_unref (self->context);
}

void
yc_test_tsa_free (YcTestTsa *self)
{
  if (self->thread != NULL)
    stop (self);
  g_ptr_array_unref (self->hanging);
  g_clear_pointer (&self->last, g_bytes_unref);
  g_mutex_clear (&self->mutex);
  g_free (self->url);
  g_free (self->root);
  yc_test_folder_free (self->folder);
  g_free (self);
}

void
yc_test_tsa_set_mode (YcTestTsa     *self,
                      YcTestTsaMode  mode)
{
  g_atomic_int_set (&self->mode, mode);
}

const char *
yc_test_tsa_get_root (YcTestTsa *self)
{
  return self->root;
}

guint
yc_test_tsa_get_asked (YcTestTsa *self)
{
  return (guint) g_atomic_int_get (&self->n_asked);
}

static GBytes *
load (const char *path)
{
  char *data;
  gsize size;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &data, &size, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (data, size);
}

/* A question in a digest that it does not take is refused by the responder itself. */
static GBytes *
ask_responder (YcTestTsa *self,
               GBytes    *question)
{
  g_autofree char *query = g_build_filename (self->folder, "query.tsq", NULL);
  g_autofree char *reply = g_build_filename (self->folder, "reply.tsr", NULL);
  const char *digests = g_atomic_int_get (&self->mode) == YC_TEST_TSA_REFUSES ? "sha512" : "sha256";
  g_autofree char *line = g_strdup_printf (
    "cd \"$0\" && sed 's/^digests = .*/digests = %s/' ts.cnf >now.cnf && "
    "openssl ts -reply -config now.cnf -queryfile query.tsq -out reply.tsr", digests);

  g_assert_true (g_file_set_contents (query, g_bytes_get_data (question, NULL),
                                      (gssize) g_bytes_get_size (question), NULL));
  run ((const char *const[]) { "sh", "-c", line, self->folder, NULL });
  return load (reply);
}

GBytes *
yc_test_tsa_reply (YcTestTsa *self,
                   GBytes    *question)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  YcTestTsaMode mode = g_atomic_int_get (&self->mode);

  if (mode == YC_TEST_TSA_TALKS_NONSENSE)
    return g_bytes_new_static ("<html>", 6);
  if (mode == YC_TEST_TSA_REPEATS && self->last != NULL)
    return g_bytes_ref (self->last);
  g_clear_pointer (&self->last, g_bytes_unref);
  self->last = ask_responder (self, question);
  return g_bytes_ref (self->last);
}

static void
answer (SoupServerMessage *message,
        GBytes            *body)
{
  soup_server_message_set_status (message, 200, NULL);
  soup_server_message_set_response (message, "application/timestamp-reply", SOUP_MEMORY_COPY,
                                    g_bytes_get_data (body, NULL), g_bytes_get_size (body));
}

static void
flood (SoupServerMessage *message)
{
  g_autoptr (GBytes) zeros = g_bytes_new_take (g_malloc0 (FLOOD_BYTES), FLOOD_BYTES);

  answer (message, zeros);
}

static void
handle_cb (SoupServer        *server,
           SoupServerMessage *message,
           const char        *path,
           GHashTable        *query,
           gpointer           user_data)
{
  YcTestTsa *self = user_data;
  YcTestTsaMode mode = g_atomic_int_get (&self->mode);
  const char *type = soup_message_headers_get_content_type (
    soup_server_message_get_request_headers (message), NULL);
  g_autoptr (GBytes) question =
    soup_message_body_flatten (soup_server_message_get_request_body (message));
  g_autoptr (GBytes) reply = NULL;

  g_atomic_int_inc (&self->n_asked);
  if (mode == YC_TEST_TSA_IS_BUSY || g_strcmp0 (type, "application/timestamp-query") != 0)
    soup_server_message_set_status (message, 503, NULL);
  else if (mode == YC_TEST_TSA_HANGS)
    {
      g_ptr_array_add (self->hanging, g_object_ref (message));
      soup_server_message_pause (message);
    }
  else if (mode == YC_TEST_TSA_FLOODS)
    flood (message);
  else
    {
      reply = yc_test_tsa_reply (self, question);
      answer (message, reply);
    }
}

static gpointer
serve (gpointer data)
{
  YcTestTsa *self = data;
  g_autoptr (SoupServer) server = NULL;
  g_autoptr (GError) error = NULL;
  GSList *uris;

  g_main_context_push_thread_default (self->context);
  server = soup_server_new (NULL, NULL);
  soup_server_add_handler (server, NULL, handle_cb, self, NULL);
  soup_server_listen_local (server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, &error);
  g_assert_no_error (error);
  uris = soup_server_get_uris (server);
  g_async_queue_push (self->started, g_uri_to_string (uris->data));
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);
  g_main_loop_run (self->loop);
  soup_server_disconnect (server);
  g_main_context_pop_thread_default (self->context);
  return NULL;
}

const char *
yc_test_tsa_listen (YcTestTsa *self)
{
  self->context = g_main_context_new ();
  self->loop = g_main_loop_new (self->context, FALSE);
  self->started = g_async_queue_new ();
  self->thread = g_thread_new ("time", serve, self);
  self->url = g_async_queue_pop (self->started);
  g_clear_pointer (&self->started, g_async_queue_unref);
  return self->url;
}
