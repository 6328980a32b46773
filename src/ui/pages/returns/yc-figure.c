/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One number with its name, that opens the cases behind it. */
#include "yc-figure.h"

struct _YcFigure
{
  GtkWidget parent_instance;

  GtkWidget *button;
  GtkLabel *title;
  GtkLabel *number;
  GtkLabel *words;
};

G_DEFINE_FINAL_TYPE (YcFigure, yc_figure, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_OPENED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
clicked_cb (YcFigure *self)
{
  g_signal_emit (self, signals[SIGNAL_OPENED], 0);
}

static GtkLabel *
append_label (GtkWidget *box, const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
yc_figure_dispose (GObject *object)
{
  YcFigure *self = YC_FIGURE (object);

  g_clear_pointer (&self->button, gtk_widget_unparent);

  G_OBJECT_CLASS (yc_figure_parent_class)->dispose (object);
}

static void
yc_figure_class_init (YcFigureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_figure_dispose;
  gtk_widget_class_set_css_name (widget_class, "figure");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);

  signals[SIGNAL_OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
yc_figure_init (YcFigure *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->button = gtk_button_new ();
  self->title = append_label (box, "caption");
  /* Five stand side by side on the narrowest screen, whatever the language. */
  gtk_label_set_wrap (self->title, TRUE);
  self->number = append_label (box, "figure-number");
  self->words = append_label (box, "dim-label");
  gtk_button_set_child (GTK_BUTTON (self->button), box);
  gtk_widget_add_css_class (self->button, "card");
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (clicked_cb), self);
}

/**
 * yc_figure_new:
 * @title: what is counted
 *
 * Returns: a figure without a number
 */
GtkWidget *
yc_figure_new (const char *title)
{
  YcFigure *self = g_object_new (YC_TYPE_FIGURE, NULL);

  gtk_label_set_text (self->title, title);
  yc_figure_set (self, "–", "");
  return GTK_WIDGET (self);
}

/**
 * yc_figure_set:
 * @self: the figure
 * @number: as it is to be read
 * @words: what it is measured by
 */
void
yc_figure_set (YcFigure *self, const char *number, const char *words)
{
  g_autofree char *label = NULL;

  g_return_if_fail (YC_IS_FIGURE (self));

  gtk_label_set_text (self->number, number);
  gtk_label_set_text (self->words, words);
  label = g_strdup_printf ("%s %s", gtk_label_get_text (self->title), number);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
}
