/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The error domain of the catalog room. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * YcCatalogError:
 * @YC_CATALOG_ERROR_FAILED: an operation failed for a reason told in the message.
 */
typedef enum
{
  YC_CATALOG_ERROR_FAILED = 1,
} YcCatalogError;

#define YC_CATALOG_ERROR (yc_catalog_error_quark ())

GQuark yc_catalog_error_quark (void);

G_END_DECLS
