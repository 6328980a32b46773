/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a search found, on a sheet over the window, for those who receive nobody. */
#pragma once

#include "yc-desk.h"
#include "yc-hit.h"
#include "yc-sheet.h"

G_BEGIN_DECLS

void yc_found_sheet_present (YcHit *hit, YcDesk *desk, GtkWidget *over);

G_END_DECLS
