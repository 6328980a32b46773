/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a signature is written the one way we take. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean yc_cms_shape_check (const guint8  *der,
                             gsize          size,
                             const guint8 **name,
                             gsize         *name_size);

G_END_DECLS
