/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the desk makes lists. Private to the client room. */
#pragma once

#include "yc-case-list.h"
#include "yc-case-pool.h"
#include "yc-certificate-list.h"
#include "yc-http.h"
#include "yc-live.h"
#include "yc-session.h"

G_BEGIN_DECLS

YcCaseList        *yc_case_list_new        (YcHttp              *http,
                                            YcLive              *live,
                                            YcSession           *session,
                                            YcCasePool          *pool,
                                            YcCaseView           view,
                                            const YcCaseFilters *filters);
YcCertificateList *yc_certificate_list_new (YcHttp              *http,
                                            YcLive              *live,
                                            YcSession           *session);

G_END_DECLS
