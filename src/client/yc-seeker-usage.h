/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was chosen at this desk, how often and when last. Private to the client room. */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include "yc-hit.h"
#include "yc-search-usage.h"

G_BEGIN_DECLS

typedef struct _YcSeekerUsage YcSeekerUsage;

YcSeekerUsage *yc_seeker_usage_new        (void);
void           yc_seeker_usage_free       (YcSeekerUsage *self);
/* What yc_seeker_usage_to_json() made; whatever else is in it is passed over. */
void           yc_seeker_usage_load       (YcSeekerUsage *self,
                                           JsonNode      *json);
JsonNode      *yc_seeker_usage_to_json    (YcSeekerUsage *self);
void           yc_seeker_usage_add        (YcSeekerUsage *self,
                                           YcHit         *hit);
/* (transfer none): YcHit, what was chosen last first */
GListModel    *yc_seeker_usage_get_recent (YcSeekerUsage *self);
/* (transfer none): as the index wants it */
YcSearchUsage *yc_seeker_usage_get_ranks  (YcSeekerUsage *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcSeekerUsage, yc_seeker_usage_free)

G_END_DECLS
