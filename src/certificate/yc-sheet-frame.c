/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands on every page around the text: foot with number and QR code, head, 演练 or 预览无效. The
 * sheet's language is Chinese whatever the clerk's is, so nothing here is translated. */
#include "yc-sheet-frame.h"
#include "yc-sheet-qr.h"

/* The foot: a rule, below it the QR code with words beside it, below those the number of the page. */
#define FOOT_HEIGHT YC_MM (37)
#define FOOT_GAP YC_MM (6)
/* With a signature in it the code has some 65 modules: 0.4 mm each, which a telephone reads from paper. */
#define QR_SIZE YC_MM (25)
#define QR_GAP YC_MM (3)
#define TEXT_GAP YC_MM (5)
/* So many lines fit beside the QR code. */
#define FOOT_LINES 4
#define TEXT_HEIGHT YC_MM (21)
#define PAGE_NUMBER_GAP YC_MM (25.5)
#define HEAD_TOP YC_MM (20)
/* The middle between the upper edge and the foot, as a share of the height. */
#define MIDDLE (138.0 / 297.0)

static const YcSheetFont foot_font = { .size = 9.0, .leading = 14.2 };
static const YcSheetFont small_font = { .size = 7.5, .leading = 10.6 };
static const YcSheetFont head_font = { .size = 9.0, .leading = 14.2 };

/* What the sheets that do not count say of themselves: across the page, and at its head. */
static const struct
{
  const char *across;
  double      size;
  const char *head;
} notes[] = {
  [YC_SHEET_SAMPLE] = { "演练", 210.0, "演练样例，不具任何效力" },
  [YC_SHEET_PREVIEW] = { "预览无效", 110.0, "出证前的预览，无效" },
};

static gboolean
counts (const YcSheetFrame *self)
{
  return self->marks->purpose == YC_SHEET_ISSUED;
}

/* Where the foot begins. */
static double
get_rule (const YcSheetFrame *self)
{
  return self->page->height - MAX (FOOT_HEIGHT, self->page->bottom - FOOT_GAP);
}

/* From the rule to the words in the corners: a notice has nothing in between. */
static double
get_last_gap (const YcSheetFrame *self)
{
  return self->is_notice ? YC_MM (3) : PAGE_NUMBER_GAP;
}

static gboolean
shows_code (const YcSheetFrame *self)
{
  return !self->has_qr && !self->is_notice && self->marks->purpose != YC_SHEET_PREVIEW;
}

/* Where the foot's words begin: beside the QR code. */
static double
get_foot_left (const YcSheetFrame *self)
{
  return self->page->left + (shows_code (self) ? QR_SIZE + TEXT_GAP : 0.0);
}

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

/* Pale characters across the page. They are shapes, not text: a copy of the sheet's words has
 * none of them in between, and the head says the same in plain text. */
void
yc_sheet_frame_draw_under (const YcSheetFrame *self, cairo_t *cr)
{
  double size = counts (self) ? 0.0 : notes[self->marks->purpose].size;
  const YcSheetFont font = {
    .size = size * self->page->width / yc_sheet_page_a4.width, .leading = size, .bold = TRUE,
  };
  g_autoptr (GArray) lines = NULL;
  const YcSheetLine *line;

  if (counts (self))
    return;
  lines = yc_sheet_set_text (self->context, notes[self->marks->purpose].across, &font,
                             YC_SHEET_LEFT, 0.0, 2.0 * self->page->height, NULL);
  if (lines == NULL)
    return;

  line = &g_array_index (lines, YcSheetLine, 0);
  cairo_save (cr);
  cairo_translate (cr, self->page->width / 2.0, self->page->height * MIDDLE);
  cairo_rotate (cr, -G_PI / 5.0);
  cairo_move_to (cr, -yc_sheet_line_width (line) / 2.0, line->baseline - font.leading / 2.0);
  pango_cairo_layout_line_path (cr, line->line);
  cairo_restore (cr);
  cairo_set_source_rgb (cr, 0.945, 0.945, 0.955);
  cairo_fill (cr);
}

