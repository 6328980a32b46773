/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A card over the window that must be answered first; the work beneath stays as it is. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YC_TYPE_SHEET (yc_sheet_get_type ())

G_DECLARE_FINAL_TYPE (YcSheet, yc_sheet, YC, SHEET, GtkWidget)

YcSheet *yc_sheet_new          (const char *title, GtkWidget *content);
void     yc_sheet_set_closable (YcSheet *self, gboolean closable);
void     yc_sheet_present      (YcSheet *self, GtkWidget *over);
void     yc_sheet_close        (YcSheet *self);

#define YC_TYPE_SHEET_HOST (yc_sheet_host_get_type ())

G_DECLARE_FINAL_TYPE (YcSheetHost, yc_sheet_host, YC, SHEET_HOST, GtkWidget)

GtkWidget *yc_sheet_host_new       (void);
void       yc_sheet_host_set_child (YcSheetHost *self, GtkWidget *child);
gboolean   yc_sheet_host_is_busy   (YcSheetHost *self);
/* (nullable): what stands on the sheet that lies on top */
GtkWidget *yc_sheet_host_get_top   (YcSheetHost *self);

G_END_DECLS
