/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is asked of a printer for one document. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * YcPrintSides:
 * @YC_PRINT_SIDES_ONE: one side of the sheet.
 * @YC_PRINT_SIDES_LONG_EDGE: both sides, turned over the long edge (portrait).
 * @YC_PRINT_SIDES_SHORT_EDGE: both sides, turned over the short edge (landscape).
 *
 * Flags, so that a printer's abilities are a set of them; options hold exactly one.
 */
typedef enum
{
  YC_PRINT_SIDES_ONE = 1 << 0,
  YC_PRINT_SIDES_LONG_EDGE = 1 << 1,
  YC_PRINT_SIDES_SHORT_EDGE = 1 << 2,
} YcPrintSides;

#define YC_TYPE_PRINT_OPTIONS (yc_print_options_get_type ())

/**
 * YcPrintOptions:
 * @print_id: the print's own id; it becomes the job's name, by which the job is found again.
 *     Printing twice under one id makes one job. No personal data.
 * @fresh: no server was ever given this id, so that none is asked for a job of it first; a server
 *     that remembers a busy day takes a tenth of a second for that
 * @paper: (nullable): PWG name, %NULL for the printer's default
 * @source: (nullable): IPP media-source, the tray; %NULL leaves it to the printer
 * @pages: (nullable): as yc_page_ranges_parse() reads it, %NULL for all
 * @fit: made smaller or larger to fill the paper; otherwise as it is, to the millimetre, which a
 *     seal and print on a form need
 * @grey: in black alone, although the printer may have colours
 * @sides: one of #YcPrintSides
 * @copies: 1 or more, at most what the printer allows
 */
typedef struct
{
  char        *print_id;
  gboolean     fresh;
  char        *paper;
  char        *source;
  char        *pages;
  gboolean     fit;
  gboolean     grey;
  YcPrintSides sides;
  guint        copies;
} YcPrintOptions;

GType           yc_print_options_get_type (void);
/* One copy of all pages on one side of the default paper, as large as it is. */
YcPrintOptions *yc_print_options_new      (const char           *print_id);
YcPrintOptions *yc_print_options_copy     (const YcPrintOptions *self);
void            yc_print_options_free     (YcPrintOptions       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcPrintOptions, yc_print_options_free)

/* The IPP keyword: "one-sided", "two-sided-long-edge", "two-sided-short-edge". */
const char     *yc_print_sides_to_keyword (YcPrintSides  sides);
/* 0 for an unknown keyword. */
YcPrintSides    yc_print_sides_from_keyword (const char *keyword);
/* Translated, for a clerk. */
const char     *yc_print_sides_get_title  (YcPrintSides  sides);

G_END_DECLS
