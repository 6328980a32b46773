/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the desk makes and reads its calibrations. Private to the client room. */
#pragma once

#include "yc-calibrations.h"
#include "yc-parts.h"

G_BEGIN_DECLS

YcCalibrations *yc_calibrations_new  (YcParts        *parts);
void            yc_calibrations_load (YcCalibrations *self);

G_END_DECLS
