/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fills a form from what is known already and from the visit's other forms. Private to the client
 * room. */
#pragma once

#include <json-glib/json-glib.h>

#include "yc-form.h"

G_BEGIN_DECLS

typedef struct _YcDraftSource YcDraftSource;

YcDraftSource *yc_draft_source_new           (JsonNode      *schema);
void           yc_draft_source_free          (YcDraftSource *self);
gboolean       yc_draft_source_needs_records (YcDraftSource *self);
void           yc_draft_source_apply         (YcDraftSource *self,
                                              YcForm        *form,
                                              JsonNode      *known);
void           yc_draft_source_forget        (YcDraftSource *self,
                                              YcForm        *form);
void           yc_draft_source_carry         (YcDraftSource *self,
                                              YcForm        *form,
                                              const char    *title,
                                              YcDraftSource *from,
                                              YcForm        *from_form,
                                              const char    *from_title);
JsonNode      *yc_draft_source_save          (YcDraftSource *self,
                                              YcForm        *form);
void           yc_draft_source_restore       (YcDraftSource *self,
                                              YcForm        *form,
                                              JsonNode      *saved);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcDraftSource, yc_draft_source_free)

G_END_DECLS
