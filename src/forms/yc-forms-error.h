/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The error domain of the forms room. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * YcFormsError:
 * @YC_FORMS_ERROR_FAILED: an operation failed for a reason told in the message.
 */
typedef enum
{
  YC_FORMS_ERROR_FAILED = 1,
} YcFormsError;

#define YC_FORMS_ERROR (yc_forms_error_quark ())

GQuark yc_forms_error_quark (void);

G_END_DECLS
