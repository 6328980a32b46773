/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a QR code says of a sheet of paper, and what is told of files, codes and numbers. */
#include "yc-certificate-error.h"
#include "yc-certificate-verifier.h"
#include "yc-json.h"
#include "yc-mark-signer.h"
#include "yc-test-sheet.h"
#include "yc-verification.h"

#include <string.h>

#define SERIAL "ZM01-990119204001-2026-000123-U"
#define URL "https://ycsl.example.gov.cn/verify/" SERIAL

/* Made by other programs: Python, and openssl pkeyutl -sign -rawin with the sample key. */
#define SAMPLE_CODE \
  URL "#ASASihWl7SvpJl0nyeBtbHE_8hrVGf1BeNK2m5zs_dgIIB6N16sQPxDRAjxmLfyIuwn6hNe0I5F3K-w9" \
  "bHcvdDvVhMwR4---0_T6ztCKA_K5dslNyBRzCymBwYgD"

static JsonObject *
create_essentials (const char *name, const char *id_number)
{
  JsonObject *essentials = json_object_new ();

  json_object_set_string_member (essentials, "applicant.name", name);
  json_object_set_string_member (essentials, "applicant.id_number", id_number);

  return essentials;
}

static char *
make_code (YcMarkSigner *signer)
{
  g_autoptr (JsonObject) data = yc_test_sheet_create_data (0);
  g_autoptr (JsonObject) essentials = yc_verify_mark_pick_essentials (data, NULL);
  g_autoptr (GDateTime) until = g_date_time_new_utc (2027, 11, 20, 0, 0, 0.0);

  return yc_mark_signer_make (signer, URL, SERIAL, yc_test_sheet_get_time (), until, essentials);
}

static char *
make_sample_code (void)
{
  g_autoptr (YcMarkSigner) signer = yc_mark_signer_new_sample (NULL);

  return make_code (signer);
}

static YcVerifyMark *
parse (const char *code)
{
  g_autoptr (GError) error = NULL;
  YcVerifyMark *mark = yc_verify_mark_parse (code, &error);

  g_assert_no_error (error);

  return mark;
}

static YcMarkResult
check (const char *code, const char *name, const char *id_number)
{
  g_autoptr (YcVerifyMark) mark = parse (code);
  g_autoptr (YcTrust) trust = yc_trust_new_sample (NULL);
  g_autoptr (JsonObject) essentials = create_essentials (name, id_number);

  return yc_verify_mark_check (mark, trust, essentials);
}

static void
test_round (void)
{
  g_autofree char *code = make_sample_code ();
  g_autofree char *again = make_sample_code ();
  g_autofree char *scanned = g_strconcat (" ", code, "\r\n", NULL);
  g_autoptr (YcVerifyMark) mark = parse (scanned);
  g_autoptr (YcTrust) trust = yc_trust_new_sample (NULL);

  g_assert_true (g_str_has_prefix (code, URL "#"));
  g_assert_cmpstr (code, ==, again);
  g_assert_cmpstr (code, ==, SAMPLE_CODE);
  g_assert_cmpuint (strlen (strchr (code, '#')), ==, 125);
  g_assert_cmpstr (mark->serial, ==, SERIAL);
  g_assert_cmpint (g_date_get_day (&mark->issued), ==, 21);
  g_assert_cmpint (g_date_get_month (&mark->issued), ==, 11);
  g_assert_cmpint (g_date_get_year (&mark->issued), ==, 2026);
  g_assert_cmpint (g_date_get_year (&mark->until), ==, 2027);
  g_assert_true (yc_verify_mark_is_sample (mark));
  g_assert_cmpint (yc_verify_mark_check (mark, trust, NULL), ==, YC_MARK_NOT_COMPARED);
  g_assert_cmpint (yc_verify_mark_check (mark, NULL, NULL), ==, YC_MARK_UNKNOWN_KEY);
}

