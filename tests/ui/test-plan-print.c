/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ctrl+P at the plan shows its sheets on paper, to be chosen by keys. Real service, real keys. */
#include "yc-preview-view.h"
#include "yc-print-panel.h"
#include "yc-test-counter.h"
#include "yc-test-window.h"
#include "yc-json.h"

static void
load_plan (YcTestCounter *counter)
{
  YcPlan *plan = yc_visit_get_plan (yc_test_counter_get_visit (counter));
  YcCitizen *citizen = yc_visit_get_citizen (yc_test_counter_get_visit (counter));
  g_autoptr (JsonNode) json = yc_json_parse (
      "{\"lists\":[\"certificate\"],\"answers\":{\"certificate\":{\"topic\":\"other\",\"other\":"
      "\"income\"}},\"items\":[\"YS-0101\",\"GA-0301\",\"JY-0901\"]}",
      -1, NULL, NULL);

  yc_citizen_set_name (citizen, "周伯安");
  yc_citizen_set_id_number (citizen, "990101198103161155");
  g_assert_true (yc_plan_load_json (plan, json, NULL));
}

static guint
wait_for_pages (YcTestCounter *counter, guint not_so_many)
{
  YcPreviewView *preview =
      YC_PREVIEW_VIEW (yc_test_counter_find (counter, YC_TYPE_PREVIEW_VIEW));

  yc_test_wait_until (
      yc_preview_view_get_document (preview) != NULL &&
      yc_document_get_n_pages (yc_preview_view_get_document (preview)) != not_so_many);
  return yc_document_get_n_pages (yc_preview_view_get_document (preview));
}

static void
test_plan_print (void)
{
  YcTestCounter counter = { 0 };
  guint n_pages;

  yc_test_counter_open (&counter, TRUE);
  yc_test_counter_sign_in (&counter, "chenxiao");
  yc_test_desk_wait_for_catalog (counter.desk);
  yc_test_counter_press (&counter, "ctrl+p");
  g_assert_false (yc_test_counter_can_read (&counter, "The plan on paper"));
  load_plan (&counter);
  yc_test_counter_press (&counter, "ctrl+p");
  yc_test_counter_wait_to_read (&counter, "The plan on paper");
  n_pages = wait_for_pages (&counter, 0);
  g_assert_cmpuint (n_pages, >=, 4);
  g_assert_nonnull (yc_test_counter_find (&counter, YC_TYPE_PRINT_PANEL));
  yc_test_take_picture ("plan-print");
  /* The notice comes to the others; without the rest it is alone. */
  yc_test_counter_press (&counter, "5");
  g_assert_cmpuint (wait_for_pages (&counter, n_pages), ==, n_pages + 1);
  for (guint i = 1; i <= 4; i++)
    {
      g_autofree char *key = g_strdup_printf ("%u", i);

      yc_test_counter_press (&counter, key);
    }
  g_assert_cmpuint (wait_for_pages (&counter, n_pages + 1), <, n_pages);
  yc_test_take_picture ("plan-print-notice");
  yc_test_counter_press (&counter, "Escape");
  yc_test_wait_until (!yc_test_counter_can_read (&counter, "The plan on paper"));
  g_assert_cmpint (yc_test_counter_get_step (&counter), ==, YC_STEP_NEED);
  yc_test_counter_close (&counter);
}

int
main (int argc, char **argv)
{
  yc_test_ui_init (&argc, &argv);
  g_test_add_func ("/ui/plan-print", test_plan_print);

  return g_test_run ();
}
