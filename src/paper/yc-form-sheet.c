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

/* Of the width, for a title alone in its row; half of it for two in one. */
#define TITLE_SHARE 0.24
#define MAX_COLUMNS 8
#define MAX_DEPTH 12

static const YcSheetFont heading_font = { .size = 18.0, .leading = 27.0, .bold = TRUE };
static const YcSheetFont item_font = { .size = 11.0, .leading = 17.0 };
static const YcSheetFont section_font = { .size = 12.0, .leading = 18.0, .bold = TRUE };
static const YcSheetFont note_font = { .size = 9.5, .leading = 14.0 };
static const YcSheetFont sign_font = { .size = 11.0, .leading = 26.0 };
static const YcSheetFont foot_font = { .size = 8.5, .leading = 12.0 };

static gboolean add_element (YcFormSheet    *self,
                             YcFormElement  *element,
                             guint           depth,
                             GError        **error);

/* Rows */

static gboolean
add_pair (YcFormSheet *self, const char *title, const char *words, GError **error)
{
  g_autofree char *legible = yc_form_sheet_legible (self, title);
  const YcFormSheetCell cells[] = {
    { legible, TITLE_SHARE * self->width, TRUE },
    { words, (1.0 - TITLE_SHARE) * self->width, FALSE },
  };

  return yc_form_sheet_add_row (self, cells, G_N_ELEMENTS (cells), NULL, error);
}

/* Two short fields that the layout has side by side share a row. */
static gboolean
add_two (YcFormSheet *self, YcFormField *left, YcFormField *right, GError **error)
{
  g_autofree char *first = yc_form_sheet_legible (self, yc_form_field_get_title (left));
  g_autofree char *second = yc_form_sheet_legible (self, yc_form_field_get_title (right));
  g_autofree char *words = yc_form_sheet_dup_words (self, left);
  g_autofree char *others = yc_form_sheet_dup_words (self, right);
  const double title = 0.18 * self->width, rest = 0.32 * self->width;
  const YcFormSheetCell cells[] = {
    { first, title, TRUE }, { words, rest, FALSE }, { second, title, TRUE }, { others, rest, FALSE },
  };

  return yc_form_sheet_add_row (self, cells, G_N_ELEMENTS (cells), NULL, error);
}

static gboolean
add_section (YcFormSheet *self, const char *title, GError **error)
{
  if (title == NULL || *title == '\0')
    return TRUE;
  yc_flow_add_gap (self->flow, 8.0);
  if (!yc_form_sheet_add_line (self, title, &section_font, YC_SHEET_LEFT, 0.0, error))
    return FALSE;
  yc_flow_keep_last (self->flow, 1);

  return TRUE;
}

/* Tables */

/* How much room a column needs, in characters. */
static double
measure_column (GListModel *rows, YcFormField *column, guint index)
{
  double most = (double) g_utf8_strlen (yc_form_field_get_title (column), -1);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (GListModel) row = g_list_model_get_item (rows, i);
      g_autoptr (YcFormField) cell = g_list_model_get_item (row, index);
      g_autofree char *words = cell != NULL ? yc_form_field_dup_words (cell) : NULL;

      if (words != NULL)
        most = MAX (most, 0.7 * (double) g_utf8_strlen (words, -1));
    }

  return CLAMP (most, 3.0, 20.0);
}

static void
share_width (YcFormSheet *self, GListModel *rows, GListModel *columns, YcFormSheetCell *cells)
{
  guint n = g_list_model_get_n_items (columns);
  const double number = 0.06 * self->width;
  double sum = 0.0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (YcFormField) column = g_list_model_get_item (columns, i);

      cells[i + 1].width = measure_column (rows, column, i);
      sum += cells[i + 1].width;
    }
  cells[0].width = number;
  for (guint i = 0; i < n; i++)
    cells[i + 1].width *= (self->width - number) / sum;
}

