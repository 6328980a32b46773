/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What goes to departments by rule when a certificate is issued; the applicant is told so. */
#pragma once

#include <adwaita.h>

#include "yc-desk.h"
#include "yc-form.h"

G_BEGIN_DECLS

#define YC_TYPE_DELIVERY_DUTIES (yc_delivery_duties_get_type ())

G_DECLARE_FINAL_TYPE (YcDeliveryDuties, yc_delivery_duties, YC, DELIVERY_DUTIES, AdwBin)

/* @item, @form: (nullable): of which item, and the form that names the fields. */
void yc_delivery_duties_show (YcDeliveryDuties *self, YcDesk *desk, YcItem *item, YcForm *form);

G_END_DECLS
