/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The certificates that were issued, kept live, one of them chosen. */
#pragma once

#include <gtk/gtk.h>

#include "yc-desk.h"

G_BEGIN_DECLS

#define YC_TYPE_CERTIFICATES_LIST (yc_certificates_list_get_type ())

G_DECLARE_FINAL_TYPE (YcCertificatesList, yc_certificates_list, YC, CERTIFICATES_LIST, GtkWidget)

/* Signal: "chosen" (YcIssuedCertificate or NULL): another one is looked at. */

GtkWidget *yc_certificates_list_new      (void);
/* Once, before anything else. */
void       yc_certificates_list_set_desk (YcCertificatesList *self,
                                          YcDesk             *desk);
void       yc_certificates_list_refresh  (YcCertificatesList *self);
/* Goes to the next (+1) or the previous (-1) one; stays at the ends. */
void       yc_certificates_list_step     (YcCertificatesList *self,
                                          int                 step);

G_END_DECLS
