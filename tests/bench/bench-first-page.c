/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long it takes from the choice of a certificate in the list until its first page is painted: at
 * a real desk that asks a real service, and in the preview alone from the file's bytes, beside
 * Evince's view showing the same file on the same screen. */
#include <adwaita.h>
#include <stdlib.h>

#include "yc-certificates-page.h"
#include "yc-page-canvas.h"
#include "yc-preview-view.h"
#include "yc-test-desk.h"
#include "yc-test-folder.h"
#include "yc-test-service.h"
#include "yc-test-window.h"
#include "yc-ui.h"

#define WIDTH 1280
#define HEIGHT 800
#define N_ROUNDS 60
#define N_RESTS 4
#define REST_SECONDS 6 /* after which the process that draws is gone */
#define PYTHON "/usr/bin/python3"

typedef struct
{
  YcPageCanvas *canvas;
  gboolean      painted;
} Watch;

static GtkWidget *
find_type (GtkWidget *root, GType type)
{
  GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (root), type) ? root : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_type (child, type);
  return found;
}

static void
painted_cb (Watch *watch)
{
  watch->painted = yc_page_canvas_get_texture (watch->canvas, 0) != NULL;
}

/* In milliseconds since @start. */
static double
wait_until_painted (YcPageCanvas *canvas, gint64 start)
{
  GdkFrameClock *clock =
      gtk_widget_get_frame_clock (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (canvas))));
  Watch watch = { .canvas = canvas };

  g_assert_null (yc_page_canvas_get_texture (canvas, 0));
  g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (painted_cb), &watch);
  while (!watch.painted)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handlers_disconnect_by_data (clock, &watch);
  return (double) (g_get_monotonic_time () - start) / 1000.0;
}

static gboolean
passed_cb (gpointer passed)
{
  *(gboolean *) passed = TRUE;
  return G_SOURCE_REMOVE;
}

/* So that each round begins at rest, as a person's does. */
static void
rest (guint milliseconds)
{
  gboolean passed = FALSE;

  g_timeout_add (milliseconds, passed_cb, &passed);
  while (!passed)
    g_main_context_iteration (NULL, TRUE);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return first < second ? -1 : first > second;
}

static double
report (const char *name, double *times, guint n)
{
  double first = times[0];

  qsort (times, n, sizeof *times, compare);
  g_print ("{\"bench\":\"%s\",\"unit\":\"ms\",\"rounds\":%u,\"first\":%.1f,\"p50\":%.1f,\"p99\":%.1f,"
           "\"budget\":50}\n",
           name, n, first, times[n / 2], times[n * 99 / 100]);
  return times[n / 2];
}

/* the list of a desk */

static double
choose (GtkWidget *page, YcPageCanvas *canvas, guint round)
{
  gint64 start = g_get_monotonic_time ();

  yc_page_command (YC_PAGE (page), round % 2 == 0 ? YC_PAGE_COMMAND_NEXT_ITEM
                                                  : YC_PAGE_COMMAND_PREVIOUS_ITEM);
  return wait_until_painted (canvas, start);
}

static gboolean
is_shown (gpointer canvas)
{
  return yc_page_canvas_get_texture (canvas, 0) != NULL;
}

/* (transfer full): the certificate that was shown last */
static GBytes *
measure_desk (YcDesk *desk)
{
  GtkWidget *page = g_object_new (YC_TYPE_CERTIFICATES_PAGE, "desk", desk, NULL);
  GtkWindow *window = yc_test_window_new (page, WIDTH, HEIGHT);
  YcPageCanvas *canvas = YC_PAGE_CANVAS (find_type (page, YC_TYPE_PAGE_CANVAS));
  GtkWidget *view = find_type (page, YC_TYPE_PREVIEW_VIEW);
  double times[N_ROUNDS], rested[N_RESTS];
  GBytes *pdf;

  yc_page_shown (YC_PAGE (page));
  yc_test_iterate_until (is_shown, canvas);
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      rest (100);
      times[i] = choose (page, canvas, i);
    }
  report ("first-page-click", times, N_ROUNDS);
  for (guint i = 0; i < N_RESTS; i++)
    {
      rest (REST_SECONDS * 1000);
      rested[i] = choose (page, canvas, i);
    }
  report ("first-page-click-rested", rested, N_RESTS);
  pdf = g_bytes_ref (
      yc_document_get_bytes (yc_preview_view_get_document (YC_PREVIEW_VIEW (view))));
  yc_test_window_destroy (window);
  return pdf;
}

/* beside Evince */

static double
measure_view (GBytes *pdf)
{
  GtkWidget *view = yc_preview_view_new ();
  GtkWindow *window = yc_test_window_new (view, WIDTH, HEIGHT);
  YcPageCanvas *canvas = YC_PAGE_CANVAS (find_type (view, YC_TYPE_PAGE_CANVAS));
  double times[N_ROUNDS];
  double p50;

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      gint64 start;

      yc_preview_view_set_pdf (YC_PREVIEW_VIEW (view), NULL, YC_DOCUMENT_OURS);
      rest (50);
      start = g_get_monotonic_time ();
      yc_preview_view_set_pdf (YC_PREVIEW_VIEW (view), pdf, YC_DOCUMENT_OURS);
      times[i] = wait_until_painted (canvas, start);
    }
  p50 = report ("first-page-view", times, N_ROUNDS);
  yc_test_window_destroy (window);
  return p50;
}

static void
measure_evince (const char *script, const char *folder, GBytes *pdf, double ours)
{
  g_autofree char *file = g_build_filename (folder, "certificate.pdf", NULL);
  g_autofree char *rounds = g_strdup_printf ("%d", N_ROUNDS);
  g_autofree char *output = NULL;
  g_autoptr (GSubprocess) peer = NULL;
  g_autoptr (GError) error = NULL;
  double first, p50, p99;

  g_assert_true (g_file_set_contents (file, g_bytes_get_data (pdf, NULL),
                                      (gssize) g_bytes_get_size (pdf), NULL));
  peer = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, PYTHON, script, file, rounds,
                           NULL);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (peer, NULL, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (sscanf (output, "{\"first\": %lf, \"p50\": %lf, \"p99\": %lf}", &first, &p50, &p99),
                   ==, 3);
  g_print ("{\"bench\":\"first-page-evince\",\"unit\":\"ms\",\"rounds\":%d,\"first\":%.1f,"
           "\"p50\":%.1f,\"p99\":%.1f,\"ours_to_evince\":%.2f}\n",
           N_ROUNDS, first, p50, p99, ours / p50);
}

int
main (int argc, char **argv)
{
  YcTestService *service;
  YcTestFolder *folder;
  YcDesk *desk;
  g_autoptr (GBytes) pdf = NULL;

  if (argc != 2)
    {
      g_printerr ("usage: bench-first-page PEER\n");
      return 2;
    }
  yc_ui_prepare_locale ();
  gtk_init ();
  adw_init ();
  yc_ui_init ();
  service = yc_test_service_new (TRUE, NULL);
  folder = yc_test_folder_new ();
  desk = yc_test_desk_new (folder, yc_test_service_get_url (service));
  yc_test_desk_sign_in (desk, "chenxiao");
  yc_test_desk_wait_for_catalog (desk);
  pdf = measure_desk (desk);
  measure_evince (argv[1], folder, pdf, measure_view (pdf));
  yc_test_desk_free (desk);
  yc_test_folder_free (folder);
  yc_test_service_free (service);
  return 0;
}
