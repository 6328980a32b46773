/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One of several sets of fields: which one, and then its fields. What was typed into another one
 * is kept by the form, for whoever comes back to it.
 */
#include "yc-form-alternatives.h"

#include "yc-form-editor.h"
#include "yc-form-helper.h"
#include "yc-form-nest.h"
#include "yc-form-part.h"
#include "yc-form-walk.h"

struct _YcFormAlternatives
{
  GtkWidget    parent_instance;
  GtkWidget   *chooser;
  GtkWidget   *helper;
  GtkWidget   *part; /* the fields of the chosen one, nullable */
  YcFormField *field;
};

static void yc_form_alternatives_nest_init (YcFormNestInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (YcFormAlternatives,
                               yc_form_alternatives,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (YC_TYPE_FORM_NEST,
                                                      yc_form_alternatives_nest_init))

static void
show_alternative (YcFormAlternatives *self)
{
  YcFormElement *alternative = yc_form_field_get_alternative (self->field);
  int chosen = yc_form_field_get_chosen (self->field);

  g_clear_pointer (&self->part, gtk_widget_unparent);
  if (alternative == NULL || chosen < 0)
    return;
  self->part = yc_form_part_new (alternative);
  gtk_widget_add_css_class (self->part, "alternative");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->part), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  yc_form_field_get_choice_title (self->field, (guint) chosen), -1);
  gtk_widget_insert_after (self->part, GTK_WIDGET (self), self->helper);
}

static void
update_helper (YcFormAlternatives *self)
{
  yc_form_helper_set_error (YC_FORM_HELPER (self->helper), yc_form_field_get_error (self->field));
  yc_form_helper_set_words (YC_FORM_HELPER (self->helper), yc_form_field_get_help (self->field));
}

static gboolean
is_in_chooser (YcFormAlternatives *self)
{
  return gtk_widget_get_focus_child (GTK_WIDGET (self)) == self->chooser;
}

static void
leave (YcFormAlternatives *self,
       const char         *action)
{
  gtk_widget_activate_action (gtk_widget_get_parent (GTK_WIDGET (self)), action, NULL);
}

static void
next_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  YcFormAlternatives *self = YC_FORM_ALTERNATIVES (widget);

  if (!is_in_chooser (self) || self->part == NULL ||
      !yc_form_nest_focus (YC_FORM_NEST (self->part)))
    leave (self, action);
}

static void
previous_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  YcFormAlternatives *self = YC_FORM_ALTERNATIVES (widget);

  if (is_in_chooser (self) || !yc_form_editor_focus (self->chooser))
    leave (self, action);
}

static gboolean
yc_form_alternatives_focus (GtkWidget        *widget,
                            GtkDirectionType  direction)
{
  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (yc_form_alternatives_parent_class)->focus (widget, direction);
  return yc_form_walk_by_tab (widget, direction);
}

static gboolean
yc_form_alternatives_focus_first (YcFormNest *nest)
{
  return yc_form_editor_focus (YC_FORM_ALTERNATIVES (nest)->chooser);
}

static gboolean
yc_form_alternatives_focus_pointer (YcFormNest *nest,
                                    const char *pointer)
{
  YcFormAlternatives *self = YC_FORM_ALTERNATIVES (nest);

  return (self->part != NULL &&
          yc_form_nest_focus_pointer (YC_FORM_NEST (self->part), pointer)) ||
         yc_form_editor_focus (self->chooser);
}

static void
yc_form_alternatives_nest_init (YcFormNestInterface *iface)
{
  iface->focus = yc_form_alternatives_focus_first;
  iface->focus_pointer = yc_form_alternatives_focus_pointer;
}

static void
yc_form_alternatives_dispose (GObject *object)
{
  YcFormAlternatives *self = YC_FORM_ALTERNATIVES (object);

  g_clear_pointer (&self->chooser, gtk_widget_unparent);
  g_clear_pointer (&self->helper, gtk_widget_unparent);
  g_clear_pointer (&self->part, gtk_widget_unparent);
  g_clear_object (&self->field);
  G_OBJECT_CLASS (yc_form_alternatives_parent_class)->dispose (object);
}

static void
yc_form_alternatives_class_init (YcFormAlternativesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_form_alternatives_dispose;
  widget_class->focus = yc_form_alternatives_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "formalternatives");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_install_action (widget_class, "form.next", NULL, next_cb);
  gtk_widget_class_install_action (widget_class, "form.previous", NULL, previous_cb);
}

static void
yc_form_alternatives_init (YcFormAlternatives *self)
{
  gtk_orientable_set_orientation (
      GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
      GTK_ORIENTATION_VERTICAL);
}

/**
 * yc_form_alternatives_new:
 * @field: a field with alternatives
 * @title: its name for a screen reader
 *
 * Returns: the editor
 */
GtkWidget *
yc_form_alternatives_new (YcFormField *field,
                          const char  *title)
{
  YcFormAlternatives *self = g_object_new (YC_TYPE_FORM_ALTERNATIVES, NULL);

  self->field = g_object_ref (field);
  self->chooser = yc_form_editor_new (field, title != NULL ? title : "", FALSE);
  gtk_widget_set_parent (self->chooser, GTK_WIDGET (self));
  self->helper = yc_form_helper_new ();
  gtk_widget_set_parent (self->helper, GTK_WIDGET (self));
  g_signal_connect_object (field, "notify::alternative", G_CALLBACK (show_alternative), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (field, "notify::error", G_CALLBACK (update_helper), self,
                           G_CONNECT_SWAPPED);
  show_alternative (self);
  update_helper (self);
  return GTK_WIDGET (self);
}
