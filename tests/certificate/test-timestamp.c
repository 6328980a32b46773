/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Signatures that an authority stamps with the time (PAdES B-T), against OpenSSL's own responder. */
#include "yc-certificate-error.h"
#include "yc-certificate-verifier.h"
#include "yc-stamped-signer.h"
#include "yc-test-pki.h"
#include "yc-test-sheet.h"
#include "yc-test-tsa.h"

#include <string.h>

/* Asks a test's authority without any network. */
#define TEST_TYPE_STAMPER (test_stamper_get_type ())
G_DECLARE_FINAL_TYPE (TestStamper, test_stamper, TEST, STAMPER, GObject)

struct _TestStamper
{
  GObject    parent_instance;

  YcTestTsa *tsa;
};

static GBytes *
test_stamper_ask (YcTimestamper *stamper, GBytes *request, GError **error)
{
  return yc_test_tsa_reply (TEST_STAMPER (stamper)->tsa, request);
}

static void
test_stamper_init_interface (YcTimestamperInterface *interface_)
{
  interface_->ask = test_stamper_ask;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (TestStamper, test_stamper, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (YC_TYPE_TIMESTAMPER,
                                                      test_stamper_init_interface))

static void
test_stamper_class_init (TestStamperClass *klass)
{
}

static void
test_stamper_init (TestStamper *self)
{
}

/* Made once: a signer's authority, one of the time, another one of the time, a stamped sheet. */
static YcTestAuthority *authority;
static YcTestTsa *tsa, *other_tsa;
static YcSigner *bare;
static GBytes *stamped;

static YcTrust *
load_times (YcTestTsa *whose)
{
  g_autoptr (GError) error = NULL;
  YcTrust *times = yc_trust_new_from_file (yc_test_tsa_get_root (whose), &error);

  g_assert_no_error (error);

  return times;
}

/* Believes the signer, and the times of @whose (nullable). */
static YcTrust *
create_trust (YcTestTsa *whose)
{
  YcTrust *trust = yc_test_authority_create_trust (authority);
  g_autoptr (YcTrust) times = whose != NULL ? load_times (whose) : NULL;

  yc_trust_set_time_authorities (trust, times);

  return trust;
}

static YcSigner *
create_signer (YcTestTsa *asked, YcTestTsa *believed, gboolean required)
{
  g_autoptr (TestStamper) stamper = g_object_new (TEST_TYPE_STAMPER, NULL);
  g_autoptr (YcTrust) times = load_times (believed);

  stamper->tsa = asked;

  return yc_stamped_signer_new (bare, YC_TIMESTAMPER (stamper), times, required);
}

static YcVerdict *
verify (GBytes *pdf, YcTrust *trust, int year)
{
  g_autoptr (GDateTime) at = year != 0 ? g_date_time_new_utc (year, 6, 1, 0, 0, 0) : NULL;

  return yc_certificate_verify (pdf, trust, at);
}

static YcVerdictCheck *
get_check (YcVerdict *verdict)
{
  GListModel *checks = yc_verdict_get_checks (verdict);

  for (guint i = 0; i < g_list_model_get_n_items (checks); i++)
    {
      g_autoptr (YcVerdictCheck) check = g_list_model_get_item (checks, i);

      if (g_str_equal (yc_verdict_check_get_id (check), "timestamp"))
        return check;
    }

  g_error ("no check of the time-stamp");
}

static void
assert_verdict (GBytes *pdf, YcTestTsa *whose, int year, YcVerdictState state, YcCheckResult stamp)
{
  g_autoptr (YcTrust) trust = create_trust (whose);
  g_autoptr (YcVerdict) verdict = verify (pdf, trust, year);

  g_assert_cmpint (yc_verdict_get_state (verdict), ==, state);
  g_assert_cmpint (yc_verdict_check_get_result (get_check (verdict)), ==, stamp);
}

/* The authority's name and time are told; Poppler takes it too. */
static void
test_good (void)
{
  g_autoptr (YcTrust) trust = create_trust (tsa);
  g_autoptr (YcVerdict) verdict = verify (stamped, trust, 0);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *year = g_date_time_format (now, "%Y-");
  const char *detail = yc_verdict_check_get_detail (get_check (verdict));
  g_autofree char *words = yc_test_sheet_run (stamped, "pdfsig", "-nocert", FALSE);

  g_assert_cmpint (yc_verdict_get_state (verdict), ==, YC_VERDICT_GENUINE);
  g_assert_cmpint (yc_verdict_check_get_result (get_check (verdict)), ==, YC_CHECK_PASSED);
  g_assert_nonnull (strstr (detail, "Time server"));
  g_assert_true (g_str_has_prefix (detail, year));
  g_assert_nonnull (strstr (words, "Signature is Valid."));
  g_assert_nonnull (strstr (words, "Total document signed"));
}

/* The stamp is believed only from whom it is believed from, and is never worse than none. */
static void
test_whose (void)
{
  g_autoptr (GBytes) plain = yc_test_sheet_issue (1, bare);

  assert_verdict (stamped, NULL, 0, YC_VERDICT_GENUINE, YC_CHECK_SKIPPED);
  assert_verdict (stamped, other_tsa, 0, YC_VERDICT_GENUINE, YC_CHECK_SKIPPED);
  assert_verdict (plain, tsa, 0, YC_VERDICT_GENUINE, YC_CHECK_SKIPPED);
}

/* What it is for: all of the signer's chain ended in 2050, the authority of the time later. */
static void
test_outlives_signer (void)
{
  g_autoptr (GBytes) plain = yc_test_sheet_issue (1, bare);

  assert_verdict (plain, tsa, 2055, YC_VERDICT_EXPIRED_SIGNER, YC_CHECK_SKIPPED);
  assert_verdict (stamped, tsa, 2055, YC_VERDICT_GENUINE, YC_CHECK_PASSED);
  assert_verdict (stamped, NULL, 2055, YC_VERDICT_EXPIRED_SIGNER, YC_CHECK_SKIPPED);
  assert_verdict (stamped, other_tsa, 2055, YC_VERDICT_EXPIRED_SIGNER, YC_CHECK_SKIPPED);
  /* Then the authority of the time has ended as well. */
  assert_verdict (stamped, tsa, 2099, YC_VERDICT_EXPIRED_SIGNER, YC_CHECK_SKIPPED);
}

/* Who was revoked stays so, whenever it was stamped. */
static void
test_revoked (void)
{
  g_autoptr (GBytes) pem = yc_test_authority_dup_pem (authority, TRUE, TRUE);
  g_autoptr (YcTrust) trust = create_trust (tsa);
  g_autoptr (GError) error = NULL;
  g_autoptr (YcVerdict) verdict = NULL;

  g_assert_true (yc_trust_add_crls (trust, pem, &error));
  g_assert_no_error (error);
  verdict = verify (stamped, trust, 0);
  g_assert_cmpint (yc_verdict_get_state (verdict), ==, YC_VERDICT_UNTRUSTED);
}

/* Whatever digit of the signature or of its stamp is another one, not everything passes. */
static void
test_any_byte (void)
{
  gsize size;
  const char *data = g_bytes_get_data (stamped, &size);
  g_autofree char *copy = g_memdup2 (data, size);
  g_autoptr (YcTrust) trust = create_trust (tsa);
  const char *start = g_strstr_len (copy, (gssize) size, "/Contents <");
  gsize at, end, n_refused = 0;

  /* strstr() would stop at the first zero byte of the page. */
  for (at = 0; start == NULL && at + 11 < size; at++)
    if (memcmp (copy + at, "/Contents <", 11) == 0)
      start = copy + at;
  g_assert_nonnull (start);
  at = (gsize) (start - copy) + 11;
  end = at + strcspn (copy + at, ">");

  for (; at < end; at += g_test_thorough () ? 1 : 5)
    {
      g_autoptr (GBytes) changed = NULL;
      g_autoptr (YcVerdict) verdict = NULL;
      char old = copy[at];

      copy[at] = old == '3' ? '6' : '3';
      changed = g_bytes_new_static (copy, size);
      verdict = verify (changed, trust, 0);
      if (yc_verdict_get_state (verdict) == YC_VERDICT_GENUINE &&
          yc_verdict_check_get_result (get_check (verdict)) == YC_CHECK_PASSED)
        g_error ("digit %" G_GSIZE_FORMAT " from the signature's end changed, and all passes",
                 end - at);
      n_refused += yc_verdict_get_state (verdict) != YC_VERDICT_GENUINE;
      copy[at] = old;
    }
  g_assert_cmpuint (n_refused, >, 0);
}

/* What an authority answers that is no help: the certificate is signed all the same, and says that it
 * has no stamp; unless it must have one. */
static void
test_no_help (void)
{
  static const YcTestTsaMode modes[] = { YC_TEST_TSA_REPEATS, YC_TEST_TSA_REFUSES,
                                         YC_TEST_TSA_TALKS_NONSENSE };
  g_autoptr (YcSigner) eager = create_signer (tsa, tsa, FALSE);
  g_autoptr (YcSigner) strict = create_signer (tsa, tsa, TRUE);
  g_autoptr (GBytes) content = g_bytes_new_static ("content", 7);
  guint n_stamped, n_missed;

  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      g_autoptr (GBytes) plain = NULL;
      g_autoptr (GError) error = NULL;

      yc_test_tsa_set_mode (tsa, modes[i]);
      plain = yc_test_sheet_issue (1, eager);
      assert_verdict (plain, tsa, 0, YC_VERDICT_GENUINE, YC_CHECK_SKIPPED);
      g_assert_null (yc_signer_sign (strict, content, yc_test_sheet_get_time (), &error));
      g_assert_error (error, YC_CERTIFICATE_ERROR, YC_CERTIFICATE_ERROR_TIMESTAMP);
    }
  yc_test_tsa_set_mode (tsa, YC_TEST_TSA_ANSWERS);
  yc_stamped_signer_get_counts (YC_STAMPED_SIGNER (eager), &n_stamped, &n_missed);
  g_assert_cmpuint (n_stamped, ==, 0);
  g_assert_cmpuint (n_missed, ==, G_N_ELEMENTS (modes));
}

