/* SPDX-License-Identifier: GPL-3.0-or-later */
/* yichuangctl certificate seal: an issuer's seal as a picture. */
#include "yc-ctl-certificate-private.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

#include "yc-seal-design.h"

/* What seal was asked. */
typedef struct
{
  double   diameter_mm;
  char    *below;
  char    *output;
  gboolean sample;
} Options;

static void
options_clear (Options *self)
{
  g_free (self->below);
  g_free (self->output);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
parse (Options *self, int *argc, char ***argv)
{
  const GOptionEntry entries[] = {
    { "mm", 0, 0, G_OPTION_ARG_DOUBLE, &self->diameter_mm, N_("Its diameter in mm, 36 to 50"),
      N_("NUMBER") },
    { "below", 0, 0, G_OPTION_ARG_STRING, &self->below, N_("What stands below the star"),
      N_("WORDS") },
    { "sample", 0, 0, G_OPTION_ARG_NONE, &self->sample, N_("As it is in training"), NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &self->output, N_("The SVG to write"), N_("FILE") },
    { NULL },
  };

  if (!yc_ctl_certificate_parse ("seal", entries, argc, argv))
    return FALSE;
  if (*argc == 2 && self->output != NULL && self->diameter_mm >= YC_SEAL_LEAST_MM &&
      self->diameter_mm <= YC_SEAL_MOST_MM)
    return TRUE;

  g_printerr ("%s: %s\n", g_get_prgname (),
              _("needs the name on the seal and --output; the diameter is 36 to 50 mm"));
  return FALSE;
}

YcCtlStatus
yc_ctl_certificate_seal (int argc, char **argv)
{
  g_auto (Options) options = { .diameter_mm = YC_SEAL_USUAL_MM };
  g_autoptr (YcSealDesign) design = NULL;
  g_autoptr (GBytes) svg = NULL;
  GError *error = NULL;

  if (!parse (&options, &argc, &argv))
    return YC_CTL_TROUBLE;

  design = yc_seal_design_new (argv[1], options.below, options.diameter_mm, options.sample);
  svg = yc_seal_design_write_svg (design, &error);
  if (svg == NULL || !g_file_set_contents (options.output, g_bytes_get_data (svg, NULL),
                                           (gssize) g_bytes_get_size (svg), &error))
    return yc_ctl_complain (error);

  return YC_CTL_GOOD;
}
