/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is to reach whom after issue, and how far it has come. */
#pragma once

#include "yc-delivery.h"
#include "yc-transaction.h"
#include "yc-vault.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * YcDeliveryRecord:
 * @id: a UUID; the receiver knows the message by it, however often it comes
 * @serial: the certificate
 * @case_id: the case it came from
 * @channel: over which channel it goes
 * @title: the receiver's name, "" when the channel says it all
 * @kind: "issued" or "void"
 * @message: {to, data}: the mail address, and what the receiver is told; sealed at rest
 * @state: how far it has come
 * @n_tries: how often it was tried
 * @n_unsure: how many of the tries ended so that nobody knows whether it arrived
 * @begun: whether a try is under way, or was when the service died
 * @since: when it was first to go, or was started again by hand
 * @next_at: when it is tried next
 * @detail: what stood in the way the last time
 * @updated_at: when that was
 */
typedef struct
{
  char *id;
  char *serial;
  char *case_id;
  char *channel;
  char *title;
  char *kind;
  JsonObject *message;
  YcDeliveryState state;
  gint64 n_tries;
  gint64 n_unsure;
  gboolean begun;
  char *since;
  char *next_at;
  char *detail;
  char *updated_at;
} YcDeliveryRecord;

void       yc_delivery_record_free      (YcDeliveryRecord        *self);

gboolean   yc_deliveries_table_insert   (YcTransaction           *transaction,
                                         YcVault                 *vault,
                                         const YcDeliveryRecord  *record,
                                         GError                 **error);
gboolean   yc_deliveries_table_update   (YcTransaction           *transaction,
                                         YcVault                 *vault,
                                         const YcDeliveryRecord  *record,
                                         const char              *now,
                                         GError                 **error);
gboolean   yc_deliveries_table_write_try (YcTransaction          *transaction,
                                          const YcDeliveryRecord *record,
                                          gint64                  number,
                                          const char             *detail,
                                          const char             *now,
                                          GError                **error);
gboolean   yc_deliveries_table_remove_begun (YcTransaction       *transaction,
                                             const char          *id,
                                             GError             **error);
YcDeliveryRecord *
           yc_deliveries_table_find     (YcTransaction           *transaction,
                                         YcVault                 *vault,
                                         const char              *id,
                                         GError                 **error);
YcDeliveryRecord *
           yc_deliveries_table_find_issued (YcTransaction        *transaction,
                                            YcVault              *vault,
                                            const char           *serial,
                                            const char           *channel,
                                            GError              **error);
YcDeliveryRecord *
           yc_deliveries_table_find_next (YcTransaction          *transaction,
                                         YcVault                 *vault,
                                         const char              *channel,
                                         GError                 **error);
GPtrArray *yc_deliveries_table_list     (YcTransaction           *transaction,
                                         YcVault                 *vault,
                                         const char              *case_id,
                                         GError                 **error);
GPtrArray *yc_deliveries_table_list_open (YcTransaction          *transaction,
                                         YcVault                 *vault,
                                         YcDeliveryState          state,
                                         gint64                   limit,
                                         GError                 **error);
GStrv      yc_deliveries_table_list_waiting (YcTransaction       *transaction,
                                             GError             **error);
YcRows    *yc_deliveries_table_count    (YcTransaction           *transaction,
                                         GError                 **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcDeliveryRecord, yc_delivery_record_free)

G_END_DECLS
