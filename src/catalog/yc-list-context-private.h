/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A question list as it is asked within those that include it, as one list that can be proven. */
#pragma once

#include "yc-question-list.h"

G_BEGIN_DECLS

/* @lists: (element-type YcQuestionList): each includes the next.
 * @around: whether to add outcomes of the lists around the last one that speak of the same items
 * @n_before: (out): how many questions stand before those of the last list
 *
 * Returns: (transfer full) (nullable): the questions of all of them, each as long as the way leads on to the
 *   last; its includes and outcomes, with the same numbers; an outcome for where it is not asked; what is
 *   said @around. NULL when all together is too deep.
 */
YcQuestionList *yc_list_context_new (GPtrArray *lists,
                                     gboolean   around,
                                     guint     *n_before);

G_END_DECLS
