/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How much memory the desk holds after the main job, done once through with a city's catalog: its
 * share of what it has in common with others, and what is its own. */
#include "yc-city.h"
#include "yc-script.h"
#include "yc-start.h"

#include <stdio.h>
#include <string.h>

/* In MB of a million bytes. */
static double
read_megabytes (const char *rollup, const char *name)
{
  const char *found = strstr (rollup, name);

  g_assert_nonnull (found);
  return g_ascii_strtod (found + strlen (name), NULL) * 1024 / 1e6;
}

static void
report (YcStage *stage, const char *after)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/smaps_rollup", yc_stage_get_desk_pid (stage));
  g_autofree char *rollup = NULL;

  g_assert_true (g_file_get_contents (path, &rollup, NULL, NULL));
  printf ("{\"bench\":\"memory\",\"after\":\"%s\",\"items\":%d,\"entries\":%d,\"pss_mb\":%.1f,"
          "\"anonymous_mb\":%.1f,\"rss_mb\":%.1f,\"budget_pss_mb\":120}\n",
          after, YC_CITY_ITEMS, YC_CITY_ENTRIES, read_megabytes (rollup, "\nPss:"),
          read_megabytes (rollup, "\nPss_Anon:"), read_megabytes (rollup, "\nRss:"));
  fflush (stdout);
}

int
main (void)
{
  g_autoptr (YcStage) stage = yc_stage_new (NULL);
  YcRobot *robot = yc_stage_get_robot (stage);
  YcStart start;

  yc_city_publish (yc_stage_get_service (stage));
  yc_start_prepare (stage, &start);
  yc_stage_stop_desk (stage);
  yc_start_measure (stage, &start);
  yc_robot_watch (robot, "yichuang");
  report (stage, "start");
  yc_script_prepare_case (stage);
  yc_script_submit (stage);
  yc_script_approve (stage);
  yc_script_print (stage);
  yc_robot_expect (robot, "label", "Printed");
  report (stage, "main job");
  return 0;
}
