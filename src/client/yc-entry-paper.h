/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the program that sets paper reads of a knowledge entry: see `yichuangctl knowledge print`. */
#pragma once

#include "yc-desk.h"

G_BEGIN_DECLS

/* (transfer full) (nullable): JSON text; NULL when nothing of the entry holds here today */
GBytes *yc_entry_paper_write (YcDesk           *desk,
                              YcKnowledgeEntry *entry);

G_END_DECLS
