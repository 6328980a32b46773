/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts one block of a template after another into the flow of a certificate. */
#include "yc-sheet-body-private.h"
#include "yc-certificate-error-private.h"
#include "yc-sheet-figures-private.h"
#include "yc-sheet-table-private.h"

#include <glib/gi18n-lib.h>

#include "yc-json.h"

#define NOTE_GREY 0.25

/* @values: (nullable) (element-type YcTextRange): takes the places of what was filled in */
char *
yc_sheet_body_expand (YcSheetBody        *self,
                      YcCertificateText  *text,
                      GArray             *values,
                      GError            **error)
{
  YcTextScope scope = { self->data, NULL, 0, values };

  return yc_certificate_text_expand (text, &scope, error);
}

gboolean
yc_sheet_body_add_title (YcSheetBody  *self,
                         const char   *title,
                         GError      **error)
{
  if (!yc_sheet_body_add_text (self, title, &self->setting.title, YC_SHEET_CENTRE, 0.0, error))
    return FALSE;
  yc_flow_add_gap (self->flow, self->setting.title_gap);

  return TRUE;
}

/* A heading stays with what it is over. */
static gboolean
add_heading (YcSheetBody *self, const char *text, GError **error)
{
  const YcSheetFont *font = &self->setting.heading;

  if (!yc_sheet_body_add_text (self, text, font, YC_SHEET_LEFT, 2.0 * font->size, error))
    return FALSE;
  yc_flow_keep_last (self->flow, 1);

  return TRUE;
}

static gboolean
add_note (YcSheetBody *self, const char *text, GError **error)
{
  yc_flow_add_gap (self->flow, self->setting.table_gap);

  return yc_sheet_body_add_grey (self, text, &self->setting.note, YC_SHEET_JUSTIFIED, 0.0,
                                 NOTE_GREY, error);
}

/* (nullable): what a table or a text is there for */
static JsonArray *
get_rows (YcSheetBody *self, const YcTemplateBlock *block)
{
  JsonArray *rows = yc_json_node_get_array (yc_certificate_path_get (self->data, block->rows));

  return rows != NULL && json_array_get_length (rows) > 0 ? rows : NULL;
}

/* Without rows there is not even room for it. */
static gboolean
add_table (YcSheetBody *self, const YcTemplateBlock *block, GError **error)
{
  double width = yc_sheet_page_get_text_width (yc_sheet_body_get_paper (self));

  if (get_rows (self, block) == NULL)
    return TRUE;

  yc_flow_add_gap (self->flow, self->setting.table_gap);
  yc_flow_keep_last (self->flow, 1);
  if (!yc_sheet_add_table (self->flow, self->context, block, self->data, &self->setting.table,
                           width, error))
    return FALSE;
  yc_flow_add_gap (self->flow, self->setting.table_gap);

  return TRUE;
}

/* @row: (nullable): what the text is filled in from, if not from all data; @index: its number */
static gboolean
add_words (YcSheetBody *self, const YcTemplateBlock *block, JsonNode *row, guint index,
           GError **error)
{
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (YcTextRange));
  const YcTextScope scope = { self->data, row, index, values };
  g_autofree char *text = yc_certificate_text_expand (block->text, &scope, error);
  YcSheetFont body = self->setting.body;

  body.wholes = values;
  if (text == NULL)
    return FALSE;
  if (block->kind == YC_BLOCK_TITLE)
    return yc_sheet_body_add_title (self, text, error);
  if (block->kind == YC_BLOCK_HEADING)
    return add_heading (self, text, error);
  if (block->kind == YC_BLOCK_NOTE)
    return add_note (self, text, error);
  if (block->kind == YC_BLOCK_RIGHT)
    return yc_sheet_body_add_text (self, text, &body, YC_SHEET_RIGHT, 0.0, error);

  return yc_sheet_body_add_text (self, text, &body, YC_SHEET_JUSTIFIED,
                                 block->kind == YC_BLOCK_PLAIN ? 0.0 : 2.0 * body.size, error);
}

/* Nothing when the data has no rows. */
static gboolean
add_each (YcSheetBody *self, const YcTemplateBlock *block, GError **error)
{
  JsonArray *rows = get_rows (self, block);
  guint n_rows = rows != NULL ? json_array_get_length (rows) : 0;

  if (n_rows > YC_SHEET_MAX_ROWS)
    {
      g_set_error_literal (error, YC_CERTIFICATE_ERROR, YC_CERTIFICATE_ERROR_SPACE,
                           _("A group has more than 1000 rows"));
      return FALSE;
    }
  for (guint i = 0; i < n_rows; i++)
    if (!add_words (self, block, json_array_get_element (rows, i), i + 1, error))
      return FALSE;

  return TRUE;
}

static gboolean
take_footer (YcSheetBody *self, const YcTemplateBlock *block, GError **error)
{
  char **const sides[] = { &self->footer_left, &self->footer_right };

  for (guint i = 0; i < block->lines->len; i++)
    {
      if (block->lines->pdata[i] == NULL)
        continue;
      g_free (*sides[i]);
      *sides[i] = yc_sheet_body_expand (self, block->lines->pdata[i], NULL, error);
      if (*sides[i] == NULL)
        return FALSE;
    }

  return TRUE;
}

/* Only text stands beside a photo. */
static void
clear_side (YcSheetBody *self, const YcTemplateBlock *block)
{
  if (block->kind >= YC_BLOCK_TABLE && block->kind != YC_BLOCK_FOOTER)
    yc_sheet_body_clear_side (self);
}

static gboolean
add (YcSheetBody *self, const YcTemplateBlock *block, GError **error)
{
  clear_side (self, block);
  switch (block->kind)
    {
    case YC_BLOCK_TABLE:
      return add_table (self, block, error);
    case YC_BLOCK_PHOTO:
      return yc_sheet_body_add_photo (self, block, error);
    case YC_BLOCK_SIGNATURE:
      return yc_sheet_body_add_signature (self, block, error);
    case YC_BLOCK_QR:
      self->has_qr = TRUE;
      return yc_sheet_body_add_qr (self, block, error);
    case YC_BLOCK_FOOTER:
      return take_footer (self, block, error);
    case YC_BLOCK_SEAL:
      /* The closing, which is put where it belongs beforehand. */
      return TRUE;
    case YC_BLOCK_TITLE:
    case YC_BLOCK_HEADING:
    case YC_BLOCK_BODY:
    case YC_BLOCK_PLAIN:
    case YC_BLOCK_RIGHT:
    case YC_BLOCK_NOTE:
    default:
      return block->rows != NULL ? add_each (self, block, error)
                                 : add_words (self, block, NULL, 0, error);
    }
}

gboolean
yc_sheet_body_add_block (YcSheetBody            *self,
                         const YcTemplateBlock  *block,
                         GError                **error)
{
  if (add (self, block, error))
    return TRUE;
  yc_certificate_error_place (error, block->pointer);

  return FALSE;
}