static YcBox *
add_columns (YcFormSheet *self, GListModel *columns, YcFormSheetCell *cells, GError **error)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  guint n = g_list_model_get_n_items (columns);

  cells[0].words = "序";
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (YcFormField) column = g_list_model_get_item (columns, i);

      g_ptr_array_add (words, yc_form_sheet_legible (self, yc_form_field_get_title (column)));
      cells[i + 1].words = g_ptr_array_index (words, i);
    }
  for (guint i = 0; i <= n; i++)
    cells[i].title = TRUE;

  return yc_form_sheet_add_head (self, cells, n + 1, error);
}

static gboolean
add_table_row (YcFormSheet      *self,
               GListModel       *row,
               guint             number,
               YcFormSheetCell  *cells,
               guint             n,
               YcBox            *head,
               GError          **error)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (words, g_strdup_printf ("%u", number));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (YcFormField) cell = g_list_model_get_item (row, i);

      g_ptr_array_add (words, cell != NULL ? yc_form_sheet_dup_unmarked (self, cell)
                                           : g_strdup (""));
    }
  for (guint i = 0; i <= n; i++)
    cells[i] = (YcFormSheetCell) { g_ptr_array_index (words, i), cells[i].width, FALSE };

  return yc_form_sheet_add_row (self, cells, n + 1, head, error);
}

static gboolean
add_table (YcFormSheet *self, YcFormField *field, GError **error)
{
  GListModel *rows = yc_form_field_get_rows (field);
  GListModel *columns = yc_form_field_get_columns (field);
  guint n = g_list_model_get_n_items (columns);
  YcFormSheetCell cells[MAX_COLUMNS + 1] = { 0 };
  YcBox *head;

  share_width (self, rows, columns, cells);
  head = add_columns (self, columns, cells, error);
  for (guint i = 0; head != NULL && i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (GListModel) row = g_list_model_get_item (rows, i);

      if (!add_table_row (self, row, i + 1, cells, n, head, error))
        return FALSE;
    }

  return head != NULL;
}

/* Rows */

static gboolean
is_flat (GListModel *columns)
{
  guint n = columns != NULL ? g_list_model_get_n_items (columns) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (YcFormField) column = g_list_model_get_item (columns, i);
      YcFormFieldKind kind = yc_form_field_get_kind (column);

      if (kind == YC_FORM_FIELD_REPEATING || kind == YC_FORM_FIELD_ALTERNATIVES)
        return FALSE;
    }

  return n > 0 && n <= MAX_COLUMNS;
}

/* Rows that hold more than cells: each by itself, under its number and name. */
static gboolean
add_details (YcFormSheet *self, YcFormField *field, guint depth, GError **error)
{
  GListModel *rows = yc_form_field_get_rows (field);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (YcFormRow) row = g_list_model_get_item (rows, i);
      YcFormElement *root = yc_form_row_get_root (row);
      g_autofree char *title =
          g_strdup_printf ("%s（%u）", yc_form_field_get_title (field), i + 1);

      if (!add_section (self, title, error) ||
          (root != NULL && !add_element (self, root, depth + 1, error)))
        return FALSE;
    }

  return TRUE;
}

static gboolean
has_rows (YcFormField *field)
{
  JsonArray *array = yc_json_node_get_array (yc_form_field_get_value (field));

  return array != NULL && json_array_get_length (array) > 0;
}

static gboolean
add_repeating (YcFormSheet *self, YcFormField *field, guint depth, GError **error)
{
  gboolean flat = is_flat (yc_form_field_get_columns (field));

  if (!has_rows (field))
    return add_pair (self, yc_form_field_get_title (field), "无", error);
  if (!flat)
    return add_details (self, field, depth, error);

  return add_section (self, yc_form_field_get_title (field), error) &&
         add_table (self, field, error);
}

/* Elements */

