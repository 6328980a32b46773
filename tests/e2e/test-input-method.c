/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Typing pinyin with a real input method: while it composes, keys are its own and not the desk's.
 * What is still being composed is not in a field's text. So each test shows that a key did nothing
 * else by going on typing: what follows must arrive in the same field. */
#include "yc-input-method.h"
#include "yc-script.h"
#include "yc-test-folder.h"

#include <string.h>

#define ANY_CHINESE "*"

static YcInputMethod *input_method;

static gboolean
is_chinese (const char *text)
{
  if (*text == '\0')
    return FALSE;
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_get_script (g_utf8_get_char (text)) != G_UNICODE_SCRIPT_HAN)
      return FALSE;
  return TRUE;
}

/* @expected may end in ANY_CHINESE: which characters a syllable gives is the engine's business. */
static gboolean
fits (const char *text, const char *expected)
{
  size_t fixed = strcspn (expected, ANY_CHINESE);

  if (expected[fixed] == '\0')
    return g_str_equal (text, expected);
  return strncmp (text, expected, fixed) == 0 && is_chinese (text + fixed);
}

static void
await_text (YcRobot *robot, const char *field, const char *expected)
{
  gint64 end = g_get_monotonic_time () + 60 * G_USEC_PER_SEC;
  g_autofree char *text = NULL;

  do
    {
      if (g_get_monotonic_time () > end)
        yc_robot_give_up (robot, "“%s” has “%s” and not “%s”", field, text, expected);
      g_free (text);
      text = yc_robot_read (robot, "text", field);
      if (text == NULL)
        text = g_strdup ("");
    }
  while (!fits (text, expected));
}

/* Types letters, which are composed, and ends that with a key. */
static void
compose (YcRobot *robot, const char *letters, const char *key)
{
  yc_robot_type (robot, letters);
  yc_robot_press (robot, key);
}

static void
clear (YcRobot *robot, const char *field)
{
  yc_robot_press (robot, "ctrl+a");
  yc_robot_press (robot, "BackSpace");
  await_text (robot, field, "");
}

/* Enter while composing stays in the field; the next Enter goes on. */
static void
assert_enter_stays (YcRobot *robot, const char *field, const char *next)
{
  yc_robot_await_focus (robot, NULL, field);
  compose (robot, "zhou", "Return");
  await_text (robot, field, "zhou");
  compose (robot, "huang", "space");
  await_text (robot, field, "zhou" ANY_CHINESE);
  yc_robot_press (robot, "Return");
  yc_robot_await_focus (robot, NULL, next);
}

static YcStage *
open_desk (void)
{
  YcStage *stage = yc_stage_new (g_getenv ("YC_PICTURES"));

  yc_stage_start_desk (stage);
  yc_robot_await_focus (yc_stage_get_robot (stage), NULL, "Need");
  return stage;
}

/* Finds the list of questions about water, in Chinese, and opens it. */
static void
open_list (YcRobot *robot)
{
  compose (robot, "yongshui", "space");
  await_text (robot, "Need", "用水");
  yc_robot_expect (robot, "list item", "用水报装与水价");
  yc_robot_picture (robot, "composed");
  yc_robot_press (robot, "Return");
  yc_robot_expect (robot, "label", "要办哪一件事？");
}

static void
test_need (void)
{
  g_autoptr (YcStage) stage = open_desk ();
  YcRobot *robot = yc_stage_get_robot (stage);

  /* Enter commits the letters, for which there are hits, but opens none. */
  compose (robot, "yongshui", "Return");
  await_text (robot, "Need", "yongshui");
  yc_robot_expect (robot, "list item", "用水报装与水价");
  compose (robot, "zheng", "Return");
  await_text (robot, "Need", "yongshuizheng");
  yc_robot_press (robot, "Escape");
  await_text (robot, "Need", "");

  /* Escape ends composing and leaves what stands there. */
  compose (robot, "yongshui", "space");
  await_text (robot, "Need", "用水");
  compose (robot, "nihao", "Escape");
  compose (robot, "zheng", "Return");
  await_text (robot, "Need", "用水zheng");
  yc_robot_press (robot, "Escape");
  await_text (robot, "Need", "");
  open_list (robot);
}

/* A digit chooses a candidate, also while a question waits whose answers are numbered. */
static void
test_digits (void)
{
  g_autoptr (YcStage) stage = open_desk ();
  YcRobot *robot = yc_stage_get_robot (stage);

  compose (robot, "shi", "2");
  await_text (robot, "Need", ANY_CHINESE);
  clear (robot, "Need");
  open_list (robot);
  yc_robot_press (robot, "shift+Tab");
  yc_robot_await_focus (robot, NULL, "Need");
  compose (robot, "shi", "2");
  await_text (robot, "Need", ANY_CHINESE);
  g_assert_true (yc_robot_sees (robot, "label", "要办哪一件事？"));
  g_assert_false (yc_robot_sees_text (robot, "是哪一种用水？"));
}

