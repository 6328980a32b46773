/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands beside the certificate that is looked at: its number and state, and what is done with
 * it. */
#pragma once

#include <gtk/gtk.h>

#include "yc-desk.h"

G_BEGIN_DECLS

#define YC_TYPE_CERTIFICATES_PANEL (yc_certificates_panel_get_type ())

G_DECLARE_FINAL_TYPE (YcCertificatesPanel, yc_certificates_panel, YC, CERTIFICATES_PANEL, GtkWidget)

/* Signal: "changed": the certificate was made void, or another one took its place. */

GtkWidget *yc_certificates_panel_new             (void);
/* Once, before anything else. */
void       yc_certificates_panel_set_desk        (YcCertificatesPanel *self,
                                                  YcDesk              *desk);
/* (nullable): %NULL when none is chosen */
void       yc_certificates_panel_set_certificate (YcCertificatesPanel *self,
                                                  YcIssuedCertificate *certificate);
/* As by the button (Ctrl+P). Does nothing but say why while it cannot be printed. */
void       yc_certificates_panel_print           (YcCertificatesPanel *self);

G_END_DECLS
