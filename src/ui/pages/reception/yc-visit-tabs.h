/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The open visits as tabs in the header: masked name, what it is about, a dot when it calls. */
#pragma once

#include <gtk/gtk.h>

#include "yc-reception-page.h"

G_BEGIN_DECLS

#define YC_TYPE_VISIT_TABS (yc_visit_tabs_get_type ())

G_DECLARE_FINAL_TYPE (YcVisitTabs, yc_visit_tabs, YC, VISIT_TABS, GtkWidget)

GtkWidget *yc_visit_tabs_new      (void);
void       yc_visit_tabs_set_page (YcVisitTabs *self, YcReceptionPage *page);

G_END_DECLS
