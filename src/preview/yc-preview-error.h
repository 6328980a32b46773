/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The error domain of the preview room. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * YcPreviewError:
 * @YC_PREVIEW_ERROR_FAILED: an operation failed for a reason told in the message.
 */
typedef enum
{
  YC_PREVIEW_ERROR_FAILED = 1,
} YcPreviewError;

#define YC_PREVIEW_ERROR (yc_preview_error_quark ())

GQuark yc_preview_error_quark (void);

G_END_DECLS
