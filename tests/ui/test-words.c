/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words, error words and the table of keys. */
#include "yc-client-error.h"
#include "yc-error-words.h"
#include "yc-shortcuts.h"
#include "yc-words.h"

#include <glib.h>

static void
test_every_error_has_words (void)
{
  for (int code = YC_CLIENT_ERROR_FAILED; code <= YC_CLIENT_ERROR_CLOSED; code++)
    {
      g_autoptr (GError) error = g_error_new_literal (YC_CLIENT_ERROR, code, "for the log");

      g_assert_cmpstr (yc_error_words_title (error), !=, "for the log");
      g_assert_cmpstr (yc_error_words_way_out (error), !=, "");
    }
}

static void
test_foreign_error_speaks_itself (void)
{
  g_autoptr (GError) error = g_error_new_literal (g_quark_from_static_string ("another-room"), 1,
                                                  "No paper");
  g_autofree char *line = yc_error_words_line (error);

  g_assert_cmpstr (line, ==, "No paper");
}

/* What the system says has no way out of its own. */
static void
test_system_error (void)
{
  g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, "No paper");

  g_assert_cmpstr (yc_error_words_title (error), ==, "No paper");
  g_assert_cmpstr (yc_error_words_way_out (error), ==,
                   "Try again; if it stays so, call the administrator.");
}

static void
test_fee (void)
{
  g_autofree char *nothing = yc_words_fee (0);
  g_autofree char *some = yc_words_fee (1250);

  g_assert_cmpstr (nothing, ==, "no fee");
  g_assert_cmpstr (some, ==, "¥12.50");
}

static void
test_duration (void)
{
  g_autofree char *short_time = yc_words_duration (134);
  g_autofree char *long_time = yc_words_duration (3661);

  g_assert_cmpstr (short_time, ==, "02:14");
  g_assert_cmpstr (long_time, ==, "1:01:01");
}

static void
test_since (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) hours = g_date_time_add_hours (now, -3);
  g_autoptr (GDateTime) days = g_date_time_add_days (now, -2);
  g_autofree char *just = yc_words_since (now);
  g_autofree char *some_hours = yc_words_since (hours);
  g_autofree char *some_days = yc_words_since (days);

  g_assert_cmpstr (just, ==, "just now");
  g_assert_cmpstr (some_hours, ==, "3 h");
  g_assert_cmpstr (some_days, ==, "2 days");
}

static void
test_join_leaves_out_what_is_empty (void)
{
  g_autofree char *joined = yc_words_join ("", "a", "", "b", NULL);
  g_autofree char *nothing = yc_words_join ("", "", NULL);

  g_assert_cmpstr (joined, ==, "a · b");
  g_assert_cmpstr (nothing, ==, "");
}

/* No accelerator may take a key from an input method, which needs letters, digits, Space, Return,
 * Escape, arrows and F6 to F10. */
static void
test_keys_leave_input_methods_alone (void)
{
  gsize n;
  const YcShortcut *shortcuts = yc_shortcuts_get_all (&n);

  for (gsize i = 0; i < n; i++)
    {
      GdkModifierType modifiers;
      guint key;

      g_assert_true (gtk_accelerator_parse (shortcuts[i].accelerator, &key, &modifiers));
      if (shortcuts[i].action != NULL && (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK)) == 0)
        g_assert_true (key >= GDK_KEY_F1 && key <= GDK_KEY_F5);
    }
}

static void
test_keys_are_unique (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  gsize n;
  const YcShortcut *shortcuts = yc_shortcuts_get_all (&n);

  for (gsize i = 0; i < n; i++)
    g_assert_true (g_hash_table_add (seen, (gpointer) shortcuts[i].accelerator));
}

static void
test_key_labels (void)
{
  g_autofree char *enter = yc_shortcuts_label ("<Control>Return");
  g_autofree char *down = yc_shortcuts_label ("<Control>Down");
  g_autofree char *back = yc_shortcuts_label ("<Control><Shift>Tab");
  g_autofree char *words = yc_shortcuts_label ("↑↓");

  g_assert_cmpstr (enter, ==, "Ctrl+Enter");
  g_assert_cmpstr (down, ==, "Ctrl+↓");
  g_assert_cmpstr (back, ==, "Ctrl+Shift+Tab");
  g_assert_cmpstr (words, ==, "↑↓");
}

static void
test_sending (void)
{
  g_autofree char *some = yc_words_sending (1200000, 8100000);

  g_assert_nonnull (strstr (some, "1.2"));
  g_assert_nonnull (strstr (some, "8.1"));
  g_assert_null (yc_words_sending (0, 0));
  g_assert_null (yc_words_sending (5, 5));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/words/every-error", test_every_error_has_words);
  g_test_add_func ("/words/foreign-error", test_foreign_error_speaks_itself);
  g_test_add_func ("/words/system-error", test_system_error);
  g_test_add_func ("/words/fee", test_fee);
  g_test_add_func ("/words/duration", test_duration);
  g_test_add_func ("/words/since", test_since);
  g_test_add_func ("/words/join", test_join_leaves_out_what_is_empty);
  g_test_add_func ("/words/sending", test_sending);
  g_test_add_func ("/keys/input-methods", test_keys_leave_input_methods_alone);
  g_test_add_func ("/keys/unique", test_keys_are_unique);
  g_test_add_func ("/keys/labels", test_key_labels);

  return g_test_run ();
}
