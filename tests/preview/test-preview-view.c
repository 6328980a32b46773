/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The preview as a clerk meets it: sharp pages, zoom and page keys, and the states without pages. */
#include "yc-certificate-signature.h"
#include "yc-json.h"
#include "yc-page-canvas.h"
#include "yc-page-list.h"
#include "yc-page-search.h"
#include "yc-page-server.h"
#include "yc-pem-signer.h"
#include "yc-page-textures.h"
#include "yc-page-travel.h"
#include "yc-preview-view.h"
#include "yc-test-document.h"
#include "yc-test-pdf.h"
#include "yc-test-window.h"
#include "yc-ui.h"

#include <adwaita.h>

#define WIDTH 900
#define HEIGHT 700
#define MARGIN 12
#define A4_WIDTH YC_TEST_PDF_A4_WIDTH
#define A4_HEIGHT YC_TEST_PDF_A4_HEIGHT

typedef struct
{
  GtkWindow     *window;
  YcPreviewView *view;
  YcPageCanvas  *canvas;
  GtkStack      *stack;
} Fixture;

static GtkWidget *
find_type (GtkWidget *root, GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_type (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
set_up (Fixture *f, gconstpointer data)
{
  f->view = YC_PREVIEW_VIEW (yc_preview_view_new ());
  f->window = yc_test_window_new (GTK_WIDGET (f->view), WIDTH, HEIGHT);
  f->stack = GTK_STACK (find_type (GTK_WIDGET (f->view), GTK_TYPE_STACK));
  f->canvas = YC_PAGE_CANVAS (
      find_type (gtk_stack_get_child_by_name (f->stack, "pages"), YC_TYPE_PAGE_CANVAS));
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  yc_test_window_destroy (f->window);
}

typedef struct
{
  Fixture    *fixture;
  const char *state;
} WantedState;

static gboolean
has_state (gpointer data)
{
  WantedState *wanted = data;

  return g_str_equal (gtk_stack_get_visible_child_name (wanted->fixture->stack), wanted->state);
}

static void
wait_for_state (Fixture *f, const char *state)
{
  WantedState wanted = { f, state };

  yc_test_iterate_until (has_state, &wanted);
}

typedef struct
{
  YcPageCanvas *canvas;
  guint         page;
} WantedPage;

static int
get_expected_width (YcPageCanvas *canvas)
{
  int factor = gtk_widget_get_scale_factor (GTK_WIDGET (canvas));

  return (int) (A4_WIDTH * 96 / 72 * yc_page_canvas_get_zoom (canvas) * factor + 0.5);
}

/* Drawn at the very pixels of the screen. */
static gboolean
is_sharp (gpointer data)
{
  WantedPage *wanted = data;
  GdkTexture *texture = yc_page_canvas_get_texture (wanted->canvas, wanted->page);

  return texture != NULL &&
         gdk_texture_get_width (texture) == get_expected_width (wanted->canvas);
}

static void
wait_for_page (Fixture *f, guint page)
{
  WantedPage wanted = { f->canvas, page };

  yc_test_iterate_until (is_sharp, &wanted);
}

static gboolean
is_looked_at (gpointer data)
{
  WantedPage *wanted = data;

  return yc_page_canvas_get_page (wanted->canvas) == wanted->page;
}

static void
wait_until_at (Fixture *f, guint page)
{
  WantedPage wanted = { f->canvas, page };

  yc_test_iterate_until (is_looked_at, &wanted);
}

/* Takes @pdf. */
static void
show (Fixture *f, GBytes *pdf)
{
  yc_preview_view_set_pdf (f->view, pdf, YC_DOCUMENT_OURS);
  g_bytes_unref (pdf);
  wait_for_state (f, "pages");
  wait_for_page (f, 0);
}

static void
test_fits_width (Fixture *f, gconstpointer data)
{
  double width;

  show (f, yc_test_pdf_new_full ());
  width = gtk_widget_get_width (GTK_WIDGET (f->canvas));
  g_assert_cmpint (yc_page_canvas_get_zoom_mode (f->canvas), ==, YC_PAGE_ZOOM_FIT_WIDTH);
  g_assert_cmpfloat_with_epsilon (yc_page_canvas_get_zoom (f->canvas),
                                  (width - 2 * MARGIN) / (A4_WIDTH * 96 / 72), 0.001);
  yc_test_take_picture ("preview-fit-width");
}

typedef struct
{
  YcPageCanvas *canvas;
  double        zoom;
} WantedZoom;

static gboolean
has_zoom (gpointer data)
{
  WantedZoom *wanted = data;

  return ABS (yc_page_canvas_get_zoom (wanted->canvas) - wanted->zoom) < 0.001;
}

static void
wait_for_zoom (Fixture *f, double zoom)
{
  WantedZoom wanted = { f->canvas, zoom };

  yc_test_iterate_until (has_zoom, &wanted);
  wait_for_page (f, 0);
}

static void
test_zoom_keys (Fixture *f, gconstpointer data)
{
  show (f, yc_test_pdf_new (2, A4_WIDTH, A4_HEIGHT));
  yc_test_press (f->window, "ctrl+0");
  wait_for_zoom (f, 1.0);
  yc_test_press (f->window, "ctrl+plus");
  wait_for_zoom (f, 1.1);
  yc_test_press (f->window, "ctrl+minus");
  wait_for_zoom (f, 1.0);
  yc_test_press (f->window, "ctrl+minus");
  wait_for_zoom (f, 0.9);
  for (guint i = 0; i < 20; i++)
    yc_test_press (f->window, "ctrl+minus");
  wait_for_zoom (f, 0.1);
  for (guint i = 0; i < 20; i++)
    yc_test_press (f->window, "ctrl+plus");
  wait_for_zoom (f, 3.0);
}

static void
test_zoom_buttons (Fixture *f, gconstpointer data)
{
  double whole;

  show (f, yc_test_pdf_new (2, A4_WIDTH, A4_HEIGHT));
  g_signal_emit_by_name (yc_test_find_button (GTK_WIDGET (f->view), "Whole page"), "clicked");
  whole = (gtk_widget_get_height (GTK_WIDGET (f->canvas)) - 2.0 * MARGIN) / (A4_HEIGHT * 96 / 72);
  wait_for_zoom (f, whole);
  yc_test_take_picture ("preview-whole-page");
  g_signal_emit_by_name (yc_test_find_button (GTK_WIDGET (f->view), "1:1"), "clicked");
  wait_for_zoom (f, 1.0);
}

static void
test_page_keys (Fixture *f, gconstpointer data)
{
  show (f, yc_test_pdf_new (5, A4_WIDTH, A4_HEIGHT));
  gtk_widget_grab_focus (GTK_WIDGET (f->canvas));
  yc_test_press (f->window, "End");
  wait_until_at (f, 4);
  wait_for_page (f, 4);
  yc_test_press (f->window, "Home");
  wait_until_at (f, 0);
  yc_test_press (f->window, "Page_Down");
  yc_test_press (f->window, "Page_Down");
  wait_until_at (f, 1);
  yc_test_press (f->window, "Page_Up");
  yc_test_press (f->window, "Page_Up");
  wait_until_at (f, 0);
  yc_page_canvas_go_to_page (f->canvas, 3);
  wait_until_at (f, 3);
  wait_for_page (f, 3);
}

typedef struct
{
  GtkWidget  *entry;
  const char *text;
} WantedNumber;

static gboolean
has_number (gpointer data)
{
  WantedNumber *wanted = data;

  return g_str_equal (gtk_editable_get_text (GTK_EDITABLE (wanted->entry)), wanted->text);
}

static gboolean
has_focus (gpointer widget)
{
  return gtk_widget_has_focus (widget);
}

/* Ctrl+G, or digits typed on the pages; Enter goes, Escape does not. */
static void
test_page_number (Fixture *f, gconstpointer data)
{
  WantedNumber wanted = { .entry = find_type (GTK_WIDGET (f->view), GTK_TYPE_ENTRY) };

  show (f, yc_test_pdf_new (30, A4_WIDTH, A4_HEIGHT));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (wanted.entry)), ==, "1");
  yc_test_press (f->window, "ctrl+g 1 2 Return");
  wait_until_at (f, 11);
  yc_test_iterate_until (has_focus, f->canvas);
  wanted.text = "12";
  yc_test_iterate_until (has_number, &wanted);
  yc_test_press (f->window, "2");
  wanted.text = "2";
  yc_test_iterate_until (has_number, &wanted);
  yc_test_press (f->window, "5");
  wanted.text = "25";
  yc_test_iterate_until (has_number, &wanted);
  yc_test_take_picture ("preview-page-number");
  yc_test_press (f->window, "Escape");
  yc_test_iterate_until (has_focus, f->canvas);
  wanted.text = "12";
  yc_test_iterate_until (has_number, &wanted);
  g_assert_cmpuint (yc_page_canvas_get_page (f->canvas), ==, 11);
  /* More than there are: the last one. No number, and none at all: nothing. */
  yc_test_press (f->window, "9 9 Return");
  wait_until_at (f, 29);
  yc_test_press (f->window, "ctrl+g x Return");
  yc_test_iterate_until (has_focus, f->canvas);
  yc_test_press (f->window, "0 Return");
  yc_test_iterate_until (has_focus, f->canvas);
  wanted.text = "30";
  yc_test_iterate_until (has_number, &wanted);
  gtk_editable_set_text (GTK_EDITABLE (wanted.entry), "７");
  g_signal_emit_by_name (wanted.entry, "activate");
  wait_until_at (f, 6);
}

