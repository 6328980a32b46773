/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The service as a whole: everything that its routes work with. */
#pragma once

#include "yc-allowance.h"
#include "yc-deliverer.h"
#include "yc-event-hub.h"
#include "yc-file-store.h"
#include "yc-http-server.h"
#include "yc-issue-worker.h"
#include "yc-mark-signer.h"
#include "yc-metrics.h"
#include "yc-shelf.h"
#include "yc-signing.h"
#include "yc-throttle.h"
#include "yc-vault.h"
#include "yc-writer.h"

G_BEGIN_DECLS

/**
 * YcServiceOptions:
 * @data_dir: folder of the database and the key
 * @demo: whether everything is practice: an empty database is filled with samples, certificates
 *   carry the mark 演练 and the sample key signs
 * @session_seconds: how long a session lasts
 * @reserve_bytes: how much stays free on the disk: with less no more files are taken in
 * @signing: with what certificates are signed, and whose are believed
 * @public_url: (nullable): where the public finds the verification page; %NULL for the address the
 *   service listens on
 * @delivery: (nullable): file that says where certificates go after issue; %NULL for delivery.json in
 *   @data_dir, if there is one
 * @limits: limits of the HTTP server
 */
typedef struct
{
  const char *data_dir;
  gboolean demo;
  guint session_seconds;
  guint64 reserve_bytes;
  YcSigningOptions signing;
  const char *public_url;
  const char *delivery;
  YcHttpLimits limits;
} YcServiceOptions;

#define YC_TYPE_SERVICE (yc_service_get_type ())

G_DECLARE_FINAL_TYPE (YcService, yc_service, YC, SERVICE, GObject)

void          yc_service_options_init        (YcServiceOptions       *options);
YcService    *yc_service_new                 (const YcServiceOptions *options,
                                              GError                **error);
gboolean      yc_service_start               (YcService              *self,
                                              const char             *address,
                                              const char             *tls_certificate,
                                              const char             *tls_key,
                                              GError                **error);
void          yc_service_stop                (YcService              *self);
const char   *yc_service_get_url             (YcService              *self);
const char   *yc_service_get_public_url      (YcService              *self);
gboolean      yc_service_get_demo            (YcService              *self);
guint         yc_service_get_session_seconds (YcService              *self);
YcDatabase   *yc_service_get_database        (YcService              *self);
YcWriter     *yc_service_get_writer          (YcService              *self);
YcIssueWorker *yc_service_get_issue_worker   (YcService              *self);
YcDeliverer  *yc_service_get_deliverer       (YcService              *self);
YcFileStore  *yc_service_get_file_store      (YcService              *self);
YcVault      *yc_service_get_vault           (YcService              *self);
YcSigner     *yc_service_get_signer          (YcService              *self);
/* (nullable) (transfer full): whose certificates the service believes now; %NULL for nobody's. */
YcTrust      *yc_service_dup_trust           (YcService              *self);
/* Who signs the marks in QR codes. */
YcMarkSigner *yc_service_get_mark_signer     (YcService              *self);
YcShelf      *yc_service_get_shelf           (YcService              *self);
YcEventHub   *yc_service_get_hub             (YcService              *self);
YcThrottle   *yc_service_get_throttle        (YcService              *self);
/* How many people a clerk may look up. */
YcAllowance  *yc_service_get_looks           (YcService              *self);
/* How often the same reading of the same file is noted anew. */
YcAllowance  *yc_service_get_readings        (YcService              *self);
/* How often one address may ask the public page about certificates. */
YcAllowance  *yc_service_get_verifications   (YcService              *self);
YcMetrics    *yc_service_get_metrics         (YcService              *self);
YcHttpServer *yc_service_get_server          (YcService              *self);

G_END_DECLS
