/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Mr Zhou's case, step by step, as a clerk and a reviewer do it with the keyboard. */
#include "yc-script.h"

#define DEADLINE_S 60
#define POLL_US (G_USEC_PER_SEC / 4)

/* Types what stands in one field and goes on with Enter. */
static void
enter (YcRobot *robot, const char *field, const char *text)
{
  yc_robot_await_focus (robot, NULL, field);
  yc_robot_type (robot, text);
  yc_robot_press (robot, "Return");
}

/* Answers the question on screen with a digit and waits for the next one. */
static void
answer (YcRobot *robot, const char *question, const char *keys)
{
  yc_robot_expect_text (robot, question);
  yc_robot_press (robot, keys);
}

void
yc_script_answer_list (YcStage *stage)
{
  YcRobot *robot = yc_stage_get_robot (stage);

  yc_robot_await_focus (robot, NULL, "Need");
  yc_robot_picture (robot, "reception");
  yc_robot_type (robot, "yongshui");
  yc_robot_expect_text (robot, "用水报装与水价");
  yc_robot_picture (robot, "need");
  yc_robot_press (robot, "Return");
  answer (robot, "要办哪一件事？", "1");
  answer (robot, "是哪一种用水？", "1");
  yc_robot_expect_text (robot, "现在一共住几个人？");
  yc_robot_picture (robot, "question");
  yc_robot_type (robot, "5");
  yc_robot_press (robot, "Return");
  answer (robot, "其中有租户吗？", "1");
  answer (robot, "租户是否都已办理居住证？", "2");
  yc_robot_expect_text (robot, "没有居住证的租户请尽快办理居住登记");
  yc_robot_picture (robot, "plan");
}

void
yc_script_fill_person (YcStage *stage)
{
  YcRobot *robot = yc_stage_get_robot (stage);

  yc_robot_press (robot, "ctrl+Return");
  enter (robot, "Name", YC_SCRIPT_APPLICANT);
  enter (robot, "ID number", YC_SCRIPT_ID_NUMBER);
  enter (robot, "Mobile", "10000000101");
  yc_robot_expect_text (robot, "1981-03-16");
  enter (robot, "Address", YC_SCRIPT_ADDRESS);
  yc_robot_await_focus (robot, NULL, "E-mail");
  yc_robot_type (robot, "zhou.boan@example.com");
  yc_robot_picture (robot, "applicant");
  yc_robot_press (robot, "Return");
}

void
yc_script_check_papers (YcStage *stage)
{
  YcRobot *robot = yc_stage_get_robot (stage);

  yc_robot_await_focus (robot, "list item", "申请人居民身份证");
  yc_robot_picture (robot, "materials");
  yc_robot_press (robot, "a");
  /* There are tenants: the lease is complete, not all residence permits are there yet. */
  for (int i = 0; i < 3; i++)
    yc_robot_press (robot, "Return");
  yc_robot_await_focus (robot, "list item", "房屋租赁合同");
  yc_robot_press (robot, "1");
  yc_robot_await_focus (robot, "list item", "租户居住证或居住登记凭证");
  yc_robot_press (robot, "3");
  yc_robot_picture (robot, "materials-complete");
}

static void
fill_tenant (YcRobot *robot)
{
  enter (robot, "租户 1 姓名", YC_SCRIPT_TENANT);
  enter (robot, "租户 1 身份证号", "99010119850125551X");
  enter (robot, "租户 1 入住日期", "20250301");
  yc_robot_press (robot, "1");
  yc_robot_press (robot, "Return");
  yc_robot_press (robot, "Return");
}

void
yc_script_fill_form (YcStage *stage)
{
  YcRobot *robot = yc_stage_get_robot (stage);

  yc_robot_press (robot, "ctrl+Return");
  enter (robot, "用户编号（水表户号）", YC_SCRIPT_METER);
  enter (robot, "用水地址", YC_SCRIPT_ADDRESS);
  enter (robot, "申请人与户主关系", "户主");
  enter (robot, "产权或租赁情况", "自有，部分");
  enter (robot, "自住人口", "4");
  yc_robot_press (robot, "1");
  yc_robot_press (robot, "Return");
  fill_tenant (robot);
  yc_robot_await_focus (robot, NULL, "申请事由");
  yc_robot_type (robot, "申报阶梯水价计费人口。");
  yc_robot_picture (robot, "form");
}

void
yc_script_prepare_case (YcStage *stage)
{
  YcRobot *robot = yc_stage_get_robot (stage);

  yc_script_answer_list (stage);
  yc_script_fill_person (stage);
  yc_script_check_papers (stage);
  yc_script_fill_form (stage);
  yc_robot_press (robot, "ctrl+Return");
  yc_robot_expect_text (robot, "Nothing is missing. Read it together, then send with Ctrl+Enter.");
  yc_robot_picture (robot, "check");
}