/* An authority that answers well, but is not the one to be believed. */
static void
test_wrong_authority (void)
{
  g_autoptr (YcSigner) signer = create_signer (other_tsa, tsa, TRUE);
  g_autoptr (GBytes) content = g_bytes_new_static ("content", 7);
  g_autoptr (GError) error = NULL;

  g_assert_null (yc_signer_sign (signer, content, yc_test_sheet_get_time (), &error));
  g_assert_error (error, YC_CERTIFICATE_ERROR, YC_CERTIFICATE_ERROR_TIMESTAMP);
}

int
main (int argc, char **argv)
{
  g_autoptr (YcSigner) signer = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);
  authority = yc_test_authority_new ("样例根");
  bare = yc_test_authority_issue (authority, "样例印章", 2020, 2050);
  tsa = yc_test_tsa_new ();
  other_tsa = yc_test_tsa_new ();
  signer = create_signer (tsa, tsa, TRUE);
  stamped = yc_test_sheet_issue (1, signer);

  g_test_add_func ("/certificate/timestamp/good", test_good);
  g_test_add_func ("/certificate/timestamp/whose", test_whose);
  g_test_add_func ("/certificate/timestamp/outlives-signer", test_outlives_signer);
  g_test_add_func ("/certificate/timestamp/revoked", test_revoked);
  g_test_add_func ("/certificate/timestamp/any-byte", test_any_byte);
  g_test_add_func ("/certificate/timestamp/no-help", test_no_help);
  g_test_add_func ("/certificate/timestamp/wrong-authority", test_wrong_authority);

  result = g_test_run ();
  g_bytes_unref (stamped);
  g_object_unref (bare);
  yc_test_tsa_free (other_tsa);
  yc_test_tsa_free (tsa);
  yc_test_authority_free (authority);

  return result;
}
