/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Over which channels the applicant lets the certificate be sent. */
#pragma once

#include <adwaita.h>

#include "yc-case-draft.h"
#include "yc-desk.h"

G_BEGIN_DECLS

#define YC_TYPE_DELIVERY_CHOICE (yc_delivery_choice_get_type ())

G_DECLARE_FINAL_TYPE (YcDeliveryChoice, yc_delivery_choice, YC, DELIVERY_CHOICE, AdwBin)

void yc_delivery_choice_set_desk  (YcDeliveryChoice *self, YcDesk *desk);
void yc_delivery_choice_set_draft (YcDeliveryChoice *self, YcCaseDraft *draft);

G_END_DECLS
