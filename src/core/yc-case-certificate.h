/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a whole case says of the certificate that came out of it. */
#pragma once

#include "yc-case.h"
#include "yc-certificate-state.h"

G_BEGIN_DECLS

/* For a case without a certificate these answer with nothing. */

/* In force when the service tells no other. */
YcCertificateState yc_case_certificate_get_state      (YcCase *a_case);
/* (nullable): the nationwide identifier */
const char        *yc_case_certificate_get_identifier (YcCase *a_case);
/* 1 for the first */
guint              yc_case_certificate_get_version    (YcCase *a_case);

G_END_DECLS
