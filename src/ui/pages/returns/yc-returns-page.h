/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What came back in a period, and on whose side the fault was: for supervisors. */
#pragma once

#include "yc-page.h"

G_BEGIN_DECLS

#define YC_TYPE_RETURNS_PAGE (yc_returns_page_get_type ())

G_DECLARE_FINAL_TYPE (YcReturnsPage, yc_returns_page, YC, RETURNS_PAGE, YcPage)

G_END_DECLS
