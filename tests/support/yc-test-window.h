/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A window on the test's own display, with real key presses and pictures. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A window of this size with @child in it, on screen and with the focus. */
GtkWindow *yc_test_window_new     (GtkWidget *child, int width, int height);
/* Gives the keyboard to a window that is on screen. */
void       yc_test_window_focus   (GtkWindow *window);
/* Destroys it and lets what is under way come to rest. */
void       yc_test_window_destroy (GtkWindow *window);

/* Turns the main loop until @condition holds; ends the test when that takes too long. */
void       yc_test_iterate_until  (gboolean (*condition) (gpointer), gpointer data);
/* Presses keys as a person does, such as "ctrl+plus" or "Page_Down"; several with spaces between them
 * one right after the other. */
void       yc_test_press          (GtkWindow *window, const char *keys);
/* Moves the mouse to a place in @widget, in a window at the top left of the screen, and then, unless
 * @then is %NULL, does "mousedown" or "mouseup". */
void       yc_test_point_at       (GtkWidget *widget, int dx, int dy, const char *then);
/* Saves a picture of the screen as NAME.png in the folder $YC_PICTURES, if that is set. */
void       yc_test_take_picture   (const char *name);

/* The first button below @root with this label, an English string of the interface that is looked
 * for in the language of the test; %NULL when there is none. */
GtkWidget *yc_test_find_button    (GtkWidget *root, const char *label);
/* Likewise the first label on screen with these words. */
GtkWidget *yc_test_find_label     (GtkWidget *root, const char *words);
/* The first widget below @root with this style class; %NULL when there is none. */
GtkWidget *yc_test_find_widget    (GtkWidget *root, const char *style);

G_END_DECLS