static void
answer_list (YcRobot *robot)
{
  open_list (robot);
  yc_robot_press (robot, "1");
  yc_robot_expect (robot, "label", "是哪一种用水？");
  /* A number is not composed: it does not wait for an input method that is slow, nor is it lost. */
  yc_input_method_set_paused (input_method, TRUE);
  yc_robot_press (robot, "1");
  yc_robot_await_focus (robot, NULL, "现在一共住几个人？");
  yc_robot_type (robot, "5");
  yc_robot_press (robot, "Return");
  yc_robot_expect (robot, "label", "其中有租户吗？");
  yc_input_method_set_paused (input_method, FALSE);
  yc_robot_press (robot, "1");
  yc_robot_expect (robot, "label", "租户是否都已办理居住证？");
  yc_robot_press (robot, "2");
  yc_robot_expect_text (robot, "没有居住证的租户请尽快办理居住登记");
}

static void
test_person (void)
{
  g_autoptr (YcStage) stage = open_desk ();
  YcRobot *robot = yc_stage_get_robot (stage);

  answer_list (robot);
  yc_robot_press (robot, "ctrl+Return");
  assert_enter_stays (robot, "Name", "ID number");
  /* Digits, typed as fast as a card reader does, keep their order, and nothing is composed of the
   * letter at the end. */
  compose (robot, "99010119850125551x", "Return");
  await_text (robot, "ID number", "99010119850125551x");
  yc_robot_await_focus (robot, NULL, "Mobile");
}

static void
test_form (void)
{
  g_autoptr (YcStage) stage = open_desk ();
  YcRobot *robot = yc_stage_get_robot (stage);

  answer_list (robot);
  yc_robot_press (robot, "ctrl+3");
  yc_robot_await_focus (robot, NULL, "用户编号（水表户号）");
  yc_robot_type (robot, "20260101");
  yc_robot_press (robot, "Return");
  assert_enter_stays (robot, "用水地址", "申请人与户主关系");

  /* A choice that is looked for by typing. */
  compose (robot, "peiou", "Return");
  await_text (robot, "申请人与户主关系", "peiou");
  clear (robot, "申请人与户主关系");
  compose (robot, "peiou", "space");
  await_text (robot, "申请人与户主关系", "配偶");
  compose (robot, "zhou", "Escape");
  yc_robot_press (robot, "Return");
  yc_robot_await_focus (robot, NULL, "产权或租赁情况");
  await_text (robot, "申请人与户主关系", "配偶");
}

/* The case is fetched when it is chosen; R does nothing before it is there. */
static gboolean
begin_return (YcRobot *robot)
{
  yc_robot_press (robot, "r");
  return yc_robot_sees (robot, "label", "Return to the counter: what must be mended?");
}

/* Escape while composing the note leaves the decision as it is. */
static void
test_review (void)
{
  g_autoptr (YcStage) stage = open_desk ();
  YcRobot *robot = yc_stage_get_robot (stage);

  yc_robot_press (robot, "ctrl+shift+2");
  yc_robot_expect_text (robot, "Your decision");
  yc_robot_focus (robot, "list", "Cases waiting for review");
  yc_robot_press (robot, "End");
  yc_test_wait_until (begin_return (robot));
  yc_robot_press (robot, "1");
  yc_robot_press (robot, "Return");
  yc_robot_await_focus (robot, "text", "Note");
  compose (robot, "que", "space");
  await_text (robot, "Note", ANY_CHINESE);
  compose (robot, "qianming", "Escape");
  compose (robot, "ye", "space");
  await_text (robot, "Note", ANY_CHINESE);
  yc_robot_await_focus (robot, "text", "Note");
  compose (robot, "a", "Return");
  yc_robot_picture (robot, "note");
}

int
main (int argc, char *argv[])
{
  const char *name = g_getenv ("YC_INPUT_METHOD");
  int status;

  g_test_init (&argc, &argv, NULL);
  /* The accessibility library warns of programs that know nothing of its cache, as GTK's do. */
  g_log_set_always_fatal (G_LOG_LEVEL_ERROR | G_LOG_LEVEL_CRITICAL);
  input_method = yc_input_method_new (name);
  g_test_add_func ("/e2e/input-method/need", test_need);
  g_test_add_func ("/e2e/input-method/person", test_person);
  g_test_add_func ("/e2e/input-method/form", test_form);
  /* The other one is at the same desk: what it might do differently has been seen by now. */
  if (g_str_equal (name, "ibus"))
    {
      g_test_add_func ("/e2e/input-method/digits", test_digits);
      g_test_add_func ("/e2e/input-method/review", test_review);
    }
  status = g_test_run ();
  yc_input_method_free (input_method);
  return status;
}
