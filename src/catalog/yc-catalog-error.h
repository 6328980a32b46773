/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The error domain of the catalog room. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * YcCatalogError:
 * @YC_CATALOG_ERROR_NOT_A_CATALOG: the folder has no catalog.json or is no folder.
 * @YC_CATALOG_ERROR_LIMIT: the folder holds too many files, or too many bytes.
 * @YC_CATALOG_ERROR_DOCUMENT: a document on the wire is not {kind, id, body}.
 */
typedef enum
{
  YC_CATALOG_ERROR_NOT_A_CATALOG = 1,
  YC_CATALOG_ERROR_LIMIT,
  YC_CATALOG_ERROR_DOCUMENT,
} YcCatalogError;

#define YC_CATALOG_ERROR (yc_catalog_error_quark ())

GQuark yc_catalog_error_quark (void);

G_END_DECLS
