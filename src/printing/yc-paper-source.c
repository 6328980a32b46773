/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A tray, or another place where a printer takes paper from. */
#include "yc-paper-source.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *name;
  const char *title;
} common[] = {
  { YC_PAPER_SOURCE_AUTO, N_("The printer chooses") },
  { "manual", N_("Fed by hand") },
  { "by-pass-tray", N_("Bypass tray") },
  { "multipurpose", N_("Bypass tray") },
  { "main", N_("Main tray") },
  { "alternate", N_("Other tray") },
  { "top", N_("Upper tray") },
  { "middle", N_("Middle tray") },
  { "bottom", N_("Lower tray") },
  { "rear", N_("Rear tray") },
  { "large-capacity", N_("Large tray") },
  { "envelope", N_("Envelope tray") },
};

static char *
make_title (const char *name)
{
  guint64 number;

  for (guint i = 0; i < G_N_ELEMENTS (common); i++)
    if (g_str_equal (common[i].name, name))
      return g_strdup (_(common[i].title));
  if (g_str_has_prefix (name, "tray-") &&
      g_ascii_string_to_unsigned (name + strlen ("tray-"), 10, 1, 99, &number, NULL))
    /* Translators: a printer's paper tray, by its number */
    return g_strdup_printf (_("Tray %u"), (guint) number);
  return g_strdup (name);
}

YcPrinterChoice *
yc_paper_source_new (const char *name)
{
  g_autofree char *title = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  title = make_title (name);
  return g_object_new (YC_TYPE_PRINTER_CHOICE, "name", name, "title", title, NULL);
}
