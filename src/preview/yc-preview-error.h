/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The error domain of the preview room. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * YcPreviewError:
 * @YC_PREVIEW_ERROR_FAILED: an operation failed for a reason told in the message.
 * @YC_PREVIEW_ERROR_DAMAGED: neither a PDF nor a picture, or one that cannot be read.
 * @YC_PREVIEW_ERROR_ENCRYPTED: the document asks for a password.
 * @YC_PREVIEW_ERROR_TOO_LARGE: too many bytes, too many pages, or a page or
 *   picture of impossible size.
 * @YC_PREVIEW_ERROR_NO_PAGE: there is no page of that number, or it cannot be read.
 * @YC_PREVIEW_ERROR_HOSTILE: what draws it crashed or hung over this document more than once; it is
 *   not tried any more.
 */
typedef enum
{
  YC_PREVIEW_ERROR_FAILED = 1,
  YC_PREVIEW_ERROR_DAMAGED,
  YC_PREVIEW_ERROR_ENCRYPTED,
  YC_PREVIEW_ERROR_TOO_LARGE,
  YC_PREVIEW_ERROR_NO_PAGE,
  YC_PREVIEW_ERROR_HOSTILE,
} YcPreviewError;

#define YC_PREVIEW_ERROR (yc_preview_error_quark ())

GQuark yc_preview_error_quark (void);

G_END_DECLS
