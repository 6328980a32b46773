/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the marks that a desk writes to its debug log as soon as they are written. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _YcMarkReader YcMarkReader;

/* From now on programs that this one starts write marks. */
YcMarkReader *yc_mark_reader_new      (void);
void          yc_mark_reader_free     (YcMarkReader *self);
/* The file that the program is to write its standard output to. */
const char   *yc_mark_reader_get_path (YcMarkReader *self);
/* Waits for the first mark @name not before @time, as g_get_monotonic_time(), among those not read
 * yet, and returns its time. Ends the program when it does not come within a minute. */
gint64        yc_mark_reader_await    (YcMarkReader *self,
                                       const char   *name,
                                       gint64        time);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcMarkReader, yc_mark_reader_free)

G_END_DECLS
