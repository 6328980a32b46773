/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A plan on A4 paper: the sheets that a citizen takes home, and the one that stays. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * yc_plan_sheet_compose:
 * @request: what to set; members that are missing are left blank on paper
 * @error: return location
 *
 * Sets sheets of a plan one behind the other, each with pages of its own:
 *
 * - "sheets": which, in this order: "items", "materials", "flow", "record", "notice",
 *   "declaration"; all but the declaration without it
 * - "plan": what yc_plan_summarize() wrote
 * - "number", and "local": whether it is one that the service has not given
 * - "place", "counter", "clerk": who was asked; "asked": what the citizen said
 * - "citizen", "agent": {"name", "id_number", "mobile", "address"}; masked but on a declaration
 * - "started_at", "printed_at": ISO 8601
 * - "hand_over": {"to", "due", "accepted_by", "note"}
 * - "declaration": the id of what the citizen declares, "filled": with what is known of the citizen
 * - "sample": for training: every page says so
 *
 * The sheets are Chinese whatever the interface's language is; characters that no font has are
 * printed as 〓. Not for a thread of a program that draws text by itself: cairo may stand still then.
 *
 * Returns: (transfer full): the PDF, %NULL with %YC_CERTIFICATE_ERROR
 */
GBytes *yc_plan_sheet_compose (JsonObject  *request,
                               GError     **error);

G_END_DECLS
