/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why a case goes back: the reason, on whose side it is, and what it is about. */
#pragma once

#include <adwaita.h>

#include "yc-case.h"
#include "yc-catalog.h"
#include "yc-form.h"
#include "yc-return-reason.h"

G_BEGIN_DECLS

#define YC_TYPE_RETURN_CHOOSER (yc_return_chooser_get_type ())

G_DECLARE_FINAL_TYPE (YcReturnChooser, yc_return_chooser, YC, RETURN_CHOOSER, AdwBin)

void            yc_return_chooser_set_item   (YcReturnChooser *self, YcCatalog *catalog,
                                              YcItem *item, YcCase *a_case, YcForm *form);
YcReturnReason *yc_return_chooser_get_reason (YcReturnChooser *self);
YcCause         yc_return_chooser_get_cause  (YcReturnChooser *self);
const char     *yc_return_chooser_get_target (YcReturnChooser *self);

G_END_DECLS
