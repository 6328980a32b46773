/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A process in which PDF documents are touched. */
#include "yc-page-server.h"

#include <glib/gi18n-lib.h>

#include "yc-page-process.h"
#include "yc-page-protocol.h"
#include "yc-preview-error.h"

/* A page that takes longer is given up, in milliseconds. */
#define PATIENCE_MS 10000

/* How long the server is kept when nobody asks for anything, in seconds: to start it again and open
 * a document anew takes less than to notice, and its memory is of use to others. */
#define KEPT_SECONDS 5

/* So often a document may take the process down; then it is told by what it did. */
#define DEATHS 2

typedef struct
{
  GTask              *task;
  const char         *method;
  GVariant           *arguments;
  const GVariantType *answer_type;
  int                 fd;
  int                 priority;
  YcPageAnswer        answer;
} Call;

struct _YcPageServer
{
  GObject          parent_instance;
  YcDocumentOrigin origin;
  int              patience;   /* milliseconds */
  GDBusConnection *connection; /* NULL while there is no process */
  GSubprocess     *process;
  gboolean         fenced; /* the process that was started last */
  gboolean         fence_fails;
  GQueue           calls;
  Call            *current;
  guint            last_document;
  guint            n_documents;
  GHashTable      *deaths; /* document → how often the process died over it */
  guint            kept;
};

G_DEFINE_FINAL_TYPE (YcPageServer, yc_page_server, G_TYPE_OBJECT)

static void serve_next (YcPageServer *self);
static void start (YcPageServer *self);

static void
call_free (Call *call)
{
  g_object_unref (call->task);
  g_variant_unref (call->arguments);
  g_free (call);
}

/* Every call tells its document in the same place. */
static guint
get_document (Call *call)
{
  guint document;

  g_variant_get_child (call->arguments, 2, "u", &document);
  return document;
}

static void
stop (YcPageServer *self)
{
  g_clear_object (&self->connection);
  if (self->process != NULL)
    g_subprocess_force_exit (self->process);
  g_clear_object (&self->process);
}

/* What went wrong on the way is of no use to the reader. */
static void
fail (YcPageServer *self, GTask *task, const GError *error)
{
  const char *words =
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT)
          ? _ ("The document takes too long to draw.")
          : _ ("The document could not be drawn. Open it again; if that does not help, it is damaged.");

  g_debug ("Page server: %s", error->message);
  stop (self);
  g_task_return_new_error (task, YC_PREVIEW_ERROR, YC_PREVIEW_ERROR_FAILED, "%s", words);
}

static gboolean
refuse (YcPageServer *self, Call *call)
{
  gpointer document = GUINT_TO_POINTER (get_document (call));

  if (GPOINTER_TO_UINT (g_hash_table_lookup (self->deaths, document)) < DEATHS)
    return FALSE;
  g_task_return_new_error (call->task, YC_PREVIEW_ERROR, YC_PREVIEW_ERROR_HOSTILE, "%s",
                           _ ("This document cannot be shown: what draws it broke down over it "
                              "several times."));
  return TRUE;
}

static void
blame (YcPageServer *self, guint document)
{
  gpointer key = GUINT_TO_POINTER (document);
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (self->deaths, key));

  g_hash_table_insert (self->deaths, key, GUINT_TO_POINTER (n + 1));
}

static gboolean
kept_cb (gpointer user_data)
{
  YcPageServer *self = user_data;

  self->kept = 0;
  stop (self);
  return G_SOURCE_REMOVE;
}

/* Takes the call off; what follows from it may ask for more. */
static void
finish (YcPageServer *self, GVariant *answer, GUnixFDList *fds, GError *error)
{
  Call *call = g_steal_pointer (&self->current);

  if (answer != NULL)
    call->answer (call->task, answer, fds);
  else if (error->domain == YC_PREVIEW_ERROR)
    {
      g_dbus_error_strip_remote_error (error);
      g_task_return_error (call->task, g_error_copy (error));
    }
  else
    fail (self, call->task, error);
  call_free (call);
  serve_next (self);
  if (self->current == NULL && self->kept == 0)
    self->kept = g_timeout_add_seconds (KEPT_SECONDS, kept_cb, self);
}

static void
answered_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YcPageServer) self = user_data;
  g_autoptr (GUnixFDList) fds = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer = g_dbus_connection_call_with_unix_fd_list_finish (
      G_DBUS_CONNECTION (object), &fds, result, &error);

  if (answer == NULL && error->domain != YC_PREVIEW_ERROR)
    blame (self, get_document (self->current));
  finish (self, answer, fds, error);
}

static void
send_call (YcPageServer *self, Call *call)
{
  g_autoptr (GUnixFDList) fds = g_unix_fd_list_new ();
  g_autoptr (GError) error = NULL;

  if (g_unix_fd_list_append (fds, call->fd, &error) < 0)
    {
      finish (self, NULL, NULL, error);
      return;
    }
  g_dbus_connection_call_with_unix_fd_list (
      self->connection, NULL, YC_PAGES_PATH, YC_PAGES_INTERFACE, call->method, call->arguments,
      call->answer_type, G_DBUS_CALL_FLAGS_NONE, self->patience, fds, NULL, answered_cb,
      g_object_ref (self));
}

