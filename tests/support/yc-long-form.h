/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A long flat form for measuring: text, number, choice and date in turn, all required. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *yc_long_form_create_schema (guint n_fields);
char *yc_long_form_create_layout (guint n_fields);

G_END_DECLS
