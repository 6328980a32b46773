/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps the search index what the catalog is: a file at the desk, which follows it. When it is missing,
 * damaged or behind, it is filled in the background from what the desk keeps of the catalog, and what is
 * in it already is found meanwhile. */
#include "yc-index-keeper.h"

#include "yc-index-filling.h"
#include "yc-mark.h"

#define PROGRESS_MS 100

struct _YcIndexKeeper
{
  GObject        parent_instance;

  YcSearchIndex *index;
  YcStorage     *storage;
  GCancellable  *cancellable;
  char          *path;
  YcSeekerState  state;
  /* What the index must be up to date with. */
  gint64         version;
  /* That is all the service has, as far as is known. */
  gboolean       whole;
  guint          n_applying;
  /* Fills; NULL when nobody does. Changes wait for it. */
  YcWorker      *filler;
  GQueue         waiting;
  int            permille;
  guint          ticker;
  double         progress;
};

typedef enum
{
  PROP_STATE = 1,
  PROP_PROGRESS,
} YcIndexKeeperProperty;

enum
{
  CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[PROP_PROGRESS + 1];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YcIndexKeeper, yc_index_keeper, G_TYPE_OBJECT)

static void
set_state (YcIndexKeeper *self,
           YcSeekerState  state)
{
  if (self->state == state)
    return;
  self->state = state;
  if (state == YC_SEEKER_READY)
    yc_mark ("searchable");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

static void
set_progress (YcIndexKeeper *self,
              double    progress)
{
  if (self->progress == progress)
    return;
  self->progress = progress;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROGRESS]);
}

static gboolean
tick_cb (gpointer user_data)
{
  YcIndexKeeper *self = user_data;

  set_progress (self, g_atomic_int_get (&self->permille) / 1000.0);
  return G_SOURCE_CONTINUE;
}

static void
fail (YcIndexKeeper *self,
      const GError *error)
{
  g_message ("The search index cannot be used: %s", error->message);
  set_state (self, YC_SEEKER_FAILED);
}

/* Everything can be found once all of the catalog is here and in the index. */
static void
settle (YcIndexKeeper *self)
{
  gboolean ready = self->whole && self->n_applying == 0;

  if (ready)
    set_progress (self, 1);
  set_state (self, ready ? YC_SEEKER_READY : YC_SEEKER_FILLING);
}

/* What is in the index is damaged: it asks to be filled by itself. */
static void
applied_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (YcIndexKeeper) self = user_data;
  g_autoptr (GError) error = NULL;

  self->n_applying--;
  if (!yc_search_index_apply_finish (YC_SEARCH_INDEX (source), result, &error) &&
      !g_error_matches (error, YC_SEARCH_ERROR, YC_SEARCH_ERROR_DAMAGED) && self->filler == NULL)
    fail (self, error);
  else if (self->state == YC_SEEKER_FILLING && self->filler == NULL)
    settle (self);
}

static void
apply (YcIndexKeeper *self,
       YcSearchBatch *batch)
{
  self->n_applying++;
  yc_search_index_apply_async (self->index, batch, applied_cb, g_object_ref (self));
}

static void
apply_waiting (YcIndexKeeper *self)
{
  while (!g_queue_is_empty (&self->waiting))
    apply (self, g_queue_pop_head (&self->waiting));
}

