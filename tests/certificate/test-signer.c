/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a signing key may be: in a file, in a file with a passphrase, in a token. The token is
 * SoftHSM's, made in a folder of the test's own. */
#include "yc-certificate-error.h"
#include "yc-certificate-verifier.h"
#include "yc-pkcs11-signer.h"
#include "yc-secret-file.h"
#include "yc-test-folder.h"
#include "yc-test-pki.h"
#include "yc-test-sheet.h"
#include "yc-test-token.h"

#include <glib/gstdio.h>
#include <openssl/pem.h>
#include <string.h>

#define PASSPHRASE "口令 with a space"
#define PIN YC_TEST_TOKEN_PIN

typedef struct
{
  char            *folder;
  YcTestAuthority *authority;
  char            *key;
  char            *certificate;
  YcTestToken     *token;
} Fixture;

static char *
get_path (Fixture *f, const char *name)
{
  return g_build_filename (f->folder, name, NULL);
}

/* (transfer full): the path of a file with @text, of mode @mode */
static char *
write_secret (Fixture *f, const char *name, const char *text, int mode)
{
  char *path = get_path (f, name);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_chmod (path, mode), ==, 0);

  return path;
}

static void
set_up (Fixture *f, gconstpointer unused)
{
  f->folder = yc_test_folder_new ();
  f->authority = yc_test_authority_new ("样例根");
  f->key = get_path (f, "key.pem");
  f->certificate = get_path (f, "certificate.pem");
  yc_test_authority_issue_server (f->authority, NULL, 2020, 2050, f->key, f->certificate);
}

static void
tear_down (Fixture *f, gconstpointer unused)
{
  g_clear_pointer (&f->token, yc_test_token_free);
  yc_test_authority_free (f->authority);
  g_free (f->key);
  g_free (f->certificate);
  yc_test_folder_free (f->folder);
}

static void
assert_signs (Fixture *f, YcSigner *signer)
{
  g_autoptr (GBytes) pdf = yc_test_sheet_issue (1, signer);
  g_autoptr (YcTrust) trust = yc_test_authority_create_trust (f->authority);
  g_autoptr (YcVerdict) verdict = yc_certificate_verify (pdf, trust, NULL);

  g_assert_cmpint (yc_verdict_get_state (verdict), ==, YC_VERDICT_GENUINE);
  g_assert_false (yc_verdict_get_sample (verdict));
  g_assert_false (yc_signer_is_sample (signer));
}

/* The key again, encrypted. */
static char *
encrypt_key (Fixture *f)
{
  char *path = get_path (f, "encrypted.pem");
  FILE *in = g_fopen (f->key, "r");
  FILE *out = g_fopen (path, "w");
  EVP_PKEY *key = PEM_read_PrivateKey (in, NULL, NULL, NULL);

  g_assert_nonnull (key);
  g_assert_cmpint (PEM_write_PKCS8PrivateKey (out, key, EVP_aes_256_cbc (), PASSPHRASE,
                                              (int) strlen (PASSPHRASE), NULL, NULL),
                   ==, 1);
  EVP_PKEY_free (key);
  fclose (in);
  fclose (out);

  return path;
}

static void
test_passphrase (Fixture *f, gconstpointer unused)
{
  g_autofree char *key = encrypt_key (f);
  g_autofree char *right = write_secret (f, "right", PASSPHRASE "\n", 0600);
  g_autofree char *wrong = write_secret (f, "wrong", "xanadu\n", 0600);
  g_autofree char *missing = get_path (f, "missing");
  const char *const bad[] = { wrong, missing, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (YcSigner) signer =
      yc_pem_signer_new_from_files (key, right, f->certificate, &error);

  g_assert_no_error (error);
  assert_signs (f, signer);

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) why = NULL;

      g_assert_null (yc_pem_signer_new_from_files (key, bad[i], f->certificate, &why));
      if (bad[i] == missing)
        g_assert_error (why, G_FILE_ERROR, G_FILE_ERROR_NOENT);
      else
        g_assert_error (why, YC_CERTIFICATE_ERROR, YC_CERTIFICATE_ERROR_KEY);
      g_assert_null (strstr (why->message, "xanadu"));
    }
}

