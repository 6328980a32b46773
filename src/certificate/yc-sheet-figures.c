/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines to sign on, and a QR code among a certificate's words. */
#include "yc-sheet-figures-private.h"
#include "yc-sheet-qr.h"

#define RULE_WIDTH 0.6
/* How long the line for a signature is, and what stands behind it. */
#define SIGNATURE_RULE YC_MM (42)
#define SIGNATURE_LEAST_RULE YC_MM (20)
#define SIGNATURE_DAY "　　　年　　月　　日"
/* White around a QR code, in modules of it at most; the standard wants four. */
#define QUIET YC_MM (3)

typedef struct
{
  GArray *label;
  GArray *day;
  double  leading;
  double  rule;
  double  length;
} Signature;

typedef struct
{
  char  *text;
  double x;
  double size;
} Code;

/* Where something @width points wide begins, from the text's left edge. */
double
yc_sheet_body_place (YcSheetBody *self, YcBlockAlign align, double width)
{
  double slack = yc_sheet_page_get_text_width (yc_sheet_body_get_paper (self)) - width;

  if (align == YC_ALIGN_LEFT)
    return 0.0;

  return align == YC_ALIGN_RIGHT ? slack : slack / 2.0;
}

static void
signature_free (gpointer data)
{
  Signature *signature = data;

  g_clear_pointer (&signature->label, g_array_unref);
  g_clear_pointer (&signature->day, g_array_unref);
  g_free (signature);
}

static void
draw_signature (const YcBox *box, YcSheetInk *ink, cairo_t *cr, double x, double y)
{
  const Signature *signature = box->figure;
  const YcSheetLine *last = &g_array_index (signature->label, YcSheetLine, signature->label->len - 1);
  double base = y + last->baseline + 3.0;

  yc_sheet_draw_lines (ink, cr, signature->label, x, y);
  yc_sheet_draw_lines (ink, cr, signature->day, x + signature->rule + signature->length,
                       y + (signature->label->len - 1) * signature->leading);
  cairo_set_line_width (cr, RULE_WIDTH);
  cairo_move_to (cr, x + signature->rule, base);
  cairo_line_to (cr, x + signature->rule + signature->length, base);
  cairo_stroke (cr);
}

static gboolean
add_signature_line (YcSheetBody *self, const char *label, GError **error)
{
  const YcSheetFont *font = &self->setting.body;
  double width = yc_sheet_page_get_text_width (yc_sheet_body_get_paper (self));
  g_autofree char *words = g_strconcat (label, g_str_has_suffix (label, "：") ? "" : "：", NULL);
  Signature *signature = g_new0 (Signature, 1);
  YcBox *box = yc_flow_add (self->flow, YC_BOX_FIGURE, 0.0);

  box->draw = draw_signature;
  box->figure = signature;
  box->free_figure = signature_free;
  signature->leading = font->leading;
  signature->label = yc_sheet_set_text (self->context, words, font, YC_SHEET_LEFT, 0.0, width / 2.0,
                                        error);
  signature->day = yc_sheet_set_text (self->context, SIGNATURE_DAY, font, YC_SHEET_LEFT, 0.0,
                                      width, NULL);
  if (signature->label == NULL || signature->day == NULL)
    return FALSE;

  signature->rule = yc_sheet_line_width (&g_array_index (signature->label, YcSheetLine,
                                                         signature->label->len - 1));
  signature->length =
      width - signature->rule -
      yc_sheet_line_width (&g_array_index (signature->day, YcSheetLine, 0));
  signature->length = CLAMP (signature->length, SIGNATURE_LEAST_RULE, SIGNATURE_RULE);
  box->height = signature->label->len * font->leading + font->leading / 3.0;

  return TRUE;
}

/* Each line for one who signs by hand. They stay with the words before them. */
gboolean
yc_sheet_body_add_signature (YcSheetBody            *self,
                             const YcTemplateBlock  *block,
                             GError                **error)
{
  yc_flow_add_gap (self->flow, self->setting.table_gap);
  yc_flow_keep_last (self->flow, 1);
  for (guint i = 0; i < block->lines->len; i++)
    {
      g_autofree char *label = yc_sheet_body_expand (self, block->lines->pdata[i], NULL, error);

      if (label == NULL || !add_signature_line (self, label, error))
        return FALSE;
      if (i + 1 < block->lines->len)
        yc_flow_keep_last (self->flow, 1);
    }
  yc_flow_add_gap (self->flow, self->setting.table_gap);

  return TRUE;
}

static void
code_free (gpointer data)
{
  Code *code = data;

  g_free (code->text);
  g_free (code);
}

static void
draw_code (const YcBox *box, G_GNUC_UNUSED YcSheetInk *ink, cairo_t *cr, double x, double y)
{
  const Code *code = box->figure;

  if (code->text != NULL && yc_sheet_draw_qr (cr, code->text, x + code->x, y + QUIET, code->size,
                                              NULL))
    return;
  cairo_rectangle (cr, x + code->x, y + QUIET, code->size, code->size);
  cairo_set_source_rgb (cr, 0.7, 0.7, 0.7);
  cairo_set_line_width (cr, RULE_WIDTH);
  cairo_stroke (cr);
}

/* A preview has an empty frame in its place: it has no number yet. */
gboolean
yc_sheet_body_add_qr (YcSheetBody            *self,
                      const YcTemplateBlock  *block,
                      GError                **error)
{
  const YcCertificateMarks *marks = self->marks;
  Code *code = g_new0 (Code, 1);
  YcBox *box = yc_flow_add (self->flow, YC_BOX_FIGURE, YC_MM (block->width) + 2.0 * QUIET);

  box->draw = draw_code;
  box->figure = code;
  box->free_figure = code_free;
  code->size = YC_MM (block->width);
  code->x = yc_sheet_body_place (self, block->align, code->size);
  if (marks->purpose != YC_SHEET_PREVIEW)
    code->text = g_strdup (marks->qr_text != NULL ? marks->qr_text : marks->verify_url);

  return code->text == NULL || yc_sheet_check_qr (code->text, error);
}
