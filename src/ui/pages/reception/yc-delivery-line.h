/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far a certificate has come on each of its ways. */
#pragma once

#include <adwaita.h>

#include "yc-desk.h"

G_BEGIN_DECLS

#define YC_TYPE_DELIVERY_LINE (yc_delivery_line_get_type ())

G_DECLARE_FINAL_TYPE (YcDeliveryLine, yc_delivery_line, YC, DELIVERY_LINE, AdwBin)

void yc_delivery_line_show (YcDeliveryLine *self, YcDesk *desk, YcCase *a_case);

G_END_DECLS
