/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The chained record of who changed what.
 *
 * Each record's hash is SHA-256 over the hash of the record before it and its own content as
 * canonical JSON, so that none can be altered, removed or put in between without every later hash
 * changing. A counter beside the table tells when records at the end are missing. */
#include "yc-audit-table.h"

#include "yc-chain.h"
#include "yc-counters-table.h"
#include "yc-json.h"
#include "yc-service-error.h"

#include <glib/gi18n-lib.h>

#define COUNTER "audit"

static char *
hash_record (const char *previous,
             gint64      number,
             const char *at,
             const char *by,
             const char *action,
             const char *subject,
             const char *detail)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "number", number);
  json_object_set_string_member (object, "at", at);
  json_object_set_string_member (object, "by", by);
  json_object_set_string_member (object, "action", action);
  json_object_set_string_member (object, "subject", subject);
  json_object_set_string_member (object, "detail", detail);
  return yc_chain_hash (previous, object);
}

/**
 * yc_audit_table_append:
 * @transaction: the transaction that makes the change
 * @now: the time
 * @by: who makes it
 * @action: what is done, such as "case.submit"
 * @subject: to what: an id
 * @detail: (transfer full): more, without personal data
 * @error: (nullable): return location
 *
 * Returns: %FALSE on an error
 */
gboolean
yc_audit_table_append (YcTransaction  *transaction,
                       const char     *now,
                       const char     *by,
                       const char     *action,
                       const char     *subject,
                       JsonObject     *detail,
                       GError        **error)
{
  g_autoptr (JsonNode) node = yc_json_object_node (detail);
  g_autofree char *text = yc_json_write_canonical (node);
  g_autofree char *previous = NULL;
  g_autofree char *hash = NULL;
  gint64 number = yc_counters_table_next (transaction, COUNTER, error);

  if (number == 0)
    return FALSE;
  previous = yc_chain_get_previous (transaction, "SELECT hash FROM audit WHERE number = $1", number,
                                    error);
  if (previous == NULL)
    return FALSE;
  hash = hash_record (previous, number, now, by, action, subject, text);
  return yc_transaction_run (transaction, error,
                             "INSERT INTO audit (number, at, by_id, action, subject, detail, hash) "
                             "VALUES ($1, $2, $3, $4, $5, $6, $7)",
                             "issssss", number, now, by, action, subject, text, hash);
}

static const char *
or_any (const char *text)
{
  return text != NULL ? text : "";
}

YcRows *
yc_audit_table_list (YcTransaction        *transaction,
                     const YcAuditFilter  *filter,
                     GError              **error)
{
  return yc_transaction_query (
    transaction, error,
    "SELECT number, at, by_id, action, subject, detail FROM audit WHERE at >= $1 AND "
    "($2 = '' OR by_id = $2) AND ($3 = '' OR action = $3) AND ($4 = '' OR subject = $4) "
    "ORDER BY number",
    "ssss", or_any (filter->since), or_any (filter->by), or_any (filter->action),
    or_any (filter->subject));
}

static gboolean
check_record (YcRows  *rows,
              gint64   expected,
              char   **previous,
              GError **error)
{
  gint64 number = yc_rows_get_int (rows, 0);
  g_autofree char *hash = hash_record (*previous, number, yc_rows_get_text (rows, 1),
                                       yc_rows_get_text (rows, 2), yc_rows_get_text (rows, 3),
                                       yc_rows_get_text (rows, 4), yc_rows_get_text (rows, 5));

  if (number != expected || !g_str_equal (hash, yc_rows_get_text (rows, 6)))
    {
      g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, expected);

      g_set_error (error, YC_SERVICE_ERROR, YC_SERVICE_ERROR_FAILED,
                   _("The audit chain is broken at record %s."), text);
      return FALSE;
    }
  g_free (*previous);
  *previous = g_steal_pointer (&hash);
  return TRUE;
}

static void
set_missing (GError **error,
             gint64   found,
             gint64   written)
{
  g_autofree char *found_text = g_strdup_printf ("%" G_GINT64_FORMAT, found);
  g_autofree char *written_text = g_strdup_printf ("%" G_GINT64_FORMAT, written);

  g_set_error (error, YC_SERVICE_ERROR, YC_SERVICE_ERROR_FAILED,
               _("The audit chain ends at record %s, but %s were written."), found_text,
               written_text);
}

/**
 * yc_audit_verify:
 * @transaction: a transaction
 * @n_records: (out): how many records were found good
 * @error: (nullable): return location
 *
 * Goes through the whole chain.
 *
 * Returns: %FALSE with %YC_SERVICE_ERROR_FAILED when a record was altered, removed or added
 */
gboolean
yc_audit_verify (YcTransaction  *transaction,
                 gint64         *n_records,
                 GError        **error)
{
  g_autofree char *previous = g_strdup ("");
  g_autoptr (YcRows) rows = NULL;
  gint64 last = yc_counters_table_get (transaction, COUNTER, error);

  *n_records = 0;
  if (last < 0)
    return FALSE;
  rows = yc_transaction_query (transaction, error,
                               "SELECT number, at, by_id, action, subject, detail, hash FROM audit "
                               "ORDER BY number", "");
  while (yc_rows_next (rows, error))
    if (check_record (rows, *n_records + 1, &previous, error))
      *n_records += 1;
    else
      return FALSE;
  if (!yc_rows_is_done (rows))
    return FALSE;
  if (*n_records != last)
    set_missing (error, *n_records, last);
  return *n_records == last;
}
