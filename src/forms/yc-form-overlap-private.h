/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Places in the data, as JSON Pointers, held against each other. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean yc_form_is_inside (const char *pointer,
                            const char *around);
gboolean yc_form_overlap   (const char *a,
                            const char *b);

G_END_DECLS
