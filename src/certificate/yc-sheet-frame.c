/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands on every page around the text: foot with number and QR code, head, 演练 mark. The
 * sheet's language is Chinese whatever the clerk's is, so nothing here is translated. */
#include "yc-sheet-frame.h"
#include "yc-sheet-qr.h"

#define FOOT_RULE YC_MM (260)
#define QR_SIZE YC_MM (20)
#define QR_TOP (FOOT_RULE + YC_MM (4))
#define FOOT_TEXT (YC_PAGE_LEFT + QR_SIZE + YC_MM (5))
/* So many lines fit beside the QR code. */
#define FOOT_LINES 4
#define PAGE_NUMBER_TOP YC_MM (285.5)

static const YcSheetFont foot_font = { .size = 9.0, .leading = 14.2 };
static const YcSheetFont small_font = { .size = 7.5, .leading = 10.6 };
static const YcSheetFont head_font = { .size = 9.0, .leading = 14.2 };
static const YcSheetFont mark_font = { .size = 210.0, .leading = 210.0, .bold = TRUE };

static gboolean
draw_text (const YcSheetFrame  *self,
           cairo_t             *cr,
           const char          *text,
           const YcSheetFont   *font,
           YcSheetAlign         align,
           double               x,
           double               y,
           double               width,
           GError             **error)
{
  g_autoptr (GArray) lines =
      yc_sheet_set_text (self->context, text, font, align, 0.0, width, error);

  if (lines == NULL)
    return FALSE;
  yc_sheet_draw_lines (self->ink, cr, lines, x, y);

  return TRUE;
}

/* Two pale characters across the page. They are shapes, not text: a copy of the sheet's words has
 * none of them in between, and the head says the same in plain text. */
void
yc_sheet_frame_draw_under (const YcSheetFrame *self, cairo_t *cr)
{
  g_autoptr (GArray) lines = NULL;
  const YcSheetLine *line;

  if (!self->marks->sample)
    return;
  lines = yc_sheet_set_text (self->context, "演练", &mark_font, YC_SHEET_LEFT, 0.0,
                             YC_PAGE_HEIGHT, NULL);
  if (lines == NULL)
    return;

  line = &g_array_index (lines, YcSheetLine, 0);
  cairo_save (cr);
  cairo_translate (cr, YC_PAGE_WIDTH / 2.0, YC_MM (138));
  cairo_rotate (cr, -G_PI / 5.0);
  cairo_move_to (cr, -yc_sheet_line_width (line) / 2.0, line->baseline - mark_font.leading / 2.0);
  pango_cairo_layout_line_path (cr, line->line);
  cairo_restore (cr);
  cairo_set_source_rgb (cr, 0.945, 0.945, 0.955);
  cairo_fill (cr);
}

static gboolean
draw_head (const YcSheetFrame *self, cairo_t *cr, guint page, GError **error)
{
  g_autofree char *title = page > 0 ? g_strdup_printf ("%s（续）", self->title) : NULL;

  cairo_set_source_rgb (cr, 0.35, 0.35, 0.35);
  if (title != NULL && !draw_text (self, cr, title, &head_font, YC_SHEET_LEFT, YC_PAGE_LEFT,
                                   YC_MM (20), YC_TEXT_WIDTH * 0.6, error))
    return FALSE;
  if (!self->marks->sample)
    return TRUE;

  return draw_text (self, cr, "演练样例，不具任何效力", &head_font, YC_SHEET_RIGHT, YC_PAGE_LEFT,
                    YC_MM (20), YC_TEXT_WIDTH, error);
}

static char *
describe (const YcSheetFrame *self)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "证明编号  %s\n", self->marks->serial);
  if (self->valid_until != NULL)
    g_string_append_printf (text, "有效期至  %s\n", self->valid_until);
  g_string_append_printf (text, "核验网址  %s\n", self->marks->verify_url);
  g_string_append (text, "扫描二维码，或打开网址输入证明编号，即可核验真伪。复印件以核验结果为准。");

  return g_string_free (text, FALSE);
}

/* (element-type GArray): each paragraph of @text as its lines; @n_lines counts them all. */
static GPtrArray *
set_description (const YcSheetFrame  *self,
                 const char          *text,
                 const YcSheetFont   *font,
                 guint               *n_lines,
                 GError             **error)
{
  g_auto (GStrv) paragraphs = g_strsplit (text, "\n", -1);
  g_autoptr (GPtrArray) set = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  *n_lines = 0;
  for (guint i = 0; paragraphs[i] != NULL; i++)
    {
      GArray *lines = yc_sheet_set_text (self->context, paragraphs[i], font, YC_SHEET_LEFT, 0.0,
                                         YC_PAGE_WIDTH - YC_PAGE_RIGHT - FOOT_TEXT, error);

      if (lines == NULL)
        return NULL;
      g_ptr_array_add (set, lines);
      *n_lines += lines->len;
    }

  return g_steal_pointer (&set);
}

/* Centres its lines on the height of the QR code; smaller when an address takes several. */
static gboolean
draw_description (const YcSheetFrame *self, cairo_t *cr, GError **error)
{
  g_autofree char *text = describe (self);
  const YcSheetFont *font = &foot_font;
  guint n_lines;
  g_autoptr (GPtrArray) set = set_description (self, text, font, &n_lines, error);
  double y;

  if (set != NULL && n_lines > FOOT_LINES)
    {
      g_ptr_array_unref (set);
      font = &small_font;
      set = set_description (self, text, font, &n_lines, error);
    }
  if (set == NULL)
    return FALSE;

  y = QR_TOP + MAX (0.0, (QR_SIZE - n_lines * font->leading) / 2.0);
  for (guint i = 0; i < set->len; i++)
    {
      GArray *lines = g_ptr_array_index (set, i);

      yc_sheet_draw_lines (self->ink, cr, lines, FOOT_TEXT, y);
      y += lines->len * font->leading;
    }

  return TRUE;
}

static gboolean
draw_page_number (const YcSheetFrame *self, cairo_t *cr, guint page, GError **error)
{
  g_autofree char *text = NULL;

  if (self->n_pages < 2)
    return TRUE;
  text = g_strdup_printf ("第 %u 页，共 %u 页", page + 1, self->n_pages);

  return draw_text (self, cr, text, &foot_font, YC_SHEET_CENTRE, YC_PAGE_LEFT, PAGE_NUMBER_TOP,
                    YC_TEXT_WIDTH, error);
}

gboolean
yc_sheet_frame_draw (const YcSheetFrame  *self,
                     cairo_t             *cr,
                     guint                page,
                     GError             **error)
{
  if (!draw_head (self, cr, page, error))
    return FALSE;

  cairo_set_source_rgb (cr, 0.35, 0.35, 0.35);
  cairo_set_line_width (cr, 0.5);
  cairo_move_to (cr, YC_PAGE_LEFT, FOOT_RULE);
  cairo_line_to (cr, YC_PAGE_WIDTH - YC_PAGE_RIGHT, FOOT_RULE);
  cairo_stroke (cr);

  cairo_set_source_rgb (cr, 0.2, 0.2, 0.2);
  return draw_description (self, cr, error) && draw_page_number (self, cr, page, error) &&
         yc_sheet_draw_qr (cr, self->marks->verify_url, YC_PAGE_LEFT, QR_TOP, QR_SIZE, error);
}
