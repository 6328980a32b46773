/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Mr Zhang's three needs in one conversation, and certificates that nobody needs: with real keys. */
#include "yc-script.h"

#define NEED "Need"
/* From the last answer up to how many years. */
#define N_ANSWERS_BACK 11

/* A need is typed in pinyin; what the field finds first is the list. */
static void
begin_list (YcRobot *robot, const char *pinyin, const char *title)
{
  yc_robot_await_focus (robot, NULL, NEED);
  yc_robot_type (robot, pinyin);
  yc_robot_expect_text (robot, title);
  yc_robot_press (robot, "Return");
}

static void
answer (YcRobot *robot, const char *question, const char *keys)
{
  yc_robot_expect_text (robot, question);
  yc_robot_press (robot, keys);
}

static void
enter (YcRobot *robot, const char *question, const char *text)
{
  yc_robot_await_focus (robot, NULL, question);
  yc_robot_type (robot, text);
  yc_robot_press (robot, "Return");
}

static void
ask_household (YcRobot *robot)
{
  begin_list (robot, "hukouyujuzhu", "户口与居住");
  answer (robot, "想办哪一件事？", "1");
  yc_robot_await_focus (robot, NULL, "户口现在在哪里？");
  yc_robot_expect_text (robot, "市外");
  yc_robot_picture (robot, "place");
  yc_robot_press (robot, "1");
  answer (robot, "符合哪一种入户条件？", "3");
  enter (robot, "在东莞连续居住并参保满几年？", "2");
  answer (robot, "在东莞办过居住登记吗？", "2");
  yc_robot_expect_text (robot, "居住、参保未满 5 年");
}

/* Where the household is was said: it is not asked again. */
static void
ask_insurance (YcRobot *robot)
{
  yc_robot_press (robot, "ctrl+1");
  begin_list (robot, "shebaoyuyibao", "社保与医保：参保和证明");
  answer (robot, "以个人身份参保", "1");
  answer (robot, "现在由单位缴纳社保吗？", "2");
  enter (robot, "参保的人几岁？", "36");
  answer (robot, "有东莞居住证吗？", "2");
  yc_robot_picture (robot, "second-list");
  answer (robot, "在东莞办过就业登记吗？", "2");
  yc_robot_expect_text (robot, "办好就业登记后");
}

/* Neither are the residence permit and the registration. */
static void
ask_schooling (YcRobot *robot)
{
  yc_robot_press (robot, "ctrl+1");
  begin_list (robot, "ruhuruxue", "入户入学：孩子在东莞上学");
  answer (robot, "孩子要上哪一阶段？", "2");
  answer (robot, "孩子是东莞户籍吗？", "2");
  answer (robot, "父母一方有人才绿卡吗？", "2");
  answer (robot, "积分入学怎么报名？", "2");
  yc_robot_expect_text (robot, "窗口先帮着预审");
}

static void
change_answer (YcRobot *robot)
{
  for (guint i = 0; i < N_ANSWERS_BACK; i++)
    yc_robot_press (robot, "Up");
  yc_robot_press (robot, "Return");
  yc_robot_await_focus (robot, NULL, "在东莞连续居住并参保满几年？");
  yc_robot_picture (robot, "changing");
  yc_robot_type (robot, "6");
  yc_robot_press (robot, "Return");
  yc_robot_expect_text (robot, "居住和参保都满 5 年");
  yc_robot_picture (robot, "changed");
}

static void
fill_person (YcRobot *robot)
{
  enter (robot, "Name", "张远帆");
  enter (robot, "ID number", "990101198809222335");
  enter (robot, "Mobile", "10000000102");
  enter (robot, "Address", "清远市样例区样例路 21 号");
  yc_robot_await_focus (robot, NULL, "E-mail");
  yc_robot_press (robot, "Return");
}

