/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What certificates and notices have in common before they are on paper. */
#pragma once

#include "yc-desk.h"

G_BEGIN_DECLS

JsonObject *yc_certificate_paper_find_place (YcDesk     *desk,
                                             const char *code,
                                             const char *level);
JsonObject *yc_certificate_paper_write_fact (YcCase     *a_case);
JsonNode   *yc_certificate_paper_wrap       (YcDesk     *desk,
                                             JsonObject *template,
                                             JsonObject *data);

G_END_DECLS
