/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is asked for a version of a knowledge entry, and what is written of it. */
#pragma once

#include "yc-ask-sheet.h"
#include "yc-desk-knowledge.h"

G_BEGIN_DECLS

typedef struct _YcEntryForm YcEntryForm;

YcEntryForm *yc_entry_form_new     (YcDesk *desk, YcKnowledgeEntry *entry, YcInquiry *inquiry);
void         yc_entry_form_free    (YcEntryForm *self);
YcAskSheet  *yc_entry_form_present (YcEntryForm *self, GtkWidget *over);
/* (nullable) (transfer full): what the service is asked to publish, NULL with @problem (transfer
 * full) when a day is not written as one */
JsonObject  *yc_entry_form_write   (YcEntryForm *self, char **problem);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcEntryForm, yc_entry_form_free)

G_END_DECLS
