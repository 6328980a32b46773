/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Errors that know which part of a template they come from. */
#pragma once

#include "yc-certificate-error.h"

G_BEGIN_DECLS

void yc_certificate_error_set   (GError             **error,
                                 YcCertificateError   code,
                                 const char          *pointer,
                                 const char          *reason);
void yc_certificate_error_place (GError             **error,
                                 const char          *pointer);

G_END_DECLS
