/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Amounts of money as they are typed and shown. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

JsonNode *yc_form_money_read  (const char *text);
char     *yc_form_money_write (JsonNode   *value);

G_END_DECLS
