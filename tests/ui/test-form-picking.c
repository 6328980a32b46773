/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is chosen in a field: by number, by arrows, by what one types. */
#include "yc-test-form.h"

#define EDITORS YC_TEST_FORMS "/editors"

/* Characters, pinyin, initials; numbers where there are few. */
static void
test_search (YcTestForm    *self,
             gconstpointer  data)
{
  yc_test_form_go_to (self, "/country");
  yc_test_form_type (self, "xjp");
  yc_test_form_press (self, "Return");
  yc_test_form_await_focus (self, "/purpose");
  yc_test_form_await_value (self, "/country", "\"SGP\"");
  yc_test_form_go_to (self, "/country");
  yc_test_form_type (self, "zhongguo");
  yc_test_take_picture ("editors-search");
  yc_test_form_press (self, "Down");
  yc_test_form_press (self, "Tab");
  yc_test_form_await_focus (self, "/purpose");
  yc_test_form_await_value (self, "/country", "\"HKG\"");
  yc_test_form_go_to (self, "/country");
  gtk_editable_set_text (GTK_EDITABLE (yc_test_form_get_focus (self)), "加");
  yc_test_form_press (self, "Return");
  yc_test_form_await_value (self, "/country", "\"CAN\"");
  yc_test_form_go_to (self, "/country");
  yc_test_form_type (self, "zzz");
  yc_test_form_press (self, "Tab");
  yc_test_form_await_focus (self, "/purpose");
  yc_test_form_await_value (self, "/country", "\"zzz\"");
  yc_test_form_go_to (self, "/relation");
  yc_test_form_type (self, "2");
  yc_test_form_press (self, "Return");
  yc_test_form_await_focus (self, "/country");
  yc_test_form_await_text (self, "/relation", "配偶");
}

static void
test_choices (YcTestForm    *self,
              gconstpointer  data)
{
  yc_test_form_go_to (self, "/purpose");
  yc_test_form_press (self, "3");
  yc_test_form_await_text (self, "/purpose", "商铺");
  yc_test_form_press (self, "Down");
  yc_test_form_await_text (self, "/purpose", "厂房");
  yc_test_form_press (self, "Delete");
  yc_test_form_await_text (self, "/purpose", "");
  yc_test_form_go_to (self, "/services");
  yc_test_form_press (self, "1");
  yc_test_form_press (self, "3");
  yc_test_form_await_value (self, "/services", "[\"供水\",\"燃气\"]");
  yc_test_form_press (self, "1");
  yc_test_form_await_value (self, "/services", "[\"燃气\"]");
  yc_test_form_press (self, "Right");
  yc_test_form_press (self, "space");
  yc_test_form_await_value (self, "/services", "[\"供电\",\"燃气\"]");
  yc_test_take_picture ("editors-checks");
  yc_test_form_press (self, "Return");
  yc_test_form_await_focus (self, "/languages");
}

static void
test_picks (YcTestForm    *self,
            gconstpointer  data)
{
  GtkWidget *entry;

  yc_test_form_go_to (self, "/languages");
  entry = yc_test_form_get_focus (self);
  yc_test_form_type (self, "yue");
  yc_test_form_press (self, "Return");
  yc_test_form_await_value (self, "/languages", "[\"粤语\"]");
  yc_test_form_await_shown (entry, "");
  yc_test_form_type (self, "yingyu");
  yc_test_form_press (self, "Return");
  yc_test_form_await_value (self, "/languages", "[\"粤语\",\"英语\"]");
  yc_test_form_press (self, "Down");
  yc_test_form_press (self, "space");
  yc_test_form_await_value (self, "/languages", "[\"普通话\",\"粤语\",\"英语\"]");
  yc_test_take_picture ("editors-picks");
  yc_test_form_press (self, "Escape");
  yc_test_form_press (self, "BackSpace");
  yc_test_form_await_value (self, "/languages", "[\"普通话\",\"粤语\"]");
  yc_test_form_press (self, "Return");
  yc_test_form_await_focus (self, "/place");
}

static void
test_switches (YcTestForm    *self,
               gconstpointer  data)
{
  yc_test_form_go_to (self, "/notify");
  yc_test_form_press (self, "2");
  yc_test_form_await_value (self, "/notify", "false");
  yc_test_form_press (self, "space");
  yc_test_form_await_value (self, "/notify", "true");
  yc_test_form_press (self, "Delete");
  yc_test_form_await_value (self, "/notify", "");
  yc_test_form_press (self, "1");
  yc_test_form_press (self, "Return");
  yc_test_form_await_focus (self, "/rooms");
  yc_test_form_await_value (self, "/notify", "true");
  yc_test_form_type (self, "12");
  yc_test_form_await_value (self, "/rooms", "12");
  yc_test_form_press (self, "Right");
  yc_test_form_await_value (self, "/rooms", "13");
  yc_test_form_type (self, "9");
  yc_test_form_await_value (self, "/rooms", "9");
  yc_test_form_press (self, "Delete");
  yc_test_form_await_value (self, "/rooms", "");
  yc_test_form_press (self, "Left");
  yc_test_form_press (self, "Return");
  yc_test_form_await_focus (self, "/services");
  yc_test_form_go_to (self, "/declared");
  yc_test_form_press (self, "2");
  yc_test_form_press (self, "1");
  yc_test_form_await_value (self, "/declared", "true");
}

