/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the list of visits keeps its visits. Private to the client room. */
#pragma once

#include "yc-parts.h"
#include "yc-visit-table.h"
#include "yc-visit.h"

G_BEGIN_DECLS

/* Signal "dirty": something is to be saved. Signal "flush": it is to be queued for the disk now. */

YcVisit     *yc_visit_new          (YcParts      *parts);
YcVisit     *yc_visit_new_from_row (YcParts      *parts,
                                    YcVisitRow   *row);
YcCaseDraft *yc_visit_take_case    (YcVisit      *self,
                                    YcCase       *a_case,
                                    GError      **error);
void         yc_visit_take_plan    (YcVisit      *self,
                                    JsonObject   *json);
gboolean     yc_visit_is_dirty     (YcVisit      *self);
void         yc_visit_mark_dirty   (YcVisit      *self);
YcVisitRow  *yc_visit_to_row       (YcVisit      *self,
                                    const char   *user_id);
void         yc_visit_set_saved    (YcVisit      *self,
                                    gboolean      saved);

G_END_DECLS
