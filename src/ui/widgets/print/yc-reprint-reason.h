/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why a certificate is printed once more: one of a list by its digit, with the clerk's own words. */
#pragma once

#include <gtk/gtk.h>

#include "yc-print-reason.h"

G_BEGIN_DECLS

#define YC_TYPE_REPRINT_REASON (yc_reprint_reason_get_type ())

G_DECLARE_FINAL_TYPE (YcReprintReason, yc_reprint_reason, YC, REPRINT_REASON, GtkWidget)

/* Signal "changed". */

GtkWidget    *yc_reprint_reason_new    (void);
/* 0 until one is chosen, and while “other” has no words */
YcPrintReason yc_reprint_reason_get    (YcReprintReason *self);
/* (nullable): the clerk's own words */
const char   *yc_reprint_reason_get_note (YcReprintReason *self);
/* By its digit, 1 to 5; FALSE when there is none such. */
gboolean      yc_reprint_reason_choose (YcReprintReason *self, guint number);

G_END_DECLS