static gsize
measure_textures (YcPageCanvas *canvas, guint n_pages)
{
  gsize size = 0;

  for (guint page = 0; page < n_pages; page++)
    {
      GdkTexture *texture = yc_page_canvas_get_texture (canvas, page);

      if (texture != NULL)
        size += (gsize) gdk_texture_get_width (texture) *
                (gsize) gdk_texture_get_height (texture) * 4;
    }
  return size;
}

static gsize
measure_one (YcPageCanvas *canvas)
{
  gsize width = (gsize) get_expected_width (canvas);

  return (gsize) ((double) width * (double) width * A4_HEIGHT / A4_WIDTH * 4);
}

/* What was looked at lately is there at once; pages that are far away hold no memory. */
static void
test_keeps_pages (Fixture *f, gconstpointer data)
{
  const guint n_pages = 60;
  GdkTexture *first;

  show (f, yc_test_pdf_new (n_pages, A4_WIDTH, A4_HEIGHT));
  first = yc_page_canvas_get_texture (f->canvas, 0);
  yc_page_canvas_go_to_page (f->canvas, 3);
  wait_until_at (f, 3);
  wait_for_page (f, 3);
  g_assert_true (yc_page_canvas_get_texture (f->canvas, 0) == first);
  for (guint page = 6; page < n_pages && yc_page_canvas_get_texture (f->canvas, 0) != NULL;
       page += 3)
    {
      yc_page_canvas_go_to_page (f->canvas, page);
      wait_until_at (f, page);
      wait_for_page (f, page);
    }
  g_assert_null (yc_page_canvas_get_texture (f->canvas, 0));
  /* Those on screen and their neighbours come on top. */
  g_assert_cmpuint (measure_textures (f->canvas, n_pages), <=,
                    YC_PAGE_TEXTURES_KEPT + 5 * measure_one (f->canvas));
}

