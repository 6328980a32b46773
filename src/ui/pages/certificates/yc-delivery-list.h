/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the certificate that is looked at was sent, and one more channel for it. */
#pragma once

#include <adwaita.h>

#include "yc-desk.h"

G_BEGIN_DECLS

#define YC_TYPE_DELIVERY_LIST (yc_delivery_list_get_type ())

G_DECLARE_FINAL_TYPE (YcDeliveryList, yc_delivery_list, YC, DELIVERY_LIST, AdwBin)

GtkWidget *yc_delivery_list_new      (void);
/* Once, before anything else. */
void       yc_delivery_list_set_desk (YcDeliveryList      *self,
                                      YcDesk              *desk);
/* (nullable): %NULL when none is chosen */
void       yc_delivery_list_show     (YcDeliveryList      *self,
                                      YcIssuedCertificate *certificate);

G_END_DECLS
