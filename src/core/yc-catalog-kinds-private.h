/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The kinds of documents that a catalog is made of, and how each is made and checked. */
#pragma once

#include "yc-catalog-shelf-private.h"

G_BEGIN_DECLS

typedef enum
{
  YC_CATALOG_KIND_ITEM,
  YC_CATALOG_KIND_LIST,
  YC_CATALOG_KIND_OVERLAY,
  YC_CATALOG_KIND_ENTRY,
  YC_CATALOG_KIND_REPLACEMENT,
  YC_CATALOG_KIND_REASON,
  YC_CATALOG_KIND_FORM,
  YC_CATALOG_KIND_TEMPLATE,
  YC_CATALOG_KIND_PLACE,
  YC_CATALOG_KIND_DIVISION,
  YC_CATALOG_KIND_SYNONYMS,
  YC_N_CATALOG_KINDS,
} YcCatalogKind;

extern const YcCatalogShelfKind yc_catalog_kinds[YC_N_CATALOG_KINDS];

/* The kind of that name; -1 with YC_CORE_ERROR_CATALOG when there is none. */
int yc_catalog_kinds_find (const char  *name,
                           GError     **error);

G_END_DECLS