static void
filled_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (YcIndexKeeper) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean filled = yc_index_filling_run_finish (YC_WORKER (source), result, &error);

  yc_worker_close (YC_WORKER (source));
  g_clear_handle_id (&self->ticker, g_source_remove);
  g_clear_object (&self->filler);
  if (self->index == NULL || g_cancellable_is_cancelled (self->cancellable))
    return;
  if (!filled)
    {
      fail (self, error);
      return;
    }
  apply_waiting (self);
  settle (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
fill (YcIndexKeeper *self)
{
  if (self->filler != NULL || self->storage == NULL)
    return;
  set_state (self, YC_SEEKER_FILLING);
  g_atomic_int_set (&self->permille, 0);
  set_progress (self, 0);
  self->ticker = g_timeout_add (PROGRESS_MS, tick_cb, self);
  self->filler = yc_storage_create_reader (self->storage);
  yc_index_filling_run_async (self->filler, self->index, &self->permille, self->cancellable,
                              filled_cb, g_object_ref (self));
}

static void
index_changed_cb (YcIndexKeeper *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (YcIndexKeeper) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *wanted = yc_index_filling_make_stamp (self->version);
  g_autofree char *stamp = NULL;
  gboolean waited;

  if (!yc_search_index_open_finish (YC_SEARCH_INDEX (source), result, &error))
    {
      if (self->index != NULL)
        fail (self, error);
      return;
    }
  if (self->index == NULL)
    return;
  stamp = yc_search_index_dup_stamp (self->index);
  if (self->storage != NULL && g_strcmp0 (stamp, wanted) != 0)
    {
      fill (self);
      return;
    }
  /* What waited says itself when it can be found. */
  waited = !g_queue_is_empty (&self->waiting);
  apply_waiting (self);
  settle (self);
  if (!waited)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
yc_index_keeper_get_property (GObject    *object,
                              guint       property_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  YcIndexKeeper *self = YC_INDEX_KEEPER (object);

  switch ((YcIndexKeeperProperty) property_id)
    {
    case PROP_STATE:
      g_value_set_int (value, self->state);
      break;
    case PROP_PROGRESS:
      g_value_set_double (value, self->progress);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
yc_index_keeper_dispose (GObject *object)
{
  yc_index_keeper_close (YC_INDEX_KEEPER (object));

  G_OBJECT_CLASS (yc_index_keeper_parent_class)->dispose (object);
}

static void
yc_index_keeper_finalize (GObject *object)
{
  g_free (YC_INDEX_KEEPER (object)->path);

  G_OBJECT_CLASS (yc_index_keeper_parent_class)->finalize (object);
}

static void
yc_index_keeper_class_init (YcIndexKeeperClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = yc_index_keeper_get_property;
  object_class->dispose = yc_index_keeper_dispose;
  object_class->finalize = yc_index_keeper_finalize;

  properties[PROP_STATE] =
      g_param_spec_int ("state", NULL, NULL, YC_SEEKER_CLOSED, YC_SEEKER_FAILED, YC_SEEKER_CLOSED,
                        flags);
  properties[PROP_PROGRESS] = g_param_spec_double ("progress", NULL, NULL, 0, 1, 0, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
yc_index_keeper_init (YcIndexKeeper *self)
{
  self->state = YC_SEEKER_CLOSED;
  g_queue_init (&self->waiting);
}

YcIndexKeeper *
yc_index_keeper_new (void)
{
  return g_object_new (YC_TYPE_INDEX_KEEPER, NULL);
}

void
yc_index_keeper_open (YcIndexKeeper *self,
                      const char    *path,
                      YcStorage     *storage,
                      gint64         version)
{
  self->cancellable = g_cancellable_new ();
  self->version = version;
  self->whole = version > 0 || storage == NULL;
  g_set_object (&self->storage, storage);
  g_free (self->path);
  self->path = g_strdup (path);
  self->index = yc_search_index_new (path);
  g_signal_connect_object (self->index, "changed", G_CALLBACK (index_changed_cb), self,
                           G_CONNECT_SWAPPED);
  yc_search_index_open_async (self->index, self->cancellable, opened_cb, g_object_ref (self));
  /* Damage that is met later; what opening says of it is seen by the stamp. */
  g_signal_connect_object (self->index, "needs-filling", G_CALLBACK (fill), self,
                           G_CONNECT_SWAPPED);
}

void
yc_index_keeper_follow (YcIndexKeeper *self,
                        YcSearchBatch *batch,
                        gint64         version,
                        double         share)
{
  g_autofree char *stamp = yc_index_filling_make_stamp (version);

  self->version = version;
  self->whole = share >= 1;
  yc_search_batch_set_stamp (batch, stamp);
  yc_index_keeper_put (self, batch);
  if (self->filler != NULL || self->state == YC_SEEKER_CLOSED || self->state == YC_SEEKER_FAILED)
    return;
  set_progress (self, share);
  if (!self->whole)
    set_state (self, YC_SEEKER_FILLING);
}

/* Into the queue while somebody fills, whose state of the catalog may be older. */
void
yc_index_keeper_put (YcIndexKeeper *self,
                     YcSearchBatch *batch)
{
  if (self->index == NULL)
    yc_search_batch_free (batch);
  else if (self->filler != NULL || self->state == YC_SEEKER_CLOSED)
    g_queue_push_tail (&self->waiting, batch);
  else
    apply (self, batch);
}

void
yc_index_keeper_retry (YcIndexKeeper *self)
{
  g_autofree char *path = NULL;
  g_autoptr (YcStorage) storage = NULL;
  gint64 version = self->version;

  if (self->state != YC_SEEKER_FAILED)
    return;
  path = g_strdup (self->path);
  storage = self->storage != NULL ? g_object_ref (self->storage) : NULL;
  yc_index_keeper_close (self);
  yc_index_keeper_open (self, path, storage, version);
}

void
yc_index_keeper_close (YcIndexKeeper *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->ticker, g_source_remove);
  if (self->filler != NULL)
    yc_worker_close (self->filler);
  g_clear_object (&self->filler);
  g_queue_clear_full (&self->waiting, (GDestroyNotify) yc_search_batch_free);
  if (self->index != NULL)
    g_signal_handlers_disconnect_by_data (self->index, self);
  g_clear_object (&self->index);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->storage);
  set_state (self, YC_SEEKER_CLOSED);
}

YcSearchIndex *
yc_index_keeper_get_index (YcIndexKeeper *self)
{
  return self->index;
}

YcSeekerState
yc_index_keeper_get_state (YcIndexKeeper *self)
{
  return self->state;
}

double
yc_index_keeper_get_progress (YcIndexKeeper *self)
{
  return self->progress;
}
