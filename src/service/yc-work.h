/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What everyone who changes or reads cases needs: who works, when, in which transaction. */
#pragma once

#include "yc-identity.h"
#include "yc-service.h"
#include "yc-transaction.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * YcWork:
 * @service: the service
 * @identity: who works
 * @transaction: the transaction to work in
 * @now: the time
 * @now_text: the time as it is stored
 * @draft: (nullable): the certificate that will be issued, composed ahead; %NULL to compose it when
 *   it is issued
 *
 * One piece of work. Borrowed for a call.
 */
typedef struct
{
  YcService *service;
  const YcIdentity *identity;
  YcTransaction *transaction;
  GDateTime *now;
  const char *now_text;
  YcCertificateDraft *draft;
} YcWork;

gboolean yc_work_add_audit      (const YcWork  *work,
                                 const char    *action,
                                 const char    *subject,
                                 JsonObject    *detail,
                                 GError       **error);
char    *yc_work_get_fingerprint (const YcWork *work,
                                 JsonObject    *object,
                                 const char    *what);

G_END_DECLS
