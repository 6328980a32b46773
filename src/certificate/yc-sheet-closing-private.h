/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The end of a certificate: issuer and date, and the seal over them. */
#pragma once

#include "yc-certificate-seal-private.h"
#include "yc-sheet-flow.h"

G_BEGIN_DECLS

YcBox             *yc_sheet_add_closing        (YcFlow             *flow,
                                                PangoContext       *context,
                                                GPtrArray          *texts,
                                                const YcSheetFont  *font,
                                                const YcSheetPage  *page,
                                                double              seal_size,
                                                GError            **error);
void               yc_sheet_closing_draw_place (const YcBox        *closing,
                                                const YcSheetPage  *page,
                                                double              seal_size,
                                                cairo_t            *cr);
YcCertificateSeal *yc_sheet_closing_make_seal  (const YcBox        *closing,
                                                const YcSheetPage  *page,
                                                PangoContext       *context,
                                                const YcSealDesign *design);

G_END_DECLS
