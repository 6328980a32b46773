/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The main job done unattended, with a picture of each step, the certificate and the sheet. */
#include "yc-script.h"

#include "yc-test-folder.h"

/* resources/demo/cases.json; of its cases no more than these wait. */
#define SAMPLE_PHOTOGRAPH "样例 房屋正面.jpg"
#define MAX_WAITING 12

static void
run (const char *program, const char *first, ...)
{
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  const char *argument;
  int status;
  va_list list;

  g_ptr_array_add (arguments, (gpointer) program);
  va_start (list, first);
  for (argument = first; argument != NULL; argument = va_arg (list, const char *))
    g_ptr_array_add (arguments, (gpointer) argument);
  va_end (list);
  g_ptr_array_add (arguments, NULL);
  g_spawn_sync (NULL, (char **) arguments->pdata, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL,
                NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
}

static void
save_certificate (YcStage *stage, const char *folder)
{
  g_autoptr (JsonObject) a_case = yc_script_get_case (stage);
  g_autofree char *token = yc_test_service_sign_in (yc_stage_get_service (stage), "chenxiao");
  g_autofree char *address =
    g_strdup_printf ("/api/v1/cases/%s/certificate", json_object_get_string_member (a_case, "id"));
  g_autoptr (YcTestAnswer) answer =
    yc_test_service_request (yc_stage_get_service (stage), "GET", address, token, NULL, NULL);
  g_autofree char *path = g_build_filename (folder, "certificate.pdf", NULL);

  g_assert_cmpuint (answer->status, ==, 200);
  g_assert_true (g_file_set_contents (path, (const char *) answer->body->data,
                                      answer->body->len, NULL));
}

static void
save_sheet (YcStage *stage, const char *folder)
{
  g_autofree char *sheet = yc_test_cups_get_sheet (yc_stage_get_cups (stage), YC_STAGE_PRINTER, 0);
  g_autofree char *copy = g_build_filename (folder, "printed-sheet.pdf", NULL);
  g_autofree char *picture = g_build_filename (folder, "printed-sheet", NULL);

  run ("cp", sheet, copy, NULL);
  run ("pdftoppm", "-r", "96", "-png", "-singlefile", copy, picture, NULL);
}

/* A sample case in the queue has photographs attached; the reviewer looks at them. */
static void
show_files (YcStage *stage)
{
  YcRobot *robot = yc_stage_get_robot (stage);

  yc_robot_press (robot, "ctrl+shift+2");
  yc_robot_expect_text (robot, "Your decision");
  yc_robot_focus (robot, "list", "Cases waiting for review");
  yc_robot_press (robot, "Home");
  for (int i = 0; i < MAX_WAITING && !yc_robot_sees_text (robot, SAMPLE_PHOTOGRAPH); i++)
    yc_robot_press (robot, "Down");
  yc_robot_expect_text (robot, SAMPLE_PHOTOGRAPH);
  yc_robot_picture (robot, "review-files");
  yc_robot_press (robot, "ctrl+shift+1");
}

static void
show_other_places (YcStage *stage)
{
  YcRobot *robot = yc_stage_get_robot (stage);

  yc_robot_press (robot, "alt+2");
  yc_robot_picture (robot, "cases");
  yc_robot_press (robot, "alt+3");
  yc_robot_picture (robot, "certificates");
  yc_robot_press (robot, "ctrl+shift+3");
  yc_robot_expect (robot, NULL, "Returns");
  yc_robot_expect_text (robot, "Return rate");
  yc_robot_picture (robot, "returns");
}

int
main (int argc, char *argv[])
{
  g_autoptr (YcStage) stage = NULL;
  YcRobot *robot;

  if (argc != 2)
    {
      g_printerr ("usage: tour FOLDER\n");
      return 2;
    }
  stage = yc_stage_new (argv[1]);
  robot = yc_stage_get_robot (stage);
  yc_stage_start_desk (stage);
  yc_script_prepare_case (stage);
  yc_script_submit (stage);
  yc_script_approve (stage);
  yc_script_print (stage);
  yc_robot_expect (robot, "label", "Printed");
  yc_robot_picture (robot, "printed");
  save_certificate (stage, argv[1]);
  save_sheet (stage, argv[1]);
  show_files (stage);
  show_other_places (stage);
  return 0;
}
