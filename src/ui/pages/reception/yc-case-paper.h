/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A draft as a page to be read: the item, the applicant, the filled form. */
#pragma once

#include <adwaita.h>

#include "yc-case-draft.h"

G_BEGIN_DECLS

#define YC_TYPE_CASE_PAPER (yc_case_paper_get_type ())

G_DECLARE_FINAL_TYPE (YcCasePaper, yc_case_paper, YC, CASE_PAPER, AdwBin)

GtkWidget *yc_case_paper_new       (void);
void       yc_case_paper_set_draft (YcCasePaper *self, YcCaseDraft *draft);
GtkWidget *yc_case_paper_find      (YcCasePaper *self, const char *pointer);

G_END_DECLS
