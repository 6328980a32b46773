/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The places of forms, from the divisions of a catalog. */
#pragma once

#include "yc-catalog.h"
#include "yc-form-places.h"

G_BEGIN_DECLS

YcFormPlaces *yc_place_tree_new        (YcCatalog *catalog);
YcFormPlaces *yc_place_tree_new_sample (void);

G_END_DECLS
