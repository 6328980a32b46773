/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The end of a certificate: issuer and date, and the seal over them. */
#pragma once

#include "yc-certificate-seal-private.h"
#include "yc-sheet-flow.h"

G_BEGIN_DECLS

YcBox             *yc_sheet_add_closing       (YcFlow             *flow,
                                               PangoContext       *context,
                                               GPtrArray          *texts,
                                               const YcSheetFont  *font,
                                               GError            **error);
YcCertificateSeal *yc_sheet_closing_make_seal (const YcBox        *closing,
                                               PangoContext       *context,
                                               const char         *issuer,
                                               const char         *note);

G_END_DECLS
