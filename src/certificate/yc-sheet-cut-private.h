/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cuts a font down to some of its glyphs. */
#pragma once

#include <glib.h>
#include <hb.h>

G_BEGIN_DECLS

hb_face_t *yc_sheet_cut (hb_face_t       *face,
                         const hb_set_t  *glyphs,
                         hb_map_t       **renumbered);

G_END_DECLS
