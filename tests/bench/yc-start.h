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
 * @complete: the catalog is the service's, and the index as well: ended earlier, the desk would have
 *   to fill it anew at the next start
 * @cpu: the time that all its threads ran until then
 * @waited: the time that its main thread was ready to run but had no processor, until then
 * @read: what it read from the disk until then, in MB of a million bytes
 * @faults: how often it waited for a page of a file that was not in memory, until then
 *
 * Times in milliseconds, from before the process was spawned.
 */
typedef struct
{
  double mapped;
  double painted;
  double signed_in;
  double need;
  double searchable;
  double usable;
  double complete;
  double cpu;
  double waited;
  double read;
  guint  faults;
} YcStart;

/* Starts the desk and waits until it is usable; it goes on running. */
void yc_start_measure (YcStage *stage, YcStart *start);

/* Starts the desk for the first time: signs in, and waits until it has fetched the catalog and all of
 * it can be found. */
void yc_start_prepare (YcStage *stage, YcStart *start);

G_END_DECLS
