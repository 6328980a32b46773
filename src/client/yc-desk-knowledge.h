/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the desk does for the knowledge base: report, record, answer, publish. */
#pragma once

#include "yc-desk.h"
#include "yc-inquiry.h"

G_BEGIN_DECLS

/**
 * YcInquiryView:
 * @YC_INQUIRY_VIEW_MINE: what the user recorded, newest first
 * @YC_INQUIRY_VIEW_OPEN: what waits for an answer in the user's place, most urgent first
 * @YC_INQUIRY_VIEW_PLACE: everything of the user's place, newest first
 * @YC_INQUIRY_VIEW_NEWS: what the user recorded, others settled, and the user has not looked at yet
 */
typedef enum
{
  YC_INQUIRY_VIEW_MINE = 1,
  YC_INQUIRY_VIEW_OPEN,
  YC_INQUIRY_VIEW_PLACE,
  YC_INQUIRY_VIEW_NEWS,
} YcInquiryView;

/**
 * YcNewInquiry:
 * @kind: what it is
 * @question: what is wrong, what was looked for, or what was asked
 * @entry: (nullable): the entry that it is about or that was used
 * @item: (nullable): an item's code
 * @list: (nullable): a question list's id
 * @by_phone: of a consultation: whether by phone, not at the counter
 * @answer: (nullable): what was answered
 * @passed_kind: (nullable): "hotline", "department" or "colleague", if it was passed on
 * @passed_name: (nullable): to whom
 * @due: (nullable): by which day, "2026-11-30"
 * @name: (nullable): who asked
 * @phone: (nullable): their number
 *
 * What is recorded.
 */
typedef struct
{
  YcInquiryKind kind;
  const char   *question;
  const char   *entry;
  const char   *item;
  const char   *list;
  gboolean      by_phone;
  const char   *answer;
  const char   *passed_kind;
  const char   *passed_name;
  const char   *due;
  const char   *name;
  const char   *phone;
} YcNewInquiry;

/**
 * yc_desk_create_inquiry_list:
 * @self: a desk
 * @view: which ones
 *
 * Returns: (transfer full): a live list of #YcInquiry that begins to load
 */
YcLiveList *yc_desk_create_inquiry_list    (YcDesk               *self,
                                            YcInquiryView         view);

/**
 * yc_desk_record_inquiry_async:
 * @self: a desk
 * @inquiry: what is recorded
 * @cancellable: (nullable): stops it only before it was written
 * @callback: called in the main context
 * @user_data: for @callback
 *
 * Writes it to the journal; it goes to the service by itself, also when the line is down now.
 */
void        yc_desk_record_inquiry_async   (YcDesk               *self,
                                            const YcNewInquiry   *inquiry,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
/* (transfer full): the command in the outbox; NULL with YC_CLIENT_ERROR_DISK, … */
YcCommand  *yc_desk_record_inquiry_finish  (YcDesk               *self,
                                            GAsyncResult         *result,
                                            GError              **error);

/**
 * yc_desk_step_inquiry_async:
 * @self: a desk
 * @inquiry: an inquiry as it is on the screen
 * @action: "answer", "pass", "decline" or "reopen"
 * @text: (nullable): the answer or the reason
 * @passed_kind: (nullable): for "pass": "hotline", "department" or "colleague"
 * @passed_name: (nullable): for "pass": to whom
 * @due: (nullable): by which day
 * @cancellable: (nullable): a cancellable
 * @callback: called in the main context
 * @user_data: for @callback
 *
 * Answers an inquiry, or passes it on. With the line down it is kept and goes on by itself.
 */
void        yc_desk_step_inquiry_async     (YcDesk               *self,
                                            YcInquiry            *inquiry,
                                            const char           *action,
                                            const char           *text,
                                            const char           *passed_kind,
                                            const char           *passed_name,
                                            const char           *due,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
/* FALSE with YC_CLIENT_ERROR_PENDING (it is kept), _CONFLICT (look again), _STATE, _DENIED, … */
gboolean    yc_desk_step_inquiry_finish    (YcDesk               *self,
                                            GAsyncResult         *result,
                                            GError              **error);

/**
 * yc_desk_find_inquiry_step:
 * @self: a desk
 * @inquiry: an inquiry
 *
 * Returns: (transfer none) (nullable): the step that the service has not taken yet
 */
YcCommand  *yc_desk_find_inquiry_step      (YcDesk               *self,
                                            YcInquiry            *inquiry);

/**
 * yc_desk_hear_inquiry_async:
 * @self: a desk
 * @inquiry: an inquiry of the user that is news
 * @cancellable: (nullable): a cancellable
 * @callback: (nullable): called in the main context
 * @user_data: for @callback
 *
 * Says that the user has looked at what became of it.
 */
void        yc_desk_hear_inquiry_async     (YcDesk               *self,
                                            YcInquiry            *inquiry,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
gboolean    yc_desk_hear_inquiry_finish    (YcDesk               *self,
                                            GAsyncResult         *result,
                                            GError              **error);

/**
 * yc_desk_load_inquiry_async:
 * @self: a desk
 * @id: an inquiry's id
 * @cancellable: (nullable): a cancellable
 * @callback: called in the main context
 * @user_data: for @callback
 *
 * Loads an inquiry whole, with its steps and with the person in full.
 */
void        yc_desk_load_inquiry_async     (YcDesk               *self,
                                            const char           *id,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
/* (transfer full) */
YcInquiry  *yc_desk_load_inquiry_finish    (YcDesk               *self,
                                            GAsyncResult         *result,
                                            GError              **error);

/**
 * yc_desk_load_entry_async:
 * @self: a desk
 * @id: an entry's id
 * @cancellable: (nullable): a cancellable
 * @callback: called in the main context
 * @user_data: for @callback
 *
 * Loads an entry as the service has it now, to write a new version of it.
 */
void        yc_desk_load_entry_async       (YcDesk               *self,
                                            const char           *id,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);
/* (transfer full): {"id","version","entry","published"?} */
JsonObject *yc_desk_load_entry_finish      (YcDesk               *self,
                                            GAsyncResult         *result,
                                            GError              **error);

/**
 * yc_desk_publish_entry_async:
 * @self: a desk
 * @id: an entry's id
 * @base: the version that it is based on, 0 for a new entry
 * @body: what is published: {"version","entry"?,"inquiries"?}; not to be changed any more
 * @cancellable: (nullable): a cancellable
 * @callback: called in the main context
 * @user_data: for @callback
 *
 * Publishes a version. Needs the line; sent again under the same key it takes effect once.
 */
void        yc_desk_publish_entry_async    (YcDesk               *self,
                                            const char           *id,
                                            gint64                base,
                                            JsonObject           *body,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);

/**
 * yc_desk_publish_entry_finish:
 * @self: a desk
 * @result: the result
 * @words: (out) (optional) (nullable) (transfer full): with %YC_CLIENT_ERROR_INVALID what is wrong,
 *   a line each, in the service's words
 * @error: return location
 *
 * Returns: %FALSE with %YC_CLIENT_ERROR_OFFLINE, _CONFLICT, _DENIED, _INVALID, …
 */
gboolean    yc_desk_publish_entry_finish   (YcDesk               *self,
                                            GAsyncResult         *result,
                                            char                **words,
                                            GError              **error);

G_END_DECLS
