/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the desk knows of a citizen before anybody asks. Private to the client room. */
#pragma once

#include "yc-citizen.h"
#include "yc-parts.h"
#include "yc-plan.h"

G_BEGIN_DECLS

#define YC_TYPE_VISIT_FACTS (yc_visit_facts_get_type ())

G_DECLARE_FINAL_TYPE (YcVisitFacts, yc_visit_facts, YC, VISIT_FACTS, GObject)

/* Tells @plan what is known of @citizen from now on, as it is typed and as the service answers. */
YcVisitFacts *yc_visit_facts_new (YcParts   *parts,
                                  YcCitizen *citizen,
                                  YcPlan    *plan);

G_END_DECLS
