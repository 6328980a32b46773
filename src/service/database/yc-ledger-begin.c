/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes into the ledger what was issued before there was one, and begins the new series above the
 * old ones: those of one issuer and year were counted for each kind. */
#include "yc-ledger-begin.h"

#include "yc-certificate-number.h"
#include "yc-counters-table.h"
#include "yc-ledger-table.h"
#include "yc-service-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define SERIES "certificate"
/* Has a value once this was done. */
#define BEGUN "ledger-begun"

/* A certificate of before. */
typedef struct
{
  char *serial;
  char *issued_at;
  char *sha256;
  char *series;
  YcCertificateNumber number;
} Old;

static void
free_old (gpointer data)
{
  Old *old = data;

  g_free (old->serial);
  g_free (old->issued_at);
  g_free (old->sha256);
  g_free (old->series);
  g_free (old);
}

static Old *
read_old (YcRows  *rows,
          GError **error)
{
  Old *old = g_new0 (Old, 1);

  old->serial = g_strdup (yc_rows_get_text (rows, 0));
  old->issued_at = g_strdup (yc_rows_get_text (rows, 1));
  old->sha256 = g_strdup (yc_rows_get_text (rows, 2));
  if (yc_certificate_number_parse (old->serial, &old->number))
    {
      old->series = g_strdup_printf (SERIES "-%s-%s-%u", old->number.type, old->number.issuer,
                                     old->number.year);
      return old;
    }
  g_set_error (error, YC_SERVICE_ERROR, YC_SERVICE_ERROR_FAILED,
               _("The database holds a certificate whose number is wrong: %s."), old->serial);
  free_old (old);
  return NULL;
}

static int
compare_old (gconstpointer one,
             gconstpointer other)
{
  const Old *a = *(const Old *const *) one, *b = *(const Old *const *) other;
  int order = strcmp (a->series, b->series);

  if (order != 0)
    return order;
  return (a->number.running > b->number.running) - (a->number.running < b->number.running);
}

static GPtrArray *
list_old (YcTransaction  *transaction,
          GError        **error)
{
  g_autoptr (GPtrArray) array = g_ptr_array_new_with_free_func (free_old);
  g_autoptr (YcRows) rows = yc_transaction_query (
    transaction, error, "SELECT serial, issued_at, sha256 FROM certificates", "");

  while (yc_rows_next (rows, error))
    {
      Old *old = read_old (rows, error);

      if (old == NULL)
        return NULL;
      g_ptr_array_add (array, old);
    }
  g_ptr_array_sort (array, compare_old);
  return yc_rows_is_done (rows) ? g_steal_pointer (&array) : NULL;
}

static gboolean
enter_old (YcTransaction  *transaction,
           const Old      *old,
           GError        **error)
{
  YcLedgerEntry entry = {
    .at = old->issued_at,
    .by = "",
    .kind = YC_LEDGER_ISSUE,
    .series = old->series,
    .running = (gint64) old->number.running,
    .version = old->number.version,
    .serial = old->serial,
    .identifier = "",
    .sha256 = old->sha256,
    .reason = "",
  };

  return yc_transaction_run (transaction, error,
                             "UPDATE certificates SET series = $2, running = $3, version = $4 "
                             "WHERE serial = $1", "ssii", old->serial, old->series, entry.running,
                             entry.version) &&
         yc_ledger_table_append (transaction, &entry, error);
}

static gboolean
raise_series (YcTransaction  *transaction,
              const Old      *old,
              GError        **error)
{
  g_autofree char *series = yc_ledger_name_series (old->number.issuer, old->number.year);

  return yc_counters_table_raise (transaction, series, (gint64) old->number.running, error);
}

char *
yc_ledger_name_series (const char *issuer,
                       guint       year)
{
  return g_strdup_printf (SERIES "-%s-%u", issuer, year);
}

/**
 * yc_ledger_begin_once:
 * @transaction: a transaction that writes
 * @error: (nullable): return location
 *
 * Enters the certificates of a database that comes from a time before there was a ledger.
 *
 * Returns: %FALSE on an error
 */
gboolean
yc_ledger_begin_once (YcTransaction  *transaction,
                      GError        **error)
{
  gint64 begun = yc_counters_table_get (transaction, BEGUN, error);
  g_autoptr (GPtrArray) olds = NULL;

  if (begun != 0)
    return begun > 0;
  olds = list_old (transaction, error);
  if (olds == NULL)
    return FALSE;
  for (guint i = 0; i < olds->len; i++)
    if (!enter_old (transaction, g_ptr_array_index (olds, i), error) ||
        !raise_series (transaction, g_ptr_array_index (olds, i), error))
      return FALSE;
  return yc_counters_table_next (transaction, BEGUN, error) > 0;
}
