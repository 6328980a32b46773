/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Running numbers without gaps. */
#pragma once

#include "yc-transaction.h"

G_BEGIN_DECLS

gint64 yc_counters_table_next (YcTransaction  *transaction,
                               const char     *name,
                               GError        **error);
gint64 yc_counters_table_get  (YcTransaction  *transaction,
                               const char     *name,
                               GError        **error);
gboolean yc_counters_table_raise (YcTransaction  *transaction,
                                  const char     *name,
                                  gint64          value,
                                  GError        **error);

G_END_DECLS
