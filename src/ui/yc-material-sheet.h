/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The items that ask for a material, one of which is gone on with. */
#pragma once

#include <gtk/gtk.h>

#include "yc-item.h"

G_BEGIN_DECLS

typedef void (*YcMaterialChosen) (GtkWidget *owner, YcItem *item);

void yc_material_sheet_present (GtkWidget *owner, GtkWidget *over, const char *title,
                                GListModel *items, YcMaterialChosen chosen);

G_END_DECLS
