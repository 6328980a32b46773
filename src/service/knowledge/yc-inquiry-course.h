/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The course of an inquiry: recorded, passed on, answered. */
#pragma once

#include "yc-inquiry-record.h"
#include "yc-work.h"

G_BEGIN_DECLS

YcInquiryRecord *yc_inquiry_course_begin   (const YcWork     *work,
                                            JsonObject       *body,
                                            GError          **error);
YcInquiryRecord *yc_inquiry_course_load    (const YcWork     *work,
                                            const char       *id,
                                            GError          **error);
gboolean         yc_inquiry_course_step    (const YcWork     *work,
                                            YcInquiryRecord  *record,
                                            JsonObject       *body,
                                            GError          **error);
gboolean         yc_inquiry_course_publish (const YcWork     *work,
                                            YcInquiryRecord  *record,
                                            const char       *entry,
                                            GError          **error);
gboolean         yc_inquiry_course_hear    (const YcWork     *work,
                                            YcInquiryRecord  *record,
                                            gint64            version,
                                            GError          **error);

G_END_DECLS
