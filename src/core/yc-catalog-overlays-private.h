/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The question lists of the city and what towns and villages change of them: the list as it is at one
 * place. */
#pragma once

#include "yc-question-list.h"

G_BEGIN_DECLS

typedef struct _YcCatalogOverlays YcCatalogOverlays;

YcCatalogOverlays *yc_catalog_overlays_new       (void);
void               yc_catalog_overlays_free      (YcCatalogOverlays  *self);
void               yc_catalog_overlays_clear     (YcCatalogOverlays  *self);

/* Both take a reference; NULL when the document was removed. */
void               yc_catalog_overlays_put_list  (YcCatalogOverlays  *self,
                                                  const char         *id,
                                                  JsonObject         *list);
void               yc_catalog_overlays_put       (YcCatalogOverlays  *self,
                                                  const char         *id,
                                                  JsonObject         *overlay);
const char        *yc_catalog_overlays_get_place (YcCatalogOverlays  *self);
void               yc_catalog_overlays_set_place (YcCatalogOverlays  *self,
                                                  const char         *place);

/* (transfer full) (nullable): the ids of lists that have overlays. */
GPtrArray         *yc_catalog_overlays_dup_lists (YcCatalogOverlays  *self);

/* (transfer full) (nullable): the list with the overlays of the places around and of the place itself, as
 * far inwards as they fit. */
YcQuestionList    *yc_catalog_overlays_make_list (YcCatalogOverlays  *self,
                                                  const char         *id);

G_END_DECLS
