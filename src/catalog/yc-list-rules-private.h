/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules of a question list as formulas over the answers that make a difference. */
#pragma once

#include "yc-list-domain-private.h"
#include "yc-list-formula-private.h"
#include "yc-list-world.h"
#include "yc-question-list.h"

G_BEGIN_DECLS

#define YC_LIST_NO_FACT G_MAXUINT

typedef struct _YcListRules YcListRules;

YcListRules  *yc_list_rules_new           (YcQuestionList     *list,
                                           const YcListWorld  *world);
void          yc_list_rules_free          (YcListRules        *self);

/* (nullable): why the list cannot be proven, in words, and the place of the rule in the list. */
const char   *yc_list_rules_get_trouble   (YcListRules        *self,
                                           const char        **pointer);

/* The rules: of the questions, then of the includes, then of the outcomes; then, if the world asks for
 * it, all once more: that they hold and no question that they look at was asked. */
YcFormulas   *yc_list_rules_get_formulas  (YcListRules        *self);
guint         yc_list_rules_get_n         (YcListRules        *self);
YcFormula     yc_list_rules_get           (YcListRules        *self,
                                           guint               index);

/* Variables: one for each question, then the facts. */
guint         yc_list_rules_get_n_variables (YcListRules      *self);
guint         yc_list_rules_get_fact      (YcListRules        *self,
                                           guint               question);
const char   *yc_list_rules_get_name      (YcListRules        *self,
                                           guint               variable);
/* Classes: answers between which no rule makes a difference; 0 is null. */
guint         yc_list_rules_get_n_classes (YcListRules        *self,
                                           guint               variable);
gboolean      yc_list_rules_is_answer     (YcListRules        *self,
                                           guint               variable,
                                           guint               class);
gboolean      yc_list_rules_is_always_known (YcListRules      *self,
                                           guint               variable);
/* (transfer full): the answers of all classes that are chosen; or of each first one only. */
char         *yc_list_rules_dup_words     (YcListRules        *self,
                                           guint               variable,
                                           const gboolean     *classes,
                                           gboolean            first_only);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcListRules, yc_list_rules_free)

G_END_DECLS
