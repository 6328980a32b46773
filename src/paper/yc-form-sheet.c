/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sets a filled form on A4 pages: who applies, the sections of the layout, where to sign. */
#include "yc-form-sheet-private.h"

#include "yc-id-number.h"
#include "yc-json.h"
#include "yc-sheet-pages-private.h"
#include "yc-sheet-pdf.h"

static const YcSheetFont heading_font = { .size = 18.0, .leading = 27.0, .bold = TRUE };
static const YcSheetFont item_font = { .size = 11.0, .leading = 17.0 };
static const YcSheetFont sign_font = { .size = 11.0, .leading = 26.0 };

/* Who */

static gboolean
add_person (YcFormSheet *self, const char *title, JsonObject *person, GError **error)
{
  const char *number = yc_json_get_string (person, "id_number", "");
  const char *mobile = yc_json_get_string (person, "mobile", "");
  g_autofree char *name = NULL;
  g_autofree char *shown = self->marks->masked ? yc_id_number_mask (number) : g_strdup (number);
  g_autofree char *called = self->marks->masked ? yc_mobile_mask (mobile) : g_strdup (mobile);
  g_autofree char *address = NULL;
  const double first = 0.18 * self->grid.width, rest = 0.32 * self->grid.width;

  if (person == NULL || *yc_json_get_string (person, "name", "") == '\0')
    return TRUE;
  name = yc_sheet_grid_legible (&self->grid, yc_json_get_string (person, "name", ""));
  address = yc_sheet_grid_legible (&self->grid, yc_json_get_string (person, "address", ""));
  {
    const YcSheetCell cells[] = {
      { title, first, TRUE }, { name, rest, FALSE }, { "联系电话", first, TRUE },
      { called, rest, FALSE },
    };
    const YcSheetCell numbers[] = {
      { "身份证号", first, TRUE }, { shown, 0.82 * self->grid.width, FALSE },
    };
    const YcSheetCell places[] = {
      { "联系地址", first, TRUE }, { address, 0.82 * self->grid.width, FALSE },
    };

    return yc_sheet_grid_add_row (&self->grid, cells, G_N_ELEMENTS (cells), NULL, error) &&
           yc_sheet_grid_add_row (&self->grid, numbers, G_N_ELEMENTS (numbers), NULL, error) &&
           (*address == '\0' ||
            yc_sheet_grid_add_row (&self->grid, places, G_N_ELEMENTS (places), NULL, error));
  }
}

static const char *
get_title (YcForm *form, const YcFormSheetMarks *marks)
{
  const char *title = marks->title != NULL ? marks->title : yc_form_get_title (form);

  return title != NULL ? title : "申请表";
}

static gboolean
add_top (YcFormSheet *self, YcForm *form, GError **error)
{
  g_autofree char *item = self->marks->item != NULL
                              ? g_strconcat ("办理事项：", self->marks->item, NULL)
                              : NULL;

  if (!yc_sheet_grid_add_line (&self->grid, get_title (form, self->marks), &heading_font, YC_SHEET_CENTRE,
                               0.0, error) ||
      (item != NULL &&
       !yc_sheet_grid_add_line (&self->grid, item, &item_font, YC_SHEET_CENTRE, 0.0, error)))
    return FALSE;
  yc_flow_add_gap (self->grid.flow, 8.0);

  return add_person (self, "申请人", self->marks->applicant, error) &&
         add_person (self, "代办人", self->marks->agent, error);
}

/* The lines to sign on stay together. */
static gboolean
add_signatures (YcFormSheet *self, GError **error)
{
  yc_flow_add_gap (self->grid.flow, 16.0);
  if (!yc_sheet_grid_add_line (&self->grid, "以上内容由本人核对，真实无误。", &item_font, YC_SHEET_LEFT,
                               0.0, error))
    return FALSE;
  yc_flow_keep_last (self->grid.flow, 1);
  if (!yc_sheet_grid_add_line (
          &self->grid, "申请人（签名）：＿＿＿＿＿＿＿＿＿＿　　＿＿＿＿年＿＿月＿＿日", &sign_font,
          YC_SHEET_LEFT, 0.0, error))
    return FALSE;
  yc_flow_keep_last (self->grid.flow, 1);

  return yc_sheet_grid_add_line (
      &self->grid, "受理人（签名）：＿＿＿＿＿＿＿＿＿＿　　＿＿＿＿年＿＿月＿＿日", &sign_font,
      YC_SHEET_LEFT, 0.0, error);
}

/* Pages */

static gboolean
draw_page (YcSheetInk *ink, cairo_t *cr, guint page, gpointer user_data, GError **error)
{
  return yc_sheet_pages_draw (user_data, ink, cr, page, error);
}

static GBytes *
compose (YcFormSheet *self, YcForm *form, GError **error)
{
  g_autofree char *title = yc_sheet_grid_legible (&self->grid, get_title (form, self->marks));
  const YcSheetFacts facts = { .title = title, .made_at = self->marks->printed_at };
  YcSheetPages pages = { .grid = &self->grid, .title = title,
                         .printed_at = self->marks->printed_at, .sample = self->marks->sample };

  if (!add_top (self, form, error) || !yc_form_sheet_add_element (self, yc_form_get_root (form), 0, error) ||
      !add_signatures (self, error) || !yc_flow_paginate (self->grid.flow, YC_SHEET_TOP, YC_SHEET_BOTTOM, error))
    return NULL;

  return yc_sheet_write_pdf (&facts, self->grid.flow->n_pages, draw_page, &pages, error);
}

GBytes *
yc_form_sheet_compose (YcForm                  *form,
                       const YcFormSheetMarks  *marks,
                       GError                 **error)
{
  g_autoptr (GMutexLocker) locker = NULL;
  g_autoptr (YcFlow) flow = NULL;
  YcFormSheet self = { marks, { NULL, NULL, YC_SHEET_WIDTH } };
  GBytes *pdf;

  g_return_val_if_fail (YC_IS_FORM (form), NULL);
  g_return_val_if_fail (marks != NULL && marks->printed_at != NULL, NULL);

  locker = yc_sheet_lock ();
  self.grid.context = yc_sheet_create_context ();
  self.grid.flow = flow = yc_flow_new ();
  pdf = compose (&self, form, error);
  g_object_unref (self.grid.context);

  return pdf;
}
