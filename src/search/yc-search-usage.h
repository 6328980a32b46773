/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How often and how lately each document was chosen at this desk. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _YcSearchUsage YcSearchUsage;

YcSearchUsage *yc_search_usage_new   (void);
/* May be called from any thread. */
YcSearchUsage *yc_search_usage_ref   (YcSearchUsage *self);
void           yc_search_usage_unref (YcSearchUsage *self);

/**
 * yc_search_usage_add:
 * @self: a usage that was not used for searching yet: from then on it may not change
 * @kind: what was chosen
 * @id: its id within the kind
 * @count: how often
 * @days: how many days ago it was chosen last
 */
void           yc_search_usage_add   (YcSearchUsage *self,
                                      const char    *kind,
                                      const char    *id,
                                      guint          count,
                                      guint          days);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcSearchUsage, yc_search_usage_unref)

G_END_DECLS
