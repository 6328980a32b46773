/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fills a form from what the desk knows of the applicant already. Private to the client room. */
#pragma once

#include <json-glib/json-glib.h>

#include "yc-form.h"

G_BEGIN_DECLS

typedef struct _YcDraftSource YcDraftSource;

YcDraftSource *yc_draft_source_new   (JsonNode      *schema);
void           yc_draft_source_free  (YcDraftSource *self);
void           yc_draft_source_apply (YcDraftSource *self,
                                      YcForm        *form,
                                      JsonNode      *known);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcDraftSource, yc_draft_source_free)

G_END_DECLS
