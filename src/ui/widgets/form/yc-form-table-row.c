/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * One line of a table. All lines share out their width by the kinds of the columns, so that they
 * agree without measuring each other.
 */
#include "yc-form-table-row.h"

#include <glib/gi18n-lib.h>

#include "yc-children.h"
#include "yc-form-editor.h"
#include "yc-form-row-actions.h"
#include "yc-form-row-drag.h"

#define NUMBER_WIDTH 26
#define REMOVE_WIDTH 30
#define CELL_PADDING 13

typedef struct
{
  int digits;
  int share;
} ColumnWidth;

struct _YcFormTableRow
{
  GtkWidget    parent_instance;
  GtkWidget   *number;
  GtkWidget   *remove;          /* NULL for the headings */
  GPtrArray   *cells;           /* owned as children */
  GPtrArray   *widths;          /* ColumnWidth of each, static */
  YcFormField *repeating;
  YcFormElement *control;
  YcFormRow   *row;             /* NULL for the headings */
};

G_DEFINE_FINAL_TYPE (YcFormTableRow, yc_form_table_row, GTK_TYPE_WIDGET)

/* An address takes more room than a name, a name more than a word. */
static const ColumnWidth *
get_text_width (YcFormField *column)
{
  static const ColumnWidth word = { 6, 3 }, text = { 6, 6 }, line = { 6, 12 };
  guint length = yc_form_field_get_max_length (column);

  return length > 0 && length <= 20 ? &word : length >= 80 ? &line : &text;
}

/* What a column needs, in widths of a digit, and how much of the room to spare it gets. */
static const ColumnWidth *
get_width (YcFormField *column)
{
  static const ColumnWidth number = { 5, 1 }, yes_no = { 10, 0 }, date = { 10, 1 };
  static const ColumnWidth money = { 10, 1 };
  static const ColumnWidth choice = { 9, 4 }, id_number = { 18, 2 };

  switch (yc_form_field_get_kind (column))
    {
    case YC_FORM_FIELD_NUMBER:
    case YC_FORM_FIELD_INTEGER:
      return &number;
    case YC_FORM_FIELD_YES_NO:
      return &yes_no;
    case YC_FORM_FIELD_DATE:
      return &date;
    case YC_FORM_FIELD_CHOICE:
      return &choice;
    case YC_FORM_FIELD_MONEY:
      return &money;
    case YC_FORM_FIELD_TEXT:
    case YC_FORM_FIELD_MULTILINE:
    case YC_FORM_FIELD_REPEATING:
    case YC_FORM_FIELD_CHOICES:
    case YC_FORM_FIELD_ATTACHMENT:
    case YC_FORM_FIELD_ALTERNATIVES:
    default:
      if (g_strcmp0 (yc_form_field_get_format (column), "time") == 0)
        return &money;
      return g_strcmp0 (yc_form_field_get_format (column), "id-number") == 0
                 ? &id_number
                 : get_text_width (column);
    }
}

static int
get_digit_width (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int width = PANGO_PIXELS_CEIL (pango_font_metrics_get_approximate_digit_width (metrics));

  pango_font_metrics_unref (metrics);
  return width;
}

static int
get_least_width (YcFormTableRow *self,
                 guint           index,
                 int             digit)
{
  const ColumnWidth *column = g_ptr_array_index (self->widths, index);

  return column->digits * digit + CELL_PADDING;
}

static int
sum_least_widths (YcFormTableRow *self,
                  int             digit)
{
  int sum = NUMBER_WIDTH + REMOVE_WIDTH;

  for (guint i = 0; i < self->cells->len; i++)
    sum += get_least_width (self, i, digit);
  return sum;
}

static int
sum_shares (YcFormTableRow *self)
{
  int sum = 0;

  for (guint i = 0; i < self->widths->len; i++)
    sum += ((const ColumnWidth *) g_ptr_array_index (self->widths, i))->share;
  return MAX (sum, 1);
}

static void
measure_width (YcFormTableRow *self,
               int            *minimum,
               int            *natural)
{
  *minimum = *natural = sum_least_widths (self, get_digit_width (GTK_WIDGET (self)));
  for (guint i = 0; i < self->cells->len; i++)
    {
      int ignored;

      gtk_widget_measure (g_ptr_array_index (self->cells, i), GTK_ORIENTATION_HORIZONTAL, -1,
                          &ignored, NULL, NULL, NULL);
    }
}

