/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules of a question list as formulas over the answers that make a difference. */
#pragma once

#include "yc-list-formula-private.h"
#include "yc-list-variables-private.h"

G_BEGIN_DECLS

typedef struct _YcListRules YcListRules;

YcListRules  *yc_list_rules_new           (YcQuestionList     *list,
                                           const YcListWorld  *world);
void          yc_list_rules_free          (YcListRules        *self);

/* (nullable): why the list cannot be proven, in words, and the place of the rule in the list. */
const char   *yc_list_rules_get_trouble   (YcListRules        *self,
                                           const char        **pointer);

/* The rules: of the questions, then of the includes, then of the outcomes; then, if the world asks for
 * it, all once more: that they hold and no question that they look at was asked; then of all pairs of
 * outcomes that contradict each other that both hold. */
YcFormulas   *yc_list_rules_get_formulas  (YcListRules        *self);
guint         yc_list_rules_get_n         (YcListRules        *self);
YcFormula     yc_list_rules_get           (YcListRules        *self,
                                           guint               index);

guint         yc_list_rules_get_n_conflicts (YcListRules      *self);
void          yc_list_rules_get_conflict  (YcListRules        *self,
                                           guint               index,
                                           guint              *first,
                                           guint              *second);

YcListVariables *yc_list_rules_get_variables (YcListRules      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcListRules, yc_list_rules_free)

G_END_DECLS
