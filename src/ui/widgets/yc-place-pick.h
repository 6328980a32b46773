/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Picks the place that a question asks for. */
#pragma once

#include "yc-catalog.h"
#include "yc-question.h"
#include "yc-title-pick.h"

G_BEGIN_DECLS

/* A #YcTitlePick whose ids are the places' codes, or what stands for any other place. */
GtkWidget *yc_place_pick_new (YcQuestion *question,
                              YcCatalog  *catalog);

G_END_DECLS
