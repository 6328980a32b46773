/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the strict check says of good certificates and of every way we know to cheat. */
#include "yc-certificate-error.h"
#include "yc-certificate-verifier.h"
#include "yc-test-pki.h"
#include "yc-test-sheet.h"
#include "yc-verification.h"

#include <string.h>

static GBytes *sample;

static YcVerdictState
judge_with (GBytes *pdf, YcTrust *trust)
{
  g_autoptr (YcVerdict) verdict = yc_certificate_verify (pdf, trust, yc_test_sheet_get_time ());

  g_assert_cmpuint (g_list_model_get_n_items (yc_verdict_get_checks (verdict)), ==, 9);

  return yc_verdict_get_state (verdict);
}

static YcVerdictState
judge (GBytes *pdf)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YcTrust) trust = yc_trust_new_sample (&error);

  g_assert_no_error (error);

  return judge_with (pdf, trust);
}

static YcVerdictState
judge_text (GString *text)
{
  g_autoptr (GBytes) pdf = g_bytes_new (text->str, text->len);

  return judge (pdf);
}

static GString *
copy_sample (void)
{
  gsize size;
  const char *data = g_bytes_get_data (sample, &size);

  return g_string_new_len (data, (gssize) size);
}

/* Where @word is in @text, which holds bytes of zero. */
static gsize
find (GString *text, const char *word)
{
  for (gsize i = 0; i + strlen (word) <= text->len; i++)
    if (memcmp (text->str + i, word, strlen (word)) == 0)
      return i;

  g_error ("no %s", word);
}

static YcCheckResult
get_result (YcVerdict *verdict, const char *id)
{
  GListModel *checks = yc_verdict_get_checks (verdict);

  for (guint i = 0; i < g_list_model_get_n_items (checks); i++)
    {
      g_autoptr (YcVerdictCheck) check = g_list_model_get_item (checks, i);

      if (g_str_equal (yc_verdict_check_get_id (check), id))
        return yc_verdict_check_get_result (check);
    }

  g_error ("no check %s", id);
}

static void
test_good (void)
{
  g_autoptr (YcTrust) trust = yc_trust_new_sample (NULL);
  g_autoptr (YcVerdict) verdict = yc_certificate_verify (sample, trust, NULL);
  g_autoptr (YcVerification) verification = yc_verification_new_for_file (verdict, NULL);

  g_assert_cmpint (yc_verdict_get_state (verdict), ==, YC_VERDICT_GENUINE);
  g_assert_cmpstr (yc_verdict_get_serial (verdict), ==, "ZM01-990119204001-2026-000123-U");
  g_assert_nonnull (strstr (yc_verdict_get_signer (verdict), "SAMPLE"));
  g_assert_true (yc_verdict_get_sample (verdict));
  g_assert_cmpstr (yc_verification_get_title (verification), ==, "Training sample");
  g_assert_true (g_date_time_equal (yc_verdict_get_signed_at (verdict),
                                    yc_test_sheet_get_time ()));
  g_assert_cmpint (get_result (verdict, "integrity"), ==, YC_CHECK_PASSED);
  g_assert_cmpint (get_result (verdict, "revocation"), ==, YC_CHECK_SKIPPED);
  g_assert_cmpint (get_result (verdict, "serial"), ==, YC_CHECK_PASSED);
}

/* Poppler agrees: the whole document, valid, visible as the seal. */
static void
test_pdfsig (void)
{
  g_autofree char *words = yc_test_sheet_run (sample, "pdfsig", "-nocert", FALSE);

  g_assert_nonnull (strstr (words, "Signature is Valid."));
  g_assert_nonnull (strstr (words, "Total document signed"));
  g_assert_nonnull (strstr (words, "ETSI.CAdES.detached"));
  g_assert_nonnull (strstr (words, "SHA-256"));
}

static void
test_nobody_trusted (void)
{
  g_assert_cmpint (judge_with (sample, NULL), ==, YC_VERDICT_UNTRUSTED);
}

