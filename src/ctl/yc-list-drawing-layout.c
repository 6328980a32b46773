/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the boxes of a drawing stand.
 *
 * Every box lies in the rows that belong to the one from which it was reached first, so that the lines of
 * that tree cross nothing; only lines to what several ways lead to may cross other lines.
 */
#include "yc-list-drawing-private.h"

#include <string.h>

#define GAP 46.0
#define WAY_OUT 6.0
#define ROW_GAP 9.0
#define LABEL_GAP 6.0
#define FOOT 34.0

/* @seen, @heights: by box; of a box with all that was reached from it first */
typedef struct
{
  YcListDrawing *drawing;
  GPtrArray     *boxes;
  gboolean      *seen;
  double        *heights;
} Layout;

static YcListBox *
get_box (Layout *self,
         guint   index)
{
  return self->boxes->pdata[index];
}

static double
get_lines_height (GStrv lines)
{
  return g_strv_length (lines) * YC_LIST_DRAWING_LINE;
}

/* As far to the right as the longest way to it is. */
static gboolean
push_right (Layout    *self,
            YcListBox *box)
{
  gboolean pushed = FALSE;

  for (guint i = 0; i < box->branches->len; i++)
    {
      YcListBranch *branch = box->branches->pdata[i];

      for (guint j = 0; j < branch->targets->len; j++)
        {
          YcListBox *target = get_box (self, g_array_index (branch->targets, guint, j));

          if (target->column > box->column)
            continue;
          target->column = box->column + 1;
          pushed = TRUE;
        }
    }
  return pushed;
}

static void
set_columns (Layout *self)
{
  gboolean pushed = TRUE;

  while (pushed)
    {
      pushed = FALSE;
      for (guint i = 0; i < self->boxes->len; i++)
        pushed |= push_right (self, get_box (self, i));
    }
}

static double
get_labels_height (const YcListBox *box)
{
  double height = 0;

  for (guint i = 0; i < box->branches->len; i++)
    height += get_lines_height (((YcListBranch *) box->branches->pdata[i])->lines) + LABEL_GAP;
  return height;
}

/* The height of a box with all that was reached from it first. */
static double
measure (Layout *self,
         guint   index)
{
  YcListBox *box = get_box (self, index);
  double below = 0;

  self->seen[index] = TRUE;
  for (guint i = 0; i < box->branches->len; i++)
    {
      YcListBranch *branch = box->branches->pdata[i];

      for (guint j = 0; j < branch->targets->len; j++)
        if (!self->seen[g_array_index (branch->targets, guint, j)])
          below += measure (self, g_array_index (branch->targets, guint, j));
    }
  self->heights[index] = MAX (below, MAX (box->height, get_labels_height (box)) + ROW_GAP);
  return self->heights[index];
}

static void
place_labels (YcListBox *box)
{
  double y = box->y - get_labels_height (box) / 2;

  for (guint i = 0; i < box->branches->len; i++)
    {
      YcListBranch *branch = box->branches->pdata[i];
      double height = get_lines_height (branch->lines) + LABEL_GAP;

      branch->y = y + height / 2;
      y += height;
    }
}

static void
place (Layout *self,
       guint   index,
       double  top)
{
  YcListBox *box = get_box (self, index);
  double y = top;

  self->seen[index] = TRUE;
  box->y = top + self->heights[index] / 2;
  place_labels (box);
  for (guint i = 0; i < box->branches->len; i++)
    {
      YcListBranch *branch = box->branches->pdata[i];

      for (guint j = 0; j < branch->targets->len; j++)
        {
          guint target = g_array_index (branch->targets, guint, j);

          if (self->seen[target])
            continue;
          place (self, target, y);
          y += self->heights[target];
        }
    }
}

/* With its answers beside it. */
static double
get_box_width (const YcListBox *box)
{
  double labels = 0;

  for (guint i = 0; i < box->branches->len; i++)
    labels = MAX (labels, ((YcListBranch *) box->branches->pdata[i])->width);
  return box->width + (box->branches->len > 0 ? YC_LIST_DRAWING_STEM + labels : 0);
}

static double
get_column_width (Layout *self,
                  guint   column)
{
  double width = -1;

  for (guint i = 0; i < self->boxes->len; i++)
    {
      const YcListBox *box = get_box (self, i);

      if (box->column == column)
        width = MAX (width, get_box_width (box));
    }
  return width;
}

static void
set_box_x (YcListBox *box,
           double     x)
{
  box->x = x;
  box->out = x + get_box_width (box) + (box->branches->len > 0 ? WAY_OUT : 0);
}

static void
set_x (Layout *self)
{
  double x = GAP / 2, width;

  for (guint column = 0; (width = get_column_width (self, column)) >= 0; column++)
    {
      for (guint i = 0; i < self->boxes->len; i++)
        if (get_box (self, i)->column == column)
          set_box_x (get_box (self, i), x);
      x += width + GAP;
    }
  self->drawing->width = x - GAP / 2;
}

/* What no answers lead to stands below all else. */
static double
place_unreached (Layout *self,
                 double  top)
{
  for (guint i = 0; i < self->boxes->len; i++)
    if (!self->seen[i])
      {
        measure (self, i);
        place (self, i, top);
        top += self->heights[i];
      }
  return top;
}

static void
set_places (Layout *self)
{
  guint n = self->boxes->len;
  double bottom = YC_LIST_DRAWING_HEAD;

  if (n > 0 && get_box (self, 0)->reached)
    {
      bottom += measure (self, 0);
      memset (self->seen, 0, n * sizeof *self->seen);
      place (self, 0, YC_LIST_DRAWING_HEAD);
    }
  bottom = place_unreached (self, bottom);
  set_x (self);
  self->drawing->height = MAX (bottom, yc_list_drawing_lead_lines (self->drawing)) + FOOT;
}

void
yc_list_drawing_lay_out (YcListDrawing *self)
{
  g_autofree gboolean *seen = g_new0 (gboolean, self->boxes->len + 1);
  g_autofree double *heights = g_new0 (double, self->boxes->len + 1);
  Layout layout = { self, self->boxes, seen, heights };

  set_columns (&layout);
  set_places (&layout);
}
