/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A certificate as it will be, looked at before it is issued. */
#pragma once

#include "yc-desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YC_TYPE_CERTIFICATE_LOOK (yc_certificate_look_get_type ())

G_DECLARE_FINAL_TYPE (YcCertificateLook, yc_certificate_look, YC, CERTIFICATE_LOOK, GtkWidget)

/* Shows what @request (see yc-certificate-paper.h; nullable: there is nothing to show) says, in a sheet over
 * the window; works with the line down. @complaint: (nullable): what is still to be done before, instead.
 * Returns whether there is a certificate at all. */
gboolean yc_certificate_look_present (GtkWidget  *over,
                                      YcDesk     *desk,
                                      JsonNode   *request,
                                      const char *complaint);

G_END_DECLS