static void
note_cb (GString *order, guint page)
{
  g_string_append_printf (order, "%u ", page);
}

/* From the top of what is seen, then what is next; and pages flown over are not drawn at all. */
static void
test_order (void)
{
  g_autoptr (GBytes) pdf = yc_test_pdf_new (30, A4_WIDTH, A4_HEIGHT);
  g_autoptr (GError) error = NULL;
  g_autoptr (YcDocument) document = yc_test_document_load (pdf, YC_DOCUMENT_OURS, &error);
  g_autoptr (YcPageTextures) textures = yc_page_textures_new (document);
  g_autoptr (GString) order = g_string_new (NULL);

  g_assert_no_error (error);
  yc_page_server_set_alone (yc_page_server_get (YC_DOCUMENT_OURS));
  g_signal_connect_swapped (textures, "changed", G_CALLBACK (note_cb), order);
  for (guint page = 0; page < 20; page += 2)
    yc_page_textures_want (textures, page, page + 1, 0.5, TRUE);
  yc_page_textures_want (textures, 20, 21, 0.5, TRUE);
  while (yc_page_textures_get (textures, 19) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (order->str, ==, "20 21 22 19 ");
  /* A neighbour that is looked at now needs not be asked for again. */
  yc_page_textures_want (textures, 22, 23, 0.5, TRUE);
  while (yc_page_textures_get (textures, 24) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (order->str, ==, "20 21 22 19 23 24 ");
}

static void
test_travel (void)
{
  YcPageTravel travel = { 0 };
  gint64 now = 5 * G_USEC_PER_SEC;

  /* A leap is none. */
  yc_page_travel_move (&travel, 100, now);
  g_assert_cmpfloat (yc_page_travel_get_speed (&travel, now), ==, 0);
  for (guint i = 1; i <= 30; i++)
    yc_page_travel_move (&travel, 100 - 0.2 * i, now + i * 20000);
  now += 600000;
  g_assert_cmpfloat_with_epsilon (yc_page_travel_get_speed (&travel, now), -10, 0.01);
  g_assert_cmpfloat (yc_page_travel_get_speed (&travel, now + YC_PAGE_TRAVEL_REST + 1), ==, 0);
}

static void
count_changes_cb (guint *n)
{
  (*n)++;
}

/* Who closes a long document does not have it drawn to its end. */
static void
test_stops (void)
{
  g_autoptr (GBytes) pdf = yc_test_pdf_new (200, A4_WIDTH, A4_HEIGHT);
  g_autoptr (GError) error = NULL;
  YcDocument *document = yc_test_document_load (pdf, YC_DOCUMENT_OURS, &error);
  YcPageMiniatures *miniatures;
  guint n_drawn = 0;

  g_assert_no_error (error);
  miniatures = yc_page_miniatures_new (document);
  g_signal_connect_swapped (miniatures, "changed", G_CALLBACK (count_changes_cb), &n_drawn);
  yc_page_miniatures_want (miniatures, 0, TRUE, 199, 0, TRUE);
  while (n_drawn == 0)
    g_main_context_iteration (NULL, TRUE);
  yc_page_miniatures_stop (miniatures);
  g_object_add_weak_pointer (G_OBJECT (document), (gpointer *) &document);
  g_object_unref (miniatures);
  g_object_unref (document);
  while (document != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (n_drawn, ==, 1);
}

#define N_FLOWN_OVER 600
#define PAGES_A_FRAME 8

typedef struct
{
  guint    n_frames;
  gint64   time;
  guint    n_rests; /* frames that came so late that they were none of a flight */
  gboolean sharp[N_FLOWN_OVER];
} Flight;

static void
note_sharp (Flight *flight, YcPageCanvas *canvas)
{
  for (guint page = 0; page < N_FLOWN_OVER; page++)
    if (yc_page_canvas_get_texture (canvas, page) != NULL)
      flight->sharp[page] = TRUE;
}

static guint
count_sharp (const Flight *flight)
{
  guint n = 0;

  for (guint page = 0; page < N_FLOWN_OVER; page++)
    n += flight->sharp[page] ? 1 : 0;
  return n;
}

static gboolean
fly_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  Flight *flight = data;
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (widget));
  double page_height = gtk_adjustment_get_upper (adjustment) / N_FLOWN_OVER;
  gint64 now = g_get_monotonic_time ();

  flight->n_rests += now - flight->time > YC_PAGE_TRAVEL_REST * 2 / 3 ? 1 : 0;
  flight->time = now;
  flight->n_frames++;
  note_sharp (flight, YC_PAGE_CANVAS (widget));
  gtk_adjustment_set_value (adjustment, page_height * PAGES_A_FRAME * flight->n_frames);
  return flight->n_frames * PAGES_A_FRAME < N_FLOWN_OVER ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static gboolean
has_landed (gpointer data)
{
  return ((Flight *) data)->n_frames * PAGES_A_FRAME >= N_FLOWN_OVER;
}

static gboolean
has_stand_ins (gpointer data)
{
  YcPageCanvas *canvas = data;
  guint page = N_FLOWN_OVER - 1 - 6;

  return yc_page_canvas_shows (canvas, page) && yc_page_canvas_get_texture (canvas, page) == NULL;
}

/* Pages that fly by are not drawn for the screen; where one stops they are, and small ones of what
 * lies around. */
static void
test_flight (Fixture *f, gconstpointer data)
{
  Flight flight = { 0 };

  show (f, yc_test_pdf_new (N_FLOWN_OVER, A4_WIDTH, A4_HEIGHT));
  gtk_widget_add_tick_callback (GTK_WIDGET (f->canvas), fly_cb, &flight, NULL);
  yc_test_iterate_until (has_landed, &flight);
  /* Some at the beginning, before it was known how fast it goes. */
  g_assert_cmpuint (count_sharp (&flight), <=, 12 + 5 * flight.n_rests);
  wait_until_at (f, N_FLOWN_OVER - 1);
  wait_for_page (f, N_FLOWN_OVER - 1);
  yc_test_iterate_until (has_stand_ins, f->canvas);
}

typedef struct
{
  GtkWidget  *bar;
  const char *words;
} WantedWords;

static gboolean
says (gpointer data)
{
  WantedWords *wanted = data;
  GtkWidget *label = gtk_widget_get_next_sibling (find_type (wanted->bar, GTK_TYPE_SEARCH_ENTRY));

  return g_str_equal (gtk_label_get_text (GTK_LABEL (label)), wanted->words);
}

static void
wait_for_words (GtkWidget *bar, const char *words)
{
  WantedWords wanted = { bar, words };

  yc_test_iterate_until (says, &wanted);
}

static gboolean
is_open (gpointer bar)
{
  return gtk_widget_get_visible (bar);
}

static gboolean
is_closed (gpointer bar)
{
  return !gtk_widget_get_visible (bar);
}

static void
test_search (Fixture *f, gconstpointer data)
{
  GtkWidget *bar = find_type (GTK_WIDGET (f->view), YC_TYPE_PAGE_SEARCH);
  GtkEditable *entry = GTK_EDITABLE (find_type (bar, GTK_TYPE_SEARCH_ENTRY));

  show (f, yc_test_pdf_new (45, A4_WIDTH, A4_HEIGHT));
  g_assert_false (gtk_widget_get_visible (bar));
  yc_page_canvas_go_to_page (f->canvas, 9);
  wait_until_at (f, 9);
  yc_test_press (f->window, "ctrl+f");
  yc_test_iterate_until (is_open, bar);
  gtk_editable_set_text (entry, "第4");
  /* From where the reader is, not from the first page. */
  wait_for_words (bar, "Place 2 of 7");
  wait_until_at (f, 39);
  wait_for_page (f, 39);
  yc_test_take_picture ("preview-search");
  yc_test_press (f->window, "Return");
  wait_for_words (bar, "Place 3 of 7");
  wait_until_at (f, 40);
  yc_test_press (f->window, "shift+Return");
  yc_test_press (f->window, "shift+Return");
  wait_for_words (bar, "Place 1 of 7");
  wait_until_at (f, 3);
  gtk_editable_set_text (entry, "没有的");
  wait_for_words (bar, "Not found");
  g_assert_cmpuint (yc_page_canvas_get_page (f->canvas), ==, 3);
  yc_test_press (f->window, "Escape");
  yc_test_iterate_until (is_closed, bar);
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (f->canvas)));
}

