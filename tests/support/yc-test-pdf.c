/* SPDX-License-Identifier: GPL-3.0-or-later */
/* PDF documents for tests, good and bad. */
#include "yc-test-pdf.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

#define MARGIN 72.0 /* points */

static cairo_status_t
append_cb (void                *closure,
           const unsigned char *data,
           unsigned int         length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
draw_text (cairo_t    *cr,
           const char *text,
           double      width)
{
  g_autoptr (PangoLayout) layout = pango_cairo_create_layout (cr);
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Noto Serif CJK SC 16");

  pango_layout_set_font_description (layout, font);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_text (layout, text, -1);
  cairo_move_to (cr, MARGIN, MARGIN);
  pango_cairo_show_layout (cr, layout);
}

static GBytes *
draw_pages (char *const *texts,
            double       width,
            double       height)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_cb, bytes, width, height);
  cairo_t *cr = cairo_create (surface);

  for (guint i = 0; texts[i] != NULL; i++)
    {
      draw_text (cr, texts[i], width - 2 * MARGIN);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}

GBytes *
yc_test_pdf_new_objects (const char *const *objects,
                         const char        *trailer)
{
  GString *pdf = g_string_new ("%PDF-1.4\n");
  GString *table = g_string_new ("0000000000 65535 f \n");
  guint n = g_strv_length ((char **) objects);
  gsize start;

  for (guint i = 0; i < n; i++)
    {
      g_string_append_printf (table, "%010" G_GSIZE_FORMAT " 00000 n \n", pdf->len);
      g_string_append_printf (pdf, "%u 0 obj\n%s\nendobj\n", i + 1, objects[i]);
    }
  start = pdf->len;
  g_string_append_printf (pdf, "xref\n0 %u\n%strailer\n<< /Size %u /Root 1 0 R %s>>\n", n + 1,
                          table->str, n + 1, trailer);
  g_string_append_printf (pdf, "startxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n", start);
  g_string_free (table, TRUE);
  return g_string_free_to_bytes (pdf);
}

GBytes *
yc_test_pdf_new (guint  n_pages,
                 double width,
                 double height)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) texts = NULL;

  for (guint i = 0; i < n_pages; i++)
    {
      g_autofree char *text = g_strdup_printf ("第 %u 页 样例证明", i + 1);

      g_strv_builder_add (builder, text);
    }
  texts = g_strv_builder_end (builder);
  return draw_pages (texts, width, height);
}

GBytes *
yc_test_pdf_new_full (void)
{
  g_autoptr (GString) text = g_string_new ("阶梯水费办理证明（样例）\n\n");
  char *texts[] = { NULL, NULL };

  for (guint i = 0; i < 24; i++)
    g_string_append (text, "兹证明本户实际居住人数与申报一致，特此证明。This is sample data.\n");
  texts[0] = text->str;
  return draw_pages (texts, YC_TEST_PDF_A4_WIDTH, YC_TEST_PDF_A4_HEIGHT);
}

GBytes *
yc_test_pdf_new_damaged (void)
{
  return g_bytes_new_static ("%PDF-1.4\n1 0 obj\n<< /Type /Catalog", 34);
}

GBytes *
yc_test_pdf_new_media_box (const char *media_box)
{
  g_autofree char *page =
      g_strdup_printf ("<< /Type /Page /Parent 2 0 R /MediaBox %s /Resources << >> >>", media_box);
  const char *objects[] = {
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [ 3 0 R ] /Count 1 >>",
    page,
    NULL,
  };

  return yc_test_pdf_new_objects (objects, "");
}

/* One empty page under RC4 with a 40 bit key; there is no stream or text that it would apply to. */
static GBytes *
new_encrypted (int         permissions,
               const char *owner_key,
               const char *user_key)
{
  g_autofree char *lock =
      g_strdup_printf ("<< /Filter /Standard /V 1 /R 2 /Length 40 /P %d /O <%s> /U <%s> >>",
                       permissions, owner_key, user_key);
  const char *objects[] = {
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [ 3 0 R ] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> >>",
    lock,
    NULL,
  };

  return yc_test_pdf_new_objects (objects,
                                  "/Encrypt 4 0 R /ID [ <00112233445566778899aabbccddeeff>"
                                  " <00112233445566778899aabbccddeeff> ] ");
}

GBytes *
yc_test_pdf_new_endless (void)
{
  g_autoptr (GPtrArray) objects = g_ptr_array_new_with_free_func (g_free);
  const guint first = 5, n = 10;

  g_ptr_array_add (objects, g_strdup ("<< /Type /Catalog /Pages 2 0 R >>"));
  g_ptr_array_add (objects, g_strdup ("<< /Type /Pages /Kids [ 3 0 R ] /Count 1 >>"));
  g_ptr_array_add (objects,
                   g_strdup ("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
                             "/Contents 4 0 R /Resources << /XObject << /F 5 0 R >> >> >>"));
  g_ptr_array_add (objects, g_strdup ("<< /Length 4 >>\nstream\n/F Do\nendstream"));
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (
        objects,
        g_strdup_printf ("<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << "
                         "/XObject << /F %u 0 R >> >> /Length 60 >>\nstream\n"
                         "/F Do /F Do /F Do /F Do /F Do /F Do /F Do /F Do /F Do /F Do \nendstream",
                         first + i + 1));
  g_ptr_array_add (objects,
                   g_strdup ("<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << "
                             ">> /Length 22 >>\nstream\n0 0 m 595 842 l S     \nendstream"));
  g_ptr_array_add (objects, NULL);
  return yc_test_pdf_new_objects ((const char *const *) objects->pdata, "");
}

GBytes *
yc_test_pdf_new_encrypted (void)
{
  return new_encrypted (-44, "2055c756c72e1ad702608e8196acad447ad32d17cff583235f6dd15fed7dab67",
                        "7f12f1c8d2a0ff1b3e5d7c9ab8e6f4021357902468ace13579bdf02468ace024");
}

/* The keys of ISO 32000-1, 7.6.3.4 for the owner's password "owner" and no user's password. */
GBytes *
yc_test_pdf_new_forbidden (void)
{
  return new_encrypted (-48, "c92422687facee686e373f10b5c7d04738053152f7e2ee30e11c69ec442576ab",
                        "8e2e0dd26e3a8ed00f46c9f34aec1dd591f02aaeedd3c09490498eaf543ba7ff");
}
