/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Printer and settings that this desk remembers for each kind of paper. */
#pragma once

#include "yc-print-kind.h"
#include "yc-print-options.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * YcPrintPreset:
 * @printer: the printer's name
 * @paper: PWG name, "" where none was chosen
 * @source: IPP media-source, "" where the printer chooses
 * @sides: one of #YcPrintSides
 * @grey: in black alone
 * @fit: made to fill the paper
 */
typedef struct
{
  char        *printer;
  char        *paper;
  char        *source;
  YcPrintSides sides;
  gboolean     grey;
  gboolean     fit;
} YcPrintPreset;

#define YC_TYPE_PRINT_PRESETS (yc_print_presets_get_type ())

G_DECLARE_FINAL_TYPE (YcPrintPresets, yc_print_presets, YC, PRINT_PRESETS, GObject)

/* Signal "changed": they were read, or one was set. */

/* (transfer none) (nullable): %NULL while nothing is remembered for the kind */
const YcPrintPreset *yc_print_presets_get (YcPrintPresets      *self,
                                           YcPrintKind          kind);
/* Remembers a copy; on the disk a moment later. */
void                 yc_print_presets_set (YcPrintPresets      *self,
                                           YcPrintKind          kind,
                                           const YcPrintPreset *preset);

G_END_DECLS
