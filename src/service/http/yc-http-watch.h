/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps a time limit on every step of every connection. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _YcHttpWatch YcHttpWatch;
typedef struct _YcHttpWatched YcHttpWatched;

YcHttpWatch   *yc_http_watch_new          (void);
void           yc_http_watch_free         (YcHttpWatch   *self);
YcHttpWatched *yc_http_watch_add          (YcHttpWatch   *self,
                                           int            fd,
                                           guint          milliseconds);
void           yc_http_watch_remove       (YcHttpWatch   *self,
                                           YcHttpWatched *watched);
void           yc_http_watch_set_limit    (YcHttpWatch   *self,
                                           YcHttpWatched *watched,
                                           guint          milliseconds);
guint          yc_http_watch_get_n_open   (YcHttpWatch   *self);
guint64        yc_http_watch_get_n_closed (YcHttpWatch   *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcHttpWatch, yc_http_watch_free)

G_END_DECLS
