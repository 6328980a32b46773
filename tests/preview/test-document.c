/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Documents good and bad: opened, measured, drawn, read; and none of them takes the program down. */
#include <gdk-pixbuf/gdk-pixbuf.h>
#include <locale.h>
#include <math.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "yc-document.h"
#include "yc-page-server.h"
#include "yc-preview-error.h"
#include "yc-test-document.h"
#include "yc-test-files.h"
#include "yc-test-pdf.h"

#define WHITE 0xffffffffu
#define A4_WIDTH YC_TEST_PDF_A4_WIDTH
#define A4_HEIGHT YC_TEST_PDF_A4_HEIGHT

static const char *program;

/* Takes @pdf. */
static YcDocument *
load_well (GBytes *pdf)
{
  g_autoptr (GError) error = NULL;
  YcDocument *document = yc_test_document_load (pdf, YC_DOCUMENT_OURS, &error);

  g_assert_no_error (error);
  g_bytes_unref (pdf);
  return document;
}

static YcPixels *
render_well (YcDocument *document,
             guint       page,
             double      scale)
{
  g_autoptr (GError) error = NULL;
  YcPixels *pixels = yc_test_document_render (document, page, scale, &error);

  g_assert_no_error (error);
  return pixels;
}

static guint32
pixel_at (YcPixels *pixels,
          guint     x,
          guint     y)
{
  const guint8 *data = g_bytes_get_data (pixels->bytes, NULL);
  guint32 pixel;

  memcpy (&pixel, data + y * pixels->stride + x * sizeof pixel, sizeof pixel);
  return pixel;
}

static guint
count_ink (YcPixels *pixels)
{
  guint n = 0;

  for (guint y = 0; y < pixels->height; y++)
    for (guint x = 0; x < pixels->width; x++)
      n += pixel_at (pixels, x, y) != WHITE ? 1 : 0;
  return n;
}

static void
test_load (void)
{
  g_autoptr (GBytes) pdf = yc_test_pdf_new (3, A4_WIDTH, A4_HEIGHT);
  g_autoptr (GError) error = NULL;
  g_autoptr (YcDocument) document = yc_test_document_load (pdf, YC_DOCUMENT_OURS, &error);
  double width;
  double height;

  g_assert_no_error (error);
  g_assert_cmpuint (yc_document_get_n_pages (document), ==, 3);
  yc_document_get_page_size (document, 2, &width, &height);
  g_assert_cmpfloat_with_epsilon (width, A4_WIDTH, 0.01);
  g_assert_cmpfloat_with_epsilon (height, A4_HEIGHT, 0.01);
  g_assert_true (yc_document_get_bytes (document) == pdf);
}

static void
test_rotated (void)
{
  g_autoptr (YcDocument) document =
      load_well (yc_test_pdf_new_media_box ("[0 0 595 842] /Rotate 90"));
  g_autoptr (YcPixels) pixels = render_well (document, 0, 1);
  double width;
  double height;

  yc_document_get_page_size (document, 0, &width, &height);
  g_assert_cmpfloat (width, ==, 842);
  g_assert_cmpfloat (height, ==, 595);
  g_assert_cmpuint (pixels->width, ==, 842);
  g_assert_cmpuint (pixels->height, ==, 595);
}

static void
test_render (void)
{
  g_autoptr (YcDocument) document = load_well (yc_test_pdf_new (1, A4_WIDTH, A4_HEIGHT));
  g_autoptr (YcPixels) pixels = render_well (document, 0, 2);

  g_assert_cmpuint (pixels->width, ==, 1191);
  g_assert_cmpuint (pixels->height, ==, 1684);
  g_assert_cmpfloat (pixels->scale, ==, 2);
  g_assert_cmpuint (pixels->stride, >=, pixels->width * 4);
  g_assert_cmpuint (g_bytes_get_size (pixels->bytes), >=, pixels->stride * pixels->height);
  /* Opaque white paper with some ink on it. */
  g_assert_cmphex (pixel_at (pixels, 0, 0), ==, WHITE);
  g_assert_cmphex (pixel_at (pixels, pixels->width - 1, pixels->height - 1), ==, WHITE);
  g_assert_cmpuint (count_ink (pixels), >, 500);
}

