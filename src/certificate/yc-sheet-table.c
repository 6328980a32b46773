/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table of the sheet: its rows as boxes of the flow. */
#include "yc-sheet-table-private.h"
#include "yc-certificate-error.h"

#include <glib/gi18n-lib.h>

#include "yc-json.h"

#define PADDING_X 5.0
/* From line to line inside a cell, in ems; the font's leading is a row's least height. */
#define CELL_LEADING 1.45

typedef struct
{
  YcFlow                *flow;
  PangoContext          *context;
  const YcTemplateBlock *table;
  double                 width;
  YcSheetFont            head_font;
  YcSheetFont            cell_font;
  double                 padding;
} Table;

static YcSheetAlign
get_align (YcBlockAlign align)
{
  switch (align)
    {
    case YC_ALIGN_LEFT:
      return YC_SHEET_LEFT;
    case YC_ALIGN_RIGHT:
      return YC_SHEET_RIGHT;
    case YC_ALIGN_CENTRE:
    default:
      return YC_SHEET_CENTRE;
    }
}

static gboolean
add_cell (Table *self, YcBox *row, const char *text, const YcSheetFont *font, YcSheetAlign align,
          double x, double width, GError **error)
{
  YcCell cell = { NULL, x, width };

  if (width - 2.0 * PADDING_X < font->size)
    {
      g_set_error_literal (error, YC_CERTIFICATE_ERROR, YC_CERTIFICATE_ERROR_SPACE,
                           _("A table’s column is too narrow for one character"));
      return FALSE;
    }

  cell.lines = yc_sheet_set_text (self->context, text, font, align, 0.0, width - 2.0 * PADDING_X,
                                  error);
  if (cell.lines == NULL)
    return FALSE;
  for (guint i = 0; i < cell.lines->len; i++)
    g_array_index (cell.lines, YcSheetLine, i).x += PADDING_X;

  row->height = MAX (row->height, cell.lines->len * font->leading + 2.0 * self->padding);
  row->leading = font->leading;
  g_array_append_val (row->cells, cell);

  return TRUE;
}

static YcBox *
add_head (Table *self, GError **error)
{
  YcBox *row = yc_flow_add (self->flow, YC_BOX_ROW, 0.0);
  double x = 0.0;

  row->keep = TRUE;
  for (guint i = 0; i < self->table->columns->len; i++)
    {
      const YcTemplateColumn *column = g_ptr_array_index (self->table->columns, i);

      if (!add_cell (self, row, column->title, &self->head_font, YC_SHEET_CENTRE, x,
                     column->width * self->width, error))
        return NULL;
      x += column->width * self->width;
    }

  return row;
}

static gboolean
add_row (Table *self, YcBox *head, const YcTextScope *scope, GError **error)
{
  YcBox *row = yc_flow_add (self->flow, YC_BOX_ROW, 0.0);
  double x = 0.0;

  row->head = head;
  for (guint i = 0; i < self->table->columns->len; i++)
    {
      const YcTemplateColumn *column = g_ptr_array_index (self->table->columns, i);
      g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (YcTextRange));
      YcTextScope cell = { scope->data, scope->row, scope->index, values };
      YcSheetFont font = self->cell_font;
      g_autofree char *text = yc_certificate_text_expand (column->value, &cell, error);

      font.wholes = values;
      if (text == NULL || !add_cell (self, row, text, &font, get_align (column->align), x,
                                     column->width * self->width, error))
        return FALSE;
      x += column->width * self->width;
    }

  return TRUE;
}

/* Adds head and rows, each at least @font's leading high; nothing when the data has no rows. */
gboolean
yc_sheet_add_table (YcFlow                 *flow,
                    PangoContext           *context,
                    const YcTemplateBlock  *table,
                    JsonNode               *data,
                    const YcSheetFont      *font,
                    double                  width,
                    GError                **error)
{
  double leading = CELL_LEADING * font->size;
  Table self = {
    flow, context, table, width, { .size = font->size, .leading = leading, .bold = TRUE },
    { .size = font->size, .leading = leading, .bold = font->bold, .face = font->face },
    (font->leading - leading) / 2.0,
  };
  JsonArray *rows = yc_json_node_get_array (yc_certificate_path_get (data, table->rows));
  YcBox *head;

  if (rows == NULL || json_array_get_length (rows) == 0)
    return TRUE;

  if (json_array_get_length (rows) > YC_SHEET_MAX_ROWS)
    {
      g_set_error_literal (error, YC_CERTIFICATE_ERROR, YC_CERTIFICATE_ERROR_SPACE,
                           _("A group has more than 1000 rows"));
      return FALSE;
    }

  head = add_head (&self, error);
  if (head == NULL)
    return FALSE;
  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      YcTextScope scope = { data, json_array_get_element (rows, i), i + 1 };

      if (!add_row (&self, head, &scope, error))
        return FALSE;
    }

  return TRUE;
}
