/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sets sheets of a plan on A4 pages: their heads, and the PDF of them all. */
#include "yc-plan-sheet-private.h"

#include "yc-day.h"
#include "yc-id-number.h"
#include "yc-json.h"
#include "yc-sheet-pages-private.h"
#include "yc-sheet-pdf.h"
#include "yc-sheet-qr.h"

#define CODE_SIZE YC_MM (17)
#define CODE_TOP YC_MM (17)
/* The head's rows begin below the code. */
#define HEAD_ROOM YC_MM (19)

static const YcSheetFont heading_font = { .size = 18.0, .leading = 27.0, .bold = TRUE };
static const YcSheetFont place_font = { .size = 11.0, .leading = 17.0 };

typedef struct
{
  const char      *name;
  const char      *title;
  YcPlanSheetFill  fill;
  gboolean         own_head; /* says by itself who the citizen is */
} Kind;

static const Kind kinds[] = {
  { "items", "事项清单", yc_plan_sheet_fill_items },
  { "materials", "材料清单", yc_plan_sheet_fill_materials },
  { "flow", "流程图", yc_plan_sheet_fill_flow },
  { "record", "服务记录单", yc_plan_sheet_fill_record },
  { "notice", "一次性告知书", yc_plan_sheet_fill_notice },
  { "declaration", "告知承诺书", yc_plan_sheet_fill_declaration, TRUE },
};

/* One sheet, ready to be drawn. */
typedef struct
{
  YcPlanSheet  sheet;
  YcSheetPages pages;
  guint        first;
} Part;

typedef struct
{
  GPtrArray *parts;
  guint      n_pages;
} Document;

static void
part_free (gpointer data)
{
  Part *part = data;

  yc_flow_free (part->sheet.grid.flow);
  g_free (part);
}

/* Head */

static const char *
get_words (YcPlanSheet *self, const char *name)
{
  return yc_json_get_string (self->request, name, "");
}

static gboolean
add_person (YcPlanSheet *self, const char *title, const char *member, GError **error)
{
  JsonObject *person = yc_json_get_object (self->request, member);
  g_autofree char *name = yc_name_mask (yc_json_get_string (person, "name", ""));
  g_autofree char *number = yc_id_number_mask (yc_json_get_string (person, "id_number", ""));
  const YcSheetCell cells[] = {
    { title, 0.14, TRUE }, { name, 0.36, FALSE }, { "身份证号", 0.14, TRUE },
    { number, 0.36, FALSE },
  };

  return yc_plan_sheet_add_cells (self, cells, G_N_ELEMENTS (cells), NULL, error);
}

static gboolean
add_facts (YcPlanSheet *self, const Kind *kind, GDateTime *printed_at, GError **error)
{
  g_autofree char *day = g_date_time_format (printed_at, "%Y 年 %-m 月 %-d 日");
  gboolean local = yc_json_get_boolean (self->request, "local", FALSE);
  const YcSheetCell numbers[] = {
    { local ? "临时编号" : "计划编号", 0.14, TRUE }, { get_words (self, "number"), 0.36, FALSE },
    { "日期", 0.14, TRUE }, { day, 0.36, FALSE },
  };
  const YcSheetCell clerks[] = {
    { "窗口", 0.14, TRUE },   { get_words (self, "counter"), 0.36, FALSE },
    { "经办人", 0.14, TRUE }, { get_words (self, "clerk"), 0.36, FALSE },
  };
  JsonObject *agent = yc_json_get_object (self->request, "agent");

  return yc_plan_sheet_add_cells (self, numbers, G_N_ELEMENTS (numbers), NULL, error) &&
         (kind->own_head || add_person (self, "申请人", "citizen", error)) &&
         (kind->own_head || *yc_json_get_string (agent, "name", "") == '\0' ||
          add_person (self, "代办人", "agent", error)) &&
         yc_plan_sheet_add_cells (self, clerks, G_N_ELEMENTS (clerks), NULL, error);
}

