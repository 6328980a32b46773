/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The error domain of the service room. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * YcServiceError:
 * @YC_SERVICE_ERROR_FAILED: an operation failed for a reason told in the message.
 */
typedef enum
{
  YC_SERVICE_ERROR_FAILED = 1,
} YcServiceError;

#define YC_SERVICE_ERROR (yc_service_error_quark ())

GQuark yc_service_error_quark (void);

G_END_DECLS
