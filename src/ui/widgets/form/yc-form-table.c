/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Rows of fields, typed like a spreadsheet: Tab and Enter go from cell to cell, Enter in the last
 * one adds a row, Enter in an empty last row leaves the table; Alt+Up and Alt+Down move the row,
 * Ctrl+D doubles it, Ctrl+Delete removes it. One line under the table says what the cell with the
 * focus needs.
 */
#include "yc-form-table.h"

#include <glib/gi18n-lib.h>

#include "yc-form-editor.h"
#include "yc-form-helper.h"
#include "yc-form-nest.h"
#include "yc-form-row-actions.h"
#include "yc-form-row-bar.h"
#include "yc-form-table-row.h"
#include "yc-form-walk.h"

struct _YcFormTable
{
  GtkWidget    parent_instance;
  GtkWidget   *frame;
  GtkWidget   *lines;           /* a box: headings, then a line per row */
  GtkWidget   *bar;
  GtkWidget   *helper;
  YcFormElement *control;
  YcFormField *field;
  YcFormField *current;         /* the cell with the focus, nullable */
  YcFormRow   *row;             /* the one that it is in */
  YcTextLimit *limit;           /* that of its text, nullable */
};

static void yc_form_table_nest_init (YcFormNestInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (YcFormTable,
                               yc_form_table,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (YC_TYPE_FORM_NEST, yc_form_table_nest_init))

static GtkWidget *
get_line (YcFormTable *self,
          guint        index)
{
  GtkWidget *line = gtk_widget_get_next_sibling (gtk_widget_get_first_child (self->lines));

  while (line != NULL && index-- > 0)
    line = gtk_widget_get_next_sibling (line);
  return line;
}

static guint
count_rows (YcFormTable *self)
{
  return g_list_model_get_n_items (yc_form_field_get_rows (self->field));
}

/* What the line under the table says */

static char *
find_first_error (YcFormTable *self)
{
  GListModel *rows = yc_form_field_get_rows (self->field);
  guint n = g_list_model_get_n_items (yc_form_element_get_columns (self->control));

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (YcFormRow) row = g_list_model_get_item (rows, i);

      for (guint k = 0; k < n; k++)
        {
          YcFormField *cell = yc_form_row_get_cell (row, self->control, k);

          if (yc_form_field_get_error (cell) != NULL)
            /* Translators: the number of a row, the title of a column, what is wrong there. */
            return g_strdup_printf (_ ("Row %u, %s: %s"), i + 1, yc_form_field_get_title (cell),
                                    yc_form_field_get_error (cell));
        }
    }
  return NULL;
}

static void
update_helper (YcFormTable *self)
{
  YcFormHelper *helper = YC_FORM_HELPER (self->helper);
  const char *own = yc_form_field_get_error (self->field);
  const char *refusal = self->limit == NULL ? NULL : yc_text_limit_get_words (self->limit);
  const char *error = self->current == NULL ? NULL : yc_form_field_get_error (self->current);
  const char *here = refusal != NULL ? refusal : error;
  g_autofree char *first = here != NULL ? g_strdup (here) : find_first_error (self);
  g_autofree char *derived = NULL;
  const char *help = NULL;

  if (self->current != NULL)
    {
      derived = yc_form_editor_derive (self->current);
      help = yc_form_field_get_help (self->current);
      help = help == NULL ? yc_form_field_get_help (self->field) : help;
    }
  yc_form_helper_set_error (helper, first != NULL ? first : own);
  yc_form_helper_set_words (helper, derived != NULL ? derived : help);
}

static void
notify_cb (YcFormField *field,
           GParamSpec  *pspec,
           YcFormTable *self)
{
  update_helper (self);
}

static void
update_actions (YcFormTable *self)
{
  guint current = self->row == NULL ? YC_FORM_NO_ROW : yc_form_row_get_index (self->row);

  yc_form_row_actions_update (GTK_WIDGET (self), self->field, current);
}

/* What is typed now would be undone, not what was removed before. */
static void
text_notify_cb (YcFormField *field,
                GParamSpec  *pspec,
                YcFormTable *self)
{
  update_helper (self);
  update_actions (self);
  yc_form_row_bar_forget_removed (YC_FORM_ROW_BAR (self->bar));
}

