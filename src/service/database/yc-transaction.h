/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One transaction on a database of any engine. */
#pragma once

#include "yc-rows.h"

G_BEGIN_DECLS

/**
 * YcValue:
 * @type: 's' text or NULL, 'i' integer, 'b' bytes or NULL
 * @text: (nullable): the text of 's'
 * @number: the number of 'i'
 * @bytes: (nullable): the bytes of 'b'
 *
 * A value for a $N parameter; it borrows what it points to.
 */
typedef struct
{
  char type;
  const char *text;
  gint64 number;
  GBytes *bytes;
} YcValue;

#define YC_TYPE_TRANSACTION (yc_transaction_get_type ())

G_DECLARE_DERIVABLE_TYPE (YcTransaction, yc_transaction, YC, TRANSACTION, GObject)

/**
 * YcTransactionClass:
 * @query: runs a statement with $1, $2, … parameters
 * @control: runs a statement without parameters, such as SAVEPOINT
 *
 * What each database engine provides. A transaction that is let go of without a commit is rolled
 * back by the engine's dispose.
 */
struct _YcTransactionClass
{
  GObjectClass parent_class;

  YcRows  *(*query)   (YcTransaction  *self,
                       const char     *sql,
                       const YcValue  *values,
                       guint           n_values,
                       GError        **error);
  gboolean (*control) (YcTransaction  *self,
                       const char     *sql,
                       GError        **error);
  gboolean (*commit)  (YcTransaction  *self,
                       GError        **error);
};

YcRows   *yc_transaction_query_values (YcTransaction  *self,
                                       GError        **error,
                                       const char     *sql,
                                       const YcValue  *values,
                                       guint           n_values);
YcRows   *yc_transaction_query        (YcTransaction  *self,
                                       GError        **error,
                                       const char     *sql,
                                       const char     *types,
                                       ...);
YcRows   *yc_transaction_query_one    (YcTransaction  *self,
                                       GError        **error,
                                       const char     *sql,
                                       const char     *types,
                                       ...);
gboolean  yc_transaction_run          (YcTransaction  *self,
                                       GError        **error,
                                       const char     *sql,
                                       const char     *types,
                                       ...);
gboolean  yc_transaction_set_mark     (YcTransaction  *self,
                                       GError        **error);
gboolean  yc_transaction_keep         (YcTransaction  *self,
                                       GError        **error);
gboolean  yc_transaction_undo         (YcTransaction  *self,
                                       GError        **error);
gboolean  yc_transaction_commit       (YcTransaction  *self,
                                       GError        **error);

G_END_DECLS
