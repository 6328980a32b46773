/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whose certificate it is by the words on the sheet, to be compared with its QR code. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YC_TYPE_VERIFY_HOLDER (yc_verify_holder_get_type ())

G_DECLARE_FINAL_TYPE (YcVerifyHolder, yc_verify_holder, YC, VERIFY_HOLDER, GtkWidget)

/* Signal "compare": what was typed is to be compared. */

GtkWidget  *yc_verify_holder_new           (void);
/* Empty again: another sheet. */
void        yc_verify_holder_clear         (YcVerifyHolder *self);
const char *yc_verify_holder_get_name      (YcVerifyHolder *self);
const char *yc_verify_holder_get_id_number (YcVerifyHolder *self);

G_END_DECLS
