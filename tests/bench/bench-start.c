/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The whole desk with a city's catalog in its cache: how long until a clerk whose session goes on
 * can type a need and finds whatever the city has, cold (program, libraries, fonts and data only on
 * the disk) and warm. What is typed then is looked for on the screen, so that "usable" is true. */
#include "yc-city.h"
#include "yc-start.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* So many cold starts and as many warm ones, in turns: what else the computer does meets both. */
#define N_STARTS 7

/* As after the computer was switched on: nothing of the program in memory. Needs root. */
static gboolean
forget_files (void)
{
  FILE *file = fopen ("/proc/sys/vm/drop_caches", "w");
  gboolean forgotten;

  sync ();
  if (file == NULL)
    return FALSE;
  forgotten = fputs ("3\n", file) >= 0;
  return fclose (file) == 0 && forgotten;
}

static void
measure (YcStage *stage, YcStart *start)
{
  yc_start_measure (stage, start);
  yc_stage_stop_desk (stage);
}

/* An item of the city, by its initials, and an entry by words of its body. */
static void
try_typing (YcStage *stage)
{
  YcRobot *robot = yc_stage_get_robot (stage);

  yc_robot_watch (robot, "yichuang");
  yc_robot_await_focus (robot, NULL, "Need");
  yc_robot_type (robot, "jtsf");
  yc_robot_expect_text (robot, "阶梯水费办理证明");
  yc_stage_stop_desk (stage);
}

static int
compare (const void *a, const void *b)
{
  const YcStart *x = a, *y = b;

  return (x->usable > y->usable) - (x->usable < y->usable);
}

static double
get_load (void)
{
  double load = 0;

  return getloadavg (&load, 1) == 1 ? load : -1;
}

/* The one in the middle of all starts. */
static void
print_starts (const char *name, YcStart *starts, double budget_ms)
{
  YcStart *middle = &starts[N_STARTS / 2];

  qsort (starts, N_STARTS, sizeof *starts, compare);
  printf (",\"%s_p50_ms\":%.0f,\"%s_best_ms\":%.0f,\"%s_worst_ms\":%.0f,\"budget_%s_ms\":%.0f",
          name, middle->usable, name, starts[0].usable, name, starts[N_STARTS - 1].usable, name,
          budget_ms);
  printf (",\"%s_mapped_ms\":%.0f,\"%s_painted_ms\":%.0f,\"%s_need_ms\":%.0f,"
          "\"%s_searchable_ms\":%.0f,\"%s_cpu_ms\":%.0f,\"%s_waited_ms\":%.0f,"
          "\"%s_read_mb\":%.1f,\"%s_faults\":%u",
          name, middle->mapped, name, middle->painted, name, middle->need, name,
          middle->searchable, name, middle->cpu, name, middle->waited, name, middle->read, name,
          middle->faults);
}

int
main (void)
{
  g_autoptr (YcStage) stage = yc_stage_new (NULL);
  YcStart first, cold[N_STARTS], warm[N_STARTS];
  gboolean forgotten = TRUE;

  yc_city_publish (yc_stage_get_service (stage));
  /* The first start signs in and fetches the catalog; the later ones have both. */
  yc_start_prepare (stage, &first);
  try_typing (stage);
  for (guint i = 0; i < N_STARTS; i++)
    {
      forgotten = forget_files () && forgotten;
      measure (stage, &cold[i]);
      measure (stage, &warm[i]);
    }
  printf ("{\"bench\":\"start\",\"items\":%d,\"entries\":%d,\"caches_dropped\":%s", YC_CITY_ITEMS,
          YC_CITY_ENTRIES, forgotten ? "true" : "false");
  print_starts ("cold", cold, 1000);
  print_starts ("warm", warm, 500);
  printf (",\"sign_in_to_need_ms\":%.0f,\"load\":%.1f}\n", first.need - first.signed_in,
          get_load ());
  return 0;
}
