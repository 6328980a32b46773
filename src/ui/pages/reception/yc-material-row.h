/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One material of the check-list: what is asked for, and how it stands. */
#pragma once

#include <gtk/gtk.h>

#include "yc-draft-material.h"

G_BEGIN_DECLS

#define YC_TYPE_MATERIAL_ROW (yc_material_row_get_type ())

G_DECLARE_FINAL_TYPE (YcMaterialRow, yc_material_row, YC, MATERIAL_ROW, GtkListBoxRow)

GtkWidget       *yc_material_row_new          (YcDraftMaterial *material);
YcDraftMaterial *yc_material_row_get_material (YcMaterialRow *self);
void             yc_material_row_toggle       (YcMaterialRow *self);
void             yc_material_row_mark         (YcMaterialRow *self, const char *words);

G_END_DECLS
