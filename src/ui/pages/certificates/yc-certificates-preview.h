/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The certificate that is looked at: its pages, and what its seal is worth. */
#pragma once

#include <gtk/gtk.h>

#include "yc-desk.h"

G_BEGIN_DECLS

#define YC_TYPE_CERTIFICATES_PREVIEW (yc_certificates_preview_get_type ())

G_DECLARE_FINAL_TYPE (YcCertificatesPreview, yc_certificates_preview, YC, CERTIFICATES_PREVIEW,
                      GtkWidget)

GtkWidget *yc_certificates_preview_new             (void);
/* Once, before anything else. */
void       yc_certificates_preview_set_desk        (YcCertificatesPreview *self,
                                                    YcDesk                *desk);
/* (nullable): %NULL when none is chosen */
void       yc_certificates_preview_set_certificate (YcCertificatesPreview *self,
                                                    YcIssuedCertificate   *certificate);

G_END_DECLS
