/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keys that came before the answer to what was typed; they are about nothing else. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * YcHeldKeys:
 * @group: the kind that is to be looked at, -1 for none
 * @steps: how far down to go among the hits
 * @enter: whether the hit there is to be taken
 */
typedef struct
{
  int      group;
  int      steps;
  gboolean enter;
} YcHeldKeys;

#define YC_HELD_KEYS_NONE ((YcHeldKeys){ .group = -1 })

static inline gboolean
yc_held_keys_any (const YcHeldKeys *self)
{
  return self->enter || self->steps > 0 || self->group >= 0;
}

G_END_DECLS
