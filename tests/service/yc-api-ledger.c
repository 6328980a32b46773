/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks into the database of a service under test: what must hold at every moment. */
#include "yc-api-ledger.h"

#include "yc-audit-table.h"
#include "yc-case-totals.h"
#include "yc-certificate-verifier.h"
#include "yc-certificates-table.h"
#include "yc-serial-audit.h"
#include "yc-sqlite-database.h"

struct _YcApiLedger
{
  YcDatabase *database;
  YcTransaction *transaction;
  YcVault *vault;
};

YcApiLedger *
yc_api_ledger_open (YcApiFixture *fixture)
{
  YcApiLedger *self = g_new0 (YcApiLedger, 1);
  const char *folder = yc_test_service_get_folder (fixture->service);
  g_autofree char *path = g_build_filename (folder, "service.db", NULL);
  g_autofree char *key = g_build_filename (folder, "service.key", NULL);
  g_autoptr (GError) error = NULL;

  self->database = yc_sqlite_database_open_existing (path, &error);
  g_assert_no_error (error);
  self->transaction = yc_database_begin_read (self->database, &error);
  g_assert_no_error (error);
  self->vault = yc_vault_new_from_file (key, &error);
  g_assert_no_error (error);
  return self;
}

void
yc_api_ledger_free (YcApiLedger *self)
{
  g_object_unref (self->transaction);
  g_object_unref (self->database);
  g_object_unref (self->vault);
  g_free (self);
}

YcTransaction *
yc_api_ledger_get_transaction (YcApiLedger *self)
{
  return self->transaction;
}

gint64
yc_api_ledger_count (YcApiLedger *self,
                     const char  *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YcRows) rows = yc_transaction_query_one (self->transaction, &error, sql, "");

  g_assert_no_error (error);
  return yc_rows_get_int (rows, 0);
}

static void
assert_same_counts (YcApiLedger *self,
                    const char  *one,
                    const char  *other)
{
  g_assert_cmpint (yc_api_ledger_count (self, one), ==, yc_api_ledger_count (self, other));
}

void
yc_api_ledger_assert_sound (YcApiLedger *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YcRows) rows =
    yc_transaction_query_one (self->transaction, &error, "PRAGMA integrity_check", "");
  gint64 n = 0;

  g_assert_no_error (error);
  g_assert_cmpstr (yc_rows_get_text (rows, 0), ==, "ok");
  yc_audit_verify (self->transaction, &n, &error);
  g_assert_no_error (error);
  yc_case_totals_verify (self->transaction, &n, &error);
  g_assert_no_error (error);
  assert_same_counts (self, "SELECT count(*) FROM cases",
                      "SELECT coalesce(sum(value), 0) FROM counters WHERE name LIKE 'case-%'");
  assert_same_counts (self, "SELECT coalesce(sum(version), 0) FROM cases",
                      "SELECT count(*) FROM events WHERE kind = 'case'");
  assert_same_counts (self, "SELECT coalesce(sum(version), 0) FROM cases",
                      "SELECT count(*) FROM audit WHERE action LIKE 'case.%'");
  assert_same_counts (self, "SELECT coalesce(sum(n_tries), 0) FROM cases",
                      "SELECT count(*) FROM tries");
}

GBytes *
yc_api_ledger_load_pdf (YcApiLedger *self,
                        const char  *serial)
{
  g_autoptr (GError) error = NULL;
  GBytes *pdf = yc_certificates_table_load_pdf (self->transaction, self->vault, serial, &error);

  g_assert_no_error (error);
  return pdf;
}

static void
assert_genuine (YcApiLedger *self,
                YcTrust     *trust,
                const char  *serial)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (YcCertificateRecord) record =
    yc_certificates_table_find (self->transaction, serial, &error);
  g_autoptr (GBytes) pdf = yc_api_ledger_load_pdf (self, serial);
  g_autoptr (YcVerdict) verdict = NULL;
  g_autofree char *sha256 = NULL;

  g_assert_no_error (error);
  verdict = yc_certificate_verify (pdf, trust, now);
  g_assert_cmpint (yc_verdict_get_state (verdict), ==, YC_VERDICT_GENUINE);
  g_assert_cmpstr (yc_verdict_get_serial (verdict), ==, serial);
  sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, pdf);
  g_assert_cmpstr (sha256, ==, record->sha256);
}

/* Every version's file verifies and says its own number. */
static gint64
assert_each_genuine (YcApiLedger *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YcTrust) trust =
    yc_trust_new_from_file (YC_TEST_KEYS "/SAMPLE-authority.crt.pem", &error);
  g_autoptr (YcRows) rows = NULL;
  gint64 n = 0;

  g_assert_no_error (error);
  rows = yc_transaction_query (self->transaction, &error, "SELECT serial FROM certificates", "");
  for (; yc_rows_next (rows, &error); n++)
    assert_genuine (self, trust, yc_rows_get_text (rows, 0));
  g_assert_no_error (error);
  return n;
}

void
yc_api_ledger_assert_certificates (YcApiLedger *self)
{
  g_autoptr (GError) error = NULL;
  g_auto (YcSerialAudit) found = { 0 };
  gint64 n = assert_each_genuine (self);

  yc_serial_audit_run (self->transaction, self->vault, NULL, &found, &error);
  g_assert_no_error (error);
  g_assert_cmpint (found.n_certificates, ==, n);
  g_assert_cmpint (found.n_files, ==, n);
  assert_same_counts (self, "SELECT count(*) FROM certificates WHERE version = 1",
                      "SELECT coalesce(sum(value), 0) FROM counters "
                      "WHERE name LIKE 'certificate-%'");
  assert_same_counts (self, "SELECT count(DISTINCT case_id) FROM certificates",
                      "SELECT count(*) FROM cases WHERE state = 'issued'");
  assert_same_counts (self, "SELECT count(*) FROM certificates WHERE version = 1",
                      "SELECT count(*) FROM cases WHERE state = 'issued'");
}
