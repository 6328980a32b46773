/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How smoothly a scan of 300 pages of A4 at 200 dpi scrolls, and a file of 1,000 pages of text: frames
 * a second that were painted and the longest gap between two, at a page a second and at ten (fifty
 * through the text), in how many of them the page that is looked at was not there or only in small,
 * and what a frame took of the program's own processor time. */
#include <adwaita.h>
#include <gdk-pixbuf/gdk-pixbuf.h>
#include <cairo-pdf.h>
#include <sys/resource.h>

#include "yc-page-canvas.h"
#include "yc-preview-view.h"
#include "yc-test-pdf.h"
#include "yc-test-window.h"
#include "yc-ui.h"

#define N_SCANS 300
#define N_TEXTS 1000
#define WIDTH 1280
#define HEIGHT 800
#define SECONDS 6
#define DPI 200
#define A4_WIDTH 595.28
#define A4_HEIGHT 841.89

typedef struct
{
  YcPageCanvas  *canvas;
  GtkAdjustment *adjustment;
  guint          n_pages;
  double         pages_a_second;
  gint64         start;
  gint64         last;
  gint64         longest; /* microseconds */
  guint          n_frames;
  guint          n_blank;
  guint          n_small;
  gboolean       done;
} Run;

/* What a scanner makes of a page: lines of something dark, and noise everywhere. */
static void
scan_page (GdkPixbuf *picture)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261122);
  int width = gdk_pixbuf_get_width (picture);
  int stride = gdk_pixbuf_get_rowstride (picture);
  guint8 *pixels = gdk_pixbuf_get_pixels (picture);

  for (int y = 0; y < gdk_pixbuf_get_height (picture); y++)
    for (int x = 0; x < width; x++)
      {
        gboolean ink = y % 60 < 30 && g_rand_int_range (rand, 0, 4) == 0;
        guint8 grey = (guint8) ((ink ? 40 : 235) + g_rand_int_range (rand, -15, 16));

        for (int channel = 0; channel < 3; channel++)
          pixels[y * stride + x * 3 + channel] = grey;
      }
}

static cairo_surface_t *
create_scan (void)
{
  static const char id[] = "scan";
  int width = (int) (A4_WIDTH / 72 * DPI), height = (int) (A4_HEIGHT / 72 * DPI);
  g_autoptr (GdkPixbuf) picture = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);
  cairo_surface_t *scan = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  char *jpeg;
  gsize size;

  scan_page (picture);
  g_assert_true (
      gdk_pixbuf_save_to_buffer (picture, &jpeg, &size, "jpeg", NULL, "quality", "75", NULL));
  cairo_surface_set_mime_data (scan, CAIRO_MIME_TYPE_JPEG, (guint8 *) jpeg, size, g_free, jpeg);
  cairo_surface_set_mime_data (scan, CAIRO_MIME_TYPE_UNIQUE_ID, (const guint8 *) id, sizeof id - 1,
                               NULL, NULL);
  return scan;
}

static cairo_status_t
append_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static GBytes *
create_scans (void)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *pdf =
      cairo_pdf_surface_create_for_stream (append_cb, bytes, A4_WIDTH, A4_HEIGHT);
  cairo_surface_t *scan = create_scan ();
  cairo_t *cr = cairo_create (pdf);

  cairo_scale (cr, 72.0 / DPI, 72.0 / DPI);
  for (guint i = 0; i < N_SCANS; i++)
    {
      cairo_set_source_surface (cr, scan, 0, 0);
      cairo_paint (cr);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_finish (pdf);
  cairo_surface_destroy (pdf);
  cairo_surface_destroy (scan);
  return g_byte_array_free_to_bytes (bytes);
}

/* A frame is on screen. */
static void
painted_cb (Run *run)
{
  gint64 now = g_get_monotonic_time ();
  guint page = yc_page_canvas_get_page (run->canvas);

  if (run->n_frames++ > 0)
    run->longest = MAX (run->longest, now - run->last);
  run->last = now;
  if (!yc_page_canvas_shows (run->canvas, page))
    run->n_blank++;
  else if (yc_page_canvas_get_texture (run->canvas, page) == NULL)
    run->n_small++;
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  Run *run = user_data;
  gint64 passed = g_get_monotonic_time () - run->start;
  double page_height = gtk_adjustment_get_upper (run->adjustment) / run->n_pages;

  gtk_adjustment_set_value (run->adjustment, page_height * run->pages_a_second *
                                                 (double) passed / G_USEC_PER_SEC);
  run->done = passed > SECONDS * G_USEC_PER_SEC;
  return run->done ? G_SOURCE_REMOVE : G_SOURCE_CONTINUE;
}

static double
measure_processor (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000 +
         (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1000;
}

static void
report (const Run *run, double milliseconds, const char *name)
{
  double seconds = (double) (run->last - run->start) / G_USEC_PER_SEC;

  g_print ("{\"bench\":\"scroll-%s\",\"unit\":\"frames per second\",\"pages\":%u,"
           "\"pages_a_second\":%.0f,\"fps\":%.1f,\"longest_gap_ms\":%.1f,"
           "\"blank_frames_percent\":%.1f,\"small_frames_percent\":%.1f,"
           "\"processor_ms_per_frame\":%.2f,\"budget\":30}\n",
           name, run->n_pages, run->pages_a_second, run->n_frames / seconds,
           (double) run->longest / 1000, 100.0 * run->n_blank / run->n_frames,
           100.0 * run->n_small / run->n_frames, milliseconds / run->n_frames);
}

static void
scroll (YcPageCanvas *canvas, guint n_pages, double pages_a_second, const char *name)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (canvas));
  Run run = { .canvas = canvas, .n_pages = n_pages, .pages_a_second = pages_a_second };
  double before = measure_processor ();

  run.adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (canvas));
  run.start = g_get_monotonic_time ();
  g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (painted_cb), &run);
  gtk_widget_add_tick_callback (GTK_WIDGET (canvas), tick_cb, &run, NULL);
  while (!run.done)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handlers_disconnect_by_data (clock, &run);
  report (&run, measure_processor () - before, name);
}

static GtkWidget *
find_canvas (GtkWidget *root)
{
  GtkWidget *found = YC_IS_PAGE_CANVAS (root) ? root : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_canvas (child);
  return found;
}

static gboolean
is_drawn (gpointer canvas)
{
  return yc_page_canvas_get_texture (canvas, 0) != NULL;
}

/* Takes @pdf. */
static void
show (GtkWidget *view, YcPageCanvas *canvas, GBytes *pdf)
{
  yc_preview_view_set_pdf (YC_PREVIEW_VIEW (view), pdf, YC_DOCUMENT_FOREIGN);
  yc_test_iterate_until (is_drawn, canvas);
  g_bytes_unref (pdf);
}

int
main (void)
{
  GtkWidget *view;
  GtkWindow *window;
  YcPageCanvas *canvas;

  yc_ui_prepare_locale ();
  gtk_init ();
  adw_init ();
  yc_ui_init ();
  view = yc_preview_view_new ();
  window = yc_test_window_new (view, WIDTH, HEIGHT);
  canvas = YC_PAGE_CANVAS (find_canvas (view));
  show (view, canvas, create_scans ());
  scroll (canvas, N_SCANS, 1, "scan-reading");
  scroll (canvas, N_SCANS, 10, "scan-flying");
  show (view, canvas, yc_test_pdf_new (N_TEXTS, A4_WIDTH, A4_HEIGHT));
  scroll (canvas, N_TEXTS, 50, "text-flying");
  yc_test_window_destroy (window);
  return 0;
}
