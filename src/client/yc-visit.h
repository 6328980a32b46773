/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One visit: a citizen, the needs, the plan and the drafts that came of it. */
#pragma once

#include <gio/gio.h>

#include "yc-case-draft.h"
#include "yc-citizen.h"
#include "yc-plan.h"
#include "yc-saved-plan.h"

G_BEGIN_DECLS

#define YC_TYPE_VISIT (yc_visit_get_type ())

G_DECLARE_FINAL_TYPE (YcVisit, yc_visit, YC, VISIT, GObject)

/* Properties: "id", "title" (notified), "citizen", "agent", "plan", "drafts" (GListModel of
 * YcCaseDraft), "started-at" (GDateTime), "saved" (boolean, notified) read-only; "need", "page",
 * "attention" read-write. Everything is written to the disk, sealed, within one second. */

const char   *yc_visit_get_id         (YcVisit     *self);
/* For a tab: the citizen's masked name and what it is about; "" for a new visit. */
const char   *yc_visit_get_title      (YcVisit     *self);
YcCitizen    *yc_visit_get_citizen    (YcVisit     *self);
/* Who acts for the citizen; empty when nobody does. */
YcCitizen    *yc_visit_get_agent      (YcVisit     *self);
YcPlan       *yc_visit_get_plan       (YcVisit     *self);
/* The plan at the service, or its number to be; never NULL. Property "saved-plan", constant. */
YcSavedPlan  *yc_visit_get_saved_plan (YcVisit     *self);
GListModel   *yc_visit_get_drafts     (YcVisit     *self);
GDateTime    *yc_visit_get_started_at (YcVisit     *self);
/* Whether everything typed is on the disk. */
gboolean      yc_visit_get_saved      (YcVisit     *self);

/* The need as typed. */
const char   *yc_visit_get_need       (YcVisit     *self);
void          yc_visit_set_need       (YcVisit     *self,
                                       const char  *need);
/* Where the user was, for the ui to come back to; its own words. */
const char   *yc_visit_get_page       (YcVisit     *self);
void          yc_visit_set_page       (YcVisit     *self,
                                       const char  *page);
/* Set by itself when a case of this visit was returned, refused or issued, or its submission
 * parked; the ui clears it when the user looks. */
gboolean      yc_visit_get_attention  (YcVisit     *self);
void          yc_visit_set_attention  (YcVisit     *self,
                                       gboolean     attention);

/**
 * yc_visit_add_draft:
 * @self: a visit
 * @item_code: an item's code
 * @error: return location
 *
 * Begins a case for an item. An item that has a draft in this visit which was not sent yet gives
 * that draft again.
 *
 * Returns: (transfer none): the draft; %NULL with %YC_CLIENT_ERROR_NOT_FOUND when the catalog has
 *   no such item, or an error of the forms room when its form is broken
 */
YcCaseDraft  *yc_visit_add_draft      (YcVisit     *self,
                                       const char  *item_code,
                                       GError     **error);

/**
 * yc_visit_find_draft:
 * @self: a visit
 * @case_id: a case's id
 *
 * Returns: (transfer none) (nullable): the draft of that case
 */
YcCaseDraft  *yc_visit_find_draft     (YcVisit     *self,
                                       const char  *case_id);

/**
 * yc_visit_remove_draft:
 * @self: a visit
 * @draft: one of its drafts
 *
 * Takes a draft out and deletes it here. A case that the service has is not touched; one that is
 * still on its way is kept.
 *
 * Returns: %FALSE when it is on its way
 */
gboolean      yc_visit_remove_draft   (YcVisit     *self,
                                       YcCaseDraft *draft);

/**
 * yc_visit_get_unsent:
 * @self: a visit
 *
 * Returns: whether closing it would throw something away: a draft that was begun and not
 *   submitted
 */
gboolean      yc_visit_get_unsent     (YcVisit     *self);

G_END_DECLS