/* Where the fence cannot be built (no rights to do so, as in many containers) the process keeps
 * itself within bounds alone. */
static void
connected_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YcPageServer) self = user_data;
  g_autoptr (GError) error = NULL;

  self->connection = g_dbus_connection_new_finish (result, &error);
  if (self->connection != NULL)
    send_call (self, self->current);
  else if (self->fenced)
    {
      self->fence_fails = TRUE;
      start (self);
    }
  else
    finish (self, NULL, NULL, error);
}

static void
start (YcPageServer *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GIOStream) stream = NULL;

  stop (self);
  /* From here on errors are known by name. */
  (void) YC_PREVIEW_ERROR;
  self->fenced = self->origin == YC_DOCUMENT_FOREIGN && !self->fence_fails &&
                 yc_page_process_can_be_fenced ();
  self->process = yc_page_process_start (self->fenced, &stream, &error);
  if (self->process != NULL)
    g_dbus_connection_new (stream, NULL, G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT, NULL, NULL,
                           connected_cb, g_object_ref (self));
  else
    finish (self, NULL, NULL, error);
}

static void
serve_next (YcPageServer *self)
{
  while (self->current == NULL && !g_queue_is_empty (&self->calls))
    {
      Call *call = g_queue_pop_head (&self->calls);

      if (g_task_return_error_if_cancelled (call->task) || refuse (self, call))
        {
          call_free (call);
          continue;
        }
      self->current = call;
      g_clear_handle_id (&self->kept, g_source_remove);
      if (self->connection != NULL && !g_dbus_connection_is_closed (self->connection))
        send_call (self, call);
      else
        start (self);
    }
}

/* Behind all of the same priority. */
static void
insert_call (YcPageServer *self, Call *call)
{
  GList *link = self->calls.tail;

  while (link != NULL && ((Call *) link->data)->priority > call->priority)
    link = link->prev;
  if (link != NULL)
    g_queue_insert_after (&self->calls, link, call);
  else
    g_queue_push_head (&self->calls, call);
}

/* The program's servers live as long as it does. */
static void
yc_page_server_class_init (YcPageServerClass *klass)
{
}

static void
yc_page_server_init (YcPageServer *self)
{
  self->patience = PATIENCE_MS;
  self->deaths = g_hash_table_new (NULL, NULL);
}

YcPageServer *
yc_page_server_get (YcDocumentOrigin origin)
{
  static YcPageServer *servers[YC_DOCUMENT_FOREIGN + 1];

  g_return_val_if_fail (origin == YC_DOCUMENT_OURS || origin == YC_DOCUMENT_FOREIGN, NULL);

  if (servers[origin] == NULL)
    {
      servers[origin] = g_object_new (YC_TYPE_PAGE_SERVER, NULL);
      servers[origin]->origin = origin;
    }
  return servers[origin];
}

void
yc_page_server_set_patience (YcPageServer *self, int patience)
{
  g_return_if_fail (YC_IS_PAGE_SERVER (self));
  g_return_if_fail (patience > 0);

  self->patience = patience;
}

void
yc_page_server_call (YcPageServer *self, GTask *task, const char *method, GVariant *arguments,
                     const GVariantType *answer_type, int fd, YcPageAnswer answer)
{
  Call *call = g_new0 (Call, 1);

  call->task = g_object_ref (task);
  call->method = method;
  call->arguments = g_variant_ref_sink (arguments);
  call->answer_type = answer_type;
  call->fd = fd;
  call->priority = g_task_get_priority (task);
  call->answer = answer;
  insert_call (self, call);
  serve_next (self);
}

void
yc_page_server_set_priority (YcPageServer *self, GCancellable *cancellable, int priority)
{
  GList *next;

  for (GList *link = self->calls.head; link != NULL; link = next)
    {
      Call *call = link->data;

      next = link->next;
      if (g_task_get_cancellable (call->task) != cancellable || call->priority == priority)
        continue;
      g_queue_delete_link (&self->calls, link);
      call->priority = priority;
      insert_call (self, call);
    }
}

guint
yc_page_server_open (YcPageServer *self)
{
  self->n_documents++;
  return ++self->last_document;
}

void
yc_page_server_close (YcPageServer *self, guint document)
{
  self->n_documents--;
  g_hash_table_remove (self->deaths, GUINT_TO_POINTER (document));
  if (self->origin == YC_DOCUMENT_FOREIGN && self->n_documents == 0)
    stop (self);
  else if (self->connection != NULL)
    g_dbus_connection_call (self->connection, NULL, YC_PAGES_PATH, YC_PAGES_INTERFACE, "Close",
                            g_variant_new ("(u)", document), NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL,
                            NULL, NULL);
}
