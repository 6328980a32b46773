/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that nobody made with good intent: verifier and signature writer must answer, whatever it
 * is. The seeds are fixed, so that a failure comes again; sanitizers watch in their own run. */
#include "yc-certificate-verifier.h"
#include "yc-pem-signer.h"
#include "yc-test-sheet.h"

#include <string.h>

#define ROUNDS 400

static const char *const spices[] = {
  "/ByteRange [0 1 2 3]", "/ByteRange", "/Contents <", "<<", ">>", "[", "]", "(", ")", "<", ">",
  "startxref\n0\n", "startxref\n99999999\n", "xref\n0 99999\n", "trailer\n<< /Root 1 0 R >>\n",
  "/Kids [1 0 R 1 0 R 1 0 R]", "/Prev 0", "/YC_Serial <FEFF", "%%EOF\n", "%PDF-1.4\n", "endobj\n",
  "1 0 obj\n", "stream\n", "\\", "%", "\r",
};

static GBytes *
compose_plain (void)
{
  g_autoptr (YcCertificateTemplate) template_ = yc_test_sheet_create_template ();
  g_autoptr (JsonObject) data = yc_test_sheet_create_data (1);
  g_autoptr (GError) error = NULL;
  GBytes *pdf = yc_certificate_compose (template_, data, yc_test_sheet_get_marks (), NULL, &error);

  g_assert_no_error (error);

  return pdf;
}

/* Only the parts that are read: fonts and drawings in the middle are a waste of rounds. */
static gsize
choose_place (GRand *random, GByteArray *bytes)
{
  gsize tail = MIN (bytes->len, 12000);

  if (bytes->len == 0)
    return 0;

  if (g_rand_boolean (random))
    return (gsize) g_rand_int_range (random, 0, (int) bytes->len);

  return bytes->len - 1 - (gsize) g_rand_int_range (random, 0, (int) tail);
}

static void
insert (GByteArray *bytes, gsize at, const char *text)
{
  gsize length = strlen (text);
  gsize rest = bytes->len - at;

  g_byte_array_set_size (bytes, (guint) (bytes->len + length));
  memmove (bytes->data + at + length, bytes->data + at, rest);
  memcpy (bytes->data + at, text, length);
}

static void
mutate (GRand *random, GByteArray *bytes)
{
  gsize at = choose_place (random, bytes);

  switch (g_rand_int_range (random, 0, 5))
    {
    case 0:
      if (bytes->len > 0)
        bytes->data[at] = (guint8) g_rand_int_range (random, 0, 256);
      break;
    case 1:
      insert (bytes, at, spices[g_rand_int_range (random, 0, G_N_ELEMENTS (spices))]);
      break;
    case 2:
      g_byte_array_set_size (bytes, (guint) at);
      break;
    case 3:
      if (bytes->len > at)
        g_byte_array_remove_range (bytes, (guint) at,
                                   (guint) g_rand_int_range (random, 0,
                                                             (int) MIN (bytes->len - at, 64) + 1));
      break;
    default:
      for (gsize i = at; i < bytes->len && i < at + 8; i++)
        if (g_ascii_isdigit (bytes->data[i]))
          bytes->data[i] = (guint8) g_rand_int_range (random, '0', '9' + 1);
      break;
    }
}

static GBytes *
spoil (GBytes *original, guint seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  GByteArray *bytes = g_byte_array_new ();

  g_byte_array_append (bytes, g_bytes_get_data (original, NULL),
                       (guint) g_bytes_get_size (original));
  for (int i = g_rand_int_range (random, 1, 5); i > 0; i--)
    mutate (random, bytes);

  return g_byte_array_free_to_bytes (bytes);
}

