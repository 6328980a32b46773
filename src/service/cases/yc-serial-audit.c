/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Proves that no certificate's number is missing, given twice or taken away: the ledger is whole, in
 * each series it gives out 1, 2, 3… up to what the counter says, the versions of each number follow
 * each other, and the certificates are those that the ledger names, as it names them. */
#include "yc-serial-audit.h"

#include "yc-certificate-number.h"
#include "yc-certificate-state.h"
#include "yc-certificates-table.h"
#include "yc-counters-table.h"
#include "yc-ledger-begin.h"
#include "yc-ledger-table.h"
#include "yc-service-error.h"

#include <glib/gi18n-lib.h>

/* What the ledger has said of a running number so far. */
typedef struct
{
  guint16 version;
  gboolean is_void;
} Number;

typedef struct
{
  gint64 start;     /* how many numbers were given out under the old series */
  GArray *numbers;
} Series;

typedef struct
{
  YcTransaction *transaction;
  GHashTable *series;
} Audit;

static void
free_series (gpointer data)
{
  Series *series = data;

  g_array_unref (series->numbers);
  g_free (series);
}

G_GNUC_PRINTF (2, 3)
static gboolean
fail (GError     **error,
      const char  *format,
      ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_propagate_error (error, g_error_new_valist (YC_SERVICE_ERROR, YC_SERVICE_ERROR_FAILED, format,
                                                arguments));
  va_end (arguments);
  return FALSE;
}

/* Of an issuer and year, the old series had one counter for each kind; the new one begins above. */
static gint64
find_start (YcTransaction  *transaction,
            const char     *name,
            GError        **error)
{
  g_auto (GStrv) parts = g_strsplit (name, "-", -1);
  g_autofree char *pattern = NULL;
  g_autoptr (YcRows) rows = NULL;

  if (g_strv_length (parts) != 3)
    return 0;
  pattern = g_strdup_printf ("%s-%%-%s-%s", parts[0], parts[1], parts[2]);
  rows = yc_transaction_query_one (transaction, error, "SELECT coalesce(max(value), 0) FROM "
                                   "counters WHERE name LIKE $1", "s", pattern);
  return rows != NULL ? yc_rows_get_int (rows, 0) : -1;
}

static Series *
get_series (Audit       *audit,
            const char  *name,
            GError     **error)
{
  Series *series = g_hash_table_lookup (audit->series, name);
  gint64 start;

  if (series != NULL)
    return series;
  start = find_start (audit->transaction, name, error);
  if (start < 0)
    return NULL;
  series = g_new0 (Series, 1);
  series->start = start;
  series->numbers = g_array_new (FALSE, TRUE, sizeof (Number));
  g_hash_table_insert (audit->series, g_strdup (name), series);
  return series;
}

/* (nullable): NULL when the ledger has not given it out yet */
static Number *
get_number (Series *series,
            gint64  running)
{
  gint64 index = running - series->start - 1;

  return index >= 0 && index < series->numbers->len
           ? &g_array_index (series->numbers, Number, index) : NULL;
}

static gboolean
follow_issue (Series               *series,
              const YcLedgerEntry  *entry,
              GError              **error)
{
  const Number first = { .version = 1 };
  gint64 expected = series->start + series->numbers->len + 1;

  if (entry->running < expected)
    return fail (error, _("The number of %s was given twice."), entry->serial);
  if (entry->running > expected)
    return fail (error, _("A number before %s is missing."), entry->serial);
  if (entry->version != 1)
    return fail (error, _("The first version of %s is missing."), entry->serial);
  g_array_append_val (series->numbers, first);
  return TRUE;
}

