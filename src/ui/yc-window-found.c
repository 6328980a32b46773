/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opens what was found, where it is worked on. */
#include "yc-window-private.h"

#include "yc-desk-plans.h"
#include "yc-dialogs.h"
#include "yc-found-sheet.h"
#include "yc-material-sheet.h"
#include "yc-places.h"

static void
show_visit (YcWindow *self, YcVisit *visit)
{
  YcReceptionPage *reception = yc_window_get_reception (self);

  if (reception == NULL || visit == NULL)
    return;

  yc_window_show_place (self, YC_PLACE_RECEPTION);
  yc_reception_page_set_visit (reception, visit);
}

static void
open_case (YcWindow *self, YcHit *hit)
{
  yc_window_open_case (self, yc_hit_get_id (hit));
}

static void
open_visit (YcWindow *self, YcHit *hit)
{
  show_visit (self, yc_visits_find (yc_desk_get_visits (self->desk), yc_hit_get_id (hit)));
}

static void
plan_opened_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (YcWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  YcVisit *visit = yc_desk_open_plan_finish (YC_DESK (source), result, &error);

  if (visit != NULL)
    show_visit (self, visit);
  else
    yc_dialogs_toast_error (self->topbar, error);
}

static void
open_plan (YcWindow *self, YcHit *hit)
{
  g_autoptr (YcSavedPlan) plan = yc_desk_find_own_plan (self->desk, yc_hit_get_id (hit));

  if (plan != NULL)
    yc_desk_open_plan_async (self->desk, plan, NULL, NULL, plan_opened_cb, g_object_ref (self));
}

static void
show_on_sheet (YcWindow *self, YcHit *hit)
{
  yc_found_sheet_present (hit, self->desk, self->topbar);
}

/* Into the visit that is open; who receives nobody reads it. */
static void
take (YcWindow *self, YcHit *hit)
{
  if (yc_window_get_reception (self) == NULL)
    {
      show_on_sheet (self, hit);
      return;
    }
  yc_window_show_place (self, YC_PLACE_RECEPTION);
  yc_reception_page_take_hit (yc_window_get_reception (self), hit);
}

static void
take_item (GtkWidget *owner, YcItem *item)
{
  g_autoptr (YcHit) hit = yc_hit_new (YC_KIND_ITEM, yc_item_get_code (item),
                                      yc_item_get_title (item), NULL, 0, NULL, NULL);

  take (YC_WINDOW (owner), hit);
}

/* What a material is for: the item that asks for it, or one of them. */
static void
open_material (YcWindow *self, YcHit *hit)
{
  g_autoptr (GListModel) items = yc_catalog_items_asking_for (yc_desk_get_catalog (self->desk),
                                                              yc_hit_get_title (hit));
  guint n = g_list_model_get_n_items (items);
  g_autoptr (YcItem) first = g_list_model_get_item (items, 0);

  if (n == 1)
    take_item (GTK_WIDGET (self), first);
  else if (n > 1)
    yc_material_sheet_present (GTK_WIDGET (self), self->topbar, yc_hit_get_title (hit), items,
                               take_item);
}

static const struct
{
  const char *kind;
  void      (*open) (YcWindow *self, YcHit *hit);
} ways[] = {
  { YC_KIND_CASE, open_case },
  { YC_KIND_VISIT, open_visit },
  { YC_KIND_PLAN, open_plan },
  { YC_KIND_MATERIAL, open_material },
  { YC_KIND_PLACE, show_on_sheet },
};

void
yc_window_open_hit (YcWindow *self, YcHit *hit)
{
  for (gsize i = 0; i < G_N_ELEMENTS (ways); i++)
    if (g_strcmp0 (ways[i].kind, yc_hit_get_kind (hit)) == 0)
      {
        ways[i].open (self, hit);
        return;
      }
  take (self, hit);
}
