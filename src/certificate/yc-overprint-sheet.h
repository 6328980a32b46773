/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What goes on a form that is printed already, and the sheet by which a printer is adjusted to it. */
#pragma once

#include <gio/gio.h>

#include "yc-certificate-template.h"

G_BEGIN_DECLS

/* No printer is out by more, in mm. */
#define YC_SHEET_SHIFT_MOST 20.0

/**
 * YcSheetShift:
 * @x_mm: how far everything is put to the right
 * @y_mm: how far everything is put down
 *
 * Makes up for where a printer puts a sheet that it takes from one of its trays.
 */
typedef struct
{
  double x_mm;
  double y_mm;
} YcSheetShift;

/**
 * yc_overprint_compose:
 * @template_: a template that prints on a form
 * @data: (transfer none): as for yc_certificate_compose()
 * @shift: how far from the places that the template tells
 * @with_form: for the screen: the form's picture under the words, where the template has one
 * @made_at: when
 * @error: return location, or %NULL
 *
 * Writes only what the template puts on the form, each word in its place to 0.01 mm, as a PDF of the
 * form's size. Words that are too long for their place are set smaller, down to 70 %.
 *
 * From any thread, as yc_certificate_compose().
 *
 * Returns: (transfer full): the PDF, or %NULL with the errors of yc_certificate_compose();
 *   %YC_CERTIFICATE_ERROR_SPACE when words or rows have no room on the form, and
 *   %YC_CERTIFICATE_ERROR_TEMPLATE when the template prints on no form
 */
GBytes *yc_overprint_compose          (YcCertificateTemplate  *template_,
                                       JsonObject             *data,
                                       const YcSheetShift     *shift,
                                       gboolean                with_form,
                                       GDateTime              *made_at,
                                       GError                **error);

/**
 * yc_overprint_compose_calibration:
 * @template_: a template that prints on a form
 * @made_at: when
 * @error: return location, or %NULL
 *
 * A sheet of the form's size with a cross %YC_CALIBRATION_CROSS mm from the left and the upper edge, to
 * measure where the printer truly puts it; a line of 100 mm that shows whether the printer keeps the
 * size; and where the template's words will stand.
 *
 * Returns: (transfer full): the PDF, or %NULL as yc_overprint_compose() does
 */
GBytes *yc_overprint_compose_calibration (YcCertificateTemplate  *template_,
                                          GDateTime              *made_at,
                                          GError                **error);

/* Where the cross should be, in mm from the left and the upper edge. */
#define YC_CALIBRATION_CROSS 20.0

G_END_DECLS
