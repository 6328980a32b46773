/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The line of steps of a visit: where one is, what is done, what has an error. */
#include "yc-step-line.h"

#include "yc-children.h"

#include <glib/gi18n-lib.h>

struct _YcStepLine
{
  GtkWidget parent_instance;

  GtkWidget *buttons[YC_N_STEPS];
  GtkWidget *icons[YC_N_STEPS];
  YcStepMark marks[YC_N_STEPS];
  YcStep     current;
};

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const char *const titles[YC_N_STEPS] = {
  N_ ("Need"), N_ ("Materials"), N_ ("Form"), N_ ("Check"), N_ ("Result"),
};

static const struct
{
  const char *icon_name;
  const char *style;
  const char *words;
} mark_looks[] = {
  [YC_STEP_MARK_EMPTY] = { "yc-mark-empty-symbolic", "mark-empty", N_ ("not begun") },
  [YC_STEP_MARK_BEGUN] = { "yc-mark-begun-symbolic", "mark-begun", N_ ("begun") },
  [YC_STEP_MARK_DONE] = { "yc-mark-done-symbolic", "mark-done", N_ ("done") },
  [YC_STEP_MARK_ERROR] = { "yc-mark-error-symbolic", "mark-error", N_ ("has an error") },
};

G_DEFINE_FINAL_TYPE (YcStepLine, yc_step_line, GTK_TYPE_WIDGET)

static void
show_mark (YcStepLine *self, YcStep step)
{
  YcStepMark mark = self->marks[step];

  gtk_image_set_from_icon_name (GTK_IMAGE (self->icons[step]), mark_looks[mark].icon_name);
  for (gsize i = 0; i < G_N_ELEMENTS (mark_looks); i++)
    gtk_widget_remove_css_class (self->buttons[step], mark_looks[i].style);
  gtk_widget_add_css_class (self->buttons[step], mark_looks[mark].style);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->buttons[step]),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ (titles[step]),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, _ (mark_looks[mark].words),
                                  -1);
}

static void
clicked_cb (GtkButton *button, YcStepLine *self)
{
  for (int step = 0; step < YC_N_STEPS; step++)
    if (self->buttons[step] == GTK_WIDGET (button))
      g_signal_emit (self, signals[CHOSEN], 0, step);
}

static void
add_rule (YcStepLine *self)
{
  GtkWidget *rule = gtk_separator_new (GTK_ORIENTATION_HORIZONTAL);

  gtk_widget_set_hexpand (rule, TRUE);
  gtk_widget_set_valign (rule, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (rule, GTK_WIDGET (self));
}

static void
add_step (YcStepLine *self, YcStep step)
{
  g_autofree char *tooltip = g_strdup_printf ("Ctrl+%d", step + 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *button = gtk_button_new ();

  self->icons[step] = gtk_image_new ();
  self->buttons[step] = button;
  gtk_box_append (GTK_BOX (box), self->icons[step]);
  gtk_box_append (GTK_BOX (box), gtk_label_new (_ (titles[step])));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_button_set_has_frame (GTK_BUTTON (button), FALSE);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_add_css_class (button, "step");
  gtk_widget_set_focusable (button, FALSE);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  g_signal_connect (button, "clicked", G_CALLBACK (clicked_cb), self);
  show_mark (self, step);
}

static void
yc_step_line_dispose (GObject *object)
{
  yc_children_remove (GTK_WIDGET (object));

  G_OBJECT_CLASS (yc_step_line_parent_class)->dispose (object);
}

static void
yc_step_line_class_init (YcStepLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_step_line_dispose;

  /**
   * YcStepLine::chosen:
   * @step: the #YcStep as an int
   *
   * The clerk asked for a step.
   */
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  gtk_widget_class_set_css_name (widget_class, "stepline");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
yc_step_line_init (YcStepLine *self)
{
  for (int step = 0; step < YC_N_STEPS; step++)
    {
      if (step > 0)
        add_rule (self);
      add_step (self, step);
    }
  gtk_widget_add_css_class (self->buttons[YC_STEP_NEED], "current");
}

/**
 * yc_step_line_new:
 *
 * Returns: the line, at the first step, with nothing begun
 */
GtkWidget *
yc_step_line_new (void)
{
  return g_object_new (YC_TYPE_STEP_LINE, NULL);
}

/**
 * yc_step_line_set_current:
 * @self: the line
 * @step: the step that is on screen
 */
void
yc_step_line_set_current (YcStepLine *self, YcStep step)
{
  g_return_if_fail (YC_IS_STEP_LINE (self));
  g_return_if_fail (step < YC_N_STEPS);

  gtk_widget_remove_css_class (self->buttons[self->current], "current");
  self->current = step;
  gtk_widget_add_css_class (self->buttons[step], "current");
}

/**
 * yc_step_line_get_current:
 * @self: the line
 *
 * Returns: the step that is on screen
 */
YcStep
yc_step_line_get_current (YcStepLine *self)
{
  g_return_val_if_fail (YC_IS_STEP_LINE (self), YC_STEP_NEED);

  return self->current;
}

/**
 * yc_step_line_set_mark:
 * @self: the line
 * @step: a step
 * @mark: how far it is
 */
void
yc_step_line_set_mark (YcStepLine *self, YcStep step, YcStepMark mark)
{
  g_return_if_fail (YC_IS_STEP_LINE (self));
  g_return_if_fail (step < YC_N_STEPS);

  if (self->marks[step] == mark)
    return;

  self->marks[step] = mark;
  show_mark (self, step);
}

/**
 * yc_step_line_get_mark:
 * @self: the line
 * @step: a step
 *
 * Returns: how far it is
 */
YcStepMark
yc_step_line_get_mark (YcStepLine *self, YcStep step)
{
  g_return_val_if_fail (YC_IS_STEP_LINE (self), YC_STEP_MARK_EMPTY);
  g_return_val_if_fail (step < YC_N_STEPS, YC_STEP_MARK_EMPTY);

  return self->marks[step];
}
