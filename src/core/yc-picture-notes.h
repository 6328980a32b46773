/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a camera notes in a file beside the picture: where it was taken, when and with what. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * yc_picture_notes_remove:
 * @content: a file's content, of any type
 *
 * Leaves of a JPEG or PNG picture what is needed to show it, to the bit: its pixels, its colours
 * and which way the camera was held. The rest goes: where it was taken, when and with what (Exif,
 * XMP, IPTC, comments), smaller and further pictures, and whatever stands behind the picture's end.
 * Nothing is decoded. Pictures inside a PDF document stay as they are.
 *
 * Returns: (transfer full): the picture without notes; @content itself where there are none
 */
GBytes *yc_picture_notes_remove (GBytes *content);

G_END_DECLS