/* Not one byte may differ anywhere, the room of the signature included. */
static void
test_one_byte (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20261121);
  g_autoptr (GString) text = copy_sample ();
  gsize contents = find (text, "/Contents <");

  for (guint i = 0; i < 1500; i++)
    {
      gsize from = i % 3 == 0 ? contents - 400 : 0;
      gsize at = (gsize) g_rand_int_range (random, (int) from, (int) text->len);
      char old = text->str[at];

      do
        text->str[at] = (char) g_rand_int_range (random, 0, 256);
      while (text->str[at] == old);
      if (judge_text (text) == YC_VERDICT_GENUINE)
        g_error ("byte %" G_GSIZE_FORMAT " changed from %d to %d passes", at, old, text->str[at]);
      text->str[at] = old;
    }

  g_assert_cmpint (judge_text (text), ==, YC_VERDICT_GENUINE);
}

/* Every bit of the signature itself, of which CMS leaves some open. */
static void
test_signature_bits (void)
{
  g_autoptr (GString) text = copy_sample ();
  gsize start = find (text, "/Contents <") + 11;
  gsize end = start + (gsize) (strchr (text->str + start, '>') - (text->str + start));

  for (gsize at = start; at < end; at += g_test_thorough () ? 1 : 7)
    for (guint value = 0; value < 16; value += g_test_thorough () ? 1 : 5)
      {
        char old = text->str[at];

        text->str[at] = "0123456789abcdef"[value];
        if (text->str[at] != old && judge_text (text) == YC_VERDICT_GENUINE)
          g_error ("digit %" G_GSIZE_FORMAT " of the signature changed to %x passes", at - start,
                   value);
        text->str[at] = old;
      }
}

static void
test_appended (void)
{
  static const char *const tails[] = {
    "\n", " ", "%%EOF\n", "\n%%EOF\n",
    "\n9 0 obj\n<< >>\nendobj\nxref\n0 0\ntrailer\n<< >>\nstartxref\n1\n%%EOF\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (tails); i++)
    {
      g_autoptr (GString) text = copy_sample ();

      g_string_append (text, tails[i]);
      g_assert_cmpint (judge_text (text), ==, YC_VERDICT_EXTENDED);
    }
}

/* Only behind what is genuine by itself: a changed byte before it, or a signer nobody trusts, and it
 * is a changed file with something behind it. */
static void
test_appended_to_changed (void)
{
  g_autoptr (GString) text = copy_sample ();
  g_autoptr (GBytes) pdf = NULL;

  g_string_append (text, "\n%%EOF\n");
  pdf = g_bytes_new (text->str, text->len);
  g_assert_cmpint (judge_with (pdf, NULL), ==, YC_VERDICT_CHANGED);
  text->str[1000] ^= 1;
  g_assert_cmpint (judge_text (text), ==, YC_VERDICT_CHANGED);
}

/* Nothing is told of the signer: what the file shows now is not what was signed. */
static void
test_appended_says (void)
{
  g_autoptr (GString) text = copy_sample ();
  g_autoptr (YcTrust) trust = yc_trust_new_sample (NULL);
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (YcVerdict) verdict = NULL;

  g_string_append (text, "\n%%EOF\n");
  pdf = g_bytes_new (text->str, text->len);
  verdict = yc_certificate_verify (pdf, trust, NULL);
  g_assert_cmpstr (yc_verdict_state_to_string (yc_verdict_get_state (verdict)), ==, "extended");
  g_assert_null (yc_verdict_get_serial (verdict));
  g_assert_null (yc_verdict_get_signer (verdict));
  g_assert_cmpint (get_result (verdict, "coverage"), ==, YC_CHECK_FAILED);
  g_assert_cmpint (get_result (verdict, "integrity"), ==, YC_CHECK_SKIPPED);
}

/* Garbage before the header moves every offset. */
static void
test_prepended (void)
{
  g_autoptr (GString) text = copy_sample ();

  g_string_prepend (text, "%PDF-1.4\n");
  g_assert_cmpint (judge_text (text), ==, YC_VERDICT_CHANGED);
}

static void
test_two_signatures (void)
{
  g_autoptr (GString) text = copy_sample ();
  g_autoptr (GString) second = copy_sample ();

  g_string_append_len (text, second->str, (gssize) second->len);
  g_assert_cmpint (judge_text (text), ==, YC_VERDICT_EXTENDED);
}

static void
test_truncated (void)
{
  gsize sizes[] = { 0, 1, 4, 5, 16, 17, 1000, 0, 0, 0 };

  sizes[7] = g_bytes_get_size (sample) - 1;
  sizes[8] = g_bytes_get_size (sample) - 10;
  sizes[9] = g_bytes_get_size (sample) / 2;
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GBytes) cut = g_bytes_new_from_bytes (sample, 0, sizes[i]);
      YcVerdictState state = judge (cut);

      g_assert_true (state == YC_VERDICT_BROKEN || state == YC_VERDICT_CHANGED);
    }
}

