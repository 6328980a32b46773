/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The error domain of the core room. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * YcCoreError:
 * @YC_CORE_ERROR_FAILED: an operation failed for a reason told in the message.
 */
typedef enum
{
  YC_CORE_ERROR_FAILED = 1,
} YcCoreError;

#define YC_CORE_ERROR (yc_core_error_quark ())

GQuark yc_core_error_quark (void);

G_END_DECLS
