/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of a certificate: a template filled in and set into pages, with issuer and date at the lower
 * right under the seal, as GB/T 9704 has it. */
#include "yc-sheet-body-private.h"
#include "yc-certificate-error-private.h"
#include "yc-sheet-closing-private.h"

#include "yc-day.h"
#include "yc-json.h"
#include "yc-logic.h"

const YcSheetPage *
yc_sheet_body_get_paper (YcSheetBody *self)
{
  return &yc_certificate_template_get_page (self->template_)->paper;
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

  return yc_sheet_body_add_text (self, text, &self->setting.body, YC_SHEET_LEFT, 0.0, error);
}

/* Whether a block's condition holds. */
static gboolean
is_shown (YcSheetBody *self, const YcTemplateBlock *block, gboolean *shown, GError **error)
{
  g_autoptr (GError) reason = NULL;

  *shown = yc_logic_test (block->when, self->data, &reason);
  if (reason == NULL)
    return TRUE;
  yc_certificate_error_set (error, YC_CERTIFICATE_ERROR_VALUE, block->pointer, reason->message);

  return FALSE;
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

static YcBlockKind
get_kind (GPtrArray *blocks, guint i)
{
  return ((YcTemplateBlock *) g_ptr_array_index (blocks, i))->kind;
}

/* Where the closing stands: the seal's own block, or else the last run of right-hand lines, or else an
 * empty run at the end. */
static void
find_closing (GPtrArray *blocks, guint *begin, guint *end)
{
  for (guint i = 0; i < blocks->len; i++)
    if (get_kind (blocks, i) == YC_BLOCK_SEAL)
      {
        *begin = i;
        *end = i + 1;
        return;
      }

  *end = blocks->len;
  while (*end > 0 && get_kind (blocks, *end - 1) != YC_BLOCK_RIGHT)
    *end -= 1;
  if (*end == 0)
    *end = blocks->len;
  *begin = *end;
  while (*begin > 0 && get_kind (blocks, *begin - 1) == YC_BLOCK_RIGHT)
    *begin -= 1;
}

static gboolean
add_closing_text (YcSheetBody *self, YcCertificateText *text, GPtrArray *texts, GError **error)
{
  char *words = yc_sheet_body_expand (self, text, NULL, error);

  if (words != NULL)
    g_ptr_array_add (texts, words);

  return words != NULL;
}

/* The lines of the blocks @from to @to; (element-type char *). */
static GPtrArray *
list_closing_texts (YcSheetBody *self, GPtrArray *blocks, guint from, guint to, GError **error)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = from; i < to; i++)
    {
      const YcTemplateBlock *block = g_ptr_array_index (blocks, i);

      if (block->text != NULL && !add_closing_text (self, block->text, texts, error))
        return NULL;
      for (guint line = 0; line < block->lines->len; line++)
        if (!add_closing_text (self, block->lines->pdata[line], texts, error))
          return NULL;
    }

  return g_steal_pointer (&texts);
}

/* What stands under the seal: the template's own lines, or issuer and date. */
static gboolean
write_closing (YcSheetBody *self, GPtrArray *blocks, guint from, guint to, GError **error)
{
  g_autoptr (GPtrArray) texts = list_closing_texts (self, blocks, from, to, error);

  if (texts == NULL)
    return FALSE;
  yc_sheet_body_clear_side (self);
  if (texts->len == 0)
    {
      g_ptr_array_add (texts, g_strdup (self->marks->issuer));
      g_ptr_array_add (texts, yc_sheet_body_format_day (self->marks->issued_at, 0));
    }

  self->closing = yc_sheet_add_closing (self->flow, self->context, texts, &self->setting.body,
                                        yc_sheet_body_get_paper (self),
                                        YC_MM (self->seal->diameter_mm), error);

  return self->closing != NULL;
}

static gboolean
add_blocks (YcSheetBody *self, GPtrArray *blocks, guint from, guint to, GError **error)
{
  for (guint i = from; i < to; i++)
    if (!yc_sheet_body_add_block (self, g_ptr_array_index (blocks, i), error))
      return FALSE;

  return TRUE;
}

/* The title that the blocks begin with, which end before @first then, or the template's own. */
static gboolean
add_titles (YcSheetBody *self, GPtrArray *blocks, guint *first, GError **error)
{
  *first = 0;
  while (*first < blocks->len && get_kind (blocks, *first) == YC_BLOCK_TITLE)
    *first += 1;
  if (*first > 0)
    return add_blocks (self, blocks, 0, *first, error);

  return yc_sheet_body_add_title (self, yc_certificate_template_get_title (self->template_), error);
}

/* Everything in its order: title, addressee, text, closing, notes after it. */
static gboolean
fill_flow (YcSheetBody *self, GError **error)
{
  g_autoptr (GPtrArray) blocks = choose_blocks (self, error);
  const YcSheetPage *paper = yc_sheet_body_get_paper (self);
  guint first, closing, closing_end;

  if (blocks == NULL)
    return FALSE;
  find_closing (blocks, &closing, &closing_end);

  return add_titles (self, blocks, &first, error) && add_addressee (self, error) &&
         add_blocks (self, blocks, first, closing, error) &&
         write_closing (self, blocks, closing, closing_end, error) &&
         add_blocks (self, blocks, closing_end, blocks->len, error) &&
         yc_flow_paginate (self->flow, self->setting.top, paper->height - paper->bottom, error);
}

static gboolean
set_pages (YcSheetBody *self, YcSheetSetting setting, GError **error)
{
  g_clear_pointer (&self->flow, yc_flow_free);
  self->flow = yc_flow_new ();
  self->beside_height = 0.0;
  self->setting = setting;

  return fill_flow (self, error);
}

/* As the standard says; if that takes more than one page, closer; and if closer saves no page, as
 * the standard says after all. */
gboolean
yc_sheet_body_fill (YcSheetBody *self, GError **error)
{
  const YcTemplatePage *page = yc_certificate_template_get_page (self->template_);
  guint n_pages;

  if (!set_pages (self, yc_sheet_setting_standard (page), error))
    return FALSE;
  n_pages = self->flow->n_pages;
  if (n_pages == 1)
    return TRUE;

  return set_pages (self, yc_sheet_setting_close (page), error) &&
         (self->flow->n_pages < n_pages ||
          set_pages (self, yc_sheet_setting_standard (page), error));
}

void
yc_sheet_body_clear (YcSheetBody *self)
{
  g_clear_pointer (&self->data, json_node_unref);
  g_clear_pointer (&self->flow, yc_flow_free);
  g_clear_pointer (&self->footer_left, g_free);
  g_clear_pointer (&self->footer_right, g_free);
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
