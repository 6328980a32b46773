/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The certificates that were issued. The PDF names a person, so it is sealed like the case. */
#include "yc-certificates-table.h"

#include "yc-json.h"
#include "yc-sql-query.h"
#include "yc-sealed-json.h"

#define PDF "certificate.pdf"
#define SELECT                                                                                   \
  "SELECT serial, case_id, title, place_name, issued_at, sample, sha256, identifier, series, "   \
  "running, version, state, valid_until FROM certificates "

void
yc_certificate_record_free (YcCertificateRecord *self)
{
  g_free (self->serial);
  g_free (self->case_id);
  g_free (self->title);
  g_free (self->place_name);
  g_free (self->issued_at);
  g_free (self->sha256);
  g_free (self->identifier);
  g_free (self->series);
  g_free (self->valid_until);
  g_free (self);
}

/**
 * yc_certificates_table_insert:
 * @transaction: the transaction that allotted the serial number
 * @vault: seals the PDF
 * @record: the certificate
 * @pdf: the signed PDF
 * @error: (nullable): return location
 *
 * Returns: %FALSE on an error
 */
gboolean
yc_certificates_table_insert (YcTransaction              *transaction,
                              YcVault                    *vault,
                              const YcCertificateRecord  *record,
                              GBytes                     *pdf,
                              GError                    **error)
{
  g_autoptr (GBytes) sealed = yc_vault_seal (vault, pdf, PDF);

  return yc_transaction_run (transaction, error,
                             "INSERT INTO certificates (serial, case_id, title, place_name, "
                             "issued_at, sample, sha256, pdf, identifier, series, running, "
                             "version, state, valid_until, clerk, place_path) "
                             "SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, "
                             "c.clerk, c.place_path FROM cases c WHERE c.id = $2",
                             "sssssisbssiiss", record->serial, record->case_id, record->title,
                             record->place_name, record->issued_at, (gint64) record->sample,
                             record->sha256, sealed, record->identifier, record->series,
                             record->running, record->version,
                             yc_certificate_state_to_string (record->state), record->valid_until);
}

/* Only of the newest version's can the state change. */
gboolean
yc_certificates_table_set_state (YcTransaction       *transaction,
                                 const char          *serial,
                                 YcCertificateState   state,
                                 GError             **error)
{
  return yc_transaction_run (transaction, error,
                             "UPDATE certificates SET state = $2 WHERE serial = $1", "ss", serial,
                             yc_certificate_state_to_string (state));
}

static YcCertificateRecord *
find (YcTransaction  *transaction,
      const char     *sql,
      const char     *value,
      GError        **error)
{
  g_autoptr (YcRows) rows = yc_transaction_query_one (transaction, error, sql, "s", value);
  YcCertificateRecord *record;

  if (rows == NULL)
    return NULL;
  record = g_new0 (YcCertificateRecord, 1);
  record->serial = g_strdup (yc_rows_get_text (rows, 0));
  record->case_id = g_strdup (yc_rows_get_text (rows, 1));
  record->title = g_strdup (yc_rows_get_text (rows, 2));
  record->place_name = g_strdup (yc_rows_get_text (rows, 3));
  record->issued_at = g_strdup (yc_rows_get_text (rows, 4));
  record->sample = yc_rows_get_int (rows, 5) != 0;
  record->sha256 = g_strdup (yc_rows_get_text (rows, 6));
  record->identifier = g_strdup (yc_rows_get_text (rows, 7));
  record->series = g_strdup (yc_rows_get_text (rows, 8));
  record->running = yc_rows_get_int (rows, 9);
  record->version = yc_rows_get_int (rows, 10);
  yc_certificate_state_from_string (yc_rows_get_text (rows, 11), &record->state);
  record->valid_until = g_strdup (yc_rows_get_text (rows, 12));
  return record;
}

/**
 * yc_certificates_table_find:
 * @transaction: a transaction
 * @serial: a serial number
 * @error: (nullable): return location
 *
 * Returns: (transfer full): the certificate, %NULL with %YC_SERVICE_ERROR_NOT_FOUND when there is
 *   none
 */
YcCertificateRecord *
yc_certificates_table_find (YcTransaction  *transaction,
                            const char     *serial,
                            GError        **error)
{
  return find (transaction, SELECT "WHERE serial = $1", serial, error);
}

/**
 * yc_certificates_table_find_by_case:
 * @transaction: a transaction
 * @case_id: a case
 * @error: (nullable): return location
 *
 * Returns: (transfer full): the newest version of the case's certificate, %NULL with
 *   %YC_SERVICE_ERROR_NOT_FOUND when there is none
 */
YcCertificateRecord *
yc_certificates_table_find_by_case (YcTransaction  *transaction,
                                    const char     *case_id,
                                    GError        **error)
{
  return find (transaction, SELECT "WHERE case_id = $1 ORDER BY version DESC LIMIT 1", case_id,
               error);
}

/**
 * yc_certificates_table_find_version:
 * @transaction: a transaction
 * @record: a certificate
 * @version: the version asked for
 *
 * Returns: (transfer full) (nullable): the serial number of that version of the same certificate
 */
