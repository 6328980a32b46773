/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The desk: everything a page needs, opened step by step and handed out as one property. */
#include "yc-desk-private.h"

#include "yc-desk-typed-private.h"

#include "yc-attachments-private.h"
#include "yc-calibrations-private.h"
#include "yc-catalog-cache.h"
#include "yc-delivery-channels-private.h"
#include "yc-desk-key.h"
#include "yc-desk-plans.h"
#include "yc-folder-lock.h"
#include "yc-outbox-private.h"
#include "yc-own-matters.h"
#include "yc-parts.h"
#include "yc-print-presets-private.h"
#include "yc-print-runs.h"
#include "yc-seeker-private.h"
#include "yc-session-private.h"
#include "yc-visits-private.h"

#include <sodium.h>
#include <string.h>

#define DATABASE "desk.db"
#define FILES "files"
#define INDEX "search.db"
#define SESSION_SETTING "session"

struct _YcDesk
{
  GObject         parent_instance;

  char           *data_dir;
  char           *service_url;
  gboolean        demo;
  gboolean        open;
  /* Held while open. */
  YcFolderLock   *lock;
  /* Guarded memory; NULL when none was given. */
  char           *passphrase;
  char           *authority_file;

  YcParts        *parts;
  YcSeeker       *seeker;
  /* NULL until somebody looks for anything. */
  YcOwnMatters   *own;
  /* Of the user who is signed in; NULL until then. */
  YcDeskTyped    *typed;
  YcCatalogCache *cache;
  YcRegisterCopy *register_copy;
  YcVisits       *visits;
  YcPrinters     *printers;
  YcPrintRuns    *print_runs;
  YcCalibrations *calibrations;
  YcPrintPresets *print_presets;
};

typedef enum
{
  PROP_SESSION = 1,
  PROP_LINE,
  PROP_CATALOG,
  PROP_SEEKER,
  PROP_OUTBOX,
  PROP_VISITS,
  PROP_PRINTERS,
  PROP_PRINT_RUNS,
  PROP_DEMO,
  PROP_SERVICE_URL,
  PROP_OPEN,
  PROP_ATTACHMENTS,
} YcDeskProperty;

static GParamSpec *properties[PROP_ATTACHMENTS + 1];

G_DEFINE_FINAL_TYPE (YcDesk, yc_desk, G_TYPE_OBJECT)

static void
set_open (YcDesk   *self,
          gboolean  open)
{
  if (self->open == open)
    return;
  self->open = open;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OPEN]);
}

