/* SPDX-License-Identifier: GPL-3.0-or-later */
/* yichuangctl certificate: compose a certificate from files, and verify one. */
#include "yc-ctl-certificate-private.h"

#include <stdio.h>

#include <glib/gi18n.h>

#include "yc-certificate-signature.h"
#include "yc-certificate-verifier.h"
#include "yc-day.h"
#include "yc-file-read.h"
#include "yc-json.h"
#include "yc-pem-signer.h"

/* What compose was asked. */
typedef struct
{
  char    *template_path;
  char    *data_path;
  char    *output;
  char    *serial;
  char    *verify_url;
  char    *issuer;
  char    *issued_at;
  char    *key;
  char    *certificate;
  gboolean sample;
  gboolean unsigned_;
} ComposeOptions;

static void
compose_options_clear (ComposeOptions *self)
{
  g_free (self->template_path);
  g_free (self->data_path);
  g_free (self->output);
  g_free (self->serial);
  g_free (self->verify_url);
  g_free (self->issuer);
  g_free (self->issued_at);
  g_free (self->key);
  g_free (self->certificate);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ComposeOptions, compose_options_clear)

static gboolean
parse_compose (ComposeOptions *self, int argc, char **argv)
{
  const GOptionEntry entries[] = {
    { "template", 't', 0, G_OPTION_ARG_FILENAME, &self->template_path,
      N_("The certificate’s template, JSON"), N_("FILE") },
    { "data", 'd', 0, G_OPTION_ARG_FILENAME, &self->data_path,
      N_("The data to fill in, JSON"), N_("FILE") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &self->output, N_("The PDF to write"), N_("FILE") },
    { "serial", 0, 0, G_OPTION_ARG_STRING, &self->serial, N_("The certificate’s number"),
      N_("NUMBER") },
    { "verify-url", 0, 0, G_OPTION_ARG_STRING, &self->verify_url,
      N_("Where it can be verified"), N_("ADDRESS") },
    { "issuer", 0, 0, G_OPTION_ARG_STRING, &self->issuer, N_("The name on the seal"), N_("NAME") },
    { "issued-at", 0, 0, G_OPTION_ARG_STRING, &self->issued_at,
      N_("Time of issue, RFC 3339; now by default"), N_("TIME") },
    { "key", 0, 0, G_OPTION_ARG_FILENAME, &self->key, N_("The signing key, PEM"), N_("FILE") },
    { "certificate", 0, 0, G_OPTION_ARG_FILENAME, &self->certificate,
      N_("The signing key’s certificate, PEM"), N_("FILE") },
    { "sample", 0, 0, G_OPTION_ARG_NONE, &self->sample,
      N_("Mark it as a training sample and sign with the sample key"), NULL },
    { "unsigned", 0, 0, G_OPTION_ARG_NONE, &self->unsigned_,
      N_("Neither seal nor signature"), NULL },
    { NULL },
  };

  if (!yc_ctl_certificate_parse ("compose", entries, &argc, &argv))
    return FALSE;
  if (argc == 1 && self->template_path && self->data_path && self->output && self->serial &&
      self->verify_url && self->issuer)
    return TRUE;

  g_printerr ("%s: %s\n", g_get_prgname (),
              _("needs --template, --data, --output, --serial, --verify-url and --issuer"));
  return FALSE;
}

static JsonNode *
read_json (const char *path, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  gsize length;
  g_autofree char *text = yc_file_read (file, YC_JSON_DEFAULT_BYTES, &length, error);
  JsonNode *node;

  if (text == NULL)
    return NULL;
  node = yc_json_parse (text, (gssize) length, NULL, error);
  if (node == NULL)
    g_prefix_error (error, "%s: ", path);

  return node;
}

