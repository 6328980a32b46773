/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ctrl+P at the form shows it on paper, with the panel that prints it. Real service, real keys. */
#include "yc-preview-view.h"
#include "yc-print-panel.h"
#include "yc-test-counter.h"
#include "yc-test-window.h"

static void
test_form_print (void)
{
  YcTestCounter counter = { 0 };
  YcPreviewView *preview;

  yc_test_counter_open (&counter, TRUE);
  yc_test_counter_sign_in (&counter, "chenxiao");
  yc_test_desk_wait_for_catalog (counter.desk);
  yc_test_counter_fill_draft (&counter);
  yc_test_counter_press (&counter, "ctrl+3");
  yc_test_wait_until (yc_test_counter_get_step (&counter) == YC_STEP_FORM);
  yc_test_take_picture ("form-print-before");
  yc_test_counter_press (&counter, "ctrl+p");
  yc_test_counter_wait_to_read (&counter, "The form on paper");
  preview = YC_PREVIEW_VIEW (yc_test_counter_find (&counter, YC_TYPE_PREVIEW_VIEW));
  yc_test_wait_until (yc_preview_view_get_document (preview) != NULL);
  g_assert_cmpuint (yc_document_get_n_pages (yc_preview_view_get_document (preview)), >=, 1);
  g_assert_nonnull (yc_test_counter_find (&counter, YC_TYPE_PRINT_PANEL));
  yc_test_take_picture ("form-print");
  yc_test_counter_press (&counter, "Escape");
  yc_test_wait_until (!yc_test_counter_can_read (&counter, "The form on paper"));
  g_assert_cmpint (yc_test_counter_get_step (&counter), ==, YC_STEP_FORM);
  yc_test_counter_close (&counter);
}

int
main (int argc, char **argv)
{
  yc_test_ui_init (&argc, &argv);
  g_test_add_func ("/ui/form-print", test_form_print);

  return g_test_run ();
}
