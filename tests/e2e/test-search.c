/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ctrl+K in the whole program, by real keys: initials, kinds, what was chosen lately, a material, a
 * place, the clerk's own cases by number and name, and nothing at all. */
#include "yc-stage.h"

/* Ctrl+K and what is typed. */
static void
look_for (YcRobot *robot, const char *text)
{
  yc_robot_press (robot, "ctrl+k");
  yc_robot_await_focus (robot, NULL, "Search everything");
  yc_robot_type (robot, text);
}

static void
leave (YcRobot *robot)
{
  yc_robot_press (robot, "Escape");
  yc_robot_press (robot, "Escape");
  yc_robot_expect_gone (robot, NULL, "Search everything");
}

static void
find_by_initials (YcRobot *robot)
{
  yc_robot_await_focus (robot, NULL, "Need");
  look_for (robot, "jtsf");
  yc_robot_expect_text (robot, "阶梯水费办理证明");
  yc_robot_picture (robot, "search-all");
  yc_robot_press (robot, "ctrl+2");
  yc_robot_await_focus (robot, NULL, "Search everything");
  yc_robot_expect_gone (robot, NULL, "租户自己可以申请阶梯水费办理证明吗？");
  yc_robot_picture (robot, "search-kind");
  yc_robot_press (robot, "Return");
  yc_robot_expect_gone (robot, NULL, "Search everything");
}

static void
find_lately (YcRobot *robot)
{
  yc_robot_press (robot, "ctrl+k");
  yc_robot_expect_text (robot, "Looked up lately");
  yc_robot_picture (robot, "search-lately");
  yc_robot_type (robot, "zzzzqqqq");
  yc_robot_expect_text (robot, "Nothing found. Try fewer words, or the first letters of the pinyin.");
  yc_robot_picture (robot, "search-nothing");
  yc_robot_press (robot, "Tab");
  yc_robot_await_focus (robot, NULL, "Report a gap…");
  yc_robot_press (robot, "Return");
  yc_robot_expect_gone (robot, NULL, "Search everything");
  yc_robot_expect_text (robot, "zzzzqqqq");
  yc_robot_picture (robot, "search-gap");
  yc_robot_press (robot, "Escape");
}

/* A case of the clerk's that the service has: found by its number and shown masked. */
static void
find_own_case (YcStage *stage)
{
  YcRobot *robot = yc_stage_get_robot (stage);
  YcTestService *service = yc_stage_get_service (stage);
  g_autofree char *token = yc_test_service_sign_in (service, "chenxiao");
  g_autoptr (JsonObject) answer =
    yc_test_service_get (service, "/api/v1/cases?view=mine&limit=1", token, 200);
  JsonObject *a_case =
    json_array_get_object_element (json_object_get_array_member (answer, "cases"), 0);
  const char *number = json_object_get_string_member (a_case, "number");

  look_for (robot, number);
  yc_robot_expect_text (robot, number);
  yc_robot_expect_text (robot, "**");
  yc_robot_picture (robot, "search-case");
  leave (robot);
}

int
main (int argc, char **argv)
{
  g_autoptr (YcStage) stage = yc_stage_new (g_getenv ("YC_PICTURES"));
  YcRobot *robot = yc_stage_get_robot (stage);

  yc_stage_start_desk (stage);
  find_by_initials (robot);
  find_lately (robot);
  look_for (robot, "租赁合同");
  yc_robot_expect_text (robot, "房屋租赁合同");
  yc_robot_picture (robot, "search-material");
  leave (robot);
  look_for (robot, "gangbei");
  yc_robot_expect_text (robot, "岗贝社区");
  yc_robot_press (robot, "Return");
  yc_robot_expect_text (robot, "东莞市 / 东城街道 / 岗贝社区");
  yc_robot_press (robot, "Escape");
  yc_robot_expect_gone (robot, NULL, "东莞市 / 东城街道 / 岗贝社区");
  find_own_case (stage);
  return 0;
}
