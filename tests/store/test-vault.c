/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sealing, opening, and where the key comes from. */
#include "yc-store-error.h"
#include "yc-test-folder.h"
#include "yc-vault.h"

#include <glib/gstdio.h>
#include <sys/stat.h>

#define PLACE "drafts/1"

static YcVault *
vault_of (char letter)
{
  g_autofree char *key = g_strnfill (YC_VAULT_KEY_BYTES, letter);
  g_autoptr (GError) error = NULL;
  YcVault *vault = yc_vault_new ((const guint8 *) key, YC_VAULT_KEY_BYTES, &error);

  g_assert_no_error (error);
  return vault;
}

static void
assert_sealed (YcVault    *vault,
               GBytes     *sealed,
               const char *place)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (yc_vault_open (vault, sealed, place, &error));
  g_assert_error (error, YC_STORE_ERROR, YC_STORE_ERROR_SEALED);
}

static void
test_round_trip (void)
{
  static const char *const texts[] = { "", "x", "周国强 990101198001011237" };
  g_autoptr (YcVault) vault = vault_of ('k');

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) one = yc_vault_seal_text (vault, texts[i], PLACE);
      g_autoptr (GBytes) two = yc_vault_seal_text (vault, texts[i], PLACE);
      g_autoptr (GError) error = NULL;
      g_autofree char *opened = yc_vault_open_text (vault, one, PLACE, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (opened, ==, texts[i]);
      g_assert_false (g_bytes_equal (one, two));
      g_assert_cmpuint (g_bytes_get_size (one), ==, strlen (texts[i]) + 41);
    }
  g_assert_null (yc_vault_seal_text (vault, NULL, PLACE));
  g_assert_null (yc_vault_open_text (vault, NULL, PLACE, NULL));
}

static void
test_every_byte_counts (void)
{
  g_autoptr (YcVault) vault = vault_of ('k');
  g_autoptr (YcVault) other = vault_of ('o');
  g_autoptr (GBytes) sealed = yc_vault_seal_text (vault, "secret", PLACE);
  gsize size;
  const guint8 *data = g_bytes_get_data (sealed, &size);

  assert_sealed (other, sealed, PLACE);
  assert_sealed (vault, sealed, "drafts/2");
  for (gsize i = 0; i < size; i++)
    {
      g_autofree guint8 *copy = g_memdup2 (data, size);
      g_autoptr (GBytes) altered = NULL;
      g_autoptr (GBytes) cut = g_bytes_new (data, i);

      copy[i] ^= 1;
      altered = g_bytes_new (copy, size);
      assert_sealed (vault, altered, PLACE);
      assert_sealed (vault, cut, PLACE);
    }
}

static void
test_fingerprint (void)
{
  g_autoptr (YcVault) vault = vault_of ('k');
  g_autoptr (YcVault) other = vault_of ('o');
  g_autofree char *one = yc_vault_fingerprint (vault, "990101", "id-number");
  g_autofree char *again = yc_vault_fingerprint (vault, "990101", "id-number");
  g_autofree char *context = yc_vault_fingerprint (vault, "990101", "mobile");
  g_autofree char *key = yc_vault_fingerprint (other, "990101", "id-number");

  g_assert_cmpuint (strlen (one), ==, 32);
  g_assert_cmpstr (one, ==, again);
  g_assert_cmpstr (one, !=, context);
  g_assert_cmpstr (one, !=, key);
}

static void
test_wrong_key_length (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (yc_vault_new ((const guint8 *) "short", 5, &error));
  g_assert_error (error, YC_STORE_ERROR, YC_STORE_ERROR_KEY);
}

static void
test_key_file (void)
{
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "desk.key", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (YcVault) first = yc_vault_new_from_file (path, &error);
  g_autoptr (YcVault) second = yc_vault_new_from_file (path, &error);
  g_autoptr (GBytes) sealed = NULL;
  g_autofree char *opened = NULL;
  GStatBuf status;

  g_assert_no_error (error);
  sealed = yc_vault_seal_text (first, "kept", PLACE);
  opened = yc_vault_open_text (second, sealed, PLACE, &error);
  g_assert_cmpstr (opened, ==, "kept");
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  g_assert_cmpint (status.st_size, ==, YC_VAULT_KEY_BYTES);
}

static void
assert_key_refused (const char *path)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (yc_vault_new_from_file (path, &error));
  g_assert_error (error, YC_STORE_ERROR, YC_STORE_ERROR_KEY);
}

static void
test_bad_key_files (void)
{
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "desk.key", NULL);
  g_autofree char *missing = g_build_filename (folder, "no", "desk.key", NULL);
  g_autofree char *link_path = g_build_filename (folder, "link.key", NULL);
  g_autoptr (YcVault) vault = yc_vault_new_from_file (path, NULL);

  g_assert_nonnull (vault);
  g_assert_cmpint (g_chmod (path, 0604), ==, 0);
  assert_key_refused (path);
  g_assert_cmpint (g_chmod (path, 0600), ==, 0);
  g_assert_cmpint (symlink (path, link_path), ==, 0);
  assert_key_refused (link_path);
  g_assert_true (g_file_set_contents (path, "short", -1, NULL));
  g_assert_cmpint (g_chmod (path, 0600), ==, 0);
  assert_key_refused (path);
  assert_key_refused (missing);
  assert_key_refused (folder);
}

static void
test_passphrase (void)
{
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
  g_autofree char *path = g_build_filename (folder, "passphrase", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (YcVault) first = yc_vault_new_from_passphrase ("一二三四", path, &error);
  g_autoptr (YcVault) second = yc_vault_new_from_passphrase ("一二三四", path, &error);
  g_autoptr (GBytes) sealed = NULL;
  g_autofree char *opened = NULL;

  g_assert_no_error (error);
  sealed = yc_vault_seal_text (first, "kept", PLACE);
  opened = yc_vault_open_text (second, sealed, PLACE, &error);
  g_assert_cmpstr (opened, ==, "kept");

  g_assert_null (yc_vault_new_from_passphrase ("一二三", path, &error));
  g_assert_error (error, YC_STORE_ERROR, YC_STORE_ERROR_PASSPHRASE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/vault/round-trip", test_round_trip);
  g_test_add_func ("/store/vault/every-byte-counts", test_every_byte_counts);
  g_test_add_func ("/store/vault/fingerprint", test_fingerprint);
  g_test_add_func ("/store/vault/wrong-key-length", test_wrong_key_length);
  g_test_add_func ("/store/vault/key-file", test_key_file);
  g_test_add_func ("/store/vault/bad-key-files", test_bad_key_files);
  g_test_add_func ("/store/vault/passphrase", test_passphrase);
  return g_test_run ();
}