static gboolean
follow_change (Series               *series,
               const YcLedgerEntry  *entry,
               GError              **error)
{
  gboolean voids = g_str_equal (entry->kind,
                                yc_certificate_action_to_string (YC_CERTIFICATE_ACTION_VOID));
  Number *number = get_number (series, entry->running);

  if (number == NULL)
    return fail (error, _("The first version of %s is missing."), entry->serial);
  if (number->is_void)
    return fail (error, _("%s was changed after it was made void."), entry->serial);
  if (entry->version != number->version + (voids ? 0 : 1))
    return fail (error, _("A version before %s is missing, or it was given twice."), entry->serial);
  number->version = (guint16) entry->version;
  number->is_void = voids;
  return TRUE;
}

/* The serial number says what the entry's columns say. */
static gboolean
check_serial (const YcLedgerEntry  *entry,
              GError              **error)
{
  YcCertificateNumber number;
  g_autofree char *series = NULL;
  g_autofree char *old = NULL;

  if (!yc_certificate_number_parse (entry->serial, &number))
    return fail (error, _("%s is no certificate number."), entry->serial);
  series = yc_ledger_name_series (number.issuer, number.year);
  old = g_strdup_printf ("certificate-%s-%s-%u", number.type, number.issuer, number.year);
  if ((gint64) number.running == entry->running && number.version == entry->version &&
      (g_str_equal (entry->series, series) || g_str_equal (entry->series, old)))
    return TRUE;
  return fail (error, _("The ledger counts %s as another number."), entry->serial);
}

static gboolean
follow (const YcLedgerEntry  *entry,
        gpointer              user_data,
        GError              **error)
{
  Series *series = get_series (user_data, entry->series, error);

  if (series == NULL || !check_serial (entry, error))
    return FALSE;
  return g_str_equal (entry->kind, YC_LEDGER_ISSUE) ? follow_issue (series, entry, error)
                                                    : follow_change (series, entry, error);
}

/* Numbers at the end of a series cannot be taken away: its counter has counted them. */
static gboolean
check_counter (Audit       *audit,
               const char  *name,
               gint64       value,
               GError     **error)
{
  Series *series = get_series (audit, name, error);

  if (series == NULL)
    return FALSE;
  return series->start + series->numbers->len == value ||
         fail (error, _("The counter %s and the ledger do not agree."), name);
}

static gboolean
check_counters (Audit   *audit,
                GError **error)
{
  g_autoptr (YcRows) rows =
    yc_transaction_query (audit->transaction, error,
                          "SELECT name, value FROM counters WHERE name LIKE 'certificate-%'", "");
  guint n = 0;

  for (; yc_rows_next (rows, error); n++)
    if (!check_counter (audit, yc_rows_get_text (rows, 0), yc_rows_get_int (rows, 1), error))
      return FALSE;
  if (!yc_rows_is_done (rows))
    return FALSE;
  return n == g_hash_table_size (audit->series) ||
         fail (error, _("A series of certificate numbers has lost its counter."));
}

#define MADE "l.series = t.series AND l.running = t.running AND l.version = t.version"

/* Each finds the certificates that are wrong in one way. */
typedef enum
{
  OTHER_THAN_ENTERED,
  NOT_ENTERED,
  IN_OTHER_STATE,
  N_SLIPS,
} Slip;

static const char *const searches[N_SLIPS] = {
  [OTHER_THAN_ENTERED] =
    "SELECT l.serial FROM ledger l LEFT JOIN certificates t ON t.serial = l.serial AND " MADE
    " AND t.identifier = l.identifier AND t.sha256 = l.sha256 WHERE t.serial IS NULL LIMIT 1",
  [NOT_ENTERED] =
    "SELECT t.serial FROM certificates t LEFT JOIN ledger l ON " MADE " AND l.kind <> 'void' "
    "WHERE l.number IS NULL LIMIT 1",
  [IN_OTHER_STATE] =
    "SELECT t.serial FROM certificates t WHERE t.state <> CASE "
    "WHEN EXISTS (SELECT 1 FROM ledger l WHERE " MADE " AND l.kind = 'void') THEN 'void' "
    "WHEN EXISTS (SELECT 1 FROM certificates n WHERE n.series = t.series AND n.running = t.running "
    "AND n.version > t.version) THEN 'replaced' ELSE 'valid' END LIMIT 1",
};