static void
yc_desk_get_property (GObject    *object,
                      guint       property_id,
                      GValue     *value,
                      GParamSpec *pspec)
{
  YcDesk *self = YC_DESK (object);

  switch ((YcDeskProperty) property_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->parts->session);
      break;
    case PROP_LINE:
      g_value_set_object (value, self->parts->line);
      break;
    case PROP_CATALOG:
      g_value_set_object (value, self->parts->catalog);
      break;
    case PROP_SEEKER:
      g_value_set_object (value, self->seeker);
      break;
    case PROP_OUTBOX:
      g_value_set_object (value, self->parts->outbox);
      break;
    case PROP_VISITS:
      g_value_set_object (value, self->visits);
      break;
    case PROP_PRINTERS:
      g_value_set_object (value, self->printers);
      break;
    case PROP_PRINT_RUNS:
      g_value_set_object (value, self->print_runs);
      break;
    case PROP_DEMO:
      g_value_set_boolean (value, self->demo);
      break;
    case PROP_SERVICE_URL:
      g_value_set_string (value, self->service_url);
      break;
    case PROP_OPEN:
      g_value_set_boolean (value, self->open);
      break;
    case PROP_ATTACHMENTS:
      g_value_set_object (value, self->parts->attachments);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
yc_desk_dispose (GObject *object)
{
  YcDesk *self = YC_DESK (object);

  if (self->parts != NULL)
    yc_desk_close (self);
  g_clear_object (&self->calibrations);
  g_clear_object (&self->print_presets);
  g_clear_object (&self->print_runs);
  g_clear_object (&self->printers);
  g_clear_object (&self->visits);
  g_clear_object (&self->cache);
  g_clear_object (&self->register_copy);
  g_clear_object (&self->typed);
  g_clear_object (&self->seeker);
  g_clear_object (&self->parts);

  G_OBJECT_CLASS (yc_desk_parent_class)->dispose (object);
}

static void
yc_desk_finalize (GObject *object)
{
  YcDesk *self = YC_DESK (object);

  g_clear_pointer (&self->passphrase, sodium_free);
  g_clear_pointer (&self->authority_file, g_free);
  g_free (self->data_dir);
  g_free (self->service_url);

  G_OBJECT_CLASS (yc_desk_parent_class)->finalize (object);
}

static void
yc_desk_class_init (YcDeskClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = yc_desk_get_property;
  object_class->dispose = yc_desk_dispose;
  object_class->finalize = yc_desk_finalize;

  properties[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, YC_TYPE_SESSION, flags);
  properties[PROP_LINE] = g_param_spec_object ("line", NULL, NULL, YC_TYPE_LINE, flags);
  properties[PROP_CATALOG] = g_param_spec_object ("catalog", NULL, NULL, YC_TYPE_CATALOG, flags);
  properties[PROP_SEEKER] = g_param_spec_object ("seeker", NULL, NULL, YC_TYPE_SEEKER, flags);
  properties[PROP_OUTBOX] = g_param_spec_object ("outbox", NULL, NULL, YC_TYPE_OUTBOX, flags);
  properties[PROP_VISITS] = g_param_spec_object ("visits", NULL, NULL, YC_TYPE_VISITS, flags);
  properties[PROP_PRINTERS] = g_param_spec_object ("printers", NULL, NULL, YC_TYPE_PRINTERS, flags);
  properties[PROP_PRINT_RUNS] =
      g_param_spec_object ("print-runs", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  properties[PROP_DEMO] = g_param_spec_boolean ("demo", NULL, NULL, FALSE, flags);
  properties[PROP_SERVICE_URL] = g_param_spec_string ("service-url", NULL, NULL, NULL, flags);
  properties[PROP_OPEN] = g_param_spec_boolean ("open", NULL, NULL, FALSE, flags);
  properties[PROP_ATTACHMENTS] =
      g_param_spec_object ("attachments", NULL, NULL, YC_TYPE_ATTACHMENTS, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
yc_desk_init (YcDesk *self)
{
}

static void
session_changed_cb (YcDesk *self)
{
  g_autoptr (JsonNode) json = NULL;

  if (!self->open || yc_session_get_state (self->parts->session) == YC_SESSION_SIGNING_IN)
    return;
  g_clear_object (&self->own);
  yc_seeker_set_place (self->seeker, yc_session_get_place (self->parts->session));
  json = yc_session_to_json (self->parts->session);
  yc_storage_set_async (self->parts->storage, SESSION_SETTING, json, NULL, NULL);
  yc_desk_get_typed (self);
}

/* As yc_desk_new(), with other patience. */
YcDesk *
yc_desk_new_with_limits (const char     *data_dir,
                         const char     *service_url,
                         gboolean        demo,
                         const YcLimits *limits)
{
  YcDesk *self = g_object_new (YC_TYPE_DESK, NULL);

  self->data_dir = g_strdup (data_dir);
  self->service_url = g_strdup (service_url);
  self->demo = demo;
  self->parts = yc_parts_new (service_url, limits);
  self->seeker = yc_seeker_new ();
  self->cache = yc_catalog_cache_new (self->parts->http, self->parts->live, self->parts->catalog,
                                      self->seeker);
  self->register_copy =
      yc_register_copy_new (self->parts->http, self->parts->live, self->parts->session);
  self->visits = yc_visits_new (self->parts);
  self->printers = yc_printers_new (NULL);
  self->print_runs = yc_print_runs_new (self->parts, self->printers);
  self->calibrations = yc_calibrations_new (self->parts);
  self->print_presets = yc_print_presets_new (self->parts);
  g_signal_connect_object (self->parts->session, "notify::state", G_CALLBACK (session_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->parts->session, "notify::user-id", G_CALLBACK (session_changed_cb),
                           self, G_CONNECT_SWAPPED);
  return self;
}

YcDesk *
yc_desk_new (const char *data_dir,
             const char *service_url,
             gboolean    demo)
{
  YcLimits limits;

  g_return_val_if_fail (data_dir != NULL, NULL);
  g_return_val_if_fail (service_url != NULL, NULL);

  yc_limits_init_defaults (&limits);
  return yc_desk_new_with_limits (data_dir, service_url, demo, &limits);
}

void
yc_desk_set_passphrase (YcDesk     *self,
                        const char *passphrase)
{
  gsize size;

  g_return_if_fail (YC_IS_DESK (self));
  g_return_if_fail (passphrase != NULL);
  g_return_if_fail (!self->open);

  g_clear_pointer (&self->passphrase, sodium_free);
  if (sodium_init () < 0)
    return;
  size = strlen (passphrase) + 1;
  self->passphrase = sodium_malloc (size);
  if (self->passphrase != NULL)
    memcpy (self->passphrase, passphrase, size);
}

void
yc_desk_set_authority_file (YcDesk     *self,
                            const char *authority_file)
{
  g_return_if_fail (YC_IS_DESK (self));

  g_free (self->authority_file);
  self->authority_file = g_strdup (authority_file);
}

gboolean
yc_desk_get_passphrase_is_new (YcDesk *self)
{
  g_autofree char *path = NULL;

  g_return_val_if_fail (YC_IS_DESK (self), FALSE);

  path = yc_desk_key_get_passphrase_path (self->data_dir);
  return !g_file_test (path, G_FILE_TEST_EXISTS);
}

gboolean
yc_desk_get_waits_for_key_ring (YcDesk *self)
{
  g_return_val_if_fail (YC_IS_DESK (self), FALSE);

  return !self->demo && self->passphrase == NULL && self->lock != NULL &&
         self->parts->storage == NULL;
}

/* Opening: one step calls the next; any failure leaves the desk closed and ready to be opened
 * again. */

static void
fail_to_open (GTask  *task,
              GError *error)
{
  YcDesk *self = g_task_get_source_object (task);

  yc_attachments_close (self->parts->attachments);
  yc_seeker_close (self->seeker);
  if (self->parts->storage != NULL)
    yc_storage_close (self->parts->storage);
  g_clear_object (&self->parts->storage);
  g_clear_pointer (&self->lock, yc_folder_lock_free);
  g_task_return_error (task, error);
}

static void
visits_opened_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  YcDesk *self = g_task_get_source_object (task);
  GError *error = NULL;

  if (!yc_visits_open_finish (YC_VISITS (source), result, &error))
    {
      fail_to_open (task, error);
      return;
    }
  yc_delivery_channels_open (self->parts->channels, self->parts->storage);
  set_open (self, TRUE);
  yc_register_copy_open (self->register_copy, self->parts->storage);
  yc_live_start (self->parts->live);
  g_task_return_boolean (task, TRUE);
}

static void
print_runs_loaded_cb (GObject      *source,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  YcDesk *self = g_task_get_source_object (task);
  GError *error = NULL;

  if (!yc_print_runs_load_finish (YC_PRINT_RUNS (source), result, &error))
    {
      fail_to_open (task, error);
      return;
    }
  yc_calibrations_load (self->calibrations);
  yc_print_presets_load (self->print_presets);
  yc_visits_open_async (self->visits, visits_opened_cb, g_steal_pointer (&task));
}

static void
outbox_loaded_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  YcDesk *self = g_task_get_source_object (task);
  GError *error = NULL;

  if (yc_outbox_load_finish (YC_OUTBOX (source), result, &error))
    yc_print_runs_load_async (self->print_runs, print_runs_loaded_cb, g_steal_pointer (&task));
  else
    fail_to_open (task, error);
}

static void
session_read_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  GTask *task = user_data;
  YcDesk *self = g_task_get_source_object (task);
  g_autoptr (JsonNode) json = yc_storage_get_finish (self->parts->storage, result, NULL);

  if (json != NULL)
    yc_session_restore (self->parts->session, json);
  yc_seeker_set_place (self->seeker, yc_session_get_place (self->parts->session));
  yc_outbox_load_async (self->parts->outbox, self->parts->storage, outbox_loaded_cb, task);
}

static void
open_seeker (YcDesk *self)
{
  g_autofree char *path = g_build_filename (self->data_dir, INDEX, NULL);

  yc_seeker_open (self->seeker, path, self->parts->storage,
                  yc_catalog_get_version (self->parts->catalog));
}

static void
catalog_loaded_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  YcDesk *self = g_task_get_source_object (task);
  GError *error = NULL;

  if (yc_catalog_cache_load_finish (YC_CATALOG_CACHE (source), result, &error))
    open_seeker (self);
  if (error == NULL)
    yc_storage_get_async (self->parts->storage, SESSION_SETTING, session_read_cb,
                          g_steal_pointer (&task));
  else
    fail_to_open (task, error);
}

static void
storage_opened_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  YcDesk *self = g_task_get_source_object (task);
  g_autofree char *files = g_build_filename (self->data_dir, FILES, NULL);
  GError *error = NULL;

  if (!yc_storage_open_finish (self->parts->storage, result, &error))
    {
      fail_to_open (task, error);
      return;
    }
  yc_attachments_open (self->parts->attachments, files, self->parts->storage);
  yc_catalog_cache_load_async (self->cache, self->parts->storage, catalog_loaded_cb,
                               g_steal_pointer (&task));
}