typedef struct
{
  YcPageCanvas *canvas;
  const char   *text;
} WantedText;

static gboolean
is_chosen (gpointer data)
{
  WantedText *wanted = data;
  g_autofree char *text = yc_page_canvas_get_selected_text (wanted->canvas);

  return g_strcmp0 (text, wanted->text) == 0;
}

static void
wait_for_text (Fixture *f, const char *text)
{
  WantedText wanted = { f->canvas, text };

  yc_test_iterate_until (is_chosen, &wanted);
}

static void
pasted_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  *(char **) user_data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (object), result, NULL);
}

static gboolean
is_pasted (gpointer text)
{
  return *(char **) text != NULL;
}

static char *
press_copy_and_paste (Fixture *f)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (f->canvas));
  char *text = NULL;

  gdk_clipboard_set_text (clipboard, "");
  while (text == NULL || *text == '\0')
    {
      g_clear_pointer (&text, g_free);
      yc_test_press (f->window, "ctrl+c");
      gdk_clipboard_read_text_async (clipboard, NULL, pasted_cb, &text);
      yc_test_iterate_until (is_pasted, &text);
    }
  return text;
}

/* A place on the first page, in its points. */
static void
point_at (Fixture *f, double x, double y, const char *then)
{
  double scale = 96.0 / 72 * yc_page_canvas_get_zoom (f->canvas);

  yc_test_point_at (GTK_WIDGET (f->canvas), (int) (MARGIN + x * scale), (int) (MARGIN + y * scale),
                    then);
}

