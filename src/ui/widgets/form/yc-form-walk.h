/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From field to field, through what is not built yet and what is on another page. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean yc_form_walk_step     (GtkWidget  *root,
                                GPtrArray  *slots,
                                int         by);
gboolean yc_form_walk_to_first (GPtrArray  *slots);
gboolean yc_form_walk_into     (GtkWidget  *page);
gboolean yc_form_walk_to       (GPtrArray  *slots,
                                const char *pointer);
gboolean yc_form_walk_is_in    (const char *pointer,
                                const char *outer);
gboolean yc_form_walk_by_tab   (GtkWidget        *widget,
                                GtkDirectionType  direction);

G_END_DECLS
