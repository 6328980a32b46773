/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The line at a page's foot that says which keys do what here. It takes what room there is and
 * leaves out the last ones where there is little: it never makes a page wider. */
#include "yc-key-hints.h"

#include "yc-children.h"
#include "yc-shortcuts.h"

struct _YcKeyHints
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (YcKeyHints, yc_key_hints, GTK_TYPE_WIDGET)

static void
add_label (YcKeyHints *self, const char *text, const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, style);
  gtk_widget_set_parent (label, GTK_WIDGET (self));
}

static void
yc_key_hints_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                      int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      gtk_widget_measure (child, orientation, -1, &child_minimum, &child_natural, NULL, NULL);
      if (orientation == GTK_ORIENTATION_HORIZONTAL)
        {
          *natural += child_natural;
        }
      else
        {
          *minimum = MAX (*minimum, child_minimum);
          *natural = MAX (*natural, child_natural);
        }
    }
}

static int
get_width (GtkWidget *child)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);

  return natural;
}

/* A key and its words are shown together or not at all. */
static void
yc_key_hints_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GtkWidget *key = gtk_widget_get_first_child (widget);
  int x = 0;

  while (key != NULL)
    {
      GtkWidget *words = gtk_widget_get_next_sibling (key);
      int key_width = get_width (key);
      int words_width = get_width (words);
      gboolean fits = x + key_width + words_width <= width;

      gtk_widget_set_child_visible (key, fits);
      gtk_widget_set_child_visible (words, fits);
      gtk_widget_size_allocate (key, &(GtkAllocation){ x, 0, key_width, height }, -1);
      gtk_widget_size_allocate (words, &(GtkAllocation){ x + key_width, 0, words_width, height },
                                -1);
      x += key_width + words_width;
      key = gtk_widget_get_next_sibling (words);
    }
}

static void
yc_key_hints_dispose (GObject *object)
{
  yc_children_remove (GTK_WIDGET (object));

  G_OBJECT_CLASS (yc_key_hints_parent_class)->dispose (object);
}

static void
yc_key_hints_class_init (YcKeyHintsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_key_hints_dispose;
  gtk_widget_class_set_css_name (widget_class, "keyhints");
  widget_class->measure = yc_key_hints_measure;
  widget_class->size_allocate = yc_key_hints_size_allocate;
}

static void
yc_key_hints_init (YcKeyHints *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * yc_key_hints_new:
 *
 * Returns: an empty line
 */
GtkWidget *
yc_key_hints_new (void)
{
  return g_object_new (YC_TYPE_KEY_HINTS, NULL);
}

/**
 * yc_key_hints_set: (skip)
 * @self: the line
 * @...: pairs of accelerator (GTK's form, or plain words such as "↑↓") and translated words, %NULL
 *
 * Shows these keys in place of the ones before.
 */
void
yc_key_hints_set (YcKeyHints *self, ...)
{
  const char *accelerator;
  va_list arguments;

  g_return_if_fail (YC_IS_KEY_HINTS (self));

  yc_children_remove (GTK_WIDGET (self));
  va_start (arguments, self);
  while ((accelerator = va_arg (arguments, const char *)) != NULL)
    {
      g_autofree char *key = yc_shortcuts_label (accelerator);

      add_label (self, key, "keycap");
      add_label (self, va_arg (arguments, const char *), "key-words");
    }
  va_end (arguments);
}
