/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a search found, on a sheet over the window, for those who receive nobody. */
#include "yc-found-sheet.h"

#include "yc-found-page.h"
#include "yc-plan-card.h"
#include "yc-seeker.h"

#include <json-glib/json-glib.h>
#include <string.h>

/* A place with all that it lies in, the largest first. */
static GtkWidget *
create_place (YcCatalog *catalog, const char *code)
{
  g_autoptr (GString) path = g_string_new (NULL);
  JsonObject *place = yc_catalog_get_place (catalog, code);
  GtkWidget *label;

  for (guint depth = 0; place != NULL && depth < 8; depth++)
    {
      const char *parent = json_object_get_string_member_with_default (place, "parent", NULL);

      if (path->len > 0)
        g_string_prepend (path, " / ");
      g_string_prepend (path, yc_catalog_get_place_name (catalog, code));
      code = parent;
      place = yc_catalog_get_place (catalog, parent);
    }
  label = gtk_label_new (path->str);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);

  return label;
}

static GtkWidget *
create_content (YcHit *hit, YcDesk *desk)
{
  YcCatalog *catalog = yc_desk_get_catalog (desk);
  const char *id = yc_hit_get_id (hit);
  YcReplacement *replacement = NULL;

  if (g_str_equal (yc_hit_get_kind (hit), YC_KIND_PLACE))
    return create_place (catalog, id);
  if (g_str_equal (yc_hit_get_kind (hit), YC_KIND_REPLACEMENT))
    replacement = yc_catalog_get_replacement (catalog, id);

  return replacement != NULL ? yc_plan_card_new_for_replacement (replacement, NULL)
                             : yc_found_page_new (desk, hit);
}

/**
 * yc_found_sheet_present:
 * @hit: something found by searching
 * @desk: the desk that found it
 * @over: a widget in the window
 *
 * Shows an item, a question list, an answer, what replaces a certificate or a place, until Escape.
 */
void
yc_found_sheet_present (YcHit *hit, YcDesk *desk, GtkWidget *over)
{
  g_return_if_fail (YC_IS_HIT (hit));
  g_return_if_fail (YC_IS_DESK (desk));

  yc_sheet_present (yc_sheet_new (yc_hit_get_title (hit), create_content (hit, desk)), over);
}
