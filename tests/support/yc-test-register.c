/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A service whose register knows the files of tests/data/verify. */
#include "yc-test-register.h"

#include "yc-certificate-verifier.h"
#include "yc-connection.h"

#define FILES YC_SOURCE "/tests/data/verify/"

/* Takes the place of the one that was replaced. */
#define SUCCESSOR "ZM01-990119204001-2026-000202-V2-Z"
#define LAST_DAY "2099-12-31"

/* What is copied from a certificate of the samples. */
#define PLANT                                                                                     \
  "INSERT INTO certificates (serial, case_id, title, place_name, issued_at, sample, sha256, clerk, " \
  "place_path, identifier, series, running, version, state, valid_until, pdf) SELECT '%s', case_id, " \
  "title, place_name, issued_at, sample, '%s', clerk, place_path, '', 'test', %u, %d, '%s', '%s', pdf " \
  "FROM certificates LIMIT 1"
#define NOTE                                                                                      \
  "INSERT INTO ledger (number, at, by_id, kind, series, running, version, serial, identifier, "    \
  "sha256, reason, hash) SELECT max(number) + 1, max(at), '', '%s', 'test', %u, %d, '%s', '', '', " \
  "'mistake', '' FROM ledger"

static void
exec (YcTestService *service, const char *format, ...)
{
  g_autofree char *path =
    g_build_filename (yc_test_service_get_folder (service), "service.db", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (YcConnection) connection = yc_connection_open (path, YC_CONNECTION_READ_WRITE, &error);
  g_autofree char *sql = NULL;
  va_list values;

  g_assert_no_error (error);
  va_start (values, format);
  sql = g_strdup_vprintf (format, values);
  va_end (values);
  yc_connection_exec (connection, sql, &error);
  g_assert_no_error (error);
}

GKeyFile *
yc_test_register_read_cases (void)
{
  GKeyFile *cases = g_key_file_new ();
  g_autoptr (GError) error = NULL;

  g_key_file_load_from_file (cases, FILES "cases.ini", G_KEY_FILE_NONE, &error);
  g_assert_no_error (error);

  return cases;
}

GBytes *
yc_test_register_load (const char *name)
{
  g_autofree char *path = g_strconcat (FILES, name, NULL);
  g_autoptr (GError) error = NULL;
  char *data;
  gsize size;

  g_file_get_contents (path, &data, &size, &error);
  g_assert_no_error (error);

  return g_bytes_new_take (data, size);
}

static void
plant_one (YcTestService *service, const char *name, const char *registered, guint running)
{
  g_autoptr (GBytes) pdf = yc_test_register_load (name);
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, pdf);
  g_autoptr (YcVerdict) verdict = yc_certificate_verify (pdf, NULL, NULL);
  const char *serial = yc_verdict_get_serial (verdict);
  gboolean over = g_str_equal (registered, "expired");

  exec (service, PLANT, serial, sha256, running, 1, over ? "valid" : registered,
        over ? "2026-05-31" : LAST_DAY);
  if (g_str_equal (registered, "void"))
    exec (service, NOTE, "void", running, 1, serial);
  if (!g_str_equal (registered, "replaced"))
    return;
  exec (service, PLANT, SUCCESSOR, "", running, 2, "valid", LAST_DAY);
  exec (service, NOTE, "reissue", running, 2, SUCCESSOR);
}

void
yc_test_register_plant (YcTestService *service)
{
  g_autoptr (GKeyFile) cases = yc_test_register_read_cases ();
  g_auto (GStrv) names = g_key_file_get_groups (cases, NULL);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *registered = g_key_file_get_string (cases, names[i], "registered", NULL);

      if (registered != NULL)
        plant_one (service, names[i], registered, i + 1);
    }
}
