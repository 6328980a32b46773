/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One size of paper that a printer takes. */
#pragma once

#include "yc-printer-choice.h"

G_BEGIN_DECLS

#define YC_TYPE_PAPER (yc_paper_get_type ())
G_DECLARE_FINAL_TYPE (YcPaper, yc_paper, YC, PAPER, YcPrinterChoice)

/* Its name is the PWG name; its title "A4", or "210 × 330 mm" where it has no common name. */

/**
 * yc_paper_new_for_pwg:
 * @pwg_name: a self-describing name of PWG 5101.1, such as "iso_a4_210x297mm"
 *
 * Returns: (transfer full) (nullable): the paper, or %NULL when the name says no fixed size
 */
YcPaper    *yc_paper_new_for_pwg (const char *pwg_name);

/* Width and height in mm, portrait as the printer names it. */
double      yc_paper_get_width   (YcPaper *self);
double      yc_paper_get_height  (YcPaper *self);

G_END_DECLS