static void
test_no_pdf (void)
{
  static const char *const texts[] = { "", "hello", "{\"a\":1}", "%PDF-", "<html></html>" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (texts[i], strlen (texts[i]));

      g_assert_cmpint (judge (bytes), ==, YC_VERDICT_BROKEN);
    }
}

static void
test_not_signed (void)
{
  g_autoptr (YcCertificateTemplate) template_ = yc_test_sheet_create_template ();
  g_autoptr (JsonObject) data = yc_test_sheet_create_data (1);
  g_autoptr (GBytes) pdf =
      yc_certificate_compose (template_, data, yc_test_sheet_get_marks (), NULL, NULL);

  g_assert_cmpint (judge (pdf), ==, YC_VERDICT_NOT_SIGNED);
}

/* Overwrites the byte range, in its own room. */
static void
set_range (GString *text, const char *range)
{
  gsize at = find (text, "/ByteRange ") + strlen ("/ByteRange ");
  gsize room = find (text, "\n/Contents <") - at;

  g_assert_cmpuint (strlen (range), <=, room);
  memset (text->str + at, ' ', room);
  memcpy (text->str + at, range, strlen (range));
}

/* Shadow attacks: the range leaves something out, or counts something twice. */
static void
test_ranges (void)
{
  g_autoptr (GString) text = copy_sample ();
  gsize gap = find (text, "/Contents <") + strlen ("/Contents ");
  gsize gap_end = gap + (gsize) (strchr (text->str + gap, '>') - (text->str + gap)) + 1;
  gsize rest = text->len - gap_end;
  const gsize ranges[][4] = {
    { 1, gap - 1, gap_end, rest },     { 0, gap - 1, gap_end, rest },
    { 0, gap + 1, gap_end, rest },     { 0, gap, gap_end + 1, rest - 1 },
    { 0, gap, gap_end - 1, rest + 1 }, { 0, gap, gap_end, rest - 1 },
    { 0, gap, gap_end, rest + 1 },     { 0, gap, 0, text->len },
    { 0, text->len, text->len, 0 },    { 0, 0, gap_end, rest },
    { gap_end, rest, 0, gap },         { 0, gap_end, gap, text->len - gap },
    { 0, gap - 200, gap_end, rest },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    {
      g_autofree char *range = g_strdup_printf (
          "[%" G_GSIZE_FORMAT " %" G_GSIZE_FORMAT " %" G_GSIZE_FORMAT " %" G_GSIZE_FORMAT "]",
          ranges[i][0], ranges[i][1], ranges[i][2], ranges[i][3]);

      set_range (text, range);
      g_assert_cmpint (judge_text (text), ==, YC_VERDICT_CHANGED);
    }
}

static void
test_garbled_ranges (void)
{
  static const char *const ranges[] = {
    "", "[]", "[0 1 2]", "[0 1 2 3 4]", "[-1 2 3 4]", "(0 1 2 3)", "[0 99999999999 2 3]",
    "[0 1.5 2 3]", "[0 /a 2 3]",
  };

  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    {
      g_autoptr (GString) text = copy_sample ();

      set_range (text, ranges[i]);
      g_assert_cmpint (judge_text (text), ==, YC_VERDICT_CHANGED);
    }
}

/* The same signature in other digits: a different file. */
static void
test_other_spelling (void)
{
  g_autoptr (GString) text = copy_sample ();
  gsize at = find (text, "/Contents <") + 11;

  while (!g_ascii_isalpha (text->str[at]))
    at++;
  text->str[at] = g_ascii_toupper (text->str[at]);
  g_assert_cmpint (judge_text (text), ==, YC_VERDICT_CHANGED);
}

/* A valid signature over one sheet, moved to another. */
static void
test_transplanted (void)
{
  g_autoptr (GBytes) other = yc_test_sheet_issue_sample (2);
  g_autoptr (GString) text = copy_sample ();
  gsize size;
  const char *data = g_bytes_get_data (other, &size);
  g_autoptr (GString) donor = g_string_new_len (data, (gssize) size);
  gsize from = find (donor, "/Contents <");
  gsize to = find (text, "/Contents <");

  memcpy (text->str + to, donor->str + from,
          (gsize) (strchr (text->str + to, '>') - (text->str + to)));
  g_assert_cmpint (judge_text (text), ==, YC_VERDICT_CHANGED);
}

static void
test_other_authority (void)
{
  g_autoptr (YcTestAuthority) ours = yc_test_authority_new ("甲");
  g_autoptr (YcTestAuthority) theirs = yc_test_authority_new ("甲");
  g_autoptr (YcSigner) signer = yc_test_authority_issue (theirs, "北岸社区", 2020, 2040);
  g_autoptr (GBytes) pdf = yc_test_sheet_issue (1, signer);
  g_autoptr (YcTrust) our_trust = yc_test_authority_create_trust (ours);
  g_autoptr (YcTrust) their_trust = yc_test_authority_create_trust (theirs);

  g_assert_cmpint (judge_with (pdf, our_trust), ==, YC_VERDICT_UNTRUSTED);
  g_assert_cmpint (judge_with (pdf, their_trust), ==, YC_VERDICT_GENUINE);
  g_assert_false (yc_signer_is_sample (signer));
}

static YcVerdictState
judge_at_year (GBytes *pdf, YcTrust *trust, int year)
{
  g_autoptr (GDateTime) at = g_date_time_new_utc (year, 6, 1, 0, 0, 0.0);
  g_autoptr (YcVerdict) verdict = yc_certificate_verify (pdf, trust, at);

  return yc_verdict_get_state (verdict);
}

static void
test_period (void)
{
  g_autoptr (YcTestAuthority) authority = yc_test_authority_new ("甲");
  g_autoptr (YcTestAuthority) stranger = yc_test_authority_new ("乙");
  g_autoptr (YcSigner) signer = yc_test_authority_issue (authority, "北岸社区", 2025, 2028);
  g_autoptr (GBytes) pdf = yc_test_sheet_issue (1, signer);
  g_autoptr (YcTrust) trust = yc_test_authority_create_trust (authority);
  g_autoptr (YcTrust) wrong = yc_test_authority_create_trust (stranger);

  g_assert_cmpint (judge_at_year (pdf, trust, 2026), ==, YC_VERDICT_GENUINE);
  g_assert_cmpint (judge_at_year (pdf, trust, 2029), ==, YC_VERDICT_EXPIRED_SIGNER);
  g_assert_cmpint (judge_at_year (pdf, trust, 2024), ==, YC_VERDICT_EXPIRED_SIGNER);
  g_assert_cmpint (judge_at_year (pdf, wrong, 2029), ==, YC_VERDICT_UNTRUSTED);
}

static void
test_expired_signer_refuses (void)
{
  g_autoptr (YcTestAuthority) authority = yc_test_authority_new ("甲");
  g_autoptr (YcSigner) signer = yc_test_authority_issue (authority, "北岸社区", 2020, 2022);
  g_autoptr (YcCertificateTemplate) template_ = yc_test_sheet_create_template ();
  g_autoptr (JsonObject) data = yc_test_sheet_create_data (1);
  g_autoptr (GError) error = NULL;

  g_assert_null (
      yc_certificate_issue (template_, data, yc_test_sheet_get_marks (), signer, &error));
  g_assert_error (error, YC_CERTIFICATE_ERROR, YC_CERTIFICATE_ERROR_EXPIRED);
}

/* The last day is signed, so that it is told with the line down; whatever it is, it is only read. */
static void
test_last_day (void)
{
  static const struct
  {
    int                 year;
    YcVerificationState state;
  } rows[] = { { 2025, YC_VERIFICATION_EXPIRED }, { 2099, YC_VERIFICATION_GENUINE } };
  g_autoptr (YcTestAuthority) authority = yc_test_authority_new ("甲");
  g_autoptr (YcSigner) signer = yc_test_authority_issue (authority, "北岸社区", 2020, 2090);
  g_autoptr (YcTrust) trust = yc_test_authority_create_trust (authority);
  g_autoptr (YcCertificateTemplate) template_ = yc_test_sheet_create_template ();
  g_autoptr (JsonObject) data = yc_test_sheet_create_data (1);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GDateTime) until = g_date_time_new_utc (rows[i].year, 12, 31, 15, 0, 0);
      g_autofree char *day = g_strdup_printf ("%d-12-31", rows[i].year);
      YcCertificateMarks marks = *yc_test_sheet_get_marks ();
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) pdf = NULL;
      g_autoptr (YcVerdict) verdict = NULL;
      g_autoptr (YcVerification) verification = NULL;

      marks.valid_until = until;
      pdf = yc_certificate_issue (template_, data, &marks, signer, &error);
      g_assert_no_error (error);
      verdict = yc_certificate_verify (pdf, trust, NULL);
      verification = yc_verification_new_for_file (verdict, NULL);
      g_assert_cmpstr (yc_verdict_get_last_day (verdict), ==, day);
      g_assert_cmpstr (yc_verification_get_valid_until (verification), ==, day);
      g_assert_cmpint (yc_verification_get_state (verification), ==, rows[i].state);
    }
}

