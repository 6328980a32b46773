/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Puts a form's elements into as many columns as there is room for, row by row, so that the eye
 * and the Tab key go the same way. Some elements take a whole row.
 */
#include "yc-form-flow.h"

#include "yc-children.h"

/* An ID number must be readable at a glance. */
#define COLUMN_WIDTH 204
#define COLUMN_GAP 18

struct _YcFormFlow
{
  GtkWidget parent_instance;
  guint     max_columns;
};

/* Where a row of children begins and ends, and how high it is. */
typedef struct
{
  GtkWidget *first;
  guint      n_children;
  int        height;
} FlowRow;

G_DEFINE_FINAL_TYPE (YcFormFlow, yc_form_flow, GTK_TYPE_WIDGET)

static GQuark
whole_row_quark (void)
{
  return g_quark_from_static_string ("yc-form-flow-whole-row");
}

static gboolean
is_whole_row (GtkWidget *child)
{
  return g_object_get_qdata (G_OBJECT (child), whole_row_quark ()) != NULL;
}

static GtkWidget *
skip_hidden (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static guint
count_columns (YcFormFlow *self,
               int         width)
{
  int fitting = (width + COLUMN_GAP) / (COLUMN_WIDTH + COLUMN_GAP);

  return (guint) CLAMP (fitting, 1, (int) self->max_columns);
}

static int
get_column_width (int   width,
                  guint n_columns)
{
  return MAX (0, (width - COLUMN_GAP * ((int) n_columns - 1)) / (int) n_columns);
}

static int
get_child_width (GtkWidget *child,
                 int        width,
                 guint      n_columns)
{
  return is_whole_row (child) ? width : get_column_width (width, n_columns);
}

static int
measure_height (GtkWidget *child,
                int        width)
{
  int least, minimum, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, MAX (width, least), &minimum, &natural,
                      NULL, NULL);
  return natural;
}

/* Takes the children of one row, beginning with @child; returns the first of the next row. */
static GtkWidget *
take_row (GtkWidget *child,
          int        width,
          guint      n_columns,
          FlowRow   *row)
{
  gboolean whole = is_whole_row (child);

  row->first = child;
  row->n_children = 0;
  row->height = 0;
  do
    {
      row->n_children++;
      row->height = MAX (row->height,
                         measure_height (child, get_child_width (child, width, n_columns)));
      child = skip_hidden (gtk_widget_get_next_sibling (child));
    }
  while (!whole && child != NULL && !is_whole_row (child) && row->n_children < n_columns);
  return child;
}

static int
measure_rows (YcFormFlow *self,
              int         width)
{
  GtkWidget *child = skip_hidden (gtk_widget_get_first_child (GTK_WIDGET (self)));
  guint n_columns = count_columns (self, width);
  int height = 0;
  FlowRow row;

  while (child != NULL)
    {
      child = take_row (child, width, n_columns, &row);
      height += row.height;
    }
  return height;
}

static void
measure_width (YcFormFlow *self,
               int        *minimum,
               int        *natural)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  *minimum = COLUMN_WIDTH;
  *natural = COLUMN_WIDTH * (int) self->max_columns + COLUMN_GAP * ((int) self->max_columns - 1);
  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum = 0;

      if (gtk_widget_should_layout (child))
        gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, NULL, NULL,
                            NULL);
      *minimum = MAX (*minimum, child_minimum);
    }
  *natural = MAX (*minimum, *natural);
}

static void
yc_form_flow_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  YcFormFlow *self = YC_FORM_FLOW (widget);
  int least, usual;

  measure_width (self, &least, &usual);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = least;
      *natural = usual;
    }
  else
    {
      *minimum = *natural = measure_rows (self, for_size < 0 ? usual : MAX (for_size, least));
    }
  *minimum_baseline = *natural_baseline = -1;
}

static void
allocate_row (const FlowRow *row,
              int            y,
              int            width,
              guint          n_columns)
{
  GtkWidget *child = row->first;
  gboolean mirrored = gtk_widget_get_direction (child) == GTK_TEXT_DIR_RTL;
  int x = 0;

  for (guint i = 0; i < row->n_children; i++)
    {
      int child_width = get_child_width (child, width, n_columns);
      GtkAllocation place = { mirrored ? width - x - child_width : x, y, child_width,
                              row->height };

      gtk_widget_size_allocate (child, &place, -1);
      x += child_width + COLUMN_GAP;
      child = skip_hidden (gtk_widget_get_next_sibling (child));
    }
}

static void
yc_form_flow_size_allocate (GtkWidget *widget,
                            int        width,
                            int        height,
                            int        baseline)
{
  YcFormFlow *self = YC_FORM_FLOW (widget);
  GtkWidget *child = skip_hidden (gtk_widget_get_first_child (widget));
  guint n_columns = count_columns (self, width);
  FlowRow row;
  int y = 0;

  while (child != NULL)
    {
      child = take_row (child, width, n_columns, &row);
      allocate_row (&row, y, width, n_columns);
      y += row.height;
    }
}

static GtkSizeRequestMode
yc_form_flow_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
yc_form_flow_dispose (GObject *object)
{
  yc_children_remove (GTK_WIDGET (object));
  G_OBJECT_CLASS (yc_form_flow_parent_class)->dispose (object);
}

static void
yc_form_flow_class_init (YcFormFlowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_form_flow_dispose;
  widget_class->measure = yc_form_flow_measure;
  widget_class->size_allocate = yc_form_flow_size_allocate;
  widget_class->get_request_mode = yc_form_flow_get_request_mode;
  gtk_widget_class_set_css_name (widget_class, "formflow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
yc_form_flow_init (YcFormFlow *self)
{
  self->max_columns = 2;
}

/**
 * yc_form_flow_new:
 * @max_columns: the most columns there may be, at least 1
 *
 * Returns: an empty flow
 */
GtkWidget *
yc_form_flow_new (guint max_columns)
{
  YcFormFlow *self = g_object_new (YC_TYPE_FORM_FLOW, NULL);

  self->max_columns = CLAMP (max_columns, 1, 4);
  return GTK_WIDGET (self);
}

/**
 * yc_form_flow_append:
 * @self: a flow
 * @child: what to add behind the others
 * @whole_row: whether it stands alone in its row
 */
void
yc_form_flow_append (YcFormFlow *self,
                     GtkWidget  *child,
                     gboolean    whole_row)
{
  g_return_if_fail (YC_IS_FORM_FLOW (self));
  g_return_if_fail (GTK_IS_WIDGET (child));

  if (whole_row)
    g_object_set_qdata (G_OBJECT (child), whole_row_quark (), GINT_TO_POINTER (TRUE));
  gtk_widget_insert_before (child, GTK_WIDGET (self), NULL);
}
