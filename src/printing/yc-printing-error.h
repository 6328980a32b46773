/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The error domain of the printing room. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * YcPrintingError:
 * @YC_PRINTING_ERROR_FAILED: an operation failed for a reason told in the message.
 */
typedef enum
{
  YC_PRINTING_ERROR_FAILED = 1,
} YcPrintingError;

#define YC_PRINTING_ERROR (yc_printing_error_quark ())

GQuark yc_printing_error_quark (void);

G_END_DECLS
