/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The clerk's cases with their live states; Enter opens one again. */
#pragma once

#include "yc-page.h"

G_BEGIN_DECLS

#define YC_TYPE_CASES_PAGE (yc_cases_page_get_type ())

G_DECLARE_FINAL_TYPE (YcCasesPage, yc_cases_page, YC, CASES_PAGE, YcPage)

G_END_DECLS