/* The text "第 1 页 样例证明" begins 72 points from the left, each character 21 wide. */
static void
test_copy (Fixture *f, gconstpointer data)
{
  g_autofree char *page = NULL;
  g_autofree char *words = NULL;

  show (f, yc_test_pdf_new (2, A4_WIDTH, A4_HEIGHT));
  gtk_widget_grab_focus (GTK_WIDGET (f->canvas));
  yc_test_press (f->window, "ctrl+a");
  wait_for_text (f, "第 1 页 样例证明");
  page = press_copy_and_paste (f);
  g_assert_cmpstr (page, ==, "第 1 页 样例证明");
  point_at (f, 150, 87, "mousedown");
  wait_for_text (f, NULL);
  point_at (f, 175, 87, NULL);
  wait_for_text (f, "样例");
  /* Backwards, and from beside the text. */
  point_at (f, 30, 87, "mouseup");
  wait_for_text (f, "第 1 页 样");
  yc_test_take_picture ("preview-selection");
  words = press_copy_and_paste (f);
  g_assert_cmpstr (words, ==, "第 1 页 样");
}

/* The mouse is always moved a little: nothing waits for one that stays. */
static void
click_at (Fixture *f, double x, double y)
{
  point_at (f, x, y, "mousedown");
  point_at (f, x + 1, y, "mouseup");
}

