/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Types Chinese on a display, one real key press a character: keys that a keyboard has and nobody
 * needs are given the characters before any program asks what they mean. Stands in for the window
 * manager of the display, too. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _YcTypist YcTypist;

/**
 * yc_typist_new:
 * @texts: what will be typed
 *
 * Returns: (transfer full): a typist at the display of the environment
 */
YcTypist *yc_typist_new      (GPtrArray  *texts);
void      yc_typist_free     (YcTypist   *self);

/* Whether there was a key left for each of its characters. */
gboolean  yc_typist_can_type (YcTypist   *self,
                              const char *text);
/* Presses the key of one character and lets it go. Returns when it was pressed, as
 * g_get_monotonic_time(). */
gint64    yc_typist_press    (YcTypist   *self,
                              gunichar    character);
/* How many windows the display shows, menus too. */
guint     yc_typist_count_windows (YcTypist *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcTypist, yc_typist_free)

G_END_DECLS
