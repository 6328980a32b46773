/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How much memory the desk and its page server hold after the main job, done once through with a
 * city's catalog: their share of what they have in common with others, and what is their own. Prints
 * one JSON line. */
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

static double
read_process (GPid process, const char *name)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/smaps_rollup", process);
  g_autofree char *rollup = NULL;

  g_assert_true (g_file_get_contents (path, &rollup, NULL, NULL));
  return read_megabytes (rollup, name);
}

/* The page server while there is one: the main thread starts no other program. */
static double
read_children (GPid process, const char *name)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/task/%d/children", process, process);
  g_autofree char *line = NULL;
  g_auto (GStrv) children = NULL;
  double sum = 0;

  g_assert_true (g_file_get_contents (path, &line, NULL, NULL));
  children = g_strsplit (g_strstrip (line), " ", -1);
  for (guint i = 0; children[i] != NULL; i++)
    sum += read_process ((GPid) g_ascii_strtoll (children[i], NULL, 10), name);
  return sum;
}

static void
report (YcStage *stage, const char *after)
{
  GPid desk = yc_stage_get_desk_pid (stage);
  double own = read_process (desk, "\nPss:");
  double pages = read_children (desk, "\nPss:");

  printf (",\"%s_pss_mb\":%.1f,\"%s_desk_mb\":%.1f,\"%s_page_server_mb\":%.1f,"
          "\"%s_anonymous_mb\":%.1f",
          after, own + pages, after, own, after, pages, after,
          read_process (desk, "\nPss_Anon:") + read_children (desk, "\nPss_Anon:"));
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
  printf ("{\"bench\":\"memory\",\"items\":%d,\"entries\":%d", YC_CITY_ITEMS, YC_CITY_ENTRIES);
  report (stage, "start");
  yc_script_prepare_case (stage);
  yc_script_submit (stage);
  yc_script_approve (stage);
  yc_script_print (stage);
  yc_robot_expect (robot, "label", "Printed");
  report (stage, "main_job");
  printf (",\"budget_pss_mb\":120}\n");
  return 0;
}
