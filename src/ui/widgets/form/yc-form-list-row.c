/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row in a list of rows: its words, and what is missing and wrong in it. */
#include "yc-form-list-row.h"

#include <glib/gi18n-lib.h>

#include "yc-form-counts.h"
#include "yc-form-row-actions.h"
#include "yc-form-row-drag.h"

struct _YcFormListRow
{
  GtkListBoxRow  parent_instance;
  GtkWidget     *title;
  GtkWidget     *counts;
  YcFormField   *field;
  YcFormElement *control;
  YcFormRow     *row;
};

enum
{
  VALUE_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YcFormListRow, yc_form_list_row, GTK_TYPE_LIST_BOX_ROW)

static void
set_class (GtkWidget  *widget,
           const char *name,
           gboolean    set)
{
  if (set)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
changed_cb (YcFormListRow *self)
{
  yc_form_list_row_update (self);
  g_signal_emit (self, signals[VALUE_CHANGED], 0);
}

static void
yc_form_list_row_dispose (GObject *object)
{
  YcFormListRow *self = YC_FORM_LIST_ROW (object);

  g_clear_object (&self->control);
  g_clear_object (&self->field);
  g_clear_object (&self->row);
  G_OBJECT_CLASS (yc_form_list_row_parent_class)->dispose (object);
}

static void
yc_form_list_row_class_init (YcFormListRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = yc_form_list_row_dispose;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "formlistrow");

  /**
   * YcFormListRow::value-changed:
   *
   * Something was filled in, there or elsewhere in the form.
   */
  signals[VALUE_CHANGED] = g_signal_new ("value-changed", YC_TYPE_FORM_LIST_ROW, G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
create_label (const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, style);
  return label;
}

static void
yc_form_list_row_init (YcFormListRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->title = create_label ("row-title");
  self->counts = create_label ("row-counts");
  gtk_box_append (GTK_BOX (box), self->title);
  gtk_box_append (GTK_BOX (box), self->counts);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), box);
}

/**
 * yc_form_list_row_new:
 * @control: a control that shows a repeating field
 * @row: one of its rows
 *
 * Returns: a row for a list box
 */
GtkWidget *
yc_form_list_row_new (YcFormElement *control,
                      YcFormRow     *row)
{
  YcFormListRow *self = g_object_new (YC_TYPE_FORM_LIST_ROW, NULL);
  YcFormElement *root = yc_form_row_get_root_of (row, control);

  self->control = g_object_ref (control);
  self->field = g_object_ref (yc_form_element_get_field (control));
  self->row = g_object_ref (row);
  g_signal_connect_object (row, "notify::index", G_CALLBACK (yc_form_list_row_update), self,
                           G_CONNECT_SWAPPED);
  yc_form_counts_follow (root, G_CALLBACK (yc_form_list_row_update), self);
  yc_form_row_follow (row, G_CALLBACK (changed_cb), self);
  yc_form_row_drag_attach (GTK_WIDGET (self), GTK_WIDGET (self), self->field, row);
  yc_form_list_row_update (self);
  return GTK_WIDGET (self);
}

/**
 * yc_form_list_row_get_row:
 * @self: a row of the list
 *
 * Returns: (transfer none): what it stands for
 */
YcFormRow *
yc_form_list_row_get_row (YcFormListRow *self)
{
  g_return_val_if_fail (YC_IS_FORM_LIST_ROW (self), NULL);

  return self->row;
}

/**
 * yc_form_list_row_dup_title:
 * @self: a row of the list
 *
 * Returns: (transfer full): its number and words
 */
char *
yc_form_list_row_dup_title (YcFormListRow *self)
{
  guint number;
  g_autofree char *words = NULL, *bare = NULL;

  g_return_val_if_fail (YC_IS_FORM_LIST_ROW (self), NULL);

  number = yc_form_row_get_index (self->row) + 1;
  bare = g_strdup_printf ("%u", number);
  words = yc_form_row_dup_title (self->row, self->control);
  if (yc_form_row_actions_is_blank (self->field, number - 1))
    /* Translators: the number of a row in which nothing is filled in yet. */
    return g_strdup_printf (_ ("%u (empty)"), number);
  if (words == NULL || g_str_equal (words, bare))
    return g_steal_pointer (&bare);
  /* Translators: the number of a row, its words. */
  return g_strdup_printf (_ ("%u %s"), number, words);
}

/**
 * yc_form_list_row_update:
 * @self: a row of the list
 *
 * Writes the words anew.
 */
void
yc_form_list_row_update (YcFormListRow *self)
{
  YcFormElement *root;
  gboolean blank;
  g_autofree char *title = NULL, *counts = NULL, *spoken = NULL;

  g_return_if_fail (YC_IS_FORM_LIST_ROW (self));

  root = yc_form_row_get_root_of (self->row, self->control);
  if (root == NULL)
    return;
  blank = yc_form_row_actions_is_blank (self->field, yc_form_row_get_index (self->row));
  title = yc_form_list_row_dup_title (self);
  counts = yc_form_counts_dup_words (yc_form_element_get_n_missing (root),
                                     yc_form_element_get_n_errors (root));
  spoken = g_strdup_printf ("%s %s", title, counts);
  gtk_label_set_text (GTK_LABEL (self->title), title);
  set_class (self->title, "blank", blank);
  gtk_label_set_text (GTK_LABEL (self->counts), counts);
  gtk_widget_set_visible (self->counts, *counts != '\0' && !blank);
  set_class (GTK_WIDGET (self), "wrong", yc_form_element_get_n_errors (root) > 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}
