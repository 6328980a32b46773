/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows that a query gives, one after the other. */
#include "yc-rows.h"

typedef struct
{
  /* Whether the last row was passed without an error. */
  gboolean done;
} YcRowsPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (YcRows, yc_rows, G_TYPE_OBJECT)

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
 * @self: (nullable): rows; %NULL from a query that failed
 * @error: (nullable): return location
 *
 * Returns: %TRUE when there is a row; %FALSE at the end or on an error, which yc_rows_is_done()
 *   tells apart
 */
gboolean
yc_rows_next (YcRows  *self,
              GError **error)
{
  g_autoptr (GError) local = NULL;

  if (self == NULL)
    return FALSE;
  if (YC_ROWS_GET_CLASS (self)->next (self, &local))
    return TRUE;
  if (local == NULL)
    ((YcRowsPrivate *) yc_rows_get_instance_private (self))->done = TRUE;
  else
    g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/**
 * yc_rows_is_done:
 * @self: (nullable): rows; %NULL from a query that failed
 *
 * Returns: whether yc_rows_next() has passed the last row without an error
 */
gboolean
yc_rows_is_done (YcRows *self)
{
  return self != NULL && ((YcRowsPrivate *) yc_rows_get_instance_private (self))->done;
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
