/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One start of the desk on a stage, watched through the marks that it writes to its debug log. */
#include "yc-start.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PATIENCE_US (120 * G_USEC_PER_SEC)

/* The desk names the time itself, so how often one looks for it does not count. */
#define POLL_US 20000

/* When the desk said that it had reached @name, in milliseconds after @begin; 0 when not yet. */
static double
find_mark (const char *log, const char *name, gint64 begin)
{
  g_autofree char *words = g_strdup_printf (": %s ", name);
  const char *found = strstr (log, words);

  if (found == NULL)
    return 0;
  return (double) (g_ascii_strtoll (found + strlen (words), NULL, 10) - begin) / 1000;
}

static void
read_marks (const char *path, gint64 begin, YcStart *start)
{
  g_autofree char *log = NULL;

  if (!g_file_get_contents (path, &log, NULL, NULL))
    return;
  start->mapped = find_mark (log, "mapped", begin);
  start->painted = find_mark (log, "painted", begin);
  start->signed_in = find_mark (log, "signed-in", begin);
  start->need = find_mark (log, "need", begin);
  start->searchable = find_mark (log, "searchable", begin);
  if (start->need > 0 && start->searchable > 0)
    start->usable = MAX (start->need, start->searchable);
  if (start->searchable > 0 && find_mark (log, "in-step", begin) > 0)
    start->complete = MAX (start->searchable, find_mark (log, "in-step", begin));
}

/* Adds one thread's running and waiting time. */
static void
add_thread (int pid, const char *thread, YcStart *start)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/task/%s/schedstat", pid, thread);
  g_autofree char *text = NULL;
  gint64 ran, waited;

  if (!g_file_get_contents (path, &text, NULL, NULL) ||
      sscanf (text, "%" G_GINT64_FORMAT " %" G_GINT64_FORMAT, &ran, &waited) != 2)
    return;
  start->cpu += (double) ran / 1e6;
  if (atoi (thread) == pid)
    start->waited = (double) waited / 1e6;
}

static void
add_threads (int pid, YcStart *start)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/task", pid);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *thread;

  g_assert_nonnull (dir);
  while ((thread = g_dir_read_name (dir)) != NULL)
    add_thread (pid, thread, start);
}

static void
add_disk (int pid, YcStart *start)
{
  g_autofree char *io_path = g_strdup_printf ("/proc/%d/io", pid);
  g_autofree char *stat_path = g_strdup_printf ("/proc/%d/stat", pid);
  g_autofree char *io = NULL;
  g_autofree char *stat = NULL;
  const char *bytes;

  if (g_file_get_contents (io_path, &io, NULL, NULL) &&
      (bytes = strstr (io, "\nread_bytes: ")) != NULL)
    start->read = g_ascii_strtod (bytes + strlen ("\nread_bytes: "), NULL) / 1e6;
  /* After the name, which may have anything in it. */
  if (g_file_get_contents (stat_path, &stat, NULL, NULL))
    sscanf (strrchr (stat, ')') + 1, " %*c %*d %*d %*d %*d %*d %*u %*u %*u %u", &start->faults);
}

/* Starts the desk and waits until it has reached @goal, a member of @start. */
static void
start_desk (YcStage *stage, YcStart *start, const double *goal)
{
  g_autofree char *path = NULL;
  int fd = g_file_open_tmp ("yichuang-marks-XXXXXX", &path, NULL);
  gint64 begin;

  g_assert_cmpint (fd, >=, 0);
  g_close (fd, NULL);
  memset (start, 0, sizeof *start);
  g_setenv ("G_MESSAGES_DEBUG", "yichuang-mark", TRUE);
  yc_stage_set_desk_log (stage, path);
  begin = g_get_monotonic_time ();
  yc_stage_spawn_desk (stage);
  for (read_marks (path, begin, start); *goal == 0; read_marks (path, begin, start))
    {
      if (g_get_monotonic_time () - begin > PATIENCE_US)
        g_error ("The desk did not get far enough");
      g_usleep (POLL_US);
    }
  add_threads (yc_stage_get_desk_pid (stage), start);
  add_disk (yc_stage_get_desk_pid (stage), start);
  g_unlink (path);
}

void
yc_start_measure (YcStage *stage, YcStart *start)
{
  start_desk (stage, start, &start->usable);
}

void
yc_start_prepare (YcStage *stage, YcStart *start)
{
  start_desk (stage, start, &start->complete);
}
