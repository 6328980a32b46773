/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a search found, on a sheet over the window, for those who receive nobody. */
#include "yc-found-sheet.h"

#include "yc-item-panel.h"
#include "yc-plan-card.h"

static GtkWidget *
create_content (YcHit *hit, YcCatalog *catalog)
{
  GtkWidget *panel = yc_item_panel_new ();
  const char *kind = yc_hit_get_kind (hit);
  const char *id = yc_hit_get_id (hit);

  if (g_str_equal (kind, "item"))
    yc_item_panel_show_item (YC_ITEM_PANEL (panel), catalog, yc_catalog_get_item (catalog, id));
  else if (g_str_equal (kind, "list"))
    yc_item_panel_show_list (YC_ITEM_PANEL (panel), catalog, yc_catalog_get_list (catalog, id));
  else if (g_str_equal (kind, "entry"))
    yc_item_panel_show_entry (YC_ITEM_PANEL (panel), yc_catalog_get_entry (catalog, id));
  gtk_widget_set_size_request (panel, 480, 420);

  return panel;
}

/**
 * yc_found_sheet_present:
 * @hit: something found by searching
 * @catalog: where it is from
 * @over: a widget in the window
 *
 * Shows an item, a question list, an answer or what replaces a certificate, until Escape.
 */
void
yc_found_sheet_present (YcHit *hit, YcCatalog *catalog, GtkWidget *over)
{
  YcReplacement *replacement;

  g_return_if_fail (YC_IS_HIT (hit));
  g_return_if_fail (YC_IS_CATALOG (catalog));

  replacement = g_str_equal (yc_hit_get_kind (hit), "replacement")
                    ? yc_catalog_get_replacement (catalog, yc_hit_get_id (hit))
                    : NULL;
  yc_sheet_present (yc_sheet_new (yc_hit_get_title (hit),
                                  replacement != NULL
                                      ? yc_plan_card_new_for_replacement (replacement, NULL)
                                      : create_content (hit, catalog)),
                    over);
}
