/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is typed into a field: numbers, dates, amounts, secrets. */
#include "yc-test-form.h"

#include "yc-text-limit.h"

#define EDITORS YC_TEST_FORMS "/editors"
#define ID_NUMBER "99010119800101009X"

static void
test_numbers (YcTestForm    *self,
              gconstpointer  data)
{
  GtkWidget *entry;

  yc_test_form_go_to (self, "/id_number");
  entry = yc_test_form_get_focus (self);
  yc_test_form_type (self, "99010119800101009x");
  yc_test_form_await_shown (entry, "99010119800101009x");
  yc_test_form_press (self, "Tab");
  yc_test_form_await_text (self, "/id_number", ID_NUMBER);
  yc_test_form_await_shown (entry, "990101 1980 0101 009X");
  g_assert_null (yc_form_field_get_error (yc_test_form_find (self, "/id_number")));
  yc_test_form_press (self, "shift+Tab");
  yc_test_form_await_shown (entry, ID_NUMBER);
  yc_test_form_go_to (self, "/mobile");
  entry = yc_test_form_get_focus (self);
  yc_test_form_type (self, "138-0013-8000");
  yc_test_form_press (self, "Return");
  yc_test_form_await_text (self, "/mobile", "13800138000");
  yc_test_form_await_shown (entry, "138 0013 8000");
  yc_test_form_type (self, "91350100m000100y43");
  yc_test_form_press (self, "Return");
  yc_test_form_await_text (self, "/uscc", "91350100M000100Y43");
  /* Nothing else was filled in. */
  g_assert_cmpstr (yc_form_field_get_text (yc_test_form_find (self, "/birth")), ==, "");
}

/* What is not valid stays on screen and in the data. */
static void
test_invalid (YcTestForm    *self,
              gconstpointer  data)
{
  GtkWidget *entry;

  yc_test_form_go_to (self, "/id_number");
  entry = yc_test_form_get_focus (self);
  yc_test_form_type (self, "990101198001010011");
  yc_test_form_press (self, "Tab");
  yc_test_form_await_focus (self, "/mobile");
  yc_test_form_await_value (self, "/id_number", "\"990101198001010011\"");
  g_assert_nonnull (yc_form_field_get_error (yc_test_form_find (self, "/id_number")));
  yc_test_form_await_shown (entry, "990101 1980 0101 0011");
  yc_test_form_go_to (self, "/money");
  entry = yc_test_form_get_focus (self);
  yc_test_form_type (self, "12.345");
  yc_test_form_press (self, "Tab");
  yc_test_form_await_focus (self, "/area");
  yc_test_form_await_value (self, "/money", "\"12.345\"");
  yc_test_form_await_shown (entry, "12.345");
  g_assert_nonnull (yc_form_field_get_error (yc_test_form_find (self, "/money")));
  yc_test_take_picture ("editors-invalid");
}

static void
test_dates (YcTestForm    *self,
            gconstpointer  data)
{
  yc_test_form_go_to (self, "/birth");
  yc_test_form_type (self, "20261122");
  yc_test_form_press (self, "Return");
  yc_test_form_await_focus (self, "/at");
  yc_test_form_await_text (self, "/birth", "2026-11-22");
  yc_test_form_press (self, "shift+Return");
  yc_test_form_await_focus (self, "/birth");
  yc_test_form_press (self, "Down");
  yc_test_form_press (self, "Right");
  yc_test_form_await_text (self, "/birth", "2026-11-23");
  yc_test_form_press (self, "Down");
  yc_test_form_press (self, "Page_Down");
  yc_test_form_await_text (self, "/birth", "2026-12-30");
  yc_test_take_picture ("editors-calendar");
  yc_test_form_press (self, "Escape");
  yc_test_form_await_text (self, "/birth", "2026-11-22");
  yc_test_form_press (self, "Down");
  yc_test_form_press (self, "Left");
  yc_test_form_press (self, "Return");
  yc_test_form_await_focus (self, "/at");
  yc_test_form_await_text (self, "/birth", "2026-11-21");
  yc_test_form_type (self, "2026-11-22 1430");
  yc_test_form_press (self, "Return");
  yc_test_form_await_focus (self, "/opens");
  yc_test_form_await_value (self, "/at", "\"2026-11-22T14:30:00+08:00\"");
  yc_test_form_await_text (self, "/at", "2026-11-22 14:30");
  yc_test_form_type (self, "830");
  yc_test_form_press (self, "Return");
  yc_test_form_await_value (self, "/opens", "\"08:30:00+08:00\"");
  yc_test_form_await_text (self, "/opens", "08:30");
}

static void
test_money (YcTestForm    *self,
            gconstpointer  data)
{
  GtkWidget *entry;

  yc_test_form_go_to (self, "/money");
  entry = yc_test_form_get_focus (self);
  yc_test_form_type (self, "1234.5");
  yc_test_form_await_shown (entry, "1234.5");
  yc_test_form_press (self, "Return");
  yc_test_form_await_focus (self, "/area");
  yc_test_form_await_value (self, "/money", "123450");
  yc_test_form_await_shown (entry, "1,234.50");
  g_assert_nonnull (yc_test_form_find_words (self, "壹仟贰佰叁拾肆元伍角整"));
}

static void
test_secret (YcTestForm    *self,
             gconstpointer  data)
{
  yc_test_form_go_to (self, "/secret");
  yc_test_form_type (self, "abc123");
  yc_test_form_await_value (self, "/secret", "\"abc123\"");
  g_assert_false (gtk_entry_get_visibility (GTK_ENTRY (yc_test_form_get_focus (self))));
  yc_test_form_go_to (self, "/pin");
  g_assert_false (gtk_entry_get_visibility (GTK_ENTRY (yc_test_form_get_focus (self))));
}

static gboolean
has_refused (gpointer text)
{
  return yc_text_limit_get_words (yc_text_limit_find (text)) != NULL;
}

/* A megabyte from elsewhere: it is refused in words, what stood there stays, the rest works on. */
static void
test_huge_paste (YcTestForm    *self,
                 gconstpointer  data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self->view));
  g_autofree char *text = g_strnfill (1 << 20, 'x');
  GtkWidget *area;

  gdk_clipboard_set_text (clipboard, text);
  yc_test_form_go_to (self, "/reason");
  yc_test_form_type (self, "moved");
  yc_test_form_await_text (self, "/reason", "moved");
  area = yc_test_form_get_focus (self);
  g_assert_true (GTK_IS_TEXT_VIEW (area));
  yc_test_form_press (self, "ctrl+v");
  yc_test_iterate_until (has_refused, area);
  yc_test_take_picture ("typing-huge");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (area), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       yc_text_limit_get_words (yc_text_limit_find (area)));
  yc_test_form_await_text (self, "/reason", "moved");
  yc_test_form_type (self, " east");
  yc_test_form_await_text (self, "/reason", "moved east");
}

int
main (int    argc,
      char **argv)
{
  static const YcTestFormCase cases[] = {
    { "numbers", EDITORS, test_numbers },
    { "invalid", EDITORS, test_invalid },
    { "dates", EDITORS, test_dates },
    { "money", EDITORS, test_money },
    { "secret", EDITORS, test_secret },
    { "huge-paste", EDITORS, test_huge_paste },
  };

  return yc_test_form_run (argc, argv, cases, G_N_ELEMENTS (cases));
}
