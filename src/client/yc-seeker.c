/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds whatever the clerk may mean, at the place where they work, what was chosen lately and often
 * first. */
#include "yc-seeker-private.h"

#include "yc-day.h"
#include "yc-index-keeper.h"
#include "yc-search-catalog.h"
#include "yc-seeker-search.h"
#include "yc-seeker-usage.h"

#include <string.h>

#define USAGE_SETTING "chosen"
/* Less than a frame. */
#define PATIENCE_MS 12
/* Shorter numbers are in too many people's. */
#define MIN_PERSONAL_DIGITS 4

struct _YcSeeker
{
  GObject        parent_instance;

  YcIndexKeeper *keeper;
  YcStorage     *storage;
  YcSeekerUsage *usage;
  char          *place;
  YcSearchFuzzy  fuzzy;
  guint          patience_ms;
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
state_changed_cb (YcSeeker *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

static void
progress_changed_cb (YcSeeker *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROGRESS]);
}

static void
index_changed_cb (YcSeeker *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
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
      g_value_set_int (value, yc_seeker_get_state (self));
      break;
    case PROP_PROGRESS:
      g_value_set_double (value, yc_seeker_get_progress (self));
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

  g_clear_object (&self->keeper);
  yc_seeker_usage_free (self->usage);
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
  self->patience_ms = PATIENCE_MS;
  self->usage = yc_seeker_usage_new ();
  self->keeper = yc_index_keeper_new ();
  g_signal_connect_object (self->keeper, "notify::state", G_CALLBACK (state_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->keeper, "notify::progress", G_CALLBACK (progress_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->keeper, "changed", G_CALLBACK (index_changed_cb), self,
                           G_CONNECT_SWAPPED);
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
  g_return_if_fail (yc_index_keeper_get_index (self->keeper) == NULL);

  g_set_object (&self->storage, storage);
  yc_index_keeper_open (self->keeper, path, storage, version);
  if (storage != NULL)
    yc_storage_get_async (storage, USAGE_SETTING, usage_read_cb, g_object_ref (self));
}

void
yc_seeker_follow (YcSeeker      *self,
                  YcSearchBatch *batch,
                  gint64         version,
                  double         share)
{
  yc_index_keeper_follow (self->keeper, batch, version, share);
}

void
yc_seeker_put (YcSeeker      *self,
               YcSearchBatch *batch)
{
  yc_index_keeper_put (self->keeper, batch);
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
  YcSearchIndex *index;

  g_return_val_if_fail (YC_IS_SEEKER (self), 0);

  index = yc_index_keeper_get_index (self->keeper);
  return index != NULL ? yc_search_index_get_n_documents (index) : 0;
}

void
yc_seeker_close (YcSeeker *self)
{
  yc_index_keeper_close (self->keeper);
  g_clear_object (&self->storage);
}

YcSeekerState
yc_seeker_get_state (YcSeeker *self)
{
  g_return_val_if_fail (YC_IS_SEEKER (self), YC_SEEKER_CLOSED);

  return yc_index_keeper_get_state (self->keeper);
}

double
yc_seeker_get_progress (YcSeeker *self)
{
  g_return_val_if_fail (YC_IS_SEEKER (self), 0);

  return yc_index_keeper_get_progress (self->keeper);
}

void
yc_seeker_retry (YcSeeker *self)
{
  g_return_if_fail (YC_IS_SEEKER (self));

  yc_index_keeper_retry (self->keeper);
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
  g_autoptr (GDateTime) now = yc_day_now ();
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
  YcSearchIndex *index;

  g_return_if_fail (YC_IS_SEEKER (self));
  g_return_if_fail (query != NULL);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, yc_seeker_find_async);
  index = yc_index_keeper_get_index (self->keeper);
  if (index == NULL)
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
  yc_seeker_search_begin (index, query, &options, self->patience_ms, g_steal_pointer (&task));
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
