/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which sounds the search takes for one, on a sheet over the window. */
#pragma once

#include <gtk/gtk.h>

#include "yc-seeker.h"

G_BEGIN_DECLS

void yc_sound_sheet_present (YcSeeker *seeker, GSettings *settings, GtkWidget *over);
void yc_sound_sheet_apply   (YcSeeker *seeker, GSettings *settings);

G_END_DECLS