/* A key in the clear needs no passphrase, and is not hurt by one. */
static void
test_needless_passphrase (Fixture *f, gconstpointer unused)
{
  g_autofree char *needless = write_secret (f, "needless", "xanadu", 0600);
  g_autoptr (GError) error = NULL;
  g_autoptr (YcSigner) signer =
      yc_pem_signer_new_from_files (f->key, needless, f->certificate, &error);

  g_assert_no_error (error);
  assert_signs (f, signer);
}

/* What a secret's file may be. */
static void
test_secret_file (Fixture *f, gconstpointer unused)
{
  static const struct
  {
    const char *text;
    int         mode;
    const char *secret;
  } rows[] = {
    { "one line", 0600, "one line" },   { "one line\n", 0400, "one line" },
    { "one line\r\n", 0440, "one line" }, { " spaces ", 0640, " spaces " },
    { "one line", 0644, NULL },         { "one line", 0660, NULL },
    { "", 0600, NULL },                 { "\n", 0600, NULL },
    { "two\nlines\n", 0600, NULL },     { "no \xff text", 0600, NULL },
  };
  g_autofree char *flood = g_strnfill (5000, 'a');
  g_autofree char *long_path = write_secret (f, "flood", flood, 0600);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = write_secret (f, "secret", rows[i].text, rows[i].mode);
      g_autoptr (GError) error = NULL;
      char *secret = yc_secret_file_read (path, &error);

      g_assert_cmpstr (secret, ==, rows[i].secret);
      g_assert_true ((error != NULL) == (secret == NULL));
      yc_secret_free (secret);
    }
  g_assert_null (yc_secret_file_read (long_path, NULL));
  g_assert_null (yc_secret_file_read (f->folder, NULL));
  g_assert_null (yc_secret_file_read ("/dev/zero", NULL));
}

/* A token with the fixture's key. Returns where the key is. */
static YcPkcs11Key
make_token (Fixture *f, const char *pin_path)
{
  f->token = yc_test_token_new (f->folder, f->key);

  return (YcPkcs11Key){ yc_test_token_get_module (), YC_TEST_TOKEN_LABEL, YC_TEST_TOKEN_KEY,
                        pin_path };
}

static void
test_token (Fixture *f, gconstpointer unused)
{
  g_autofree char *pin = write_secret (f, "pin", PIN "\n", 0600);
  YcPkcs11Key key = make_token (f, pin);
  g_autoptr (GError) error = NULL;
  g_autoptr (YcSigner) signer = yc_pkcs11_signer_new (&key, f->certificate, &error);

  g_assert_no_error (error);
  assert_signs (f, signer);
  assert_signs (f, signer);
}

/* What is not there is told as such, and nothing is left open: the right words work afterwards. */
static void
test_token_trouble (Fixture *f, gconstpointer unused)
{
  g_autofree char *pin = write_secret (f, "pin", PIN, 0600);
  g_autofree char *wrong_pin = write_secret (f, "wrong-pin", "0000", 0600);
  g_autofree char *open_pin = write_secret (f, "open-pin", PIN, 0644);
  YcPkcs11Key right = make_token (f, pin);
  const YcPkcs11Key wrong[] = {
    { "/no/such/library.so", right.token, right.label, pin },
    { right.module, right.token, "no such key", pin },
    { right.module, right.token, right.label, wrong_pin },
    { right.module, right.token, right.label, open_pin },
  };
  g_autoptr (YcSigner) signer = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) why = NULL;

      g_assert_null (yc_pkcs11_signer_new (&wrong[i], f->certificate, &why));
      if (wrong[i].pin_path == open_pin)
        g_assert_error (why, G_FILE_ERROR, G_FILE_ERROR_PERM);
      else
        g_assert_error (why, YC_CERTIFICATE_ERROR, YC_CERTIFICATE_ERROR_TOKEN);
    }
  signer = yc_pkcs11_signer_new (&right, f->certificate, &error);
  g_assert_no_error (error);
  assert_signs (f, signer);
}

/* Pulled out in the middle of the work, it is told as such as often as it is tried; put back, the work
 * goes on by itself. */
