/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How people write times and numbers of a known format, and how the data have them. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* @plain is half-width and without spaces around it; NULL if the format has no other writing than
 * its own, or @plain means nothing in it. */
JsonNode *yc_form_text_read_format  (const char *format,
                                     const char *plain);
char     *yc_form_text_write_format (const char *format,
                                     const char *text);
char     *yc_form_text_tidy_format  (const char *format,
                                     const char *plain);

/* Amounts: whole fen in the data, yuan with two decimals for people; NULL for what is none. */
JsonNode *yc_form_text_read_money   (const char *text);
char     *yc_form_text_write_money  (JsonNode   *value);

G_END_DECLS
