/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who works here, and signing out. */
#pragma once

#include <gtk/gtk.h>

#include "yc-desk.h"

G_BEGIN_DECLS

#define YC_TYPE_USER_BUTTON (yc_user_button_get_type ())

G_DECLARE_FINAL_TYPE (YcUserButton, yc_user_button, YC, USER_BUTTON, GtkWidget)

GtkWidget *yc_user_button_new  (void);
void       yc_user_button_show (YcUserButton *self, YcDesk *desk);

G_END_DECLS
