/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the items of a plan stand in its flow chart. */
#include "yc-plan-chart-private.h"

static YcPlanNode *
get_node (const YcPlanChart *self, guint index)
{
  return &g_array_index (self->nodes, YcPlanNode, index);
}

static void
add_edge (YcPlanChart *self, guint from, guint to)
{
  const YcPlanEdge edge = { .from = from, .to = to };

  g_array_append_val (self->edges, edge);
}

/* Lines from those before each item; from the beginning where nothing is. */
static void
add_edges (YcPlanChart *self, GPtrArray *after)
{
  for (guint i = 0; i < after->len; i++)
    {
      GArray *numbers = g_ptr_array_index (after, i);
      guint n_edges = self->edges->len;

      for (guint j = 0; j < numbers->len; j++)
        if (g_array_index (numbers, guint, j) >= 1 && g_array_index (numbers, guint, j) <= i)
          add_edge (self, g_array_index (numbers, guint, j), i + 1);
      if (self->edges->len == n_edges)
        add_edge (self, 0, i + 1);
    }
}

/* One below the lowest of those before it. Edges are sorted by where they lead. */
static guint
find_levels (YcPlanChart *self)
{
  guint deepest = 0;

  for (guint i = 0; i < self->edges->len; i++)
    {
      const YcPlanEdge *edge = &g_array_index (self->edges, YcPlanEdge, i);
      YcPlanNode *to = get_node (self, edge->to);

      to->row = MAX (to->row, get_node (self, edge->from)->row + 1);
      deepest = MAX (deepest, to->row);
    }
  return deepest;
}

/* Columns that look even: one in the middle, two at the sides. */
static void
place_row (YcPlanChart *self, GArray *nodes, guint first, guint n, guint row)
{
  for (guint i = 0; i < n; i++)
    {
      YcPlanNode *node = get_node (self, g_array_index (nodes, guint, first + i));

      node->row = row;
      node->column = n == 1 ? YC_PLAN_CHART_COLUMNS / 2 : i * (YC_PLAN_CHART_COLUMNS - 1) / (n - 1);
    }
}

/* A level that is too wide goes over several rows. @levels: of each node */
static void
place_level (YcPlanChart *self, const guint *levels, guint level)
{
  g_autoptr (GArray) nodes = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->nodes->len; i++)
    if (levels[i] == level)
      g_array_append_val (nodes, i);
  for (guint first = 0; first < nodes->len; first += YC_PLAN_CHART_COLUMNS)
    place_row (self, nodes, first, MIN (nodes->len - first, YC_PLAN_CHART_COLUMNS),
               self->n_rows++);
}

static void
place_nodes (YcPlanChart *self)
{
  guint deepest = find_levels (self);
  g_autofree guint *levels = g_new (guint, self->nodes->len);

  for (guint i = 0; i < self->nodes->len; i++)
    levels[i] = get_node (self, i)->row;
  for (guint level = 0; level <= deepest; level++)
    place_level (self, levels, level);
}

/* Beside the column where it ends, on the side where it comes from; the beginning's lines share
 * one to the right of the first column, so that they look like one trunk. */
static void
choose_gutters (YcPlanChart *self)
{
  for (guint i = 0; i < self->edges->len; i++)
    {
      YcPlanEdge *edge = &g_array_index (self->edges, YcPlanEdge, i);
      guint from = get_node (self, edge->from)->column, to = get_node (self, edge->to)->column;

      if (edge->from == 0)
        edge->gutter = to <= YC_PLAN_CHART_COLUMNS / 2 ? 1 : YC_PLAN_CHART_COLUMNS - 1;
      else
        edge->gutter = from > to || to == 0 ? to + 1 : to;
    }
}

void
yc_plan_chart_init (YcPlanChart *self, GPtrArray *after)
{
  self->nodes = g_array_new (FALSE, TRUE, sizeof (YcPlanNode));
  self->edges = g_array_new (FALSE, TRUE, sizeof (YcPlanEdge));
  self->n_rows = 0;
  g_array_set_size (self->nodes, after->len + 1);
  add_edges (self, after);
  place_nodes (self);
  choose_gutters (self);
}

void
yc_plan_chart_clear (YcPlanChart *self)
{
  g_clear_pointer (&self->nodes, g_array_unref);
  g_clear_pointer (&self->edges, g_array_unref);
}

/* Whether the edge is to be seen in the room above @row or beside its boxes. */
gboolean
yc_plan_chart_goes_into (const YcPlanChart *self, const YcPlanEdge *edge, guint row)
{
  return get_node (self, edge->from)->row < row && get_node (self, edge->to)->row >= row;
}

/* An edge turns in the room below its first node and in that above its last. */
static gboolean
turns_above (const YcPlanChart *self, const YcPlanEdge *edge, guint row)
{
  return get_node (self, edge->from)->row + 1 == row || get_node (self, edge->to)->row == row;
}

guint
yc_plan_chart_count_tracks (const YcPlanChart *self, guint row, guint from, guint *track)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->edges->len; i++)
    {
      const YcPlanEdge *edge = &g_array_index (self->edges, YcPlanEdge, i);

      if (!yc_plan_chart_goes_into (self, edge, row) || !turns_above (self, edge, row) ||
          !g_hash_table_add (seen, GUINT_TO_POINTER (edge->from + 1)))
        continue;
      if (edge->from == from && track != NULL)
        *track = g_hash_table_size (seen) - 1;
    }
  return g_hash_table_size (seen);
}