static void
set_current (YcFormTable *self,
             YcFormField *field,
             YcTextLimit *limit)
{
  g_set_object (&self->limit, limit);
  if (g_set_object (&self->current, field))
    update_helper (self);
}

static void
cell_enter_cb (GtkEventControllerFocus *controller,
               YcFormTable             *self)
{
  GtkWidget *cell = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  GtkWidget *line = gtk_widget_get_ancestor (cell, YC_TYPE_FORM_TABLE_ROW);
  GtkWidget *focusable = gtk_widget_get_focusable (cell) ? cell : gtk_widget_get_first_child (cell);

  set_current (self, yc_form_editor_find_field (focusable), yc_form_editor_find_limit (cell));
  g_set_object (&self->row, yc_form_table_row_get_row (YC_FORM_TABLE_ROW (line)));
  update_actions (self);
}

static void
table_leave_cb (GtkEventControllerFocus *controller,
                YcFormTable             *self)
{
  set_current (self, NULL, NULL);
  yc_form_field_leave (self->field);
  g_clear_object (&self->row);
  update_actions (self);
  yc_form_row_bar_forget_removed (YC_FORM_ROW_BAR (self->bar));
}

/* Lines */

static void
follow_cell (YcFormTable *self,
             GtkWidget   *cell,
             YcFormField *field)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  YcTextLimit *limit = yc_form_editor_find_limit (cell);

  g_signal_connect (focus, "enter", G_CALLBACK (cell_enter_cb), self);
  gtk_widget_add_controller (cell, focus);
  if (limit != NULL)
    g_signal_connect_object (limit, "notify::words", G_CALLBACK (update_helper), self,
                             G_CONNECT_SWAPPED);
  g_signal_connect_object (field, "notify::error", G_CALLBACK (notify_cb), self, 0);
  g_signal_connect_object (field, "notify::text", G_CALLBACK (text_notify_cb), self, 0);
}

static void
insert_line (YcFormTable *self,
             guint        index)
{
  g_autoptr (YcFormRow) row =
      g_list_model_get_item (yc_form_field_get_rows (self->field), index);
  GtkWidget *before = index == 0 ? gtk_widget_get_first_child (self->lines)
                                 : get_line (self, index - 1);
  GtkWidget *line = yc_form_table_row_new (self->control, row);

  for (guint i = 0; i < yc_form_table_row_get_n_cells (YC_FORM_TABLE_ROW (line)); i++)
    {
      follow_cell (self, yc_form_table_row_get_cell (YC_FORM_TABLE_ROW (line), i),
                   yc_form_row_get_cell (row, self->control, i));
    }
  gtk_box_insert_child_after (GTK_BOX (self->lines), line, before);
}

static void
items_changed_cb (GListModel  *rows,
                  guint        position,
                  guint        removed,
                  guint        added,
                  YcFormTable *self)
{
  for (guint i = 0; i < removed; i++)
    gtk_box_remove (GTK_BOX (self->lines), get_line (self, position));
  for (guint i = 0; i < added; i++)
    insert_line (self, position + i);
  update_actions (self);
  update_helper (self);
}

/* Keys */

static gboolean
find_focus (YcFormTable     *self,
            YcFormTableRow **line,
            guint           *column)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  for (GtkWidget *at = focus; at != NULL && at != GTK_WIDGET (self);
       at = gtk_widget_get_parent (at))
    {
      GtkWidget *parent = gtk_widget_get_parent (at);

      if (!YC_IS_FORM_TABLE_ROW (parent))
        continue;
      *line = YC_FORM_TABLE_ROW (parent);
      for (*column = 0; *column < yc_form_table_row_get_n_cells (*line); (*column)++)
        {
          if (yc_form_table_row_get_cell (*line, *column) == at)
            return TRUE;
        }
    }
  return FALSE;
}

static gboolean
focus_cell (YcFormTable *self,
            guint        row,
            guint        column)
{
  GtkWidget *line = get_line (self, row);

  return line != NULL &&
         yc_form_editor_focus (yc_form_table_row_get_cell (YC_FORM_TABLE_ROW (line), column));
}

/* Leaves the table forwards; an empty row at its end is not kept. */
static void
go_past (YcFormTable    *self,
         YcFormTableRow *line)
{
  guint index = yc_form_row_get_index (yc_form_table_row_get_row (line));
  gboolean blank = yc_form_table_row_is_blank (line);

  gtk_widget_activate_action (gtk_widget_get_parent (GTK_WIDGET (self)), "form.next", NULL);
  if (blank && index > 0)
    yc_form_field_remove_row (self->field, index);
}

