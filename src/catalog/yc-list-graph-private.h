/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a graph of a question list is made of. */
#pragma once

#include "yc-list-walk-private.h"

G_BEGIN_DECLS

/* @classes: the answers that lead this way; @found: the ends that are sure from here on */
typedef struct
{
  guint     to;
  gboolean *classes;
  gboolean *found;
} YcListWay;

/* @variable: the question or fact; @from, @class: from where, and by which answer, the fewest lead here */
typedef struct
{
  YcListStopKind  kind;
  guint           variable;
  YcListState    *state;
  GPtrArray      *ways;
  guint           from;
  guint           class;
} YcListStop;

struct _YcListGraph
{
  YcQuestionList  *list;
  YcListRules     *rules;
  YcListVariables *variables;
  YcListWalk       walk;
  guint            n_questions;
  guint            n_includes;
  guint            n_ends;

  GPtrArray       *stops;
  GHashTable      *by_state;
  const char      *trouble;
  const char      *trouble_pointer;
};

static inline YcListStop *
yc_list_graph_get_stop (YcListGraph *self,
                        guint        stop)
{
  return self->stops->pdata[stop];
}

G_END_DECLS
