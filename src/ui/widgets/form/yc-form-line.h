/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The entry of one line that most editors have, tied to its field. */
#pragma once

#include <gtk/gtk.h>

#include "yc-form-field.h"

G_BEGIN_DECLS

GtkWidget *yc_form_line_new        (YcFormField *field,
                                    const char  *label,
                                    gboolean     compact);
gboolean   yc_form_line_is_showing (GtkWidget   *line);
void       yc_form_line_mask       (GtkWidget   *line);
void       yc_form_line_add_icon   (GtkWidget   *line,
                                    const char  *icon_name,
                                    const char  *words,
                                    GCallback    callback,
                                    gpointer     data);

G_END_DECLS
