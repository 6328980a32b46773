/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which fields must be filled in: `required`, if/then/else and dependentRequired. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef struct _YcFormDemands YcFormDemands;

YcFormDemands *yc_form_demands_new     (JsonNode       *root,
                                        JsonNode       *schema);
YcFormDemands *yc_form_demands_ref     (YcFormDemands  *self);
void           yc_form_demands_unref   (YcFormDemands  *self);
gboolean       yc_form_demands_look_at (YcFormDemands  *self,
                                        const char     *changed);
gboolean       yc_form_demands_run     (YcFormDemands  *self,
                                        JsonNode       *data,
                                        GHashTable    **demanded);
gboolean       yc_form_demands_has     (YcFormDemands  *self,
                                        GHashTable     *demanded,
                                        const char     *place);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcFormDemands, yc_form_demands_unref)

G_END_DECLS
