/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Children line by line: in columns of one width, so that short choices stand under each other, or
 * each as wide as it is.
 */
#include "yc-form-grid.h"

#define COLUMN_GAP 12
#define LINE_GAP 3

struct _YcFormGrid
{
  GtkLayoutManager parent_instance;
  gboolean         even;
};

typedef struct
{
  int x;
  int y;
  int line_height;
} Pen;

G_DEFINE_FINAL_TYPE (YcFormGrid, yc_form_grid, GTK_TYPE_LAYOUT_MANAGER)

static GtkWidget *
skip_hidden (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static GtkWidget *
get_first (GtkWidget *widget)
{
  return skip_hidden (gtk_widget_get_first_child (widget));
}

static GtkWidget *
get_next (GtkWidget *child)
{
  return skip_hidden (gtk_widget_get_next_sibling (child));
}

static int
get_natural_width (GtkWidget *child)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

static int
get_widest (GtkWidget *widget)
{
  int widest = 0;

  for (GtkWidget *child = get_first (widget); child != NULL; child = get_next (child))
    widest = MAX (widest, get_natural_width (child));
  return widest;
}

/* The width of a column if @width is filled with equal ones. */
static int
get_column_width (GtkWidget *widget,
                  int        width)
{
  int widest = MAX (1, get_widest (widget));
  int n = MAX (1, (width + COLUMN_GAP) / (widest + COLUMN_GAP));

  return MAX (0, (width - COLUMN_GAP * (n - 1)) / n);
}

static void
place (GtkWidget *child,
       Pen       *pen,
       int        child_width,
       int        width,
       gboolean   allocate)
{
  int height;

  child_width = MIN (child_width, width);
  if (pen->x > 0 && pen->x + child_width > width)
    {
      pen->x = 0;
      pen->y += pen->line_height + LINE_GAP;
      pen->line_height = 0;
    }
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, child_width, NULL, &height, NULL, NULL);
  if (allocate)
    gtk_widget_size_allocate (child, &(GtkAllocation){ pen->x, pen->y, child_width, height }, -1);
  pen->x += child_width + COLUMN_GAP;
  pen->line_height = MAX (pen->line_height, height);
}

/* Returns the height. */
static int
lay_out (YcFormGrid *self,
         GtkWidget  *widget,
         int         width,
         gboolean    allocate)
{
  int column = self->even ? get_column_width (widget, width) : 0;
  Pen pen = { 0, 0, 0 };

  for (GtkWidget *child = get_first (widget); child != NULL; child = get_next (child))
    place (child, &pen, self->even ? column : get_natural_width (child), width, allocate);
  return pen.y + pen.line_height;
}

static GtkSizeRequestMode
yc_form_grid_get_request_mode (GtkLayoutManager *manager,
                               GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static int
measure_least_width (GtkWidget *widget)
{
  int least = 0, minimum;

  for (GtkWidget *child = get_first (widget); child != NULL; child = get_next (child))
    {
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      least = MAX (least, minimum);
    }
  return least;
}

static void
yc_form_grid_measure (GtkLayoutManager *manager,
                      GtkWidget        *widget,
                      GtkOrientation    orientation,
                      int               for_size,
                      int              *minimum,
                      int              *natural,
                      int              *minimum_baseline,
                      int              *natural_baseline)
{
  YcFormGrid *self = YC_FORM_GRID (manager);

  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = measure_least_width (widget);
      *natural = MAX (*minimum, get_widest (widget));
    }
  else
    {
      *minimum = *natural = lay_out (self, widget, for_size < 0 ? G_MAXINT / 4 : for_size, FALSE);
    }
}

static void
yc_form_grid_allocate (GtkLayoutManager *manager,
                       GtkWidget        *widget,
                       int               width,
                       int               height,
                       int               baseline)
{
  lay_out (YC_FORM_GRID (manager), widget, width, TRUE);
}

static void
yc_form_grid_class_init (YcFormGridClass *klass)
{
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  manager_class->get_request_mode = yc_form_grid_get_request_mode;
  manager_class->measure = yc_form_grid_measure;
  manager_class->allocate = yc_form_grid_allocate;
}

static void
yc_form_grid_init (YcFormGrid *self)
{
}

/**
 * yc_form_grid_new:
 * @even: whether all children are as wide as the widest
 *
 * Returns: (transfer full): a layout manager
 */
GtkLayoutManager *
yc_form_grid_new (gboolean even)
{
  YcFormGrid *self = g_object_new (YC_TYPE_FORM_GRID, NULL);

  self->even = even;
  return GTK_LAYOUT_MANAGER (self);
}
