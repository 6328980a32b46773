/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeps the catalog here what it is at the service. Private to the client room. */
#pragma once

#include "yc-catalog.h"
#include "yc-http.h"
#include "yc-live.h"
#include "yc-seeker-private.h"
#include "yc-storage.h"

G_BEGIN_DECLS

#define YC_TYPE_CATALOG_CACHE (yc_catalog_cache_get_type ())

G_DECLARE_FINAL_TYPE (YcCatalogCache, yc_catalog_cache, YC, CATALOG_CACHE, GObject)

YcCatalogCache *yc_catalog_cache_new         (YcHttp               *http,
                                              YcLive               *live,
                                              YcCatalog            *catalog,
                                              YcSeeker             *seeker);
void            yc_catalog_cache_load_async  (YcCatalogCache       *self,
                                              YcStorage            *storage,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
gboolean        yc_catalog_cache_load_finish (YcCatalogCache       *self,
                                              GAsyncResult         *result,
                                              GError              **error);
void            yc_catalog_cache_close       (YcCatalogCache       *self);

G_END_DECLS
