/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The error domain of the client room. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * YcClientError:
 * @YC_CLIENT_ERROR_FAILED: an operation failed for a reason told in the message.
 */
typedef enum
{
  YC_CLIENT_ERROR_FAILED = 1,
} YcClientError;

#define YC_CLIENT_ERROR (yc_client_error_quark ())

GQuark yc_client_error_quark (void);

G_END_DECLS