static GBytes *
compose (const ComposeOptions *options, const YcCertificateMarks *marks, GError **error)
{
  g_autoptr (JsonNode) body = read_json (options->template_path, error);
  g_autoptr (JsonNode) data = body != NULL ? read_json (options->data_path, error) : NULL;
  g_autoptr (YcCertificateTemplate) template_ = NULL;
  g_autoptr (YcSigner) signer = NULL;

  if (data == NULL)
    return NULL;
  template_ = yc_certificate_template_new (body, error);
  if (template_ == NULL)
    return NULL;
  if (!JSON_NODE_HOLDS_OBJECT (data))
    {
      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL, _("%s: not an object"),
                   options->data_path);
      return NULL;
    }
  if (options->unsigned_)
    return yc_certificate_compose (template_, json_node_get_object (data), marks, NULL, error);

  signer = options->sample ? yc_pem_signer_new_sample (error)
                           : yc_pem_signer_new_from_files (options->key, options->certificate,
                                                           error);
  if (signer == NULL)
    return NULL;

  return yc_certificate_issue (template_, json_node_get_object (data), marks, signer, error);
}

static YcCtlStatus
run_compose (int argc, char **argv)
{
  g_auto (ComposeOptions) options = { NULL };
  g_autoptr (GDateTime) issued_at = NULL;
  g_autoptr (GBytes) pdf = NULL;
  YcCertificateMarks marks;
  GError *error = NULL;

  if (!parse_compose (&options, argc, argv))
    return YC_CTL_TROUBLE;
  issued_at = options.issued_at ? g_date_time_new_from_iso8601 (options.issued_at, NULL)
                                : g_date_time_new_now_utc ();
  if (issued_at == NULL || (!options.sample && !options.unsigned_ &&
                            (options.key == NULL || options.certificate == NULL)))
    {
      g_printerr ("%s: %s\n", g_get_prgname (),
                  issued_at == NULL ? _("the time of issue is not RFC 3339")
                                    : _("needs --key and --certificate, --sample or --unsigned"));
      return YC_CTL_TROUBLE;
    }

  marks = (YcCertificateMarks){
    .serial = options.serial,
    .verify_url = options.verify_url,
    .issuer = options.issuer,
    .issued_at = issued_at,
    .purpose = options.sample ? YC_SHEET_SAMPLE : YC_SHEET_ISSUED,
  };
  pdf = compose (&options, &marks, &error);
  if (pdf == NULL || !g_file_set_contents (options.output, g_bytes_get_data (pdf, NULL),
                                           (gssize) g_bytes_get_size (pdf), &error))
    return yc_ctl_complain (error);

  return YC_CTL_GOOD;
}

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

static char *
format_time (GDateTime *time)
{
  g_autoptr (GDateTime) local = time != NULL ? yc_day_in_china (time, 0) : NULL;

  return local != NULL ? g_date_time_format (local, "%Y-%m-%d %H:%M:%S %z") : NULL;
}

static void
print_verdict (const char *path, YcVerdict *verdict)
{
  GListModel *checks = yc_verdict_get_checks (verdict);
  g_autofree char *signed_at = format_time (yc_verdict_get_signed_at (verdict));

  g_print ("%s: %s\n", path, yc_verdict_get_title (verdict));
  g_print ("  %s\n", yc_verdict_get_explanation (verdict));
  if (yc_verdict_get_serial (verdict) != NULL)
    g_print (_("  Number: %s\n"), yc_verdict_get_serial (verdict));
  if (yc_verdict_get_signer (verdict) != NULL)
    g_print (_("  Signer: %s\n"), yc_verdict_get_signer (verdict));
  if (signed_at != NULL)
    g_print (_("  Signed: %s\n"), signed_at);

  for (guint i = 0; i < g_list_model_get_n_items (checks); i++)
    {
      g_autoptr (YcVerdictCheck) check = g_list_model_get_item (checks, i);

      print_check (check);
    }
}

static void
add_check (JsonArray *array, YcVerdictCheck *check)
{
  static const char *const words[] = {
    [YC_CHECK_PASSED] = "passed", [YC_CHECK_FAILED] = "failed", [YC_CHECK_SKIPPED] = "skipped",
  };
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", yc_verdict_check_get_id (check));
  json_object_set_string_member (object, "result", words[yc_verdict_check_get_result (check)]);
  json_object_set_string_member (object, "title", yc_verdict_check_get_title (check));
  json_object_set_member (object, "detail",
                          yc_json_string_node (yc_verdict_check_get_detail (check)));
  json_array_add_object_element (array, object);
}

