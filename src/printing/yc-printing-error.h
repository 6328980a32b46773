/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The error domain of the printing room. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * YcPrintingError:
 * @YC_PRINTING_ERROR_FAILED: the print server refused for a reason told in the message.
 * @YC_PRINTING_ERROR_SERVER_DOWN: no print server answers at its address.
 * @YC_PRINTING_ERROR_TIMED_OUT: the print server took the connection but does not answer.
 * @YC_PRINTING_ERROR_NO_PRINTER: the printer does not exist (any more).
 * @YC_PRINTING_ERROR_REJECTED: the printer does not take jobs at present.
 * @YC_PRINTING_ERROR_UNSUPPORTED: the printer cannot do what the options ask for.
 * @YC_PRINTING_ERROR_DENIED: the print server does not let this user do it.
 * @YC_PRINTING_ERROR_UNCLEAR: the line broke after the document had been sent: the job may exist.
 * @YC_PRINTING_ERROR_BEGUN: a printer has had the job already: half a sheet may be out.
 */
typedef enum
{
  YC_PRINTING_ERROR_FAILED = 1,
  YC_PRINTING_ERROR_SERVER_DOWN,
  YC_PRINTING_ERROR_TIMED_OUT,
  YC_PRINTING_ERROR_NO_PRINTER,
  YC_PRINTING_ERROR_REJECTED,
  YC_PRINTING_ERROR_UNSUPPORTED,
  YC_PRINTING_ERROR_DENIED,
  YC_PRINTING_ERROR_UNCLEAR,
  YC_PRINTING_ERROR_BEGUN,
} YcPrintingError;

#define YC_PRINTING_ERROR (yc_printing_error_quark ())

GQuark yc_printing_error_quark (void);

G_END_DECLS
