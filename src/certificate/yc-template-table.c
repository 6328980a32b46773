/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a template's table: the rows it is over, and its columns. */
#include "yc-template-block-private.h"

#include <glib/gi18n-lib.h>

#include "yc-json.h"

#define MAX_COLUMNS 12

static gboolean
read_column (YcTemplateBlock *self, JsonObject *object, const char *pointer, GError **error)
{
  const char *title = yc_json_get_string (object, "title", NULL);
  const char *value = yc_json_get_string (object, "value", NULL);
  g_autofree char *place = yc_json_pointer_append (pointer, "value");
  YcTemplateColumn *column = g_new0 (YcTemplateColumn, 1);

  g_ptr_array_add (self->columns, column);
  column->width = yc_json_get_double (object, "width", 0.0);
  if (title == NULL || value == NULL || !(column->width > 0.0 && column->width <= 1.0))
    return yc_template_fail (error, pointer,
                             _("A column needs title, value and a width from 0 to 1"));
  column->title = g_strdup (title);
  column->value = yc_certificate_text_new (value, TRUE, place, error);

  return column->value != NULL &&
         yc_template_block_read_align (object, pointer, &column->align, error);
}

/* Widths may add up to about 1; they are stretched to add up exactly. */
static gboolean
stretch_columns (YcTemplateBlock *self, const char *pointer, GError **error)
{
  double sum = 0.0;

  for (guint i = 0; i < self->columns->len; i++)
    sum += ((YcTemplateColumn *) g_ptr_array_index (self->columns, i))->width;
  if (sum > 1.02)
    return yc_template_fail (error, pointer,
                             _("The widths of the columns add up to more than 1"));
  for (guint i = 0; i < self->columns->len; i++)
    ((YcTemplateColumn *) g_ptr_array_index (self->columns, i))->width /= sum;

  return TRUE;
}

gboolean
yc_template_block_read_table (YcTemplateBlock  *self,
                              JsonObject       *table,
                              const char       *pointer,
                              GError          **error)
{
  const char *rows = yc_json_get_string (table, "rows", NULL);
  JsonArray *columns = yc_json_get_array (table, "columns");
  guint n_columns = columns ? json_array_get_length (columns) : 0;
  g_autofree char *rows_place = yc_json_pointer_append (pointer, "rows");
  g_autofree char *columns_place = yc_json_pointer_append (pointer, "columns");

  if (rows == NULL || n_columns == 0 || n_columns > MAX_COLUMNS)
    return yc_template_fail (error, pointer, _("A table needs rows and one to twelve columns"));
  if (!yc_certificate_path_check (rows, FALSE, rows_place, error))
    return FALSE;

  self->kind = YC_BLOCK_TABLE;
  self->rows = g_strdup (rows);
  for (guint i = 0; i < n_columns; i++)
    {
      JsonObject *column = yc_json_node_get_object (json_array_get_element (columns, i));
      g_autofree char *at = g_strdup_printf ("%s/%u", columns_place, i);

      if (!read_column (self, column, at, error))
        return FALSE;
    }

  return stretch_columns (self, columns_place, error);
}
