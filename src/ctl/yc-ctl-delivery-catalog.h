/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Holds the settings of deliveries against a catalog: items that are not there, fields that no form
 * asks for. */
#pragma once

#include "yc-catalog-folder.h"
#include "yc-delivery-settings.h"

G_BEGIN_DECLS

/* Prints each mistake as "FILE:LINE:COLUMN: …"; returns their number. */
guint yc_ctl_delivery_check_catalog (const char               *path,
                                     const YcDeliverySettings *settings,
                                     YcCatalogFolder          *catalog);

G_END_DECLS
