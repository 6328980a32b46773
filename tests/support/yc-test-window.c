/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A window on the test's own display, with real key presses and pictures. */
#include "yc-test-window.h"

#include <gdk/x11/gdkx.h>
#include <glib/gi18n-lib.h>

#define DEADLINE (60 * G_USEC_PER_SEC)

static gboolean
is_active (gpointer data)
{
  return gtk_window_is_active (data);
}

static void
run (const char *const *argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process =
      g_subprocess_newv (argv, G_SUBPROCESS_FLAGS_STDOUT_SILENCE, &error);

  g_assert_no_error (error);
  g_subprocess_wait_check (process, NULL, &error);
  g_assert_no_error (error);
}

/* By its number: GDK's own windows, of which one stays after a drag, have the program's name. */
void
yc_test_window_focus (GtkWindow *window)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (window));
  g_autofree char *id = g_strdup_printf ("%lu", gdk_x11_surface_get_xid (surface));
  const char *argv[] = { "xdotool", "windowfocus", "--sync", id, NULL };

  gdk_display_sync (gdk_surface_get_display (surface));
  run (argv);
  yc_test_iterate_until (is_active, window);
}

GtkWindow *
yc_test_window_new (GtkWidget *child, int width, int height)
{
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());

  gtk_window_set_title (window, g_get_prgname ());
  gtk_window_set_decorated (window, FALSE);
  gtk_window_set_default_size (window, width, height);
  gtk_window_set_child (window, child);
  gtk_window_present (window);
  while (!gtk_widget_get_mapped (GTK_WIDGET (window)) ||
         gtk_widget_get_width (GTK_WIDGET (window)) == 0)
    g_main_context_iteration (NULL, TRUE);
  yc_test_window_focus (window);
  return window;
}

void
yc_test_window_destroy (GtkWindow *window)
{
  gtk_window_destroy (window);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

void
yc_test_iterate_until (gboolean (*condition) (gpointer), gpointer data)
{
  gint64 deadline = g_get_monotonic_time () + DEADLINE;

  while (!condition (data))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
      if (!g_main_context_iteration (NULL, FALSE))
        g_usleep (1000);
    }
}

void
yc_test_press (GtkWindow *window, const char *keys)
{
  g_autofree char *line = g_strconcat ("xdotool key --clearmodifiers ", keys, NULL);
  g_auto (GStrv) argv = g_strsplit (line, " ", -1);

  run ((const char **) argv);
}

void
yc_test_point_at (GtkWidget *widget, int dx, int dy, const char *then)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (widget));
  int factor = gtk_widget_get_scale_factor (window);
  graphene_point_t place;
  g_autofree char *x = NULL, *y = NULL;
  const char *argv[] = { "xdotool", "mousemove", "--sync", NULL, NULL, then, "1", NULL };

  g_assert_true (
      gtk_widget_compute_point (widget, window, &GRAPHENE_POINT_INIT (dx, dy), &place));
  argv[3] = x = g_strdup_printf ("%d", (int) place.x * factor);
  argv[4] = y = g_strdup_printf ("%d", (int) place.y * factor);
  run (argv);
}

void
yc_test_take_picture (const char *name)
{
  const char *folder = g_getenv ("YC_PICTURES");
  g_autofree char *file = NULL;
  const char *argv[] = { "import", "-window", "root", NULL, NULL };
  gint64 until = g_get_monotonic_time () + G_USEC_PER_SEC / 2;

  if (folder == NULL)
    return;
  /* Transitions end. */
  while (g_get_monotonic_time () < until)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
  file = g_strdup_printf ("%s/%s.png", folder, name);
  argv[3] = file;
  run (argv);
}

static GtkWidget *
find (GtkWidget *root, gboolean (*matches) (GtkWidget *, const char *), const char *words)
{
  if (matches (root, words))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, matches, words);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
is_button (GtkWidget *widget, const char *label)
{
  return GTK_IS_BUTTON (widget) &&
         g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0;
}

static gboolean
is_label (GtkWidget *widget, const char *words)
{
  return GTK_IS_LABEL (widget) && gtk_widget_is_visible (widget) &&
         g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), words);
}

GtkWidget *
yc_test_find_button (GtkWidget *root, const char *label)
{
  return find (root, is_button, _ (label));
}

GtkWidget *
yc_test_find_label (GtkWidget *root, const char *words)
{
  return find (root, is_label, _ (words));
}

GtkWidget *
yc_test_find_widget (GtkWidget *root, const char *style)
{
  return find (root, gtk_widget_has_css_class, style);
}
