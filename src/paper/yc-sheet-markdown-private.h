/* SPDX-License-Identifier: GPL-3.0-or-later */
/* CommonMark with tables, set on paper. */
#pragma once

#include "yc-sheet-grid-private.h"

G_BEGIN_DECLS

/* @markdown: CommonMark with GitHub's tables; links are set as words, pictures and HTML left out */
gboolean yc_sheet_markdown_add (YcSheetGrid  *grid,
                                const char   *markdown,
                                GError      **error);

G_END_DECLS
