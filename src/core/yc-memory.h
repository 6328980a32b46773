/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Memory that a program no longer needs goes back to the system. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * yc_memory_be_thrifty:
 *
 * For programs that run all day beside much else. Left alone, glibc soon keeps large blocks, such
 * as pages of a preview, in the midst of small ones, where they cannot be given back; and what a
 * thread has used once, such as the one that reads the catalog, stays with that thread. Call once,
 * before there are threads.
 */
void yc_memory_be_thrifty (void);

/**
 * yc_memory_give_back:
 *
 * Gives what was freed back to the system, in a thread of its own: after work that took much memory
 * and is not done again soon.
 */
void yc_memory_give_back  (void);

G_END_DECLS
