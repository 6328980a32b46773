/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which fields must be filled in: `required`, if/then/else and dependentRequired. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef struct _YcFormDemands YcFormDemands;

YcFormDemands *yc_form_demands_new  (JsonNode       *schema,
                                     GError        **error);
void           yc_form_demands_free (YcFormDemands  *self);
gboolean       yc_form_demands_run  (YcFormDemands  *self,
                                     JsonNode       *data);
gboolean       yc_form_demands_has  (YcFormDemands  *self,
                                     const char     *pointer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcFormDemands, yc_form_demands_free)

G_END_DECLS
