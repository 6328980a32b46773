/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All files of a case, whatever fields they stand in; hidden while there are none. */
#pragma once

#include <gtk/gtk.h>

#include "yc-desk.h"

G_BEGIN_DECLS

#define YC_TYPE_ATTACHMENT_CASE (yc_attachment_case_get_type ())

G_DECLARE_FINAL_TYPE (YcAttachmentCase, yc_attachment_case, YC, ATTACHMENT_CASE, GtkWidget)

GtkWidget *yc_attachment_case_new      (void);
/* @case_id: (nullable): none */
void       yc_attachment_case_set_case (YcAttachmentCase *self,
                                        YcDesk           *desk,
                                        const char       *case_id);

G_END_DECLS
