/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How each printer of this desk is adjusted to the forms that it prints on (套打). */
#pragma once

#include "yc-desk.h"

G_BEGIN_DECLS

/* No printer is out by more, in tenths of a millimetre. */
#define YC_CALIBRATION_MOST 200

/**
 * YcCalibration:
 * @x: how far everything is put to the right, in tenths of a millimetre
 * @y: how far everything is put down
 */
typedef struct
{
  int x;
  int y;
} YcCalibration;

#define YC_TYPE_CALIBRATIONS (yc_calibrations_get_type ())

G_DECLARE_FINAL_TYPE (YcCalibrations, yc_calibrations, YC, CALIBRATIONS, GObject)

/* Signal "changed": they were read, or one was set. */

/* (transfer none): those of the desk */
YcCalibrations *yc_desk_get_calibrations (YcDesk *desk);

/**
 * yc_calibrations_find:
 * @self: the calibrations
 * @printer: a printer's name
 * @source: the tray, as IPP names it; %YC_PAPER_SOURCE_AUTO where the printer chooses
 * @template_: the id of the certificate's template
 * @calibration: (out): what was measured; nothing is moved where nothing was
 *
 * Returns: whether it was measured
 */
gboolean yc_calibrations_find (YcCalibrations      *self,
                               const char          *printer,
                               const char          *source,
                               const char          *template_,
                               YcCalibration       *calibration);
/* Remembers it; on the disk a moment later. */
void     yc_calibrations_set  (YcCalibrations      *self,
                               const char          *printer,
                               const char          *source,
                               const char          *template_,
                               const YcCalibration *calibration);

G_END_DECLS
