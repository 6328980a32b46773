/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Buttons that act when their key is pressed, not a quarter of a second later. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void yc_prompt_buttons_init (void);

G_END_DECLS
