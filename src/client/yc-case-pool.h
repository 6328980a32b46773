/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One object for one case, whoever shows it, as long as anybody shows it. Private to the room. */
#pragma once

#include "yc-case.h"
#include "yc-http.h"
#include "yc-live.h"

G_BEGIN_DECLS

#define YC_TYPE_CASE_POOL (yc_case_pool_get_type ())

G_DECLARE_FINAL_TYPE (YcCasePool, yc_case_pool, YC, CASE_POOL, GObject)

YcCasePool *yc_case_pool_new         (YcHttp               *http,
                                      YcLive               *live);
YcCase     *yc_case_pool_find        (YcCasePool           *self,
                                      const char           *id);
YcCase     *yc_case_pool_take        (YcCasePool           *self,
                                      JsonObject           *json,
                                      GError              **error);
void        yc_case_pool_load_async  (YcCasePool           *self,
                                      const char           *id,
                                      GCancellable         *cancellable,
                                      GAsyncReadyCallback   callback,
                                      gpointer              user_data);
YcCase     *yc_case_pool_load_finish (YcCasePool           *self,
                                      GAsyncResult         *result,
                                      GError              **error);

G_END_DECLS