static void
key_loaded_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  YcDesk *self = g_task_get_source_object (task);
  g_autofree char *path = g_build_filename (self->data_dir, DATABASE, NULL);
  GError *error = NULL;
  g_autoptr (YcVault) vault = yc_desk_key_load_finish (result, &error);

  if (vault == NULL)
    {
      fail_to_open (task, error);
      return;
    }
  self->parts->storage = yc_storage_new (path, vault);
  yc_storage_open_async (self->parts->storage, NULL, storage_opened_cb, g_steal_pointer (&task));
}

void
yc_desk_open_async (YcDesk              *self,
                    GCancellable        *cancellable,
                    GAsyncReadyCallback  callback,
                    gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autofree char *database = NULL;
  GError *error = NULL;

  g_return_if_fail (YC_IS_DESK (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, yc_desk_open_async);
  if (self->open || self->lock != NULL)
    {
      g_task_return_new_error (task, YC_CLIENT_ERROR, YC_CLIENT_ERROR_LOCKED, "The desk is open");
      return;
    }
  if (yc_http_prepare (self->parts->http, self->authority_file, &error))
    self->lock = yc_folder_lock_take (self->data_dir, &error);
  if (self->lock == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  database = g_build_filename (self->data_dir, DATABASE, NULL);
  yc_desk_key_load_async (self->data_dir, database, self->demo, self->passphrase, cancellable,
                          key_loaded_cb, g_steal_pointer (&task));
}

gboolean
yc_desk_open_finish (YcDesk        *self,
                     GAsyncResult  *result,
                     GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
yc_desk_close (YcDesk *self)
{
  g_return_if_fail (YC_IS_DESK (self));

  if (self->open)
    yc_visits_flush (self->visits);
  g_clear_object (&self->own);
  yc_live_stop (self->parts->live);
  yc_outbox_close (self->parts->outbox);
  yc_catalog_cache_close (self->cache);
  yc_register_copy_close (self->register_copy);
  yc_seeker_close (self->seeker);
  yc_attachments_close (self->parts->attachments);
  if (self->parts->storage != NULL)
    yc_storage_close (self->parts->storage);
  g_clear_object (&self->typed);
  g_clear_pointer (&self->lock, yc_folder_lock_free);
  set_open (self, FALSE);
}

YcDeskTyped *
yc_desk_get_typed (YcDesk *self)
{
  const char *user;

  g_return_val_if_fail (YC_IS_DESK (self), NULL);

  user = yc_session_get_user_id (self->parts->session);
  if (user == NULL || self->parts->storage == NULL)
    {
      g_clear_object (&self->typed);
      return NULL;
    }
  if (self->typed == NULL || g_strcmp0 (yc_desk_typed_get_user (self->typed), user) != 0)
    {
      g_clear_object (&self->typed);
      self->typed = yc_desk_typed_new (self->parts->storage, user);
    }
  return self->typed;
}

YcParts *
yc_desk_get_parts (YcDesk *self)
{
  return self->parts;
}

YcRegisterCopy *
yc_desk_get_register_copy (YcDesk *self)
{
  return self->register_copy;
}

YcSession *
yc_desk_get_session (YcDesk *self)
{
  g_return_val_if_fail (YC_IS_DESK (self), NULL);

  return self->parts->session;
}

YcLine *
yc_desk_get_line (YcDesk *self)
{
  g_return_val_if_fail (YC_IS_DESK (self), NULL);

  return self->parts->line;
}

YcCatalog *
yc_desk_get_catalog (YcDesk *self)
{
  g_return_val_if_fail (YC_IS_DESK (self), NULL);

  return self->parts->catalog;
}

YcSeeker *
yc_desk_get_seeker (YcDesk *self)
{
  g_return_val_if_fail (YC_IS_DESK (self), NULL);

  return self->seeker;
}

void
yc_desk_find_own (YcDesk *self)
{
  g_autoptr (YcLiveList) cases = NULL;
  g_autoptr (YcLiveList) plans = NULL;

  g_return_if_fail (YC_IS_DESK (self));

  if (self->own != NULL || !self->open || yc_session_get_user_id (self->parts->session) == NULL)
    return;
  cases = yc_desk_create_case_list (self, YC_CASE_VIEW_MINE, NULL);
  plans = yc_desk_create_plan_list (self);
  self->own = yc_own_matters_new (self->seeker, self->visits, cases, plans);
}

YcSavedPlan *
yc_desk_find_own_plan (YcDesk     *self,
                       const char *id)
{
  g_return_val_if_fail (YC_IS_DESK (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return self->own != NULL ? yc_own_matters_find_plan (self->own, id) : NULL;
}

YcAttachments *
yc_desk_get_attachments (YcDesk *self)
{
  g_return_val_if_fail (YC_IS_DESK (self), NULL);

  return self->parts->attachments;
}

YcOutbox *
yc_desk_get_outbox (YcDesk *self)
{
  g_return_val_if_fail (YC_IS_DESK (self), NULL);

  return self->parts->outbox;
}

YcVisits *
yc_desk_get_visits (YcDesk *self)
{
  g_return_val_if_fail (YC_IS_DESK (self), NULL);

  return self->visits;
}

YcPrinters *
yc_desk_get_printers (YcDesk *self)
{
  g_return_val_if_fail (YC_IS_DESK (self), NULL);

  return self->printers;
}

YcCalibrations *
yc_desk_get_calibrations (YcDesk *self)
{
  g_return_val_if_fail (YC_IS_DESK (self), NULL);

  return self->calibrations;
}

YcPrintPresets *
yc_desk_get_print_presets (YcDesk *self)
{
  g_return_val_if_fail (YC_IS_DESK (self), NULL);

  return self->print_presets;
}

GListModel *
yc_desk_get_print_runs (YcDesk *self)
{
  g_return_val_if_fail (YC_IS_DESK (self), NULL);

  return G_LIST_MODEL (self->print_runs);
}

gboolean
yc_desk_get_demo (YcDesk *self)
{
  g_return_val_if_fail (YC_IS_DESK (self), FALSE);

  return self->demo;
}

const char *
yc_desk_get_service_url (YcDesk *self)
{
  g_return_val_if_fail (YC_IS_DESK (self), NULL);

  return self->service_url;
}

gboolean
yc_desk_get_open (YcDesk *self)
{
  g_return_val_if_fail (YC_IS_DESK (self), FALSE);

  return self->open;
}