static void
measure_height (YcFormTableRow *self,
                int            *minimum)
{
  *minimum = 0;
  for (guint i = 0; i < self->cells->len; i++)
    {
      int least;

      gtk_widget_measure (g_ptr_array_index (self->cells, i), GTK_ORIENTATION_VERTICAL, -1, &least,
                          NULL, NULL, NULL);
      *minimum = MAX (*minimum, least);
    }
}

static void
yc_form_table_row_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  YcFormTableRow *self = YC_FORM_TABLE_ROW (widget);
  int ignored;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_width (self, minimum, natural);
    }
  else
    {
      measure_height (self, minimum);
      *natural = *minimum;
    }
  gtk_widget_measure (self->number, orientation, -1, &ignored, NULL, NULL, NULL);
  if (self->remove != NULL)
    gtk_widget_measure (self->remove, orientation, -1, &ignored, NULL, NULL, NULL);
  *minimum_baseline = *natural_baseline = -1;
}

static void
allocate (GtkWidget *child,
          int        x,
          int        width,
          int        height)
{
  GtkAllocation place = { x, 0, width, height };

  if (child != NULL)
    gtk_widget_size_allocate (child, &place, -1);
}

static void
yc_form_table_row_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  YcFormTableRow *self = YC_FORM_TABLE_ROW (widget);
  int digit = get_digit_width (widget);
  int spare = MAX (0, width - sum_least_widths (self, digit));
  int sum = sum_shares (self), shared = 0, x = NUMBER_WIDTH;

  allocate (self->number, 0, NUMBER_WIDTH, height);
  for (guint i = 0; i < self->cells->len; i++)
    {
      int before = spare * shared / sum, column;

      shared += ((const ColumnWidth *) g_ptr_array_index (self->widths, i))->share;
      column = get_least_width (self, i, digit) + spare * shared / sum - before;
      allocate (g_ptr_array_index (self->cells, i), x, column, height);
      x += column;
    }
  allocate (self->remove, width - REMOVE_WIDTH, REMOVE_WIDTH, height);
}

static char *
write_cell_label (YcFormTableRow *self,
                  YcFormField    *field)
{
  /* Translators: a table's title, the number of a row in it, the title of a column. */
  return g_strdup_printf (_ ("%s %u %s"), yc_form_field_get_title (self->repeating),
                          yc_form_row_get_index (self->row) + 1, yc_form_field_get_title (field));
}

static void
index_notify_cb (YcFormRow      *row,
                 GParamSpec     *pspec,
                 YcFormTableRow *self)
{
  guint number = yc_form_row_get_index (row) + 1;
  g_autofree char *text = g_strdup_printf ("%u", number);
  g_autofree char *remove = g_strdup_printf (_ ("Remove row %u"), number);

  gtk_label_set_text (GTK_LABEL (self->number), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remove), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  remove, -1);
  for (guint i = 0; i < self->cells->len; i++)
    {
      g_autofree char *label =
          write_cell_label (self, yc_form_row_get_cell (row, self->control, i));

      yc_form_editor_set_label (g_ptr_array_index (self->cells, i), label);
    }
}

static void
remove_clicked_cb (GtkButton      *button,
                   YcFormTableRow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "rows.remove-at", "u",
                              yc_form_row_get_index (self->row));
}

static void
yc_form_table_row_dispose (GObject *object)
{
  YcFormTableRow *self = YC_FORM_TABLE_ROW (object);

  yc_children_remove (GTK_WIDGET (self));
  g_clear_pointer (&self->cells, g_ptr_array_unref);
  g_clear_pointer (&self->widths, g_ptr_array_unref);
  g_clear_object (&self->control);
  g_clear_object (&self->repeating);
  g_clear_object (&self->row);
  G_OBJECT_CLASS (yc_form_table_row_parent_class)->dispose (object);
}

static void
yc_form_table_row_class_init (YcFormTableRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_form_table_row_dispose;
  widget_class->measure = yc_form_table_row_measure;
  widget_class->size_allocate = yc_form_table_row_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "formtablerow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_ROW);
}

static void
yc_form_table_row_init (YcFormTableRow *self)
{
  self->cells = g_ptr_array_new ();
  self->widths = g_ptr_array_new ();
  self->number = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->number, "row-number");
  gtk_widget_set_parent (self->number, GTK_WIDGET (self));
}

static void
add_cell (YcFormTableRow *self,
          YcFormField    *column,
          GtkWidget      *cell)
{
  gtk_widget_set_parent (cell, GTK_WIDGET (self));
  g_ptr_array_add (self->cells, cell);
  g_ptr_array_add (self->widths, (gpointer) get_width (column));
}

