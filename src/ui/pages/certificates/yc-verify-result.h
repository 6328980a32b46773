/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What came of verifying a certificate, in words. */
#pragma once

#include "yc-registered-certificate.h"
#include "yc-verification.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YC_TYPE_VERIFY_RESULT (yc_verify_result_get_type ())

G_DECLARE_FINAL_TYPE (YcVerifyResult, yc_verify_result, YC, VERIFY_RESULT, GtkWidget)

GtkWidget *yc_verify_result_new  (void);
/* Unseen until then. @certificate: (nullable): what the register, or the copy of it, has */
void       yc_verify_result_show (YcVerifyResult          *self,
                                  YcVerification          *verification,
                                  YcRegisteredCertificate *certificate);
void       yc_verify_result_hide (YcVerifyResult          *self);

G_END_DECLS
