/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One way that a certificate goes by itself after issue, as the service last told it of a case. */
#pragma once

#include <gio/gio.h>

#include "yc-case.h"
#include "yc-delivery.h"

G_BEGIN_DECLS

#define YC_TYPE_CASE_DELIVERY (yc_case_delivery_get_type ())

G_DECLARE_FINAL_TYPE (YcCaseDelivery, yc_case_delivery, YC, CASE_DELIVERY, GObject)

/* (transfer full): the deliveries of a whole case as YcCaseDelivery; empty for a summary. What makes
 * no sense is left out. */
GListModel      *yc_case_delivery_list      (YcCase         *a_case);

const char      *yc_case_delivery_get_id    (YcCaseDelivery *self);
/* The certificate; a case may have several versions of it. */
const char      *yc_case_delivery_get_serial (YcCaseDelivery *self);
const char      *yc_case_delivery_get_channel (YcCaseDelivery *self);
YcDeliveryState  yc_case_delivery_get_state (YcCaseDelivery *self);
/* Translated: how far it has come. A mail server that takes a letter does not say that anybody gets it,
 * so nothing more is said here. */
const char      *yc_case_delivery_get_state_title (YcCaseDelivery *self);
/* Whether it tells that the certificate is void. */
gboolean         yc_case_delivery_is_void   (YcCaseDelivery *self);
/* Whether it can be sent again by hand. */
gboolean         yc_case_delivery_can_retry (YcCaseDelivery *self);
/* Whether it is a letter, and so has an address. */
gboolean         yc_case_delivery_is_mail   (YcCaseDelivery *self);
/* Translated: the receiver's own name, or the channel's. */
const char      *yc_case_delivery_get_title (YcCaseDelivery *self);
/* (nullable): the masked address */
const char      *yc_case_delivery_get_to    (YcCaseDelivery *self);
/* (transfer full): translated: what stood in the way the last time, "" for nothing */
char            *yc_case_delivery_dup_trouble (YcCaseDelivery *self);
/* (nullable): when it came as far as it is */
GDateTime       *yc_case_delivery_get_at    (YcCaseDelivery *self);

G_END_DECLS
