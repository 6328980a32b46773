/* SPDX-License-Identifier: GPL-3.0-or-later */
/* yichuangctl certificate verify: whether a file, a QR code or a number is a genuine certificate's. */
#include "yc-ctl-certificate-private.h"
#include "yc-ctl-register.h"

#include <stdio.h>

#include <glib/gi18n.h>

#include "yc-certificate-number.h"
#include "yc-certificate-verifier.h"
#include "yc-day.h"
#include "yc-file-read.h"
#include "yc-json.h"
#include "yc-typed-number.h"
#include "yc-verification.h"

/* What verify was asked. */
typedef struct
{
  char    *trust_path;
  char    *crl_path;
  char    *times_path;
  char    *service;
  char    *authority_file;
  char    *name;
  char    *id_number;
  gboolean sample;
  gboolean json;
} Options;

/* Larger than any file the verifier looks at. */
#define MOST_BYTES (65u * 1024u * 1024u)

static void
options_clear (Options *self)
{
  g_free (self->trust_path);
  g_free (self->crl_path);
  g_free (self->times_path);
  g_free (self->service);
  g_free (self->authority_file);
  g_free (self->name);
  g_free (self->id_number);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static const char *
get_mark (YcCheckResult result)
{
  static const char *const marks[] = {
    [YC_CHECK_PASSED] = "✓", [YC_CHECK_FAILED] = "✗", [YC_CHECK_SKIPPED] = "–",
  };

  return marks[result];
}

static void
print_check (YcVerdictCheck *check)
{
  const char *detail = yc_verdict_check_get_detail (check);
  YcCheckResult result = yc_verdict_check_get_result (check);

  g_print ("  %s %s%s\n", get_mark (result), yc_verdict_check_get_title (check),
           result == YC_CHECK_SKIPPED ? _(" (not checked)") : "");
  if (detail != NULL)
    g_print ("      %s\n", detail);
}

static void
print_checks (GListModel *checks)
{
  for (guint i = 0; checks != NULL && i < g_list_model_get_n_items (checks); i++)
    {
      g_autoptr (YcVerdictCheck) check = g_list_model_get_item (checks, i);

      print_check (check);
    }
}

static char *
format_time (GDateTime *time)
{
  g_autoptr (GDateTime) local = time != NULL ? yc_day_in_china (time, 0) : NULL;

  return local != NULL ? g_date_time_format (local, "%Y-%m-%d %H:%M:%S %z") : NULL;
}

static void
print_words (const char *what, YcVerification *verification)
{
  g_autofree char *signed_at = format_time (yc_verification_get_signed_at (verification));

  g_print ("%s: %s\n", what, yc_verification_get_title (verification));
  g_print ("  %s %s\n", yc_verification_get_sentence (verification),
           yc_verification_get_advice (verification));
  if (yc_verification_get_sample (verification))
    g_print ("  %s\n", _("Sample seal, for training only"));
  if (yc_verification_get_serial (verification) != NULL)
    g_print (_("  Number: %s\n"), yc_verification_get_serial (verification));
  if (yc_verification_get_signer (verification) != NULL)
    g_print (_("  Signer: %s\n"), yc_verification_get_signer (verification));
  if (signed_at != NULL)
    g_print (_("  Signed: %s\n"), signed_at);
  if (yc_verification_get_valid_until (verification) != NULL)
    g_print (_("  Valid until: %s\n"), yc_verification_get_valid_until (verification));
  if (yc_verification_get_replaced_by (verification) != NULL)
    g_print (_("  Replaced by: %s\n"), yc_verification_get_replaced_by (verification));
  print_checks (yc_verification_get_checks (verification));
}

/* JSON is UTF-8, whatever the terminal is. */
static void
print_json (YcVerification *verification)
{
  g_autoptr (JsonNode) node = yc_json_object_node (yc_verification_to_json (verification));
  g_autofree char *text = yc_json_write_pretty (node);

  fputs (text, stdout);
}

/* Lists and times say nothing by themselves. */
static gboolean
makes_sense (const Options *options)
{
  gboolean more = options->crl_path != NULL || options->times_path != NULL;

  return options->sample ? options->trust_path == NULL : !more || options->trust_path != NULL;
}

static gboolean
add_to_trust (YcTrust *trust, const Options *options, GError **error)
{
  return (options->crl_path == NULL ||
          yc_trust_add_crls_from_file (trust, options->crl_path, error)) &&
         (options->times_path == NULL ||
          yc_trust_add_time_authorities_from_file (trust, options->times_path, error));
}

/* NULL without an error when nobody is to be believed. */
static YcTrust *
create_trust (const Options *options, GError **error)
{
  g_autoptr (YcTrust) trust = NULL;

  if (!options->sample && options->trust_path == NULL)
    return NULL;
  trust = options->sample ? yc_trust_new_sample (error)
                          : yc_trust_new_from_file (options->trust_path, error);

  return trust != NULL && add_to_trust (trust, options, error) ? g_steal_pointer (&trust) : NULL;
}

static YcVerification *
verify_mark (const YcVerifyMark *mark, const Options *options, YcTrust *trust)
{
  return yc_verification_new_for_mark (
    mark, yc_verify_mark_check_holder (mark, trust, options->name, options->id_number), NULL);
}

static YcVerification *
verify_file (const char *path, YcTrust *trust, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  gsize length;
  char *data = yc_file_read (file, MOST_BYTES, &length, error);
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (YcVerdict) verdict = NULL;

  if (data == NULL)
    return NULL;
  pdf = g_bytes_new_take (data, length);
  verdict = yc_certificate_verify (pdf, trust, NULL);

  return yc_verification_new_for_file (verdict, pdf);
}

/* A file of that name goes first: a name may look like a number. */
static YcVerification *
verify (const char *what, const Options *options, YcTrust *trust, GError **error)
{
  g_autoptr (YcVerifyMark) mark = NULL;
  g_autofree char *number = NULL;

  if (g_file_test (what, G_FILE_TEST_EXISTS))
    return verify_file (what, trust, error);

  mark = yc_verify_mark_parse (what, NULL);
  if (mark != NULL)
    return verify_mark (mark, options, trust);
  number = yc_typed_number_read (what);
  if (yc_certificate_number_check (number))
    return yc_verification_new_for_number (number);

  return verify_file (what, trust, error);
}

/* What can be told here, and what the service adds to it if one is to be asked. */
static YcVerification *
consult (const char *what, const Options *options, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (YcTrust) trust = create_trust (options, &failure);
  g_autoptr (YcCtlService) service = NULL;
  g_autoptr (YcVerification) verification = NULL;

  if (failure == NULL && options->service != NULL)
    service = yc_ctl_service_new (options->service, options->authority_file, &failure);
  if (service != NULL && !options->sample)
    yc_ctl_register_add_keys (service, &trust, &failure);
  if (failure == NULL)
    verification = verify (what, options, trust, &failure);
  if (verification != NULL && service != NULL)
    yc_ctl_register_ask (service, verification, &failure);
  if (failure == NULL)
    return g_steal_pointer (&verification);

  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

static gboolean
parse (Options *self, int *argc, char ***argv)
{
  const GOptionEntry entries[] = {
    { "trust", 0, 0, G_OPTION_ARG_FILENAME, &self->trust_path,
      N_("Root certificates to believe, revocation lists and keys of QR codes, PEM"), N_("FILE") },
    { "crl", 0, 0, G_OPTION_ARG_FILENAME, &self->crl_path,
      N_("Revocation lists of those authorities, PEM"), N_("FILE") },
    { "timestamp-trust", 0, 0, G_OPTION_ARG_FILENAME, &self->times_path,
      N_("Root certificates whose time-stamps to believe, PEM"), N_("FILE") },
    { "sample", 0, 0, G_OPTION_ARG_NONE, &self->sample,
      N_("Believe the sample authority of demo mode"), NULL },
    { "name", 0, 0, G_OPTION_ARG_STRING, &self->name,
      N_("With a QR code: the applicant’s name on the sheet"), N_("NAME") },
    { "id-number", 0, 0, G_OPTION_ARG_STRING, &self->id_number,
      N_("With a QR code: the applicant’s ID number on the sheet"), N_("NUMBER") },
    { "service", 's', 0, G_OPTION_ARG_STRING, &self->service,
      N_("The issuer’s service, whose register is asked too"), N_("URL") },
    { "authority", 'a', 0, G_OPTION_ARG_FILENAME, &self->authority_file,
      N_("Believe only the authorities in this PEM file to vouch for the service"), N_("FILE") },
    { "json", 0, 0, G_OPTION_ARG_NONE, &self->json, N_("Answer in JSON"), NULL },
    { NULL },
  };

  return yc_ctl_certificate_parse ("verify", entries, argc, argv);
}

YcCtlStatus
yc_ctl_certificate_verify (int argc, char **argv)
{
  g_auto (Options) options = { NULL };
  g_autoptr (YcVerification) verification = NULL;
  GError *error = NULL;

  if (!parse (&options, &argc, &argv))
    return YC_CTL_TROUBLE;
  if (argc != 2 || !makes_sense (&options))
    {
      g_printerr ("%s: %s\n", g_get_prgname (),
                  argc != 2 ? _("needs one file, code or number")
                            : _("takes either --trust or --sample, and one of them for --crl and "
                                "--timestamp-trust"));
      return YC_CTL_TROUBLE;
    }

  verification = consult (argv[1], &options, &error);
  if (verification == NULL)
    return yc_ctl_complain (error);
  if (options.json)
    print_json (verification);
  else
    print_words (argv[1], verification);

  return yc_verification_is_good (verification) ? YC_CTL_GOOD : YC_CTL_BAD;
}
