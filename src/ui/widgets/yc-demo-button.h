/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The mark of practice, with its menu and keys: change role, begin anew. */
#pragma once

#include <adwaita.h>

#include "yc-desk.h"

G_BEGIN_DECLS

#define YC_TYPE_DEMO_BUTTON (yc_demo_button_get_type ())

G_DECLARE_FINAL_TYPE (YcDemoButton, yc_demo_button, YC, DEMO_BUTTON, AdwBin)

void yc_demo_button_mark_window (YcDemoButton *self, GtkApplicationWindow *window);
void yc_demo_button_set_desk    (YcDemoButton *self, YcDesk *desk);

G_END_DECLS
