/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The button of a category: its title, and what is missing and wrong there, by a mark, a number
 * and a word.
 */
#include "yc-form-tab.h"

#include <glib/gi18n-lib.h>

#include "yc-form-counts.h"

struct _YcFormTab
{
  GtkToggleButton  parent_instance;
  GtkWidget       *mark;
  GtkWidget       *title;
  GtkWidget       *counts;
  YcFormElement   *category;
};

G_DEFINE_FINAL_TYPE (YcFormTab, yc_form_tab, GTK_TYPE_TOGGLE_BUTTON)

static const char *
choose_mark (guint n_missing,
             guint n_errors)
{
  if (n_errors > 0)
    return "yc-mark-error-symbolic";
  return n_missing > 0 ? "yc-mark-begun-symbolic" : "yc-mark-done-symbolic";
}

static void
update (YcFormTab *self)
{
  guint n_missing = yc_form_element_get_n_missing (self->category);
  guint n_errors = yc_form_element_get_n_errors (self->category);
  g_autofree char *counts = yc_form_counts_dup_words (n_missing, n_errors);
  /* Translators: of a category of a form: nothing is missing or wrong there. */
  const char *words = *counts == '\0' ? _ ("complete") : counts;
  g_autofree char *spoken =
      g_strdup_printf ("%s, %s", yc_form_element_get_title (self->category), words);

  gtk_image_set_from_icon_name (GTK_IMAGE (self->mark), choose_mark (n_missing, n_errors));
  gtk_label_set_text (GTK_LABEL (self->counts), words);
  if (n_errors > 0)
    gtk_widget_add_css_class (GTK_WIDGET (self), "wrong");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "wrong");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
active_cb (YcFormTab *self)
{
  gboolean active = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self));

  gtk_widget_set_can_focus (GTK_WIDGET (self), active);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, active, -1);
}

static void
yc_form_tab_dispose (GObject *object)
{
  g_clear_object (&YC_FORM_TAB (object)->category);
  G_OBJECT_CLASS (yc_form_tab_parent_class)->dispose (object);
}

static void
yc_form_tab_class_init (YcFormTabClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_form_tab_dispose;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TAB);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/yichuang/Yichuang/ui/widgets/form/yc-form-tab.ui");
  gtk_widget_class_bind_template_child (widget_class, YcFormTab, mark);
  gtk_widget_class_bind_template_child (widget_class, YcFormTab, title);
  gtk_widget_class_bind_template_child (widget_class, YcFormTab, counts);
  gtk_widget_class_bind_template_callback (widget_class, active_cb);
}

static void
yc_form_tab_init (YcFormTab *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * yc_form_tab_new:
 * @category: a category
 * @number: its number among the steps, 0 where they are no steps
 *
 * Returns: its button
 */
GtkWidget *
yc_form_tab_new (YcFormElement *category,
                 guint          number)
{
  YcFormTab *self = g_object_new (YC_TYPE_FORM_TAB, NULL);
  const char *title = yc_form_element_get_title (category);
  /* Translators: a step of a form: its number, its title. */
  g_autofree char *numbered = g_strdup_printf (_ ("%u %s"), number, title != NULL ? title : "");

  self->category = g_object_ref (category);
  gtk_label_set_text (GTK_LABEL (self->title), number > 0 ? numbered : title);
  yc_form_counts_follow (category, G_CALLBACK (update), self);
  update (self);
  active_cb (self);
  return GTK_WIDGET (self);
}
