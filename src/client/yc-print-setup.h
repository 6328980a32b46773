/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What will be asked of which printer: as the desk remembers it for the kind of paper, and within
 * what that printer has. */
#pragma once

#include "yc-print-presets.h"
#include "yc-printers.h"

G_BEGIN_DECLS

#define YC_TYPE_PRINT_SETUP (yc_print_setup_get_type ())

G_DECLARE_FINAL_TYPE (YcPrintSetup, yc_print_setup, YC, PRINT_SETUP, GObject)

/* Signal "changed": a choice, the printer's state, or what it has. */

/* @presets: (nullable): nothing is remembered without */
YcPrintSetup          *yc_print_setup_new              (YcPrinters     *printers,
                                                        YcPrintPresets *presets);
/* One copy of all pages; and of another kind than before (OTHER) its settings. */
void                   yc_print_setup_set_kind         (YcPrintSetup   *self,
                                                        YcPrintKind     kind);
YcPrintKind            yc_print_setup_get_kind         (YcPrintSetup   *self);
YcPrinters            *yc_print_setup_get_printers     (YcPrintSetup   *self);

/* (transfer none) (nullable): the one that was chosen or is remembered; where the print server has
 * it not, the default one */
YcPrinter             *yc_print_setup_get_printer      (YcPrintSetup   *self);
void                   yc_print_setup_set_printer      (YcPrintSetup   *self,
                                                        YcPrinter      *printer);
/* (transfer none) (nullable): %NULL until they are known */
YcPrinterCapabilities *yc_print_setup_get_capabilities (YcPrintSetup   *self);
/* A printer is chosen, takes jobs, what it has is known, and the pages are written well. */
gboolean               yc_print_setup_get_ready        (YcPrintSetup   *self);
/* (transfer full) (nullable): what is wrong with the printer, for the clerk */
char                  *yc_print_setup_dup_trouble      (YcPrintSetup   *self);

/* (nullable): PWG name: the chosen one, else A4, else the printer's own */
const char            *yc_print_setup_get_paper        (YcPrintSetup   *self);
void                   yc_print_setup_set_paper        (YcPrintSetup   *self,
                                                        const char     *paper);
/* Never %NULL: "auto" where the printer chooses. */
const char            *yc_print_setup_get_source       (YcPrintSetup   *self);
void                   yc_print_setup_set_source       (YcPrintSetup   *self,
                                                        const char     *source);
YcPrintSides           yc_print_setup_get_sides        (YcPrintSetup   *self);
void                   yc_print_setup_set_sides        (YcPrintSetup   *self,
                                                        YcPrintSides    sides);
gboolean               yc_print_setup_get_grey         (YcPrintSetup   *self);
void                   yc_print_setup_set_grey         (YcPrintSetup   *self,
                                                        gboolean        grey);
/* Our sheets are set for A4: on other paper they fill it, unless somebody chose otherwise. */
gboolean               yc_print_setup_get_fit          (YcPrintSetup   *self);
void                   yc_print_setup_set_fit          (YcPrintSetup   *self,
                                                        gboolean        fit);
/* As many as the printer makes at once, at most 99. */
guint                  yc_print_setup_get_most_copies  (YcPrintSetup   *self);
guint                  yc_print_setup_get_copies       (YcPrintSetup   *self);
void                   yc_print_setup_set_copies       (YcPrintSetup   *self,
                                                        guint           copies);
/* "" for all */
const char            *yc_print_setup_get_pages        (YcPrintSetup   *self);
void                   yc_print_setup_set_pages        (YcPrintSetup   *self,
                                                        const char     *pages);
/* (nullable): what is wrong with the pages, for the clerk */
const char            *yc_print_setup_get_pages_trouble (YcPrintSetup  *self);

/* (transfer full) */
YcPrintOptions        *yc_print_setup_create_options   (YcPrintSetup   *self,
                                                        const char     *print_id);
/* One copy of all pages again. */
void                   yc_print_setup_reset            (YcPrintSetup   *self);
/* From now on all papers of the kind are printed like this. */
void                   yc_print_setup_remember         (YcPrintSetup   *self);

G_END_DECLS
