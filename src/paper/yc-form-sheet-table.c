/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list whose rows are cells: set as a table, its columns as wide as what stands in them asks. */
#include "yc-form-sheet-private.h"

#define MAX_COLUMNS 8

/* In Chinese characters; digits and letters take about half of that. */
static double
measure_words (const char *words)
{
  double width = 0.0;

  for (; *words != '\0'; words = g_utf8_next_char (words))
    width += g_unichar_iswide (g_utf8_get_char (words)) ? 1.0 : 0.55;

  return width;
}

/* How much room a column needs, in characters. */
static double
measure_column (YcFormElement *control, YcFormField *column, guint index)
{
  GListModel *rows = yc_form_field_get_rows (yc_form_element_get_field (control));
  double most = measure_words (yc_form_field_get_title (column));

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (YcFormRow) row = g_list_model_get_item (rows, i);
      YcFormField *cell = yc_form_row_get_cell (row, control, index);
      g_autofree char *words = cell != NULL ? yc_form_field_dup_words (cell) : NULL;

      if (words != NULL)
        most = MAX (most, measure_words (words));
    }

  return CLAMP (most, 3.0, 20.0);
}

static void
share_width (YcFormSheet     *self,
             YcFormElement   *control,
             GListModel      *columns,
             YcSheetCell *cells)
{
  guint n = g_list_model_get_n_items (columns);
  const double number = 0.06 * self->grid.width;
  double sum = 0.0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (YcFormField) column = g_list_model_get_item (columns, i);

      cells[i + 1].width = measure_column (control, column, i);
      sum += cells[i + 1].width;
    }
  cells[0].width = number;
  for (guint i = 0; i < n; i++)
    cells[i + 1].width *= (self->grid.width - number) / sum;
}

static YcBox *
add_columns (YcFormSheet *self, GListModel *columns, YcSheetCell *cells, GError **error)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  guint n = g_list_model_get_n_items (columns);

  cells[0].words = "序";
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (YcFormField) column = g_list_model_get_item (columns, i);

      g_ptr_array_add (words, yc_sheet_grid_legible (&self->grid, yc_form_field_get_title (column)));
      cells[i + 1].words = g_ptr_array_index (words, i);
    }
  for (guint i = 0; i <= n; i++)
    cells[i].title = TRUE;

  return yc_sheet_grid_add_head (&self->grid, cells, n + 1, error);
}

static gboolean
add_table_row (YcFormSheet      *self,
               YcFormElement    *control,
               YcFormRow        *row,
               YcSheetCell  *cells,
               guint             n,
               YcBox            *head,
               GError          **error)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (words, g_strdup_printf ("%u", yc_form_row_get_index (row) + 1));
  for (guint i = 0; i < n; i++)
    {
      YcFormField *cell = yc_form_row_get_cell (row, control, i);

      g_ptr_array_add (words, cell != NULL ? yc_form_sheet_dup_unmarked (self, cell)
                                           : g_strdup (""));
    }
  for (guint i = 0; i <= n; i++)
    cells[i] = (YcSheetCell) { g_ptr_array_index (words, i), cells[i].width, FALSE };

  return yc_sheet_grid_add_row (&self->grid, cells, n + 1, head, error);
}

gboolean
yc_form_sheet_add_table (YcFormSheet *self, YcFormElement *control, GError **error)
{
  GListModel *rows = yc_form_field_get_rows (yc_form_element_get_field (control));
  GListModel *columns = yc_form_element_get_columns (control);
  guint n = g_list_model_get_n_items (columns);
  YcSheetCell cells[MAX_COLUMNS + 1] = { 0 };
  YcBox *head;

  share_width (self, control, columns, cells);
  head = add_columns (self, columns, cells, error);
  for (guint i = 0; head != NULL && i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (YcFormRow) row = g_list_model_get_item (rows, i);

      if (!add_table_row (self, control, row, cells, n, head, error))
        return FALSE;
    }

  return head != NULL;
}

/* Whether it can be set so. */
gboolean
yc_form_sheet_is_flat (GListModel *columns)
{
  guint n = columns != NULL ? g_list_model_get_n_items (columns) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (YcFormField) column = g_list_model_get_item (columns, i);
      YcFormFieldKind kind = yc_form_field_get_kind (column);

      if (kind == YC_FORM_FIELD_REPEATING || kind == YC_FORM_FIELD_ALTERNATIVES)
        return FALSE;
    }

  return n > 0 && n <= MAX_COLUMNS;
}
