/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a browser sends for a form with a file in it: multipart/form-data (RFC 7578). */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The longest boundary that RFC 2046 allows. */
#define YC_HTTP_FORM_MAX_BOUNDARY 70

GBytes *yc_http_form_find_field (GBytes     *body,
                                 const char *content_type,
                                 const char *name);

G_END_DECLS