static void
test_revoked (void)
{
  static const struct
  {
    gboolean       revoked;
    YcVerdictState state;
    YcCheckResult  revocation;
  } cases[] = {
    { FALSE, YC_VERDICT_GENUINE, YC_CHECK_PASSED },
    { TRUE, YC_VERDICT_UNTRUSTED, YC_CHECK_FAILED },
  };
  g_autoptr (YcTestAuthority) authority = yc_test_authority_new ("甲");
  g_autoptr (YcSigner) signer = yc_test_authority_issue (authority, "北岸社区", 2020, 2040);
  g_autoptr (GBytes) pdf = yc_test_sheet_issue (1, signer);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) pem = yc_test_authority_dup_pem (authority, TRUE, cases[i].revoked);
      g_autoptr (YcTrust) trust = yc_trust_new (pem, NULL);
      g_autoptr (YcVerdict) verdict = yc_certificate_verify (pdf, trust, yc_test_sheet_get_time ());

      g_assert_cmpint (yc_verdict_get_state (verdict), ==, cases[i].state);
      g_assert_cmpint (get_result (verdict, "revocation"), ==, cases[i].revocation);
    }
}

/* A list that has run out says nothing: not genuine. */
static void
test_old_crl (void)
{
  g_autoptr (YcTestAuthority) authority = yc_test_authority_new ("甲");
  g_autoptr (YcSigner) signer = yc_test_authority_issue (authority, "北岸社区", 2020, 2060);
  g_autoptr (GBytes) pdf = yc_test_sheet_issue (1, signer);
  g_autoptr (GBytes) pem = yc_test_authority_dup_pem (authority, TRUE, FALSE);
  g_autoptr (YcTrust) trust = yc_trust_new (pem, NULL);

  g_assert_cmpint (judge_at_year (pdf, trust, 2051), !=, YC_VERDICT_GENUINE);
}

