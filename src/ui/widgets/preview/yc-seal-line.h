/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the seal of a document is worth, in one line, with every check behind it. */
#pragma once

#include <gtk/gtk.h>

#include "yc-trust.h"
#include "yc-verification.h"

G_BEGIN_DECLS

#define YC_TYPE_SEAL_LINE (yc_seal_line_get_type ())

G_DECLARE_FINAL_TYPE (YcSealLine, yc_seal_line, YC, SEAL_LINE, GtkWidget)

/* Property: "verification" (#YcVerification, read-only, notified: %NULL while it is being checked). */

GtkWidget      *yc_seal_line_new              (void);
/* Checks @pdf in another thread; @trust: (nullable): whom to believe. %NULL for @pdf hides it. */
void            yc_seal_line_check            (YcSealLine *self, GBytes *pdf, YcTrust *trust);
YcVerification *yc_seal_line_get_verification (YcSealLine *self);

G_END_DECLS
