/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How patient the desk is. */
#include "yc-limits.h"

#define JITTER 0.25

void
yc_limits_init_defaults (YcLimits *limits)
{
  *limits = (YcLimits) {
    .deadline_ms = 30 * 1000,
    /* The service sends a heartbeat every 15 s. */
    .silence_ms = 40 * 1000,
    .probe_ms = 15 * 1000,
    .backoff_ms = 1000,
    .backoff_max_ms = 60 * 1000,
    .autosave_ms = 400,
    .look_ms = 600,
    .max_answer_bytes = 8 * 1024 * 1024,
    .max_document_bytes = 32 * 1024 * 1024,
  };
}

/**
 * yc_limits_backoff:
 * @limits: limits
 * @n_failures: failures in a row, from 1
 * @random: from 0 to 1
 *
 * The pause doubles with each failure up to the longest one, and is shortened by up to a quarter
 * at random, so that six hundred desks do not come back in the same second.
 *
 * Returns: milliseconds
 */
guint
yc_limits_backoff (const YcLimits *limits,
                   guint           n_failures,
                   double          random)
{
  guint64 pause = limits->backoff_ms;

  for (guint i = 1; i < n_failures && pause < limits->backoff_max_ms; i++)
    pause *= 2;
  pause = MIN (pause, limits->backoff_max_ms);
  return (guint) (pause * (1.0 - JITTER * random));
}
