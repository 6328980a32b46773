/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the desk keeps its visits. Private to the client room. */
#pragma once

#include "yc-parts.h"
#include "yc-visits.h"

G_BEGIN_DECLS

YcVisits *yc_visits_new          (YcParts              *parts);
void      yc_visits_open_async   (YcVisits             *self,
                                  GAsyncReadyCallback   callback,
                                  gpointer              user_data);
gboolean  yc_visits_open_finish  (YcVisits             *self,
                                  GAsyncResult         *result,
                                  GError              **error);
/* (transfer none) (nullable): the visit that has the plan */
YcVisit  *yc_visits_find_plan    (YcVisits             *self,
                                  const char           *id);
/* (transfer none): the visit that has this plan of the service, as it is here, or a new one; NULL
 * with YC_CLIENT_ERROR_SIGNED_OUT or _BAD_ANSWER */
YcVisit  *yc_visits_open_plan     (YcVisits             *self,
                                   JsonObject           *json,
                                   GError              **error);
void      yc_visits_flush        (YcVisits             *self);

G_END_DECLS
