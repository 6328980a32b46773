/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a query found: for each kind how many and the best of them. */
#pragma once

#include <gio/gio.h>

#include "yc-hit.h"

G_BEGIN_DECLS

#define YC_TYPE_SEARCH_RESULT (yc_search_result_get_type ())

G_DECLARE_FINAL_TYPE (YcSearchResult, yc_search_result, YC, SEARCH_RESULT, GObject)

/* How many documents were found, all kinds together; exact. */
guint       yc_search_result_get_total       (YcSearchResult *self);

/* How many kinds something was found of, the kind with the best hit first. */
guint       yc_search_result_get_n_groups    (YcSearchResult *self);
const char *yc_search_result_get_group_kind  (YcSearchResult *self,
                                              guint           group);
/* How many documents of the kind were found; exact. */
guint       yc_search_result_get_group_total (YcSearchResult *self,
                                              guint           group);
/* (transfer none): #YcHit, best first, as many as the options' limit lets through */
GListModel *yc_search_result_get_group_hits  (YcSearchResult *self,
                                              guint           group);

/* (transfer none): #YcHit of all kinds, best first, as many as the options' best_limit lets through */
GListModel *yc_search_result_get_best        (YcSearchResult *self);

G_END_DECLS
