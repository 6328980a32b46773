/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ctrl+P at the plan shows its sheets on paper, to be chosen by keys, and again prints them. Real
 * service, real keys, a real print server. */
#include "yc-json.h"
#include "yc-preview-view.h"
#include "yc-print-panel.h"
#include "yc-test-counter.h"
#include "yc-test-cups.h"
#include "yc-test-window.h"

#define PRINTER "counter-1"

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

/* (transfer full): what can be read on the paper that the @n-th print brought out, a text for each
 * page, without the spaces between its columns */
static char **
print (YcTestCounter *counter, YcTestCups *cups, guint n)
{
  g_autofree char *sheet = NULL;
  g_autofree char *text = NULL;
  g_autofree char *read = NULL;
  g_autoptr (GRegex) spaces = g_regex_new ("[^\\S\\f]+", 0, 0, NULL);
  g_autoptr (GError) error = NULL;
  const char *argv[] = { "pdftotext", "-layout", NULL, "-", NULL };

  yc_test_counter_press (counter, "ctrl+p");
  yc_test_wait_until (yc_test_cups_count_sheets (cups, PRINTER) == n);
  argv[2] = sheet = yc_test_cups_get_sheet (cups, PRINTER, n - 1);
  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text,
                               NULL, NULL, &error));
  g_assert_no_error (error);
  read = g_regex_replace_literal (spaces, text, -1, 0, "", 0, &error);
  g_assert_no_error (error);
  return g_strsplit (read, "\f", -1);
}

static guint
count (const char *text, const char *part)
{
  guint n = 0;

  for (const char *found = text; (found = strstr (found, part)) != NULL; found += strlen (part))
    n++;
  return n;
}

static void
assert_items (YcPlan *plan, const char *page, gboolean by_code)
{
  GListModel *entries = yc_plan_get_entries (plan);
  guint n_items = 0;

  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (YcPlanEntry) entry = g_list_model_get_item (entries, i);
      YcItem *item = yc_plan_entry_get_item (entry);
      g_autofree char *box = NULL;

      if (item == NULL || !yc_plan_entry_get_needed (entry))
        continue;
      box = g_strdup_printf ("%u.%s", ++n_items, yc_plan_entry_get_title (entry));
      g_assert_cmpuint (count (page, by_code ? yc_item_get_code (item) : box), ==, 1);
    }
  g_assert_cmpuint (n_items, ==, 3);
}

/* Numbered, behind @mark: a short name may be part of another. */
static void
assert_materials (YcPlan *plan, const char *page, const char *mark)
{
  GListModel *materials = yc_plan_get_materials (plan);
  guint n = g_list_model_get_n_items (materials);

  g_assert_cmpuint (n, ==, 9);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (YcPlanMaterial) material = g_list_model_get_item (materials, i);
      g_autofree char *row =
          g_strdup_printf ("%s%u%s", mark, i + 1, yc_plan_material_get_title (material));

      g_assert_cmpuint (count (page, row), ==, 1);
    }
}

/* What lies in the tray is what the clerk chose, every page under the number by which it is found. */
static void
assert_sheets (YcTestCounter *counter, char **pages)
{
  static const char *const titles[] = { "事项清单", "材料清单", "流程图", "服务记录单",
                                        "一次性告知书" };
  YcVisit *visit = yc_test_counter_get_visit (counter);
  YcPlan *plan = yc_visit_get_plan (visit);
  const char *number = yc_saved_plan_get_number (yc_visit_get_saved_plan (visit));

  g_assert_false (yc_saved_plan_get_local (yc_visit_get_saved_plan (visit)));
  /* The last page ends with a form feed, too. */
  g_assert_cmpuint (g_strv_length (pages), ==, G_N_ELEMENTS (titles) + 1);
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_assert_true (g_str_has_prefix (pages[i], titles[i]));
      g_assert_cmpuint (count (pages[i], number), ==, 2);
    }
  assert_items (plan, pages[0], TRUE);
  assert_materials (plan, pages[1], "☐");
  g_assert_cmpuint (count (pages[1], "☐"), ==, 9);
  assert_items (plan, pages[2], FALSE);
  assert_items (plan, pages[3], TRUE);
  assert_materials (plan, pages[4], "");
}

static void
assert_declaration (YcTestCounter *counter, char **pages)
{
  YcVisit *visit = yc_test_counter_get_visit (counter);

  g_assert_cmpuint (g_strv_length (pages), ==, 2);
  g_assert_true (g_str_has_prefix (pages[0], "告知承诺书"));
  g_assert_cmpuint (
      count (pages[0], yc_saved_plan_get_number (yc_visit_get_saved_plan (visit))), ==, 2);
  g_assert_cmpuint (count (pages[0], "“收入证明”改为告知承诺"), ==, 1);
  g_assert_cmpuint (count (pages[0], "承诺人周伯安"), ==, 1);
}

static void
test_plan_print (void)
{
  g_autoptr (YcTestCups) cups = yc_test_cups_new (PRINTER "=一号窗口样例打印机", NULL);
  YcTestCounter counter = { 0 };
  GtkWidget *declare;
  guint n_pages;

  g_setenv ("CUPS_SERVER", yc_test_cups_get_socket (cups), TRUE);
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
  {
    g_auto (GStrv) pages = print (&counter, cups, 1);

    assert_sheets (&counter, pages);
  }
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
  /* D is a letter where the need is typed. */
  declare = yc_test_ui_find_text (GTK_WIDGET (counter.window), g_dgettext (GETTEXT_PACKAGE, "Print the declaration (D)"));
  gtk_widget_grab_focus (gtk_widget_get_ancestor (declare, GTK_TYPE_BUTTON));
  yc_test_counter_press (&counter, "d");
  yc_test_counter_wait_to_read (&counter, "The declaration on paper");
  g_assert_cmpuint (wait_for_pages (&counter, 0), ==, 1);
  {
    g_auto (GStrv) pages = print (&counter, cups, 2);

    assert_declaration (&counter, pages);
  }
  yc_test_counter_press (&counter, "Escape");
  yc_test_wait_until (!yc_test_counter_can_read (&counter, "The declaration on paper"));
  yc_test_counter_close (&counter);
}

int
main (int argc, char **argv)
{
  yc_test_ui_init (&argc, &argv);
  g_test_add_func ("/ui/plan-print", test_plan_print);

  return g_test_run ();
}
