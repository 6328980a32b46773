/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages of long lists: opaque cursors that say where the next one begins. */
#pragma once

#include "yc-http-request.h"

G_BEGIN_DECLS

/**
 * YcPage:
 * @limit: how many to show
 * @after_time: (nullable): the page begins after this time…
 * @after_id: (nullable): …and this id
 *
 * What part of a list is asked for.
 */
typedef struct
{
  gint64 limit;
  char *after_time;
  char *after_id;
} YcPage;

gboolean yc_page_read       (YcPage         *page,
                             YcHttpRequest  *request,
                             GError        **error);
void     yc_page_clear      (YcPage         *page);
char    *yc_page_write_next (const char     *time,
                             const char     *id);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (YcPage, yc_page_clear)

G_END_DECLS