static gboolean
add_control (YcFormSheet *self, YcFormField *field, guint depth, GError **error)
{
  g_autofree char *words = NULL;
  YcFormElement *inner;

  if (field == NULL || !yc_form_field_get_visible (field))
    return TRUE;
  if (yc_form_field_get_kind (field) == YC_FORM_FIELD_REPEATING)
    return add_repeating (self, field, depth, error);
  words = yc_form_sheet_dup_words (self, field);
  if (!add_pair (self, yc_form_field_get_title (field), words, error))
    return FALSE;
  if (yc_form_field_get_kind (field) != YC_FORM_FIELD_ALTERNATIVES)
    return TRUE;
  inner = yc_form_field_get_alternative (field);

  return inner == NULL || add_element (self, inner, depth + 1, error);
}

/* Whether it fits into half a row; the choices of a list are shown all. */
static gboolean
is_short (YcFormElement *element)
{
  YcFormField *field = yc_form_element_get_field (element);

  if (yc_form_element_get_kind (element) != YC_FORM_ELEMENT_CONTROL || field == NULL ||
      !yc_form_element_get_visible (element) || !yc_form_field_get_visible (field))
    return FALSE;
  switch (yc_form_field_get_kind (field))
    {
    case YC_FORM_FIELD_TEXT:
    case YC_FORM_FIELD_INTEGER:
    case YC_FORM_FIELD_NUMBER:
    case YC_FORM_FIELD_DATE:
    case YC_FORM_FIELD_MONEY:
    case YC_FORM_FIELD_YES_NO:
      return TRUE;
    case YC_FORM_FIELD_CHOICE:
    case YC_FORM_FIELD_CHOICES:
    case YC_FORM_FIELD_ALTERNATIVES:
    case YC_FORM_FIELD_MULTILINE:
    case YC_FORM_FIELD_ATTACHMENT:
    case YC_FORM_FIELD_REPEATING:
    default:
      return FALSE;
    }
}

static gboolean
add_children (YcFormSheet *self, YcFormElement *element, guint depth, GError **error)
{
  GListModel *children = yc_form_element_get_children (element);
  guint n = children != NULL ? g_list_model_get_n_items (children) : 0;
  gboolean beside = yc_form_element_get_kind (element) == YC_FORM_ELEMENT_HORIZONTAL;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (YcFormElement) child = g_list_model_get_item (children, i);
      g_autoptr (YcFormElement) next = g_list_model_get_item (children, i + 1);
      gboolean both = beside && next != NULL && is_short (child) && is_short (next);

      if (both && !add_two (self, yc_form_element_get_field (child),
                            yc_form_element_get_field (next), error))
        return FALSE;
      if (!both && !add_element (self, child, depth + 1, error))
        return FALSE;
      i += both;
    }

  return TRUE;
}

static gboolean
add_element (YcFormSheet *self, YcFormElement *element, guint depth, GError **error)
{
  const char *title = yc_form_element_get_title (element);

  if (!yc_form_element_get_visible (element) || depth > MAX_DEPTH)
    return TRUE;
  switch (yc_form_element_get_kind (element))
    {
    case YC_FORM_ELEMENT_CONTROL:
    case YC_FORM_ELEMENT_LIST_WITH_DETAIL:
      return add_control (self, yc_form_element_get_field (element), depth, error);
    case YC_FORM_ELEMENT_LABEL:
      return title == NULL || *title == '\0' ||
             yc_form_sheet_add_line (self, title, &note_font, YC_SHEET_LEFT, 0.3, error);
    case YC_FORM_ELEMENT_GROUP:
    case YC_FORM_ELEMENT_CATEGORY:
      return add_section (self, title, error) && add_children (self, element, depth, error);
    case YC_FORM_ELEMENT_TROUBLE:
      return TRUE;
    case YC_FORM_ELEMENT_VERTICAL:
    case YC_FORM_ELEMENT_HORIZONTAL:
    case YC_FORM_ELEMENT_CATEGORIZATION:
    default:
      return add_children (self, element, depth, error);
    }
}

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

  if (!add_top (self, form, error) || !add_element (self, yc_form_get_root (form), 0, error) ||
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
