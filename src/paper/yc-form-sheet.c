/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sets a filled form on A4 pages: who applies, the sections of the layout, where to sign. */
#include "yc-form-sheet-private.h"

#include <math.h>

#include "yc-id-number.h"
#include "yc-json.h"
#include "yc-sheet-frame.h"
#include "yc-sheet-pdf.h"

#define MARGIN YC_MM (20)
#define TOP YC_MM (20)
#define BOTTOM YC_MM (278)
#define FOOT YC_MM (283)
#define WIDTH (YC_PAGE_WIDTH - 2.0 * MARGIN)

static const YcSheetFont heading_font = { .size = 18.0, .leading = 27.0, .bold = TRUE };
static const YcSheetFont item_font = { .size = 11.0, .leading = 17.0 };
static const YcSheetFont sign_font = { .size = 11.0, .leading = 26.0 };
static const YcSheetFont foot_font = { .size = 8.5, .leading = 12.0 };

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
  const double first = 0.18 * self->width, rest = 0.32 * self->width;

  if (person == NULL || *yc_json_get_string (person, "name", "") == '\0')
    return TRUE;
  name = yc_form_sheet_legible (self, yc_json_get_string (person, "name", ""));
  address = yc_form_sheet_legible (self, yc_json_get_string (person, "address", ""));
  {
    const YcFormSheetCell cells[] = {
      { title, first, TRUE }, { name, rest, FALSE }, { "联系电话", first, TRUE },
      { called, rest, FALSE },
    };
    const YcFormSheetCell numbers[] = {
      { "身份证号", first, TRUE }, { shown, 0.82 * self->width, FALSE },
    };
    const YcFormSheetCell places[] = {
      { "联系地址", first, TRUE }, { address, 0.82 * self->width, FALSE },
    };

    return yc_form_sheet_add_row (self, cells, G_N_ELEMENTS (cells), NULL, error) &&
           yc_form_sheet_add_row (self, numbers, G_N_ELEMENTS (numbers), NULL, error) &&
           (*address == '\0' ||
            yc_form_sheet_add_row (self, places, G_N_ELEMENTS (places), NULL, error));
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

  if (!yc_form_sheet_add_line (self, get_title (form, self->marks), &heading_font, YC_SHEET_CENTRE,
                               0.0, error) ||
      (item != NULL &&
       !yc_form_sheet_add_line (self, item, &item_font, YC_SHEET_CENTRE, 0.0, error)))
    return FALSE;
  yc_flow_add_gap (self->flow, 8.0);

  return add_person (self, "申请人", self->marks->applicant, error) &&
         add_person (self, "代办人", self->marks->agent, error);
}

/* The lines to sign on stay together. */
static gboolean
add_signatures (YcFormSheet *self, GError **error)
{
  yc_flow_add_gap (self->flow, 16.0);
  if (!yc_form_sheet_add_line (self, "以上内容由本人核对，真实无误。", &item_font, YC_SHEET_LEFT,
                               0.0, error))
    return FALSE;
  yc_flow_keep_last (self->flow, 1);
  if (!yc_form_sheet_add_line (
          self, "申请人（签名）：＿＿＿＿＿＿＿＿＿＿　　＿＿＿＿年＿＿月＿＿日", &sign_font,
          YC_SHEET_LEFT, 0.0, error))
    return FALSE;
  yc_flow_keep_last (self->flow, 1);

  return yc_form_sheet_add_line (
      self, "受理人（签名）：＿＿＿＿＿＿＿＿＿＿　　＿＿＿＿年＿＿月＿＿日", &sign_font,
      YC_SHEET_LEFT, 0.0, error);
}

/* Pages */

typedef struct
{
  YcFormSheet *sheet;
  const char  *title;
} Pages;

static gboolean
draw_text (const Pages  *pages,
           YcSheetInk   *ink,
           cairo_t      *cr,
           const char   *text,
           YcSheetAlign  align,
           double        y,
           GError      **error)
{
  g_autoptr (GArray) lines = yc_sheet_set_text (pages->sheet->context, text, &foot_font, align, 0.0,
                                                WIDTH, error);

  if (lines == NULL)
    return FALSE;
  yc_sheet_draw_lines (ink, cr, lines, MARGIN, y);

  return TRUE;
}

static gboolean
draw_foot (const Pages *pages, YcSheetInk *ink, cairo_t *cr, guint page, GError **error)
{
  const YcFormSheetMarks *marks = pages->sheet->marks;
  g_autofree char *number =
      g_strdup_printf ("第 %u 页，共 %u 页", page + 1, pages->sheet->flow->n_pages);
  g_autofree char *time = g_date_time_format (marks->printed_at, "打印时间 %Y-%m-%d %H:%M");

  cairo_set_source_rgb (cr, 0.35, 0.35, 0.35);

  return draw_text (pages, ink, cr, time, YC_SHEET_LEFT, FOOT, error) &&
         draw_text (pages, ink, cr, number, YC_SHEET_RIGHT, FOOT, error) &&
         (!marks->sample ||
          draw_text (pages, ink, cr, "演练样例，不具任何效力", YC_SHEET_CENTRE, FOOT, error));
}

static gboolean
draw_page (YcSheetInk *ink, cairo_t *cr, guint page, gpointer user_data, GError **error)
{
  const Pages *pages = user_data;
  const YcCertificateMarks marks = { .sample = pages->sheet->marks->sample };
  const YcSheetFrame frame = { .context = pages->sheet->context, .ink = ink, .marks = &marks };
  g_autofree char *head = g_strdup_printf ("%s（续）", pages->title);

  yc_sheet_frame_draw_under (&frame, cr);
  yc_flow_draw_page (pages->sheet->flow, ink, cr, page, MARGIN);
  cairo_set_source_rgb (cr, 0.35, 0.35, 0.35);
  if (page > 0 && !draw_text (pages, ink, cr, head, YC_SHEET_LEFT, YC_MM (12), error))
    return FALSE;

  return draw_foot (pages, ink, cr, page, error);
}

static GBytes *
compose (YcFormSheet *self, YcForm *form, GError **error)
{
  g_autofree char *title = yc_form_sheet_legible (self, get_title (form, self->marks));
  const YcSheetFacts facts = { .title = title, .made_at = self->marks->printed_at };
  Pages pages = { self, title };

  if (!add_top (self, form, error) || !yc_form_sheet_add_element (self, yc_form_get_root (form), 0, error) ||
      !add_signatures (self, error) || !yc_flow_paginate (self->flow, TOP, BOTTOM, error))
    return NULL;

  return yc_sheet_write_pdf (&facts, self->flow->n_pages, draw_page, &pages, error);
}

GBytes *
yc_form_sheet_compose (YcForm                  *form,
                       const YcFormSheetMarks  *marks,
                       GError                 **error)
{
  g_autoptr (GMutexLocker) locker = NULL;
  g_autoptr (YcFlow) flow = NULL;
  YcFormSheet self = { marks, NULL, NULL, WIDTH };
  GBytes *pdf;

  g_return_val_if_fail (YC_IS_FORM (form), NULL);
  g_return_val_if_fail (marks != NULL && marks->printed_at != NULL, NULL);

  locker = yc_sheet_lock ();
  self.context = yc_sheet_create_context ();
  self.flow = flow = yc_flow_new ();
  pdf = compose (&self, form, error);
  g_object_unref (self.context);

  return pdf;
}
