/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the licence store has of a citizen that a plan asks for. Private to the client room. */
#pragma once

#include "yc-citizen.h"
#include "yc-parts.h"
#include "yc-plan.h"

G_BEGIN_DECLS

#define YC_TYPE_VISIT_LICENCES (yc_visit_licences_get_type ())

G_DECLARE_FINAL_TYPE (YcVisitLicences, yc_visit_licences, YC, VISIT_LICENCES, GObject)

/* Signal "changed": there is another answer. */

YcVisitLicences *yc_visit_licences_new     (YcParts         *parts,
                                            YcCitizen       *citizen,
                                            YcPlan          *plan);
/* Adds what is there: the fact "licence.KIND" with its source, and of @store {kind: words}. */
void             yc_visit_licences_add     (YcVisitLicences *self,
                                            JsonObject      *facts,
                                            JsonObject      *sources,
                                            JsonObject      *store);

G_END_DECLS
