/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The whole program through the main job, once smoothly and once with each kind of trouble. */
#include "yc-script.h"

#include <glib/gstdio.h>
#include <string.h>

/* What a program prints; it must end well. */
static char *
run (const char *const *arguments)
{
  g_autoptr (GError) error = NULL;
  char *output = NULL;
  int status;

  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, NULL,
                &status, &error);
  g_assert_no_error (error);
  g_spawn_check_wait_status (status, &error);
  g_assert_no_error (error);
  return output;
}

#define RUN(...) run ((const char *[]){ __VA_ARGS__, NULL })

static void
assert_contains (const char *text, const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” is not in:\n%s", part, text);
}

static GBytes *
fetch_certificate (YcStage *stage, JsonObject *a_case)
{
  YcTestService *service = yc_stage_get_service (stage);
  g_autofree char *token = yc_test_service_sign_in (service, "chenxiao");
  g_autofree char *path =
    g_strdup_printf ("/api/v1/cases/%s/certificate", json_object_get_string_member (a_case, "id"));
  g_autoptr (YcTestAnswer) answer =
    yc_test_service_request (service, "GET", path, token, NULL, NULL);

  g_assert_cmpuint (answer->status, ==, 200);
  return g_bytes_new (answer->body->data, answer->body->len);
}

/* The sheet in the tray says what was typed, and carries the certificate's number. */
static void
assert_sheet (YcStage *stage, JsonObject *a_case)
{
  g_autofree char *sheet = yc_test_cups_get_sheet (yc_stage_get_cups (stage), YC_STAGE_PRINTER, 0);
  g_autofree char *text = RUN ("pdftotext", "-layout", sheet, "-");
  JsonObject *certificate = json_object_get_object_member (a_case, "certificate");

  assert_contains (text, "阶梯水费办理证明");
  assert_contains (text, YC_SCRIPT_APPLICANT);
  assert_contains (text, YC_SCRIPT_METER);
  assert_contains (text, YC_SCRIPT_TENANT);
  assert_contains (text, json_object_get_string_member (certificate, "serial"));
}

/* The preview names the fingerprint of the file that it holds: it is that of the printed one. */
static void
assert_preview (YcStage *stage)
{
  YcRobot *robot = yc_stage_get_robot (stage);
  g_autoptr (GBytes) spooled = yc_test_cups_get_spooled (yc_stage_get_cups (stage), 1);
  g_autofree char *digits = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, spooled);
  g_autoptr (GString) words = g_string_new (NULL);

  for (gsize i = 0; digits[i] != '\0'; i += 8)
    g_string_append_printf (words, "%s%.8s", i == 0 ? "" : i == 32 ? "\n" : " ", digits + i);
  yc_robot_click (robot, "push button", "Checks");
  yc_robot_expect_text (robot, words->str);
  yc_robot_picture (robot, "fingerprint");
  yc_robot_press (robot, "Escape");
}

/* What was handed to the print server is the certificate, byte for byte, with a good signature. */
static void
assert_certificate (YcStage *stage, JsonObject *a_case)
{
  g_autoptr (GBytes) certificate = fetch_certificate (stage, a_case);
  g_autoptr (GBytes) spooled = yc_test_cups_get_spooled (yc_stage_get_cups (stage), 1);
  g_autofree char *path = NULL;
  g_autofree char *signature = NULL;
  g_autofree char *verdict = NULL;
  int file = g_file_open_tmp ("yichuang-XXXXXX.pdf", &path, NULL);

  g_assert_true (g_bytes_equal (certificate, spooled));
  g_close (file, NULL);
  g_file_set_contents (path, g_bytes_get_data (certificate, NULL), g_bytes_get_size (certificate),
                       NULL);
  signature = RUN ("pdfsig", path);
  assert_contains (signature, "Signature is Valid");
  verdict = RUN (YC_E2E_YICHUANGCTL, "certificate", "verify", "--sample", "--json", path);
  assert_contains (verdict, "\"state\": \"sample\"");
  g_unlink (path);
}

/* The service knows of exactly one print, its first. */
static void
assert_one_print (YcStage *stage, const char *id)
{
  YcTestService *service = yc_stage_get_service (stage);
  g_autofree char *token = yc_test_service_sign_in (service, "chenxiao");
  g_autofree char *path = g_strconcat ("/api/v1/cases/", id, NULL);
  g_autoptr (JsonObject) a_case = yc_test_service_get (service, path, token, 200);
  JsonArray *prints = json_object_get_array_member (a_case, "prints");
  JsonObject *print;

  g_assert_cmpuint (json_array_get_length (prints), ==, 1);
  print = json_array_get_object_element (prints, 0);
  g_assert_cmpint (json_object_get_int_member (print, "number"), ==, 1);
  g_assert_cmpuint (yc_test_cups_count_sheets (yc_stage_get_cups (stage), YC_STAGE_PRINTER), ==, 1);
}

