/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What everyone who changes or reads cases needs: who works, when, in which transaction. */
#include "yc-work.h"

#include "yc-audit-table.h"
#include "yc-json.h"

/**
 * yc_work_add_audit:
 * @work: the work, in a transaction that writes
 * @action: what is done, such as "case.submit"
 * @subject: to what
 * @detail: (transfer full): more, without personal data
 * @error: (nullable): return location
 *
 * Returns: %FALSE on an error
 */
gboolean
yc_work_add_audit (const YcWork  *work,
                   const char    *action,
                   const char    *subject,
                   JsonObject    *detail,
                   GError       **error)
{
  const char *by = work->identity != NULL ? work->identity->id : "";

  return yc_audit_table_append (work->transaction, work->now_text, by, action, subject, detail,
                                error);
}

/**
 * yc_work_get_fingerprint:
 * @work: the work
 * @object: something personal
 * @what: what it is
 *
 * Returns: (transfer full): a keyed hash, which proves what was there without telling it
 */
char *
yc_work_get_fingerprint (const YcWork *work,
                         JsonObject   *object,
                         const char   *what)
{
  g_autoptr (JsonNode) node = yc_json_object_node (json_object_ref (object));
  g_autofree char *text = yc_json_write_canonical (node);

  return yc_vault_fingerprint (yc_service_get_vault (work->service), text, what);
}
