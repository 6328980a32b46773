/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The search of the title bar: items, question lists and answers, in a popover. */
#pragma once

#include <adwaita.h>

#include "yc-desk.h"

G_BEGIN_DECLS

#define YC_TYPE_SEARCH_BUTTON (yc_search_button_get_type ())

G_DECLARE_FINAL_TYPE (YcSearchButton, yc_search_button, YC, SEARCH_BUTTON, AdwBin)

void yc_search_button_set_desk (YcSearchButton *self, YcDesk *desk);
void yc_search_button_open     (YcSearchButton *self);

G_END_DECLS
