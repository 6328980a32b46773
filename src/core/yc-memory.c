/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Memory that a program no longer needs goes back to the system. */
#include "yc-memory.h"

#include <malloc.h>

void
yc_memory_be_thrifty (void)
{
#ifdef __GLIBC__
  mallopt (M_MMAP_THRESHOLD, 1024 * 1024);
  mallopt (M_TRIM_THRESHOLD, 4 * 1024 * 1024);
  mallopt (M_ARENA_MAX, 2);
#endif
}

#ifdef __GLIBC__
static gpointer
trim (gpointer data)
{
  malloc_trim (0);
  return NULL;
}
#endif

void
yc_memory_give_back (void)
{
#ifdef __GLIBC__
  g_thread_unref (g_thread_new ("give-back", trim, NULL));
#endif
}
