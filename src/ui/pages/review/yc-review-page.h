/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reviewer's place: queue, the case, the decision, side by side. */
#pragma once

#include "yc-page.h"

G_BEGIN_DECLS

#define YC_TYPE_REVIEW_PAGE (yc_review_page_get_type ())

G_DECLARE_FINAL_TYPE (YcReviewPage, yc_review_page, YC, REVIEW_PAGE, YcPage)

G_END_DECLS