static void
print_json (YcVerdict *verdict)
{
  GListModel *checks = yc_verdict_get_checks (verdict);
  GDateTime *time = yc_verdict_get_signed_at (verdict);
  g_autofree char *signed_at = time != NULL ? g_date_time_format_iso8601 (time) : NULL;
  JsonObject *object = json_object_new ();
  JsonArray *array = json_array_new ();
  g_autoptr (JsonNode) node = yc_json_object_node (object);
  g_autofree char *text = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (checks); i++)
    {
      g_autoptr (YcVerdictCheck) check = g_list_model_get_item (checks, i);

      add_check (array, check);
    }
  json_object_set_string_member (object, "state",
                                 yc_verdict_state_to_string (yc_verdict_get_state (verdict)));
  json_object_set_member (object, "serial", yc_json_string_node (yc_verdict_get_serial (verdict)));
  json_object_set_member (object, "signer", yc_json_string_node (yc_verdict_get_signer (verdict)));
  json_object_set_member (object, "signed_at", yc_json_string_node (signed_at));
  json_object_set_array_member (object, "checks", array);

  /* JSON is UTF-8, whatever the terminal is. */
  text = yc_json_write_pretty (node);
  fputs (text, stdout);
}

static YcTrust *
create_trust (const char *path, gboolean sample, GError **error)
{
  if (sample)
    return yc_trust_new_sample (error);

  return path != NULL ? yc_trust_new_from_file (path, error) : NULL;
}

static YcCtlStatus
verify_file (const char *path, const char *trust_path, gboolean sample, gboolean json)
{
  GError *error = NULL;
  g_autoptr (YcTrust) trust = create_trust (trust_path, sample, &error);
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (YcVerdict) verdict = NULL;

  if (error == NULL)
    pdf = g_file_load_bytes (file, NULL, NULL, &error);
  if (error != NULL)
    return yc_ctl_complain (error);

  verdict = yc_certificate_verify (pdf, trust, NULL);
  if (json)
    print_json (verdict);
  else
    print_verdict (path, verdict);

  return yc_verdict_get_state (verdict) == YC_VERDICT_GENUINE ? YC_CTL_GOOD : YC_CTL_BAD;
}

static YcCtlStatus
run_verify (int argc, char **argv)
{
  g_autofree char *trust = NULL;
  gboolean sample = FALSE, json = FALSE;
  const GOptionEntry entries[] = {
    { "trust", 0, 0, G_OPTION_ARG_FILENAME, &trust,
      N_("Root certificates to believe, and revocation lists, PEM"), N_("FILE") },
    { "sample", 0, 0, G_OPTION_ARG_NONE, &sample,
      N_("Believe the sample authority of demo mode"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Answer in JSON"), NULL },
    { NULL },
  };

  if (!yc_ctl_certificate_parse ("verify", entries, &argc, &argv))
    return YC_CTL_TROUBLE;
  if (argc != 2 || (trust != NULL && sample))
    {
      g_printerr ("%s: %s\n", g_get_prgname (),
                  argc != 2 ? _("needs one file") : _("takes either --trust or --sample"));
      return YC_CTL_TROUBLE;
    }

  return verify_file (argv[1], trust, sample, json);
}

static const YcCtlCommand commands[] = {
  { "compose", "--template FILE --data FILE --output FILE …",
    N_("Fill in a template and write a PDF, sealed and signed"), run_compose },
  { "preview", "TEMPLATE DATA|- [-o FILE]",
    N_("Fill in a template and write a PDF to look at, which is worth nothing"),
    yc_ctl_certificate_preview },
  { "verify", "FILE [--trust FILE] [--sample] [--json]",
    N_("Say whether a PDF is a genuine certificate, and what was checked"), run_verify },
  { NULL },
};

/* yc_ctl_parse() for the command of that name. */
gboolean
yc_ctl_certificate_parse (const char          *command,
                          const GOptionEntry  *entries,
                          int                 *argc,
                          char              ***argv)
{
  const YcCtlCommand *found = commands;

  while (!g_str_equal (found->name, command))
    found++;

  return yc_ctl_parse ("certificate", found, entries, argc, argv);
}

const YcCtlGroup yc_ctl_certificate_group = {
  .name = "certificate",
  .summary = N_("compose and verify certificates"),
  .commands = commands,
};
