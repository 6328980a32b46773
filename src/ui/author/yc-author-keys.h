/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Key presses that go the whole way, from the X server on, for those who measure it. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _YcAuthorKeys YcAuthorKeys;

YcAuthorKeys *yc_author_keys_new   (GtkWindow    *window);
void          yc_author_keys_free  (YcAuthorKeys *self);
void          yc_author_keys_press (YcAuthorKeys *self,
                                    guint         key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcAuthorKeys, yc_author_keys_free)

G_END_DECLS
