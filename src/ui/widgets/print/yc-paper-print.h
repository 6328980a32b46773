/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Paper that another program sets, looked at and printed. */
#pragma once

#include "yc-page.h"
#include "yc-print-kind.h"

G_BEGIN_DECLS

#define YC_TYPE_PAPER_PRINT (yc_paper_print_get_type ())

G_DECLARE_FINAL_TYPE (YcPaperPrint, yc_paper_print, YC, PAPER_PRINT, YcPage)

/* @group: the group of `yichuangctl` whose command "print" sets the paper; @title: what it is called
 * in the list of print jobs */
GtkWidget *yc_paper_print_new      (YcDesk       *desk,
                                    const char   *group,
                                    YcPrintKind   kind,
                                    const char   *title);
/* Something to choose with, above the printer. */
void       yc_paper_print_add      (YcPaperPrint *self,
                                    GtkWidget    *chooser);
/* Sets it anew; what is under way is given up. */
void       yc_paper_print_compose  (YcPaperPrint *self,
                                    GBytes       *request);

G_END_DECLS
