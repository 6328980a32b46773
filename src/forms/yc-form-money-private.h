/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Amounts of money as they are typed and shown. */
#pragma once

#include <json-glib/json-glib.h>

#include "yc-schema-report.h"

G_BEGIN_DECLS

JsonNode *yc_form_money_read  (const char *text);
char     *yc_form_money_write (JsonNode   *value);
char     *yc_form_money_describe (const YcSchemaProblem *problem);

G_END_DECLS
