/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What every program that shows our widgets does first: locale, resources, style, types. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void       yc_ui_prepare_locale  (void);
void       yc_ui_init            (void);
GSettings *yc_ui_create_settings (void);

G_END_DECLS