static gboolean
draw_head (const YcSheetFrame *self, cairo_t *cr, guint page, GError **error)
{
  g_autofree char *title = page > 0 ? g_strdup_printf ("%s（续）", self->title) : NULL;
  double top = MIN (HEAD_TOP, self->page->top - head_font.leading);
  double width = yc_sheet_page_get_text_width (self->page);

  cairo_set_source_rgb (cr, 0.35, 0.35, 0.35);
  if (title != NULL && !draw_text (self, cr, title, &head_font, YC_SHEET_LEFT, self->page->left,
                                   top, width * 0.6, error))
    return FALSE;
  if (counts (self))
    return TRUE;

  return draw_text (self, cr, notes[self->marks->purpose].head, &head_font, YC_SHEET_RIGHT,
                    self->page->left, top, width, error);
}

static char *
describe (const YcSheetFrame *self)
{
  GString *text = g_string_new (NULL);

  if (self->marks->purpose == YC_SHEET_PREVIEW)
    g_string_append (text, "证明编号  出证时编号\n");
  else
    g_string_append_printf (text, "证明编号  %s\n", self->marks->serial);
  if (self->marks->identifier != NULL)
    g_string_append_printf (text, "证照标识  %s\n", self->marks->identifier);
  if (self->valid_until != NULL)
    g_string_append_printf (text, "有效期至  %s\n", self->valid_until);
  if (self->marks->purpose == YC_SHEET_PREVIEW)
    g_string_append (text, "这是出证前的预览，没有印章和签名，不具任何效力。");
  else
    g_string_append_printf (text,
                            "核验网址  %s\n"
                            "扫描二维码，或打开网址输入证明编号，即可核验真伪。复印件以核验结果为准。",
                            self->marks->verify_url);

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
                                         self->page->width - self->page->right - get_foot_left (self),
                                         error);

      if (lines == NULL)
        return NULL;
      g_ptr_array_add (set, lines);
      *n_lines += lines->len;
    }

  return g_steal_pointer (&set);
}

/* Centres its lines above the number of the page; smaller when an address takes several. */
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

  y = get_rule (self) + QR_GAP + MAX (0.0, (TEXT_HEIGHT - n_lines * font->leading) / 2.0);
  for (guint i = 0; i < set->len; i++)
    {
      GArray *lines = g_ptr_array_index (set, i);

      yc_sheet_draw_lines (self->ink, cr, lines, get_foot_left (self), y);
      y += lines->len * font->leading;
    }

  return TRUE;
}

static gboolean
draw_foot_line (const YcSheetFrame *self, cairo_t *cr, const char *text, YcSheetAlign align,
                GError **error)
{
  double left = align == YC_SHEET_LEFT ? get_foot_left (self) : self->page->left;

  return text == NULL ||
         draw_text (self, cr, text, &foot_font, align, left, get_rule (self) + get_last_gap (self),
                    self->page->width - self->page->right - left, error);
}

static gboolean
draw_last_line (const YcSheetFrame *self, cairo_t *cr, guint page, GError **error)
{
  g_autofree char *number =
      self->n_pages > 1 ? g_strdup_printf ("第 %u 页，共 %u 页", page + 1, self->n_pages) : NULL;

  return draw_foot_line (self, cr, self->footer_left, YC_SHEET_LEFT, error) &&
         draw_foot_line (self, cr, number, YC_SHEET_CENTRE, error) &&
         draw_foot_line (self, cr, self->footer_right, YC_SHEET_RIGHT, error);
}

static gboolean
draw_code (const YcSheetFrame *self, cairo_t *cr, GError **error)
{
  const char *text = self->marks->qr_text != NULL ? self->marks->qr_text : self->marks->verify_url;

  return !shows_code (self) || yc_sheet_draw_qr (cr, text, self->page->left,
                                                 get_rule (self) + QR_GAP, QR_SIZE, error);
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
  cairo_move_to (cr, self->page->left, get_rule (self));
  cairo_line_to (cr, self->page->width - self->page->right, get_rule (self));
  cairo_stroke (cr);

  cairo_set_source_rgb (cr, 0.2, 0.2, 0.2);
  return (self->is_notice || draw_description (self, cr, error)) && draw_last_line (self, cr, page, error) &&
         draw_code (self, cr, error);
}
