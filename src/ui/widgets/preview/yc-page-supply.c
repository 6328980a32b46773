/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sees to it that there is something to show of the pages that are looked at. */
#include "yc-page-supply.h"

#include "yc-page-textures.h"
#include "yc-page-travel.h"

/* Pages fly by when they can be seen for little longer than they take to be drawn. Small ones, which
 * stand in for them, are drawn where the reader will be. */
#define FLYING 0.5
#define SMALL_AHEAD 40
#define SMALL_BEHIND 8

struct _YcPageSupply
{
  GObject parent_instance;

  guint             n_pages;
  YcPageTextures   *textures;
  YcPageMiniatures *miniatures; /* or NULL */
  guint             first;
  guint             last;
  double            scale;
  YcPageTravel      travel;
  gboolean          forward; /* which way it went last */
  guint             settle_id;
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_SETTLED,
  SIGNAL_REFUSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YcPageSupply, yc_page_supply, G_TYPE_OBJECT)

static double
get_speed (YcPageSupply *self)
{
  return yc_page_travel_get_speed (&self->travel, g_get_monotonic_time ());
}

static gboolean
is_drawn (YcPageSupply *self)
{
  for (guint page = self->first; page <= self->last; page++)
    if (yc_page_textures_get (self->textures, page) == NULL &&
        !yc_page_textures_is_failed (self->textures, page))
      return FALSE;
  return TRUE;
}

/* At rest when all else is done. */
static void
want_small (YcPageSupply *self, guint lead, gboolean urgent)
{
  guint from = self->forward ? MIN (self->first + lead, self->n_pages - 1)
                             : self->last - MIN (self->last, lead);

  if (self->miniatures != NULL && (urgent || is_drawn (self)))
    yc_page_miniatures_want (self->miniatures, from, self->forward, SMALL_AHEAD, SMALL_BEHIND,
                             urgent);
}

static void
stay (YcPageSupply *self)
{
  yc_page_textures_want (self->textures, self->first, self->last, self->scale, self->forward);
  want_small (self, 0, FALSE);
}

static gboolean
settle_cb (gpointer user_data)
{
  YcPageSupply *self = user_data;

  self->settle_id = 0;
  stay (self);
  g_signal_emit (self, signals[SIGNAL_SETTLED], 0);
  return G_SOURCE_REMOVE;
}

static void
fly (YcPageSupply *self)
{
  double lead = ABS (get_speed (self)) * yc_page_textures_get_delay (self->textures);

  yc_page_textures_pause (self->textures);
  want_small (self, (guint) lead, TRUE);
  g_clear_handle_id (&self->settle_id, g_source_remove);
  self->settle_id = g_timeout_add (YC_PAGE_TRAVEL_REST / 1000 + 10, settle_cb, self);
}

static void
changed_cb (YcPageSupply *self, guint page)
{
  if (page >= self->first && page <= self->last)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
drawn_cb (YcPageSupply *self, guint page)
{
  changed_cb (self, page);
  if (self->settle_id == 0)
    want_small (self, 0, FALSE);
}

static void
refused_cb (YcPageSupply *self, const char *words)
{
  g_signal_emit (self, signals[SIGNAL_REFUSED], 0, words);
}

static void
yc_page_supply_dispose (GObject *object)
{
  YcPageSupply *self = YC_PAGE_SUPPLY (object);

  g_clear_handle_id (&self->settle_id, g_source_remove);
  if (self->textures != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->textures, self);
      yc_page_textures_pause (self->textures);
    }
  g_clear_object (&self->textures);
  if (self->miniatures != NULL)
    g_signal_handlers_disconnect_by_data (self->miniatures, self);
  g_clear_object (&self->miniatures);

  G_OBJECT_CLASS (yc_page_supply_parent_class)->dispose (object);
}

static void
yc_page_supply_class_init (YcPageSupplyClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = yc_page_supply_dispose;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
  signals[SIGNAL_SETTLED] = g_signal_new ("settled", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
  signals[SIGNAL_REFUSED] = g_signal_new ("refused", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
yc_page_supply_init (YcPageSupply *self)
{
  self->forward = TRUE;
}

YcPageSupply *
yc_page_supply_new (YcDocument *document, YcPageMiniatures *miniatures)
{
  YcPageSupply *self;

  g_return_val_if_fail (YC_IS_DOCUMENT (document), NULL);

  self = g_object_new (YC_TYPE_PAGE_SUPPLY, NULL);
  self->n_pages = yc_document_get_n_pages (document);
  self->textures = yc_page_textures_new (document);
  g_signal_connect_swapped (self->textures, "changed", G_CALLBACK (drawn_cb), self);
  g_signal_connect_swapped (self->textures, "refused", G_CALLBACK (refused_cb), self);
  if (g_set_object (&self->miniatures, miniatures))
    g_signal_connect_swapped (miniatures, "changed", G_CALLBACK (changed_cb), self);
  return self;
}

void
yc_page_supply_travel (YcPageSupply *self, double place)
{
  g_return_if_fail (YC_IS_PAGE_SUPPLY (self));

  if (place != self->travel.place)
    self->forward = place > self->travel.place;
  yc_page_travel_move (&self->travel, place, g_get_monotonic_time ());
}

void
yc_page_supply_look (YcPageSupply *self, guint first, guint last, double scale)
{
  double delay;

  g_return_if_fail (YC_IS_PAGE_SUPPLY (self));
  g_return_if_fail (first <= last);
  g_return_if_fail (scale > 0);

  self->first = first;
  self->last = last;
  self->scale = scale;
  delay = yc_page_textures_get_delay (self->textures);
  if (self->miniatures != NULL && ABS (get_speed (self)) * delay > FLYING)
    fly (self);
  else
    stay (self);
}

gboolean
yc_page_supply_is_flying (YcPageSupply *self)
{
  g_return_val_if_fail (YC_IS_PAGE_SUPPLY (self), FALSE);

  return self->settle_id != 0;
}

GdkTexture *
yc_page_supply_get_texture (YcPageSupply *self, guint page)
{
  g_return_val_if_fail (YC_IS_PAGE_SUPPLY (self), NULL);

  return yc_page_textures_get (self->textures, page);
}

GdkTexture *
yc_page_supply_get_picture (YcPageSupply *self, guint page)
{
  GdkTexture *texture;

  g_return_val_if_fail (YC_IS_PAGE_SUPPLY (self), NULL);

  texture = yc_page_textures_get (self->textures, page);
  if (texture != NULL || self->miniatures == NULL)
    return texture;
  return yc_page_miniatures_get (self->miniatures, page);
}

gboolean
yc_page_supply_is_failed (YcPageSupply *self, guint page)
{
  g_return_val_if_fail (YC_IS_PAGE_SUPPLY (self), FALSE);

  return yc_page_textures_is_failed (self->textures, page);
}
