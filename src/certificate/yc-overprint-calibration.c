/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheet by which a printer is adjusted to a form. Its words are Chinese whatever the clerk's language
 * is, as on every sheet. */
#include "yc-overprint-sheet.h"

#include "yc-certificate-template-private.h"
#include "yc-sheet-pdf.h"

#define ARM YC_MM (12)
#define TICK YC_MM (1)
#define CROSS YC_MM (YC_CALIBRATION_CROSS)
#define THIN 0.25
#define FIELD_GREY 0.55
#define WORDS_LEFT YC_MM (38)
#define WORDS_TOP YC_MM (11)
#define LINE_TOP YC_MM (38)
#define LINE_MM 100.0
#define MARGIN_MM 20.0

static const YcSheetFont title_font = { .size = 14.0, .leading = 20.0, .bold = TRUE };
static const YcSheetFont words_font = { .size = 9.0, .leading = 13.5 };

typedef struct
{
  const YcOverprint *form;
  const char        *title;
  PangoContext      *context;
} Sheet;

/* A cross with a mark at every millimetre. */
static void
draw_cross (cairo_t *cr)
{
  cairo_move_to (cr, CROSS - ARM, CROSS);
  cairo_line_to (cr, CROSS + ARM, CROSS);
  cairo_move_to (cr, CROSS, CROSS - ARM);
  cairo_line_to (cr, CROSS, CROSS + ARM);
  for (int mm = -10; mm <= 10; mm++)
    {
      double tick = mm % 5 == 0 ? 2.0 * TICK : TICK;

      cairo_move_to (cr, CROSS + YC_MM (mm), CROSS - tick);
      cairo_line_to (cr, CROSS + YC_MM (mm), CROSS + tick);
      cairo_move_to (cr, CROSS - tick, CROSS + YC_MM (mm));
      cairo_line_to (cr, CROSS + tick, CROSS + YC_MM (mm));
    }
  cairo_stroke (cr);
}

/* As long as the paper has room for, up to 100 mm. */
static double
get_line_mm (const Sheet *self)
{
  double room = (self->form->paper.width / YC_MM (1)) - 2.0 * MARGIN_MM;

  return room >= LINE_MM ? LINE_MM : 10.0 * (int) (room / 10.0);
}

static void
draw_length (const Sheet *self, cairo_t *cr)
{
  double left = YC_MM (MARGIN_MM);
  double right = left + YC_MM (get_line_mm (self));

  cairo_move_to (cr, left, LINE_TOP);
  cairo_line_to (cr, right, LINE_TOP);
  cairo_move_to (cr, left, LINE_TOP - TICK);
  cairo_line_to (cr, left, LINE_TOP + TICK);
  cairo_move_to (cr, right, LINE_TOP - TICK);
  cairo_line_to (cr, right, LINE_TOP + TICK);
  cairo_stroke (cr);
}

/* Where the words of the template stand, so that the sheet can be held against the form. */
static void
draw_fields (const Sheet *self, cairo_t *cr)
{
  cairo_set_line_width (cr, THIN);
  cairo_set_source_rgb (cr, FIELD_GREY, FIELD_GREY, FIELD_GREY);
  for (guint i = 0; i < self->form->fields->len; i++)
    {
      const YcOverprintField *field = g_ptr_array_index (self->form->fields, i);

      for (guint row = 0; row < field->n_rows; row++)
        for (guint line = 0; line < field->n_lines; line++)
          {
            double y = field->y + row * field->row_pitch + line * field->font.leading;

            cairo_move_to (cr, field->x, y);
            cairo_line_to (cr, field->x + field->width, y);
          }
    }
  cairo_stroke (cr);
  cairo_set_source_rgb (cr, 0.0, 0.0, 0.0);
}

static gboolean
draw_words (const Sheet *self, YcSheetInk *ink, cairo_t *cr, const char *words,
            const YcSheetFont *font, double x, double y, GError **error)
{
  double width = self->form->paper.width - x - YC_MM (5);
  g_autoptr (GArray) lines =
    yc_sheet_set_text (self->context, words, font, YC_SHEET_LEFT, 0.0, width, error);

  if (lines == NULL)
    return FALSE;
  yc_sheet_draw_lines (ink, cr, lines, x, y);

  return TRUE;
}

static gboolean
draw_page (YcSheetInk *ink, cairo_t *cr, guint page, gpointer user_data, GError **error)
{
  const Sheet *self = user_data;
  g_autofree char *title = g_strconcat ("套打校准页　", self->title, NULL);
  g_autofree char *length =
    g_strdup_printf ("这条线应长 %.0f 毫米；不是的话，打印机缩放了页面，校准前先关掉缩放。",
                     get_line_mm (self));

  draw_fields (self, cr);
  draw_cross (cr);
  draw_length (self, cr);

  return draw_words (self, ink, cr, title, &title_font, WORDS_LEFT, WORDS_TOP, error) &&
         draw_words (self, ink, cr, "用尺子量十字中心到纸左边、到纸上边各多少毫米，量到 0.5 毫米，"
                     "把两个数填进“校准套打”。灰线是各项文字的位置，可以和空白表对着光看。",
                     &words_font, WORDS_LEFT, WORDS_TOP + title_font.leading, error) &&
         draw_words (self, ink, cr, length, &words_font, YC_MM (MARGIN_MM), LINE_TOP + TICK, error);
}

GBytes *
yc_overprint_compose_calibration (YcCertificateTemplate  *template_,
                                  GDateTime              *made_at,
                                  GError                **error)
{
  g_autoptr (GMutexLocker) locker = NULL;
  Sheet self = { 0 };
  YcSheetFacts facts = { .title = "套打校准页", .made_at = made_at };
  GBytes *pdf;

  g_return_val_if_fail (YC_IS_CERTIFICATE_TEMPLATE (template_), NULL);
  g_return_val_if_fail (made_at != NULL, NULL);

  self.form = yc_overprint_find (template_, error);
  if (self.form == NULL)
    return NULL;
  self.title = yc_certificate_template_get_title (template_);
  facts.page = &self.form->paper;
  locker = yc_sheet_lock ();
  self.context = yc_sheet_create_context ();

  pdf = yc_sheet_write_pdf (&facts, 1, draw_page, &self, error);
  g_object_unref (self.context);

  return pdf;
}
