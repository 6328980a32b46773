/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The service composes, signs and verifies in a pool of threads: all of it at once, from shared
 * template, data, signer and trust, must give what one thread alone gives, and must come to an end:
 * cairo's threads wait for each other for ever once more glyphs are in use than it keeps. */
#include "yc-certificate-verifier.h"
#include "yc-pem-signer.h"
#include "yc-test-sheet.h"

#define N_THREADS 8
#define N_ROUNDS 6

typedef struct
{
  YcCertificateTemplate *template_;
  JsonObject            *data;
  YcSigner              *signer;
  YcTrust               *trust;
  GBytes                *expected;
} Shared;

static gpointer
work (gpointer user_data)
{
  const Shared *shared = user_data;
  guint good = 0;

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      g_autoptr (GBytes) pdf = yc_certificate_issue (shared->template_, shared->data,
                                                     yc_test_sheet_get_marks (), shared->signer,
                                                     NULL);
      g_autoptr (YcVerdict) verdict = yc_certificate_verify (pdf, shared->trust, NULL);

      good += g_bytes_equal (pdf, shared->expected) &&
              yc_verdict_get_state (verdict) == YC_VERDICT_GENUINE;
    }

  return GUINT_TO_POINTER (good);
}

static void
test_at_once (void)
{
  g_autoptr (YcCertificateTemplate) template_ = yc_test_sheet_create_template ();
  g_autoptr (JsonObject) data = yc_test_sheet_create_data (6);
  g_autoptr (YcSigner) signer = yc_pem_signer_new_sample (NULL);
  g_autoptr (YcTrust) trust = yc_trust_new_sample (NULL);
  g_autoptr (GBytes) expected = yc_test_sheet_issue (6, signer);
  Shared shared = { template_, data, signer, trust, expected };
  GThread *threads[N_THREADS];

  for (guint i = 0; i < N_THREADS; i++)
    threads[i] = g_thread_new ("compose", work, &shared);
  for (guint i = 0; i < N_THREADS; i++)
    g_assert_cmpuint (GPOINTER_TO_UINT (g_thread_join (threads[i])), ==, N_ROUNDS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/certificate/threads/at-once", test_at_once);

  return g_test_run ();
}
