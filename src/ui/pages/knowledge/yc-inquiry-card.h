/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One inquiry: what was reported or asked, what became of it, what can be done now. */
#pragma once

#include <gtk/gtk.h>

#include "yc-desk-knowledge.h"
#include "yc-entry-view.h"

G_BEGIN_DECLS

#define YC_TYPE_INQUIRY_CARD (yc_inquiry_card_get_type ())

G_DECLARE_FINAL_TYPE (YcInquiryCard, yc_inquiry_card, YC, INQUIRY_CARD, GtkWidget)

GtkWidget  *yc_inquiry_card_new          (YcDesk *desk);
void        yc_inquiry_card_set          (YcInquiryCard *self, YcInquiry *inquiry);
/* (nullable): what is shown */
YcInquiry  *yc_inquiry_card_get          (YcInquiryCard *self);
/* Answers what is shown by a version of its entry, or by a new entry; FALSE when it does not wait or
 * who is signed in may not. */
gboolean    yc_inquiry_card_begin_edition (YcInquiryCard *self);
void        yc_inquiry_card_show_person  (YcInquiryCard *self);
/* (nullable): the entry that it is about */
YcEntryView *yc_inquiry_card_get_answer  (YcInquiryCard *self);
const char *yc_inquiry_card_kind_title   (YcInquiryKind kind);
const char *yc_inquiry_card_state_title  (YcInquiryState state);

G_END_DECLS