/* From the first question to the sheet; Print is pressed twice and prints once. */
static void
test_main_job (void)
{
  g_autoptr (YcStage) stage = yc_stage_new (g_getenv ("YC_PICTURES"));
  YcRobot *robot = yc_stage_get_robot (stage);
  g_autoptr (JsonObject) a_case = NULL;

  yc_stage_start_desk (stage);
  yc_script_prepare_case (stage);
  yc_script_submit (stage);
  yc_script_approve (stage);
  yc_script_print (stage);
  yc_robot_press (robot, "ctrl+p");
  yc_robot_expect (robot, "label", "Printed");
  yc_robot_picture (robot, "printed");

  assert_preview (stage);
  a_case = yc_script_get_case (stage);
  assert_sheet (stage, a_case);
  assert_certificate (stage, a_case);
  assert_one_print (stage, json_object_get_string_member (a_case, "id"));
}

/* The reviewer sends it back; the clerk sees it without asking, mends it and sends it again. */
static void
test_return (void)
{
  g_autoptr (YcStage) stage = yc_stage_new (g_getenv ("YC_PICTURES"));
  YcRobot *robot = yc_stage_get_robot (stage);

  yc_stage_start_desk (stage);
  yc_script_prepare_case (stage);
  yc_script_submit (stage);
  yc_script_return (stage, "page 2 is missing");
  yc_robot_expect_text (robot, "page 2 is missing");
  yc_robot_picture (robot, "returned");
  yc_robot_expect (robot, "push button", "Mend");
  yc_robot_press (robot, "ctrl+Return");
  yc_robot_expect_gone (robot, "push button", "Mend");
  yc_robot_press (robot, "ctrl+4");
  yc_robot_expect (robot, "push button", "Send");
  yc_script_submit (stage);
  yc_script_await_state (stage, "submitted", 2);
}

/* The tray is empty: the desk says so for as long as it is, and prints once when it is filled. */
static void
test_out_of_paper (void)
{
  g_autoptr (YcStage) stage = yc_stage_new (g_getenv ("YC_PICTURES"));
  YcRobot *robot = yc_stage_get_robot (stage);
  YcTestCups *cups = yc_stage_get_cups (stage);
  g_autoptr (JsonObject) a_case = NULL;

  yc_stage_start_desk (stage);
  yc_script_prepare_case (stage);
  yc_script_submit (stage);
  yc_script_approve (stage);
  yc_test_cups_set_control (cups, YC_STAGE_PRINTER, "paperout");
  yc_script_print (stage);
  yc_robot_expect (robot, "label", "Out of paper");
  yc_robot_picture (robot, "out-of-paper");
  g_assert_cmpuint (yc_test_cups_count_sheets (cups, YC_STAGE_PRINTER), ==, 0);
  yc_test_cups_set_control (cups, YC_STAGE_PRINTER, "ok");
  yc_robot_expect (robot, "label", "Printed");
  a_case = yc_script_get_case (stage);
  assert_one_print (stage, json_object_get_string_member (a_case, "id"));
}

static void
kill_service_cb (gpointer data)
{
  YcStage *stage = data;

  yc_stage_kill_service (stage);
  g_atomic_int_set (yc_stage_get_mark (stage), TRUE);
}

/* The service does the work and dies before it can say so: one case, not two and not none. */
static void
test_service_killed (void)
{
  g_autoptr (YcStage) stage = yc_stage_new (g_getenv ("YC_PICTURES"));
  YcRobot *robot = yc_stage_get_robot (stage);

  yc_stage_start_desk (stage);
  yc_script_prepare_case (stage);
  yc_proxy_swallow_next (yc_stage_get_line (stage), "POST /api/v1/cases ", kill_service_cb, stage);
  yc_robot_press (robot, "ctrl+Return");
  yc_robot_expect_text (robot, "Saved here");
  yc_stage_await_mark (stage);
  yc_robot_picture (robot, "line-down");
  yc_stage_start_service (stage);
  yc_robot_set_patience (robot, 90);
  yc_robot_expect_text (robot, "With the reviewer");
  g_assert_cmpuint (yc_script_count_cases (stage), ==, 1);
}

/* The plug of the desk is pulled in the middle of the form: what was typed is there again. */
static void
test_desk_killed (void)
{
  g_autoptr (YcStage) stage = yc_stage_new (g_getenv ("YC_PICTURES"));
  YcRobot *robot = yc_stage_get_robot (stage);

  yc_stage_start_desk (stage);
  yc_script_answer_list (stage);
  yc_script_fill_person (stage);
  yc_script_check_papers (stage);
  yc_script_fill_form (stage);
  yc_stage_pull_plug (stage);
  yc_stage_start_desk (stage);
  yc_robot_expect_text (robot, "申报阶梯水价计费人口。");
  yc_robot_picture (robot, "restored");
  yc_robot_press (robot, "ctrl+4");
  yc_script_submit (stage);
  g_assert_cmpuint (yc_script_count_cases (stage), ==, 1);
}

