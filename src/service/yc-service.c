/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The service as a whole: everything that its routes work with. */
#include "yc-service.h"

#include "yc-case-totals.h"
#include "yc-housekeeper.h"
#include "yc-key-file.h"
#include "yc-ledger-begin.h"
#include "yc-router.h"
#include "yc-service-error.h"
#include "yc-sqlite-database.h"
#include "yc-trust-keeper.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#define DRAIN_MS (20 * 1000)
#define FREE_TRIES 5
#define LONGEST_WAIT (15 * 60)
/* A busy counter asks some hundred times a day; a city's people are more. */
#define LOOKS_AT_ONCE 120
#define SECONDS_PER_LOOK 20
#define SECONDS_PER_READING (10 * 60)
/* A department checks a pile of certificates at once, behind one address. */
#define VERIFICATIONS_AT_ONCE 300
#define SECONDS_PER_VERIFICATION 1
#define RESERVE_BYTES ((guint64) 512 * 1024 * 1024)

struct _YcService
{
  GObject parent_instance;

  YcServiceOptions options;
  char *data_dir;
  char *public_url;
  YcDatabase *database;
  YcWriter *writer;
  YcIssueWorker *issue_worker;
  YcDeliverer *deliverer;
  YcFileStore *file_store;
  YcHousekeeper *housekeeper;
  YcVault *vault;
  YcSigner *signer;
  YcTrustKeeper *trust;
  YcMarkSigner *mark_signer;
  YcShelf *shelf;
  YcEventHub *hub;
  YcThrottle *throttle;
  YcAllowance *looks;
  YcAllowance *readings;
  YcAllowance *verifications;
  YcMetrics *metrics;
  YcRouter *router;
  YcHttpServer *server;
};

G_DEFINE_FINAL_TYPE (YcService, yc_service, G_TYPE_OBJECT)

static void
yc_service_dispose (GObject *object)
{
  YcService *self = YC_SERVICE (object);

  yc_service_stop (self);
  g_clear_object (&self->server);
  g_clear_pointer (&self->router, yc_router_free);
  g_clear_pointer (&self->housekeeper, yc_housekeeper_free);
  g_clear_pointer (&self->deliverer, yc_deliverer_free);
  g_clear_object (&self->file_store);
  g_clear_object (&self->issue_worker);
  g_clear_object (&self->writer);
  g_clear_object (&self->hub);
  g_clear_object (&self->database);
  g_clear_object (&self->vault);
  g_clear_object (&self->signer);
  g_clear_pointer (&self->trust, yc_trust_keeper_free);
  g_clear_object (&self->mark_signer);
  g_clear_object (&self->shelf);
  g_clear_object (&self->throttle);
  g_clear_pointer (&self->looks, yc_allowance_free);
  g_clear_pointer (&self->readings, yc_allowance_free);
  g_clear_pointer (&self->verifications, yc_allowance_free);
  g_clear_object (&self->metrics);
  g_clear_pointer (&self->data_dir, g_free);
  g_clear_pointer (&self->public_url, g_free);
  G_OBJECT_CLASS (yc_service_parent_class)->dispose (object);
}

static void
yc_service_class_init (YcServiceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = yc_service_dispose;
}

static void
yc_service_init (YcService *self)
{
}

void
yc_service_options_init (YcServiceOptions *options)
{
  *options = (YcServiceOptions) { .session_seconds = 12 * 60 * 60, .reserve_bytes = RESERVE_BYTES };
  yc_http_limits_init (&options->limits);
}

/* Where systemd hands over credentials, a key comes from there; otherwise it lies beside the
 * database and is made on first use. */
