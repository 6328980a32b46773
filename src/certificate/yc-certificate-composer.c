/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Composes a certificate's sheet: template and data become the pages of a PDF. Sizes and margins
 * follow GB/T 9704 as far as a certificate is an official document: title 22 pt, text 16 pt with
 * 28.95 pt from line to line, issuer and date at the lower right under the seal. */
#include "yc-certificate-composer.h"
#include "yc-certificate-error.h"
#include "yc-certificate-seal-private.h"
#include "yc-certificate-template-private.h"
#include "yc-sheet-flow-private.h"
#include "yc-sheet-frame-private.h"
#include "yc-sheet-table-private.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#include "yc-json.h"
#include "yc-logic.h"

/* How closely a sheet is set. The standard wants lines set closer rather than a last page with
 * little but the seal on it. */
typedef struct
{
  YcSheetFont title;
  YcSheetFont body;
  YcSheetFont note;
  YcSheetFont table;
  double      top;
  double      title_gap;
  double      table_gap;
} Setting;

static const Setting settings[] = {
  { { 22.0, 34.0, TRUE, 2.0 }, { 16.0, 28.95 }, { 10.5, 17.0 }, { 12.0, 26.0 }, YC_MM (34), 26.0,
    10.0 },
  { { 22.0, 32.0, TRUE, 2.0 }, { 16.0, 25.0 }, { 10.5, 15.0 }, { 11.0, 21.0 }, YC_MM (28), 16.0,
    7.0 },
};

/* From the text to the seal: the standard's "within one line". */
#define CLOSING_GAP 6.0
/* The date's right edge stands this far from the text's, as the standard says of a sealed date. */
#define CLOSING_INSET 64.0

typedef struct
{
  YcCertificateTemplate    *template_;
  JsonNode                 *data;
  const YcCertificateMarks *marks;
  PangoContext             *context;
  const Setting            *setting;
  YcFlow                   *flow;
  YcBox                    *closing;
} Composer;

static void
composer_clear (Composer *self)
{
  g_clear_pointer (&self->data, json_node_unref);
  g_clear_pointer (&self->flow, yc_flow_free);
  g_clear_object (&self->context);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Composer, composer_clear)

/* The day in China at the time of issue, @months later. */
static char *
format_day (GDateTime *issued_at, guint months)
{
  g_autoptr (GTimeZone) china = g_time_zone_new_offset (8 * 3600);
  g_autoptr (GDateTime) local = g_date_time_to_timezone (issued_at, china);
  g_autoptr (GDateTime) day = g_date_time_add_months (local, (int) months);

  return g_strdup_printf ("%d年%d月%d日", g_date_time_get_year (day), g_date_time_get_month (day),
                          g_date_time_get_day_of_month (day));
}

static gboolean
add_text (Composer *self, const char *text, const YcSheetFont *font, YcSheetAlign align,
          double indent, double grey, GError **error)
{
  GArray *lines = yc_sheet_set_text (self->context, text, font, align, indent, YC_TEXT_WIDTH, error);

  if (lines == NULL)
    return FALSE;
  yc_flow_add_lines (self->flow, lines, font->leading, grey);

  return TRUE;
}

static gboolean
add_title (Composer *self, const char *title, GError **error)
{
  if (!add_text (self, title, &self->setting->title, YC_SHEET_CENTRE, 0.0, 0.0, error))
    return FALSE;
  yc_flow_add_gap (self->flow, self->setting->title_gap);

  return TRUE;
}

/* "黄江供水有限公司：" flush left under the title. */
static gboolean
add_addressee (Composer *self, GError **error)
{
  const char *addressee = yc_certificate_template_get_addressee (self->template_);
  g_autofree char *text = NULL;

  if (addressee == NULL || *addressee == '\0')
    return TRUE;
  text = g_strconcat (addressee, g_str_has_suffix (addressee, "：") ? "" : "：", NULL);

  return add_text (self, text, &self->setting->body, YC_SHEET_LEFT, 0.0, 0.0, error);
}

static gboolean
add_note (Composer *self, const char *text, GError **error)
{
  yc_flow_add_gap (self->flow, self->setting->table_gap);

  return add_text (self, text, &self->setting->note, YC_SHEET_JUSTIFIED, 0.0, 0.25, error);
}

static gboolean
add_table (Composer *self, const YcTemplateBlock *block, GError **error)
{
  yc_flow_add_gap (self->flow, self->setting->table_gap);
  yc_flow_keep_last (self->flow, 1);
  if (!yc_sheet_add_table (self->flow, self->context, block, self->data, &self->setting->table,
                           YC_TEXT_WIDTH, error))
    return FALSE;
  yc_flow_add_gap (self->flow, self->setting->table_gap);

  return TRUE;
}

