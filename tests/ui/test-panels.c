/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is only shown: step line, item panel, plan, filled form, CommonMark, columns, key hints. */
#include "yc-columns.h"
#include "yc-form-paper.h"
#include "yc-item-panel.h"
#include "yc-json.h"
#include "yc-key-hints.h"
#include "yc-markdown-view.h"
#include "yc-plan-card.h"
#include "yc-plan-panel.h"
#include "yc-step-line.h"
#include "yc-test-ui.h"
#include "yc-test-window.h"

static void
test_step_line (void)
{
  GtkWidget *line = yc_step_line_new ();
  GtkWidget *window = yc_test_ui_show (line);
  GtkWidget *form = yc_test_ui_find (line, GTK_TYPE_BUTTON, "Form");

  g_assert_nonnull (form);
  yc_step_line_set_mark (YC_STEP_LINE (line), YC_STEP_FORM, YC_STEP_MARK_ERROR);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (form),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "has an error");
  yc_step_line_set_current (YC_STEP_LINE (line), YC_STEP_FORM);
  g_assert_true (gtk_widget_has_css_class (form, "current"));
  yc_test_ui_close (window);
}

static void
step_chosen_cb (YcStepLine *line, int step, int *chosen)
{
  *chosen = step;
}

static void
test_step_line_chosen (void)
{
  GtkWidget *line = yc_step_line_new ();
  GtkWidget *window = yc_test_ui_show (line);
  int chosen = -1;

  g_signal_connect (line, "chosen", G_CALLBACK (step_chosen_cb), &chosen);
  g_signal_emit_by_name (yc_test_ui_find (line, GTK_TYPE_BUTTON, "Check"), "clicked");
  g_assert_cmpint (chosen, ==, YC_STEP_CHECK);
  yc_test_ui_close (window);
}

static void
test_item_panel (void)
{
  g_autoptr (YcCatalog) catalog = yc_test_ui_load_catalog ();
  GtkWidget *panel = yc_item_panel_new ();
  GtkWidget *window = yc_test_ui_show (panel);
  YcReturnReason *reason = yc_catalog_get_reason (catalog, "R-LEASE-SIGN");

  yc_item_panel_show_item (YC_ITEM_PANEL (panel), catalog,
                           yc_catalog_get_item (catalog, "YS-0101"));
  yc_test_ui_settle ();
  g_assert_nonnull (yc_test_ui_find_text (panel, "阶梯水费办理证明"));
  g_assert_nonnull (yc_test_ui_find_text (panel, yc_return_reason_get_title (reason)));
  g_assert_null (yc_test_ui_find_text (panel, yc_return_reason_get_advice (reason)));

  yc_item_panel_set_field (YC_ITEM_PANEL (panel), yc_return_reason_get_fields (reason)[0]);
  yc_test_ui_settle ();
  g_assert_nonnull (yc_test_ui_find_text (panel, yc_return_reason_get_advice (reason)));

  yc_item_panel_show_item (YC_ITEM_PANEL (panel), catalog, NULL);
  yc_test_ui_settle ();
  g_assert_null (yc_test_ui_find_text (panel, "阶梯水费办理证明"));
  g_assert_false (yc_item_panel_copy_answer (YC_ITEM_PANEL (panel)));
  yc_test_ui_close (window);
}

