/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One size of paper that a printer takes. */
#include "yc-paper.h"

#include <cups/cups.h>
#include <cups/pwg.h>
#include <glib/gi18n-lib.h>

#define UNITS_PER_MM 100.0 /* of pwg_media_t */

/* Sizes with a name that people use; all others are called by their measures. */
static const struct
{
  const char *pwg_class; /* the name up to its measures */
  const char *title;
} common[] = {
  { "iso_a3", "A3" },
  { "iso_a4", "A4" },
  { "iso_a5", "A5" },
  { "iso_a6", "A6" },
  { "iso_b4", "B4 (ISO)" },
  { "iso_b5", "B5 (ISO)" },
  { "jis_b4", "B4 (JIS)" },
  { "jis_b5", "B5 (JIS)" },
  { "prc_16k", N_("16K") },
  { "om_16k", N_("16K") },
  { "roc_16k", N_("16K") },
  { "na_letter", N_("Letter") },
  { "na_legal", N_("Legal") },
};

struct _YcPaper
{
  YcPrinterChoice parent_instance;

  double width;
  double height;
};

G_DEFINE_FINAL_TYPE (YcPaper, yc_paper, YC_TYPE_PRINTER_CHOICE)

static char *
make_title (const char *pwg_class,
            double      width,
            double      height)
{
  for (guint i = 0; i < G_N_ELEMENTS (common); i++)
    if (g_str_equal (common[i].pwg_class, pwg_class))
      return g_strdup (_(common[i].title));
  /* Translators: width and height of a sheet of paper in millimetres */
  return g_strdup_printf (_("%.0f × %.0f mm"), width, height);
}

/* Custom sizes come as a least and a most; variants without margins repeat a size. */
static gboolean
is_variant (const char *pwg_name)
{
  return g_str_has_prefix (pwg_name, "custom_") || strstr (pwg_name, "fullbleed") != NULL ||
         strstr (pwg_name, "borderless") != NULL;
}

static void
yc_paper_class_init (YcPaperClass *klass)
{
}

static void
yc_paper_init (YcPaper *self)
{
}

YcPaper *
yc_paper_new_for_pwg (const char *pwg_name)
{
  g_autofree char *pwg_class = NULL;
  g_autofree char *title = NULL;
  const char *measures;
  pwg_media_t *media;
  YcPaper *self;

  g_return_val_if_fail (pwg_name != NULL, NULL);

  measures = strrchr (pwg_name, '_');
  if (measures == NULL || is_variant (pwg_name) ||
      memchr (pwg_name, '.', (gsize) (measures - pwg_name)) != NULL)
    return NULL;
  media = pwgMediaForPWG (pwg_name);
  if (media == NULL || media->width <= 0 || media->length <= 0)
    return NULL;
  pwg_class = g_strndup (pwg_name, (gsize) (measures - pwg_name));
  title = make_title (pwg_class, media->width / UNITS_PER_MM, media->length / UNITS_PER_MM);
  self = g_object_new (YC_TYPE_PAPER, "name", pwg_name, "title", title, NULL);
  self->width = media->width / UNITS_PER_MM;
  self->height = media->length / UNITS_PER_MM;
  return self;
}

double
yc_paper_get_width (YcPaper *self)
{
  g_return_val_if_fail (YC_IS_PAPER (self), 0);

  return self->width;
}

double
yc_paper_get_height (YcPaper *self)
{
  g_return_val_if_fail (YC_IS_PAPER (self), 0);

  return self->height;
}
