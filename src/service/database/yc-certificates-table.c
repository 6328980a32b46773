/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The certificates that were issued. The PDF names a person, so it is sealed like the case. */
#include "yc-certificates-table.h"

#include "yc-json.h"
#include "yc-query.h"
#include "yc-sealed-json.h"

#define PDF "certificate.pdf"
#define SELECT                                                                                   \
  "SELECT serial, case_id, title, place_name, issued_at, sample, sha256 FROM certificates "

void
yc_certificate_record_free (YcCertificateRecord *self)
{
  g_free (self->serial);
  g_free (self->case_id);
  g_free (self->title);
  g_free (self->place_name);
  g_free (self->issued_at);
  g_free (self->sha256);
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
                             "issued_at, sample, sha256, pdf, clerk, place_path) "
                             "SELECT $1, $2, $3, $4, $5, $6, $7, $8, c.clerk, c.place_path "
                             "FROM cases c WHERE c.id = $2",
                             "sssssisb", record->serial, record->case_id, record->title,
                             record->place_name, record->issued_at, (gint64) record->sample,
                             record->sha256, sealed);
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

YcCertificateRecord *
yc_certificates_table_find_by_case (YcTransaction  *transaction,
                                    const char     *case_id,
                                    GError        **error)
{
  return find (transaction, SELECT "WHERE case_id = $1", case_id, error);
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
  g_autoptr (YcQuery) query = yc_query_new (
    "SELECT t.serial, t.case_id, c.number, t.title, t.issued_at, c.applicant, "
    "(SELECT count(*) FROM prints p WHERE p.serial = t.serial) "
    "FROM (SELECT t.serial FROM certificates t WHERE 1 = 1");

  if (clerk != NULL)
    yc_query_add (query, " AND t.clerk = ?", "s", clerk);
  if (path != NULL && path[0] != '\0')
    yc_query_add (query, " AND substr(t.place_path, 1, length(?)) = ?", "ss", path, path);
  if (after_time != NULL)
    yc_query_add (query, " AND (t.issued_at, t.serial) < (?, ?)", "ss", after_time, after_serial);
  yc_query_add (query, " ORDER BY t.issued_at DESC, t.serial DESC LIMIT ?) AS shown "
                "JOIN certificates t ON t.serial = shown.serial JOIN cases c ON c.id = t.case_id "
                "ORDER BY t.issued_at DESC, t.serial DESC", "i", limit);
  return yc_query_run (query, transaction, error);
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
 *   issued_at, n_prints}, the newest first
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
