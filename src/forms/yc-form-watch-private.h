/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who wants to know of changes at which places in the data. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _YcFormWatch YcFormWatch;

YcFormWatch *yc_form_watch_new     (void);
void         yc_form_watch_free    (YcFormWatch *self);
void         yc_form_watch_add     (YcFormWatch *self,
                                    const char  *pointer,
                                    gpointer     watcher);
void         yc_form_watch_remove  (YcFormWatch *self,
                                    const char  *pointer,
                                    gpointer     watcher);
void         yc_form_watch_collect (YcFormWatch *self,
                                    const char  *pointer,
                                    GHashTable  *watchers);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcFormWatch, yc_form_watch_free)

G_END_DECLS