static void
next_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  YcFormTable *self = YC_FORM_TABLE (widget);
  YcFormTableRow *line;
  guint column, row, n_rows = count_rows (self);

  if (!find_focus (self, &line, &column))
    return;
  row = yc_form_row_get_index (yc_form_table_row_get_row (line));
  if (row + 1 == n_rows && yc_form_table_row_is_blank (line) && column == 0)
    go_past (self, line);
  else if (column + 1 < yc_form_table_row_get_n_cells (line))
    focus_cell (self, row, column + 1);
  else if (row + 1 < n_rows)
    focus_cell (self, row + 1, 0);
  else if (!yc_form_table_row_is_blank (line) && yc_form_field_append_row (self->field) != NULL)
    focus_cell (self, row + 1, 0);
  else
    go_past (self, line);
}

static void
previous_cb (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  YcFormTable *self = YC_FORM_TABLE (widget);
  YcFormTableRow *line;
  guint column, row;

  if (!find_focus (self, &line, &column))
    return;
  row = yc_form_row_get_index (yc_form_table_row_get_row (line));
  if (column > 0)
    focus_cell (self, row, column - 1);
  else if (row > 0)
    focus_cell (self, row - 1, yc_form_table_row_get_n_cells (line) - 1);
  else
    gtk_widget_activate_action (gtk_widget_get_parent (widget), "form.previous", NULL);
}

static void
remove_row (YcFormTable *self,
            guint        index,
            guint        column)
{
  g_autoptr (YcFormRow) row =
      g_list_model_get_item (yc_form_field_get_rows (self->field), index);
  g_autofree char *title = yc_form_row_dup_title (row, self->control);
  gboolean blank = yc_form_row_actions_is_blank (self->field, index);

  focus_cell (self, yc_form_row_actions_do (self->field, "rows.remove", index), column);
  if (!blank)
    yc_form_row_bar_tell_removed (YC_FORM_ROW_BAR (self->bar), title);
}

static void
rows_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  YcFormTable *self = YC_FORM_TABLE (widget);
  YcFormTableRow *line = NULL;
  guint column = 0, row = YC_FORM_NO_ROW;

  if (find_focus (self, &line, &column))
    row = yc_form_row_get_index (yc_form_table_row_get_row (line));
  if (g_str_equal (action, "rows.remove"))
    remove_row (self, row, column);
  else
    row = yc_form_row_actions_do (self->field, action, row);
  if (!g_str_equal (action, "rows.remove") && row != YC_FORM_NO_ROW)
    focus_cell (self, row, g_str_equal (action, "rows.add") ? 0 : column);
  update_actions (self);
}

static void
remove_at_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  remove_row (YC_FORM_TABLE (widget), g_variant_get_uint32 (parameter), 0);
}

/* Before the cell, whose own Ctrl+Delete would take a word only; not while composing. */
static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  key,
                guint                  code,
                GdkModifierType        state,
                YcFormTable           *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  const char *action = yc_form_row_actions_find (key, state);

  if (action == NULL || yc_form_editor_is_composing (focus))
    return GDK_EVENT_PROPAGATE;
  gtk_widget_activate_action (GTK_WIDGET (self), action, NULL);
  return GDK_EVENT_STOP;
}

/* A row that was added a moment ago stands nowhere yet. */
static gboolean
yc_form_table_focus (GtkWidget        *widget,
                     GtkDirectionType  direction)
{
  YcFormTable *self = YC_FORM_TABLE (widget);
  GtkWidget *at = gtk_widget_get_focus_child (self->frame);

  switch ((int) direction)
    {
    case GTK_DIR_TAB_FORWARD:
      return (at != self->bar && yc_form_walk_by_tab (self->lines, direction)) ||
             gtk_widget_child_focus (self->bar, direction);
    case GTK_DIR_TAB_BACKWARD:
      return (at != self->lines && gtk_widget_child_focus (self->bar, direction)) ||
             yc_form_walk_by_tab (self->lines, direction);
    default:
      return GTK_WIDGET_CLASS (yc_form_table_parent_class)->focus (widget, direction);
    }
}

