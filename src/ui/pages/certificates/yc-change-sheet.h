/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks why a certificate is made void, replaced or issued again, and does it. */
#pragma once

#include <gtk/gtk.h>

#include "yc-desk-certificate.h"

G_BEGIN_DECLS

/* @now: the certificate that stands now */
typedef void (*YcChangeSheetDone) (GtkWidget            *over,
                                   YcCertificateDetails *now);

/* Lays the sheet over the window that @over is in; @done is called once it was done. */
void yc_change_sheet_present (GtkWidget           *over,
                              YcDesk              *desk,
                              YcIssuedCertificate *certificate,
                              YcCertificateAction  action,
                              YcChangeSheetDone    done);

G_END_DECLS
