/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a receiver is told about a certificate, and nothing beyond. */
#pragma once

#include "yc-case-record.h"
#include "yc-certificates-table.h"
#include "yc-receiver.h"
#include "yc-work.h"

G_BEGIN_DECLS

JsonObject *yc_delivery_message_new_for_person     (const YcWork              *work,
                                                    YcCaseRecord              *record,
                                                    const YcCertificateRecord *certificate,
                                                    const char                *to);
JsonObject *yc_delivery_message_new_for_department (const YcWork              *work,
                                                    YcCaseRecord              *record,
                                                    const YcCertificateRecord *certificate,
                                                    const YcReceiver          *receiver);
JsonObject *yc_delivery_message_new_void           (const YcWork              *work,
                                                    YcCaseRecord              *record,
                                                    const YcCertificateRecord *certificate,
                                                    const char                *to,
                                                    const char                *replaced_by);

G_END_DECLS