static void
test_place (YcTestForm    *self,
            gconstpointer  data)
{
  GtkWidget *entry;

  yc_test_form_go_to (self, "/place");
  entry = yc_test_form_get_focus (self);
  yc_test_form_type (self, "dongcheng qs");
  yc_test_take_picture ("editors-place-found");
  yc_test_form_press (self, "Return");
  yc_test_form_await_focus (self, "/secret");
  yc_test_form_await_value (self, "/place", "\"441900003901\"");
  yc_test_form_await_shown (entry, "广东省 东莞市 东城街道 青松社区（样例）");
  g_assert_null (yc_form_field_get_error (yc_test_form_find (self, "/place")));
  yc_test_form_go_to (self, "/place");
  yc_test_form_press (self, "Down");
  yc_test_form_press (self, "Down");
  yc_test_form_await_value (self, "/place", "\"441900003902\"");
  yc_test_form_press (self, "Left");
  yc_test_form_await_value (self, "/place", "\"441900003\"");
  yc_test_form_press (self, "Down");
  yc_test_form_await_shown (entry, "广东省 东莞市 南城街道");
  yc_test_take_picture ("editors-place");
  yc_test_form_press (self, "Escape");
  yc_test_form_await_value (self, "/place", "\"441900003901\"");
  yc_test_form_press (self, "Down");
  yc_test_form_press (self, "Left");
  yc_test_form_press (self, "Left");
  yc_test_form_press (self, "Left");
  yc_test_form_await_shown (entry, "广东省");
  yc_test_form_press (self, "Right");
  yc_test_form_await_shown (entry, "广东省 广州市");
  yc_test_form_press (self, "Return");
  yc_test_form_await_focus (self, "/secret");
  yc_test_form_await_value (self, "/place", "\"440100\"");
  /* The code itself may be typed, and what is no place stays. */
  yc_test_form_go_to (self, "/place");
  yc_test_form_type (self, "440106");
  yc_test_form_await_shown (entry, "440106");
  yc_test_form_press (self, "Tab");
  yc_test_form_await_shown (entry, "广东省 广州市 天河区");
  yc_test_form_go_to (self, "/place");
  yc_test_form_type (self, "vvv");
  yc_test_form_press (self, "Tab");
  yc_test_form_await_focus (self, "/secret");
  yc_test_form_await_value (self, "/place", "\"vvv\"");
  yc_test_form_await_shown (entry, "vvv");
}

static GtkWidget *
find_open_popover (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_POPOVER (widget) && gtk_widget_get_mapped (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_open_popover (child);
  return found;
}

static gboolean
is_menu_open (gpointer data)
{
  YcTestForm *self = data;

  return find_open_popover (GTK_WIDGET (self->view)) != NULL;
}

static gboolean
is_menu_closed (gpointer data)
{
  return !is_menu_open (data);
}

/* A list is opened by a key that comes before its field has been scrolled to. */
static void
test_far (YcTestForm    *self,
          gconstpointer  data)
{
  static const char *const far[] = { "/place", "/birth", "/languages", "/at", "/country" };

  for (gsize i = 0; i < G_N_ELEMENTS (far); i++)
    {
      GtkAccessible *entry;

      g_assert_true (yc_form_view_focus_pointer (self->view, far[i]));
      yc_test_form_press (self, "Down");
      yc_test_iterate_until (is_menu_open, self);
      entry = GTK_ACCESSIBLE (yc_test_form_get_focus (self));
      gtk_test_accessible_assert_state (entry, GTK_ACCESSIBLE_STATE_EXPANDED, TRUE);
      yc_test_form_press (self, "Escape");
      yc_test_iterate_until (is_menu_closed, self);
      gtk_test_accessible_assert_state (entry, GTK_ACCESSIBLE_STATE_EXPANDED, FALSE);
    }
}

int
main (int    argc,
      char **argv)
{
  static const YcTestFormCase cases[] = {
    { "search", EDITORS, test_search },
    { "choices", EDITORS, test_choices },
    { "picks", EDITORS, test_picks },
    { "switches", EDITORS, test_switches },
    { "place", EDITORS, test_place },
    { "far", EDITORS, test_far },
  };

  return yc_test_form_run (argc, argv, cases, G_N_ELEMENTS (cases));
}
