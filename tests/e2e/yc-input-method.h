/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A real input method of the test's own, IBus or Fcitx 5, with pinyin switched on. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _YcInputMethod YcInputMethod;

/**
 * yc_input_method_new:
 * @name: "ibus" for IBus with libpinyin, "fcitx" for Fcitx 5 with its own pinyin
 *
 * Starts it on the display and in the HOME of the test, chooses its engine and waits until it is
 * there. Programs started from then on compose with it. To be called before any
 * thread is started, as it sets the environment, and freed when nothing else that was started runs.
 *
 * Returns: (transfer full): the input method; free it with yc_input_method_free()
 */
YcInputMethod *yc_input_method_new        (const char    *name);
void           yc_input_method_free       (YcInputMethod *self);
void           yc_input_method_set_paused (YcInputMethod *self,
                                           gboolean       paused);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcInputMethod, yc_input_method_free)

G_END_DECLS