static void
test_verify (void)
{
  g_autoptr (GBytes) original = yc_test_sheet_issue_sample (1);
  g_autoptr (YcTrust) trust = yc_trust_new_sample (NULL);

  for (guint seed = 0; seed < ROUNDS; seed++)
    {
      g_autoptr (GBytes) spoiled = spoil (original, seed);
      g_autoptr (YcVerdict) verdict =
          yc_certificate_verify (spoiled, trust, yc_test_sheet_get_time ());

      if (!g_bytes_equal (spoiled, original))
        g_assert_cmpint (yc_verdict_get_state (verdict), !=, YC_VERDICT_GENUINE);
    }
}

/* Rewrites the digits of the signature only, so that the parser of CMS is reached each time. */
static void
test_cms (void)
{
  g_autoptr (GBytes) original = yc_test_sheet_issue_sample (1);
  g_autoptr (YcTrust) trust = yc_trust_new_sample (NULL);
  gsize size;
  const char *data = g_bytes_get_data (original, &size);
  const char *digits = g_strrstr_len (data + size - 8192, 8192, "/Contents <") + 11;

  for (guint seed = 0; seed < ROUNDS; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autofree char *copy = g_memdup2 (data, size);
      g_autoptr (GBytes) spoiled = NULL;
      g_autoptr (YcVerdict) verdict = NULL;

      for (int i = 0; i < 4; i++)
        copy[digits - data + g_rand_int_range (random, 0, 3000)] =
            "0123456789abcdef"[g_rand_int_range (random, 0, 16)];
      spoiled = g_bytes_new (copy, size);
      verdict = yc_certificate_verify (spoiled, trust, yc_test_sheet_get_time ());
      if (!g_bytes_equal (spoiled, original))
        g_assert_cmpint (yc_verdict_get_state (verdict), !=, YC_VERDICT_GENUINE);
    }
}

/* The writer takes only what is whole, or says why not. */
static void
test_sign (void)
{
  g_autoptr (GBytes) original = compose_plain ();
  g_autoptr (YcSigner) signer = yc_pem_signer_new_sample (NULL);

  for (guint seed = 0; seed < ROUNDS; seed++)
    {
      g_autoptr (GBytes) spoiled = spoil (original, seed);
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) pdf =
          yc_certificate_sign (spoiled, signer, NULL, yc_test_sheet_get_marks (), &error);

      g_assert_true ((pdf == NULL) == (error != NULL));
    }
}

/* Nesting and trees that lead back into themselves must end. */
static void
test_bombs (void)
{
  g_autoptr (YcSigner) signer = yc_pem_signer_new_sample (NULL);
  g_autofree char *deep = g_strnfill (200000, '[');
  char *files[] = {
    g_strdup_printf ("%%PDF-1.4\n1 0 obj\n%s\nendobj\nxref\n0 2\n0000000000 65535 f \n"
                     "0000000009 00000 n \ntrailer\n<< /Root 1 0 R >>\n"
                     "startxref\n200026\n%%%%EOF\n",
                     deep),
    g_strdup ("%PDF-1.4\n1 0 obj\n<< /Pages 1 0 R /Kids [1 0 R 1 0 R 1 0 R 1 0 R 1 0 R 1 0 R] >>\n"
              "endobj\nxref\n0 2\n0000000000 65535 f \n0000000009 00000 n \n"
              "trailer\n<< /Root 1 0 R >>\nstartxref\n92\n%%EOF\n"),
    NULL,
  };

  for (guint i = 0; files[i] != NULL; i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (files[i], strlen (files[i]));
      g_autoptr (YcVerdict) verdict = yc_certificate_verify (bytes, NULL, NULL);
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (yc_verdict_get_state (verdict), ==, YC_VERDICT_NOT_SIGNED);
      g_assert_null (yc_certificate_sign (bytes, signer, NULL, yc_test_sheet_get_marks (), &error));
      g_assert_nonnull (error);
      g_free (g_steal_pointer (&files[i]));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/certificate/hostile/verify", test_verify);
  g_test_add_func ("/certificate/hostile/cms", test_cms);
  g_test_add_func ("/certificate/hostile/sign", test_sign);
  g_test_add_func ("/certificate/hostile/bombs", test_bombs);

  return g_test_run ();
}