static GtkWidget *
create_column_title (YcFormField *column)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *title = gtk_label_new (yc_form_field_get_title (column));
  GtkWidget *required = gtk_label_new ("*");

  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (required, "required");
  gtk_widget_set_visible (required, yc_form_field_get_required (column));
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), required);
  return box;
}

/**
 * yc_form_table_row_new_heading:
 * @control: a control that shows a repeating field
 *
 * Returns: a line with the titles of its columns
 */
GtkWidget *
yc_form_table_row_new_heading (YcFormElement *control)
{
  YcFormTableRow *self = g_object_new (YC_TYPE_FORM_TABLE_ROW, NULL);
  GListModel *columns = yc_form_element_get_columns (control);

  self->control = g_object_ref (control);
  self->repeating = g_object_ref (yc_form_element_get_field (control));
  gtk_widget_add_css_class (GTK_WIDGET (self), "titles");
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (YcFormField) column = g_list_model_get_item (columns, i);

      add_cell (self, column, create_column_title (column));
    }
  return GTK_WIDGET (self);
}

static void
add_remove_button (YcFormTableRow *self)
{
  self->remove = gtk_button_new_from_icon_name ("window-close-symbolic");
  gtk_widget_add_css_class (self->remove, "flat");
  gtk_widget_set_can_focus (self->remove, FALSE);
  gtk_widget_set_valign (self->remove, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (self->remove, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (self->remove, _ ("Remove this row (Ctrl+Delete)"));
  g_signal_connect (self->remove, "clicked", G_CALLBACK (remove_clicked_cb), self);
  gtk_widget_set_parent (self->remove, GTK_WIDGET (self));
}

/**
 * yc_form_table_row_new:
 * @control: a control that shows a repeating field
 * @row: one of its rows
 *
 * Returns: a line with the cells of the row
 */
GtkWidget *
yc_form_table_row_new (YcFormElement *control,
                       YcFormRow     *row)
{
  YcFormTableRow *self = g_object_new (YC_TYPE_FORM_TABLE_ROW, NULL);
  guint n = g_list_model_get_n_items (yc_form_element_get_columns (control));

  self->control = g_object_ref (control);
  self->repeating = g_object_ref (yc_form_element_get_field (control));
  self->row = g_object_ref (row);
  for (guint i = 0; i < n; i++)
    {
      YcFormField *field = yc_form_row_get_cell (row, control, i);

      add_cell (self, field, yc_form_editor_new (field, "", TRUE));
    }
  add_remove_button (self);
  gtk_widget_set_cursor_from_name (self->number, "grab");
  gtk_widget_set_tooltip_text (self->number, _ ("Drag the row to another place (Alt+↑, Alt+↓)"));
  yc_form_row_drag_attach (self->number, GTK_WIDGET (self), self->repeating, row);
  g_signal_connect_object (row, "notify::index", G_CALLBACK (index_notify_cb), self, 0);
  index_notify_cb (row, NULL, self);
  return GTK_WIDGET (self);
}

/**
 * yc_form_table_row_get_row:
 * @self: a line
 *
 * Returns: (transfer none) (nullable): its row, %NULL for the headings
 */
YcFormRow *
yc_form_table_row_get_row (YcFormTableRow *self)
{
  g_return_val_if_fail (YC_IS_FORM_TABLE_ROW (self), NULL);

  return self->row;
}

/**
 * yc_form_table_row_is_blank:
 * @self: a line
 *
 * Returns: whether nothing is filled in there, nor after it
 */
gboolean
yc_form_table_row_is_blank (YcFormTableRow *self)
{
  g_return_val_if_fail (YC_IS_FORM_TABLE_ROW (self), TRUE);

  return self->row == NULL || yc_form_row_actions_is_blank (self->repeating,
                                                            yc_form_row_get_index (self->row));
}

/**
 * yc_form_table_row_get_cell:
 * @self: a line
 * @index: which column
 *
 * Returns: (transfer none): the widget there
 */
GtkWidget *
yc_form_table_row_get_cell (YcFormTableRow *self,
                            guint           index)
{
  g_return_val_if_fail (YC_IS_FORM_TABLE_ROW (self) && index < self->cells->len, NULL);

  return g_ptr_array_index (self->cells, index);
}

/**
 * yc_form_table_row_get_n_cells:
 * @self: a line
 *
 * Returns: how many columns there are
 */
guint
yc_form_table_row_get_n_cells (YcFormTableRow *self)
{
  g_return_val_if_fail (YC_IS_FORM_TABLE_ROW (self), 0);

  return self->cells->len;
}
