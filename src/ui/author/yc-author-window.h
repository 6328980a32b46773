/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A form as its author sees it: to be tried, with the data and what is wrong beside it. */
#pragma once

#include <adwaita.h>

#include "yc-author-files.h"
#include "yc-form-view.h"

G_BEGIN_DECLS

#define YC_TYPE_AUTHOR_WINDOW (yc_author_window_get_type ())

G_DECLARE_FINAL_TYPE (YcAuthorWindow, yc_author_window, YC, AUTHOR_WINDOW, AdwApplicationWindow)

GtkWindow          *yc_author_window_new          (GtkApplication *application,
                                                   YcAuthorFiles  *files);
void                yc_author_window_load         (YcAuthorWindow *self);
gboolean            yc_author_window_check        (YcAuthorWindow *self);
void                yc_author_window_hide_sides   (YcAuthorWindow *self);
YcFormView         *yc_author_window_get_view     (YcAuthorWindow *self);
const char *const  *yc_author_window_get_mistakes (YcAuthorWindow *self);

G_END_DECLS
