/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The line at a page's foot that says which keys do what here. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YC_TYPE_KEY_HINTS (yc_key_hints_get_type ())

G_DECLARE_FINAL_TYPE (YcKeyHints, yc_key_hints, YC, KEY_HINTS, GtkWidget)

GtkWidget *yc_key_hints_new (void);
void       yc_key_hints_set (YcKeyHints *self, ...) G_GNUC_NULL_TERMINATED;

G_END_DECLS
