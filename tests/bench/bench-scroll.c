/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How smoothly a scan of 300 pages of A4 at 200 dpi scrolls: frames a second and the longest gap
 * between two, at a page a second and at ten, and in how many frames the page in the middle of the
 * view was there. */
#include <adwaita.h>
#include <gdk-pixbuf/gdk-pixbuf.h>
#include <cairo-pdf.h>

#include "yc-page-canvas.h"
#include "yc-preview-view.h"
#include "yc-test-window.h"
#include "yc-ui.h"

#define N_PAGES 300
#define WIDTH 1280
#define HEIGHT 800
#define SECONDS 8
#define DPI 200
#define A4_WIDTH 595.28
#define A4_HEIGHT 841.89

typedef struct
{
  YcPageCanvas  *canvas;
  GtkAdjustment *adjustment;
  double         pages_a_second;
  gint64         start;
  gint64         last;
  gint64         longest; /* microseconds */
  guint          n_frames;
  guint          n_blank;
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
create_document (void)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *pdf =
      cairo_pdf_surface_create_for_stream (append_cb, bytes, A4_WIDTH, A4_HEIGHT);
  cairo_surface_t *scan = create_scan ();
  cairo_t *cr = cairo_create (pdf);

  cairo_scale (cr, 72.0 / DPI, 72.0 / DPI);
  for (guint i = 0; i < N_PAGES; i++)
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

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  Run *run = user_data;
  gint64 now = g_get_monotonic_time ();
  double page_height = gtk_adjustment_get_upper (run->adjustment) / N_PAGES;

  if (run->n_frames++ > 0)
    run->longest = MAX (run->longest, now - run->last);
  run->last = now;
  if (!yc_page_canvas_shows (run->canvas, yc_page_canvas_get_page (run->canvas)))
    run->n_blank++;
  gtk_adjustment_set_value (run->adjustment, page_height * run->pages_a_second *
                                                 (double) (now - run->start) / G_USEC_PER_SEC);
  run->done = now - run->start > SECONDS * G_USEC_PER_SEC;
  return run->done ? G_SOURCE_REMOVE : G_SOURCE_CONTINUE;
}

static void
scroll (YcPageCanvas *canvas, double pages_a_second, const char *name)
{
  Run run = { .canvas = canvas, .pages_a_second = pages_a_second };
  double seconds;

  run.adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (canvas));
  run.start = g_get_monotonic_time ();
  gtk_widget_add_tick_callback (GTK_WIDGET (canvas), tick_cb, &run, NULL);
  while (!run.done)
    g_main_context_iteration (NULL, TRUE);
  seconds = (double) (run.last - run.start) / G_USEC_PER_SEC;
  g_print ("{\"bench\":\"scroll-scan-%s\",\"unit\":\"frames per second\",\"pages\":%d,"
           "\"fps\":%.1f,\"longest_gap_ms\":%.1f,\"blank_frames_percent\":%.1f,\"budget\":30}\n",
           name, N_PAGES, run.n_frames / seconds, (double) run.longest / 1000,
           100.0 * run.n_blank / run.n_frames);
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

int
main (int argc, char **argv)
{
  g_autoptr (GBytes) pdf = NULL;
  GtkWidget *view;
  GtkWindow *window;
  GtkWidget *canvas;

  yc_ui_prepare_locale ();
  gtk_init ();
  adw_init ();
  yc_ui_init ();
  pdf = create_document ();
  view = yc_preview_view_new ();
  window = yc_test_window_new (view, WIDTH, HEIGHT);
  canvas = find_canvas (view);
  yc_preview_view_set_pdf (YC_PREVIEW_VIEW (view), pdf, YC_DOCUMENT_FOREIGN);
  yc_test_iterate_until (is_drawn, canvas);
  scroll (YC_PAGE_CANVAS (canvas), 1, "reading");
  scroll (YC_PAGE_CANVAS (canvas), 10, "flying");
  yc_test_window_destroy (window);
  return 0;
}