/* Typed from a sheet: wide or narrow, with spaces, a small x; but not one other character. */
static void
test_words (void)
{
  static const struct
  {
    const char  *name;
    const char  *id_number;
    YcMarkResult result;
  } rows[] = {
    { "周明德", "990101196803124516", YC_MARK_GENUINE },
    { " 周 明　德 ", "９９０１０１ 19680312 4516", YC_MARK_GENUINE },
    { "周明得", "990101196803124516", YC_MARK_WORDS_DIFFER },
    { "周明德", "990101196803124517", YC_MARK_WORDS_DIFFER },
    { "", "周明德990101196803124516", YC_MARK_WORDS_DIFFER },
    { "周明德990101196803124516", "", YC_MARK_WORDS_DIFFER },
    { "", "", YC_MARK_WORDS_DIFFER },
  };
  g_autofree char *code = make_sample_code ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (check (code, rows[i].name, rows[i].id_number), ==, rows[i].result);
}

/* Every digit of the code counts, and so does the number in the address. */
static void
test_every_character (void)
{
  g_autofree char *code = make_sample_code ();

  for (char *p = code + strlen (URL) + 1; *p != '\0'; p++)
    {
      g_autoptr (YcVerifyMark) mark = NULL;
      g_autoptr (YcTrust) trust = yc_trust_new_sample (NULL);
      char before = *p;

      *p = before == 'A' ? 'B' : 'A';
      mark = yc_verify_mark_parse (code, NULL);
      g_assert_true (mark == NULL ||
                     yc_verify_mark_check (mark, trust, NULL) >= YC_MARK_FORGED);
      *p = before;
    }
}

static void
test_other_number (void)
{
  g_autofree char *code = make_sample_code ();
  g_autofree char *moved = g_strconcat ("https://ycsl.example.gov.cn/verify/"
                                        "ZM01-990119204001-2026-000456-X",
                                        strchr (code, '#'), NULL);
  g_autofree char *elsewhere = g_strconcat ("http://evil.example/" SERIAL, strchr (code, '#'), NULL);
  g_autoptr (GString) number = g_string_new (moved);
  gboolean found = FALSE;

  /* Whichever check character is right for that number. */
  for (const char *c = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"; *c != '\0'; c++)
    {
      g_autoptr (YcVerifyMark) mark = NULL;
      g_autoptr (YcTrust) trust = yc_trust_new_sample (NULL);

      number->str[strchr (number->str, '#') - number->str - 1] = *c;
      mark = yc_verify_mark_parse (number->str, NULL);
      if (mark == NULL)
        continue;
      found = TRUE;
      g_assert_cmpint (yc_verify_mark_check (mark, trust, NULL), ==, YC_MARK_FORGED);
    }
  g_assert_true (found);
  /* The address itself is not trusted, only what is behind it. */
  g_assert_cmpint (check (elsewhere, "周明德", "990101196803124516"), ==, YC_MARK_GENUINE);
}

static void
test_no_code (void)
{
  static const char *const texts[] = {
    "", "#", URL, URL "#", URL "#AAAA", SERIAL, "hello", "#" SERIAL,
    URL "#AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
  };
  g_autofree char *code = make_sample_code ();
  g_autofree char *longer = g_strconcat (code, "A", NULL);
  g_autofree char *flood = g_strnfill (100000, 'A');

  for (guint i = 0; i < G_N_ELEMENTS (texts) + 2; i++)
    {
      const char *text = i < G_N_ELEMENTS (texts) ? texts[i]
                         : i == G_N_ELEMENTS (texts) ? longer : flood;
      g_autoptr (GError) error = NULL;

      g_assert_null (yc_verify_mark_parse (text, &error));
      g_assert_error (error, YC_CERTIFICATE_ERROR, YC_CERTIFICATE_ERROR_MARK);
    }
}

/* A service's own key: its public half in the trust makes its codes genuine, and nothing else does. */
static void
test_own_key (void)
{
  const guint8 seed[YC_MARK_SIGNER_SEED_BYTES] = { 1, 2, 3 };
  const guint8 other_seed[YC_MARK_SIGNER_SEED_BYTES] = { 1, 2, 4 };
  g_autoptr (YcMarkSigner) signer = yc_mark_signer_new (seed, NULL);
  g_autoptr (YcMarkSigner) other = yc_mark_signer_new (other_seed, NULL);
  g_autofree char *code = make_code (signer);
  g_autofree char *own_pem = yc_mark_signer_dup_public_key (signer);
  g_autofree char *other_pem = yc_mark_signer_dup_public_key (other);
  g_autofree char *both_pem = g_strconcat (other_pem, own_pem, NULL);
  g_autoptr (GBytes) both = g_bytes_new (both_pem, strlen (both_pem));
  g_autoptr (GBytes) wrong = g_bytes_new (other_pem, strlen (other_pem));
  g_autoptr (YcTrust) trust = yc_trust_new (both, NULL);
  g_autoptr (YcTrust) wrong_trust = yc_trust_new (wrong, NULL);
  g_autoptr (YcVerifyMark) mark = parse (code);

  g_assert_false (yc_verify_mark_is_sample (mark));
  g_assert_cmpint (yc_verify_mark_check (mark, trust, NULL), ==, YC_MARK_NOT_COMPARED);
  g_assert_cmpint (yc_verify_mark_check (mark, wrong_trust, NULL), ==, YC_MARK_UNKNOWN_KEY);
  g_assert_cmpint (check (code, "周明德", "990101196803124516"), ==, YC_MARK_UNKNOWN_KEY);
}

static const GDate *
get_today (void)
{
  static GDate today;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 1, G_DATE_DECEMBER, 2026);

  return &today;
}

