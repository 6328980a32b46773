/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reception: every open visit, one of them on screen. */
#pragma once

#include "yc-hit.h"
#include "yc-page.h"

G_BEGIN_DECLS

#define YC_TYPE_RECEPTION_PAGE (yc_reception_page_get_type ())

G_DECLARE_FINAL_TYPE (YcReceptionPage, yc_reception_page, YC, RECEPTION_PAGE, YcPage)

GListModel *yc_reception_page_get_visits  (YcReceptionPage *self);
YcVisit    *yc_reception_page_get_visit   (YcReceptionPage *self);
void        yc_reception_page_set_visit   (YcReceptionPage *self, YcVisit *visit);
void        yc_reception_page_add_visit   (YcReceptionPage *self);
void        yc_reception_page_close_visit (YcReceptionPage *self, YcVisit *visit);
void        yc_reception_page_move        (YcReceptionPage *self, int step);
void        yc_reception_page_take_hit    (YcReceptionPage *self, YcHit *hit);
gboolean    yc_reception_page_open_case   (YcReceptionPage *self, YcCase *a_case, GError **error);

G_END_DECLS
