/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes up a layout for a schema without. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

JsonNode *yc_form_generate_layout (JsonNode *root,
                                   JsonNode *schema);

G_END_DECLS