static void
enter (YcRobot *robot, const char *field, const char *text)
{
  yc_robot_await_focus (robot, NULL, field);
  yc_robot_type (robot, text);
  yc_robot_press (robot, "Return");
}

/* The second item of the visit, from the need to its form. */
static void
take_second_item (YcRobot *robot)
{
  yc_robot_press (robot, "ctrl+1");
  yc_robot_await_focus (robot, NULL, "Need");
  yc_robot_type (robot, "供水供电报装证明");
  yc_robot_expect_text (robot, "60 分钟（需要上门核实的，1 个工作日）");
  yc_robot_press (robot, "Return");
  yc_robot_await_focus (robot, "list item", "申请人居民身份证");
  yc_robot_press (robot, "a");
  yc_robot_press (robot, "ctrl+Return");
}

/* The address is there already and says where it is from. */
static void
fill_second_form (YcRobot *robot)
{
  yc_robot_await_focus (robot, NULL, "报装种类");
  yc_robot_press (robot, "1");
  yc_robot_press (robot, "Return");
  yc_robot_await_focus (robot, NULL, "办理事项");
  yc_robot_press (robot, "1");
  yc_robot_press (robot, "Return");
  yc_robot_await_focus (robot, NULL, "房屋地址");
  yc_robot_expect (robot, "label", "From “阶梯水费办理证明”");
  yc_robot_picture (robot, "two-items-second");
  yc_robot_press (robot, "Return");
  enter (robot, "房屋用途", "自住");
  enter (robot, "房屋来源", "继承");
  enter (robot, "层数", "3");
  enter (robot, "建筑面积", "120");
  enter (robot, "用户数", "1");
  enter (robot, "申请人与房屋的关系", "权属人");
  yc_robot_await_focus (robot, NULL, "是否为共有房屋");
  yc_robot_press (robot, "2");
  yc_robot_press (robot, "Return");
  yc_robot_press (robot, "2");
  yc_robot_press (robot, "Return");
  yc_robot_await_focus (robot, NULL, "申请事由");
  yc_robot_type (robot, "新建房屋需要装表用水。");
}

static void
assert_form_value (YcStage *stage, const char *item, const char *member, const char *value)
{
  YcTestService *service = yc_stage_get_service (stage);
  g_autofree char *token = yc_test_service_sign_in (service, "chenxiao");
  g_autoptr (JsonObject) listed = yc_script_get_case_of (stage, item);
  g_autofree char *path =
    g_strconcat ("/api/v1/cases/", json_object_get_string_member (listed, "id"), NULL);
  g_autoptr (JsonObject) a_case = yc_test_service_get (service, path, token, 200);

  g_assert_cmpstr (json_object_get_string_member (json_object_get_object_member (a_case, "form"),
                                                  member), ==, value);
}

/* One form for two items: the address is asked once, each case has its own copy, and it is said on
 * either side whose it is. */
static void
test_two_items (void)
{
  g_autoptr (YcStage) stage = yc_stage_new (g_getenv ("YC_PICTURES"));
  YcRobot *robot = yc_stage_get_robot (stage);

  yc_stage_start_desk (stage);
  yc_script_answer_list (stage);
  yc_script_fill_person (stage);
  yc_script_check_papers (stage);
  yc_script_fill_form (stage);
  take_second_item (robot);
  fill_second_form (robot);
  yc_robot_press (robot, "ctrl+Return");
  yc_robot_expect_text (robot, "Nothing is missing. Read it together, then send with Ctrl+Enter.");
  yc_robot_picture (robot, "two-items-check");
  yc_script_submit (stage);

  /* The result leads on to what was not sent yet. */
  yc_robot_press (robot, "ctrl+Return");
  yc_robot_await_focus (robot, "list item", NULL);
  yc_robot_press (robot, "ctrl+3");
  yc_robot_await_focus (robot, NULL, "用户编号（水表户号）");
  yc_robot_expect (robot, "label", "Also into “供水供电报装证明”");
  yc_robot_picture (robot, "two-items-first");
  yc_robot_press (robot, "ctrl+4");
  yc_robot_expect (robot, "push button", "Send");
  yc_script_submit (stage);
  assert_form_value (stage, YC_SCRIPT_ITEM, "water_address", YC_SCRIPT_ADDRESS);
  assert_form_value (stage, "YS-0102", "address", YC_SCRIPT_ADDRESS);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  /* The accessibility library warns of programs that know nothing of its cache, as GTK's do. */
  g_log_set_always_fatal (G_LOG_LEVEL_ERROR | G_LOG_LEVEL_CRITICAL);
  g_test_add_func ("/e2e/main-job", test_main_job);
  g_test_add_func ("/e2e/return", test_return);
  g_test_add_func ("/e2e/out-of-paper", test_out_of_paper);
  g_test_add_func ("/e2e/service-killed", test_service_killed);
  g_test_add_func ("/e2e/desk-killed", test_desk_killed);
  g_test_add_func ("/e2e/two-items", test_two_items);
  return g_test_run ();
}
