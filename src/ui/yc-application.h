/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The desk as a program: options, desk, window, keys. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define YC_TYPE_APPLICATION (yc_application_get_type ())

G_DECLARE_FINAL_TYPE (YcApplication, yc_application, YC, APPLICATION, AdwApplication)

YcApplication *yc_application_new        (void);
int            yc_application_get_status (YcApplication *self);

G_END_DECLS
