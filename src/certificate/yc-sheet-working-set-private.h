/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Large fonts cut down once to what most sheets use, so that each sheet's own subset is cut from little. */
#pragma once

#include <glib.h>
#include <hb.h>

G_BEGIN_DECLS

void       yc_sheet_working_sets_want (void);
hb_face_t *yc_sheet_working_set_find  (hb_face_t      *face,
                                       const hb_set_t *glyphs);

G_END_DECLS
