/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Three columns that never hide each other: two side panels and the work between them. */
#include "yc-columns.h"

/* In pixels, and in per cent of the whole. */
#define START_SHARE 20
#define START_MINIMUM 204
#define START_MAXIMUM 264
#define END_SHARE 23
#define END_MINIMUM 220
#define END_MAXIMUM 300
#define WORK_MINIMUM 440

struct _YcColumns
{
  GtkWidget parent_instance;

  GtkWidget *start;
  GtkWidget *work;
  GtkWidget *end;
};

static void yc_columns_buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (YcColumns, yc_columns, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE,
                                                      yc_columns_buildable_init))

enum
{
  PROP_START = 1,
  PROP_WORK,
  PROP_END,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static GtkBuildableIface *parent_buildable;

static void
yc_columns_add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  YcColumns *self = YC_COLUMNS (buildable);

  if (g_strcmp0 (type, "start") == 0)
    yc_columns_set_start (self, GTK_WIDGET (child));
  else if (g_strcmp0 (type, "end") == 0)
    yc_columns_set_end (self, GTK_WIDGET (child));
  else if (GTK_IS_WIDGET (child))
    yc_columns_set_work (self, GTK_WIDGET (child));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
yc_columns_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = yc_columns_add_child;
}

static int
get_minimum (GtkWidget *child)
{
  int minimum = 0;

  if (child != NULL && gtk_widget_get_visible (child))
    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);

  return minimum;
}

/* A panel's width: a share of the whole, within what reads well and never less than it needs. */
static int
get_panel_width (GtkWidget *panel, int whole, int share, int minimum, int maximum)
{
  if (panel == NULL || !gtk_widget_get_visible (panel))
    return 0;

  return MAX (CLAMP (whole * share / 100, minimum, maximum), get_minimum (panel));
}

static void
measure_width (YcColumns *self, int *minimum, int *natural)
{
  *minimum = get_minimum (self->start) + get_minimum (self->work) + get_minimum (self->end);
  *natural = get_panel_width (self->start, 0, START_SHARE, START_MINIMUM, START_MAXIMUM) +
             MAX (get_minimum (self->work), WORK_MINIMUM) +
             get_panel_width (self->end, 0, END_SHARE, END_MINIMUM, END_MAXIMUM);
  *natural = MAX (*natural, *minimum);
}

static void
yc_columns_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                    int *natural, int *minimum_baseline, int *natural_baseline)
{
  YcColumns *self = YC_COLUMNS (widget);
  GtkWidget *children[] = { self->start, self->work, self->end };

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_width (self, minimum, natural);
      return;
    }

  for (gsize i = 0; i < G_N_ELEMENTS (children); i++)
    {
      int child_minimum = 0, child_natural = 0;

      if (children[i] == NULL || !gtk_widget_get_visible (children[i]))
        continue;
      gtk_widget_measure (children[i], orientation, -1, &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural = MAX (*natural, child_natural);
    }
}

static void
place_child (GtkWidget *child, int x, int width, int height)
{
  if (child != NULL && gtk_widget_get_visible (child))
    gtk_widget_size_allocate (child, &(GtkAllocation){ x, 0, width, height }, -1);
}

/* Takes from a panel what the work lacks, as far as the panel can give. */
static int
shrink (int panel, int least, int *lacking)
{
  int given = CLAMP (*lacking, 0, panel - least);

  *lacking -= given;

  return panel - given;
}

static void
yc_columns_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  YcColumns *self = YC_COLUMNS (widget);
  int start = get_panel_width (self->start, width, START_SHARE, START_MINIMUM, START_MAXIMUM);
  int end = get_panel_width (self->end, width, END_SHARE, END_MINIMUM, END_MAXIMUM);
  int lacking = get_minimum (self->work) - (width - start - end);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  end = shrink (end, get_minimum (self->end), &lacking);
  start = shrink (start, get_minimum (self->start), &lacking);
  place_child (self->start, rtl ? width - start : 0, start, height);
  place_child (self->work, rtl ? end : start, width - start - end, height);
  place_child (self->end, rtl ? 0 : width - end, end, height);
}

static void
replace_child (YcColumns *self, GtkWidget **place, GtkWidget *child, GtkWidget *after)
{
  if (*place == child)
    return;

  g_clear_pointer (place, gtk_widget_unparent);
  *place = child;
  if (child != NULL)
    gtk_widget_insert_after (child, GTK_WIDGET (self), after);
}

static void
yc_columns_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  YcColumns *self = YC_COLUMNS (object);

  switch (id)
    {
    case PROP_START:
      g_value_set_object (value, self->start);
      break;
    case PROP_WORK:
      g_value_set_object (value, self->work);
      break;
    case PROP_END:
      g_value_set_object (value, self->end);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
yc_columns_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  YcColumns *self = YC_COLUMNS (object);

  switch (id)
    {
    case PROP_START:
      yc_columns_set_start (self, g_value_get_object (value));
      break;
    case PROP_WORK:
      yc_columns_set_work (self, g_value_get_object (value));
      break;
    case PROP_END:
      yc_columns_set_end (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
yc_columns_dispose (GObject *object)
{
  YcColumns *self = YC_COLUMNS (object);

  g_clear_pointer (&self->start, gtk_widget_unparent);
  g_clear_pointer (&self->work, gtk_widget_unparent);
  g_clear_pointer (&self->end, gtk_widget_unparent);

  G_OBJECT_CLASS (yc_columns_parent_class)->dispose (object);
}

static void
yc_columns_class_init (YcColumnsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = yc_columns_get_property;
  object_class->set_property = yc_columns_set_property;
  object_class->dispose = yc_columns_dispose;
  widget_class->measure = yc_columns_measure;
  widget_class->size_allocate = yc_columns_size_allocate;

  properties[PROP_START] = g_param_spec_object ("start", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_WORK] = g_param_spec_object ("work", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_END] = g_param_spec_object ("end", NULL, NULL, GTK_TYPE_WIDGET, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "columns");
}

static void
yc_columns_init (YcColumns *self)
{
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * yc_columns_new:
 *
 * Returns: three empty columns; templates name the sides with child types `start` and `end`
 */
GtkWidget *
yc_columns_new (void)
{
  return g_object_new (YC_TYPE_COLUMNS, NULL);
}

/**
 * yc_columns_set_start:
 * @self: the columns
 * @child: (nullable): the panel at the start
 */
void
yc_columns_set_start (YcColumns *self, GtkWidget *child)
{
  g_return_if_fail (YC_IS_COLUMNS (self));

  replace_child (self, &self->start, child, NULL);
}

/**
 * yc_columns_set_work:
 * @self: the columns
 * @child: (nullable): the work in the middle, which takes what the panels leave
 */
void
yc_columns_set_work (YcColumns *self, GtkWidget *child)
{
  g_return_if_fail (YC_IS_COLUMNS (self));

  replace_child (self, &self->work, child, self->start);
}

/**
 * yc_columns_set_end:
 * @self: the columns
 * @child: (nullable): the panel at the end
 */
void
yc_columns_set_end (YcColumns *self, GtkWidget *child)
{
  g_return_if_fail (YC_IS_COLUMNS (self));

  replace_child (self, &self->end, child, self->work != NULL ? self->work : self->start);
}
