/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Buttons one under the other in a narrow column, or line after line in a wide one. */
#include "yc-form-wrap.h"

#define GAP 3

struct _YcFormWrap
{
  GtkLayoutManager parent_instance;
  int              column; /* pixels: up to this width it is a column */
};

G_DEFINE_FINAL_TYPE (YcFormWrap, yc_form_wrap, GTK_TYPE_LAYOUT_MANAGER)

static int
get_child_width (YcFormWrap *self,
                 GtkWidget  *child,
                 int         width)
{
  int least, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &natural, NULL, NULL);
  return width <= self->column ? MAX (width, least) : MAX (least, MIN (natural, width));
}

static int
get_child_height (GtkWidget *child,
                  int        width)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  return natural;
}

static int
get_line_height (YcFormWrap *self,
                 GtkWidget  *widget,
                 int         width)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);
  int height = 0;

  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (gtk_widget_should_layout (child))
        height = MAX (height, get_child_height (child, get_child_width (self, child, width)));
    }
  return height;
}

/* All lines are as high as the highest child, as they are all alike. Returns the height. */
static int
lay_out (YcFormWrap *self,
         GtkWidget  *widget,
         int         width,
         gboolean    allocate)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int line = get_line_height (self, widget, width), x = 0, y = 0;

  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkAllocation place = { x, y, 0, line };

      if (!gtk_widget_should_layout (child))
        continue;
      place.width = get_child_width (self, child, width);
      if (x > 0 && x + place.width > width)
        {
          place.x = x = 0;
          place.y = y += line + GAP;
        }
      x += place.width + GAP;
      place.x = mirrored ? width - place.x - place.width : place.x;
      if (allocate)
        gtk_widget_size_allocate (child, &place, -1);
    }
  return line == 0 ? 0 : y + line;
}

static void
measure_width (GtkWidget *widget,
               int       *minimum,
               int       *natural)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  *minimum = *natural = 0;
  for (; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int least = 0, usual = 0;

      if (gtk_widget_should_layout (child))
        gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, &usual, NULL, NULL);
      *minimum = MAX (*minimum, least);
      *natural += usual + GAP;
    }
}

static void
yc_form_wrap_measure (GtkLayoutManager *layout,
                      GtkWidget        *widget,
                      GtkOrientation    orientation,
                      int               for_size,
                      int              *minimum,
                      int              *natural,
                      int              *minimum_baseline,
                      int              *natural_baseline)
{
  int least, usual;

  *minimum_baseline = *natural_baseline = -1;
  measure_width (widget, &least, &usual);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = least;
      *natural = usual;
      return;
    }
  *minimum = *natural = lay_out (YC_FORM_WRAP (layout), widget,
                                 for_size < 0 ? usual : MAX (for_size, least), FALSE);
}

static void
yc_form_wrap_allocate (GtkLayoutManager *layout,
                       GtkWidget        *widget,
                       int               width,
                       int               height,
                       int               baseline)
{
  lay_out (YC_FORM_WRAP (layout), widget, width, TRUE);
}

static GtkSizeRequestMode
yc_form_wrap_get_request_mode (GtkLayoutManager *layout,
                               GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
yc_form_wrap_class_init (YcFormWrapClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->measure = yc_form_wrap_measure;
  layout_class->allocate = yc_form_wrap_allocate;
  layout_class->get_request_mode = yc_form_wrap_get_request_mode;
}

static void
yc_form_wrap_init (YcFormWrap *self)
{
}

/**
 * yc_form_wrap_new:
 * @column: pixels: up to this width, the children are one under the other
 *
 * Returns: (transfer full): a layout
 */
GtkLayoutManager *
yc_form_wrap_new (int column)
{
  YcFormWrap *self = g_object_new (YC_TYPE_FORM_WRAP, NULL);

  self->column = column;
  return GTK_LAYOUT_MANAGER (self);
}
