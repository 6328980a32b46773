/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one window: sign-in, then places by role, visits as tabs, search, state of the line. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define YC_TYPE_WINDOW (yc_window_get_type ())

G_DECLARE_FINAL_TYPE (YcWindow, yc_window, YC, WINDOW, AdwApplicationWindow)

YcWindow *yc_window_new (GtkApplication *application);

G_END_DECLS
