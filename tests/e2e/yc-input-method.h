/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A real input method: an ibus-daemon of the test's own, with pinyin switched on. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _YcInputMethod YcInputMethod;

/**
 * yc_input_method_new:
 *
 * Starts ibus-daemon on the display and in the HOME of the test, chooses the engine libpinyin and
 * waits until it is there. Programs started from then on compose with it. To be called before any
 * thread is started, as it sets the environment, and freed when nothing else that was started runs.
 *
 * Returns: (transfer full): the input method; free it with yc_input_method_free()
 */
YcInputMethod *yc_input_method_new  (void);
void           yc_input_method_free (YcInputMethod *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcInputMethod, yc_input_method_free)

G_END_DECLS
