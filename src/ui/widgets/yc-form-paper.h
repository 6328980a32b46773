/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A filled form to be read, not typed in: for the citizen before sending, for the reviewer after. */
#pragma once

#include <gtk/gtk.h>

#include "yc-attachments.h"
#include "yc-form.h"

G_BEGIN_DECLS

#define YC_TYPE_FORM_PAPER (yc_form_paper_get_type ())

G_DECLARE_FINAL_TYPE (YcFormPaper, yc_form_paper, YC, FORM_PAPER, GtkWidget)

GtkWidget *yc_form_paper_new      (void);
void       yc_form_paper_set_attachments (YcFormPaper *self, YcAttachments *attachments);
void       yc_form_paper_set_masked (YcFormPaper *self, gboolean masked);
void       yc_form_paper_set_form (YcFormPaper *self, YcForm *form, YcForm *earlier);
void       yc_form_paper_mark     (YcFormPaper *self, const char *pointer, const char *words);
void       yc_form_paper_align    (YcFormPaper *self, GtkWidget *title);
GtkWidget *yc_form_paper_find     (YcFormPaper *self, const char *pointer);
guint      yc_form_paper_get_n_differences (YcFormPaper *self);

G_END_DECLS