/* What was drawn stays, whatever becomes of the document. */
static void
test_pixels_outlive_document (void)
{
  YcDocument *document = load_well (yc_test_pdf_new (1, A4_WIDTH, A4_HEIGHT));
  g_autoptr (YcPixels) pixels = render_well (document, 0, 1);

  g_object_add_weak_pointer (G_OBJECT (document), (gpointer *) &document);
  g_object_unref (document);
  while (document != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (count_ink (pixels), >, 100);
}

static void
test_pixels_are_bounded (void)
{
  g_autoptr (YcDocument) document = load_well (yc_test_pdf_new (1, 14400, 14400));
  g_autoptr (YcDocument) strip = load_well (yc_test_pdf_new_media_box ("[0 0 14400 1]"));
  g_autoptr (YcPixels) pixels = render_well (document, 0, 100);
  g_autoptr (YcPixels) line = render_well (strip, 0, 100);
  g_autoptr (YcPixels) dot = render_well (strip, 0, 0.0001);

  g_assert_cmpuint (pixels->width * pixels->height, <=, YC_DOCUMENT_MAX_PIXELS * 1.001);
  g_assert_cmpuint (pixels->width * pixels->height, >=, YC_DOCUMENT_MAX_PIXELS / 2);
  g_assert_cmpfloat (pixels->scale, <, 1);
  g_assert_cmpuint (line->width, ==, 16384);
  g_assert_cmpuint (line->height, ==, 1);
  g_assert_cmpuint (dot->width, ==, 1);
  g_assert_cmpuint (dot->height, ==, 1);
}

static void
test_text (void)
{
  g_autoptr (YcDocument) document = load_well (yc_test_pdf_new (2, A4_WIDTH, A4_HEIGHT));
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  yc_document_load_text_async (document, 1, NULL, yc_test_document_keep, &result);
  text = yc_document_load_text_finish (document, yc_test_document_wait (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, "第 2 页 样例证明");
}

static void
test_no_such_page (void)
{
  g_autoptr (YcDocument) document = load_well (yc_test_pdf_new (1, A4_WIDTH, A4_HEIGHT));
  const guint pages[] = { 1, 1000, G_MAXINT, G_MAXUINT };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (yc_test_document_render (document, pages[i], 1, &error));
      g_assert_error (error, YC_PREVIEW_ERROR, YC_PREVIEW_ERROR_NO_PAGE);
    }
}

static void
test_cancelled_renders (void)
{
  g_autoptr (YcDocument) document = load_well (yc_test_pdf_new (1, A4_WIDTH, A4_HEIGHT));
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  GAsyncResult *results[50] = { NULL };
  g_autoptr (GAsyncResult) last = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (YcPixels) pixels = NULL;
  guint n_cancelled = 0;

  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    yc_document_render_async (document, 0, 3, YC_DOCUMENT_PRIORITY_LOOKED_AT, cancellable,
                              yc_test_document_keep, &results[i]);
  yc_document_render_async (document, 0, 1, YC_DOCUMENT_PRIORITY_LOOKED_AT, NULL,
                            yc_test_document_keep, &last);
  g_cancellable_cancel (cancellable);
  pixels = yc_document_render_finish (document, yc_test_document_wait (&last), &error);
  g_assert_no_error (error);
  /* In order: all others have come back before. */
  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    {
      g_autoptr (GAsyncResult) result = yc_test_document_wait (&results[i]);
      g_autoptr (GError) why = NULL;
      g_autoptr (YcPixels) stale = yc_document_render_finish (document, result, &why);

      n_cancelled += g_error_matches (why, G_IO_ERROR, G_IO_ERROR_CANCELLED) ? 1 : 0;
      g_assert_null (stale);
    }
  g_assert_cmpuint (n_cancelled, ==, G_N_ELEMENTS (results));
}

typedef struct
{
  GString      *served;
  const char   *name;
  GCancellable *cancellable;
} Turn;

static void
turn_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  Turn *turn = user_data;
  g_autoptr (YcPixels) pixels =
      yc_document_render_finish (YC_DOCUMENT (object), result, NULL);

  g_assert_nonnull (pixels);
  g_string_append (turn->served, turn->name);
}

