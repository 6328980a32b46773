/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How patient the desk is. Private to the client room and its tests. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * YcLimits:
 * @deadline_ms: the longest time for one request, from its start to its last byte
 * @silence_ms: the longest silence on the live line before it counts as broken
 * @probe_ms: how often the line is tried while nobody is signed in
 * @backoff_ms: the first pause after a failure; doubled each time
 * @backoff_max_ms: the longest pause
 * @autosave_ms: the longest time a change stays unwritten
 * @look_ms: how long nobody may have typed before a person is looked up: each look is noted, and one
 *   for every letter of a name would be looks at others
 * @max_answer_bytes: the largest JSON answer
 * @max_document_bytes: the largest PDF
 */
typedef struct
{
  guint deadline_ms;
  guint silence_ms;
  guint probe_ms;
  guint backoff_ms;
  guint backoff_max_ms;
  guint autosave_ms;
  guint look_ms;
  gsize max_answer_bytes;
  gsize max_document_bytes;
} YcLimits;

void   yc_limits_init_defaults (YcLimits       *limits);
guint  yc_limits_backoff       (const YcLimits *limits,
                                guint           n_failures,
                                double          random);

G_END_DECLS
