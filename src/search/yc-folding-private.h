/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text as the index has it: UTF-16 units in which width, case, and traditional or simplified form
 * make no difference. Below a space there is nothing: these units are free to mean something.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Appends the folded @text to @units, of guint16. Where @offsets, of guint32, is given, the byte in
 * @text of each unit goes there, and at last the end of the text.
 */
void    yc_folding_append   (GArray     *units,
                             const char *text,
                             GArray     *offsets);

/* Differs when text was folded in another way. */
guint32 yc_folding_get_hash (void);

G_END_DECLS
