/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files to attach: sound in outline, of any size, and such as an enemy would send. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* (transfer full): a PNG of one white pixel that can be opened, filled up to about @size bytes with
 * noise that @seed decides. */
GBytes *yc_test_files_create_png  (gsize    size,
                                   guint32  seed);
/* (transfer full): some 60 bytes that say they are a picture of that size */
GBytes *yc_test_files_create_bomb (guint32  width,
                                   guint32  height);
/* (transfer full): its SHA-256 */
char   *yc_test_files_compute_id  (GBytes  *file);

G_END_DECLS
