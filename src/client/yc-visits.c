/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The open visits of the signed-in user, saved as typed and restored. */
#include "yc-visits-private.h"
#include "yc-saved-plan-private.h"

#include "yc-case-draft-private.h"
#include "yc-list-model.h"
#include "yc-visit-private.h"

#define RETRY_MS 2000

struct _YcVisits
{
  GObject    parent_instance;

  YcParts   *parts;
  GPtrArray *visits;
  /* Whose visits these are; NULL while signed out. */
  char      *user_id;
  GError    *error;
  gboolean   open;
  gboolean   restored;
  gboolean   saved;
  guint      n_saving;
  guint      timer;
};

typedef enum
{
  PROP_SAVED = 1,
  PROP_ERROR,
  PROP_RESTORED,
} YcVisitsProperty;

static GParamSpec *properties[PROP_RESTORED + 1];

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (YcVisits, yc_visits, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void save_soon (YcVisits *self,
                       guint     ms);

static YcVisit *
nth (YcVisits *self,
     guint     i)
{
  return g_ptr_array_index (self->visits, i);
}

static void
set_saved (YcVisits *self,
           gboolean  saved)
{
  if (self->saved == saved)
    return;
  self->saved = saved;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SAVED]);
}

static void
set_error (YcVisits     *self,
           const GError *error)
{
  if (self->error == error)
    return;
  g_clear_error (&self->error);
  self->error = error != NULL ? g_error_copy (error) : NULL;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR]);
}

static void
set_restored (YcVisits *self,
              gboolean  restored)
{
  if (self->restored == restored)
    return;
  self->restored = restored;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RESTORED]);
}

/* Saving */

typedef struct
{
  YcVisits  *visits;
  /* Those whose rows were written. */
  GPtrArray *written;
} Saving;

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->visits);
  g_ptr_array_unref (saving->written);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static gboolean
any_dirty (YcVisits *self)
{
  for (guint i = 0; i < self->visits->len; i++)
    if (yc_visit_is_dirty (nth (self, i)))
      return TRUE;
  return FALSE;
}

static void
save_failed (YcVisits     *self,
             Saving       *saving,
             const GError *error)
{
  set_error (self, error);
  for (guint i = 0; i < saving->written->len; i++)
    yc_visit_mark_dirty (g_ptr_array_index (saving->written, i));
  save_soon (self, RETRY_MS);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (Saving) saving = user_data;
  YcVisits *self = saving->visits;
  g_autoptr (GError) error = NULL;

  yc_storage_run_finish (self->parts->storage, result, &error);
  self->n_saving--;
  if (error != NULL)
    {
      save_failed (self, saving, error);
      return;
    }
  set_error (self, NULL);
  for (guint i = 0; i < saving->written->len; i++)
    {
      YcVisit *visit = g_ptr_array_index (saving->written, i);

      if (!yc_visit_is_dirty (visit))
        yc_visit_set_saved (visit, TRUE);
    }
  if (self->n_saving == 0 && !any_dirty (self))
    set_saved (self, TRUE);
}

/* Queues everything that is dirty for the disk; writes keep their order. */
void
yc_visits_flush (YcVisits *self)
{
  g_autoptr (Saving) saving = g_new0 (Saving, 1);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) yc_visit_row_free);

  g_clear_handle_id (&self->timer, g_source_remove);
  saving->visits = g_object_ref (self);
  saving->written = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < self->visits->len; i++)
    if (yc_visit_is_dirty (nth (self, i)))
      {
        g_ptr_array_add (rows, yc_visit_to_row (nth (self, i), self->user_id));
        g_ptr_array_add (saving->written, g_object_ref (nth (self, i)));
      }
  if (rows->len == 0)
    return;
  self->n_saving++;
  yc_visit_table_save_async (self->parts->storage, g_steal_pointer (&rows), saved_cb,
                             g_steal_pointer (&saving));
}

static gboolean
timer_cb (gpointer data)
{
  YcVisits *self = data;

  self->timer = 0;
  yc_visits_flush (self);
  return G_SOURCE_REMOVE;
}

/* The first change sets the clock; more changes do not set it back. */
static void
save_soon (YcVisits *self,
           guint     ms)
{
  set_saved (self, FALSE);
  if (self->timer == 0)
    self->timer = g_timeout_add (ms, timer_cb, self);
}

static void
dirty_cb (YcVisits *self)
{
  save_soon (self, yc_http_get_limits (self->parts->http)->autosave_ms);
}

/* The list */

