/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was typed into a field, and the value that it means. */
#pragma once

#include "yc-form-spec-private.h"

G_BEGIN_DECLS

JsonNode *yc_form_text_to_value  (const YcFormSpec *spec,
                                  const char       *text);
char     *yc_form_text_from_value (const YcFormSpec *spec,
                                   JsonNode         *value);
char     *yc_form_text_tidy      (const YcFormSpec *spec,
                                  const char       *text);

G_END_DECLS
