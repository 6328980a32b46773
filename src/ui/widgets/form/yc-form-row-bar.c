/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What stands under rows: add, move, duplicate; how many there may be; what was removed, to be
 * brought back. The buttons never take the focus, so that they are about the row that has it.
 */
#include "yc-form-row-bar.h"

#include <glib/gi18n-lib.h>

#include "yc-form-row-actions.h"

struct _YcFormRowBar
{
  GtkWidget    parent_instance;
  GtkWidget   *box;
  GtkWidget   *add;
  GtkWidget   *words;
  GtkWidget   *undo;
  GtkWidget   *remove;
  YcFormField *field;
  char        *removed; /* title of the row that was removed last, nullable */
};

G_DEFINE_FINAL_TYPE (YcFormRowBar, yc_form_row_bar, GTK_TYPE_WIDGET)

static char *
describe_limits (YcFormField *field)
{
  guint least = yc_form_field_get_min_rows (field);
  guint most = yc_form_field_get_max_rows (field);

  if (most < G_MAXUINT && !yc_form_row_actions_can_add (field))
    return g_strdup_printf (ngettext ("%u row at most, full", "%u rows at most, full", most), most);
  if (most < G_MAXUINT && least > 1)
    /* Translators: how many rows there have to be, and how many there may be. */
    return g_strdup_printf (_ ("%u to %u rows"), least, most);
  if (most < G_MAXUINT)
    return g_strdup_printf (ngettext ("%u row at most", "%u rows at most", most), most);
  if (least > 1)
    return g_strdup_printf (ngettext ("at least %u row", "at least %u rows", least), least);
  return g_strdup ("");
}

static void
update (YcFormRowBar *self)
{
  /* Translators: the words of a row, such as a name. */
  g_autofree char *words = self->removed == NULL ? describe_limits (self->field)
                                                 : g_strdup_printf (_ ("“%s” removed"),
                                                                    self->removed);

  gtk_label_set_text (GTK_LABEL (self->words), words);
  gtk_widget_set_tooltip_text (self->words, words);
  gtk_widget_set_visible (self->undo, self->removed != NULL);
}

static void
undo_clicked_cb (GtkButton    *button,
                 YcFormRowBar *self)
{
  yc_form_row_bar_forget_removed (self);
  gtk_widget_activate_action (GTK_WIDGET (self), "form.undo", NULL);
}

static void
yc_form_row_bar_dispose (GObject *object)
{
  YcFormRowBar *self = YC_FORM_ROW_BAR (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->removed, g_free);
  g_clear_object (&self->field);
  G_OBJECT_CLASS (yc_form_row_bar_parent_class)->dispose (object);
}

static void
yc_form_row_bar_class_init (YcFormRowBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_form_row_bar_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "formrowbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TOOLBAR);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/yichuang/Yichuang/ui/widgets/form/yc-form-row-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, YcFormRowBar, box);
  gtk_widget_class_bind_template_child (widget_class, YcFormRowBar, add);
  gtk_widget_class_bind_template_child (widget_class, YcFormRowBar, words);
  gtk_widget_class_bind_template_child (widget_class, YcFormRowBar, undo);
  gtk_widget_class_bind_template_child (widget_class, YcFormRowBar, remove);
  gtk_widget_class_bind_template_callback (widget_class, undo_clicked_cb);
}

static void
yc_form_row_bar_init (YcFormRowBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * yc_form_row_bar_set_field:
 * @self: the bar
 * @field: the repeating field that it is about
 * @removes: whether it has a button that removes the row with the focus
 *
 * To be called once.
 */
void
yc_form_row_bar_set_field (YcFormRowBar *self,
                           YcFormField  *field,
                           gboolean      removes)
{
  g_autofree char *add = NULL;

  g_return_if_fail (YC_IS_FORM_ROW_BAR (self) && self->field == NULL);

  self->field = g_object_ref (field);
  gtk_widget_set_visible (self->remove, removes);
  add = g_strdup_printf (_ ("Add a row to %s"), yc_form_field_get_title (field));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add), GTK_ACCESSIBLE_PROPERTY_LABEL, add,
                                  -1);
  g_signal_connect_object (yc_form_field_get_rows (field), "items-changed", G_CALLBACK (update),
                           self, G_CONNECT_SWAPPED);
  update (self);
}

/**
 * yc_form_row_bar_tell_removed:
 * @self: the bar
 * @title: words of the row that was removed
 *
 * Offers to bring it back.
 */
void
yc_form_row_bar_tell_removed (YcFormRowBar *self,
                              const char   *title)
{
  g_return_if_fail (YC_IS_FORM_ROW_BAR (self));

  g_free (self->removed);
  self->removed = g_strdup (title);
  update (self);
}

/**
 * yc_form_row_bar_forget_removed:
 * @self: the bar
 *
 * Something else was done since: the undo that is offered would take back that. Says anew how many
 * rows there may be.
 */
void
yc_form_row_bar_forget_removed (YcFormRowBar *self)
{
  g_return_if_fail (YC_IS_FORM_ROW_BAR (self));

  g_clear_pointer (&self->removed, g_free);
  update (self);
}