/* Twice for a word, three times for a line; then on with the keys, over the end of the page. */
static void
test_choose (Fixture *f, gconstpointer data)
{
  g_autofree char *words = NULL;

  g_object_set (gtk_settings_get_default (), "gtk-double-click-time", 20000, NULL);
  show (f, yc_test_pdf_new (2, A4_WIDTH, A4_HEIGHT));
  click_at (f, 200, 87);
  click_at (f, 200, 87);
  wait_for_text (f, "证明");
  click_at (f, 200, 87);
  wait_for_text (f, "第 1 页 样例证明");
  click_at (f, 150, 87);
  wait_for_text (f, NULL);
  yc_test_press (f->window, "shift+Right");
  wait_for_text (f, "样");
  yc_test_press (f->window, "shift+Right shift+ctrl+Right");
  wait_for_text (f, "样例证明");
  yc_test_press (f->window, "shift+Home");
  wait_for_text (f, "第 1 页 ");
  yc_test_press (f->window, "shift+End shift+Right shift+End");
  wait_for_text (f, "样例证明\n第 2 页 样例证明");
  words = press_copy_and_paste (f);
  g_assert_cmpstr (words, ==, "样例证明\n第 2 页 样例证明");
  wait_until_at (f, 1);
  yc_test_take_picture ("preview-chosen-by-keys");
  yc_test_press (f->window, "shift+Left");
  wait_for_text (f, "样例证明\n第 2 页 样例证");
  /* From beside the text on, with Shift. */
  yc_test_press (f->window, "Home ctrl+a");
  wait_for_text (f, "第 1 页 样例证明");
  yc_test_press (f->window, "shift+Left");
  wait_for_text (f, "第 1 页 样例证");
}

typedef struct
{
  YcPageList *list;
  guint       page;
} WantedSmall;

static gboolean
is_small (gpointer data)
{
  WantedSmall *wanted = data;

  return yc_page_list_get_texture (wanted->list, wanted->page) != NULL;
}

static void
wait_for_small (YcPageList *list, guint page)
{
  WantedSmall wanted = { list, page };

  yc_test_iterate_until (is_small, &wanted);
}

/* Small pages of what is near, and only when somebody looks at them; one goes to the other. */
static void
test_small_pages (Fixture *f, gconstpointer data)
{
  YcPageList *list = YC_PAGE_LIST (find_type (GTK_WIDGET (f->view), YC_TYPE_PAGE_LIST));
  GtkToggleButton *button = GTK_TOGGLE_BUTTON (
      gtk_widget_get_first_child (gtk_widget_get_last_child (
          gtk_widget_get_first_child (GTK_WIDGET (f->view)))));
  GtkWidget *view = find_type (GTK_WIDGET (list), GTK_TYPE_LIST_VIEW);
  GtkSelectionModel *pages = gtk_list_view_get_model (GTK_LIST_VIEW (view));

  show (f, yc_test_pdf_new (500, A4_WIDTH, A4_HEIGHT));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (list)));
  g_assert_null (yc_page_list_get_texture (list, 0));
  gtk_toggle_button_set_active (button, TRUE);
  wait_for_small (list, 0);
  wait_for_small (list, 3);
  g_assert_null (yc_page_list_get_texture (list, 400));
  yc_test_take_picture ("preview-small-pages");
  gtk_selection_model_select_item (pages, 2, TRUE);
  wait_until_at (f, 2);
  yc_page_canvas_go_to_page (f->canvas, 450);
  wait_until_at (f, 450);
  wait_for_small (list, 450);
  g_assert_true (gtk_selection_model_is_selected (pages, 450));
  wait_until_at (f, 450);
  gtk_toggle_button_set_active (button, FALSE);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (list)));
  gtk_toggle_button_set_active (button, TRUE);
  show (f, yc_test_pdf_new (1, A4_WIDTH, A4_HEIGHT));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (list)));
}

/* What draws the document dies over its only page: an error page, and nothing else happens. */
static void
test_crash (Fixture *f, gconstpointer data)
{
  YcPageServer *server = yc_page_server_get (YC_DOCUMENT_FOREIGN);
  g_autoptr (GBytes) pdf = yc_test_pdf_new_endless ();
  AdwStatusPage *failed;

  yc_page_server_set_patience (server, 400);
  yc_preview_view_set_pdf (f->view, pdf, YC_DOCUMENT_FOREIGN);
  wait_for_state (f, "failed");
  failed = ADW_STATUS_PAGE (gtk_stack_get_visible_child (f->stack));
  g_assert_cmpstr (adw_status_page_get_title (failed), ==, "The document takes too long to draw.");
  yc_test_take_picture ("preview-refused");
  yc_page_server_set_patience (server, 60000);
  show (f, yc_test_pdf_new (1, A4_WIDTH, A4_HEIGHT));
}

