/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Adjusts a printer and its tray to a form: a sheet with a cross is printed and measured, and the two numbers
 * are typed. */
#pragma once

#include <gtk/gtk.h>

#include "yc-desk.h"
#include "yc-print-setup.h"

G_BEGIN_DECLS

#define YC_TYPE_CALIBRATION_VIEW (yc_calibration_view_get_type ())

G_DECLARE_FINAL_TYPE (YcCalibrationView, yc_calibration_view, YC, CALIBRATION_VIEW, GtkWidget)

/* Lays it over the window of @over. (transfer none)
 * @setup: which printer and tray; @template_: the certificate's, which prints on the form */
YcCalibrationView *yc_calibration_view_present (GtkWidget    *over,
                                                YcDesk       *desk,
                                                YcPrintSetup *setup,
                                                JsonObject   *template_);

G_END_DECLS
