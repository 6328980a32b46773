/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The index that the command search fills and asks: as the desk's, in a folder that is gone with it. */
#pragma once

#include <json-glib/json-glib.h>

#include "yc-catalog-document.h"
#include "yc-ctl-search-entries.h"

G_BEGIN_DECLS

typedef struct _YcCtlSearchIndex YcCtlSearchIndex;

YcCtlSearchIndex *yc_ctl_search_index_new          (GError                 **error);
void              yc_ctl_search_index_free         (YcCtlSearchIndex        *self);
gboolean          yc_ctl_search_index_put          (YcCtlSearchIndex        *self,
                                                    const YcCtlSearchEntry  *entry,
                                                    GError                 **error);
gboolean          yc_ctl_search_index_put_document (YcCtlSearchIndex        *self,
                                                    YcCatalogDocument       *document,
                                                    GError                 **error);
/* After the last one. */
gboolean          yc_ctl_search_index_finish       (YcCtlSearchIndex        *self,
                                                    GError                 **error);
/* (transfer full): {"entries","bytes","memory"}: how many there are, what they take on the disk and
 * what this program has in memory of its own, both in bytes */
JsonObject       *yc_ctl_search_index_describe     (YcCtlSearchIndex        *self);
/* (transfer full): {"query","total","ids","kinds","ms"} */
JsonObject       *yc_ctl_search_index_find         (YcCtlSearchIndex        *self,
                                                    const char              *query,
                                                    GError                 **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcCtlSearchIndex, yc_ctl_search_index_free)

G_END_DECLS
