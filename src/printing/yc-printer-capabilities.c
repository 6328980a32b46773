/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one printer truly has: its papers, trays, sides, most copies and colour. */
#include "yc-printer-capabilities.h"

#include <glib/gi18n-lib.h>

#include "yc-page-ranges.h"
#include "yc-printer-capabilities-private.h"
#include "yc-printing-error.h"

#define FAVOURITE_PAPER "iso_a4_210x297mm"

struct _YcPrinterCapabilities
{
  GObject      parent_instance;
  GListStore  *papers;
  GListStore  *sources;
  char        *default_paper;
  YcPrintSides sides;
  guint        max_copies;
  gboolean     colour;
};

G_DEFINE_FINAL_TYPE (YcPrinterCapabilities, yc_printer_capabilities, G_TYPE_OBJECT)

static int
rank (YcPrinterCapabilities *self,
      YcPrinterChoice       *paper)
{
  if (g_strcmp0 (yc_printer_choice_get_name (paper), self->default_paper) == 0)
    return 0;
  return g_str_equal (yc_printer_choice_get_name (paper), FAVOURITE_PAPER) ? 1 : 2;
}

static int
compare_papers (gconstpointer a,
                gconstpointer b,
                gpointer      user_data)
{
  YcPrinterChoice *paper_a = YC_PRINTER_CHOICE ((gpointer) a);
  YcPrinterChoice *paper_b = YC_PRINTER_CHOICE ((gpointer) b);
  int difference = rank (user_data, paper_a) - rank (user_data, paper_b);

  return difference != 0 ? difference
                         : g_strcmp0 (yc_printer_choice_get_title (paper_a),
                                      yc_printer_choice_get_title (paper_b));
}

static void
add_papers (YcPrinterCapabilities *self,
            const char *const     *names)
{
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autoptr (YcPaper) paper = yc_paper_new_for_pwg (names[i]);

      if (paper != NULL && !yc_printer_capabilities_has_paper (self, names[i]))
        g_list_store_append (self->papers, paper);
    }
  g_list_store_sort (self->papers, compare_papers, self);
}

static void
add_source (YcPrinterCapabilities *self,
            const char            *name)
{
  g_autoptr (YcPrinterChoice) source = NULL;

  if (yc_printer_capabilities_has_source (self, name))
    return;
  source = yc_paper_source_new (name);
  g_list_store_append (self->sources, source);
}

/* Where there is one tray there is nothing to choose. */
static void
add_sources (YcPrinterCapabilities *self,
             const char *const     *names)
{
  add_source (self, YC_PAPER_SOURCE_AUTO);
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    add_source (self, names[i]);
  if (g_list_model_get_n_items (G_LIST_MODEL (self->sources)) == 2)
    g_list_store_remove (self->sources, 1);
}

static void
yc_printer_capabilities_finalize (GObject *object)
{
  YcPrinterCapabilities *self = YC_PRINTER_CAPABILITIES (object);

  g_clear_object (&self->papers);
  g_clear_object (&self->sources);
  g_free (self->default_paper);
  G_OBJECT_CLASS (yc_printer_capabilities_parent_class)->finalize (object);
}

static void
yc_printer_capabilities_class_init (YcPrinterCapabilitiesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = yc_printer_capabilities_finalize;
}

static void
yc_printer_capabilities_init (YcPrinterCapabilities *self)
{
  self->papers = g_list_store_new (YC_TYPE_PAPER);
  self->sources = g_list_store_new (YC_TYPE_PRINTER_CHOICE);
  self->sides = YC_PRINT_SIDES_ONE;
}

YcPrinterCapabilities *
yc_printer_capabilities_new (const YcPrinterFeatures *features)
{
  const char *const *sides = features->sides;
  YcPrinterCapabilities *self = g_object_new (YC_TYPE_PRINTER_CAPABILITIES, NULL);

  if (features->default_paper != NULL && *features->default_paper != '\0')
    self->default_paper = g_strdup (features->default_paper);
  add_papers (self, features->papers);
  add_sources (self, features->sources);
  for (guint i = 0; sides != NULL && sides[i] != NULL; i++)
    self->sides |= yc_print_sides_from_keyword (sides[i]);
  self->max_copies = MAX (features->max_copies, 1);
  self->colour = features->colour;
  return self;
}

