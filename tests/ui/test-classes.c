/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every class that a template describes can be made and goes away again. */
#include "yc-test-ui.h"

#include "yc-check-step.h"
#include "yc-columns.h"
#include "yc-conversation-view.h"
#include "yc-finder-view.h"
#include "yc-form-paper.h"
#include "yc-form-step.h"
#include "yc-item-panel.h"
#include "yc-key-hints.h"
#include "yc-load-view.h"
#include "yc-materials-step.h"
#include "yc-person-panel.h"
#include "yc-plan-panel.h"
#include "yc-question-card.h"
#include "yc-sheet.h"
#include "yc-sign-in-form.h"
#include "yc-status-corner.h"
#include "yc-step-line.h"
#include "yc-visit-tabs.h"
#include "yc-window.h"

static void
test_class (gconstpointer data)
{
  GType type = GPOINTER_TO_SIZE (data);
  GtkWidget *widget = g_object_ref_sink (g_object_new (type, NULL));

  g_assert_finalize_object (widget);
}

static void
test_window (void)
{
  YcWindow *window = yc_window_new (NULL, TRUE);

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_destroy (GTK_WINDOW (window));
  yc_test_ui_settle ();
  g_assert_null (window);
}

int
main (int argc, char *argv[])
{
  yc_test_ui_init (&argc, &argv);

  {
    const GType types[] = {
      YC_TYPE_CHECK_STEP,    YC_TYPE_COLUMNS,       YC_TYPE_CONVERSATION_VIEW,
      YC_TYPE_FINDER_VIEW,   YC_TYPE_FORM_PAPER,    YC_TYPE_FORM_STEP,
      YC_TYPE_ITEM_PANEL,    YC_TYPE_KEY_HINTS,     YC_TYPE_LOAD_VIEW,
      YC_TYPE_MATERIALS_STEP, YC_TYPE_PERSON_PANEL, YC_TYPE_PLAN_PANEL,
      YC_TYPE_QUESTION_CARD, YC_TYPE_SHEET,         YC_TYPE_SHEET_HOST,
      YC_TYPE_SIGN_IN_FORM,  YC_TYPE_STATUS_CORNER, YC_TYPE_STEP_LINE,
      YC_TYPE_VISIT_TABS,
    };

    for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
      {
        g_autofree char *path = g_strconcat ("/classes/", g_type_name (types[i]), NULL);

        g_test_add_data_func (path, GSIZE_TO_POINTER (types[i]), test_class);
      }
  }
  g_test_add_func ("/classes/YcWindow", test_window);

  return g_test_run ();
}
