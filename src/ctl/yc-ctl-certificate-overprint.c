/* SPDX-License-Identifier: GPL-3.0-or-later */
/* yichuangctl certificate overprint and calibration: what goes on a form that is printed already, and the
 * sheet by which a printer is adjusted to it. For those who measure forms, and for the desk. */
#include "yc-ctl-certificate-private.h"
#include "yc-ctl-form-private.h"
#include "yc-ctl-sheet.h"

#include <glib/gi18n.h>
#include <unistd.h>

#include "yc-certificate-error.h"
#include "yc-json.h"
#include "yc-overprint-sheet.h"

typedef struct
{
  char    *output;
  char    *shift;
  gboolean form;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->output);
  g_free (options->shift);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
read_mm (const char *text, double *mm)
{
  char *end;

  *mm = g_ascii_strtod (text, &end);

  return end != text && *end == '\0' && *mm >= -YC_SHEET_SHIFT_MOST && *mm <= YC_SHEET_SHIFT_MOST;
}

/* "1.5,-0.5": to the right and down. */
static gboolean
read_shift (const char *text, YcSheetShift *shift, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (text != NULL ? text : "0,0", ",", -1);

  if (g_strv_length (parts) == 2 && read_mm (parts[0], &shift->x_mm) &&
      read_mm (parts[1], &shift->y_mm))
    return TRUE;
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _("“%s” is not two lengths in mm, such as 1.5,-0.5, of at most %.0f mm"), text,
               YC_SHEET_SHIFT_MOST);

  return FALSE;
}

static gboolean
check_terminal (const Options *options)
{
  if (options->output != NULL || !isatty (STDOUT_FILENO))
    return TRUE;
  g_printerr ("%s: %s\n", g_get_prgname (),
              _("a PDF is not written to a terminal; name a file with -o"));

  return FALSE;
}

static YcCtlStatus
finish (GBytes *pdf, const Options *options, GError *error)
{
  if (pdf != NULL && yc_ctl_write_pdf (pdf, options->output, &error))
    return YC_CTL_GOOD;

  return yc_ctl_complain (error);
}

static GBytes *
compose (const char *template_path, const char *data_path, const Options *options, GError **error)
{
  g_autoptr (YcCtlFormFile) file = yc_ctl_form_file_read (template_path, error);
  g_autoptr (YcCtlFormFile) data = file != NULL ? yc_ctl_form_file_read (data_path, error) : NULL;
  g_autoptr (YcCertificateTemplate) template = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  YcSheetShift shift;
  GBytes *pdf = NULL;

  if (data == NULL || !read_shift (options->shift, &shift, error))
    return NULL;
  if (!JSON_NODE_HOLDS_OBJECT (data->root))
    {
      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_INVAL, _("%s: not an object"), data_path);
      return NULL;
    }
  template = yc_certificate_template_new (file->root, error);
  if (template != NULL)
    pdf = yc_overprint_compose (template, json_node_get_object (data->root), &shift, options->form,
                                now, error);
  if (pdf == NULL)
    yc_ctl_certificate_place_error (file, error);

  return pdf;
}

YcCtlStatus
yc_ctl_certificate_overprint (int argc, char **argv)
{
  g_auto (Options) options = { 0 };
  g_autoptr (GBytes) pdf = NULL;
  GError *error = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output,
      N_("Write the PDF into this file, not to the standard output"), N_("FILE") },
    { "shift", 0, 0, G_OPTION_ARG_STRING, &options.shift,
      N_("Everything so many mm further to the right and down"), N_("X,Y") },
    { "form", 0, 0, G_OPTION_ARG_NONE, &options.form,
      N_("To look at: with the form’s picture under the words"), NULL },
    { NULL },
  };

  if (!yc_ctl_certificate_parse ("overprint", entries, &argc, &argv))
    return YC_CTL_TROUBLE;
  if (argc != 3)
    {
      g_printerr ("%s: %s\n", g_get_prgname (), _("needs a template and data"));
      return YC_CTL_TROUBLE;
    }
  if (!check_terminal (&options))
    return YC_CTL_TROUBLE;
  pdf = compose (argv[1], argv[2], &options, &error);

  return finish (pdf, &options, error);
}

static GBytes *
calibrate (JsonNode *body, GError **error)
{
  g_autoptr (YcCertificateTemplate) template = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  if (body == NULL)
    {
      g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_INVAL, _("There is no template in it"));
      return NULL;
    }
  template = yc_certificate_template_new (body, error);

  return template != NULL ? yc_overprint_compose_calibration (template, now, error) : NULL;
}

/* From the standard input: {"template": …}. */
static GBytes *
calibrate_request (GError **error)
{
  g_autoptr (JsonNode) request = yc_ctl_read_request (error);

  return request != NULL
             ? calibrate (yc_json_get_member (yc_json_node_get_object (request), "template"), error)
             : NULL;
}

static GBytes *
calibrate_file (const char *path, GError **error)
{
  g_autoptr (YcCtlFormFile) file = yc_ctl_form_file_read (path, error);
  GBytes *pdf;

  if (file == NULL)
    return NULL;
  pdf = calibrate (file->root, error);
  if (pdf == NULL)
    yc_ctl_certificate_place_error (file, error);

  return pdf;
}

YcCtlStatus
yc_ctl_certificate_calibration (int argc, char **argv)
{
  g_auto (Options) options = { 0 };
  g_autoptr (GBytes) pdf = NULL;
  GError *error = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &options.output,
      N_("Write the PDF into this file, not to the standard output"), N_("FILE") },
    { NULL },
  };

  if (!yc_ctl_certificate_parse ("calibration", entries, &argc, &argv))
    return YC_CTL_TROUBLE;
  if (argc != 2)
    {
      g_printerr ("%s: %s\n", g_get_prgname (), _("needs a template, or “-”"));
      return YC_CTL_TROUBLE;
    }
  if (!check_terminal (&options))
    return YC_CTL_TROUBLE;
  pdf = g_str_equal (argv[1], "-") ? calibrate_request (&error) : calibrate_file (argv[1], &error);

  return finish (pdf, &options, error);
}