/* No text sticks out of what holds it. */
static gboolean
children_fit (gpointer data)
{
  GtkWidget *widget = data;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      graphene_rect_t bounds;

      if (!gtk_widget_get_mapped (child) || !gtk_widget_compute_bounds (child, widget, &bounds))
        continue;
      if ((GTK_IS_BOX (widget) || GTK_IS_GRID (widget)) &&
          bounds.origin.y + bounds.size.height > gtk_widget_get_height (widget) + 1)
        return FALSE;
      if (!children_fit (child))
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_laid_out (gpointer data)
{
  GtkWidget *label = yc_test_ui_find_text (data, "实际居住人数超过");

  return label != NULL && gtk_widget_get_height (label) > 0 && children_fit (data);
}

/* What was hidden while it was empty takes the height it needs once it is filled. */
static void
test_item_panel_takes_its_height (void)
{
  g_autoptr (YcCatalog) catalog = yc_test_ui_load_catalog ();
  GtkWidget *columns = yc_columns_new ();
  GtkWidget *panel = yc_item_panel_new ();
  GtkWidget *window;

  yc_columns_set_work (YC_COLUMNS (columns), gtk_label_new ("work"));
  yc_columns_set_end (YC_COLUMNS (columns), panel);
  window = yc_test_ui_show (columns);
  yc_test_ui_settle ();
  yc_item_panel_show_item (YC_ITEM_PANEL (panel), catalog,
                           yc_catalog_get_item (catalog, "YS-0101"));
  yc_test_ui_wait_for (is_laid_out, panel);
  yc_test_ui_close (window);
}

static void
text_read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(char **) user_data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static gboolean
is_read (gpointer data)
{
  return *(char **) data != NULL;
}

static void
test_answer_is_copied (void)
{
  g_autoptr (YcCatalog) catalog = yc_test_ui_load_catalog ();
  g_autoptr (YcKnowledgeEntry) entry = NULL;
  GtkWidget *panel = yc_item_panel_new ();
  GtkWidget *window = yc_test_ui_show (panel);
  g_autofree char *text = NULL;

  entry = g_list_model_get_item (yc_catalog_get_entries (catalog), 0);
  yc_item_panel_show_entry (YC_ITEM_PANEL (panel), catalog, entry);
  g_assert_true (yc_item_panel_copy_answer (YC_ITEM_PANEL (panel)));
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (panel), NULL, text_read_cb, &text);
  yc_test_ui_wait_for (is_read, &text);
  g_assert_cmpstr (text, ==, yc_knowledge_entry_get_answer (entry));
  yc_test_ui_close (window);
}

static void
test_plan_panel (void)
{
  g_autoptr (YcCatalog) catalog = yc_test_ui_load_catalog ();
  g_autoptr (YcPlan) plan = yc_plan_new (catalog);
  GtkWidget *panel = yc_plan_panel_new ();
  GtkWidget *window = yc_test_ui_show (panel);

  yc_plan_panel_set_plan (YC_PLAN_PANEL (panel), plan);
  yc_test_ui_settle ();
  g_assert_nonnull (yc_test_ui_find_text (panel, "Still empty"));

  yc_plan_add_item (plan, "YS-0101");
  yc_plan_panel_set_current (YC_PLAN_PANEL (panel), "YS-0101");
  yc_test_ui_settle ();
  g_assert_null (yc_test_ui_find_text (panel, "Still empty"));
  g_assert_nonnull (yc_test_ui_find (panel, GTK_TYPE_LIST_BOX_ROW, "阶梯水费办理证明"));
  g_assert_true (gtk_list_box_row_is_selected (
      GTK_LIST_BOX_ROW (yc_test_ui_find (panel, GTK_TYPE_LIST_BOX_ROW, NULL))));
  yc_test_ui_close (window);
}

static YcForm *
create_form (YcCatalog *catalog, const char *data)
{
  JsonObject *form = yc_catalog_get_form (catalog, "tiered-water");
  g_autoptr (JsonNode) node = yc_json_parse (data, -1, NULL, NULL);
  g_autoptr (GError) error = NULL;
  YcForm *made = yc_form_new (json_object_get_member (form, "schema"),
                              json_object_get_member (form, "layout"), &error);

  g_assert_no_error (error);
  yc_form_set_data (made, node, &error);
  g_assert_no_error (error);

  return made;
}

/* Long texts, as the desk shows them. */
static GtkWidget *
show_scrolled (GtkWidget *widget)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), widget);

  return yc_test_ui_show (scroller);
}

static void
test_form_paper (void)
{
  g_autoptr (YcCatalog) catalog = yc_test_ui_load_catalog ();
  g_autoptr (YcForm) before = create_form (catalog, "{\"meter_account\":\"12345678\","
                                                    "\"own_residents\":3,\"has_tenants\":false}");
  g_autoptr (YcForm) now = create_form (catalog, "{\"meter_account\":\"12345679\","
                                                 "\"own_residents\":3,\"has_tenants\":false}");
  GtkWidget *paper = yc_form_paper_new ();
  GtkWidget *window = show_scrolled (paper);

  yc_form_paper_set_form (YC_FORM_PAPER (paper), now, before);
  yc_test_ui_settle ();
  g_assert_cmpuint (yc_form_paper_get_n_differences (YC_FORM_PAPER (paper)), ==, 1);
  g_assert_nonnull (yc_test_ui_find_text (paper, "12345679"));
  g_assert_nonnull (yc_test_ui_find_text (paper, "was: 12345678"));

  yc_form_paper_mark (YC_FORM_PAPER (paper), "/meter_account", "Compare the bill");
  g_assert_cmpstr (gtk_widget_get_tooltip_text (yc_test_ui_find_text (paper, "12345679")), ==,
                   "Compare the bill");

  yc_form_paper_set_form (YC_FORM_PAPER (paper), now, NULL);
  g_assert_cmpuint (yc_form_paper_get_n_differences (YC_FORM_PAPER (paper)), ==, 0);
  yc_test_ui_close (window);
}

