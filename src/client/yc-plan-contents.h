/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is saved of a visit's plan: the citizen, the need, the answers. Private to the client room. */
#pragma once

#include "yc-catalog.h"
#include "yc-visit.h"

G_BEGIN_DECLS

/* (transfer full): as it is sent */
JsonObject *yc_plan_contents_write (YcVisit    *visit,
                                    YcCatalog  *catalog);
/* Whether two tellings of a plan, sent or told, say the same of people, need and answers. */
gboolean    yc_plan_contents_equal (JsonObject *a,
                                    JsonObject *b);
/* (transfer full): a list of YcDifference between two tellings */
GListModel *yc_plan_contents_compare (YcCatalog  *catalog,
                                      JsonObject *ours,
                                      JsonObject *theirs);

G_END_DECLS
