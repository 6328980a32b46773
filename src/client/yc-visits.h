/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The open visits of the signed-in user: a GListModel of YcVisit, oldest first. Restored at
 * start and whenever the user signs in; empty while signed out. */
#pragma once

#include <gio/gio.h>

#include "yc-visit.h"

G_BEGIN_DECLS

#define YC_TYPE_VISITS (yc_visits_get_type ())

G_DECLARE_FINAL_TYPE (YcVisits, yc_visits, YC, VISITS, GObject)

/* Properties, read-only and notified: "saved" (boolean): everything typed is on the disk;
 * "error" (boxed GError): why the last save failed, NULL when it did not;
 * "restored" (boolean): the visits of the signed-in user have been read. */

/* (transfer none): a new visit at the end of the list; kept on disk once something is typed.
 * NULL while signed out. */
YcVisit      *yc_visits_add         (YcVisits  *self);

/**
 * yc_visits_open_case:
 * @self: the visits
 * @a_case: a case that was loaded whole
 * @error: return location
 *
 * Opens a case to be looked at and, when it was returned, mended: the visit that has it, or a new
 * one filled from the case.
 *
 * Returns: (transfer none) (nullable): the visit; %NULL with %YC_CLIENT_ERROR_NOT_FOUND when the
 *   catalog no longer has the item, or an error of the forms room
 */
YcVisit      *yc_visits_open_case   (YcVisits  *self,
                                     YcCase    *a_case,
                                     GError   **error);

/* (transfer none) (nullable) */
YcVisit      *yc_visits_find        (YcVisits  *self,
                                     const char *id);
/* (transfer none) (nullable): the visit that has a draft of this case */
YcVisit      *yc_visits_find_case   (YcVisits  *self,
                                     const char *case_id);

/**
 * yc_visits_close:
 * @self: the visits
 * @visit: one of them
 *
 * Closes a visit and deletes its drafts here; ask first when yc_visit_get_unsent(). Submissions
 * on their way go on.
 */
void          yc_visits_close       (YcVisits  *self,
                                     YcVisit   *visit);
/* (nullable) */
const GError *yc_visits_get_error   (YcVisits  *self);
gboolean      yc_visits_get_saved   (YcVisits  *self);
gboolean      yc_visits_get_restored (YcVisits *self);

G_END_DECLS
