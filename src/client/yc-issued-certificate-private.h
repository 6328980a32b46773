/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a list keeps its lines fresh. Private to the client room. */
#pragma once

#include "yc-issued-certificate.h"

G_BEGIN_DECLS

void yc_issued_certificate_update (YcIssuedCertificate *self,
                                   JsonObject          *json);

G_END_DECLS
