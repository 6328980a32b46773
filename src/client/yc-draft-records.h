/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the service knows of the person a draft is for. Private to the client room. */
#pragma once

#include "yc-citizen.h"
#include "yc-parts.h"

G_BEGIN_DECLS

#define YC_TYPE_DRAFT_RECORDS (yc_draft_records_get_type ())

G_DECLARE_FINAL_TYPE (YcDraftRecords, yc_draft_records, YC, DRAFT_RECORDS, GObject)

/* Signal "arrived": there is more to fill in. Signal "gone": it was another person's. */

YcDraftRecords *yc_draft_records_new         (YcParts        *parts,
                                              YcCitizen      *citizen,
                                              const char     *item);
void            yc_draft_records_update      (YcDraftRecords *self);
void            yc_draft_records_update_soon (YcDraftRecords *self);
void            yc_draft_records_add         (YcDraftRecords *self,
                                              JsonObject     *known);

G_END_DECLS