/* Whether the text's last line leaves room on its right for the seal to reach into. */
static gboolean
is_last_line_short (Composer *self)
{
  const YcBox *last = self->flow->boxes->len > 0
                          ? g_ptr_array_index (self->flow->boxes, self->flow->boxes->len - 1)
                          : NULL;
  const YcSheetLine *line;

  if (last == NULL || last->kind != YC_BOX_LINE)
    return FALSE;
  line = &g_array_index (last->lines, YcSheetLine, 0);

  return line->x + yc_sheet_line_width (line) < YC_TEXT_WIDTH / 2.0 - CLOSING_GAP;
}

/* Issuer and date, each centred on the other, far enough left that the seal stays on the text. */
static void
place_closing_lines (YcBox *closing, double leading)
{
  double widest = 0.0;
  double centre;

  for (guint i = 0; i < closing->lines->len; i++)
    widest = MAX (widest, yc_sheet_line_width (&g_array_index (closing->lines, YcSheetLine, i)));
  centre = YC_TEXT_WIDTH - MAX (CLOSING_INSET / 2.0 + widest / 2.0, YC_SEAL_DIAMETER / 2.0);
  centre = MAX (centre, YC_TEXT_WIDTH / 2.0);

  for (guint i = 0; i < closing->lines->len; i++)
    {
      YcSheetLine *line = &g_array_index (closing->lines, YcSheetLine, i);

      line->x = centre - yc_sheet_line_width (line) / 2.0;
      line->baseline += i * leading;
    }
}

/* The lines under the seal are one box, which never stands alone on a page: the two boxes before
 * it go with it. */
static gboolean
add_closing (Composer *self, GPtrArray *texts, GError **error)
{
  gboolean reach = is_last_line_short (self);
  YcBox *closing;
  double overhang;

  yc_flow_keep_last (self->flow, 2);
  self->closing = closing = yc_flow_add (self->flow, YC_BOX_CLOSING, 0.0);
  closing->lines = yc_sheet_new_lines ();
  for (guint i = 0; i < texts->len; i++)
    {
      g_autoptr (GArray) lines = yc_sheet_set_text (self->context, g_ptr_array_index (texts, i),
                                                    &self->setting->body, YC_SHEET_LEFT, 0.0,
                                                    YC_TEXT_WIDTH, error);

      if (lines == NULL)
        return FALSE;
      for (guint j = 0; j < lines->len; j++)
        {
          YcSheetLine line = g_array_index (lines, YcSheetLine, j);

          g_object_ref (line.layout);
          pango_layout_line_ref (line.line);
          line.baseline -= j * self->setting->body.leading;
          g_array_append_val (closing->lines, line);
        }
    }

  place_closing_lines (closing, self->setting->body.leading);
  overhang = MAX (0.0, (YC_SEAL_DIAMETER - closing->lines->len * self->setting->body.leading) / 2.0);
  closing->inset = overhang + CLOSING_GAP;
  if (reach)
    closing->inset = MAX (closing->inset - self->setting->body.leading, CLOSING_GAP);
  closing->height = closing->inset + closing->lines->len * self->setting->body.leading + overhang;

  return TRUE;
}

/* Whether a block's condition holds. */
static gboolean
is_shown (Composer *self, const YcTemplateBlock *block, gboolean *shown, GError **error)
{
  g_autoptr (GError) reason = NULL;

  *shown = yc_logic_test (block->when, self->data, &reason);
  if (reason == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&reason));

  return FALSE;
}

static char *
expand (Composer *self, const YcTemplateBlock *block, GError **error)
{
  YcTextScope scope = { self->data, NULL, 0 };

  return yc_certificate_text_expand (block->text, &scope, error);
}

static gboolean
add_block (Composer *self, const YcTemplateBlock *block, GError **error)
{
  g_autofree char *text = NULL;

  if (block->kind == YC_BLOCK_TABLE)
    return add_table (self, block, error);

  text = expand (self, block, error);
  if (text == NULL)
    return FALSE;

  switch (block->kind)
    {
    case YC_BLOCK_TITLE:
      return add_title (self, text, error);
    case YC_BLOCK_RIGHT:
      return add_text (self, text, &self->setting->body, YC_SHEET_RIGHT, 0.0, 0.0, error);
    case YC_BLOCK_NOTE:
      return add_note (self, text, error);
    case YC_BLOCK_BODY:
    case YC_BLOCK_TABLE:
    default:
      return add_text (self, text, &self->setting->body, YC_SHEET_JUSTIFIED,
                       2.0 * self->setting->body.size, 0.0, error);
    }
}

