/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one window: sign-in, then places by role, visits as tabs, search, state of the line. */
#pragma once

#include <adwaita.h>

#include "yc-desk.h"

G_BEGIN_DECLS

#define YC_TYPE_WINDOW (yc_window_get_type ())

G_DECLARE_FINAL_TYPE (YcWindow, yc_window, YC, WINDOW, AdwApplicationWindow)

YcWindow   *yc_window_new          (GtkApplication *application, gboolean demo);
void        yc_window_show_loading (YcWindow *self, const char *words,
                                    const char *advice);
void        yc_window_show_trouble (YcWindow *self, const GError *error);
void        yc_window_set_desk     (YcWindow *self, YcDesk *desk);
void        yc_window_open_case    (YcWindow *self, const char *case_id);
const char *yc_window_get_place    (YcWindow *self);
void        yc_window_show_place   (YcWindow *self, const char *name);

G_END_DECLS
