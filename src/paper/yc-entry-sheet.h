/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A knowledge entry on A4 paper: what holds in a place on a day. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * yc_entry_sheet_compose:
 * @request: what yc_knowledge_summarize() wrote, with
 *   "hall": where it is printed; "printed_at": ISO 8601; "sample": for training: every page says so
 * @error: return location
 *
 * Sets the question, the agreed answer, the details with their tables, and what they rest on. The
 * sheet is Chinese whatever the interface's language is; characters that no font has are printed as
 * 〓. Not for a thread of a program that draws text by itself: cairo may stand still then.
 *
 * Returns: (transfer full): the PDF, %NULL with %YC_CERTIFICATE_ERROR
 */
GBytes *yc_entry_sheet_compose (JsonObject  *request,
                                GError     **error);

G_END_DECLS