char *
yc_certificates_table_find_version (YcTransaction             *transaction,
                                    const YcCertificateRecord *record,
                                    gint64                     version)
{
  g_autoptr (YcRows) rows = yc_transaction_query_one (
    transaction, NULL, "SELECT serial FROM certificates WHERE series = $1 AND running = $2 AND "
    "version = $3", "sii", record->series, record->running, version);

  return rows != NULL ? g_strdup (yc_rows_get_text (rows, 0)) : NULL;
}

GBytes *
yc_certificates_table_load_pdf (YcTransaction  *transaction,
                                YcVault        *vault,
                                const char     *serial,
                                GError        **error)
{
  g_autoptr (GBytes) sealed = NULL;
  g_autoptr (YcRows) rows = yc_transaction_query_one (
    transaction, error, "SELECT pdf FROM certificates WHERE serial = $1", "s", serial);

  if (rows == NULL)
    return NULL;
  sealed = yc_rows_dup_bytes (rows, 0);
  return yc_vault_open (vault, sealed, PDF, error);
}

static JsonObject *
row_to_json (YcRows   *rows,
             YcVault  *vault,
             GError  **error)
{
  g_autoptr (GBytes) sealed = yc_rows_dup_bytes (rows, 5);
  g_autoptr (JsonObject) applicant = yc_sealed_json_read (vault, sealed, "case.applicant", error);
  JsonObject *object;

  if (applicant == NULL)
    return NULL;
  object = json_object_new ();
  json_object_set_string_member (object, "serial", yc_rows_get_text (rows, 0));
  json_object_set_string_member (object, "case_id", yc_rows_get_text (rows, 1));
  json_object_set_string_member (object, "case_number", yc_rows_get_text (rows, 2));
  json_object_set_string_member (object, "title", yc_rows_get_text (rows, 3));
  json_object_set_string_member (object, "applicant_name",
                                 yc_json_get_string (applicant, "name", ""));
  json_object_set_string_member (object, "issued_at", yc_rows_get_text (rows, 4));
  json_object_set_int_member (object, "n_prints", yc_rows_get_int (rows, 6));
  json_object_set_string_member (object, "state", yc_rows_get_text (rows, 7));
  json_object_set_int_member (object, "n_undelivered", yc_rows_get_int (rows, 8));
  return object;
}

static YcRows *
run_list (YcTransaction  *transaction,
          const char     *clerk,
          const char     *path,
          const char     *after_time,
          const char     *after_serial,
          gint64          limit,
          GError        **error)
{
  /* First which ones, by an index alone; then what is shown of them. */
  g_autoptr (YcSqlQuery) query = yc_sql_query_new (
    "SELECT t.serial, t.case_id, c.number, t.title, t.issued_at, c.applicant, "
    "(SELECT count(*) FROM prints p WHERE p.serial = t.serial), t.state, "
    "(SELECT count(*) FROM deliveries d WHERE d.serial = t.serial AND d.state = 'failed' "
    "AND d.detail <> 'void') "
    "FROM (SELECT t.serial FROM certificates t WHERE t.state <> 'replaced'");

  if (clerk != NULL)
    yc_sql_query_add (query, " AND t.clerk = ?", "s", clerk);
  if (path != NULL && path[0] != '\0')
    yc_sql_query_add (query, " AND substr(t.place_path, 1, length(?)) = ?", "ss", path, path);
  if (after_time != NULL)
    yc_sql_query_add (query, " AND (t.issued_at, t.serial) < (?, ?)", "ss", after_time,
                      after_serial);
  yc_sql_query_add (query, " ORDER BY t.issued_at DESC, t.serial DESC LIMIT ?) AS shown "
                "JOIN certificates t ON t.serial = shown.serial JOIN cases c ON c.id = t.case_id "
                "ORDER BY t.issued_at DESC, t.serial DESC", "i", limit);
  return yc_sql_query_run (query, transaction, error);
}

/**
 * yc_certificates_table_list:
 * @transaction: a transaction
 * @vault: opens the applicants
 * @clerk: (nullable): only from this clerk's cases
 * @path: (nullable): only from cases of places under this path
 * @after_time: (nullable): the page begins after this time of issue…
 * @after_serial: (nullable): …and this serial number
 * @limit: how many at most
 * @error: (nullable): return location
 *
 * Returns: (transfer full): objects {serial, case_id, case_number, title, applicant_name,
 *   issued_at, n_prints, state, n_undelivered}, the newest first; of each certificate its last
 *   version
 */
JsonArray *
yc_certificates_table_list (YcTransaction  *transaction,
                            YcVault        *vault,
                            const char     *clerk,
                            const char     *path,
                            const char     *after_time,
                            const char     *after_serial,
                            gint64          limit,
                            GError        **error)
{
  g_autoptr (JsonArray) array = json_array_new ();
  g_autoptr (YcRows) rows =
    run_list (transaction, clerk, path, after_time, after_serial, limit, error);

  while (yc_rows_next (rows, error))
    {
      JsonObject *object = row_to_json (rows, vault, error);

      if (object == NULL)
        return NULL;
      json_array_add_object_element (array, object);
    }
  return yc_rows_is_done (rows) ? g_steal_pointer (&array) : NULL;
}
