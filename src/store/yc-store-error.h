/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The error domain of the store room. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * YcStoreError:
 * @YC_STORE_ERROR_FAILED: an operation failed for a reason told in the message.
 */
typedef enum
{
  YC_STORE_ERROR_FAILED = 1,
} YcStoreError;

#define YC_STORE_ERROR (yc_store_error_quark ())

GQuark yc_store_error_quark (void);

G_END_DECLS
