/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the items of a plan stand in its flow chart: in rows from the top down, what is needed above
 * what needs it. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Boxes stand side by side in so many columns, with gutters between and beside them for lines. */
#define YC_PLAN_CHART_COLUMNS 3
#define YC_PLAN_CHART_GUTTERS (YC_PLAN_CHART_COLUMNS + 1)

/*
 * YcPlanNode:
 * @row: from 0; the beginning of the chart stands in row 0
 * @column: from 0
 */
typedef struct
{
  guint row;
  guint column;
} YcPlanNode;

/*
 * YcPlanEdge:
 * @from: the node that comes first, 0 for the beginning
 * @to: the node after it
 * @gutter: where it goes down past rows, from 0 at the left
 */
typedef struct
{
  guint from;
  guint to;
  guint gutter;
} YcPlanEdge;

/*
 * YcPlanChart:
 * @nodes: (element-type YcPlanNode): the beginning, then the items by their numbers
 * @edges: (element-type YcPlanEdge)
 * @n_rows: how many rows there are
 */
typedef struct
{
  GArray *nodes;
  GArray *edges;
  guint   n_rows;
} YcPlanChart;

/* @after: (element-type GArray of guint): for each item the numbers, from 1, of those before it; a
 * number that is not smaller than the item's own is passed over. */
void     yc_plan_chart_init       (YcPlanChart       *self,
                                   GPtrArray         *after);
void     yc_plan_chart_clear      (YcPlanChart       *self);
gboolean yc_plan_chart_goes_into  (const YcPlanChart *self,
                                   const YcPlanEdge  *edge,
                                   guint              row);
/* How many nodes have lines that turn above @row, and the place of @from among them. */
guint    yc_plan_chart_count_tracks (const YcPlanChart *self,
                                     guint              row,
                                     guint              from,
                                     guint             *track);

G_END_DECLS
