/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A form of 1,000 fields in groups of ten on screen: from its JSON to the first complete paint of
 * the visible part, and from a change of text to the paint after it. Prints one JSON line.
 */
#include <adwaita.h>
#include <stdlib.h>

#include "yc-form-view.h"
#include "yc-json.h"
#include "yc-ui.h"

#define N_FIELDS 1000
#define N_GROUP 10
#define N_CHANGES 300
#define KEY_MS 30

static JsonNode *
create_schema (void)
{
  static const char *const kinds[] = {
    "\"type\":\"string\",\"minLength\":1,\"maxLength\":40,\"pattern\":\"^[A-Z][a-z]+$\"",
    "\"type\":\"integer\",\"minimum\":0,\"maximum\":1000",
    "\"type\":\"string\",\"enum\":[\"one\",\"two\",\"three\",\"four\"]",
    "\"type\":\"string\",\"format\":\"date\"",
  };
  g_autoptr (GString) text = g_string_new ("{\"type\":\"object\",\"properties\":{");

  for (guint i = 0; i < N_FIELDS; i++)
    g_string_append_printf (text, "%s\"f%u\":{\"title\":\"Field %u\",%s}", i == 0 ? "" : ",", i, i,
                            kinds[i % G_N_ELEMENTS (kinds)]);
  g_string_append (text, "},\"required\":[");
  for (guint i = 0; i < N_FIELDS; i++)
    g_string_append_printf (text, "%s\"f%u\"", i == 0 ? "" : ",", i);
  g_string_append (text, "]}");
  return yc_json_parse (text->str, -1, NULL, NULL);
}

static JsonNode *
create_layout (void)
{
  g_autoptr (GString) text = g_string_new ("{\"type\":\"VerticalLayout\",\"elements\":[");

  for (guint i = 0; i < N_FIELDS; i++)
    {
      if (i % N_GROUP == 0)
        g_string_append_printf (text, "%s{\"type\":\"Group\",\"label\":\"Group\",\"elements\":[",
                                i == 0 ? "" : "]},");
      g_string_append_printf (text, "%s{\"type\":\"Control\",\"scope\":\"#/properties/f%u\"}",
                              i % N_GROUP == 0 ? "" : ",", i);
    }
  g_string_append (text, "]}]}");
  return yc_json_parse (text->str, -1, NULL, NULL);
}

static void
painted_cb (GdkFrameClock *clock,
            gboolean      *painted)
{
  *painted = TRUE;
}

/* Milliseconds from @begin to the end of the next frame. */
static double
wait_for_paint (GtkWidget *window,
                gint64     begin)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (window);
  gboolean painted = FALSE;
  gulong id = g_signal_connect (clock, "after-paint", G_CALLBACK (painted_cb), &painted);

  gtk_widget_queue_draw (window);
  while (!painted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (clock, id);
  return (double) (g_get_monotonic_time () - begin) / 1000;
}

static gboolean
rested_cb (gpointer rested)
{
  *(gboolean *) rested = TRUE;
  return G_SOURCE_REMOVE;
}

/* Keys come at most so fast. A key that came within the same 60th of a second as the paint before
 * would only be measured to wait for the next one, which is the screen's time and not ours. */
static void
rest (void)
{
  gboolean rested = FALSE;

  g_timeout_add (KEY_MS, rested_cb, &rested);
  while (!rested)
    g_main_context_iteration (NULL, TRUE);
}

static int
compare (const void *a,
         const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static void
change (GtkWidget   *window,
        YcForm      *form,
        double      *times)
{
  for (guint i = 0; i < N_CHANGES; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u", i);
      gint64 begin;

      rest ();
      begin = g_get_monotonic_time ();
      yc_form_set_text (form, "/f1", text, NULL);
      times[i] = wait_for_paint (window, begin);
    }
  qsort (times, N_CHANGES, sizeof *times, compare);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (JsonNode) schema = create_schema ();
  g_autoptr (JsonNode) layout = create_layout ();
  g_autoptr (YcForm) form = NULL;
  double opened, times[N_CHANGES];
  GtkWidget *window, *scroller, *view;
  gint64 begin;

  gtk_init ();
  yc_ui_init ();
  window = gtk_window_new ();
  scroller = gtk_scrolled_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (window), 700, 700);
  gtk_window_set_child (GTK_WINDOW (window), scroller);
  gtk_window_present (GTK_WINDOW (window));
  wait_for_paint (window, 0);

  begin = g_get_monotonic_time ();
  form = yc_form_new (schema, layout, NULL);
  view = yc_form_view_new ();
  yc_form_view_set_form (YC_FORM_VIEW (view), form);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  opened = wait_for_paint (window, begin);
  change (window, form, times);
  g_print ("{\"bench\":\"form-view\",\"fields\":%d,\"open_ms\":%.1f,\"change_p50_ms\":%.1f,"
           "\"change_p99_ms\":%.1f,\"budget_open_ms\":100,\"budget_change_ms\":16}\n",
           N_FIELDS, opened, times[N_CHANGES / 2], times[N_CHANGES * 99 / 100]);
  return EXIT_SUCCESS;
}
