/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What will be asked of which printer: as the desk remembers it for the kind of paper, and within
 * what that printer has. */
#include "yc-print-setup.h"

#include "yc-page-ranges.h"
#include "yc-print-target.h"

/* Our sheets are set for it; a printer's own default often is another. */
#define FAVOURITE_PAPER "iso_a4_210x297mm"
#define MOST_COPIES 99

struct _YcPrintSetup
{
  GObject                parent_instance;

  YcPrinters            *printers;
  YcPrintPresets        *presets;
  YcPrintKind            kind;
  YcPrintTarget         *target;

  /* What is wanted; it holds as far as the printer has it. */
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

/* (nullable) */
static YcPrinterCapabilities *
get_has (YcPrintSetup *self)
{
  return yc_print_target_get_capabilities (self->target);
}

static void
take_preset (YcPrintSetup *self)
{
  const YcPrintPreset *preset =
    self->presets != NULL ? yc_print_presets_get (self->presets, self->kind) : NULL;

  replace (&self->wanted_paper, preset != NULL ? preset->paper : NULL);
  replace (&self->wanted_source, preset != NULL ? preset->source : NULL);
  self->wanted_sides = preset != NULL ? preset->sides : YC_PRINT_SIDES_ONE;
  self->grey = preset != NULL && preset->grey;
  self->fit = preset != NULL && preset->fit;
  self->fit_chosen = preset != NULL;
  yc_print_target_want (self->target, preset != NULL ? preset->printer : NULL);
}

static void
yc_print_setup_dispose (GObject *object)
{
  YcPrintSetup *self = YC_PRINT_SETUP (object);

  if (self->target != NULL)
    g_signal_handlers_disconnect_by_data (self->target, self);
  g_clear_object (&self->target);
  g_clear_object (&self->printers);
  g_clear_object (&self->presets);

  G_OBJECT_CLASS (yc_print_setup_parent_class)->dispose (object);
}

static void
yc_print_setup_finalize (GObject *object)
{
  YcPrintSetup *self = YC_PRINT_SETUP (object);

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
  self->target = yc_print_target_new (printers);
  g_signal_connect_swapped (self->target, "changed", G_CALLBACK (tell), self);
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

  return yc_print_target_get_printer (self->target);
}

void
yc_print_setup_set_printer (YcPrintSetup *self,
                            YcPrinter    *printer)
{
  g_return_if_fail (YC_IS_PRINT_SETUP (self));
  g_return_if_fail (YC_IS_PRINTER (printer));

  yc_print_target_want (self->target, yc_printer_get_name (printer));
}

YcPrinterCapabilities *
yc_print_setup_get_capabilities (YcPrintSetup *self)
{
  g_return_val_if_fail (YC_IS_PRINT_SETUP (self), NULL);

  return yc_print_target_get_capabilities (self->target);
}

gboolean
yc_print_setup_get_ready (YcPrintSetup *self)
{
  YcPrinter *printer;

  g_return_val_if_fail (YC_IS_PRINT_SETUP (self), FALSE);

  printer = yc_print_setup_get_printer (self);
  return printer != NULL && get_has (self) != NULL && yc_printer_get_accepting (printer) &&
         self->pages_trouble == NULL;
}

char *
yc_print_setup_dup_trouble (YcPrintSetup *self)
{
  g_return_val_if_fail (YC_IS_PRINT_SETUP (self), NULL);

  return yc_print_target_dup_trouble (self->target);
}

const char *
yc_print_setup_get_paper (YcPrintSetup *self)
{
  YcPrinterCapabilities *has;
  g_autoptr (YcPrinterChoice) first = NULL;

  g_return_val_if_fail (YC_IS_PRINT_SETUP (self), NULL);

  has = get_has (self);
  if (has == NULL)
    return NULL;
  if (self->wanted_paper != NULL && yc_printer_capabilities_has_paper (has, self->wanted_paper))
    return self->wanted_paper;
  if (yc_printer_capabilities_has_paper (has, FAVOURITE_PAPER))
    return FAVOURITE_PAPER;
  first = g_list_model_get_item (yc_printer_capabilities_get_papers (has), 0);
  return first != NULL ? yc_printer_choice_get_name (first) : NULL;
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

  return get_has (self) != NULL && self->wanted_source != NULL &&
           yc_printer_capabilities_has_source (get_has (self), self->wanted_source)
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

  return get_has (self) != NULL &&
           (yc_printer_capabilities_get_sides (get_has (self)) & self->wanted_sides) != 0
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

  return self->grey && get_has (self) != NULL &&
         yc_printer_capabilities_get_colour (get_has (self));
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

  return get_has (self) != NULL
           ? MIN (yc_printer_capabilities_get_max_copies (get_has (self)), MOST_COPIES)
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
  YcPrinter *printer;
  const char *paper;

  g_return_if_fail (YC_IS_PRINT_SETUP (self));
  g_return_if_fail (self->presets != NULL);

  printer = yc_print_setup_get_printer (self);
  g_return_if_fail (printer != NULL);

  paper = yc_print_setup_get_paper (self);
  yc_print_presets_set (self->presets, self->kind, &(YcPrintPreset){
    .printer = (char *) yc_printer_get_name (printer),
    .paper = (char *) (paper != NULL ? paper : ""),
    .source = (char *) yc_print_setup_get_source (self),
    .sides = yc_print_setup_get_sides (self),
    .grey = yc_print_setup_get_grey (self),
    .fit = yc_print_setup_get_fit (self),
  });
}
