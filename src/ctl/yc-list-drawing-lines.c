/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lines of a drawing: level beside the boxes, bent only where no boxes stand.
 *
 * A line to a box further right than the next column passes each column between two boxes, as near to
 * where it comes from as there is room.
 */
#include "yc-list-drawing-private.h"

#define CLEARANCE 3.0
#define LANE 4.0
#define HIGHEST (YC_LIST_DRAWING_HEAD - 12)
#define NOWHERE G_MAXUINT

/* What no line may touch in a column; @target: but a line to the same box may */
typedef struct
{
  guint  column;
  guint  target;
  double top;
  double bottom;
} Obstacle;

/* @columns: (element-type YcListStretch): from the left side of the boxes to behind their answers */
typedef struct
{
  YcListDrawing *drawing;
  GArray        *columns;
  GArray        *obstacles;
  double         lowest;
} Lines;

static void
widen_column (Lines           *self,
              const YcListBox *box)
{
  YcListStretch *column;

  if (self->columns->len <= box->column)
    g_array_set_size (self->columns, box->column + 1);
  column = &g_array_index (self->columns, YcListStretch, box->column);
  column->x = box->x;
  column->end = MAX (column->end, box->out);
}

static void
add_obstacle (Lines  *self,
              guint   column,
              guint   target,
              double  y,
              double  half)
{
  Obstacle obstacle = { column, target, y - half, y + half };

  g_array_append_val (self->obstacles, obstacle);
}

/* Half the height of a box with its answers, which stand around its middle. */
static double
get_half (const YcListBox *box)
{
  double half = box->height / 2;

  for (guint i = 0; i < box->branches->len; i++)
    {
      const YcListBranch *branch = box->branches->pdata[i];

      half = MAX (half, ABS (branch->y - box->y) +
                          g_strv_length (branch->lines) * YC_LIST_DRAWING_LINE / 2);
    }
  return half + CLEARANCE;
}

static void
take_box (Lines           *self,
          const YcListBox *box)
{
  widen_column (self, box);
  add_obstacle (self, box->column, NOWHERE, box->y, get_half (box));
}

static const Obstacle *
find_obstacle (Lines  *self,
               guint   column,
               guint   target,
               double  y)
{
  for (guint i = 0; i < self->obstacles->len; i++)
    {
      const Obstacle *obstacle = &g_array_index (self->obstacles, Obstacle, i);

      if (obstacle->column == column && obstacle->target != target && y > obstacle->top &&
          y < obstacle->bottom)
        return obstacle;
    }
  return NULL;
}

static double
find_lane (Lines  *self,
           guint   column,
           guint   target,
           double  y)
{
  const Obstacle *obstacle;
  double above = y, below = y;

  while ((obstacle = find_obstacle (self, column, target, above)) != NULL)
    above = obstacle->top;
  while ((obstacle = find_obstacle (self, column, target, below)) != NULL)
    below = obstacle->bottom;
  return above >= HIGHEST && y - above <= below - y ? above : below;
}

static void
add_stretch (GArray *line,
             double  x,
             double  end,
             double  y)
{
  YcListStretch stretch = { x, end, y };

  g_array_append_val (line, stretch);
}

static void
lead_line (Lines           *self,
           const YcListBox *box,
           double           y,
           guint            target)
{
  GArray *line = g_array_new (FALSE, FALSE, sizeof (YcListStretch));
  const YcListBox *to = self->drawing->boxes->pdata[target];

  add_stretch (line, box->out, g_array_index (self->columns, YcListStretch, box->column).end, y);
  for (guint i = box->column + 1; i < to->column; i++)
    {
      const YcListStretch *column = &g_array_index (self->columns, YcListStretch, i);

      y = find_lane (self, i, target, y);
      add_obstacle (self, i, target, y, LANE);
      add_stretch (line, column->x, column->end, y);
      self->lowest = MAX (self->lowest, y);
    }
  add_stretch (line, to->x - 1, to->x - 1, to->y);
  g_ptr_array_add (self->drawing->lines, line);
}

static void
lead_lines_of (Lines           *self,
               const YcListBox *box)
{
  for (guint i = 0; i < box->branches->len; i++)
    {
      const YcListBranch *branch = box->branches->pdata[i];

      for (guint j = 0; j < branch->targets->len; j++)
        lead_line (self, box, branch->y, g_array_index (branch->targets, guint, j));
    }
}

double
yc_list_drawing_lead_lines (YcListDrawing *drawing)
{
  g_autoptr (GArray) columns = g_array_new (FALSE, TRUE, sizeof (YcListStretch));
  g_autoptr (GArray) obstacles = g_array_new (FALSE, FALSE, sizeof (Obstacle));
  Lines self = { drawing, columns, obstacles, 0 };

  for (guint i = 0; i < drawing->boxes->len; i++)
    take_box (&self, drawing->boxes->pdata[i]);
  for (guint i = 0; i < drawing->boxes->len; i++)
    lead_lines_of (&self, drawing->boxes->pdata[i]);
  return self.lowest;
}