static void
test_words_for_a_screen_reader (Fixture *f, gconstpointer data)
{
  show (f, yc_test_pdf_new (2, A4_WIDTH, A4_HEIGHT));
  gtk_test_accessible_assert_role (f->canvas, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (f->canvas, GTK_ACCESSIBLE_PROPERTY_LABEL, "Page 1 of 2");
}

static void
test_bad_document (Fixture *f, gconstpointer data)
{
  g_autoptr (GBytes) damaged = yc_test_pdf_new_damaged ();
  AdwStatusPage *failed;

  yc_preview_view_set_pdf (f->view, damaged, YC_DOCUMENT_OURS);
  wait_for_state (f, "failed");
  g_assert_null (yc_preview_view_get_document (f->view));
  failed = ADW_STATUS_PAGE (gtk_stack_get_visible_child (f->stack));
  g_assert_cmpstr (adw_status_page_get_title (failed), !=, "");
  g_assert_cmpstr (adw_status_page_get_description (failed), !=, "");
  yc_test_take_picture ("preview-failed");
  show (f, yc_test_pdf_new (1, A4_WIDTH, A4_HEIGHT));
}

static void
count_cb (guint *count)
{
  (*count)++;
}

static gboolean
is_mapped (gpointer widget)
{
  return gtk_widget_get_mapped (widget);
}

static void
test_states (Fixture *f, gconstpointer data)
{
  GtkWidget *spinner;
  guint n_retries = 0;

  g_assert_cmpstr (gtk_stack_get_visible_child_name (f->stack), ==, "empty");
  yc_test_take_picture ("preview-empty");
  yc_preview_view_set_loading (f->view);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (f->stack), ==, "loading");
  /* What is there at once needs no words. */
  spinner = find_type (gtk_stack_get_visible_child (f->stack), GTK_TYPE_SPINNER);
  g_assert_false (gtk_widget_get_mapped (spinner));
  yc_test_iterate_until (is_mapped, spinner);
  yc_test_take_picture ("preview-loading");
  yc_preview_view_set_error (f->view, "It is so", "Do this");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (f->stack), ==, "failed");
  g_signal_connect_swapped (f->view, "retry", G_CALLBACK (count_cb), &n_retries);
  g_signal_emit_by_name (yc_test_find_button (GTK_WIDGET (f->view), "_Try again"), "clicked");
  g_assert_cmpuint (n_retries, ==, 1);
}

/* Only the last document that was asked for is ever shown. */
static void
test_quick_change (Fixture *f, gconstpointer data)
{
  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (GBytes) pdf = yc_test_pdf_new (3, A4_WIDTH, A4_HEIGHT);

      yc_preview_view_set_pdf (f->view, pdf, YC_DOCUMENT_OURS);
      g_main_context_iteration (NULL, FALSE);
    }
  show (f, yc_test_pdf_new (1, A4_WIDTH, A4_HEIGHT));
  g_assert_cmpuint (yc_document_get_n_pages (yc_preview_view_get_document (f->view)), ==, 1);
  yc_preview_view_set_pdf (f->view, NULL, YC_DOCUMENT_OURS);
  g_assert_null (yc_preview_view_get_document (f->view));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (f->stack), ==, "empty");
}

static GBytes *
create_certificate (void)
{
  static const char template_text[] =
      "{\"id\":\"t\",\"type\":\"ZM01\",\"title\":\"阶梯水费办理证明\",\"valid_months\":12,"
      "\"paragraphs\":[{\"text\":\"兹证明，{applicant.name}户现实际居住 9 人。\"},"
      "{\"text\":\"特此证明。\"}]}";
  static const char data_text[] = "{\"applicant\":{\"name\":\"周样例\"}}";
  g_autoptr (JsonNode) body = yc_json_parse (template_text, -1, NULL, NULL);
  g_autoptr (JsonNode) data = yc_json_parse (data_text, -1, NULL, NULL);
  g_autoptr (YcCertificateTemplate) template_ = yc_certificate_template_new (body, NULL);
  g_autoptr (YcSigner) signer = yc_pem_signer_new_sample (NULL);
  g_autoptr (GDateTime) time = g_date_time_new_utc (2026, 11, 21, 7, 43, 56);
  g_autoptr (YcCertificateSeal) seal = NULL;
  g_autoptr (GError) error = NULL;
  YcCertificateMarks marks = {
    .serial = "ZM01-990119204001-2026-000123-U",
    .verify_url = "http://127.0.0.1:8080/verify/ZM01-990119204001-2026-000123-U",
    .issuer = "黄江镇北岸社区居民委员会",
    .issued_at = time,
    .purpose = YC_SHEET_SAMPLE,
  };
  g_autoptr (GBytes) sheet = NULL;
  GBytes *pdf;

  sheet = yc_certificate_compose (template_, json_node_get_object (data), &marks, &seal, &error);
  g_assert_no_error (error);
  pdf = yc_certificate_sign (sheet, signer, seal, &marks, &error);
  g_assert_no_error (error);
  return pdf;
}