static char *
find_key_file (YcService  *self,
               const char *name)
{
  const char *credentials = g_getenv ("CREDENTIALS_DIRECTORY");
  g_autofree char *given = NULL;

  if (credentials != NULL)
    given = g_build_filename (credentials, name, NULL);
  if (given != NULL && g_file_test (given, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&given);
  return g_build_filename (self->data_dir, name, NULL);
}

static YcVault *
open_vault (YcService  *self,
            GError    **error)
{
  g_autofree char *path = find_key_file (self, "service.key");

  return yc_vault_new_from_file (path, error);
}

static gboolean
open_signer (YcService  *self,
             GError    **error)
{
  const YcSigningOptions *signing = &self->options.signing;

  if (!yc_signing_open_signer (signing, self->options.demo, &self->signer, error))
    return FALSE;
  self->trust = yc_trust_keeper_new (signing, self->options.demo, error);
  return self->trust != NULL;
}

static gboolean
open_deliverer (YcService  *self,
                GError    **error)
{
  g_autofree char *own = g_build_filename (self->data_dir, "delivery.json", NULL);
  const char *path = self->options.delivery;
  YcDeliverySettings *settings = NULL;

  if (path == NULL && g_file_test (own, G_FILE_TEST_EXISTS))
    path = own;
  if (path != NULL && (settings = yc_delivery_settings_new (path, error)) == NULL)
    return FALSE;
  self->deliverer = yc_deliverer_new (self->database, self->writer, self->vault, settings);
  return TRUE;
}

/* Practice has the key that every desk knows as the sample's. */
static gboolean
open_mark_signer (YcService  *self,
                  GError    **error)
{
  g_autofree char *path = find_key_file (self, "verify.key");
  guint8 seed[YC_MARK_SIGNER_SEED_BYTES];

  if (self->options.demo)
    self->mark_signer = yc_mark_signer_new_sample (error);
  else if (yc_key_file_load_or_create (path, seed, sizeof seed, error))
    self->mark_signer = yc_mark_signer_new (seed, error);
  explicit_bzero (seed, sizeof seed);
  return self->mark_signer != NULL;
}

static void
committed_cb (gpointer writer,
              gpointer user_data)
{
  YcService *self = YC_SERVICE (user_data);

  yc_event_hub_pull (self->hub);
  if (self->deliverer != NULL)
    yc_deliverer_committed (self->deliverer);
}

static gboolean
prepare_func (YcTransaction  *transaction,
              gpointer        user_data,
              GError        **error)
{
  return yc_case_totals_fill_once (transaction, error) &&
         yc_ledger_begin_once (transaction, error);
}

static gboolean
open_database (YcService  *self,
               GError    **error)
{
  g_autofree char *path = g_build_filename (self->data_dir, "service.db", NULL);

  if (g_mkdir_with_parents (self->data_dir, 0700) != 0)
    {
      g_set_error (error, YC_SERVICE_ERROR, YC_SERVICE_ERROR_FAILED,
                   _("The data folder %s cannot be made."), self->data_dir);
      return FALSE;
    }
  self->vault = open_vault (self, error);
  if (self->vault == NULL)
    return FALSE;
  self->database = yc_sqlite_database_open (path, error);
  if (self->database == NULL)
    return FALSE;
  self->hub = yc_event_hub_new (self->database, error);
  if (self->hub == NULL)
    return FALSE;
  self->writer = yc_writer_new (self->database);
  yc_writer_set_committed (self->writer, committed_cb, self);
  self->issue_worker = yc_issue_worker_new (self->database, self->writer);
  self->file_store = yc_file_store_new (self->data_dir, self->vault);
  yc_file_store_set_reserve (self->file_store, self->options.reserve_bytes);
  self->housekeeper = yc_housekeeper_new (self->database, self->writer, self->file_store);
  return yc_writer_run (self->writer, prepare_func, NULL, error);
}

/**
 * yc_service_new:
 * @options: the options; copied
 * @error: (nullable): return location
 *
 * Opens the database and the keys. Does not listen yet.
 *
 * Returns: (transfer full): a service, %NULL on an error
 */
YcService *
yc_service_new (const YcServiceOptions  *options,
                GError                 **error)
{
  g_autoptr (YcService) self = g_object_new (YC_TYPE_SERVICE, NULL);

  g_return_val_if_fail (options != NULL, NULL);
  g_return_val_if_fail (options->data_dir != NULL, NULL);

  self->options = *options;
  self->data_dir = g_strdup (options->data_dir);
  self->public_url = g_strdup (options->public_url);
  self->shelf = yc_shelf_new ();
  self->throttle = yc_throttle_new (FREE_TRIES, LONGEST_WAIT);
  self->looks = yc_allowance_new (LOOKS_AT_ONCE, SECONDS_PER_LOOK);
  self->readings = yc_allowance_new (1, SECONDS_PER_READING);
  self->verifications = yc_allowance_new (VERIFICATIONS_AT_ONCE, SECONDS_PER_VERIFICATION);
  self->metrics = yc_metrics_new ();
  if (!open_database (self, error) || !open_signer (self, error) ||
      !open_mark_signer (self, error) || !open_deliverer (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * yc_service_start:
 * @self: a service
 * @address: where to listen, see yc_http_server_start()
 * @tls_certificate: (nullable): PEM file for TLS
 * @tls_key: (nullable): PEM file for TLS
 * @error: (nullable): return location
 *
 * Begins to serve.
 *
 * Returns: %FALSE on an error
 */
gboolean
yc_service_start (YcService   *self,
                  const char  *address,
                  const char  *tls_certificate,
                  const char  *tls_key,
                  GError     **error)
{
  g_return_val_if_fail (YC_IS_SERVICE (self), FALSE);
  g_return_val_if_fail (self->server == NULL, FALSE);

  self->router = yc_router_new (self, error);
  if (self->router == NULL)
    return FALSE;
  self->server = yc_http_server_new (&self->options.limits, yc_router_handle, self->router);
  yc_http_server_set_limit_func (self->server, yc_router_limit);
  if (tls_certificate != NULL && tls_key != NULL &&
      !yc_http_server_use_tls (self->server, tls_certificate, tls_key, error))
    return FALSE;
  if (!yc_http_server_start (self->server, address, error))
    return FALSE;
  yc_housekeeper_start (self->housekeeper);
  yc_deliverer_start (self->deliverer);
  return TRUE;
}

/**
 * yc_service_stop:
 * @self: a service
 *
 * Stops gracefully: takes nothing new, finishes what is under way, ends the streams.
 */
void
yc_service_stop (YcService *self)
{
  g_return_if_fail (YC_IS_SERVICE (self));

  if (self->server != NULL)
    yc_http_server_quiesce (self->server);
  if (self->hub != NULL)
    yc_event_hub_stop (self->hub);
  if (self->server != NULL && !yc_http_server_drain (self->server, DRAIN_MS))
    g_warning ("Some requests were still under way when the service stopped");
  if (self->router != NULL)
    yc_router_stop (self->router);
  if (self->housekeeper != NULL)
    yc_housekeeper_stop (self->housekeeper);
  if (self->deliverer != NULL)
    yc_deliverer_stop (self->deliverer);
  if (self->issue_worker != NULL)
    yc_issue_worker_stop (self->issue_worker);
  if (self->writer != NULL)
    yc_writer_stop (self->writer);
  if (self->server != NULL)
    yc_http_server_stop (self->server);
}

const char *
yc_service_get_url (YcService *self)
{
  return yc_http_server_get_url (self->server);
}

/**
 * yc_service_get_public_url:
 * @self: a service
 *
 * Returns: where the public finds the verification page
 */
const char *
yc_service_get_public_url (YcService *self)
{
  if (self->public_url != NULL)
    return self->public_url;
  return self->server != NULL ? yc_service_get_url (self) : "http://localhost";
}

gboolean
yc_service_get_demo (YcService *self)
{
  return self->options.demo;
}

guint
yc_service_get_session_seconds (YcService *self)
{
  return self->options.session_seconds;
}

YcDatabase *
yc_service_get_database (YcService *self)
{
  return self->database;
}

YcWriter *
yc_service_get_writer (YcService *self)
{
  return self->writer;
}

YcIssueWorker *
yc_service_get_issue_worker (YcService *self)
{
  return self->issue_worker;
}

YcDeliverer *
yc_service_get_deliverer (YcService *self)
{
  return self->deliverer;
}

YcFileStore *
yc_service_get_file_store (YcService *self)
{
  return self->file_store;
}

YcVault *
yc_service_get_vault (YcService *self)
{
  return self->vault;
}

/**
 * yc_service_get_signer:
 * @self: a service
 *
 * Returns: (nullable): who signs certificates, %NULL when no key was given
 */
YcSigner *
yc_service_get_signer (YcService *self)
{
  return self->signer;
}

YcTrust *
yc_service_dup_trust (YcService *self)
{
  return yc_trust_keeper_dup (self->trust);
}

YcMarkSigner *
yc_service_get_mark_signer (YcService *self)
{
  return self->mark_signer;
}

YcShelf *
yc_service_get_shelf (YcService *self)
{
  return self->shelf;
}

YcEventHub *
yc_service_get_hub (YcService *self)
{
  return self->hub;
}

YcAllowance *
yc_service_get_looks (YcService *self)
{
  return self->looks;
}

YcAllowance *
yc_service_get_readings (YcService *self)
{
  return self->readings;
}

YcAllowance *
yc_service_get_verifications (YcService *self)
{
  return self->verifications;
}

YcThrottle *
yc_service_get_throttle (YcService *self)
{
  return self->throttle;
}

YcMetrics *
yc_service_get_metrics (YcService *self)
{
  return self->metrics;
}

YcHttpServer *
yc_service_get_server (YcService *self)
{
  return self->server;
}
