/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A question to those who keep the knowledge base, as the database has it. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * YcInquiryRecord:
 * @id: made at the desk
 * @version: counts its changes from 1
 * @kind: "mistake", "gap" or "consultation"
 * @state: "open", "passed", "answered" or "declined"
 * @channel: "counter", "phone" or ""
 * @entry: the knowledge entry it is about, "" for none
 * @item: the item, "" for none
 * @list: the question list, "" for none
 * @place: code of the place where it came up
 * @place_path: that place and those above it
 * @by_id: who recorded it
 * @by_name: their name
 * @at: when it was recorded at the service
 * @due: the day by which it is to be answered, "" for none
 * @news: whether it was settled by somebody else and not yet looked at by who recorded it
 * @content: what is sealed: question, answer, person, passed_to, asked_at, steps
 * @updated_at: when it was changed last
 */
typedef struct
{
  char *id;
  gint64 version;
  char *kind;
  char *state;
  char *channel;
  char *entry;
  char *item;
  char *list;
  char *place;
  char *place_path;
  char *by_id;
  char *by_name;
  char *at;
  char *due;
  gboolean news;
  JsonObject *content;
  char *updated_at;
} YcInquiryRecord;

void        yc_inquiry_record_free         (YcInquiryRecord       *self);
char       *yc_inquiry_record_dup_urgency  (const YcInquiryRecord *self);
JsonObject *yc_inquiry_record_to_json      (const YcInquiryRecord *self,
                                            gboolean               whole);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcInquiryRecord, yc_inquiry_record_free)

G_END_DECLS
