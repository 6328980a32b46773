/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The whole desk with a city's catalog in its cache: how long until a clerk whose session goes on
 * can type a need and finds whatever the city has, cold (program, libraries, fonts and data only on
 * the disk) and warm. What is typed then is looked for on the screen, so that "usable" is true. */
#include "yc-city.h"
#include "yc-start.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define N_WARM 5

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

int
main (void)
{
  g_autoptr (YcStage) stage = yc_stage_new (NULL);
  YcStart first, cold, warm[N_WARM], *middle = &warm[N_WARM / 2];
  gboolean forgotten;

  yc_city_publish (yc_stage_get_service (stage));
  /* The first start signs in and fetches the catalog; the later ones have both. */
  yc_start_prepare (stage, &first);
  try_typing (stage);
  forgotten = forget_files ();
  measure (stage, &cold);
  for (guint i = 0; i < N_WARM; i++)
    measure (stage, &warm[i]);
  qsort (warm, N_WARM, sizeof *warm, compare);
  printf ("{\"bench\":\"start\",\"items\":%d,\"entries\":%d,\"cold_ms\":%.0f,\"caches_dropped\":%s,"
          "\"budget_cold_ms\":1000,\"warm_p50_ms\":%.0f,\"warm_worst_ms\":%.0f,"
          "\"budget_warm_ms\":500,\"warm_mapped_ms\":%.0f,\"warm_painted_ms\":%.0f,"
          "\"warm_need_ms\":%.0f,\"warm_searchable_ms\":%.0f,\"warm_cpu_ms\":%.0f,"
          "\"warm_waited_ms\":%.0f,\"cold_need_ms\":%.0f,\"cold_searchable_ms\":%.0f,"
          "\"sign_in_to_need_ms\":%.0f,\"load\":%.1f}\n",
          YC_CITY_ITEMS, YC_CITY_ENTRIES, cold.usable, forgotten ? "true" : "false", middle->usable,
          warm[N_WARM - 1].usable, middle->mapped, middle->painted, middle->need,
          middle->searchable, middle->cpu, middle->waited, cold.need, cold.searchable,
          first.need - first.signed_in, get_load ());
  return 0;
}