/* What is looked at comes before what may be looked at; and places can be changed afterwards. */
static void
test_priorities (void)
{
  static const YcDocumentPriority priorities[] = {
    YC_DOCUMENT_PRIORITY_SMALL, YC_DOCUMENT_PRIORITY_SMALL,     YC_DOCUMENT_PRIORITY_NEXT,
    YC_DOCUMENT_PRIORITY_NEXT,  YC_DOCUMENT_PRIORITY_LOOKED_AT, YC_DOCUMENT_PRIORITY_LOOKED_AT,
  };
  static const char *const names[] = { "a", "b", "c", "d", "e", "f" };
  g_autoptr (YcDocument) document = load_well (yc_test_pdf_new (1, A4_WIDTH, A4_HEIGHT));
  g_autoptr (GString) served = g_string_new (NULL);
  Turn turns[G_N_ELEMENTS (priorities)];

  yc_page_server_set_alone (yc_page_server_get (YC_DOCUMENT_OURS));
  for (guint i = 0; i < G_N_ELEMENTS (turns); i++)
    {
      turns[i] = (Turn){ served, names[i], g_cancellable_new () };
      yc_document_render_async (document, 0, 0.5, priorities[i], turns[i].cancellable, turn_cb,
                                &turns[i]);
    }
  /* The first one had its turn at once. */
  yc_document_set_priority (document, turns[3].cancellable, YC_DOCUMENT_PRIORITY_LOOKED_AT);
  yc_document_set_priority (document, turns[4].cancellable, YC_DOCUMENT_PRIORITY_TEXT);
  while (served->len < G_N_ELEMENTS (turns))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (served->str, ==, "afdcbe");
  for (guint i = 0; i < G_N_ELEMENTS (turns); i++)
    g_object_unref (turns[i].cancellable);
}

