/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of a certificate: a template filled in and set into pages. Sizes and margins follow
 * GB/T 9704 as far as a certificate is an official document: title 22 pt, text 16 pt with 28.95 pt
 * from line to line, issuer and date at the lower right under the seal. */
#include "yc-sheet-body-private.h"
#include "yc-certificate-template-private.h"
#include "yc-sheet-closing-private.h"
#include "yc-sheet-frame.h"
#include "yc-sheet-table-private.h"

#include "yc-day.h"
#include "yc-json.h"
#include "yc-logic.h"

/* How closely a sheet is set. The standard wants lines set closer rather than a last page with
 * little but the seal on it. */
struct _YcSheetSetting
{
  YcSheetFont title;
  YcSheetFont body;
  YcSheetFont note;
  YcSheetFont table;
  double      top;
  double      title_gap;
  double      table_gap;
};

static const YcSheetSetting settings[] = {
  { { 22.0, 34.0, TRUE, 2.0 }, { 16.0, 28.95 }, { 10.5, 17.0 }, { 12.0, 26.0 }, YC_MM (34), 26.0,
    10.0 },
  { { 22.0, 32.0, TRUE, 2.0 }, { 16.0, 25.0 }, { 10.5, 15.0 }, { 11.0, 21.0 }, YC_MM (28), 16.0,
    7.0 },
};

static gboolean
add_text (YcSheetBody *self, const char *text, const YcSheetFont *font, YcSheetAlign align,
          double indent, double grey, GError **error)
{
  GArray *lines = yc_sheet_set_text (self->context, text, font, align, indent, YC_TEXT_WIDTH,
                                     error);

  if (lines == NULL)
    return FALSE;
  yc_flow_add_lines (self->flow, lines, font->leading, grey);

  return TRUE;
}

static gboolean
add_title (YcSheetBody *self, const char *title, GError **error)
{
  if (!add_text (self, title, &self->setting->title, YC_SHEET_CENTRE, 0.0, 0.0, error))
    return FALSE;
  yc_flow_add_gap (self->flow, self->setting->title_gap);

  return TRUE;
}

/* "黄江供水有限公司：" flush left under the title. */
static gboolean
add_addressee (YcSheetBody *self, GError **error)
{
  const char *addressee = yc_certificate_template_get_addressee (self->template_);
  g_autofree char *text = NULL;

  if (addressee == NULL || *addressee == '\0')
    return TRUE;
  text = g_strconcat (addressee, g_str_has_suffix (addressee, "：") ? "" : "：", NULL);

  return add_text (self, text, &self->setting->body, YC_SHEET_LEFT, 0.0, 0.0, error);
}

static gboolean
add_note (YcSheetBody *self, const char *text, GError **error)
{
  yc_flow_add_gap (self->flow, self->setting->table_gap);

  return add_text (self, text, &self->setting->note, YC_SHEET_JUSTIFIED, 0.0, 0.25, error);
}

static gboolean
add_table (YcSheetBody *self, const YcTemplateBlock *block, GError **error)
{
  yc_flow_add_gap (self->flow, self->setting->table_gap);
  yc_flow_keep_last (self->flow, 1);
  if (!yc_sheet_add_table (self->flow, self->context, block, self->data, &self->setting->table,
                           YC_TEXT_WIDTH, error))
    return FALSE;
  yc_flow_add_gap (self->flow, self->setting->table_gap);

  return TRUE;
}

/* Whether a block's condition holds. */
static gboolean
is_shown (YcSheetBody *self, const YcTemplateBlock *block, gboolean *shown, GError **error)
{
  g_autoptr (GError) reason = NULL;

  *shown = yc_logic_test (block->when, self->data, &reason);
  if (reason == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&reason));

  return FALSE;
}

static char *
expand (YcSheetBody *self, const YcTemplateBlock *block, GError **error)
{
  YcTextScope scope = { self->data, NULL, 0 };

  return yc_certificate_text_expand (block->text, &scope, error);
}

static gboolean
add_block (YcSheetBody *self, const YcTemplateBlock *block, GError **error)
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
choose_blocks (YcSheetBody *self, GError **error)
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
write_closing (YcSheetBody *self, GPtrArray *blocks, guint from, guint to, GError **error)
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
      g_ptr_array_add (texts, yc_sheet_body_format_day (self->marks->issued_at, 0));
    }

  self->closing = yc_sheet_add_closing (self->flow, self->context, texts, &self->setting->body,
                                        error);

  return self->closing != NULL;
}

static gboolean
has_title (GPtrArray *blocks)
{
  return blocks->len > 0 &&
         ((YcTemplateBlock *) g_ptr_array_index (blocks, 0))->kind == YC_BLOCK_TITLE;
}

/* Everything in its order: title, addressee, text, closing, notes after it. */
static gboolean
fill_flow (YcSheetBody *self, GError **error)
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
set_pages (YcSheetBody *self, const YcSheetSetting *setting, GError **error)
{
  g_clear_pointer (&self->flow, yc_flow_free);
  self->flow = yc_flow_new ();
  self->setting = setting;

  return fill_flow (self, error);
}

/* As the standard says; if that takes more than one page, closer; and if closer saves no page, as
 * the standard says after all. */
gboolean
yc_sheet_body_fill (YcSheetBody *self, GError **error)
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

void
yc_sheet_body_clear (YcSheetBody *self)
{
  g_clear_pointer (&self->data, json_node_unref);
  g_clear_pointer (&self->flow, yc_flow_free);
  g_clear_object (&self->context);
}

/* The day in China at the time of issue, @months later. */
char *
yc_sheet_body_format_day (GDateTime *issued_at, guint months)
{
  g_autoptr (GDateTime) day = yc_day_in_china (issued_at, months);

  return g_strdup_printf ("%d年%d月%d日", g_date_time_get_year (day), g_date_time_get_month (day),
                          g_date_time_get_day_of_month (day));
}
