/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows that a query gives, one after the other. */
#include "yc-rows.h"

G_DEFINE_ABSTRACT_TYPE (YcRows, yc_rows, G_TYPE_OBJECT)

static void
yc_rows_class_init (YcRowsClass *klass)
{
}

static void
yc_rows_init (YcRows *self)
{
}

/**
 * yc_rows_next:
 * @self: rows
 * @error: (nullable): return location
 *
 * Returns: %TRUE when there is a row; %FALSE at the end (then @error is not set) or on an error
 */
gboolean
yc_rows_next (YcRows  *self,
              GError **error)
{
  return YC_ROWS_GET_CLASS (self)->next (self, error);
}

gboolean
yc_rows_is_null (YcRows *self,
                 guint   column)
{
  return YC_ROWS_GET_CLASS (self)->is_null (self, column);
}

gint64
yc_rows_get_int (YcRows *self,
                 guint   column)
{
  return YC_ROWS_GET_CLASS (self)->get_int (self, column);
}

/**
 * yc_rows_get_text:
 * @self: rows standing on a row
 * @column: from 0
 *
 * Returns: (nullable): the text, valid until the next step; %NULL for NULL
 */
const char *
yc_rows_get_text (YcRows *self,
                  guint   column)
{
  return YC_ROWS_GET_CLASS (self)->get_text (self, column);
}

/**
 * yc_rows_dup_bytes:
 * @self: rows standing on a row
 * @column: from 0
 *
 * Returns: (transfer full) (nullable): the bytes, %NULL for NULL
 */
GBytes *
yc_rows_dup_bytes (YcRows *self,
                   guint   column)
{
  return YC_ROWS_GET_CLASS (self)->dup_bytes (self, column);
}
