/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All ways through a question list: where the clerk may stand, and where each answer leads from there.
 * Ways after which the same is still to be asked and found are one. */
#pragma once

#include "yc-list-world.h"
#include "yc-question-list.h"

G_BEGIN_DECLS

/*
 * YcListStopKind:
 * @YC_LIST_STOP_QUESTION: a question is asked
 * @YC_LIST_STOP_FACT: the way parts by a fact that may be known already
 * @YC_LIST_STOP_END: nothing more is asked
 */
typedef enum
{
  YC_LIST_STOP_QUESTION = 1,
  YC_LIST_STOP_FACT,
  YC_LIST_STOP_END,
} YcListStopKind;

typedef struct _YcListGraph YcListGraph;

/* Stops are numbered from 0, which is where the list begins; the nearest come first. */
YcListGraph    *yc_list_graph_new             (YcQuestionList     *list,
                                               const YcListWorld  *world);
void            yc_list_graph_free            (YcListGraph        *self);

/* (nullable): why not all ways could be gone through; then nothing else is to be relied on. @pointer:
 * the place in the list. */
const char     *yc_list_graph_get_trouble     (YcListGraph        *self,
                                               const char        **pointer);

guint           yc_list_graph_get_n_stops     (YcListGraph        *self);
YcListStopKind  yc_list_graph_get_kind        (YcListGraph        *self,
                                               guint               stop);
/* Which question is asked. */
guint           yc_list_graph_get_question    (YcListGraph        *self,
                                               guint               stop);
/* (transfer full): the question, or the fact in words. */
char           *yc_list_graph_dup_title       (YcListGraph        *self,
                                               guint               stop);
guint           yc_list_graph_get_n_ways      (YcListGraph        *self,
                                               guint               stop);
guint           yc_list_graph_get_way         (YcListGraph        *self,
                                               guint               stop,
                                               guint               way);
/* (transfer full): the answers that lead this way. */
char           *yc_list_graph_dup_answers     (YcListGraph        *self,
                                               guint               stop,
                                               guint               way);
/* Whether from this way on it is sure that the outcome holds, that the list is gone on with; not said again of
 * the ways behind it. */
gboolean        yc_list_graph_finds_outcome   (YcListGraph        *self,
                                               guint               stop,
                                               guint               way,
                                               guint               outcome);
gboolean        yc_list_graph_finds_include   (YcListGraph        *self,
                                               guint               stop,
                                               guint               way,
                                               guint               include);
/* Whether the question is asked here, the outcome holds here, though nothing of what it looks at was asked;
 * only if the world asks for it. */
gboolean        yc_list_graph_asks_bare       (YcListGraph        *self,
                                               guint               stop,
                                               guint               question);
gboolean        yc_list_graph_ends_bare       (YcListGraph        *self,
                                               guint               stop,
                                               guint               outcome);
/* Pairs of outcomes that must not hold together: one gives an item, the other refuses it; only if the world
 * asks for it. Whether both hold at an end. */
guint           yc_list_graph_get_n_conflicts (YcListGraph        *self);
void            yc_list_graph_get_conflict    (YcListGraph        *self,
                                               guint               conflict,
                                               guint              *first,
                                               guint              *second);
gboolean        yc_list_graph_has_conflict    (YcListGraph        *self,
                                               guint               stop,
                                               guint               conflict);
/* Whether it ends and nothing was found on the way. */
gboolean        yc_list_graph_is_dead_end     (YcListGraph        *self,
                                               guint               stop);

/* Whether some way asks the question, leads to the outcome, goes on with the list. */
gboolean        yc_list_graph_asks            (YcListGraph        *self,
                                               guint               question);
gboolean        yc_list_graph_reaches         (YcListGraph        *self,
                                               guint               outcome);
gboolean        yc_list_graph_includes        (YcListGraph        *self,
                                               guint               include);

/* (transfer full): the fewest answers that lead to @stop and on along @way, in the list's own words. */
char           *yc_list_graph_dup_path        (YcListGraph        *self,
                                               guint               stop,
                                               guint               way);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcListGraph, yc_list_graph_free)

G_END_DECLS
