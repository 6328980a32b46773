/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The unified social credit code of organisations, GB 32100-2015. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * yc_uscc_parse:
 * @text: what was typed, UTF-8
 * @out: (out caller-allocates) (array fixed-size=19) (optional): the 18 characters in capitals,
 *   NUL-terminated; left alone when there is none
 *
 * Reads a code by GB 32100-2015: the registering authority, the kind of organisation, six digits of
 * area, the nine characters of the organisation code with their own check character (GB 11714), and
 * the check character of the whole (ISO 7064 MOD 31-3). White space, full-width forms and small
 * letters are taken. The letters I, O, S, V and Z do not occur.
 *
 * Returns: whether @text is such a code
 */
gboolean yc_uscc_parse (const char *text,
                        char       *out);

G_END_DECLS
