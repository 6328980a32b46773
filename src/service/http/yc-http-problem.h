/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The stable problem codes of the API and what each says (RFC 9457). */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

guint       yc_http_problem_get_status (const GError *error);
const char *yc_http_problem_get_code   (const GError *error);
JsonObject *yc_http_problem_to_json    (const GError *error);

G_END_DECLS
