/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A certificate that somebody brings is verified: by its number, its QR code or its file. */
#pragma once

#include <gtk/gtk.h>

#include "yc-desk.h"
#include "yc-verification.h"

G_BEGIN_DECLS

#define YC_TYPE_VERIFY_VIEW (yc_verify_view_get_type ())

G_DECLARE_FINAL_TYPE (YcVerifyView, yc_verify_view, YC, VERIFY_VIEW, GtkWidget)

/* @trust: (nullable): whose signatures are believed */
GtkWidget      *yc_verify_view_new              (YcDesk *desk, YcTrust *trust);
/* On a sheet of its own over the window that @over is in. */
void            yc_verify_view_present          (YcDesk *desk, GtkWidget *over);
/* What was typed, or what a scanner read from the QR code. */
void            yc_verify_view_check_text       (YcVerifyView *self, const char *text);
void            yc_verify_view_check_file       (YcVerifyView *self, GFile *file);
/* (transfer none) (nullable): %NULL while nothing is shown */
YcVerification *yc_verify_view_get_verification (YcVerifyView *self);

G_END_DECLS