static void
test_token_pulled_out (Fixture *f, gconstpointer unused)
{
  g_autofree char *pin = write_secret (f, "pin", PIN, 0600);
  YcPkcs11Key key = make_token (f, pin);
  g_autoptr (YcSigner) signer = yc_pkcs11_signer_new (&key, f->certificate, NULL);
  g_autoptr (GBytes) content = g_bytes_new_static ("content", 7);

  g_assert_nonnull (signer);
  for (guint round = 0; round < 2; round++)
    {
      assert_signs (f, signer);
      yc_test_token_pull_out (f->token);
      for (guint i = 0; i < 3; i++)
        {
          g_autoptr (GError) error = NULL;

          g_assert_null (yc_signer_sign (signer, content, yc_test_sheet_get_time (), &error));
          g_assert_error (error, YC_CERTIFICATE_ERROR, YC_CERTIFICATE_ERROR_TOKEN);
        }
      yc_test_token_put_back (f->token);
    }
  assert_signs (f, signer);
}

/* A service starts although its token is in a drawer: it waits for it, as it does later in the day. So it
 * does for one that is another. */
static void
test_token_absent (Fixture *f, gconstpointer unused)
{
  g_autofree char *pin = write_secret (f, "pin", PIN, 0600);
  YcPkcs11Key right = make_token (f, pin);
  YcPkcs11Key other = { right.module, "no such token", right.label, pin };
  g_autoptr (GBytes) content = g_bytes_new_static ("content", 7);
  g_autoptr (YcSigner) lost = yc_pkcs11_signer_new (&other, f->certificate, NULL);
  g_autoptr (YcSigner) signer = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (yc_signer_sign (lost, content, yc_test_sheet_get_time (), &error));
  g_assert_error (error, YC_CERTIFICATE_ERROR, YC_CERTIFICATE_ERROR_TOKEN);
  g_clear_error (&error);

  yc_test_token_pull_out (f->token);
  signer = yc_pkcs11_signer_new (&right, f->certificate, &error);
  g_assert_no_error (error);
  g_assert_null (yc_signer_sign (signer, content, yc_test_sheet_get_time (), &error));
  g_assert_error (error, YC_CERTIFICATE_ERROR, YC_CERTIFICATE_ERROR_TOKEN);
  yc_test_token_put_back (f->token);
  assert_signs (f, signer);
}

/* The certificate of another key must not be signed with. */
static void
test_token_other_certificate (Fixture *f, gconstpointer unused)
{
  g_autofree char *pin = write_secret (f, "pin", PIN, 0600);
  g_autofree char *other_key = get_path (f, "other-key.pem");
  g_autofree char *other = get_path (f, "other.pem");
  YcPkcs11Key key = make_token (f, pin);
  g_autoptr (GError) error = NULL;

  yc_test_authority_issue_server (f->authority, NULL, 2020, 2050, other_key, other);
  g_assert_null (yc_pkcs11_signer_new (&key, other, &error));
  g_assert_error (error, YC_CERTIFICATE_ERROR, YC_CERTIFICATE_ERROR_KEY);
}

static gpointer
sign_in_thread (gpointer data)
{
  g_autoptr (GBytes) content = g_bytes_new_static ("content", 7);
  guint n = 0;

  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (GBytes) der =
          yc_signer_sign (YC_SIGNER (data), content, yc_test_sheet_get_time (), NULL);

      n += der != NULL;
    }

  return GUINT_TO_POINTER (n);
}

static void
test_token_threads (Fixture *f, gconstpointer unused)
{
  g_autofree char *pin = write_secret (f, "pin", PIN, 0600);
  YcPkcs11Key key = make_token (f, pin);
  g_autoptr (YcSigner) signer = yc_pkcs11_signer_new (&key, f->certificate, NULL);
  GThread *threads[4];

  g_assert_nonnull (signer);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("signs", sign_in_thread, signer);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_assert_cmpuint (GPOINTER_TO_UINT (g_thread_join (threads[i])), ==, 20);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) \
  g_test_add ("/certificate/signer/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("passphrase", test_passphrase);
  ADD ("needless-passphrase", test_needless_passphrase);
  ADD ("secret-file", test_secret_file);
  ADD ("token", test_token);
  ADD ("token-trouble", test_token_trouble);
  ADD ("token-pulled-out", test_token_pulled_out);
  ADD ("token-absent", test_token_absent);
  ADD ("token-other-certificate", test_token_other_certificate);
  ADD ("token-threads", test_token_threads);
#undef ADD

  return g_test_run ();
}
