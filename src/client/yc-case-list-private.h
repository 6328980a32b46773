/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the desk makes a list of cases. Private to the client room. */
#pragma once

#include "yc-case-list.h"
#include "yc-parts.h"

G_BEGIN_DECLS

YcLiveList *yc_case_list_new (YcParts             *parts,
                              YcCaseView           view,
                              const YcCaseFilters *filters);

G_END_DECLS
