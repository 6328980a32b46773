/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table of the sheet: its rows as boxes of the flow. */
#pragma once

#include "yc-certificate-template-private.h"
#include "yc-sheet-flow.h"

G_BEGIN_DECLS

/* Of a table, or of a text that is there once for each row. */
#define YC_SHEET_MAX_ROWS 1000

gboolean yc_sheet_add_table (YcFlow                 *flow,
                             PangoContext           *context,
                             const YcTemplateBlock  *table,
                             JsonNode               *data,
                             const YcSheetFont      *font,
                             double                  width,
                             GError                **error);

G_END_DECLS