static YcForm *
create_people (const char *number, const char *tenant)
{
  static const char schema_text[] =
      "{\"type\":\"object\",\"properties\":{"
      "\"owner\":{\"type\":\"string\",\"title\":\"户主\",\"format\":\"id-number\"},"
      "\"phone\":{\"type\":\"string\",\"title\":\"电话\",\"format\":\"mobile\"},"
      "\"tenants\":{\"type\":\"array\",\"title\":\"租户\",\"items\":{\"type\":\"object\",\"properties\":{"
      "\"id\":{\"type\":\"string\",\"title\":\"身份证号\",\"format\":\"id-number\"}}}}}}";
  g_autofree char *text = g_strdup_printf (
      "{\"owner\":\"%s\",\"phone\":\"10000000101\",\"tenants\":[{\"id\":\"%s\"}]}", number, tenant);
  g_autoptr (JsonNode) schema = yc_json_parse (schema_text, -1, NULL, NULL);
  g_autoptr (JsonNode) data = yc_json_parse (text, -1, NULL, NULL);
  YcForm *form = yc_form_new (schema, NULL, NULL);

  g_assert_true (yc_form_set_data (form, data, NULL));
  return form;
}

/* Over a shoulder nobody reads a whole number; that two differ is told all the same. */
static void
test_form_paper_masked (void)
{
  static const char *const numbers[] = { "990101198103161155", "99010119850125551X",
                                         "990101200002297467", "10000000101" };
  g_autoptr (YcForm) before = create_people (numbers[1], numbers[2]);
  g_autoptr (YcForm) now = create_people (numbers[0], numbers[2]);
  GtkWidget *paper = yc_form_paper_new ();
  GtkWidget *window = show_scrolled (paper);

  yc_form_paper_set_masked (YC_FORM_PAPER (paper), TRUE);
  yc_form_paper_set_form (YC_FORM_PAPER (paper), now, before);
  yc_test_ui_settle ();
  g_assert_cmpuint (yc_form_paper_get_n_differences (YC_FORM_PAPER (paper)), ==, 1);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    g_assert_null (yc_test_ui_find_text (paper, numbers[i]));
  g_assert_nonnull (yc_test_ui_find_text (paper, "9901**********1155"));
  g_assert_nonnull (yc_test_ui_find_text (paper, "was: 9901**********551X"));
  yc_form_paper_set_masked (YC_FORM_PAPER (paper), FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    g_assert_nonnull (yc_test_ui_find_text (paper, numbers[i]));
  yc_form_paper_set_masked (YC_FORM_PAPER (paper), TRUE);
  g_assert_null (yc_test_ui_find_text (paper, numbers[2]));
  yc_test_ui_close (window);
}

/* Rows, rows of rows, money, several choices, an alternative, a secret. */
static void
test_form_paper_shapes (void)
{
  static const char schema_text[] =
      "{\"type\":\"object\",\"properties\":{"
      "\"secret\":{\"type\":\"string\",\"title\":\"口令\",\"writeOnly\":true},"
      "\"fee\":{\"type\":\"integer\",\"title\":\"费用\",\"format\":\"money\"},"
      "\"kinds\":{\"type\":\"array\",\"title\":\"种类\",\"uniqueItems\":true,"
      "\"items\":{\"enum\":[\"水\",\"电\",\"气\"]}},"
      "\"who\":{\"title\":\"权属\",\"oneOf\":[{\"title\":\"个人\",\"type\":\"object\",\"properties\":{"
      "\"own\":{\"type\":\"string\",\"title\":\"本人姓名\"}},\"required\":[\"own\"]},"
      "{\"title\":\"单位\",\"type\":\"object\",\"properties\":{"
      "\"firm\":{\"type\":\"string\",\"title\":\"单位名称\"}},\"required\":[\"firm\"]}]},"
      "\"tenants\":{\"type\":\"array\",\"title\":\"租户\",\"items\":{\"type\":\"object\",\"properties\":{"
      "\"name\":{\"type\":\"string\",\"title\":\"姓名\"},\"rent\":{\"type\":\"integer\","
      "\"title\":\"月租\",\"format\":\"money\"}}}},"
      "\"houses\":{\"type\":\"array\",\"title\":\"房屋\",\"items\":{\"type\":\"object\",\"properties\":{"
      "\"street\":{\"type\":\"string\",\"title\":\"街道\"},\"rooms\":{\"type\":\"array\","
      "\"title\":\"房间\",\"items\":{\"type\":\"object\",\"properties\":{"
      "\"use\":{\"type\":\"string\",\"title\":\"用途\"}}}}}}},"
      "\"cars\":{\"type\":\"array\",\"title\":\"车辆\",\"items\":{\"type\":\"object\",\"properties\":{"
      "\"plate\":{\"type\":\"string\",\"title\":\"车牌\"}}}}}}";
  static const char data_text[] =
      "{\"secret\":\"芝麻开门\",\"fee\":123450,\"kinds\":[\"水\",\"气\"],\"who\":{\"firm\":\"样例公司\"},"
      "\"tenants\":[{\"name\":\"马建国\",\"rent\":80000},{\"name\":\"罗小梅\",\"rent\":95050}],"
      "\"houses\":[{\"street\":\"样例路\",\"rooms\":[{\"use\":\"卧室\"},{\"use\":\"厨房\"}]}]}";
  static const char *const words[] = { "1,234.50", "水", "单位",   "样例公司", "马建国",
                                       "950.50",   "样例路", "卧室", "厨房",   "车辆",     NULL };
  g_autoptr (JsonNode) schema = yc_json_parse (schema_text, -1, NULL, NULL);
  g_autoptr (JsonNode) data = yc_json_parse (data_text, -1, NULL, NULL);
  g_autoptr (YcForm) form = yc_form_new (schema, NULL, NULL);
  GtkWidget *paper = yc_form_paper_new ();
  GtkWidget *window = show_scrolled (paper);

  g_assert_nonnull (form);
  g_assert_true (yc_form_set_data (form, data, NULL));
  gtk_widget_add_css_class (paper, "large");
  yc_form_paper_set_form (YC_FORM_PAPER (paper), form, NULL);
  yc_test_ui_settle ();
  yc_test_take_picture ("form-paper-shapes");
  for (guint i = 0; words[i] != NULL; i++)
    if (yc_test_ui_find_text (paper, words[i]) == NULL)
      g_error ("“%s” is not on the paper", words[i]);
  g_assert_null (yc_test_ui_find_text (paper, "芝麻开门"));
  g_assert_null (yc_test_ui_find_text (paper, "本人姓名"));
  yc_test_ui_close (window);
}

static void
test_markdown (void)
{
  GtkWidget *view = yc_markdown_view_new ("# 标题\n\n第一段 **重要** <b>no</b>\n\n- 一\n- 二\n\n"
                                          "| 谁 | 算 |\n|---|---|\n| 租户 & 家人 | 算 |\n");
  GtkWidget *window = show_scrolled (view);

  g_assert_nonnull (yc_test_ui_find_text (view, "标题"));
  g_assert_nonnull (yc_test_ui_find_text (view, "重要"));
  g_assert_nonnull (yc_test_ui_find_text (view, "租户 & 家人"));
  g_assert_null (yc_test_ui_find_text (view, "**"));
  g_assert_null (yc_test_ui_find_text (view, "<b>"));
  g_assert_null (yc_test_ui_find_text (view, "---"));
  yc_test_ui_close (window);
}

/* At the smallest usable size the three columns stand side by side, none over another. */
static void
test_columns_share_the_width (void)
{
  GtkWidget *columns = yc_columns_new ();
  GtkWidget *start = gtk_label_new ("start"), *work = gtk_label_new ("work");
  GtkWidget *end = gtk_label_new ("end");
  GtkWidget *window;
  graphene_rect_t left, middle, right;

  yc_columns_set_start (YC_COLUMNS (columns), start);
  yc_columns_set_work (YC_COLUMNS (columns), work);
  yc_columns_set_end (YC_COLUMNS (columns), end);
  window = yc_test_ui_show (columns);
  g_assert_true (gtk_widget_compute_bounds (start, columns, &left));
  g_assert_true (gtk_widget_compute_bounds (work, columns, &middle));
  g_assert_true (gtk_widget_compute_bounds (end, columns, &right));
  g_assert_cmpfloat (left.origin.x + left.size.width, <=, middle.origin.x);
  g_assert_cmpfloat (middle.origin.x + middle.size.width, <=, right.origin.x);
  g_assert_cmpfloat (middle.size.width, >=, 440);
  yc_test_ui_close (window);
}

/* Hints never make a page wider: the last ones are left out instead. */
static void
test_key_hints_give_way (void)
{
  GtkWidget *hints = yc_key_hints_new ();
  GtkWidget *window;
  int minimum;

  yc_key_hints_set (YC_KEY_HINTS (hints), "<Control>p", "print", "F1", "keys", NULL);
  window = yc_test_ui_show (hints);
  gtk_widget_measure (hints, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 24);
  g_assert_nonnull (yc_test_ui_find_text (hints, "Ctrl+P"));
  yc_test_ui_close (window);
}

/* An item that cannot be had says so, and from when it is not: not that nothing is needed. */
static void
test_refused (void)
{
  g_autoptr (YcCatalog) catalog = yc_test_ui_load_catalog ();
  g_autoptr (YcPlan) plan = yc_plan_new (catalog);
  g_autoptr (JsonNode) known = yc_json_parse ("{\"person.age\":79,\"person.birth\":\"1948-02-29\","
                                              "\"household.place\":\"990119204\"}", -1, NULL, NULL);
  g_autoptr (JsonNode) apply = yc_json_string_node ("apply");
  g_autoptr (YcPlanEntry) entry = NULL;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *panel = yc_plan_panel_new (), *window, *row;

  yc_plan_start (plan, yc_catalog_get_list (catalog, "longevity"));
  yc_plan_set_known (plan, json_node_get_object (known), NULL, NULL);
  g_assert_true (yc_plan_answer (plan, "longevity/need", apply, NULL));
  entry = g_list_model_get_item (yc_plan_get_entries (plan), 0);
  yc_plan_panel_set_plan (YC_PLAN_PANEL (panel), plan);
  gtk_box_append (GTK_BOX (box), panel);
  gtk_box_append (GTK_BOX (box), yc_plan_card_new_for_entry (plan, entry));
  window = yc_test_ui_show (box);
  yc_test_ui_settle ();

  row = yc_test_ui_find (panel, GTK_TYPE_LIST_BOX_ROW, "长寿保健金");
  g_assert_true (gtk_widget_has_css_class (row, "refused"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Not yet possible · from 2028-02-29");
  g_assert_nonnull (yc_test_ui_find_text (box, "Not yet possible: 长寿保健金"));
  g_assert_nonnull (yc_test_ui_find_text (box, "还没满 80 周岁，不用提前申请。"));
  g_assert_nonnull (yc_test_ui_find_text (box, "What would change it: 满 80 周岁。"));
  g_assert_nonnull (yc_test_ui_find_text (box, "Who can tell: 户籍所在的村（社区）。"));
  yc_test_ui_close (window);
}

int
main (int argc, char *argv[])
{
  yc_test_ui_init (&argc, &argv);

  g_test_add_func ("/step-line/marks", test_step_line);
  g_test_add_func ("/step-line/chosen", test_step_line_chosen);
  g_test_add_func ("/item-panel/item", test_item_panel);
  g_test_add_func ("/item-panel/height", test_item_panel_takes_its_height);
  g_test_add_func ("/item-panel/copy", test_answer_is_copied);
  g_test_add_func ("/plan-panel", test_plan_panel);
  g_test_add_func ("/refused", test_refused);
  g_test_add_func ("/form-paper", test_form_paper);
  g_test_add_func ("/form-paper/masked", test_form_paper_masked);
  g_test_add_func ("/form-paper/shapes", test_form_paper_shapes);
  g_test_add_func ("/markdown", test_markdown);
  g_test_add_func ("/columns", test_columns_share_the_width);
  g_test_add_func ("/key-hints", test_key_hints_give_way);

  return g_test_run ();
}
