/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One start of the desk on a stage, watched through the marks that it writes to its debug log. */
#pragma once

#include "yc-stage.h"

G_BEGIN_DECLS

/**
 * YcStart:
 * @mapped: the window is mapped
 * @painted: it was painted for the first time
 * @signed_in: the answer to the sign-in is there; 0 when an earlier session goes on
 * @need: it was painted with the cursor in the need field
 * @searchable: the whole catalog is found by typing
 * @usable: the later of the last two
 * @in_step: the catalog is the service's
 * @cpu: the time that all its threads ran until then
 * @waited: the time that its main thread was ready to run but had no processor, until then
 *
 * All in milliseconds, from before the process was spawned.
 */
typedef struct
{
  double mapped;
  double painted;
  double signed_in;
  double need;
  double searchable;
  double usable;
  double in_step;
  double cpu;
  double waited;
} YcStart;

/* Starts the desk and waits until it is usable; it goes on running. */
void yc_start_measure (YcStage *stage, YcStart *start);

/* Starts the desk for the first time: signs in, and waits until it has fetched the catalog. */
void yc_start_prepare (YcStage *stage, YcStart *start);

G_END_DECLS
