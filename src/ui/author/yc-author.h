/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program as a form's author starts it: its options and what they make it do. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

typedef struct _YcAuthor YcAuthor;

extern const GOptionEntry yc_author_options[];

YcAuthor *yc_author_new        (void);
void      yc_author_free       (YcAuthor       *self);
int       yc_author_take       (YcAuthor       *self,
                                GVariantDict   *options);
gboolean  yc_author_is_wanted  (YcAuthor       *self);
void      yc_author_open       (YcAuthor       *self,
                                GtkApplication *application);
int       yc_author_get_status (YcAuthor       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcAuthor, yc_author_free)

G_END_DECLS
