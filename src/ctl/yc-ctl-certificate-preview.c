/* SPDX-License-Identifier: GPL-3.0-or-later */
/* yichuangctl certificate preview and print: a template filled in, to be looked at, and a notice for paper.
 * For those who write templates, and for the desk, which runs this before a certificate is issued and for
 * what the counter hands out: text may be drawn by one thread of a process only, and this works with the
 * line down. */
#include "yc-ctl-certificate-private.h"
#include "yc-ctl-form-private.h"
#include "yc-ctl-sheet.h"

#include <glib/gi18n.h>
#include <unistd.h>

#include "yc-certificate-composer.h"
#include "yc-certificate-error.h"
#include "yc-day.h"
#include "yc-json.h"

/* What stands where the seal will be when nobody says who issues. */
#define SOME_ISSUER "（出证单位）"

typedef struct
{
  char           *output;
  char           *issuer;
  gboolean        practice;
  YcSheetPurpose  purpose;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->output);
  g_free (options->issuer);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* What every certificate knows, as it will be if it is issued now. */
static void
complete_data (JsonObject *data, GDateTime *now)
{
  g_autoptr (GDateTime) local = yc_day_in_china (now, 0);
  g_autofree char *time = g_date_time_format_iso8601 (now);
  g_autofree char *today = g_date_time_format (local, "%Y-%m-%d");

  if (!json_object_has_member (data, "issued_at"))
    json_object_set_string_member (data, "issued_at", time);
  if (!json_object_has_member (data, "today"))
    json_object_set_string_member (data, "today", today);
  if (!json_object_has_member (data, "serial"))
    json_object_set_string_member (data, "serial", "（出证时编号）");
}

static const char *
find_issuer (const Options *options, JsonObject *data)
{
  JsonObject *place = yc_json_get_object (data, "place");

  if (options->issuer != NULL)
    return options->issuer;

  return yc_json_get_string (place, "seal", yc_json_get_string (place, "name", SOME_ISSUER));
}

/* What counts comes from the service, which numbers and signs it. */
static gboolean
may_compose (YcCertificateTemplate *template, const Options *options, GError **error)
{
  if (options->purpose == YC_SHEET_PREVIEW ||
      yc_certificate_template_get_use (template) == YC_TEMPLATE_NOTICE)
    return TRUE;
  g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_PERM,
                       _("Only a notice is printed like this; a certificate is issued by the service"));

  return FALSE;
}

static GBytes *
compose (JsonNode *body, JsonNode *data_node, const Options *options, GError **error)
{
  g_autoptr (YcCertificateTemplate) template = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  JsonObject *data = yc_json_node_get_object (data_node);
  YcCertificateMarks marks = { .issued_at = now, .purpose = options->purpose };

  if (body == NULL || data == NULL)
    {
      g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_INVAL,
                           _("A preview needs a template and an object of data"));
      return NULL;
    }
  template = yc_certificate_template_new (body, error);
  if (template == NULL || !may_compose (template, options, error))
    return NULL;
  complete_data (data, now);
  marks.issuer = find_issuer (options, data);

  return yc_certificate_compose (template, data, &marks, NULL, error);
}

/* From the standard input: {"template": …, "data": …, "sample": …}. */
static GBytes *
compose_request (Options *options, GError **error)
{
  g_autoptr (JsonNode) request = yc_ctl_read_request (error);
  JsonObject *object = request != NULL ? yc_json_node_get_object (request) : NULL;

  if (request == NULL)
    return NULL;
  if (options->purpose != YC_SHEET_PREVIEW && yc_json_get_boolean (object, "sample", FALSE))
    options->purpose = YC_SHEET_SAMPLE;

  return compose (yc_json_get_member (object, "template"), yc_json_get_member (object, "data"),
                  options, error);
}

void
yc_ctl_certificate_place_error (const YcCtlFormFile *file, GError **error)
{
  const char *pointer = yc_certificate_error_get_pointer (*error);
  g_autofree char *place = pointer != NULL ? yc_ctl_form_file_place (file, pointer) : NULL;
  GError *placed;

  if (place == NULL)
    return;
  placed = g_error_new ((*error)->domain, (*error)->code, "%s: %s", place,
                        yc_certificate_error_get_reason (*error));
  g_error_free (*error);
  *error = placed;
}

static GBytes *
compose_files (const char *template_path, const char *data_path, const Options *options,
               GError **error)
{
  g_autoptr (YcCtlFormFile) template = yc_ctl_form_file_read (template_path, error);
  g_autoptr (YcCtlFormFile) data =
      template != NULL ? yc_ctl_form_file_read (data_path, error) : NULL;
  GBytes *pdf;

  if (data == NULL)
    return NULL;
  pdf = compose (template->root, data->root, options, error);
  if (pdf == NULL)
    yc_ctl_certificate_place_error (template, error);

  return pdf;
}

static YcCtlStatus
run (Options *options, int argc, char **argv)
{
  g_autoptr (GBytes) pdf = NULL;
  GError *error = NULL;
  gboolean from_input = argc == 2 && g_str_equal (argv[1], "-");

  if ((argc != 3 && !from_input) || (options->output == NULL && isatty (STDOUT_FILENO)))
    {
      g_printerr ("%s: %s\n", g_get_prgname (),
                  argc == 3 || from_input
                      ? _("a PDF is not written to a terminal; name a file with -o")
                      : _("needs a template and data, or “-”"));
      return YC_CTL_TROUBLE;
    }

  pdf = from_input ? compose_request (options, &error)
                   : compose_files (argv[1], argv[2], options, &error);
  if (pdf != NULL && yc_ctl_write_pdf (pdf, options->output, &error))
    return YC_CTL_GOOD;

  return yc_ctl_complain (error);
}

YcCtlStatus
yc_ctl_certificate_preview (int argc, char **argv)
{
  g_auto (Options) options = { .purpose = YC_SHEET_PREVIEW };
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output,
      N_("Write the PDF into this file, not to the standard output"), N_("FILE") },
    { "issuer", 0, 0, G_OPTION_ARG_STRING, &options.issuer,
      N_("Who issues it; otherwise the data’s place"), N_("NAME") },
    { NULL },
  };

  if (!yc_ctl_certificate_parse ("preview", entries, &argc, &argv))
    return YC_CTL_TROUBLE;

  return run (&options, argc, argv);
}

YcCtlStatus
yc_ctl_certificate_print (int argc, char **argv)
{
  g_auto (Options) options = { .purpose = YC_SHEET_ISSUED };
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output,
      N_("Write the PDF into this file, not to the standard output"), N_("FILE") },
    { "practice", 0, 0, G_OPTION_ARG_NONE, &options.practice,
      N_("Mark every page as practice"), NULL },
    { NULL },
  };

  if (!yc_ctl_certificate_parse ("print", entries, &argc, &argv))
    return YC_CTL_TROUBLE;
  if (options.practice)
    options.purpose = YC_SHEET_SAMPLE;

  return run (&options, argc, argv);
}
