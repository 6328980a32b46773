/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sample catalog and the sample people that are built into the programs. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GFile *yc_demo_get_catalog (void);
GFile *yc_demo_get_people  (void);
GFile *yc_demo_get_files   (void);

G_END_DECLS
