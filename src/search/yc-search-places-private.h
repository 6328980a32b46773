/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A set of positions among bodies. */
#pragma once

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

typedef struct
{
  guint64 *bits;
  gsize    n_words;
  /* Not how many: one that was added twice counts twice. */
  guint    n_added;
} YcSearchPlaces;

static inline void
yc_search_places_clear (YcSearchPlaces *self)
{
  g_clear_pointer (&self->bits, g_free);
}

/* Takes all out, and makes room for positions below @n_positions. */
static inline void
yc_search_places_prepare (YcSearchPlaces *self,
                          gsize           n_positions)
{
  gsize n_words = n_positions / 64 + 1;

  if (n_words > self->n_words)
    {
      g_free (self->bits);
      self->bits = g_new0 (guint64, n_words);
      self->n_words = n_words;
    }
  else if (self->n_added > 0)
    memset (self->bits, 0, self->n_words * sizeof *self->bits);
  self->n_added = 0;
}

static inline gboolean
yc_search_places_has (const YcSearchPlaces *self,
                      guint32               position)
{
  return position / 64 < self->n_words && (self->bits[position / 64] >> position % 64 & 1) != 0;
}

static inline void
yc_search_places_add (YcSearchPlaces *self,
                      guint32         position)
{
  /* A file may tell of positions that are not there. */
  if (position / 64 >= self->n_words)
    return;
  self->bits[position / 64] |= G_GUINT64_CONSTANT (1) << position % 64;
  self->n_added++;
}

/* Takes all out, of which there are no others than these. */
static inline void
yc_search_places_empty (YcSearchPlaces *self,
                        const guint32  *positions,
                        guint           n_positions)
{
  for (guint i = 0; i < n_positions; i++)
    if (positions[i] / 64 < self->n_words)
      self->bits[positions[i] / 64] = 0;
  self->n_added = 0;
}

G_END_DECLS