static gboolean
yc_form_table_focus_first (YcFormNest *nest)
{
  return focus_cell (YC_FORM_TABLE (nest), 0, 0);
}

static gboolean
focus_pointer_in_row (YcFormTable *self,
                      guint        index,
                      const char  *pointer)
{
  g_autoptr (YcFormRow) row =
      g_list_model_get_item (yc_form_field_get_rows (self->field), index);
  guint n = g_list_model_get_n_items (yc_form_element_get_columns (self->control));

  for (guint i = 0; row != NULL && i < n; i++)
    {
      YcFormField *cell = yc_form_row_get_cell (row, self->control, i);

      if (yc_form_walk_is_in (pointer, yc_form_field_get_pointer (cell)))
        return focus_cell (self, index, i);
    }
  return FALSE;
}

/* A pointer to a whole row, or to something in it that has no column, leads to its first cell. */
static gboolean
yc_form_table_focus_pointer (YcFormNest *nest,
                             const char *pointer)
{
  YcFormTable *self = YC_FORM_TABLE (nest);
  guint row = yc_form_row_actions_find_row (self->field, pointer);

  return row != YC_FORM_NO_ROW &&
         (focus_pointer_in_row (self, row, pointer) || focus_cell (self, row, 0));
}

static void
yc_form_table_nest_init (YcFormNestInterface *iface)
{
  iface->focus = yc_form_table_focus_first;
  iface->focus_pointer = yc_form_table_focus_pointer;
}

static void
yc_form_table_dispose (GObject *object)
{
  YcFormTable *self = YC_FORM_TABLE (object);

  g_clear_pointer (&self->frame, gtk_widget_unparent);
  g_clear_pointer (&self->helper, gtk_widget_unparent);
  g_clear_object (&self->current);
  g_clear_object (&self->row);
  g_clear_object (&self->limit);
  g_clear_object (&self->control);
  g_clear_object (&self->field);
  G_OBJECT_CLASS (yc_form_table_parent_class)->dispose (object);
}

static void
yc_form_table_class_init (YcFormTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (YC_TYPE_FORM_HELPER);
  g_type_ensure (YC_TYPE_FORM_ROW_BAR);
  G_OBJECT_CLASS (klass)->dispose = yc_form_table_dispose;
  widget_class->focus = yc_form_table_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "formtable");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TABLE);
  gtk_widget_class_install_action (widget_class, "form.next", NULL, next_cb);
  gtk_widget_class_install_action (widget_class, "form.previous", NULL, previous_cb);
  gtk_widget_class_install_action (widget_class, "rows.remove-at", "u", remove_at_cb);
  yc_form_row_actions_install (widget_class, rows_cb);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/yichuang/Yichuang/ui/widgets/form/yc-form-table.ui");
  gtk_widget_class_bind_template_child (widget_class, YcFormTable, frame);
  gtk_widget_class_bind_template_child (widget_class, YcFormTable, lines);
  gtk_widget_class_bind_template_child (widget_class, YcFormTable, bar);
  gtk_widget_class_bind_template_child (widget_class, YcFormTable, helper);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, table_leave_cb);
}

static void
yc_form_table_init (YcFormTable *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_orientable_set_orientation (
      GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
      GTK_ORIENTATION_VERTICAL);
}

/**
 * yc_form_table_new:
 * @control: a control that shows a repeating field
 *
 * Returns: a table
 */
GtkWidget *
yc_form_table_new (YcFormElement *control)
{
  YcFormField *field = yc_form_element_get_field (control);
  YcFormTable *self = g_object_new (YC_TYPE_FORM_TABLE, NULL);
  GListModel *rows = yc_form_field_get_rows (field);
  const char *title = yc_form_field_get_title (field);

  self->control = g_object_ref (control);
  self->field = g_object_ref (field);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  yc_form_row_bar_set_field (YC_FORM_ROW_BAR (self->bar), field, FALSE);
  gtk_box_append (GTK_BOX (self->lines), yc_form_table_row_new_heading (control));
  items_changed_cb (rows, 0, 0, g_list_model_get_n_items (rows), self);
  g_signal_connect_object (rows, "items-changed", G_CALLBACK (items_changed_cb), self, 0);
  g_signal_connect_object (field, "notify::error", G_CALLBACK (notify_cb), self, 0);
  g_signal_connect_object (field, "notify::enabled", G_CALLBACK (update_actions), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