static GBytes *
append_update (GBytes *pdf)
{
  static const char update[] = "\n% an appended update\n%%EOF\n";
  GByteArray *bytes = g_byte_array_new ();

  g_byte_array_append (bytes, g_bytes_get_data (pdf, NULL), (guint) g_bytes_get_size (pdf));
  g_byte_array_append (bytes, (const guint8 *) update, sizeof update - 1);
  return g_byte_array_free_to_bytes (bytes);
}

static gboolean
has_verification (gpointer data)
{
  return yc_preview_view_get_verification (data) != NULL;
}

static void
assert_verification (Fixture *f, YcVerificationState state, const char *picture)
{
  YcVerification *verification;

  wait_for_state (f, "pages");
  yc_test_iterate_until (has_verification, f->view);
  verification = yc_preview_view_get_verification (f->view);
  g_assert_cmpint (yc_verification_get_state (verification), ==, state);
  g_assert_nonnull (
      yc_test_find_label (GTK_WIDGET (f->view), yc_verification_get_title (verification)));
  yc_test_take_picture (picture);
}

static void
test_seal (Fixture *f, gconstpointer data)
{
  g_autoptr (GBytes) pdf = create_certificate ();
  g_autoptr (GBytes) changed = append_update (pdf);
  g_autoptr (GBytes) plain = yc_test_pdf_new (1, A4_WIDTH, A4_HEIGHT);
  g_autoptr (YcTrust) trust = yc_trust_new_sample (NULL);

  yc_preview_view_show_seal (f->view, trust);
  g_assert_null (yc_preview_view_get_verification (f->view));
  yc_preview_view_set_pdf (f->view, pdf, YC_DOCUMENT_OURS);
  assert_verification (f, YC_VERIFICATION_SAMPLE, "seal-genuine");
  yc_preview_view_set_pdf (f->view, changed, YC_DOCUMENT_OURS);
  g_assert_null (yc_preview_view_get_verification (f->view));
  assert_verification (f, YC_VERIFICATION_EXTENDED, "seal-extended");
  yc_preview_view_set_pdf (f->view, plain, YC_DOCUMENT_OURS);
  assert_verification (f, YC_VERIFICATION_NOT_SIGNED, "seal-none");
  yc_preview_view_set_pdf (f->view, pdf, YC_DOCUMENT_OURS);
  yc_preview_view_show_seal (f->view, NULL);
  assert_verification (f, YC_VERIFICATION_OTHER_SIGNER, "seal-untrusted");
  yc_preview_view_set_pdf (f->view, NULL, YC_DOCUMENT_OURS);
  g_assert_null (yc_preview_view_get_verification (f->view));
}

static void
test_finalizes (void)
{
  YcPreviewView *view = YC_PREVIEW_VIEW (g_object_ref_sink (yc_preview_view_new ()));
  g_autoptr (GBytes) pdf = yc_test_pdf_new (1, A4_WIDTH, A4_HEIGHT);

  yc_preview_view_set_pdf (view, pdf, YC_DOCUMENT_OURS);
  while (yc_preview_view_get_document (view) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_finalize_object (view);
}

#define ADD(name, func) g_test_add ("/preview-view/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  yc_ui_prepare_locale ();
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  yc_ui_init ();
  ADD ("fits-width", test_fits_width);
  ADD ("zoom-keys", test_zoom_keys);
  ADD ("zoom-buttons", test_zoom_buttons);
  ADD ("page-keys", test_page_keys);
  ADD ("page-number", test_page_number);
  ADD ("keeps-pages", test_keeps_pages);
  g_test_add_func ("/preview-view/order", test_order);
  g_test_add_func ("/preview-view/travel", test_travel);
  g_test_add_func ("/preview-view/stops", test_stops);
  ADD ("flight", test_flight);
  ADD ("search", test_search);
  ADD ("copy", test_copy);
  ADD ("choose", test_choose);
  ADD ("small-pages", test_small_pages);
  ADD ("crash", test_crash);
  ADD ("words-for-a-screen-reader", test_words_for_a_screen_reader);
  ADD ("bad-document", test_bad_document);
  ADD ("states", test_states);
  ADD ("quick-change", test_quick_change);
  ADD ("seal", test_seal);
  g_test_add_func ("/preview-view/finalizes", test_finalizes);
  return g_test_run ();
}
