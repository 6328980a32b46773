/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows that a query gives, one after the other. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define YC_TYPE_ROWS (yc_rows_get_type ())

G_DECLARE_DERIVABLE_TYPE (YcRows, yc_rows, YC, ROWS, GObject)

/**
 * YcRowsClass:
 * @next: steps to the next row; %FALSE at the end and on an error
 * @is_null: whether the column (from 0) of the present row is NULL
 * @get_int: the column as an integer
 * @get_text: the column as text, owned by the rows until the next step
 * @dup_bytes: (transfer full): the column as bytes, %NULL for NULL
 *
 * What each database engine provides.
 */
struct _YcRowsClass
{
  GObjectClass parent_class;

  gboolean     (*next)      (YcRows  *self,
                             GError **error);
  gboolean     (*is_null)   (YcRows  *self,
                             guint    column);
  gint64       (*get_int)   (YcRows  *self,
                             guint    column);
  const char * (*get_text)  (YcRows  *self,
                             guint    column);
  GBytes     * (*dup_bytes) (YcRows  *self,
                             guint    column);
};

gboolean    yc_rows_next      (YcRows  *self,
                               GError **error);
gboolean    yc_rows_is_done   (YcRows  *self);
gboolean    yc_rows_is_null   (YcRows  *self,
                               guint    column);
gint64      yc_rows_get_int   (YcRows  *self,
                               guint    column);
const char *yc_rows_get_text  (YcRows  *self,
                               guint    column);
GBytes     *yc_rows_dup_bytes (YcRows  *self,
                               guint    column);

G_END_DECLS
