/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sample catalog, as a folder and as a desk has it. */
#pragma once

#include "yc-catalog-folder.h"
#include "yc-catalog.h"

G_BEGIN_DECLS

YcCatalogFolder *yc_test_demo_read (void);
YcCatalog       *yc_test_demo_load (void);

G_END_DECLS
