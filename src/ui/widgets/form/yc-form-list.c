/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Rows as a list, with all fields of the chosen one beside it or, where it is narrow, below. Enter
 * walks through the fields of a row, on to the next row, and from the last one out of the list;
 * Alt+Insert adds one.
 */
#include "yc-form-list.h"

#include <glib/gi18n-lib.h>

#include "yc-form-editor.h"
#include "yc-form-helper.h"
#include "yc-form-list-row.h"
#include "yc-form-nest.h"
#include "yc-form-part.h"
#include "yc-form-row-actions.h"
#include "yc-form-row-bar.h"
#include "yc-form-split.h"

#define SIDE_WIDTH 150
#define WIDE 540

struct _YcFormList
{
  GtkWidget    parent_instance;
  GtkWidget   *frame;
  GtkWidget   *split;
  GtkWidget   *rail;            /* a YcFormListRow for each row */
  GtkWidget   *detail;          /* holds the part */
  GtkWidget   *part;            /* the fields of the chosen row, nullable */
  GtkWidget   *bar;
  GtkWidget   *helper;
  YcFormElement *control;
  YcFormField *field;
  YcFormRow   *chosen;
};

static void yc_form_list_nest_init (YcFormNestInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (YcFormList,
                               yc_form_list,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (YC_TYPE_FORM_NEST, yc_form_list_nest_init))

static guint
count_rows (YcFormList *self)
{
  return g_list_model_get_n_items (yc_form_field_get_rows (self->field));
}

static YcFormListRow *
get_line (YcFormList *self,
          guint       index)
{
  GtkListBoxRow *line = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->rail), (int) index);

  return line == NULL ? NULL : YC_FORM_LIST_ROW (line);
}

/* By the lines: while rows change places, their own numbers are not right yet. */
static guint
get_chosen (YcFormList *self)
{
  YcFormListRow *line;

  for (guint i = 0; (line = get_line (self, i)) != NULL; i++)
    {
      if (yc_form_list_row_get_row (line) == self->chosen)
        return i;
    }
  return YC_FORM_NO_ROW;
}

static void
update_actions (YcFormList *self)
{
  yc_form_row_actions_update (GTK_WIDGET (self), self->field, get_chosen (self));
}

static void
update_helper (YcFormList *self)
{
  yc_form_helper_set_error (YC_FORM_HELPER (self->helper), yc_form_field_get_error (self->field));
  yc_form_helper_set_words (YC_FORM_HELPER (self->helper), yc_form_field_get_help (self->field));
}

/* Choosing */

static void
show_part (YcFormList *self)
{
  YcFormListRow *line = get_line (self, get_chosen (self));
  g_autofree char *title = yc_form_list_row_dup_title (line);

  g_clear_pointer (&self->part, gtk_widget_unparent);
  self->part = yc_form_part_new (yc_form_row_get_root_of (self->chosen, self->control));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->part), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
  gtk_widget_set_parent (self->part, self->detail);
}

static void
choose (YcFormList *self,
        guint       index)
{
  YcFormListRow *line = get_line (self, index);

  if (line == NULL)
    return;
  if (g_set_object (&self->chosen, yc_form_list_row_get_row (line)))
    show_part (self);
  gtk_list_box_select_row (GTK_LIST_BOX (self->rail), GTK_LIST_BOX_ROW (line));
  update_actions (self);
}

static gboolean
go_to (YcFormList *self,
       guint       index)
{
  choose (self, index);
  return self->part != NULL && yc_form_nest_focus (YC_FORM_NEST (self->part));
}

static void
row_selected_cb (GtkListBox    *rail,
                 GtkListBoxRow *line,
                 YcFormList    *self)
{
  if (line != NULL)
    choose (self, (guint) gtk_list_box_row_get_index (line));
}

static void
row_activated_cb (GtkListBox    *rail,
                  GtkListBoxRow *line,
                  YcFormList    *self)
{
  go_to (self, (guint) gtk_list_box_row_get_index (line));
}