/* Story 1: three lists, one conversation, one plan; an answer changed; cases opened by a digit. */
static void
test_several_needs (void)
{
  g_autoptr (YcStage) stage = yc_stage_new (g_getenv ("YC_PICTURES"));
  YcRobot *robot = yc_stage_get_robot (stage);

  yc_stage_start_desk (stage);
  ask_household (robot);
  ask_insurance (robot);
  ask_schooling (robot);
  yc_robot_picture (robot, "plan");
  change_answer (robot);

  /* The first item is done on the phone, the third opens here: by its digit, in the field as well. */
  yc_robot_press (robot, "1");
  yc_robot_picture (robot, "elsewhere");
  yc_robot_press (robot, "ctrl+1");
  yc_robot_await_focus (robot, NULL, NEED);
  yc_robot_press (robot, "3");
  fill_person (robot);
  yc_robot_await_focus (robot, "list item", "申请人居民身份证");
  yc_robot_picture (robot, "first-case");

  /* The plug is pulled: the conversation, the plan and the case are there again. */
  yc_stage_pull_plug (stage);
  yc_stage_start_desk (stage);
  yc_robot_await_focus (robot, "list item", "申请人居民身份证");
  yc_robot_press (robot, "ctrl+1");
  yc_robot_await_focus (robot, NULL, NEED);
  yc_robot_expect_text (robot, "窗口先帮着预审");
  yc_robot_picture (robot, "restored");
}

static void
begin_next_visit (YcRobot *robot)
{
  yc_robot_await_focus (robot, "push button", "Next citizen");
  yc_robot_press (robot, "Return");
}

/* It cannot be had, and a year too early: why, from when, what until then, and nothing to open. */
static void
ask_in_vain (YcRobot *robot)
{
  begin_list (robot, "changshoubaojianjinshenqing", "长寿保健金：申请、变更、停发");
  answer (robot, "要办哪一件事？", "1");
  yc_robot_await_focus (robot, NULL, "老人的户口在哪里？");
  yc_robot_press (robot, "Return");
  yc_robot_expect_text (robot, "长寿保健金由户籍所在地发，户口不在东莞的不能申请。");
  yc_robot_expect_text (robot, "Does not qualify");
  yc_robot_await_focus (robot, "push button", "Next citizen");
  yc_robot_picture (robot, "does-not-qualify");
  /* No case opens by its number, and no key says that one would. */
  g_assert_false (yc_robot_sees_text (robot, "open a case"));
  yc_robot_press (robot, "1");
  yc_robot_await_focus (robot, "push button", "Next citizen");

  yc_robot_press (robot, "Up");
  yc_robot_press (robot, "Return");
  enter (robot, "老人的户口在哪里？", "东城街道");
  enter (robot, "老人今年满几周岁？", "79");
  yc_robot_expect_text (robot, "还没满 80 周岁，不用提前申请。");
  yc_robot_expect_text (robot, "Not yet possible");
  yc_robot_expect_text (robot, "满 80 周岁的当月，社区按户籍数据主动联系");
  yc_robot_await_focus (robot, "push button", "Next citizen");
  yc_robot_picture (robot, "not-yet");
  begin_next_visit (robot);
}

/* Story 2: before any form is opened it is said that there is nothing to apply for, or not yet. */
static void
test_nothing_needed (void)
{
  g_autoptr (YcStage) stage = yc_stage_new (g_getenv ("YC_PICTURES"));
  YcRobot *robot = yc_stage_get_robot (stage);

  yc_stage_start_desk (stage);
  ask_in_vain (robot);
  begin_list (robot, "chujuzhengming", "出具证明：要不要开、去哪里开");
  answer (robot, "证明用在哪一方面？", "2");
  answer (robot, "学校要的是哪一种证明？", "2");
  yc_robot_expect_text (robot, "计划生育证明已经取消。");
  yc_robot_expect (robot, "push button", "Next citizen");
  yc_robot_picture (robot, "abolished");

  yc_robot_await_focus (robot, "push button", "Next citizen");
  yc_robot_press (robot, "Up");
  yc_robot_press (robot, "Up");
  yc_robot_press (robot, "Return");
  answer (robot, "证明用在哪一方面？", "3");
  answer (robot, "要证明什么？", "2");
  yc_robot_expect_text (robot, "婚姻状况由本人承诺，部门核查。");
  yc_robot_picture (robot, "declaration");
  yc_robot_await_focus (robot, "push button", "Next citizen");
  yc_robot_press (robot, "d");
  yc_robot_expect_text (robot, "The declaration on paper");
  yc_robot_picture (robot, "declaration-sheet");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  /* The accessibility library warns of programs that know nothing of its cache, as GTK's do. */
  g_log_set_always_fatal (G_LOG_LEVEL_ERROR | G_LOG_LEVEL_CRITICAL);

  g_test_add_func ("/e2e/several-needs", test_several_needs);
  g_test_add_func ("/e2e/nothing-needed", test_nothing_needed);

  return g_test_run ();
}
