/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How inquiries are made. Private to the client room. */
#pragma once

#include "yc-inquiry.h"

G_BEGIN_DECLS

YcInquiry *yc_inquiry_new_from_json (JsonObject  *json,
                                     GError     **error);
void       yc_inquiry_update        (YcInquiry   *self,
                                     JsonObject  *json);
void       yc_inquiry_write_passed_to (JsonObject *object,
                                       const char *kind,
                                       const char *name);

G_END_DECLS
