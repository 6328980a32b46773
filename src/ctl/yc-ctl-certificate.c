/* SPDX-License-Identifier: GPL-3.0-or-later */
/* yichuangctl certificate: compose a certificate from files, and verify one. */
#include "yc-ctl-certificate-private.h"

#include <glib/gi18n.h>

#include "yc-certificate-signature.h"
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
  char    *valid_until;
  char    *key;
  char    *passphrase;
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
  g_free (self->valid_until);
  g_free (self->key);
  g_free (self->passphrase);
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
    { "valid-until", 0, 0, G_OPTION_ARG_STRING, &self->valid_until,
      N_("Last day, YYYY-MM-DD; as the template counts it by default"), N_("DAY") },
    { "key", 0, 0, G_OPTION_ARG_FILENAME, &self->key, N_("The signing key, PEM"), N_("FILE") },
    { "passphrase-file", 0, 0, G_OPTION_ARG_FILENAME, &self->passphrase,
      N_("File of the key’s passphrase"), N_("FILE") },
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
                           : yc_pem_signer_new_from_files (options->key, options->passphrase,
                                                           options->certificate, error);
  if (signer == NULL)
    return NULL;

  return yc_certificate_issue (template_, json_node_get_object (data), marks, signer, error);
}

/* In the middle of the day, in China; NULL for none, and for what is no day. */
static GDateTime *
create_last_day (const char *text)
{
  GDate day;

  if (!yc_day_parse (text, &day))
    return NULL;

  return g_date_time_new (yc_day_get_zone (), g_date_get_year (&day),
                          (int) g_date_get_month (&day), g_date_get_day (&day), 12, 0, 0.0);
}

static YcCtlStatus
run_compose (int argc, char **argv)
{
  g_auto (ComposeOptions) options = { NULL };
  g_autoptr (GDateTime) issued_at = NULL;
  g_autoptr (GDateTime) valid_until = NULL;
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

  valid_until = create_last_day (options.valid_until);
  if (options.valid_until != NULL && valid_until == NULL)
    {
      g_printerr ("%s: %s\n", g_get_prgname (), _("the last day is not YYYY-MM-DD"));
      return YC_CTL_TROUBLE;
    }

  marks = (YcCertificateMarks){
    .serial = options.serial,
    .verify_url = options.verify_url,
    .issuer = options.issuer,
    .issued_at = issued_at,
    .valid_until = valid_until,
    .purpose = options.sample ? YC_SHEET_SAMPLE : YC_SHEET_ISSUED,
  };
  pdf = compose (&options, &marks, &error);
  if (pdf == NULL || !g_file_set_contents (options.output, g_bytes_get_data (pdf, NULL),
                                           (gssize) g_bytes_get_size (pdf), &error))
    return yc_ctl_complain (error);

  return YC_CTL_GOOD;
}

static const YcCtlCommand commands[] = {
  { "compose", "--template FILE --data FILE --output FILE …",
    N_("Fill in a template and write a PDF, sealed and signed"), run_compose },
  { "preview", "TEMPLATE DATA|- [-o FILE]",
    N_("Fill in a template and write a PDF to look at, which is worth nothing"),
    yc_ctl_certificate_preview },
  { "print", "TEMPLATE DATA|- [-o FILE] [--practice]",
    N_("Fill in a notice’s template and write a PDF to be printed and stamped"),
    yc_ctl_certificate_print },
  { "overprint", "TEMPLATE DATA [--shift X,Y] [--form] [-o FILE]",
    N_("Write what goes on a form that is printed already"), yc_ctl_certificate_overprint },
  { "calibration", "TEMPLATE|- [-o FILE]",
    N_("Write the sheet by which a printer is adjusted to a form"),
    yc_ctl_certificate_calibration },
  { "verify", "FILE|CODE|NUMBER [--trust FILE] [--sample] [--service URL] [--name NAME --id-number NUMBER] [--json]",
    N_("Say whether a PDF, a QR code or a number is a genuine certificate’s"),
    yc_ctl_certificate_verify },
  { "seal", "NAME --output FILE [--mm NUMBER] [--below WORDS] [--sample]",
    N_("Draw an issuer’s seal as a picture, SVG"), yc_ctl_certificate_seal },
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
