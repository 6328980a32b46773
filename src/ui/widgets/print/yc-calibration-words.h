/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was measured on a calibration sheet, as it is typed and as it is told. */
#pragma once

#include "yc-calibrations.h"

G_BEGIN_DECLS

/**
 * yc_calibration_words_read:
 * @text: what was typed: where the cross is, in mm, with point or comma
 * @shift: (out): how far everything has to be put, in tenths of a millimetre
 *
 * Returns: whether it is a length that a cross 20 mm from the edge can have come out at
 */
gboolean yc_calibration_words_read     (const char          *text,
                                        int                 *shift);
/* (transfer full): "Everything goes 1.3 mm to the right and 0.7 mm up." */
char    *yc_calibration_words_describe (const YcCalibration *calibration);

G_END_DECLS
