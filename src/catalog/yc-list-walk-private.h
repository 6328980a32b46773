/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One step after the other through a question list: what an answer, or what is known, leaves of its rules. */
#pragma once

#include "yc-list-graph.h"
#include "yc-list-rules-private.h"

G_BEGIN_DECLS

/* Of the rules come those of the questions first, then the ends: includes and outcomes, then what is looked
 * for besides. @n_bare: where the rules begin that say whether others hold with nothing asked; 0 for none. */
typedef struct
{
  YcListVariables *variables;
  YcFormulas      *formulas;
  guint            n_questions;
  guint            n_ends;
  guint            n_bare;
  guint            n_rules;
  guint            n_facts;
} YcListWalk;

/* @rules: what is left of them; @facts: by fact YC_LIST_NOT_KNOWN, or the class of its value as long as a
 * question still to come tells it; then 0 is: the way goes on without it being known; @led: whether an end
 * was found on the way */
typedef struct
{
  guint      question;
  gboolean   led;
  YcFormula *rules;
  guint     *facts;
} YcListState;

#define YC_LIST_NOT_KNOWN G_MAXUINT

void            yc_list_walk_init     (YcListWalk         *self,
                                       YcListRules        *rules,
                                       guint               n_questions,
                                       guint               n_ends);
/* (transfer full) */
YcListState    *yc_list_walk_begin    (const YcListWalk   *self,
                                       YcListRules        *rules);
YcListState    *yc_list_walk_copy     (const YcListWalk   *self,
                                       const YcListState  *state);
void            yc_list_state_free    (YcListState        *state);
/* (transfer full): the same for states from which the same is still to be asked and found. */
GBytes         *yc_list_walk_make_key (const YcListWalk   *self,
                                       const YcListState  *state);

/* Answers the state's question. */
void            yc_list_walk_answer   (const YcListWalk   *self,
                                       YcListState        *state,
                                       guint               class);
/* From here on the fact is known; 0: it is not, but may still be asked for. */
void            yc_list_walk_learn    (const YcListWalk   *self,
                                       YcListState        *state,
                                       guint               fact,
                                       guint               class);
/* Goes on to where something is asked, or the way parts, or it ends; @variable: what is asked or known. */
YcListStopKind  yc_list_walk_go_on    (const YcListWalk   *self,
                                       YcListState        *state,
                                       guint              *variable);
/* Takes the ends that are sure by now out of the state, which forgets all but that there were some: @found
 * gets TRUE for each. */
void            yc_list_walk_take     (const YcListWalk   *self,
                                       YcListState        *state,
                                       gboolean           *found);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcListState, yc_list_state_free)

G_END_DECLS
