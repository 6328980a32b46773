/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One file for each thing that a check can find, tests/data/verify, checked by yichuangctl and by the
 * library, there also with what a register may say of it. */
#include "yc-certificate-verifier.h"
#include "yc-verification.h"

#include <string.h>

#define FOLDER YC_SOURCE "/tests/data/verify/"

static const GDate *
get_today (void)
{
  static GDate today;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 1, G_DATE_DECEMBER, 2026);

  return &today;
}

static GKeyFile *
read_cases (void)
{
  GKeyFile *cases = g_key_file_new ();
  g_autoptr (GError) error = NULL;

  g_key_file_load_from_file (cases, FOLDER "cases.ini", G_KEY_FILE_NONE, &error);
  g_assert_no_error (error);

  return cases;
}

static YcVerification *
verify (const char *name, char **sha256)
{
  g_autofree char *path = g_strconcat (FOLDER, name, NULL);
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (YcTrust) trust = yc_trust_new_from_file (FOLDER "trust.pem", &error);
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 12, 1, 0, 0, 0.0);
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (YcVerdict) verdict = NULL;
  gsize length;

  g_assert_no_error (error);
  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  pdf = g_bytes_new (contents, length);
  verdict = yc_certificate_verify (pdf, trust, now);
  *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, pdf);

  return yc_verification_new_for_file (verdict, pdf);
}

static void
add_registry (YcVerification *verification, const char *says, const char *sha256)
{
  YcRegistryEntry entry = { YC_REGISTRY_VALID, NULL, sha256, "2026-12-01" };

  if (g_str_equal (says, "void"))
    entry.state = YC_REGISTRY_VOID;
  else if (g_str_equal (says, "replaced"))
    entry.state = YC_REGISTRY_REPLACED;
  else if (g_str_equal (says, "expired"))
    entry.valid_until = "2026-11-30";
  else if (g_str_equal (says, "other"))
    entry.sha256 = "0000";
  else
    g_assert_true (g_str_equal (says, "valid") || g_str_equal (says, "nothing"));

  yc_verification_add_registry (verification, g_str_equal (says, "nothing") ? NULL : &entry,
                                get_today ());
}

/* @key: "found", or "register-" and what the register says. */
static void
check_case (GKeyFile *cases, const char *name, const char *key)
{
  g_autofree char *expected = g_key_file_get_string (cases, name, key, NULL);
  g_autofree char *sha256 = NULL;
  g_autoptr (YcVerification) verification = verify (name, &sha256);

  if (g_str_has_prefix (key, "register-"))
    add_registry (verification, key + strlen ("register-"), sha256);
  g_test_message ("%s %s", name, key);
  g_assert_cmpstr (yc_verification_state_to_string (yc_verification_get_state (verification)), ==,
                   expected);
}

static void
test_library (void)
{
  g_autoptr (GKeyFile) cases = read_cases ();
  g_auto (GStrv) names = g_key_file_get_groups (cases, NULL);

  g_assert_cmpuint (g_strv_length (names), ==, 11);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_auto (GStrv) keys = g_key_file_get_keys (cases, names[i], NULL, NULL);

      for (guint j = 0; keys[j] != NULL; j++)
        if (g_str_equal (keys[j], "found") || g_str_has_prefix (keys[j], "register-"))
          check_case (cases, names[i], keys[j]);
    }
}

static void
test_ctl (void)
{
  g_autoptr (GKeyFile) cases = read_cases ();
  g_auto (GStrv) names = g_key_file_get_groups (cases, NULL);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *title = g_key_file_get_string (cases, names[i], "title", NULL);
      g_autofree char *found = g_key_file_get_string (cases, names[i], "found", NULL);
      g_autofree char *path = g_strconcat (FOLDER, names[i], NULL);
      g_autofree char *line =
          g_strdup_printf ("%s certificate verify --trust %s %s", g_getenv ("YICHUANGCTL"),
                           FOLDER "trust.pem", path);
      g_autofree char *beginning = g_strdup_printf ("%s: %s\n", path, title);
      g_autofree char *output = NULL;
      g_autoptr (GError) error = NULL;
      int status;

      g_spawn_command_line_sync (line, &output, NULL, &status, &error);
      g_assert_no_error (error);
      g_assert_true (g_str_has_prefix (output, beginning));
      g_assert_true (g_spawn_check_wait_status (status, NULL) ==
                     g_str_equal (found, "sample"));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/certificate/verify-folder/library", test_library);
  g_test_add_func ("/certificate/verify-folder/yichuangctl", test_ctl);

  return g_test_run ();
}
