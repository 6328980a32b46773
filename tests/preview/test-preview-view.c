/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The preview as a clerk meets it: sharp pages, zoom and page keys, and the states without pages. */
#include "yc-certificate-signature.h"
#include "yc-json.h"
#include "yc-page-canvas.h"
#include "yc-pem-signer.h"
#include "yc-preview-view.h"
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
  yc_preview_view_set_pdf (f->view, pdf);
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
  /* Pages that are far away hold no memory. */
  g_assert_null (yc_page_canvas_get_texture (f->canvas, 0));
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

  yc_preview_view_set_pdf (f->view, damaged);
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

static void
test_states (Fixture *f, gconstpointer data)
{
  guint n_retries = 0;

  g_assert_cmpstr (gtk_stack_get_visible_child_name (f->stack), ==, "empty");
  yc_test_take_picture ("preview-empty");
  yc_preview_view_set_loading (f->view);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (f->stack), ==, "loading");
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

      yc_preview_view_set_pdf (f->view, pdf);
      g_main_context_iteration (NULL, FALSE);
    }
  show (f, yc_test_pdf_new (1, A4_WIDTH, A4_HEIGHT));
  g_assert_cmpuint (yc_document_get_n_pages (yc_preview_view_get_document (f->view)), ==, 1);
  yc_preview_view_set_pdf (f->view, NULL);
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
  YcCertificateMarks marks = { "ZM01-990119204001-2026-000123-U",
                               "http://127.0.0.1:8080/verify/ZM01-990119204001-2026-000123-U",
                               "黄江镇北岸社区居民委员会", time, TRUE };
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
has_verdict (gpointer data)
{
  return yc_preview_view_get_verdict (data) != NULL;
}

static void
assert_verdict (Fixture *f, YcVerdictState state, const char *picture)
{
  YcVerdict *verdict;

  wait_for_state (f, "pages");
  yc_test_iterate_until (has_verdict, f->view);
  verdict = yc_preview_view_get_verdict (f->view);
  g_assert_cmpint (yc_verdict_get_state (verdict), ==, state);
  g_assert_nonnull (
      yc_test_find_label (GTK_WIDGET (f->view), yc_verdict_get_title (verdict)));
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
  g_assert_null (yc_preview_view_get_verdict (f->view));
  yc_preview_view_set_pdf (f->view, pdf);
  assert_verdict (f, YC_VERDICT_GENUINE, "seal-genuine");
  yc_preview_view_set_pdf (f->view, changed);
  g_assert_null (yc_preview_view_get_verdict (f->view));
  assert_verdict (f, YC_VERDICT_CHANGED, "seal-changed");
  yc_preview_view_set_pdf (f->view, plain);
  assert_verdict (f, YC_VERDICT_NOT_SIGNED, "seal-none");
  yc_preview_view_set_pdf (f->view, pdf);
  yc_preview_view_show_seal (f->view, NULL);
  assert_verdict (f, YC_VERDICT_UNTRUSTED, "seal-untrusted");
  yc_preview_view_set_pdf (f->view, NULL);
  g_assert_null (yc_preview_view_get_verdict (f->view));
}

static void
test_finalizes (void)
{
  YcPreviewView *view = YC_PREVIEW_VIEW (g_object_ref_sink (yc_preview_view_new ()));
  g_autoptr (GBytes) pdf = yc_test_pdf_new (1, A4_WIDTH, A4_HEIGHT);

  yc_preview_view_set_pdf (view, pdf);
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
  ADD ("words-for-a-screen-reader", test_words_for_a_screen_reader);
  ADD ("bad-document", test_bad_document);
  ADD ("states", test_states);
  ADD ("quick-change", test_quick_change);
  ADD ("seal", test_seal);
  g_test_add_func ("/preview-view/finalizes", test_finalizes);
  return g_test_run ();
}
