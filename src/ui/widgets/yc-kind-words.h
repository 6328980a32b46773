/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the kinds of things that are found are called, and what one wants to know of each at a glance. */
#pragma once

#include "yc-catalog.h"
#include "yc-hit.h"

G_BEGIN_DECLS

/* Translated; the kind itself when it is unknown. */
const char *yc_kind_words_get_title (const char *kind);
/* (nullable): the style class of its name */
const char *yc_kind_words_get_style (const char *kind);
/* (transfer full): "" for nothing; reads nothing from the disk */
char       *yc_kind_words_describe  (YcHit      *hit,
                                     YcCatalog  *catalog);

G_END_DECLS