static void
assert_words (YcVerification *verification, const char *state, gboolean good)
{
  g_autoptr (JsonNode) node = yc_json_object_node (yc_verification_to_json (verification));
  JsonObject *object = json_node_get_object (node);

  g_assert_cmpstr (yc_json_get_string (object, "state", NULL), ==, state);
  g_assert_cmpstr (yc_verification_state_to_string (yc_verification_get_state (verification)), ==,
                   state);
  g_assert_cmpint (yc_verification_is_good (verification), ==, good);
  g_assert_cmpuint (strlen (yc_verification_get_title (verification)), >, 0);
  g_assert_cmpuint (strlen (yc_verification_get_sentence (verification)), >, 0);
  g_assert_cmpuint (strlen (yc_verification_get_advice (verification)), >, 0);
}

/* What a register adds to a sample file that is genuine: the worst is told. */
static void
test_registry (void)
{
  g_autoptr (GBytes) pdf = yc_test_sheet_issue_sample (0);
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, pdf);
  g_autofree char *capitals = g_ascii_strup (sha256, -1);
  g_autoptr (YcTrust) trust = yc_trust_new_sample (NULL);
  const struct
  {
    YcRegistryEntry entry;
    const char     *state;
    gboolean        good;
  } rows[] = {
    { { YC_REGISTRY_VALID, NULL, sha256, NULL }, "sample", TRUE },
    { { YC_REGISTRY_VALID, NULL, capitals, "2026-12-01" }, "sample", TRUE },
    { { YC_REGISTRY_VALID, NULL, NULL, "2026-11-30" }, "expired", FALSE },
    { { YC_REGISTRY_VOID, NULL, sha256, "2026-11-30" }, "void", FALSE },
    { { YC_REGISTRY_REPLACED, "ZM01-990119204001-2026-000123-V2-X", sha256, "" }, "replaced", FALSE },
    { { YC_REGISTRY_VALID, NULL, "00", NULL }, "unknown", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (YcVerdict) verdict = yc_certificate_verify (pdf, trust, NULL);
      g_autoptr (YcVerification) verification = yc_verification_new_for_file (verdict, pdf);

      g_assert_false (yc_verification_get_registry_asked (verification));
      yc_verification_add_registry (verification, &rows[i].entry, get_today ());
      g_assert_true (yc_verification_get_registry_asked (verification));
      assert_words (verification, rows[i].state, rows[i].good);
      g_assert_cmpstr (yc_verification_get_serial (verification), ==, SERIAL);
      g_assert_cmpstr (yc_verification_get_replaced_by (verification), ==,
                       rows[i].entry.replaced_by);
    }
}

/* A file that is changed stays so whatever a register says, and one that outlived its signer's
 * certificate is settled by it. */