/* Rows that come and go */

/* What was empty is so no longer, and what is typed would be undone rather than what was removed. */
static void
value_changed_cb (YcFormList *self)
{
  update_actions (self);
  yc_form_row_bar_forget_removed (YC_FORM_ROW_BAR (self->bar));
}

static void
insert_line (YcFormList *self,
             guint       index)
{
  g_autoptr (YcFormRow) row = g_list_model_get_item (yc_form_field_get_rows (self->field), index);
  GtkWidget *line = yc_form_list_row_new (self->control, row);

  gtk_list_box_insert (GTK_LIST_BOX (self->rail), line, (int) index);
  g_signal_connect_object (line, "value-changed", G_CALLBACK (value_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
items_changed_cb (GListModel *rows,
                  guint       position,
                  guint       removed,
                  guint       added,
                  YcFormList *self)
{
  guint n = g_list_model_get_n_items (rows);

  for (guint i = 0; i < removed; i++)
    gtk_list_box_remove (GTK_LIST_BOX (self->rail), GTK_WIDGET (get_line (self, position)));
  for (guint i = 0; i < added; i++)
    insert_line (self, position + i);
  if (n > 0 && get_chosen (self) == YC_FORM_NO_ROW)
    choose (self, MIN (position, n - 1));
  update_actions (self);
}

/* Keys */

static void
leave (YcFormList *self,
       const char *action)
{
  gtk_widget_activate_action (gtk_widget_get_parent (GTK_WIDGET (self)), action, NULL);
}

static void
next_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  YcFormList *self = YC_FORM_LIST (widget);

  if (get_chosen (self) + 1 < count_rows (self))
    go_to (self, get_chosen (self) + 1);
  else
    leave (self, action);
}

static void
previous_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  YcFormList *self = YC_FORM_LIST (widget);

  if (get_chosen (self) > 0)
    go_to (self, get_chosen (self) - 1);
  else
    leave (self, action);
}

static void
remove_row (YcFormList *self,
            guint       index)
{
  g_autofree char *title = yc_form_list_row_dup_title (get_line (self, index));
  gboolean blank = yc_form_row_actions_is_blank (self->field, index);

  go_to (self, yc_form_row_actions_do (self->field, "rows.remove", index));
  if (!blank)
    yc_form_row_bar_tell_removed (YC_FORM_ROW_BAR (self->bar), title);
}

/* Where the focus was among the rows it stays there, otherwise it goes into the fields. */
static void
rows_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  YcFormList *self = YC_FORM_LIST (widget);
  gboolean in_rail = gtk_widget_get_focus_child (self->split) != NULL &&
                     gtk_widget_get_focus_child (self->split) != self->detail;
  guint row = get_chosen (self);

  if (g_str_equal (action, "rows.remove"))
    remove_row (self, row);
  else if ((row = yc_form_row_actions_do (self->field, action, row)) != YC_FORM_NO_ROW)
    go_to (self, row);
  if (in_rail && !g_str_equal (action, "rows.add"))
    gtk_widget_grab_focus (GTK_WIDGET (get_line (self, get_chosen (self))));
  update_actions (self);
}