void
yc_script_submit (YcStage *stage)
{
  YcRobot *robot = yc_stage_get_robot (stage);

  yc_robot_press (robot, "ctrl+Return");
  yc_robot_expect_text (robot, "With the reviewer");
  yc_robot_picture (robot, "submitted");
}

void
yc_script_await_state (YcStage *stage, const char *state, guint n_tries)
{
  gint64 deadline = g_get_monotonic_time () + DEADLINE_S * G_USEC_PER_SEC;
  gboolean reached = FALSE;

  while (!reached)
    {
      g_autoptr (JsonObject) a_case = yc_script_get_case (stage);

      reached = g_str_equal (json_object_get_string_member (a_case, "state"), state) &&
                json_object_get_int_member (a_case, "n_tries") == n_tries;
      if (!reached && g_get_monotonic_time () > deadline)
        yc_robot_give_up (yc_stage_get_robot (stage), "The case is not %s in try %u within %d s",
                          state, n_tries, DEADLINE_S);
      if (!reached)
        g_usleep (POLL_US);
    }
}

/* The queue is oldest first: the case just sent is its last. */
static void
open_newest (YcStage *stage)
{
  YcRobot *robot = yc_stage_get_robot (stage);

  yc_robot_press (robot, "ctrl+shift+2");
  yc_robot_expect_text (robot, "Your decision");
  yc_robot_focus (robot, "list", "Cases waiting for review");
  yc_robot_press (robot, "End");
  yc_robot_expect_text (robot, YC_SCRIPT_METER);
}

void
yc_script_approve (YcStage *stage)
{
  YcRobot *robot = yc_stage_get_robot (stage);

  open_newest (stage);
  yc_robot_picture (robot, "review");
  yc_robot_press (robot, "a");
  yc_robot_expect_text (robot, "Approve: the certificate is numbered, sealed and sent at once.");
  yc_robot_picture (robot, "review-approve");
  yc_robot_press (robot, "Return");
  yc_script_await_state (stage, "issued", 1);
  yc_robot_expect_gone (robot, "label", YC_SCRIPT_METER);
  yc_robot_press (robot, "ctrl+shift+1");
}

void
yc_script_return (YcStage *stage, const char *note)
{
  YcRobot *robot = yc_stage_get_robot (stage);

  open_newest (stage);
  yc_robot_press (robot, "r");
  yc_robot_expect_text (robot, "Return to the counter: what must be mended?");
  yc_robot_press (robot, "1");
  yc_robot_press (robot, "Return");
  yc_robot_await_focus (robot, "text", "Note");
  yc_robot_type (robot, note);
  yc_robot_picture (robot, "review-return");
  yc_robot_press (robot, "ctrl+Return");
  yc_script_await_state (stage, "returned", 1);
  yc_robot_expect_gone (robot, "label", YC_SCRIPT_METER);
  yc_robot_press (robot, "ctrl+shift+1");
}

void
yc_script_print (YcStage *stage)
{
  YcRobot *robot = yc_stage_get_robot (stage);

  yc_robot_expect (robot, "push button", "Print");
  yc_robot_picture (robot, "certificate");
  yc_robot_press (robot, "ctrl+p");
}

static JsonArray *
list_cases (YcStage *stage, const char *item, JsonObject **answer)
{
  YcTestService *service = yc_stage_get_service (stage);
  g_autofree char *token = yc_test_service_sign_in (service, "chenxiao");
  g_autofree char *path = g_strdup_printf ("/api/v1/cases?view=mine&item=%s&limit=100", item);

  *answer = yc_test_service_get (service, path, token, 200);
  return json_object_get_array_member (*answer, "cases");
}

/* Sample cases are older than the test: what was submitted since it began is its own. */
static gboolean
is_of_today (JsonObject *a_case)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) at =
    g_date_time_new_from_iso8601 (json_object_get_string_member (a_case, "submitted_at"), NULL);

  return g_date_time_difference (now, at) < 30 * G_TIME_SPAN_MINUTE;
}

guint
yc_script_count_cases (YcStage *stage)
{
  g_autoptr (JsonObject) answer = NULL;
  JsonArray *cases = list_cases (stage, YC_SCRIPT_ITEM, &answer);
  guint n_cases = 0;

  for (guint i = 0; i < json_array_get_length (cases); i++)
    n_cases += is_of_today (json_array_get_object_element (cases, i)) ? 1 : 0;
  return n_cases;
}

JsonObject *
yc_script_get_case (YcStage *stage)
{
  return yc_script_get_case_of (stage, YC_SCRIPT_ITEM);
}

JsonObject *
yc_script_get_case_of (YcStage *stage, const char *item)
{
  g_autoptr (JsonObject) answer = NULL;
  JsonArray *cases = list_cases (stage, item, &answer);
  JsonObject *found = NULL;

  for (guint i = 0; i < json_array_get_length (cases); i++)
    {
      JsonObject *a_case = json_array_get_object_element (cases, i);

      if (!is_of_today (a_case))
        continue;
      g_assert_null (found);
      found = json_object_ref (a_case);
    }
  g_assert_nonnull (found);
  return found;
}
