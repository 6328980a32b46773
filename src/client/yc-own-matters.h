/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lets the clerk's own cases, visits and saved plans be found, in memory only. Private to the client room. */
#pragma once

#include "yc-live-list.h"
#include "yc-saved-plan.h"
#include "yc-seeker-private.h"
#include "yc-visits.h"

G_BEGIN_DECLS

#define YC_TYPE_OWN_MATTERS (yc_own_matters_get_type ())

G_DECLARE_FINAL_TYPE (YcOwnMatters, yc_own_matters, YC, OWN_MATTERS, GObject)

/* @cases is a list of YcCase, of which more is loaded as there is; @plans is one of YcSavedPlan. */
YcOwnMatters *yc_own_matters_new       (YcSeeker     *seeker,
                                        YcVisits     *visits,
                                        YcLiveList   *cases,
                                        YcLiveList   *plans);
/* (transfer full) (nullable) */
YcSavedPlan  *yc_own_matters_find_plan (YcOwnMatters *self,
                                        const char   *id);

G_END_DECLS
