/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The filled form in very large type for the citizen, on the second display where there is one. */
#pragma once

#include <gtk/gtk.h>

#include "yc-case-draft.h"
#include "yc-large-window.h"

G_BEGIN_DECLS

#define YC_TYPE_CITIZEN_WINDOW (yc_citizen_window_get_type ())

G_DECLARE_FINAL_TYPE (YcCitizenWindow, yc_citizen_window, YC, CITIZEN_WINDOW,
                      YcLargeWindow)

YcCitizenWindow *yc_citizen_window_new (GtkWindow *clerk, YcCaseDraft *draft);
void yc_citizen_window_set_draft (YcCitizenWindow *self, YcCaseDraft *draft);
void yc_citizen_window_follow    (YcCitizenWindow *self, const char *pointer);

G_END_DECLS