GListModel *
yc_printer_capabilities_get_papers (YcPrinterCapabilities *self)
{
  g_return_val_if_fail (YC_IS_PRINTER_CAPABILITIES (self), NULL);

  return G_LIST_MODEL (self->papers);
}

const char *
yc_printer_capabilities_get_default_paper (YcPrinterCapabilities *self)
{
  g_return_val_if_fail (YC_IS_PRINTER_CAPABILITIES (self), NULL);

  return self->default_paper;
}

YcPrintSides
yc_printer_capabilities_get_sides (YcPrinterCapabilities *self)
{
  g_return_val_if_fail (YC_IS_PRINTER_CAPABILITIES (self), YC_PRINT_SIDES_ONE);

  return self->sides;
}

guint
yc_printer_capabilities_get_max_copies (YcPrinterCapabilities *self)
{
  g_return_val_if_fail (YC_IS_PRINTER_CAPABILITIES (self), 1);

  return self->max_copies;
}

gboolean
yc_printer_capabilities_has_paper (YcPrinterCapabilities *self,
                                   const char            *pwg_name)
{
  g_return_val_if_fail (YC_IS_PRINTER_CAPABILITIES (self), FALSE);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->papers)); i++)
    {
      g_autoptr (YcPrinterChoice) paper = g_list_model_get_item (G_LIST_MODEL (self->papers), i);

      if (g_str_equal (yc_printer_choice_get_name (paper), pwg_name))
        return TRUE;
    }
  return FALSE;
}

GListModel *
yc_printer_capabilities_get_sources (YcPrinterCapabilities *self)
{
  g_return_val_if_fail (YC_IS_PRINTER_CAPABILITIES (self), NULL);

  return G_LIST_MODEL (self->sources);
}

gboolean
yc_printer_capabilities_get_colour (YcPrinterCapabilities *self)
{
  g_return_val_if_fail (YC_IS_PRINTER_CAPABILITIES (self), FALSE);

  return self->colour;
}

gboolean
yc_printer_capabilities_has_source (YcPrinterCapabilities *self,
                                    const char            *name)
{
  g_return_val_if_fail (YC_IS_PRINTER_CAPABILITIES (self), FALSE);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->sources)); i++)
    {
      g_autoptr (YcPrinterChoice) source = g_list_model_get_item (G_LIST_MODEL (self->sources), i);

      if (g_str_equal (yc_printer_choice_get_name (source), name))
        return TRUE;
    }
  return FALSE;
}

static gboolean
check_pages (const YcPrintOptions *options,
             GError              **error)
{
  g_autoptr (GArray) ranges = NULL;

  if (options->pages == NULL)
    return TRUE;
  ranges = yc_page_ranges_parse (options->pages, error);
  return ranges != NULL;
}

gboolean
yc_printer_capabilities_check (YcPrinterCapabilities *self,
                               const YcPrintOptions  *options,
                               GError               **error)
{
  const char *trouble = NULL;

  g_return_val_if_fail (YC_IS_PRINTER_CAPABILITIES (self), FALSE);
  g_return_val_if_fail (options != NULL, FALSE);

  if (options->paper != NULL && !yc_printer_capabilities_has_paper (self, options->paper))
    trouble = _("The printer does not have this paper.");
  else if (options->source != NULL && !yc_printer_capabilities_has_source (self, options->source))
    trouble = _("The printer does not have this tray.");
  else if ((self->sides & options->sides) == 0)
    trouble = _("The printer cannot print on both sides.");
  else if (options->copies < 1 || options->copies > self->max_copies)
    trouble = _("The printer cannot make so many copies.");
  if (trouble != NULL)
    g_set_error_literal (error, YC_PRINTING_ERROR, YC_PRINTING_ERROR_UNSUPPORTED, trouble);
  return trouble == NULL && check_pages (options, error);
}