static void
test_registry_and_file (void)
{
  g_autoptr (GBytes) pdf = yc_test_sheet_issue_sample (0);
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, pdf);
  const YcRegistryEntry entry = { YC_REGISTRY_VALID, NULL, sha256, NULL };
  g_autoptr (YcTrust) trust = yc_trust_new_sample (NULL);
  g_autoptr (GDateTime) late = g_date_time_new_utc (2070, 1, 1, 0, 0, 0.0);
  g_autoptr (YcVerdict) outlived = yc_certificate_verify (pdf, trust, late);
  g_autoptr (YcVerification) settled = yc_verification_new_for_file (outlived, pdf);
  g_autoptr (YcVerification) unsettled = yc_verification_new_for_file (outlived, pdf);
  g_autoptr (YcVerdict) untrusted = yc_certificate_verify (pdf, NULL, NULL);
  g_autoptr (YcVerification) foreign = yc_verification_new_for_file (untrusted, pdf);

  yc_verification_add_registry (settled, &entry, get_today ());
  assert_words (settled, "sample", TRUE);
  yc_verification_add_registry (unsettled, NULL, get_today ());
  assert_words (unsettled, "unknown", FALSE);
  yc_verification_add_registry (foreign, &entry, get_today ());
  assert_words (foreign, "other-signer", FALSE);
}

static void
test_number (void)
{
  const YcRegistryEntry valid = { YC_REGISTRY_VALID, NULL, "00", NULL };
  g_autoptr (YcVerification) number = yc_verification_new_for_number (" zm01-990119204001-2026-000123-u");
  g_autoptr (YcVerification) missing = yc_verification_new_for_number (SERIAL);
  g_autoptr (YcVerification) bad =
      yc_verification_new_for_number ("ZM01-990119204001-2026-000132-U");

  g_assert_cmpstr (yc_verification_get_serial (number), ==, SERIAL);
  assert_words (number, "number-only", FALSE);
  yc_verification_add_registry (number, &valid, get_today ());
  assert_words (number, "in-register", TRUE);
  yc_verification_add_registry (missing, NULL, get_today ());
  assert_words (missing, "unknown", FALSE);
  assert_words (bad, "bad-number", FALSE);
}

static void
test_mark_words (void)
{
  static const struct
  {
    YcMarkResult result;
    int          year;
    const char  *state;
    gboolean     good;
  } rows[] = {
    { YC_MARK_GENUINE, 2026, "sample", TRUE },
    { YC_MARK_NOT_COMPARED, 2026, "mark-only", TRUE },
    { YC_MARK_GENUINE, 2028, "expired", FALSE },
    { YC_MARK_WORDS_DIFFER, 2028, "words-differ", FALSE },
    { YC_MARK_FORGED, 2026, "altered", FALSE },
    { YC_MARK_UNKNOWN_KEY, 2026, "other-signer", FALSE },
  };
  g_autofree char *code = make_sample_code ();
  g_autoptr (YcVerifyMark) mark = parse (code);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (YcVerification) verification = NULL;
      GDate today;

      g_date_clear (&today, 1);
      g_date_set_dmy (&today, 1, G_DATE_DECEMBER, (GDateYear) rows[i].year);
      verification = yc_verification_new_for_mark (mark, rows[i].result, &today);
      assert_words (verification, rows[i].state, rows[i].good);
      g_assert_cmpstr (yc_verification_get_serial (verification), ==, SERIAL);
      /* What nobody we trust has signed is only a claim. */
      g_assert_cmpstr (yc_verification_get_valid_until (verification), ==,
                       rows[i].result < YC_MARK_FORGED ? "2027-11-20" : NULL);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/certificate/mark/round", test_round);
  g_test_add_func ("/certificate/mark/words", test_words);
  g_test_add_func ("/certificate/mark/every-character", test_every_character);
  g_test_add_func ("/certificate/mark/other-number", test_other_number);
  g_test_add_func ("/certificate/mark/no-code", test_no_code);
  g_test_add_func ("/certificate/mark/own-key", test_own_key);
  g_test_add_func ("/certificate/verification/registry", test_registry);
  g_test_add_func ("/certificate/verification/registry-and-file", test_registry_and_file);
  g_test_add_func ("/certificate/verification/number", test_number);
  g_test_add_func ("/certificate/verification/mark", test_mark_words);

  return g_test_run ();
}