/* The blocks to show; (element-type YcTemplateBlock). */
static GPtrArray *
choose_blocks (Composer *self, GError **error)
{
  GPtrArray *blocks = yc_certificate_template_get_blocks (self->template_);
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();

  for (guint i = 0; i < blocks->len; i++)
    {
      YcTemplateBlock *block = g_ptr_array_index (blocks, i);
      gboolean shown;

      if (!is_shown (self, block, &shown, error))
        return NULL;
      if (shown)
        g_ptr_array_add (chosen, block);
    }

  return g_steal_pointer (&chosen);
}

/* Where the closing begins: the last run of right-hand lines. The number of blocks when there is
 * none. */
static guint
find_closing (GPtrArray *blocks, guint *end)
{
  guint i = blocks->len;

  while (i > 0 && ((YcTemplateBlock *) g_ptr_array_index (blocks, i - 1))->kind != YC_BLOCK_RIGHT)
    i--;
  *end = i;
  while (i > 0 && ((YcTemplateBlock *) g_ptr_array_index (blocks, i - 1))->kind == YC_BLOCK_RIGHT)
    i--;
  if (*end > 0)
    return i;

  *end = blocks->len;

  return blocks->len;
}

/* What stands under the seal: the template's own last right-hand lines, or issuer and date. */
static gboolean
write_closing (Composer *self, GPtrArray *blocks, guint from, guint to, GError **error)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = from; i < to; i++)
    {
      char *text = expand (self, g_ptr_array_index (blocks, i), error);

      if (text == NULL)
        return FALSE;
      g_ptr_array_add (texts, text);
    }
  if (texts->len == 0)
    {
      g_ptr_array_add (texts, g_strdup (self->marks->issuer));
      g_ptr_array_add (texts, format_day (self->marks->issued_at, 0));
    }

  return add_closing (self, texts, error);
}

static gboolean
has_title (GPtrArray *blocks)
{
  return blocks->len > 0 &&
         ((YcTemplateBlock *) g_ptr_array_index (blocks, 0))->kind == YC_BLOCK_TITLE;
}

/* Everything in its order: title, addressee, text, closing, notes after it. */
static gboolean
fill_flow (Composer *self, GError **error)
{
  g_autoptr (GPtrArray) blocks = choose_blocks (self, error);
  guint first = 0, closing, closing_end;

  if (blocks == NULL)
    return FALSE;
  closing = find_closing (blocks, &closing_end);

  if (has_title (blocks))
    while (first < blocks->len &&
           ((YcTemplateBlock *) g_ptr_array_index (blocks, first))->kind == YC_BLOCK_TITLE)
      {
        if (!add_block (self, g_ptr_array_index (blocks, first++), error))
          return FALSE;
      }
  else if (!add_title (self, yc_certificate_template_get_title (self->template_), error))
    return FALSE;
  if (!add_addressee (self, error))
    return FALSE;

  for (guint i = first; i < closing; i++)
    if (!add_block (self, g_ptr_array_index (blocks, i), error))
      return FALSE;
  if (!write_closing (self, blocks, closing, closing_end, error))
    return FALSE;
  for (guint i = closing_end; i < blocks->len; i++)
    if (!add_block (self, g_ptr_array_index (blocks, i), error))
      return FALSE;

  return yc_flow_paginate (self->flow, self->setting->top, YC_PAGE_BOTTOM, error);
}

static gboolean
set_pages (Composer *self, const Setting *setting, GError **error)
{
  g_clear_pointer (&self->flow, yc_flow_free);
  self->flow = yc_flow_new ();
  self->setting = setting;

  return fill_flow (self, error);
}

/* As the standard says; if that takes more than one page, closer; and if closer saves no page, as
 * the standard says after all. */
static gboolean
choose_setting (Composer *self, GError **error)
{
  guint n_pages;

  if (!set_pages (self, &settings[0], error))
    return FALSE;
  n_pages = self->flow->n_pages;
  if (n_pages == 1)
    return TRUE;

  return set_pages (self, &settings[1], error) &&
         (self->flow->n_pages < n_pages || set_pages (self, &settings[0], error));
}

