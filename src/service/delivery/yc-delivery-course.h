/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What becomes of a delivery after a try, or when somebody starts it again. */
#pragma once

#include "yc-deliveries-table.h"
#include "yc-delivery-settings.h"
#include "yc-transfer.h"

G_BEGIN_DECLS

gboolean yc_delivery_course_begin (YcTransaction             *transaction,
                                   YcVault                   *vault,
                                   const char                *id,
                                   GError                   **error);
gboolean yc_delivery_course_note  (YcTransaction             *transaction,
                                   YcVault                   *vault,
                                   const YcDeliverySettings  *settings,
                                   const char                *id,
                                   const YcTransferResult    *result,
                                   GError                   **error);
gboolean yc_delivery_course_retry (YcTransaction             *transaction,
                                   YcVault                   *vault,
                                   YcDeliveryRecord          *record,
                                   const char                *by,
                                   const char                *now,
                                   GError                   **error);
gboolean yc_delivery_course_add   (YcTransaction             *transaction,
                                   const YcDeliveryRecord    *record,
                                   const char                *by,
                                   const char                *now,
                                   GError                   **error);
gboolean yc_delivery_course_give_up (YcTransaction           *transaction,
                                   YcVault                   *vault,
                                   YcDeliveryRecord          *record,
                                   const char                *detail,
                                   GError                   **error);
double   yc_delivery_course_wait  (double                     first_seconds,
                                   gint64                     n_tries,
                                   double                     chance);

G_END_DECLS
