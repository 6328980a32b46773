/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How often and how lately each document was chosen at this desk. */
#include "yc-search-usage-private.h"

#include <math.h>

/* Half forgotten after so many days. */
#define HALF_LIFE 14.0

/* What was chosen a hundred times today is worth so much more; never as much as lies between a hit
 * in the title and one in the tags. */
#define MOST_BOOST 0.25
#define MOST_COUNT 100

struct _YcSearchUsage
{
  GArray *uses;
};

static void
clear_use (gpointer data)
{
  YcSearchUse *use = data;

  g_free (use->kind);
  g_free (use->id);
}

YcSearchUsage *
yc_search_usage_new (void)
{
  YcSearchUsage *self = g_atomic_rc_box_new0 (YcSearchUsage);

  self->uses = g_array_new (FALSE, FALSE, sizeof (YcSearchUse));
  g_array_set_clear_func (self->uses, clear_use);
  return self;
}

YcSearchUsage *
yc_search_usage_ref (YcSearchUsage *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_usage (gpointer data)
{
  YcSearchUsage *self = data;

  g_array_unref (self->uses);
}

void
yc_search_usage_unref (YcSearchUsage *self)
{
  g_atomic_rc_box_release_full (self, clear_usage);
}

void
yc_search_usage_add (YcSearchUsage *self,
                     const char    *kind,
                     const char    *id,
                     guint          count,
                     guint          days)
{
  double often = log1p (MIN (count, MOST_COUNT)) / log1p (MOST_COUNT);
  YcSearchUse use;

  g_return_if_fail (self != NULL);
  g_return_if_fail (kind != NULL && id != NULL);

  use.kind = g_strdup (kind);
  use.id = g_strdup (id);
  use.boost = 1 + MOST_BOOST * often * exp2 (-(days / HALF_LIFE));
  g_array_append_val (self->uses, use);
}

const GArray *
yc_search_usage_get_uses (YcSearchUsage *self)
{
  return self->uses;
}
