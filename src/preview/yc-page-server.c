/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who draws the pages of documents: what is asked for waits in a queue for one of two processes. */
#include "yc-page-server.h"

#include <glib/gi18n-lib.h>

#include "yc-page-worker.h"
#include "yc-preview-error.h"

/* A page that takes longer is given up, in milliseconds. */
#define PATIENCE_MS 10000

/* How long the processes are kept when nobody asks for anything, in seconds: to start one again and
 * open a document anew takes less than to notice, and its memory is of use to others. */
#define KEPT_SECONDS 5

/* So often a document may take the process down; then it is told by what it did. */
#define DEATHS 2

/* The second process is started when a page that is looked at has waited for so long, in
 * milliseconds: scans that are leafed through. Where pages are drawn in no time it is never there. */
#define HELP_AFTER_MS 60

#define MOST_WORKERS 2

typedef struct
{
  GTask       *task;
  YcPageCall   call;
  int          priority;
  YcPageAnswer answer;
} Call;

typedef struct
{
  YcPageServer *server;
  YcPageWorker *worker;
  Call         *call; /* what it is at work on, or NULL */
} Place;

struct _YcPageServer
{
  GObject          parent_instance;
  YcDocumentOrigin origin;
  int              patience; /* milliseconds */
  GQueue           calls;
  Place            places[MOST_WORKERS];
  guint            n_places; /* that are used now */
  guint            most_places;
  guint            help;
  guint            last_document;
  guint            n_documents;
  GHashTable      *deaths; /* document → how often the process died over it */
  guint            kept;
};

G_DEFINE_FINAL_TYPE (YcPageServer, yc_page_server, G_TYPE_OBJECT)

static void serve_next (YcPageServer *self);

static void
call_free (Call *call)
{
  g_object_unref (call->task);
  g_variant_unref (call->call.arguments);
  g_free (call);
}

/* Every call tells its document in the same place. */
static guint
get_document (Call *call)
{
  guint document;

  g_variant_get_child (call->call.arguments, 2, "u", &document);
  return document;
}

static void
stop (YcPageServer *self)
{
  for (guint i = 0; i < MOST_WORKERS; i++)
    yc_page_worker_stop (self->places[i].worker);
  self->n_places = 1;
}

/* What went wrong on the way is of no use to the reader. */
static void
fail (GTask *task, const GError *error)
{
  const char *words =
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT)
          ? _ ("The document takes too long to draw.")
          : _ ("The document could not be drawn. Open it again; if that does not help, it is damaged.");

  g_debug ("Page server: %s", error->message);
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
is_resting (YcPageServer *self)
{
  for (guint i = 0; i < MOST_WORKERS; i++)
    if (self->places[i].call != NULL)
      return FALSE;
  return TRUE;
}

static gboolean
kept_cb (gpointer user_data)
{
  YcPageServer *self = user_data;

  self->kept = 0;
  stop (self);
  return G_SOURCE_REMOVE;
}

/* Whoever helped is there still, but is not asked before it is needed again. */
static void
rest (YcPageServer *self)
{
  self->n_places = 1;
  if (self->kept == 0)
    self->kept = g_timeout_add_seconds (KEPT_SECONDS, kept_cb, self);
}

/* Takes the call off; what follows from it may ask for more. */
static void
answered_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Place *place = user_data;
  g_autoptr (YcPageServer) self = place->server;
  Call *call = g_steal_pointer (&place->call);
  g_autoptr (GUnixFDList) fds = NULL;
  g_autoptr (GError) error = NULL;
  gboolean died;
  g_autoptr (GVariant) answer =
      yc_page_worker_call_finish (YC_PAGE_WORKER (object), result, &fds, &died, &error);

  if (died)
    blame (self, get_document (call));
  if (answer != NULL)
    call->answer (call->task, answer, fds);
  else if (error->domain == YC_PREVIEW_ERROR)
    {
      g_dbus_error_strip_remote_error (error);
      g_task_return_error (call->task, g_steal_pointer (&error));
    }
  else
    fail (call->task, error);
  call_free (call);
  serve_next (self);
  if (is_resting (self))
    rest (self);
}

static void
serve (YcPageServer *self, Place *place, Call *call)
{
  g_clear_handle_id (&self->kept, g_source_remove);
  place->call = call;
  call->call.patience = self->patience;
  g_object_ref (self);
  yc_page_worker_call_async (place->worker, &call->call, answered_cb, place);
}

/* (nullable): one that has nothing to do */
static Place *
find_place (YcPageServer *self)
{
  for (guint i = 0; i < self->n_places; i++)
    if (self->places[i].call == NULL)
      return &self->places[i];
  return NULL;
}

static gboolean
is_waited_for (YcPageServer *self)
{
  const Call *first = g_queue_peek_head (&self->calls);

  return first != NULL && first->priority == YC_DOCUMENT_PRIORITY_LOOKED_AT;
}

static gboolean
help_cb (gpointer user_data)
{
  YcPageServer *self = user_data;

  self->help = 0;
  if (is_waited_for (self))
    self->n_places = self->most_places;
  serve_next (self);
  return G_SOURCE_REMOVE;
}

static void
ask_for_help (YcPageServer *self)
{
  if (!is_waited_for (self))
    g_clear_handle_id (&self->help, g_source_remove);
  else if (self->help == 0 && self->n_places < self->most_places)
    self->help = g_timeout_add (HELP_AFTER_MS, help_cb, self);
}

static void
serve_next (YcPageServer *self)
{
  Place *place = find_place (self);

  while (place != NULL && !g_queue_is_empty (&self->calls))
    {
      Call *call = g_queue_pop_head (&self->calls);

      if (g_task_return_error_if_cancelled (call->task) || refuse (self, call))
        call_free (call);
      else
        serve (self, place, call);
      place = find_place (self);
    }
  ask_for_help (self);
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
  self->n_places = 1;
  self->most_places = MIN (MOST_WORKERS, g_get_num_processors ());
}

static void
add_workers (YcPageServer *self)
{
  for (guint i = 0; i < MOST_WORKERS; i++)
    {
      self->places[i].server = self;
      self->places[i].worker = yc_page_worker_new (self->origin == YC_DOCUMENT_FOREIGN);
    }
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
      add_workers (servers[origin]);
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
yc_page_server_wake (YcPageServer *self)
{
  g_return_if_fail (YC_IS_PAGE_SERVER (self));

  if (!is_resting (self))
    return;
  yc_page_worker_wake (self->places[0].worker);
  g_clear_handle_id (&self->kept, g_source_remove);
  rest (self);
}

void
yc_page_server_set_alone (YcPageServer *self)
{
  g_return_if_fail (YC_IS_PAGE_SERVER (self));

  self->most_places = 1;
  self->n_places = 1;
}

void
yc_page_server_call (YcPageServer *self, GTask *task, const char *method, GVariant *arguments,
                     const GVariantType *answer_type, int fd, YcPageAnswer answer)
{
  Call *call = g_new0 (Call, 1);

  call->task = g_object_ref (task);
  call->call.method = method;
  call->call.arguments = g_variant_ref_sink (arguments);
  call->call.answer_type = answer_type;
  call->call.fd = fd;
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
    {
      stop (self);
      return;
    }
  for (guint i = 0; i < MOST_WORKERS; i++)
    yc_page_worker_tell (self->places[i].worker, "Close", g_variant_new ("(u)", document));
}
