/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a certificate shows beside words and tables: a photo, lines to sign on, a QR code. */
#pragma once

#include "yc-sheet-body-private.h"

G_BEGIN_DECLS

gboolean yc_sheet_body_add_photo     (YcSheetBody            *self,
                                      const YcTemplateBlock  *block,
                                      GError                **error);
gboolean yc_sheet_body_add_signature (YcSheetBody            *self,
                                      const YcTemplateBlock  *block,
                                      GError                **error);
gboolean yc_sheet_body_add_qr        (YcSheetBody            *self,
                                      const YcTemplateBlock  *block,
                                      GError                **error);
double   yc_sheet_body_place         (YcSheetBody            *self,
                                      YcBlockAlign            align,
                                      double                  width);

G_END_DECLS
