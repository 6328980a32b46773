/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is typed into a sheet and not sent stays at the desk until the same sheet is opened again. */
#pragma once

#include "yc-ask-sheet.h"
#include "yc-desk.h"

G_BEGIN_DECLS

void yc_ask_draft_attach (YcAskSheet *sheet, YcDesk *desk, const char *key, gint64 base);

G_END_DECLS
