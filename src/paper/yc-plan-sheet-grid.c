/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What all sheets of a plan are made of: parts, paragraphs, rows. */
#include "yc-plan-sheet-private.h"

#include "yc-day.h"
#include "yc-json.h"
#include "yc-money.h"

static const YcSheetFont part_font = { .size = 12.0, .leading = 18.0, .bold = TRUE };
static const YcSheetFont words_font = { .size = 10.5, .leading = 16.0 };
static const YcSheetFont small_font = { .size = 9.0, .leading = 13.0 };
static const YcSheetFont sign_font = { .size = 11.0, .leading = 26.0 };

guint
yc_plan_sheet_get_n (YcPlanSheet *self, const char *name)
{
  JsonArray *array = yc_json_get_array (self->plan, name);

  return array != NULL ? json_array_get_length (array) : 0;
}

JsonObject *
yc_plan_sheet_get_nth (YcPlanSheet *self, const char *name, guint index)
{
  return yc_json_node_get_object (
      json_array_get_element (yc_json_get_array (self->plan, name), index));
}

/* The heading of a part of the sheet, which stays with what comes next. */
gboolean
yc_plan_sheet_add_part (YcPlanSheet *self, const char *title, GError **error)
{
  yc_flow_add_gap (self->grid.flow, 10.0);
  if (!yc_sheet_grid_add_line (&self->grid, title, &part_font, YC_SHEET_LEFT, 0.0, error))
    return FALSE;
  yc_flow_add_gap (self->grid.flow, 3.0);
  yc_flow_keep_last (self->grid.flow, 1);

  return TRUE;
}

gboolean
yc_plan_sheet_add_words (YcPlanSheet *self, const char *words, GError **error)
{
  return yc_sheet_grid_add_line (&self->grid, words, &words_font, YC_SHEET_LEFT, 0.0, error);
}

gboolean
yc_plan_sheet_add_small (YcPlanSheet *self, const char *words, GError **error)
{
  return yc_sheet_grid_add_line (&self->grid, words, &small_font, YC_SHEET_LEFT, 0.35, error);
}

/* A row whose widths are shares of the whole. */
gboolean
yc_plan_sheet_add_cells (YcPlanSheet        *self,
                         const YcSheetCell  *cells,
                         guint               n_cells,
                         YcBox              *head,
                         GError            **error)
{
  g_autofree YcSheetCell *set = g_new (YcSheetCell, n_cells);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n_cells; i++)
    {
      const char *said = cells[i].words != NULL ? cells[i].words : "";

      g_ptr_array_add (words, yc_sheet_grid_legible (&self->grid, said));
      set[i] = (YcSheetCell) { g_ptr_array_index (words, i), cells[i].width * self->grid.width,
                               cells[i].title };
    }

  return yc_sheet_grid_add_row (&self->grid, set, n_cells, head, error);
}

/* A row of a title and what belongs to it; none without words. */
gboolean
yc_plan_sheet_add_pair (YcPlanSheet *self, const char *title, const char *words, GError **error)
{
  const YcSheetCell cells[] = { { title, 0.16, TRUE }, { words, 0.84, FALSE } };

  if (words == NULL || *words == '\0')
    return TRUE;

  return yc_plan_sheet_add_cells (self, cells, G_N_ELEMENTS (cells), NULL, error);
}

/* A line to sign on for each of @people, all on one page with the last of what is signed. */
gboolean
yc_plan_sheet_add_signatures (YcPlanSheet *self, const char *const *people, GError **error)
{
  yc_flow_keep_last (self->grid.flow, 2);
  yc_flow_add_gap (self->grid.flow, 14.0);
  for (guint i = 0; people[i] != NULL; i++)
    {
      g_autofree char *line = g_strdup_printf (
          "%s（签名）：＿＿＿＿＿＿＿＿＿＿　　＿＿＿＿年＿＿月＿＿日", people[i]);

      if (i > 0)
        yc_flow_keep_last (self->grid.flow, 1);
      if (!yc_sheet_grid_add_line (&self->grid, line, &sign_font, YC_SHEET_LEFT, 0.0, error))
        return FALSE;
    }

  return TRUE;
}

static const char *
get_channel (JsonObject *item)
{
  static const struct
  {
    const char *word;
    const char *title;
  } channels[] = {
    { "counter", "本窗口" },        { "terminal", "自助终端" },
    { "app", "手机办理（粤省事等）" }, { "portal", "广东政务服务网" },
    { "department", "主管部门" },   { "hall", "其他办事大厅" },
  };
  const char *word = yc_json_get_string (item, "channel", "");

  for (gsize i = 0; i < G_N_ELEMENTS (channels); i++)
    if (g_str_equal (channels[i].word, word))
      return channels[i].title;
  return word;
}

/* Where an item is applied for, with the hall, window or program where that is known. */
char *
yc_plan_sheet_dup_where (JsonObject *item)
{
  const char *channel = get_channel (item);
  const char *where = yc_json_get_string (item, "where", "");

  return *where != '\0' ? g_strdup_printf ("%s：%s", channel, where) : g_strdup (channel);
}

const char *
yc_plan_sheet_get_refusal (JsonObject *refused)
{
  return g_str_equal (yc_json_get_string (refused, "kind", ""), "not_yet") ? "暂时不能办" : "不符合条件";
}

char *
yc_plan_sheet_dup_from (JsonObject *refused)
{
  GDate day;

  if (!yc_day_parse (yc_json_get_string (refused, "from", NULL), &day))
    return NULL;
  return g_strdup_printf ("%u 年 %u 月 %u 日起", (guint) g_date_get_year (&day),
                          (guint) g_date_get_month (&day), (guint) g_date_get_day (&day));
}

char *
yc_plan_sheet_dup_fee (JsonObject *item)
{
  gint64 fee = yc_json_get_int (item, "fee", 0);
  g_autofree char *amount = fee > 0 && fee <= YC_MONEY_MAX ? yc_money_format (fee) : NULL;

  return amount != NULL ? g_strconcat (amount, " 元", NULL) : g_strdup ("不收费");
}
