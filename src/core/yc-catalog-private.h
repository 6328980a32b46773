/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the catalog share. */
#pragma once

#include "yc-catalog-shelf-private.h"

G_BEGIN_DECLS

/* (transfer none): the documents of a YcCatalogKind */
YcCatalogShelf *yc_catalog_get_shelf (YcCatalog *self,
                                      guint      kind);

G_END_DECLS
