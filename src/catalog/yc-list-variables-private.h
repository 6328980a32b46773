/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the rules of a question list read: its questions and facts, and which of their answers no rule
 * tells apart. */
#pragma once

#include "yc-list-domain-private.h"
#include "yc-list-world.h"
#include "yc-question-list.h"

G_BEGIN_DECLS

#define YC_LIST_NO_FACT G_MAXUINT
#define YC_LIST_NO_VARIABLE G_MAXUINT

typedef struct _YcListVariables YcListVariables;

/* @whens: (element-type JsonNode): all rules of the list, some of them NULL. The variables are one for
 * each question, then the facts. */
YcListVariables *yc_list_variables_new           (YcQuestionList     *list,
                                                  GPtrArray          *whens,
                                                  const YcListWorld  *world);
void             yc_list_variables_free          (YcListVariables    *self);

guint            yc_list_variables_get_n         (YcListVariables    *self);
/* As rules call it. */
const char      *yc_list_variables_get_path      (YcListVariables    *self,
                                                  guint               variable);
YcListDomain    *yc_list_variables_get_domain    (YcListVariables    *self,
                                                  guint               variable);
/* The variable of the fact that the question tells, YC_LIST_NO_FACT for none. */
guint            yc_list_variables_get_fact      (YcListVariables    *self,
                                                  guint               question);
/* (transfer full) (element-type guint): what @rule reads; @lost: it may read more. */
GArray          *yc_list_variables_list_reads    (YcListVariables    *self,
                                                  JsonNode           *rule,
                                                  gboolean           *lost);

/* Classes: values between which no rule makes a difference; 0 is null. Begin, part as rules do, end. */
void             yc_list_variables_begin_classes (YcListVariables    *self);
void             yc_list_variables_part          (YcListVariables    *self,
                                                  guint               variable,
                                                  const gboolean     *is_in);
void             yc_list_variables_end_classes   (YcListVariables    *self);
guint            yc_list_variables_get_n_classes (YcListVariables    *self,
                                                  guint               variable);
/* One value of the class, the first. */
guint            yc_list_variables_get_first     (YcListVariables    *self,
                                                  guint               variable,
                                                  guint               class);
/* (transfer full): the answers of all classes that are chosen; or the very first only. */
char            *yc_list_variables_dup_words     (YcListVariables    *self,
                                                  guint               variable,
                                                  const gboolean     *classes,
                                                  gboolean            first_only);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcListVariables, yc_list_variables_free)

G_END_DECLS
