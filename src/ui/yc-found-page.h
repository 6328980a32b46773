/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An item, a question list or an answer that was found, with the keys that answers have. */
#pragma once

#include "yc-hit.h"
#include "yc-page.h"

G_BEGIN_DECLS

#define YC_TYPE_FOUND_PAGE (yc_found_page_get_type ())

G_DECLARE_FINAL_TYPE (YcFoundPage, yc_found_page, YC, FOUND_PAGE, YcPage)

GtkWidget *yc_found_page_new (YcDesk *desk, YcHit *hit);

G_END_DECLS
