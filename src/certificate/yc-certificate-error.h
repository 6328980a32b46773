/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The error domain of the certificate room. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * YcCertificateError:
 * @YC_CERTIFICATE_ERROR_FAILED: an operation failed for a reason told in the message.
 */
typedef enum
{
  YC_CERTIFICATE_ERROR_FAILED = 1,
} YcCertificateError;

#define YC_CERTIFICATE_ERROR (yc_certificate_error_quark ())

GQuark yc_certificate_error_quark (void);

G_END_DECLS
