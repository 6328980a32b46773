/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the reviewer said, on top of a case that came back. */
#pragma once

#include <gtk/gtk.h>

#include "yc-case-return.h"

G_BEGIN_DECLS

#define YC_TYPE_RETURN_BANNER (yc_return_banner_get_type ())

G_DECLARE_FINAL_TYPE (YcReturnBanner, yc_return_banner, YC, RETURN_BANNER, GtkWidget)

GtkWidget *yc_return_banner_new        (void);
void       yc_return_banner_set_return (YcReturnBanner *self, YcCaseReturn *last);
char      *yc_return_banner_dup_words  (YcCaseReturn *last);

G_END_DECLS