/* Documents may come and go while others are drawn. */
static void
test_many_at_once (void)
{
  g_autoptr (GBytes) pdf = yc_test_pdf_new (2, A4_WIDTH, A4_HEIGHT);
  YcDocument *documents[8];
  GAsyncResult *results[G_N_ELEMENTS (documents)] = { NULL };

  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    {
      documents[i] = load_well (g_bytes_ref (pdf));
      yc_document_render_async (documents[i], i % 2, 1, YC_DOCUMENT_PRIORITY_LOOKED_AT, NULL,
                                yc_test_document_keep, &results[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    {
      g_autoptr (GAsyncResult) result = yc_test_document_wait (&results[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (YcPixels) pixels = yc_document_render_finish (documents[i], result, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (count_ink (pixels), >, 100);
      g_object_unref (documents[i]);
    }
}

typedef struct
{
  const char *name;
  const char *media_box;
  int         code; /* 0: shown after all */
} PageSize;

static const PageSize page_sizes[] = {
  { "ordinary", "[0 0 595 842]", 0 },
  { "upside-down", "[595 842 0 0]", 0 },
  { "shifted", "[-100000 -100000 -99405 -99158]", 0 },
  { "huge", "[0 0 1000000 1000000]", YC_PREVIEW_ERROR_TOO_LARGE },
  { "long", "[0 0 10 14401]", YC_PREVIEW_ERROR_TOO_LARGE },
  { "not-numbers", "[0 0 1e38 nan]", 0 },
  { "overflow", "[0 0 99999999999999999999 99999999999999999999]", YC_PREVIEW_ERROR_TOO_LARGE },
};

static void
test_page_size (gconstpointer data)
{
  const PageSize *size = data;
  g_autoptr (GBytes) pdf = yc_test_pdf_new_media_box (size->media_box);
  g_autoptr (GError) error = NULL;
  g_autoptr (YcDocument) document = yc_test_document_load (pdf, YC_DOCUMENT_OURS, &error);

  if (size->code != 0)
    {
      g_assert_error (error, YC_PREVIEW_ERROR, size->code);
      return;
    }
  g_assert_no_error (error);
  yc_pixels_unref (render_well (document, 0, 1));
}

static void
assert_refused (GBytes *pdf,
                int     code)
{
  g_autoptr (GBytes) owned = pdf;
  g_autoptr (GError) error = NULL;

  g_assert_null (yc_test_document_load (owned, YC_DOCUMENT_OURS, &error));
  g_assert_error (error, YC_PREVIEW_ERROR, code);
  g_assert_cmpstr (error->message, !=, "");
}

static void
test_bad_documents (void)
{
  assert_refused (yc_test_pdf_new_damaged (), YC_PREVIEW_ERROR_DAMAGED);
  assert_refused (g_bytes_new_static ("", 0), YC_PREVIEW_ERROR_DAMAGED);
  assert_refused (g_bytes_new_static ("<html></html>", 13), YC_PREVIEW_ERROR_DAMAGED);
  assert_refused (yc_test_pdf_new_encrypted (), YC_PREVIEW_ERROR_ENCRYPTED);
}

/* (transfer full): red above, white below */
static GBytes *
create_picture (const char *type,
                int         width,
                int         height)
{
  g_autoptr (GdkPixbuf) picture = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);
  g_autoptr (GdkPixbuf) lower =
      gdk_pixbuf_new_subpixbuf (picture, 0, height / 2, width, height - height / 2);
  g_autoptr (GError) error = NULL;
  char *data;
  gsize size;

  gdk_pixbuf_fill (picture, 0xff0000ff);
  gdk_pixbuf_fill (lower, 0xffffffff);
  gdk_pixbuf_save_to_buffer (picture, &data, &size, type, &error, NULL);
  g_assert_no_error (error);
  return g_bytes_new_take (data, size);
}

static void
test_picture (gconstpointer type)
{
  g_autoptr (YcDocument) document = load_well (create_picture (type, 600, 300));
  g_autoptr (YcPixels) pixels = render_well (document, 0, 0.5);
  g_autoptr (YcPixels) largest = render_well (document, 0, 100);
  g_autoptr (YcPixels) none = NULL;
  g_autoptr (GError) error = NULL;
  double width, height;

  g_assert_cmpuint (yc_document_get_n_pages (document), ==, 1);
  yc_document_get_page_size (document, 0, &width, &height);
  g_assert_cmpfloat_with_epsilon (width, 842, 0.01);
  g_assert_cmpfloat_with_epsilon (height, 421, 0.01);
  g_assert_cmpuint (pixels->width, ==, 421);
  g_assert_cmpuint (pixels->height, ==, 210);
  g_assert_cmphex (pixel_at (pixels, 200, 20) & 0xfff0f0f0, ==, 0xfff00000);
  g_assert_cmphex (pixel_at (pixels, 200, 200), ==, WHITE);
  g_assert_cmpuint (largest->width, <=, 1200);
  none = yc_test_document_render (document, 1, 1, &error);
  g_assert_null (none);
  g_assert_error (error, YC_PREVIEW_ERROR, YC_PREVIEW_ERROR_NO_PAGE);
}

/* A camera held upright tells so in the file (EXIF 2.3, tag 0x0112). */
static void
test_turned_picture (void)
{
  static const guint8 exif[] = {
    0xff, 0xe1, 0, 34, 'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8,
    0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0,
  };
  g_autoptr (GBytes) plain = create_picture ("jpeg", 600, 300);
  GByteArray *turned = g_byte_array_new ();
  g_autoptr (YcDocument) document = NULL;
  double width, height;

  g_byte_array_append (turned, g_bytes_get_data (plain, NULL), 2);
  g_byte_array_append (turned, exif, sizeof exif);
  g_byte_array_append (turned, (const guint8 *) g_bytes_get_data (plain, NULL) + 2,
                       g_bytes_get_size (plain) - 2);
  document = load_well (g_byte_array_free_to_bytes (turned));
  yc_document_get_page_size (document, 0, &width, &height);
  g_assert_cmpfloat_with_epsilon (width, 421, 0.01);
  g_assert_cmpfloat_with_epsilon (height, 842, 0.01);
}

static void
open_and_draw (GBytes *pdf)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YcDocument) document = yc_test_document_load (pdf, YC_DOCUMENT_OURS, &error);
  g_autoptr (YcPixels) pixels =
      document != NULL ? yc_test_document_render (document, 0, 0.2, NULL) : NULL;

  g_assert_true ((document == NULL) == (error != NULL));
}

static void
test_bad_pictures (void)
{
  static const char *const types[] = { "png", "jpeg" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (20260724);

  assert_refused (yc_test_files_create_bomb (50000, 50000), YC_PREVIEW_ERROR_TOO_LARGE);
  for (guint i = 0; i < 200; i++)
    {
      g_autoptr (GBytes) sound = create_picture (types[i % 2], 64, 32);
      gsize size;
      gconstpointer data = g_bytes_get_data (sound, &size);
      guint8 *copy = g_memdup2 (data, size);
      g_autoptr (GBytes) mangled = NULL;

      for (guint k = 0; k < 5; k++)
        copy[g_rand_int_range (rand, 4, (gint32) size)] = (guint8) g_rand_int_range (rand, 0, 256);
      mangled = g_bytes_new_take (copy, i % 3 == 0 ? size / 2 : size);
      open_and_draw (mangled);
    }
}

static void
test_called_off (void)
{
  g_autoptr (GBytes) pdf = yc_test_pdf_new (1, A4_WIDTH, A4_HEIGHT);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  yc_document_load_async (pdf, YC_DOCUMENT_OURS, cancellable, yc_test_document_keep, &result);
  g_assert_null (yc_document_load_finish (yc_test_document_wait (&result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Cut short or with bytes changed, a document is refused or shown, but never takes us down. */
static void
test_mangled (void)
{
  g_autoptr (GBytes) pdf = yc_test_pdf_new (1, A4_WIDTH, A4_HEIGHT);
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261121);
  gsize size;
  const guint8 *data = g_bytes_get_data (pdf, &size);

  for (guint i = 0; i < 40; i++)
    {
      g_autoptr (GBytes) cut = g_bytes_new_from_bytes (pdf, 0, size * i / 40);

      open_and_draw (cut);
    }
  for (guint i = 0; i < 100; i++)
    {
      guint8 *copy = g_memdup2 (data, size);
      g_autoptr (GBytes) mangled = NULL;

      for (guint k = 0; k < 20; k++)
        copy[g_rand_int_range (rand, 0, (gint32) size)] = (guint8) g_rand_int_range (rand, 0, 256);
      mangled = g_bytes_new_take (copy, size);
      open_and_draw (mangled);
    }
}

/* The only child that this program has. */
static GPid
find_page_server (void)
{
  g_autofree char *path = g_strdup_printf ("/proc/self/task/%d/children", getpid ());
  g_autofree char *children = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &children, NULL, &error);
  g_assert_no_error (error);
  return (GPid) g_ascii_strtoll (children, NULL, 10);
}

/* The page server dies, as a bad document may make it: what was asked of it comes back as an error,
 * and the next request finds a new one that knows nothing of the old one's documents. */
static void
test_server_dies (void)
{
  g_autoptr (YcDocument) document = load_well (yc_test_pdf_new_full ());
  g_autoptr (YcPixels) before = render_well (document, 0, 1);
  g_autoptr (YcPixels) after = NULL;
  g_autoptr (YcPixels) lost = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPid old = find_page_server ();

  g_assert_cmpint (kill (old, SIGSTOP), ==, 0);
  yc_document_render_async (document, 0, 2, YC_DOCUMENT_PRIORITY_LOOKED_AT, NULL,
                            yc_test_document_keep, &result);
  g_assert_cmpint (kill (old, SIGKILL), ==, 0);
  lost = yc_document_render_finish (document, yc_test_document_wait (&result), &error);
  g_assert_null (lost);
  g_assert_error (error, YC_PREVIEW_ERROR, YC_PREVIEW_ERROR_FAILED);

  after = render_well (document, 0, 1);
  g_assert_true (g_bytes_equal (before->bytes, after->bytes));
  g_assert_cmpint (find_page_server (), !=, old);
}

static void
await_end_of (GPid page_server)
{
  gint64 deadline = g_get_monotonic_time () + 60 * G_USEC_PER_SEC;

  while (find_page_server () == page_server)
    {
      if (g_get_monotonic_time () > deadline)
        g_error ("The page server %d is still there after 60 s", page_server);
      g_main_context_iteration (NULL, FALSE);
      g_usleep (10000);
    }
}

/* When nobody asks for anything the server goes, and it comes back for the same document. */
static void
test_server_rests (void)
{
  g_autoptr (YcDocument) document = load_well (yc_test_pdf_new_full ());
  g_autoptr (YcPixels) before = render_well (document, 0, 1);
  g_autoptr (YcPixels) after = NULL;
  GPid old = find_page_server ();

  await_end_of (old);
  after = render_well (document, 0, 1);
  g_assert_true (g_bytes_equal (before->bytes, after->bytes));
}

/* A program may end at any moment, also while pages are being drawn. */
static void
test_exit_while_drawing (void)
{
  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *delay = g_strdup_printf ("%u", i * 1000);
      g_autoptr (GError) error = NULL;
      g_autoptr (GSubprocess) process = g_subprocess_new (
          G_SUBPROCESS_FLAGS_NONE, &error, program, "--draw-and-exit", delay, NULL);

      g_assert_no_error (error);
      g_subprocess_wait_check (process, NULL, &error);
      g_assert_no_error (error);
    }
}

/* @delay in microseconds. */
static int
draw_and_exit (guint64 delay)
{
  g_autoptr (GBytes) pdf = yc_test_pdf_new_full ();
  g_autoptr (YcDocument) document = yc_test_document_load (pdf, YC_DOCUMENT_OURS, NULL);
  GAsyncResult *results[20];

  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    {
      /* Opened and let go of, too. */
      yc_document_load_async (pdf, YC_DOCUMENT_OURS, NULL, yc_test_document_keep, &results[i]);
      yc_document_render_async (document, 0, 4, YC_DOCUMENT_PRIORITY_LOOKED_AT, NULL,
                                yc_test_document_keep, &results[i]);
    }
  g_usleep (delay);
  return 0;
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  program = argv[0];
  if (argc == 3 && g_str_equal (argv[1], "--draw-and-exit"))
    return draw_and_exit (g_ascii_strtoull (argv[2], NULL, 10));
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/load", test_load);
  g_test_add_func ("/document/rotated", test_rotated);
  g_test_add_func ("/document/render", test_render);
  g_test_add_func ("/document/pixels-outlive-document", test_pixels_outlive_document);
  g_test_add_func ("/document/pixels-are-bounded", test_pixels_are_bounded);
  g_test_add_func ("/document/text", test_text);
  g_test_add_func ("/document/no-such-page", test_no_such_page);
  g_test_add_func ("/document/cancelled-renders", test_cancelled_renders);
  g_test_add_func ("/document/priorities", test_priorities);
  g_test_add_func ("/document/many-at-once", test_many_at_once);
  g_test_add_data_func ("/document/picture/png", "png", test_picture);
  g_test_add_data_func ("/document/picture/jpeg", "jpeg", test_picture);
  g_test_add_func ("/document/picture/turned", test_turned_picture);
  g_test_add_func ("/document/picture/bad", test_bad_pictures);
  g_test_add_func ("/document/bad-documents", test_bad_documents);
  g_test_add_func ("/document/called-off", test_called_off);
  g_test_add_func ("/document/mangled", test_mangled);
  g_test_add_func ("/document/server-dies", test_server_dies);
  g_test_add_func ("/document/server-rests", test_server_rests);
  g_test_add_func ("/document/exit-while-drawing", test_exit_while_drawing);
  for (guint i = 0; i < G_N_ELEMENTS (page_sizes); i++)
    {
      g_autofree char *path = g_strdup_printf ("/document/page-size/%s", page_sizes[i].name);

      g_test_add_data_func (path, &page_sizes[i], test_page_size);
    }
  return g_test_run ();
}
