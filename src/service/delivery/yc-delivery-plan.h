/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Decides in the transaction that issues a certificate, or declares it void, who is to be told. */
#pragma once

#include "yc-case-record.h"
#include "yc-certificates-table.h"
#include "yc-deliveries-table.h"
#include "yc-work.h"

G_BEGIN_DECLS

gboolean yc_delivery_plan_issue (const YcWork  *work,
                                 YcCaseRecord  *record,
                                 const char    *serial,
                                 const char    *replaces,
                                 GError       **error);
YcDeliveryRecord *
         yc_delivery_plan_add   (const YcWork  *work,
                                 YcCaseRecord  *record,
                                 const YcCertificateRecord *certificate,
                                 const char    *channel,
                                 const char    *to,
                                 GError       **error);
gboolean yc_delivery_plan_void  (const YcWork  *work,
                                 YcCaseRecord  *record,
                                 const char    *serial,
                                 const char    *replaced_by,
                                 GError       **error);

G_END_DECLS
