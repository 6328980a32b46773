/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Clerks, items or reasons with their numbers against the ten-percent line. */
#pragma once

#include <gtk/gtk.h>

#include "yc-returns-summary.h"

G_BEGIN_DECLS

/**
 * YcReturnsTableKind:
 * @YC_RETURNS_TABLE_CLERKS: a row per clerk, with the returns of cause clerk.
 * @YC_RETURNS_TABLE_ITEMS: a row per item, with the returns of cause standard.
 * @YC_RETURNS_TABLE_REASONS: a row per reason, with its cause.
 */
typedef enum
{
  YC_RETURNS_TABLE_CLERKS = 1,
  YC_RETURNS_TABLE_ITEMS,
  YC_RETURNS_TABLE_REASONS,
} YcReturnsTableKind;

#define YC_TYPE_RETURNS_TABLE (yc_returns_table_get_type ())

G_DECLARE_FINAL_TYPE (YcReturnsTable, yc_returns_table, YC, RETURNS_TABLE, GtkWidget)

/* Signals: "opened" (YcReturnsRow): the clerk wants to see the cases behind a row. */

GtkWidget *yc_returns_table_new       (YcReturnsTableKind  kind);
void       yc_returns_table_set_model (YcReturnsTable     *self,
                                       GListModel         *model);

G_END_DECLS
