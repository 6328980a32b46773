/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A case as the reviewer reads it: applicant, earlier returns, materials, form with differences. */
#pragma once

#include <gtk/gtk.h>

#include "yc-desk.h"
#include "yc-form.h"

G_BEGIN_DECLS

#define YC_TYPE_REVIEW_SHEET (yc_review_sheet_get_type ())

G_DECLARE_FINAL_TYPE (YcReviewSheet, yc_review_sheet, YC, REVIEW_SHEET, GtkWidget)

GtkWidget *yc_review_sheet_new         (void);
/* @form and @earlier (nullable): the form as submitted last and in the try before */
void       yc_review_sheet_set_case    (YcReviewSheet *self,
                                        YcDesk        *desk,
                                        YcCase        *a_case,
                                        YcForm        *form,
                                        YcForm        *earlier);
/* Shows the applicant's numbers in full or masked. */
void       yc_review_sheet_show_person (YcReviewSheet *self,
                                        gboolean       show);

G_END_DECLS
