/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Moving through a form as a hand would, and what the frames on the way take. */
#pragma once

#include "yc-author-clock.h"
#include "yc-author-keys.h"
#include "yc-form-view.h"

G_BEGIN_DECLS

/**
 * YcAuthorFrames:
 * @n: how many there were
 * @begin: when the first one was there, in µs
 * @latest: when the last one was there
 * @longest: between two of them, in µs
 * @own: the most that this program itself worked for one, in µs; what else the machine does and the
 *   X server are not in it
 *
 * The frames of one move.
 */
typedef struct
{
  guint  n;
  gint64 begin;
  gint64 latest;
  gint64 longest;
  gint64 own;
  gint64 worked;
} YcAuthorFrames;

double   yc_author_frames_get_rate (const YcAuthorFrames *self);

gboolean yc_author_moves_scroll    (YcFormView           *view,
                                    YcAuthorClock        *clock,
                                    double                step,
                                    YcAuthorFrames       *frames);
gboolean yc_author_moves_page_down (YcFormView           *view,
                                    YcAuthorClock        *clock,
                                    YcAuthorKeys         *keys,
                                    YcAuthorFrames       *frames);
gboolean yc_author_moves_turn      (YcFormView           *view,
                                    YcAuthorClock        *clock,
                                    double               *longest_ms);

G_END_DECLS
