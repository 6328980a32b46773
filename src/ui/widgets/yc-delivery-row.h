/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One way of a certificate: to whom, how far it has come, and what can be done where it has stopped. */
#pragma once

#include <adwaita.h>

#include "yc-case-delivery.h"
#include "yc-desk.h"

G_BEGIN_DECLS

#define YC_TYPE_DELIVERY_ROW (yc_delivery_row_get_type ())

G_DECLARE_FINAL_TYPE (YcDeliveryRow, yc_delivery_row, YC, DELIVERY_ROW, AdwBin)

/* Horizontal for a line, where what stood in the way is a tooltip; vertical for a narrow panel. */
GtkWidget *yc_delivery_row_new (YcDesk *desk, YcCaseDelivery *delivery, GtkOrientation orientation);

G_END_DECLS
