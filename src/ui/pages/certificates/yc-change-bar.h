/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ways to change a certificate that is in force, for those who may. */
#pragma once

#include <gtk/gtk.h>

#include "yc-desk.h"

G_BEGIN_DECLS

#define YC_TYPE_CHANGE_BAR (yc_change_bar_get_type ())

G_DECLARE_FINAL_TYPE (YcChangeBar, yc_change_bar, YC, CHANGE_BAR, GtkWidget)

/* Signal: "changed": the certificate was changed. */

GtkWidget *yc_change_bar_new             (void);
/* Once, before anything else. */
void       yc_change_bar_set_desk        (YcChangeBar         *self,
                                          YcDesk              *desk);
/* (nullable): %NULL when none is chosen */
void       yc_change_bar_set_certificate (YcChangeBar         *self,
                                          YcIssuedCertificate *certificate);

G_END_DECLS
