/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Two widgets, a list and what is chosen in it: beside each other where there is room, one above
 * the other where there is not. What is at the side can stay in view while the other is scrolled.
 */
#include "yc-form-split.h"

#define GAP 18
#define STACKED_GAP 9

struct _YcFormSplit
{
  GtkLayoutManager parent_instance;
  int              side;   /* pixels: width of the first when it is at the side */
  int              wide;   /* pixels: from this width on they are beside each other */
  int              scroll; /* pixels: how far the top is scrolled out of view */
};

G_DEFINE_FINAL_TYPE (YcFormSplit, yc_form_split, GTK_TYPE_LAYOUT_MANAGER)

static int
measure_height (GtkWidget *child,
                int        width)
{
  int least, natural = 0;

  if (child == NULL || !gtk_widget_should_layout (child))
    return 0;
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, MAX (width, least), NULL, &natural, NULL,
                      NULL);
  return natural;
}

static gboolean
is_wide (YcFormSplit *self,
         GtkWidget   *first,
         int          width)
{
  return width >= self->wide && gtk_widget_should_layout (first);
}

static int
get_main_width (YcFormSplit *self,
                int          width)
{
  return MAX (0, width - self->side - GAP);
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
      *natural = MAX (*natural, usual);
    }
}

static int
measure_whole_height (YcFormSplit *self,
                      GtkWidget   *first,
                      int          width)
{
  GtkWidget *second = gtk_widget_get_next_sibling (first);
  int above;

  if (is_wide (self, first, width))
    return MAX (measure_height (first, self->side),
                measure_height (second, get_main_width (self, width)));
  above = measure_height (first, width);
  return above + (above > 0 ? STACKED_GAP : 0) + measure_height (second, width);
}

static void
yc_form_split_measure (GtkLayoutManager *layout,
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
  *minimum = *natural = measure_whole_height (YC_FORM_SPLIT (layout),
                                              gtk_widget_get_first_child (widget),
                                              for_size < 0 ? usual : MAX (for_size, least));
}

static void
place (GtkWidget *child,
       int        x,
       int        y,
       int        width,
       int        height)
{
  GtkAllocation place = { x, y, width, height };
  int least;

  if (child == NULL || !gtk_widget_should_layout (child))
    return;
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  place.width = MAX (width, least);
  gtk_widget_size_allocate (child, &place, -1);
}

static void
yc_form_split_allocate (GtkLayoutManager *layout,
                        GtkWidget        *widget,
                        int               width,
                        int               height,
                        int               baseline)
{
  YcFormSplit *self = YC_FORM_SPLIT (layout);
  GtkWidget *first = gtk_widget_get_first_child (widget);
  GtkWidget *second = gtk_widget_get_next_sibling (first);
  gboolean wide = is_wide (self, first, width);
  int own = measure_height (first, wide ? self->side : width);
  int top = own > 0 ? own + STACKED_GAP : 0;

  if (wide)
    {
      int start = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? width - self->side : 0;

      place (first, start, CLAMP (self->scroll, 0, MAX (0, height - own)), self->side, own);
      place (second, start > 0 ? 0 : self->side + GAP, 0, get_main_width (self, width), height);
      return;
    }
  place (first, 0, 0, width, own);
  place (second, 0, top, width, MAX (0, height - top));
}

static GtkSizeRequestMode
yc_form_split_get_request_mode (GtkLayoutManager *layout,
                                GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
yc_form_split_class_init (YcFormSplitClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->measure = yc_form_split_measure;
  layout_class->allocate = yc_form_split_allocate;
  layout_class->get_request_mode = yc_form_split_get_request_mode;
}

static void
yc_form_split_init (YcFormSplit *self)
{
}

/**
 * yc_form_split_new:
 * @side: pixels: how wide the first widget is when it is at the side
 * @wide: pixels: from which width on it is
 *
 * Returns: (transfer full): a layout for a widget with two children
 */
GtkLayoutManager *
yc_form_split_new (int side,
                   int wide)
{
  YcFormSplit *self = g_object_new (YC_TYPE_FORM_SPLIT, NULL);

  self->side = side;
  self->wide = wide;
  return GTK_LAYOUT_MANAGER (self);
}

/**
 * yc_form_split_set_scroll:
 * @self: a layout
 * @scroll: pixels: how much of the widget's top is scrolled out of view
 *
 * Keeps what is at the side in view.
 */
void
yc_form_split_set_scroll (YcFormSplit *self,
                          int          scroll)
{
  g_return_if_fail (YC_IS_FORM_SPLIT (self));

  if (self->scroll == scroll)
    return;
  self->scroll = scroll;
  gtk_widget_queue_allocate (gtk_layout_manager_get_widget (GTK_LAYOUT_MANAGER (self)));
}
