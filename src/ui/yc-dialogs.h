/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Questions that must be answered before going on, all of one look, and what is said in passing. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * YcDialogsAnswer:
 * @over: the widget that asked
 * @user_data: data of the one who asked
 *
 * Called when the clerk said yes.
 */
typedef void (*YcDialogsAnswer) (GtkWidget *over, gpointer user_data);

void yc_dialogs_confirm (GtkWidget *over, const char *title, const char *body,
                         const char *action, gboolean destructive, YcDialogsAnswer answer,
                         gpointer user_data, GDestroyNotify destroy);
void yc_dialogs_news        (GtkWidget *over, const char *words);
void yc_dialogs_toast       (GtkWidget *over, const char *words);
void yc_dialogs_toast_error (GtkWidget *over, const GError *error);

G_END_DECLS