static gboolean
add_head (YcPlanSheet *self, const Kind *kind, GDateTime *printed_at, GError **error)
{
  g_autofree char *place = g_strconcat (get_words (self, "place"), "　综合窗口", NULL);
  double used = heading_font.leading + place_font.leading;

  if (!yc_sheet_grid_add_line (&self->grid, kind->title, &heading_font, YC_SHEET_CENTRE, 0.0,
                               error) ||
      !yc_sheet_grid_add_line (&self->grid, g_strchug (place), &place_font, YC_SHEET_CENTRE, 0.0,
                               error))
    return FALSE;
  yc_flow_add_gap (self->grid.flow, MAX (6.0, HEAD_ROOM - used));

  return add_facts (self, kind, printed_at, error);
}

/* Pages */

static const Part *
find_part (const Document *document, guint page)
{
  guint i = document->parts->len - 1;

  while (((Part *) g_ptr_array_index (document->parts, i))->first > page)
    i--;
  return g_ptr_array_index (document->parts, i);
}

static gboolean
draw_code (const Part *part, cairo_t *cr, GError **error)
{
  const char *number = yc_json_get_string (part->sheet.request, "number", "");

  return *number == '\0' ||
         yc_sheet_draw_qr (cr, number, YC_SHEET_MARGIN + YC_SHEET_WIDTH - CODE_SIZE, CODE_TOP,
                           CODE_SIZE, error);
}

static gboolean
draw_page (YcSheetInk *ink, cairo_t *cr, guint page, gpointer user_data, GError **error)
{
  const Part *part = find_part (user_data, page);

  return yc_sheet_pages_draw (&part->pages, ink, cr, page - part->first, error) &&
         (page > part->first || draw_code (part, cr, error));
}

static gboolean
add_sheet (Document      *document,
           JsonObject    *request,
           PangoContext  *context,
           const Kind    *kind,
           GDateTime     *printed_at,
           GError       **error)
{
  Part *part = g_new0 (Part, 1);
  YcPlanSheet *sheet = &part->sheet;
  const char *number = yc_json_get_string (request, "number", "");

  g_ptr_array_add (document->parts, part);
  sheet->request = request;
  sheet->plan = yc_json_get_object (request, "plan");
  sheet->grid = (YcSheetGrid) { context, yc_flow_new (), YC_SHEET_WIDTH };
  part->first = document->n_pages;
  part->pages = (YcSheetPages) {
    .grid = &sheet->grid,
    .title = kind->title,
    .number = *number != '\0' ? number : NULL,
    .printed_at = printed_at,
    .sample = yc_json_get_boolean (request, "sample", FALSE),
  };
  if (!add_head (sheet, kind, printed_at, error) || !kind->fill (sheet, error) ||
      !yc_flow_paginate (sheet->grid.flow, YC_SHEET_TOP, YC_SHEET_BOTTOM, error))
    return FALSE;
  document->n_pages += sheet->grid.flow->n_pages;

  return TRUE;
}

static gboolean
is_asked (JsonObject *request, const Kind *kind)
{
  g_auto (GStrv) sheets = yc_json_dup_strv (request, "sheets");

  if (sheets == NULL || sheets[0] == NULL)
    return !g_str_equal (kind->name, "declaration");
  return g_strv_contains ((const char *const *) sheets, kind->name);
}

static GBytes *
compose (JsonObject *request, PangoContext *context, GDateTime *printed_at, GError **error)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (part_free);
  Document document = { parts, 0 };
  YcSheetFacts facts = { .made_at = printed_at };

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (!is_asked (request, &kinds[i]))
        continue;
      if (facts.title == NULL)
        facts.title = kinds[i].title;
      if (!add_sheet (&document, request, context, &kinds[i], printed_at, error))
        return NULL;
    }

  return yc_sheet_write_pdf (&facts, document.n_pages, draw_page, &document, error);
}

GBytes *
yc_plan_sheet_compose (JsonObject *request, GError **error)
{
  g_autoptr (GMutexLocker) locker = NULL;
  g_autoptr (GDateTime) now = yc_day_now ();
  g_autoptr (GDateTime) said = NULL;
  PangoContext *context;
  GBytes *pdf;

  g_return_val_if_fail (request != NULL, NULL);

  said = g_date_time_new_from_iso8601 (yc_json_get_string (request, "printed_at", ""), NULL);
  locker = yc_sheet_lock ();
  context = yc_sheet_create_context ();
  pdf = compose (request, context, said != NULL ? said : now, error);
  g_object_unref (context);

  return pdf;
}
