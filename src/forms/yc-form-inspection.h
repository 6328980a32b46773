/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a form says of each element of its layout, for authors and for tests. */
#pragma once

#include "yc-form.h"

G_BEGIN_DECLS

/**
 * YcFormInspectFlags:
 * @YC_FORM_INSPECT_PLAIN: the layout's own elements
 * @YC_FORM_INSPECT_DETAILS: those of `options.detail` as well, once for each row
 */
typedef enum
{
  YC_FORM_INSPECT_PLAIN = 0,
  YC_FORM_INSPECT_DETAILS = 1 << 0,
} YcFormInspectFlags;

GPtrArray *yc_form_inspect (YcForm             *form,
                            JsonNode           *schema,
                            JsonNode           *data,
                            YcFormInspectFlags  flags);

G_END_DECLS