static void
test_keys (void)
{
  g_autoptr (GBytes) rubbish = g_bytes_new_static ("rubbish", 7);
  g_autoptr (GBytes) empty = g_bytes_new_static (NULL, 0);
  g_autoptr (GError) key_error = NULL;
  g_autoptr (GError) trust_error = NULL;

  g_assert_null (yc_pem_signer_new (rubbish, empty, &key_error));
  g_assert_error (key_error, YC_CERTIFICATE_ERROR, YC_CERTIFICATE_ERROR_KEY);
  g_assert_null (yc_trust_new (rubbish, &trust_error));
  g_assert_error (trust_error, YC_CERTIFICATE_ERROR, YC_CERTIFICATE_ERROR_TRUST);
}

/* What is signed cannot be signed again, nor what is no sheet. */
static void
test_sign_twice (void)
{
  g_autoptr (YcSigner) signer = yc_pem_signer_new_sample (NULL);
  g_autoptr (GBytes) rubbish = g_bytes_new_static ("%PDF-1.4\nrubbish\n%%EOF\n", 23);
  GBytes *documents[] = { sample, rubbish };

  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (yc_certificate_sign (documents[i], signer, NULL, yc_test_sheet_get_marks (),
                                          &error));
      g_assert_error (error, YC_CERTIFICATE_ERROR, YC_CERTIFICATE_ERROR_DOCUMENT);
    }
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  sample = yc_test_sheet_issue_sample (1);

  g_test_add_func ("/certificate/verify/good", test_good);
  g_test_add_func ("/certificate/verify/pdfsig", test_pdfsig);
  g_test_add_func ("/certificate/verify/nobody-trusted", test_nobody_trusted);
  g_test_add_func ("/certificate/verify/one-byte", test_one_byte);
  g_test_add_func ("/certificate/verify/signature-bits", test_signature_bits);
  g_test_add_func ("/certificate/verify/appended", test_appended);
  g_test_add_func ("/certificate/verify/appended-to-changed", test_appended_to_changed);
  g_test_add_func ("/certificate/verify/appended-says", test_appended_says);
  g_test_add_func ("/certificate/verify/prepended", test_prepended);
  g_test_add_func ("/certificate/verify/two-signatures", test_two_signatures);
  g_test_add_func ("/certificate/verify/truncated", test_truncated);
  g_test_add_func ("/certificate/verify/no-pdf", test_no_pdf);
  g_test_add_func ("/certificate/verify/not-signed", test_not_signed);
  g_test_add_func ("/certificate/verify/ranges", test_ranges);
  g_test_add_func ("/certificate/verify/garbled-ranges", test_garbled_ranges);
  g_test_add_func ("/certificate/verify/other-spelling", test_other_spelling);
  g_test_add_func ("/certificate/verify/transplanted", test_transplanted);
  g_test_add_func ("/certificate/verify/other-authority", test_other_authority);
  g_test_add_func ("/certificate/verify/period", test_period);
  g_test_add_func ("/certificate/verify/expired-signer-refuses", test_expired_signer_refuses);
  g_test_add_func ("/certificate/verify/last-day", test_last_day);
  g_test_add_func ("/certificate/verify/revoked", test_revoked);
  g_test_add_func ("/certificate/verify/old-crl", test_old_crl);
  g_test_add_func ("/certificate/verify/keys", test_keys);
  g_test_add_func ("/certificate/verify/sign-twice", test_sign_twice);

  result = g_test_run ();
  g_bytes_unref (sample);

  return result;
}
