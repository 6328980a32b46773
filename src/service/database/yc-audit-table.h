/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The chained record of who changed what. */
#pragma once

#include "yc-transaction.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

gboolean yc_audit_table_append (YcTransaction  *transaction,
                                const char     *now,
                                const char     *by,
                                const char     *action,
                                const char     *subject,
                                JsonObject     *detail,
                                GError        **error);
/**
 * YcAuditFilter:
 * @since: (nullable): from this time on, as it is stored
 * @by: (nullable): done by
 * @action: (nullable): of this kind
 * @subject: (nullable): done to
 *
 * Which records are meant; %NULL for whatever it is.
 */
typedef struct
{
  const char *since;
  const char *by;
  const char *action;
  const char *subject;
} YcAuditFilter;

/* (transfer full) (nullable): number, at, by, action, subject, detail (JSON) of each, in order */
YcRows  *yc_audit_table_list   (YcTransaction       *transaction,
                                const YcAuditFilter *filter,
                                GError             **error);
gboolean yc_audit_verify       (YcTransaction  *transaction,
                                gint64         *n_records,
                                GError        **error);

G_END_DECLS
