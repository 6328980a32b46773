/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cases behind a number: who, what, and why it came back. */
#pragma once

#include <gtk/gtk.h>

#include "yc-desk.h"

G_BEGIN_DECLS

#define YC_TYPE_RETURNS_CASES (yc_returns_cases_get_type ())

G_DECLARE_FINAL_TYPE (YcReturnsCases, yc_returns_cases, YC, RETURNS_CASES, GtkWidget)

/* Signals: "closed": back to the numbers (Escape or the button). */

GtkWidget *yc_returns_cases_new  (void);
void       yc_returns_cases_show (YcReturnsCases      *self,
                                  YcDesk              *desk,
                                  const char          *title,
                                  const YcCaseFilters *filters);

G_END_DECLS
