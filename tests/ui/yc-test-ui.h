/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of widgets share: a window to stand in, the sample catalog, waiting. */
#pragma once

#include <gtk/gtk.h>

#include "yc-catalog.h"
#include "yc-seeker.h"

G_BEGIN_DECLS

typedef gboolean (*YcTestCondition) (gpointer data);

void       yc_test_ui_init         (int *argc, char ***argv);
YcCatalog *yc_test_ui_load_catalog (void);
YcSeeker  *yc_test_ui_load_seeker  (void);
GtkWidget *yc_test_ui_show         (GtkWidget *widget);
void       yc_test_ui_close        (GtkWidget *window);
void       yc_test_ui_wait_for     (YcTestCondition condition, gpointer data);
void       yc_test_ui_settle       (void);
GtkWidget *yc_test_ui_find         (GtkWidget *root, GType type, const char *label);
GtkWidget *yc_test_ui_find_text    (GtkWidget *root, const char *text);
guint      yc_test_ui_count        (GtkWidget *root, GType type);

G_END_DECLS
