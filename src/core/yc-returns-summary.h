/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was taken in and sent back in a period: by clerk, by item, by cause and by reason. */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include "yc-case-state.h"
#include "yc-ten-percent.h"

G_BEGIN_DECLS

#define YC_TYPE_RETURNS_ROW (yc_returns_row_get_type ())

G_DECLARE_FINAL_TYPE (YcReturnsRow, yc_returns_row, YC, RETURNS_ROW, GObject)

/* (transfer none): the clerk's id, the item's code, the cause's word or the reason's id */
const char         *yc_returns_row_get_id       (YcReturnsRow *self);
/* (transfer none): in words */
const char         *yc_returns_row_get_title    (YcReturnsRow *self);
/* Cases first submitted in the period; 0 in rows of causes and reasons. */
guint               yc_returns_row_get_intake   (YcReturnsRow *self);
/* How many were returned, whatever the cause. */
guint               yc_returns_row_get_returns  (YcReturnsRow *self);
/* How many of these count against this clerk or item under the ten-percent rules. */
guint               yc_returns_row_get_counted  (YcReturnsRow *self);
YcTenPercentVerdict yc_returns_row_get_verdict  (YcReturnsRow *self);
/* The cause a row of causes or reasons stands for; 0 in the others. */
YcCause             yc_returns_row_get_cause    (YcReturnsRow *self);

#define YC_TYPE_RETURNS_SUMMARY (yc_returns_summary_get_type ())

G_DECLARE_FINAL_TYPE (YcReturnsSummary, yc_returns_summary, YC, RETURNS_SUMMARY, GObject)

/**
 * yc_returns_summary_new_from_json:
 * @json: the service's summary of a period
 *
 * Reads what is there; counts out of range become 0 and rows that are no objects are left out.
 *
 * Returns: (transfer full): a summary
 */
YcReturnsSummary *yc_returns_summary_new_from_json (JsonObject       *json);
guint             yc_returns_summary_get_intake    (YcReturnsSummary *self);
guint             yc_returns_summary_get_returns   (YcReturnsSummary *self);
guint             yc_returns_summary_get_of_cause  (YcReturnsSummary *self,
                                                    YcCause           cause);
/* (transfer none): models of YcReturnsRow, in the service's order */
GListModel       *yc_returns_summary_get_by_clerk  (YcReturnsSummary *self);
GListModel       *yc_returns_summary_get_by_item   (YcReturnsSummary *self);
GListModel       *yc_returns_summary_get_by_reason (YcReturnsSummary *self);

G_END_DECLS
