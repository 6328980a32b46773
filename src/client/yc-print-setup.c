/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What will be asked of which printer: as the desk remembers it for the kind of paper, and within
 * what that printer has. */
#include "yc-print-setup.h"

#include "yc-page-ranges.h"

#include <glib/gi18n-lib.h>

/* Our sheets are set for it; a printer's own default often is another. */
#define FAVOURITE_PAPER "iso_a4_210x297mm"
#define MOST_COPIES 99

struct _YcPrintSetup
{
  GObject                parent_instance;

  YcPrinters            *printers;
  YcPrintPresets        *presets;
  YcPrintKind            kind;
  YcPrinter             *printer;
  YcPrinterCapabilities *capabilities;
  GCancellable          *cancellable; /* of asking what the printer has */
  char                  *trouble;     /* of that */

  /* What is wanted; it holds as far as the printer has it. */
  char                  *wanted_printer;
  char                  *wanted_paper;
  char                  *wanted_source;
  YcPrintSides           wanted_sides;
  gboolean               grey;
  gboolean               fit;
  gboolean               fit_chosen;
  guint                  copies;
  char                  *pages;
  char                  *pages_trouble;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YcPrintSetup, yc_print_setup, G_TYPE_OBJECT)

static void
tell (YcPrintSetup *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
replace (char       **place,
         const char  *text)
{
  if (g_strcmp0 (*place, text) == 0)
    return FALSE;
  g_free (*place);
  *place = g_strdup (text);
  return TRUE;
}

/* The printer */

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (YcPrintSetup) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (YcPrinterCapabilities) capabilities =
    yc_printer_load_capabilities_finish (YC_PRINTER (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  g_set_object (&self->capabilities, capabilities);
  replace (&self->trouble, error != NULL ? error->message : NULL);
  tell (self);
}

static void
give_up_loading (YcPrintSetup *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->capabilities);
  g_clear_pointer (&self->trouble, g_free);
}

static void
set_printer (YcPrintSetup *self,
             YcPrinter    *printer)
{
  if (self->printer == printer)
    return;
  if (self->printer != NULL)
    g_signal_handlers_disconnect_by_data (self->printer, self);
  g_set_object (&self->printer, printer);
  give_up_loading (self);
  if (printer == NULL)
    return;
  g_signal_connect_swapped (printer, "notify", G_CALLBACK (tell), self);
  self->cancellable = g_cancellable_new ();
  yc_printer_load_capabilities_async (printer, self->cancellable, loaded_cb, g_object_ref (self));
}

/* The wanted one as soon as it is there; else none is taken away that somebody works with. */
static void
resolve_printer (YcPrintSetup *self)
{
  YcPrinter *printer = self->wanted_printer != NULL
                         ? yc_printers_find (self->printers, self->wanted_printer)
                         : NULL;

  if (printer == NULL && self->printer != NULL &&
      yc_printers_find (self->printers, yc_printer_get_name (self->printer)) == self->printer)
    printer = self->printer;
  if (printer == NULL)
    printer = yc_printers_get_default (self->printers);
  set_printer (self, printer);
}

static void
printers_changed_cb (YcPrintSetup *self)
{
  resolve_printer (self);
  tell (self);
}

static void
take_preset (YcPrintSetup *self)
{
  const YcPrintPreset *preset =
    self->presets != NULL ? yc_print_presets_get (self->presets, self->kind) : NULL;

  replace (&self->wanted_printer, preset != NULL ? preset->printer : NULL);
  replace (&self->wanted_paper, preset != NULL ? preset->paper : NULL);
  replace (&self->wanted_source, preset != NULL ? preset->source : NULL);
  self->wanted_sides = preset != NULL ? preset->sides : YC_PRINT_SIDES_ONE;
  self->grey = preset != NULL && preset->grey;
  self->fit = preset != NULL && preset->fit;
  self->fit_chosen = preset != NULL;
  resolve_printer (self);
  tell (self);
}

static void
yc_print_setup_dispose (GObject *object)
{
  YcPrintSetup *self = YC_PRINT_SETUP (object);

  set_printer (self, NULL);
  if (self->printers != NULL)
    g_signal_handlers_disconnect_by_data (self->printers, self);
  g_clear_object (&self->printers);
  g_clear_object (&self->presets);

  G_OBJECT_CLASS (yc_print_setup_parent_class)->dispose (object);
}

static void
yc_print_setup_finalize (GObject *object)
{
  YcPrintSetup *self = YC_PRINT_SETUP (object);

  g_free (self->wanted_printer);
  g_free (self->wanted_paper);
  g_free (self->wanted_source);
  g_free (self->pages);
  g_free (self->pages_trouble);

  G_OBJECT_CLASS (yc_print_setup_parent_class)->finalize (object);
}

static void
yc_print_setup_class_init (YcPrintSetupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = yc_print_setup_dispose;
  object_class->finalize = yc_print_setup_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
yc_print_setup_init (YcPrintSetup *self)
{
  self->kind = YC_PRINT_KIND_OTHER;
  self->wanted_sides = YC_PRINT_SIDES_ONE;
  self->copies = 1;
  self->pages = g_strdup ("");
}

YcPrintSetup *
yc_print_setup_new (YcPrinters     *printers,
                    YcPrintPresets *presets)
{
  YcPrintSetup *self = g_object_new (YC_TYPE_PRINT_SETUP, NULL);

  g_return_val_if_fail (YC_IS_PRINTERS (printers), self);

  self->printers = g_object_ref (printers);
  g_set_object (&self->presets, presets);
  g_signal_connect_swapped (printers, "items-changed", G_CALLBACK (printers_changed_cb), self);
  g_signal_connect_swapped (printers, "notify", G_CALLBACK (tell), self);
  if (presets != NULL)
    g_signal_connect_object (presets, "changed", G_CALLBACK (take_preset), self,
                             G_CONNECT_SWAPPED);
  take_preset (self);
  return self;
}

void
yc_print_setup_set_kind (YcPrintSetup *self,
                         YcPrintKind   kind)
{
  g_return_if_fail (YC_IS_PRINT_SETUP (self));

  yc_print_setup_reset (self);
  if (self->kind == kind)
    return;
  self->kind = kind;
  take_preset (self);
}

YcPrintKind
yc_print_setup_get_kind (YcPrintSetup *self)
{
  g_return_val_if_fail (YC_IS_PRINT_SETUP (self), YC_PRINT_KIND_OTHER);

  return self->kind;
}

YcPrinters *
yc_print_setup_get_printers (YcPrintSetup *self)
{
  g_return_val_if_fail (YC_IS_PRINT_SETUP (self), NULL);

  return self->printers;
}

YcPrinter *
yc_print_setup_get_printer (YcPrintSetup *self)
{
  g_return_val_if_fail (YC_IS_PRINT_SETUP (self), NULL);

  return self->printer;
}

void
yc_print_setup_set_printer (YcPrintSetup *self,
                            YcPrinter    *printer)
{
  g_return_if_fail (YC_IS_PRINT_SETUP (self));
  g_return_if_fail (YC_IS_PRINTER (printer));

  if (!replace (&self->wanted_printer, yc_printer_get_name (printer)) && self->printer == printer)
    return;
  set_printer (self, printer);
  tell (self);
}

YcPrinterCapabilities *
yc_print_setup_get_capabilities (YcPrintSetup *self)
{
  g_return_val_if_fail (YC_IS_PRINT_SETUP (self), NULL);

  return self->capabilities;
}

gboolean
yc_print_setup_get_ready (YcPrintSetup *self)
{
  g_return_val_if_fail (YC_IS_PRINT_SETUP (self), FALSE);

  return self->printer != NULL && self->capabilities != NULL &&
         yc_printer_get_accepting (self->printer) && self->pages_trouble == NULL;
}

/* The printer's own words say more than ours when it is stopped. */
char *
yc_print_setup_dup_trouble (YcPrintSetup *self)
{
  g_return_val_if_fail (YC_IS_PRINT_SETUP (self), NULL);

  if (self->printer == NULL || self->trouble != NULL)
    return g_strdup (self->trouble);
  if (!yc_printer_get_accepting (self->printer))
    return g_strdup (_("This printer takes no jobs at present. Choose another one or call the "
                       "administrator."));
  if (yc_printer_get_state (self->printer) != YC_PRINTER_STOPPED)
    return NULL;
  if (*yc_printer_get_message (self->printer) == '\0')
    return g_strdup (_("This printer is stopped: what is printed waits until it is resumed."));
  /* Translators: %s is what the printer says itself */
  return g_strdup_printf (
    _("This printer is stopped (%s): what is printed waits until it is resumed."),
    yc_printer_get_message (self->printer));
}

/* What is asked of it */

const char *
yc_print_setup_get_paper (YcPrintSetup *self)
{
  YcPrinterCapabilities *has;
  g_autoptr (YcPaper) first = NULL;

  g_return_val_if_fail (YC_IS_PRINT_SETUP (self), NULL);

  has = self->capabilities;
  if (has == NULL)
    return NULL;
  if (self->wanted_paper != NULL && yc_printer_capabilities_has_paper (has, self->wanted_paper))
    return self->wanted_paper;
  if (yc_printer_capabilities_has_paper (has, FAVOURITE_PAPER))
    return FAVOURITE_PAPER;
  first = g_list_model_get_item (yc_printer_capabilities_get_papers (has), 0);
  return first != NULL ? yc_paper_get_name (first) : NULL;
}

void
yc_print_setup_set_paper (YcPrintSetup *self,
                          const char   *paper)
{
  g_return_if_fail (YC_IS_PRINT_SETUP (self));
  g_return_if_fail (paper != NULL);

  if (g_strcmp0 (yc_print_setup_get_paper (self), paper) == 0)
    return;
  replace (&self->wanted_paper, paper);
  self->fit_chosen = FALSE;
  tell (self);
}

const char *
yc_print_setup_get_source (YcPrintSetup *self)
{
  g_return_val_if_fail (YC_IS_PRINT_SETUP (self), YC_PAPER_SOURCE_AUTO);

  return self->capabilities != NULL && self->wanted_source != NULL &&
           yc_printer_capabilities_has_source (self->capabilities, self->wanted_source)
           ? self->wanted_source
           : YC_PAPER_SOURCE_AUTO;
}

void
yc_print_setup_set_source (YcPrintSetup *self,
                           const char   *source)
{
  g_return_if_fail (YC_IS_PRINT_SETUP (self));

  if (replace (&self->wanted_source, source))
    tell (self);
}

YcPrintSides
yc_print_setup_get_sides (YcPrintSetup *self)
{
  g_return_val_if_fail (YC_IS_PRINT_SETUP (self), YC_PRINT_SIDES_ONE);

  return self->capabilities != NULL &&
           (yc_printer_capabilities_get_sides (self->capabilities) & self->wanted_sides) != 0
           ? self->wanted_sides
           : YC_PRINT_SIDES_ONE;
}

void
yc_print_setup_set_sides (YcPrintSetup *self,
                          YcPrintSides  sides)
{
  g_return_if_fail (YC_IS_PRINT_SETUP (self));

  if (self->wanted_sides == sides)
    return;
  self->wanted_sides = sides;
  tell (self);
}

gboolean
yc_print_setup_get_grey (YcPrintSetup *self)
{
  g_return_val_if_fail (YC_IS_PRINT_SETUP (self), FALSE);

  return self->grey && self->capabilities != NULL &&
         yc_printer_capabilities_get_colour (self->capabilities);
}

void
yc_print_setup_set_grey (YcPrintSetup *self,
                         gboolean      grey)
{
  g_return_if_fail (YC_IS_PRINT_SETUP (self));

  if (self->grey == grey)
    return;
  self->grey = grey;
  tell (self);
}

gboolean
yc_print_setup_get_fit (YcPrintSetup *self)
{
  g_return_val_if_fail (YC_IS_PRINT_SETUP (self), FALSE);

  return self->fit_chosen ? self->fit
                          : g_strcmp0 (yc_print_setup_get_paper (self), FAVOURITE_PAPER) != 0;
}

void
yc_print_setup_set_fit (YcPrintSetup *self,
                        gboolean      fit)
{
  g_return_if_fail (YC_IS_PRINT_SETUP (self));

  if (yc_print_setup_get_fit (self) == fit)
    return;
  self->fit = fit;
  self->fit_chosen = TRUE;
  tell (self);
}

guint
yc_print_setup_get_most_copies (YcPrintSetup *self)
{
  g_return_val_if_fail (YC_IS_PRINT_SETUP (self), 1);

  return self->capabilities != NULL
           ? MIN (yc_printer_capabilities_get_max_copies (self->capabilities), MOST_COPIES)
           : MOST_COPIES;
}

guint
yc_print_setup_get_copies (YcPrintSetup *self)
{
  g_return_val_if_fail (YC_IS_PRINT_SETUP (self), 1);

  return MIN (self->copies, yc_print_setup_get_most_copies (self));
}

void
yc_print_setup_set_copies (YcPrintSetup *self,
                           guint         copies)
{
  g_return_if_fail (YC_IS_PRINT_SETUP (self));
  g_return_if_fail (copies > 0);

  if (self->copies == copies)
    return;
  self->copies = copies;
  tell (self);
}

const char *
yc_print_setup_get_pages (YcPrintSetup *self)
{
  g_return_val_if_fail (YC_IS_PRINT_SETUP (self), "");

  return self->pages;
}

void
yc_print_setup_set_pages (YcPrintSetup *self,
                          const char   *pages)
{
  g_autoptr (GArray) ranges = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (YC_IS_PRINT_SETUP (self));
  g_return_if_fail (pages != NULL);

  if (!replace (&self->pages, pages))
    return;
  ranges = yc_page_ranges_parse (pages, &error);
  replace (&self->pages_trouble, error != NULL ? error->message : NULL);
  tell (self);
}

const char *
yc_print_setup_get_pages_trouble (YcPrintSetup *self)
{
  g_return_val_if_fail (YC_IS_PRINT_SETUP (self), NULL);

  return self->pages_trouble;
}

YcPrintOptions *
yc_print_setup_create_options (YcPrintSetup *self,
                               const char   *print_id)
{
  YcPrintOptions *options;
  const char *source;

  g_return_val_if_fail (YC_IS_PRINT_SETUP (self), NULL);

  options = yc_print_options_new (print_id);
  source = yc_print_setup_get_source (self);
  options->paper = g_strdup (yc_print_setup_get_paper (self));
  options->source = g_str_equal (source, YC_PAPER_SOURCE_AUTO) ? NULL : g_strdup (source);
  options->pages = *self->pages != '\0' ? g_strdup (self->pages) : NULL;
  options->sides = yc_print_setup_get_sides (self);
  options->grey = yc_print_setup_get_grey (self);
  options->fit = yc_print_setup_get_fit (self);
  options->copies = yc_print_setup_get_copies (self);
  return options;
}

void
yc_print_setup_reset (YcPrintSetup *self)
{
  g_return_if_fail (YC_IS_PRINT_SETUP (self));

  self->copies = 1;
  replace (&self->pages, "");
  replace (&self->pages_trouble, NULL);
  tell (self);
}

void
yc_print_setup_remember (YcPrintSetup *self)
{
  const char *paper;

  g_return_if_fail (YC_IS_PRINT_SETUP (self));
  g_return_if_fail (self->presets != NULL && self->printer != NULL);

  paper = yc_print_setup_get_paper (self);
  yc_print_presets_set (self->presets, self->kind, &(YcPrintPreset){
    .printer = (char *) yc_printer_get_name (self->printer),
    .paper = (char *) (paper != NULL ? paper : ""),
    .source = (char *) yc_print_setup_get_source (self),
    .sides = yc_print_setup_get_sides (self),
    .grey = yc_print_setup_get_grey (self),
    .fit = yc_print_setup_get_fit (self),
  });
}
