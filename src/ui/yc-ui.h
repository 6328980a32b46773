/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What every program that shows our widgets does first: locale, resources, style, types. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void yc_ui_prepare_locale (void);
void yc_ui_init           (void);

G_END_DECLS
