/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Waiting for what a window paints, with the times of its frames. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _YcAuthorClock YcAuthorClock;

YcAuthorClock *yc_author_clock_new        (GtkWidget           *window);
void           yc_author_clock_free       (YcAuthorClock       *self);
gboolean       yc_author_clock_wait       (YcAuthorClock       *self,
                                           gboolean           (*condition) (gpointer),
                                           gpointer             data);
void           yc_author_clock_rest       (YcAuthorClock       *self,
                                           guint                ms);
gint64         yc_author_clock_get_paint  (YcAuthorClock       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcAuthorClock, yc_author_clock_free)

G_END_DECLS
