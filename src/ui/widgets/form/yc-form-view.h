/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A form to be filled in, from the keyboard alone if one likes. */
#pragma once

#include <gtk/gtk.h>

#include "yc-attachments.h"
#include "yc-form.h"

G_BEGIN_DECLS

#define YC_TYPE_FORM_VIEW (yc_form_view_get_type ())

G_DECLARE_FINAL_TYPE (YcFormView, yc_form_view, YC, FORM_VIEW, GtkWidget)

GtkWidget   *yc_form_view_new               (void);
YcForm      *yc_form_view_get_form          (YcFormView *self);
void         yc_form_view_set_form          (YcFormView *self,
                                             YcForm     *form);
/* Where files are kept; in memory only until it is told. */
void         yc_form_view_set_attachments   (YcFormView    *self,
                                             YcAttachments *attachments);
YcAttachments *yc_form_view_get_attachments (YcFormView    *self);
YcFormField *yc_form_view_get_focus_field   (YcFormView *self);
gboolean     yc_form_view_focus_first       (YcFormView *self);
gboolean     yc_form_view_focus_first_error (YcFormView *self);
gboolean     yc_form_view_focus_pointer     (YcFormView *self,
                                             const char *pointer);
void         yc_form_view_mark              (YcFormView *self,
                                             const char *pointer,
                                             const char *words);
void         yc_form_view_set_unfolded      (YcFormView *self,
                                             gboolean    unfolded);
gboolean     yc_form_view_get_settled       (YcFormView *self);
guint        yc_form_view_get_n_editors     (YcFormView *self);

G_END_DECLS
