/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The error domain of the search room. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * YcSearchError:
 * @YC_SEARCH_ERROR_FAILED: an operation failed for a reason told in the message.
 * @YC_SEARCH_ERROR_DAMAGED: the index was damaged; it was thrown away and has to be filled again.
 */
typedef enum
{
  YC_SEARCH_ERROR_FAILED = 1,
  YC_SEARCH_ERROR_DAMAGED,
} YcSearchError;

#define YC_SEARCH_ERROR (yc_search_error_quark ())

GQuark yc_search_error_quark (void);

G_END_DECLS