/* By way of the focus: rows inside the rows have the key first. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  key,
                guint                  code,
                GdkModifierType        state,
                YcFormList            *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  const char *action = yc_form_row_actions_find (key, state);

  if (action == NULL || focus == NULL || yc_form_editor_is_composing (focus))
    return GDK_EVENT_PROPAGATE;
  gtk_widget_activate_action (focus, action, NULL);
  return GDK_EVENT_STOP;
}

static void
leave_cb (GtkEventControllerFocus *controller,
          YcFormList              *self)
{
  yc_form_field_leave (self->field);
  yc_form_row_bar_forget_removed (YC_FORM_ROW_BAR (self->bar));
}

static gboolean
yc_form_list_focus_first (YcFormNest *nest)
{
  return go_to (YC_FORM_LIST (nest), get_chosen (YC_FORM_LIST (nest)));
}

static gboolean
yc_form_list_focus_pointer (YcFormNest *nest,
                            const char *pointer)
{
  YcFormList *self = YC_FORM_LIST (nest);
  guint row = yc_form_row_actions_find_row (self->field, pointer);

  if (row == YC_FORM_NO_ROW)
    return FALSE;
  choose (self, row);
  return yc_form_nest_focus_pointer (YC_FORM_NEST (self->part), pointer) ||
         yc_form_nest_focus (YC_FORM_NEST (self->part));
}

static void
yc_form_list_nest_init (YcFormNestInterface *iface)
{
  iface->focus = yc_form_list_focus_first;
  iface->focus_pointer = yc_form_list_focus_pointer;
}

static void
yc_form_list_dispose (GObject *object)
{
  YcFormList *self = YC_FORM_LIST (object);

  g_clear_pointer (&self->part, gtk_widget_unparent);
  if (self->rail != NULL)
    g_signal_handlers_disconnect_by_data (self->rail, self);
  self->rail = NULL;
  g_clear_pointer (&self->frame, gtk_widget_unparent);
  g_clear_pointer (&self->helper, gtk_widget_unparent);
  g_clear_object (&self->control);
  g_clear_object (&self->field);
  g_clear_object (&self->chosen);
  G_OBJECT_CLASS (yc_form_list_parent_class)->dispose (object);
}

static void
yc_form_list_class_init (YcFormListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (YC_TYPE_FORM_HELPER);
  g_type_ensure (YC_TYPE_FORM_ROW_BAR);
  G_OBJECT_CLASS (klass)->dispose = yc_form_list_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "formlist");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_install_action (widget_class, "form.next", NULL, next_cb);
  gtk_widget_class_install_action (widget_class, "form.previous", NULL, previous_cb);
  yc_form_row_actions_install (widget_class, rows_cb);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/yichuang/Yichuang/ui/widgets/form/yc-form-list.ui");
  gtk_widget_class_bind_template_child (widget_class, YcFormList, frame);
  gtk_widget_class_bind_template_child (widget_class, YcFormList, split);
  gtk_widget_class_bind_template_child (widget_class, YcFormList, rail);
  gtk_widget_class_bind_template_child (widget_class, YcFormList, detail);
  gtk_widget_class_bind_template_child (widget_class, YcFormList, bar);
  gtk_widget_class_bind_template_child (widget_class, YcFormList, helper);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, leave_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
yc_form_list_init (YcFormList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_orientable_set_orientation (
      GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
      GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_layout_manager (self->split, yc_form_split_new (SIDE_WIDTH, WIDE));
  gtk_widget_set_layout_manager (self->detail, gtk_bin_layout_new ());
}

static void
follow_field (YcFormList *self)
{
  GListModel *rows = yc_form_field_get_rows (self->field);

  g_signal_connect_object (rows, "items-changed", G_CALLBACK (items_changed_cb), self, 0);
  g_signal_connect_object (self->field, "notify::error", G_CALLBACK (update_helper), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->field, "notify::enabled", G_CALLBACK (update_actions), self,
                           G_CONNECT_SWAPPED);
  items_changed_cb (rows, 0, 0, g_list_model_get_n_items (rows), self);
  update_helper (self);
}

/**
 * yc_form_list_new:
 * @control: a control that shows a repeating field
 *
 * Returns: a list
 */
GtkWidget *
yc_form_list_new (YcFormElement *control)
{
  YcFormList *self = g_object_new (YC_TYPE_FORM_LIST, NULL);
  const char *title = yc_form_element_get_title (control);

  self->control = g_object_ref (control);
  self->field = g_object_ref (yc_form_element_get_field (control));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rail), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title != NULL ? title : "", -1);
  yc_form_row_bar_set_field (YC_FORM_ROW_BAR (self->bar), self->field, TRUE);
  follow_field (self);
  return GTK_WIDGET (self);
}