static YcCertificateSeal *
make_seal (Composer *self)
{
  const YcBox *closing = self->closing;
  guint n_lines = closing->lines->len;
  g_autofree YcSealText *texts = g_new0 (YcSealText, n_lines);
  double x = 0.0;
  double y;

  for (guint i = 0; i < n_lines; i++)
    {
      const YcSheetLine *line = &g_array_index (closing->lines, YcSheetLine, i);

      texts[i].line = line->line;
      texts[i].x = YC_PAGE_LEFT + line->x;
      texts[i].baseline = closing->y + closing->inset + line->baseline;
      x = YC_PAGE_LEFT + line->x + yc_sheet_line_width (line) / 2.0;
    }

  y = closing->y + closing->inset + n_lines * self->setting->body.leading / 2.0;

  return yc_certificate_seal_new (self->context, self->marks->issuer,
                                  self->marks->sample ? "样例印章" : NULL, closing->page, x, y,
                                  texts, n_lines);
}

static cairo_status_t
write_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

static void
set_metadata (Composer *self, cairo_surface_t *surface)
{
  g_autoptr (GDateTime) utc = g_date_time_to_utc (self->marks->issued_at);
  g_autofree char *time = g_date_time_format (utc, "%Y-%m-%dT%H:%M:%SZ");
  g_autofree char *subject = g_strdup_printf ("证明编号 %s", self->marks->serial);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE,
                                  yc_certificate_template_get_title (self->template_));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, subject);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, self->marks->issuer);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Yichuang");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, time);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, time);
}

static gboolean
draw_pages (Composer *self, YcSheetInk *ink, cairo_t *cr, GError **error)
{
  guint months = yc_certificate_template_get_valid_months (self->template_);
  g_autofree char *until = months > 0 ? format_day (self->marks->issued_at, months) : NULL;
  YcSheetFrame frame = {
    .context = self->context,
    .ink = ink,
    .marks = self->marks,
    .title = yc_certificate_template_get_title (self->template_),
    .valid_until = until,
    .n_pages = self->flow->n_pages,
  };

  for (guint page = 0; page < self->flow->n_pages; page++)
    {
      yc_sheet_frame_draw_under (&frame, cr);
      yc_flow_draw_page (self->flow, ink, cr, page, YC_PAGE_LEFT);
      if (!yc_sheet_frame_draw (&frame, cr, page, error))
        return FALSE;
      cairo_show_page (cr);
    }

  return TRUE;
}

/* Goes through all that will be drawn, for the fonts' sake. */
static gboolean
gather_characters (Composer *self, YcSheetInk *ink, GError **error)
{
  cairo_surface_t *nowhere = cairo_image_surface_create (CAIRO_FORMAT_A1, 0, 0);
  cairo_t *cr = cairo_create (nowhere);
  gboolean drawn = draw_pages (self, ink, cr, error);

  cairo_destroy (cr);
  cairo_surface_destroy (nowhere);
  yc_sheet_ink_close (ink);

  return drawn;
}

static GBytes *
write_pdf (Composer *self, GError **error)
{
  g_autoptr (GByteArray) out = g_byte_array_sized_new (65536);
  g_autoptr (YcSheetInk) ink = yc_sheet_ink_new ();
  cairo_surface_t *surface;
  cairo_t *cr;
  cairo_status_t status;
  gboolean drawn;

  if (!gather_characters (self, ink, error))
    return NULL;
  surface = cairo_pdf_surface_create_for_stream (write_cb, out, YC_PAGE_WIDTH, YC_PAGE_HEIGHT);
  cr = cairo_create (surface);
  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  set_metadata (self, surface);
  drawn = draw_pages (self, ink, cr, error);
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  if (!drawn)
    return NULL;
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, YC_CERTIFICATE_ERROR, YC_CERTIFICATE_ERROR_FAILED,
                   _("The certificate could not be drawn: %s"), cairo_status_to_string (status));
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&out));
}

GBytes *
yc_certificate_compose (YcCertificateTemplate     *template_,
                        JsonObject                *data,
                        const YcCertificateMarks  *marks,
                        YcCertificateSeal        **seal,
                        GError                   **error)
{
  g_auto (Composer) self = { template_ };
  g_autoptr (GBytes) pdf = NULL;

  g_return_val_if_fail (YC_IS_CERTIFICATE_TEMPLATE (template_), NULL);
  g_return_val_if_fail (data != NULL, NULL);
  g_return_val_if_fail (marks != NULL && marks->serial != NULL && marks->verify_url != NULL, NULL);
  g_return_val_if_fail (marks->issuer != NULL && marks->issued_at != NULL, NULL);

  self.data = yc_json_object_node (json_object_ref (data));
  self.marks = marks;
  self.context = yc_sheet_create_context ();
  if (!choose_setting (&self, error))
    return NULL;

  pdf = write_pdf (&self, error);
  if (pdf != NULL && seal != NULL)
    *seal = make_seal (&self);

  return g_steal_pointer (&pdf);
}
