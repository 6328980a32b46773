/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The check character of numbers that people read out and type. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* ISO/IEC 7064, clause 8 (MOD 37,36): over the digits and capital letters of @text up to @length,
 * anything else left out. */
char yc_check_character_find (const char *text,
                              gsize       length);

G_END_DECLS