static void
append (YcVisits *self,
        YcVisit  *visit)
{
  g_signal_connect_object (visit, "dirty", G_CALLBACK (dirty_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (visit, "flush", G_CALLBACK (yc_visits_flush), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->visits, visit);
  g_list_model_items_changed (G_LIST_MODEL (self), self->visits->len - 1, 0, 1);
}

static void
clear (YcVisits *self)
{
  guint n = self->visits->len;

  for (guint i = 0; i < n; i++)
    g_signal_handlers_disconnect_by_data (nth (self, i), self);
  g_ptr_array_set_size (self->visits, 0);
  if (n > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, n, 0);
}

typedef struct
{
  YcVisits *visits;
  char     *user_id;
  GTask    *task;
} Restoring;

static void
restoring_free (Restoring *restoring)
{
  g_object_unref (restoring->visits);
  g_free (restoring->user_id);
  g_clear_object (&restoring->task);
  g_free (restoring);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Restoring, restoring_free)

static void
finish_restoring (Restoring *restoring,
                  GError    *error)
{
  if (restoring->task != NULL && error != NULL)
    g_task_return_error (restoring->task, g_error_copy (error));
  else if (restoring->task != NULL)
    g_task_return_boolean (restoring->task, TRUE);
}

static void
restored_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (Restoring) restoring = user_data;
  YcVisits *self = restoring->visits;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = yc_storage_run_finish (self->parts->storage, result, &error);

  /* Somebody else has signed in meanwhile. */
  if (g_strcmp0 (self->user_id, restoring->user_id) == 0)
    {
      set_error (self, error);
      for (guint i = 0; rows != NULL && i < rows->len; i++)
        append (self, yc_visit_new_from_row (self->parts, g_ptr_array_index (rows, i)));
      set_restored (self, rows != NULL);
    }
  finish_restoring (restoring, error);
}

/* Takes @task. */
static void
restore (YcVisits *self,
         GTask    *task)
{
  Restoring *restoring = g_new0 (Restoring, 1);

  restoring->visits = g_object_ref (self);
  restoring->user_id = g_strdup (self->user_id);
  restoring->task = task;
  yc_visit_table_load_async (self->parts->storage, self->user_id, restored_cb, restoring);
}

/* An expired session keeps its user, and with it everything on the screen. */
static void
user_changed_cb (YcVisits *self)
{
  const char *user_id = yc_session_get_user_id (self->parts->session);

  if (!self->open || g_strcmp0 (self->user_id, user_id) == 0)
    return;
  yc_visits_flush (self);
  clear (self);
  set_restored (self, FALSE);
  g_free (self->user_id);
  self->user_id = g_strdup (user_id);
  if (user_id != NULL)
    restore (self, NULL);
}

YC_DEFINE_LIST_MODEL (YcVisits, YC_TYPE_VISIT, visits)

static void
yc_visits_get_property (GObject    *object,
                        guint       property_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  YcVisits *self = YC_VISITS (object);

  switch ((YcVisitsProperty) property_id)
    {
    case PROP_SAVED:
      g_value_set_boolean (value, self->saved);
      break;
    case PROP_ERROR:
      g_value_set_boxed (value, self->error);
      break;
    case PROP_RESTORED:
      g_value_set_boolean (value, self->restored);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
yc_visits_dispose (GObject *object)
{
  YcVisits *self = YC_VISITS (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->visits != NULL)
    for (guint i = 0; i < self->visits->len; i++)
      g_signal_handlers_disconnect_by_data (nth (self, i), self);
  g_clear_pointer (&self->visits, g_ptr_array_unref);
  g_clear_object (&self->parts);

  G_OBJECT_CLASS (yc_visits_parent_class)->dispose (object);
}

static void
yc_visits_finalize (GObject *object)
{
  YcVisits *self = YC_VISITS (object);

  g_free (self->user_id);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (yc_visits_parent_class)->finalize (object);
}

static void
yc_visits_class_init (YcVisitsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = yc_visits_get_property;
  object_class->dispose = yc_visits_dispose;
  object_class->finalize = yc_visits_finalize;

  properties[PROP_SAVED] = g_param_spec_boolean ("saved", NULL, NULL, TRUE, flags);
  properties[PROP_ERROR] = g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR, flags);
  properties[PROP_RESTORED] = g_param_spec_boolean ("restored", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
yc_visits_init (YcVisits *self)
{
  self->visits = g_ptr_array_new_with_free_func (g_object_unref);
  self->saved = TRUE;
}

YcVisits *
yc_visits_new (YcParts *parts)
{
  YcVisits *self = g_object_new (YC_TYPE_VISITS, NULL);

  self->parts = g_object_ref (parts);
  g_signal_connect_object (parts->session, "notify::user-id", G_CALLBACK (user_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/* The catalog and the outbox have been read: restores the visits of the user, if there is one. */
void
yc_visits_open_async (YcVisits            *self,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);

  self->open = TRUE;
  self->user_id = g_strdup (yc_session_get_user_id (self->parts->session));
  if (self->user_id != NULL)
    restore (self, g_steal_pointer (&task));
  else
    g_task_return_boolean (task, TRUE);
}

gboolean
yc_visits_open_finish (YcVisits      *self,
                       GAsyncResult  *result,
                       GError       **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

YcVisit *
yc_visits_add (YcVisits *self)
{
  YcVisit *visit;

  g_return_val_if_fail (YC_IS_VISITS (self), NULL);

  if (self->user_id == NULL)
    return NULL;
  visit = yc_visit_new (self->parts);
  append (self, visit);
  return visit;
}

YcVisit *
yc_visits_open_case (YcVisits  *self,
                     YcCase    *a_case,
                     GError   **error)
{
  g_autoptr (YcVisit) visit = NULL;
  YcVisit *present;

  g_return_val_if_fail (YC_IS_VISITS (self), NULL);
  g_return_val_if_fail (YC_IS_CASE (a_case), NULL);

  present = yc_visits_find_case (self, yc_case_get_id (a_case));
  if (present != NULL)
    return present;
  if (self->user_id == NULL)
    {
      g_set_error_literal (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_SIGNED_OUT,
                           "Nobody is signed in");
      return NULL;
    }
  visit = yc_visit_new (self->parts);
  if (yc_visit_take_case (visit, a_case, error) == NULL)
    return NULL;
  append (self, g_object_ref (visit));
  yc_visit_mark_dirty (visit);
  return visit;
}

YcVisit *
yc_visits_find_plan (YcVisits   *self,
                     const char *id)
{
  for (guint i = 0; i < self->visits->len; i++)
    if (g_strcmp0 (yc_saved_plan_get_id (yc_visit_get_saved_plan (nth (self, i))), id) == 0)
      return nth (self, i);
  return NULL;
}

YcVisit *
yc_visits_open_plan (YcVisits    *self,
                     JsonObject  *json,
                     GError     **error)
{
  g_autoptr (YcVisit) visit = NULL;
  g_autoptr (YcSavedPlan) known = yc_saved_plan_new_from_json (json, error);
  YcVisit *present;

  if (known == NULL)
    return NULL;
  present = yc_visits_find_plan (self, yc_saved_plan_get_id (known));
  if (present != NULL)
    return present;
  if (self->user_id == NULL)
    {
      g_set_error_literal (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_SIGNED_OUT,
                           "Nobody is signed in");
      return NULL;
    }
  visit = yc_visit_new (self->parts);
  yc_visit_take_plan (visit, json);
  append (self, g_object_ref (visit));
  yc_visit_mark_dirty (visit);
  return visit;
}

YcVisit *
yc_visits_find (YcVisits   *self,
                const char *id)
{
  g_return_val_if_fail (YC_IS_VISITS (self), NULL);

  for (guint i = 0; id != NULL && i < self->visits->len; i++)
    if (g_str_equal (yc_visit_get_id (nth (self, i)), id))
      return nth (self, i);
  return NULL;
}

YcVisit *
yc_visits_find_case (YcVisits   *self,
                     const char *case_id)
{
  g_return_val_if_fail (YC_IS_VISITS (self), NULL);

  for (guint i = 0; i < self->visits->len; i++)
    if (yc_visit_find_draft (nth (self, i), case_id) != NULL)
      return nth (self, i);
  return NULL;
}

static void
release_files (YcVisit *visit)
{
  GListModel *drafts = yc_visit_get_drafts (visit);

  for (guint i = 0; i < g_list_model_get_n_items (drafts); i++)
    {
      g_autoptr (YcCaseDraft) draft = g_list_model_get_item (drafts, i);

      yc_case_draft_release_files (draft);
    }
}

void
yc_visits_close (YcVisits *self,
                 YcVisit  *visit)
{
  guint position;

  g_return_if_fail (YC_IS_VISITS (self));
  g_return_if_fail (YC_IS_VISIT (visit));

  if (!g_ptr_array_find (self->visits, visit, &position))
    return;
  yc_visit_table_delete_async (self->parts->storage, yc_visit_get_id (visit), NULL, NULL, NULL);
  release_files (visit);
  g_signal_handlers_disconnect_by_data (visit, self);
  g_ptr_array_remove_index (self->visits, position);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);
}

const GError *
yc_visits_get_error (YcVisits *self)
{
  g_return_val_if_fail (YC_IS_VISITS (self), NULL);

  return self->error;
}

gboolean
yc_visits_get_saved (YcVisits *self)
{
  g_return_val_if_fail (YC_IS_VISITS (self), FALSE);

  return self->saved;
}

gboolean
yc_visits_get_restored (YcVisits *self)
{
  g_return_val_if_fail (YC_IS_VISITS (self), FALSE);

  return self->restored;
}