static gboolean
fail_for (Slip         slip,
          const char  *serial,
          GError     **error)
{
  if (slip == OTHER_THAN_ENTERED)
    return fail (error, _("The certificate %s is not what the ledger says of it."), serial);
  if (slip == NOT_ENTERED)
    return fail (error, _("The ledger does not know the certificate %s."), serial);
  return fail (error, _("The certificate %s is not in the state that the ledger says."), serial);
}

static gboolean
check_certificates (YcTransaction  *transaction,
                    GError        **error)
{
  for (Slip slip = 0; slip < N_SLIPS; slip++)
    {
      g_autoptr (YcRows) rows = yc_transaction_query (transaction, error, searches[slip], "");

      if (yc_rows_next (rows, error))
        return fail_for (slip, yc_rows_get_text (rows, 0), error);
      if (!yc_rows_is_done (rows))
        return FALSE;
    }
  return TRUE;
}

static gboolean
check_file (YcTransaction  *transaction,
            YcVault        *vault,
            const char     *serial,
            const char     *sha256,
            GError        **error)
{
  g_autoptr (GBytes) pdf = yc_certificates_table_load_pdf (transaction, vault, serial, NULL);
  g_autofree char *own =
    pdf != NULL ? g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, pdf) : NULL;

  return g_strcmp0 (own, sha256) == 0 ||
         fail (error, _("The file of certificate %s is not the one that was signed."), serial);
}

static gboolean
check_files (YcTransaction  *transaction,
             YcVault        *vault,
             YcSerialAudit  *found,
             GError        **error)
{
  g_autoptr (YcRows) rows =
    yc_transaction_query (transaction, error, "SELECT serial, sha256 FROM certificates", "");

  while (yc_rows_next (rows, error))
    {
      found->n_certificates++;
      if (vault == NULL)
        continue;
      if (!check_file (transaction, vault, yc_rows_get_text (rows, 0), yc_rows_get_text (rows, 1),
                       error))
        return FALSE;
      found->n_files++;
    }
  return yc_rows_is_done (rows);
}

/* A head noted down earlier is still the hash of an entry. */
static gboolean
check_head (YcTransaction  *transaction,
            const char     *head,
            GError        **error)
{
  g_autoptr (YcRows) rows = NULL;

  if (head == NULL)
    return TRUE;
  rows = yc_transaction_query (transaction, error, "SELECT number FROM ledger WHERE hash = $1", "s",
                               head);
  if (yc_rows_next (rows, error))
    return TRUE;
  return yc_rows_is_done (rows) &&
         fail (error, _("No entry of the ledger has the hash %s: it was written anew."), head);
}

void
yc_serial_audit_clear (YcSerialAudit *self)
{
  g_clear_pointer (&self->head, g_free);
}

/**
 * yc_serial_audit_run:
 * @transaction: a transaction
 * @vault: (nullable): opens the certificates' files; %NULL to leave them closed
 * @head: (nullable): the hash of an entry, noted down earlier
 * @found: (out caller-allocates): what was found good
 * @error: (nullable): return location
 *
 * Goes through the ledger, the counters and the certificates.
 *
 * Returns: %FALSE with %YC_SERVICE_ERROR_FAILED that names the first number that is wrong
 */
gboolean
yc_serial_audit_run (YcTransaction  *transaction,
                     YcVault        *vault,
                     const char     *head,
                     YcSerialAudit  *found,
                     GError        **error)
{
  g_autoptr (GHashTable) series =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_series);
  Audit audit = { .transaction = transaction, .series = series };

  *found = (YcSerialAudit) { 0 };
  if (!yc_ledger_walk (transaction, follow, &audit, &found->n_entries, &found->head, error) ||
      !check_head (transaction, head, error) || !check_counters (&audit, error) ||
      !check_certificates (transaction, error) ||
      !check_files (transaction, vault, found, error))
    return FALSE;
  found->n_series = g_hash_table_size (series);
  return TRUE;
}
