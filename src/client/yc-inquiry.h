/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A reported mistake or gap of the knowledge base, or what a citizen asked. */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * YcInquiryKind:
 * @YC_INQUIRY_MISTAKE: an entry says something wrong (纠错)
 * @YC_INQUIRY_GAP: nothing was found (缺口)
 * @YC_INQUIRY_CONSULTATION: a citizen asked, at the counter or by phone (咨询)
 */
typedef enum
{
  YC_INQUIRY_MISTAKE = 1,
  YC_INQUIRY_GAP,
  YC_INQUIRY_CONSULTATION,
} YcInquiryKind;

/**
 * YcInquiryState:
 * @YC_INQUIRY_OPEN: waits for an answer
 * @YC_INQUIRY_PASSED: was passed on and waits for an answer
 * @YC_INQUIRY_ANSWERED: was answered, or a version was published
 * @YC_INQUIRY_DECLINED: stays as it is, with the reason
 */
typedef enum
{
  YC_INQUIRY_OPEN = 1,
  YC_INQUIRY_PASSED,
  YC_INQUIRY_ANSWERED,
  YC_INQUIRY_DECLINED,
} YcInquiryState;

#define YC_TYPE_INQUIRY (yc_inquiry_get_type ())

G_DECLARE_FINAL_TYPE (YcInquiry, yc_inquiry, YC, INQUIRY, GObject)

/* Signal "changed": the service tells something else of it. Names and numbers of a list's inquiry
 * are masked; yc_desk_load_inquiry_async() gives them in full. */

const char     *yc_inquiry_get_id         (YcInquiry *self);
gint64          yc_inquiry_get_version    (YcInquiry *self);
YcInquiryKind   yc_inquiry_get_kind       (YcInquiry *self);
YcInquiryState  yc_inquiry_get_state      (YcInquiry *self);
/* "counter", "phone" or "". */
const char     *yc_inquiry_get_channel    (YcInquiry *self);
/* What it is about; "" for none. */
const char     *yc_inquiry_get_entry      (YcInquiry *self);
const char     *yc_inquiry_get_item       (YcInquiry *self);
const char     *yc_inquiry_get_list       (YcInquiry *self);
const char     *yc_inquiry_get_question   (YcInquiry *self);
const char     *yc_inquiry_get_answer     (YcInquiry *self);
const char     *yc_inquiry_get_by_id      (YcInquiry *self);
const char     *yc_inquiry_get_by_name    (YcInquiry *self);
const char     *yc_inquiry_get_place      (YcInquiry *self);
/* "2026-11-30", "" for none. */
const char     *yc_inquiry_get_due        (YcInquiry *self);
/* (nullable): to whom it was passed on, such as "12345". */
const char     *yc_inquiry_get_passed_to  (YcInquiry *self);
const char     *yc_inquiry_get_name       (YcInquiry *self);
const char     *yc_inquiry_get_phone      (YcInquiry *self);
/* (nullable) (transfer none): when it was recorded. */
GDateTime      *yc_inquiry_get_at         (YcInquiry *self);
/* (nullable) (transfer none): the steps of one that was loaded: [{"action","at","by","text",…}]. */
JsonArray      *yc_inquiry_get_steps      (YcInquiry *self);
/* Whether somebody else settled it and the user, who recorded it, has not looked at that yet. */
gboolean        yc_inquiry_get_news       (YcInquiry *self);
/* It is looked at: no news on this screen any more; see yc_desk_hear_inquiry_async(). */
void            yc_inquiry_hear           (YcInquiry *self);
/* Whether it waits for an answer and its day is before @today ("2026-11-22"). */
gboolean        yc_inquiry_is_overdue     (YcInquiry  *self,
                                           const char *today);
gboolean        yc_inquiry_is_waiting     (YcInquiry *self);

const char     *yc_inquiry_kind_to_string (YcInquiryKind kind);

G_END_DECLS
