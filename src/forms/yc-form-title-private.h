/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Titles for what the schema gives none. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *yc_form_title_from_name (const char *name);

G_END_DECLS
