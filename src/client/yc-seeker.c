/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds whatever the clerk may mean. The index is a file at the desk that follows the catalog; when it
 * is missing, damaged or behind, it is filled in the background from what the desk keeps of the
 * catalog, and what is in it already is found meanwhile. */
#include "yc-seeker-private.h"

#include "yc-index-filling.h"
#include "yc-mark.h"
#include "yc-search-catalog.h"
#include "yc-seeker-usage.h"

#include <string.h>

#define USAGE_SETTING "chosen"
#define PROGRESS_MS 100
/* Less than a frame. */
#define PATIENCE_MS 12
#define LOOK_AGAIN_MS 2
/* Shorter numbers are in too many people's. */
#define MIN_PERSONAL_DIGITS 4

struct _YcSeeker
{
  GObject        parent_instance;

  YcSearchIndex *index;
  YcStorage     *storage;
  YcSeekerUsage *usage;
  GCancellable  *cancellable;
  char          *path;
  char          *place;
  YcSearchFuzzy  fuzzy;
  guint          patience_ms;
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
} YcSeekerProperty;

enum
{
  CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[PROP_PROGRESS + 1];
static guint signals[N_SIGNALS];

static const char *const public_kinds[] = {
  YC_KIND_ITEM, YC_KIND_LIST, YC_KIND_ENTRY, YC_KIND_REPLACEMENT, YC_KIND_MATERIAL, YC_KIND_PLACE,
  NULL,
};

G_DEFINE_FINAL_TYPE (YcSeeker, yc_seeker, G_TYPE_OBJECT)

static void fill (YcSeeker *self);

static void
set_state (YcSeeker      *self,
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
set_progress (YcSeeker *self,
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
  YcSeeker *self = user_data;

  set_progress (self, g_atomic_int_get (&self->permille) / 1000.0);
  return G_SOURCE_CONTINUE;
}

static void
fail (YcSeeker     *self,
      const GError *error)
{
  g_message ("The search index cannot be used: %s", error->message);
  set_state (self, YC_SEEKER_FAILED);
}

/* Everything can be found once all of the catalog is here and in the index. */
static void
settle (YcSeeker *self)
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
  g_autoptr (YcSeeker) self = user_data;
  g_autoptr (GError) error = NULL;

  self->n_applying--;
  if (!yc_search_index_apply_finish (YC_SEARCH_INDEX (source), result, &error) &&
      !g_error_matches (error, YC_SEARCH_ERROR, YC_SEARCH_ERROR_DAMAGED) && self->filler == NULL)
    fail (self, error);
  else if (self->state == YC_SEEKER_FILLING && self->filler == NULL)
    settle (self);
}

static void
apply (YcSeeker      *self,
       YcSearchBatch *batch)
{
  self->n_applying++;
  yc_search_index_apply_async (self->index, batch, applied_cb, g_object_ref (self));
}

static void
apply_waiting (YcSeeker *self)
{
  while (!g_queue_is_empty (&self->waiting))
    apply (self, g_queue_pop_head (&self->waiting));
}

static void
filled_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (YcSeeker) self = user_data;
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
fill (YcSeeker *self)
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
index_changed_cb (YcSeeker *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (YcSeeker) self = user_data;
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
usage_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (YcSeeker) self = user_data;
  g_autoptr (JsonNode) json =
      self->storage != NULL ? yc_storage_get_finish (self->storage, result, NULL) : NULL;

  if (json != NULL)
    yc_seeker_usage_load (self->usage, json);
}

static void
yc_seeker_get_property (GObject    *object,
                        guint       property_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  YcSeeker *self = YC_SEEKER (object);

  switch ((YcSeekerProperty) property_id)
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
yc_seeker_dispose (GObject *object)
{
  yc_seeker_close (YC_SEEKER (object));

  G_OBJECT_CLASS (yc_seeker_parent_class)->dispose (object);
}

static void
yc_seeker_finalize (GObject *object)
{
  YcSeeker *self = YC_SEEKER (object);

  yc_seeker_usage_free (self->usage);
  g_free (self->path);
  g_free (self->place);

  G_OBJECT_CLASS (yc_seeker_parent_class)->finalize (object);
}

static void
yc_seeker_class_init (YcSeekerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = yc_seeker_get_property;
  object_class->dispose = yc_seeker_dispose;
  object_class->finalize = yc_seeker_finalize;

  properties[PROP_STATE] =
      g_param_spec_int ("state", NULL, NULL, YC_SEEKER_CLOSED, YC_SEEKER_FAILED, YC_SEEKER_CLOSED,
                        flags);
  properties[PROP_PROGRESS] = g_param_spec_double ("progress", NULL, NULL, 0, 1, 0, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
yc_seeker_init (YcSeeker *self)
{
  self->state = YC_SEEKER_CLOSED;
  self->patience_ms = PATIENCE_MS;
  self->usage = yc_seeker_usage_new ();
  g_queue_init (&self->waiting);
}

YcSeeker *
yc_seeker_new (void)
{
  return g_object_new (YC_TYPE_SEEKER, NULL);
}

void
yc_seeker_open (YcSeeker   *self,
                const char *path,
                YcStorage  *storage,
                gint64      version)
{
  g_return_if_fail (YC_IS_SEEKER (self));
  g_return_if_fail (self->index == NULL);

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
  if (storage != NULL)
    yc_storage_get_async (storage, USAGE_SETTING, usage_read_cb, g_object_ref (self));
}

void
yc_seeker_follow (YcSeeker      *self,
                  YcSearchBatch *batch,
                  gint64         version,
                  double         share)
{
  g_autofree char *stamp = yc_index_filling_make_stamp (version);

  self->version = version;
  self->whole = share >= 1;
  yc_search_batch_set_stamp (batch, stamp);
  yc_seeker_put (self, batch);
  if (self->filler != NULL || self->state == YC_SEEKER_CLOSED || self->state == YC_SEEKER_FAILED)
    return;
  set_progress (self, share);
  if (!self->whole)
    set_state (self, YC_SEEKER_FILLING);
}

/* Into the queue while somebody fills, whose state of the catalog may be older. */
void
yc_seeker_put (YcSeeker      *self,
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
yc_seeker_set_patience (YcSeeker *self,
                        guint     patience_ms)
{
  self->patience_ms = patience_ms;
}

void
yc_seeker_set_place (YcSeeker   *self,
                     const char *code)
{
  g_free (self->place);
  self->place = yc_search_catalog_dup_path (code);
}

guint
yc_seeker_get_n_documents (YcSeeker *self)
{
  g_return_val_if_fail (YC_IS_SEEKER (self), 0);

  return self->index != NULL ? yc_search_index_get_n_documents (self->index) : 0;
}

void
yc_seeker_close (YcSeeker *self)
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

YcSeekerState
yc_seeker_get_state (YcSeeker *self)
{
  g_return_val_if_fail (YC_IS_SEEKER (self), YC_SEEKER_CLOSED);

  return self->state;
}

double
yc_seeker_get_progress (YcSeeker *self)
{
  g_return_val_if_fail (YC_IS_SEEKER (self), 0);

  return self->progress;
}

void
yc_seeker_retry (YcSeeker *self)
{
  g_autofree char *path = NULL;
  g_autoptr (YcStorage) storage = NULL;
  gint64 version;

  g_return_if_fail (YC_IS_SEEKER (self));

  if (self->state != YC_SEEKER_FAILED)
    return;
  path = g_strdup (self->path);
  storage = self->storage != NULL ? g_object_ref (self->storage) : NULL;
  version = self->version;
  yc_seeker_close (self);
  yc_seeker_open (self, path, storage, version);
}

void
yc_seeker_set_fuzzy (YcSeeker      *self,
                     YcSearchFuzzy  fuzzy)
{
  g_return_if_fail (YC_IS_SEEKER (self));

  if (self->fuzzy == fuzzy)
    return;
  self->fuzzy = fuzzy;
  g_signal_emit (self, signals[CHANGED], 0);
}

YcSearchFuzzy
yc_seeker_get_fuzzy (YcSeeker *self)
{
  g_return_val_if_fail (YC_IS_SEEKER (self), YC_SEARCH_FUZZY_NONE);

  return self->fuzzy;
}

static guint32
get_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  GDate day;

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, (GDateDay) g_date_time_get_day_of_month (now),
                  (GDateMonth) g_date_time_get_month (now), (GDateYear) g_date_time_get_year (now));
  return g_date_get_julian (&day);
}

static gboolean
is_short_number (const char *query)
{
  gsize length = strspn (query, "0123456789");

  return query[length] == '\0' && length < MIN_PERSONAL_DIGITS;
}

/* One search. Its answer is waited for a moment, so that the frame that shows the key shows what was
 * found, too; an answer that takes longer comes by itself. */
typedef struct
{
  GTask        *task;
  /* Where the index answers, apart from all that the main loop has to do. */
  GMainContext *context;
  gboolean      answered;
} Search;

static void
search_free (Search *search)
{
  g_object_unref (search->task);
  g_main_context_unref (search->context);
  g_free (search);
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  Search *search = user_data;
  GError *error = NULL;
  YcSearchResult *found = yc_search_index_find_finish (YC_SEARCH_INDEX (source), result, &error);

  search->answered = TRUE;
  if (found != NULL)
    g_task_return_pointer (search->task, found, g_object_unref);
  else
    g_task_return_error (search->task, error);
}

static gboolean
look_again_cb (gpointer user_data)
{
  Search *search = user_data;

  g_main_context_iteration (search->context, FALSE);
  if (!search->answered)
    return G_SOURCE_CONTINUE;
  search_free (search);
  return G_SOURCE_REMOVE;
}

static gboolean
stop_waiting_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;
  return G_SOURCE_REMOVE;
}

static void
wait_a_moment (Search *search,
               guint   patience_ms)
{
  g_autoptr (GSource) patience = g_timeout_source_new (patience_ms);
  gboolean waited = patience_ms == 0;

  g_source_set_callback (patience, stop_waiting_cb, &waited, NULL);
  g_source_attach (patience, search->context);
  while (!search->answered && !waited)
    g_main_context_iteration (search->context, TRUE);
  g_source_destroy (patience);
  if (search->answered)
    search_free (search);
  else
    g_timeout_add (LOOK_AGAIN_MS, look_again_cb, search);
}

static void
begin_search (YcSeeker              *self,
              const char            *query,
              const YcSearchOptions *options,
              GTask                 *task)
{
  Search *search = g_new0 (Search, 1);

  search->task = task;
  search->context = g_main_context_new ();
  g_main_context_push_thread_default (search->context);
  yc_search_index_find_async (self->index, query, options, g_task_get_cancellable (task), found_cb,
                              search);
  g_main_context_pop_thread_default (search->context);
  wait_a_moment (search, self->patience_ms);
}

void
yc_seeker_find_async (YcSeeker            *self,
                      const char          *query,
                      const char *const   *kinds,
                      guint                limit,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  YcSearchOptions options = { .limit = limit, .best_limit = limit };

  g_return_if_fail (YC_IS_SEEKER (self));
  g_return_if_fail (query != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, yc_seeker_find_async);
  if (self->index == NULL)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_INITIALIZED,
                               "The index is not open");
      return;
    }
  options.kinds = kinds == NULL && is_short_number (query) ? public_kinds : kinds;
  options.fuzzy = self->fuzzy;
  options.place = self->place;
  options.today = get_today ();
  options.usage = yc_seeker_usage_get_ranks (self->usage);
  begin_search (self, query, &options, g_steal_pointer (&task));
}

YcSearchResult *
yc_seeker_find_finish (YcSeeker      *self,
                       GAsyncResult  *result,
                       GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
yc_seeker_choose (YcSeeker *self,
                  YcHit    *hit)
{
  g_autoptr (JsonNode) json = NULL;

  g_return_if_fail (YC_IS_SEEKER (self));
  g_return_if_fail (YC_IS_HIT (hit));

  if (!g_strv_contains (public_kinds, yc_hit_get_kind (hit)))
    return;
  yc_seeker_usage_add (self->usage, hit);
  if (self->storage == NULL)
    return;
  json = yc_seeker_usage_to_json (self->usage);
  yc_storage_set_async (self->storage, USAGE_SETTING, json, NULL, NULL);
}

GListModel *
yc_seeker_get_recent (YcSeeker *self)
{
  g_return_val_if_fail (YC_IS_SEEKER (self), NULL);

  return yc_seeker_usage_get_recent (self->usage);
}
