/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The certificates that were issued, newest first: a live list of YcIssuedCertificate. Private to
 * the client room. */
#pragma once

#include "yc-live-list.h"
#include "yc-parts.h"

G_BEGIN_DECLS

YcLiveList *yc_certificate_list_new (YcParts *parts);

G_END_DECLS
