/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A knowledge entry on A4 paper: what holds in a place on a day. */
#include "yc-entry-sheet.h"

#include "yc-day.h"
#include "yc-json.h"
#include "yc-sheet-markdown-private.h"
#include "yc-sheet-pages-private.h"
#include "yc-sheet-pdf.h"

static const YcSheetFont hall_font = { .size = 10.0, .leading = 16.0 };
static const YcSheetFont question_font = { .size = 16.0, .leading = 25.0, .bold = TRUE };
static const YcSheetFont part_font = { .size = 12.0, .leading = 18.0, .bold = TRUE };
static const YcSheetFont answer_font = { .size = 12.5, .leading = 21.0 };
static const YcSheetFont small_font = { .size = 9.0, .leading = 13.0 };

static const char *
get (JsonObject *request, const char *name)
{
  return yc_json_get_string (request, name, "");
}

static gboolean
add_line (YcSheetGrid *grid, const char *words, const YcSheetFont *font, GError **error)
{
  return yc_sheet_grid_add_line (grid, words, font, YC_SHEET_LEFT, 0.0, error);
}

/* Nothing without words. */
static gboolean
add_small (YcSheetGrid *grid, const char *words, GError **error)
{
  return *words == '\0' ||
         yc_sheet_grid_add_line (grid, words, &small_font, YC_SHEET_LEFT, 0.35, error);
}

static gboolean
add_part (YcSheetGrid *grid, const char *title, GError **error)
{
  yc_flow_add_gap (grid->flow, 12.0);
  if (!add_line (grid, title, &part_font, error))
    return FALSE;
  yc_flow_add_gap (grid->flow, 3.0);
  yc_flow_keep_last (grid->flow, 1);

  return TRUE;
}

static gboolean
add_head (YcSheetGrid *grid, JsonObject *request, GError **error)
{
  g_autofree char *hall = g_strconcat (get (request, "hall"), "　综合窗口　知识库", NULL);

  if (!yc_sheet_grid_add_line (grid, g_strchug (hall), &hall_font, YC_SHEET_LEFT, 0.35, error) ||
      !add_line (grid, get (request, "question"), &question_font, error))
    return FALSE;
  yc_flow_add_gap (grid->flow, 4.0);

  return TRUE;
}

static gboolean
add_answer (YcSheetGrid *grid, JsonObject *request, GError **error)
{
  const char *body = get (request, "body");

  return add_part (grid, "统一答复", error) &&
         add_line (grid, get (request, "answer"), &answer_font, error) &&
         (*body == '\0' ||
          (add_part (grid, "详细说明", error) && yc_sheet_markdown_add (grid, body, error)));
}

static gboolean
add_pairs (YcSheetGrid *grid, JsonObject *request, const char *const *pairs, GError **error)
{
  for (guint i = 0; pairs[i] != NULL; i += 2)
    {
      g_autofree char *words = yc_sheet_grid_legible (grid, get (request, pairs[i + 1]));
      const YcSheetCell cells[] = {
        { pairs[i], YC_SHEET_TITLE_SHARE * grid->width, TRUE },
        { words, (1.0 - YC_SHEET_TITLE_SHARE) * grid->width, FALSE },
      };

      if (*words != '\0' &&
          !yc_sheet_grid_add_row (grid, cells, G_N_ELEMENTS (cells), NULL, error))
        return FALSE;
    }

  return TRUE;
}

/* An answer that changes soon is not handed out without saying so. */
static gboolean
add_closing (YcSheetGrid *grid, JsonObject *request, GError **error)
{
  g_autofree char *next = *get (request, "next") != '\0'
                              ? g_strdup_printf ("自 %s 起改为：%s", get (request, "next_from"),
                                                 get (request, "next"))
                              : g_strdup ("");
  gboolean invented = yc_json_get_boolean (request, "invented", FALSE);

  yc_flow_add_gap (grid->flow, 8.0);

  return add_small (grid, next, error) &&
         add_small (grid, "以上内容以打印当日有效的版本为准；有变动的，以窗口答复为准。", error) &&
         add_small (grid, invented ? "本条目是样例数据，不能作为办事依据。" : "", error);
}

static gboolean
fill (YcSheetGrid *grid, JsonObject *request, GError **error)
{
  static const char *const pairs[] = {
    "适用地区", "place", "生效日期", "from",  "有效期至", "until",  "版本",   "version",
    "负责单位", "owner", "依据",     "source", "变动说明", "note",  NULL,
  };

  return add_head (grid, request, error) && add_answer (grid, request, error) &&
         add_part (grid, "出处", error) && add_pairs (grid, request, pairs, error) &&
         add_closing (grid, request, error);
}

static gboolean
draw_page (YcSheetInk *ink, cairo_t *cr, guint page, gpointer user_data, GError **error)
{
  return yc_sheet_pages_draw (user_data, ink, cr, page, error);
}

static GBytes *
compose (JsonObject *request, PangoContext *context, GDateTime *printed_at, GError **error)
{
  g_autoptr (YcFlow) flow = yc_flow_new ();
  YcSheetGrid grid = { context, flow, YC_SHEET_WIDTH };
  g_autofree char *title = yc_sheet_grid_legible (&grid, get (request, "question"));
  YcSheetPages pages = {
    .grid = &grid,
    .title = title,
    .printed_at = printed_at,
    .sample = yc_json_get_boolean (request, "sample", FALSE),
  };
  YcSheetFacts facts = { .title = title, .made_at = printed_at };

  if (!fill (&grid, request, error) ||
      !yc_flow_paginate (flow, YC_SHEET_TOP, YC_SHEET_BOTTOM, error))
    return NULL;

  return yc_sheet_write_pdf (&facts, flow->n_pages, draw_page, &pages, error);
}

GBytes *
yc_entry_sheet_compose (JsonObject *request, GError **error)
{
  g_autoptr (GMutexLocker) locker = NULL;
  g_autoptr (GDateTime) now = yc_day_now ();
  g_autoptr (GDateTime) said = NULL;
  PangoContext *context;
  GBytes *pdf;

  g_return_val_if_fail (request != NULL, NULL);

  said = g_date_time_new_from_iso8601 (get (request, "printed_at"), NULL);
  locker = yc_sheet_lock ();
  context = yc_sheet_create_context ();
  pdf = compose (request, context, said != NULL ? said : now, error);
  g_object_unref (context);

  return pdf;
}
