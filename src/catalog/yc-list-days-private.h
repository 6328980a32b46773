/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The days on which a question list is to be proven. */
#pragma once

#include "yc-question-list.h"

G_BEGIN_DECLS

/* The day on which all others are proven. */
#define YC_LIST_SOME_DAY "2026-01-15"

/* (transfer full) (element-type utf8): in order, one of each span of days between which no rule changes what it
 * says of any answer; of lists that do not look at today only YC_LIST_SOME_DAY. NULL when there are too
 * many. */
GPtrArray *yc_list_days_new (YcQuestionList *list);

G_END_DECLS
