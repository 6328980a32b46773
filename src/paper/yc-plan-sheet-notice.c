/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 一次性告知书: everything that is missing, said once. */
#include "yc-plan-sheet-private.h"

#include "yc-json.h"

static gboolean
is_missing (JsonObject *material)
{
  return yc_plan_sheet_get_source (material) == YC_PLAN_SHEET_FROM_CITIZEN &&
         !yc_json_get_boolean (material, "brought", FALSE);
}

static char *
list_items (YcPlanSheet *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < yc_plan_sheet_get_n (self, "items"); i++)
    g_string_append_printf (
        text, "%s“%s”", i > 0 ? "、" : "",
        yc_json_get_string (yc_plan_sheet_get_nth (self, "items", i), "title", ""));
  return g_string_free (text, FALSE);
}

static gboolean
add_missing (YcPlanSheet *self, JsonObject *material, guint number, YcBox *head, GError **error)
{
  gint64 copies = yc_json_get_int (material, "copies", 0);
  gint64 days = yc_json_get_int (material, "tolerant_days", 0);
  gboolean original = yc_json_get_boolean (material, "original", FALSE);
  g_autofree char *index = g_strdup_printf ("%u", number);
  g_autofree char *items = yc_plan_sheet_dup_numbers (material);
  g_autofree char *kind =
      copies > 0 ? g_strdup_printf ("%s复印件 %" G_GINT64_FORMAT " 份", original ? "原件\n" : "",
                                    copies)
                 : g_strdup (original ? "原件" : "—");
  g_autofree char *tolerant =
      days > 0 ? g_strdup_printf ("可以容缺，%" G_GINT64_FORMAT " 个工作日内补交", days) : NULL;
  g_autofree char *remarks = g_strjoin ("\n", yc_json_get_string (material, "condition", ""),
                                        yc_json_get_string (material, "note", ""), tolerant, NULL);
  const YcSheetCell cells[] = {
    { index, 0.07, FALSE }, { yc_json_get_string (material, "title", ""), 0.3, FALSE },
    { kind, 0.16, FALSE },  { items, 0.1, FALSE },
    { g_strstrip (remarks), 0.37, FALSE },
  };

  return yc_plan_sheet_add_cells (self, cells, G_N_ELEMENTS (cells), head, error);
}

static gboolean
add_table (YcPlanSheet *self, GError **error)
{
  const double width = self->grid.width;
  const YcSheetCell cells[] = {
    { "序", 0.07 * width, TRUE },   { "缺少的材料", 0.3 * width, TRUE },
    { "形式", 0.16 * width, TRUE }, { "事项", 0.1 * width, TRUE },
    { "要求", 0.37 * width, TRUE },
  };
  YcBox *head = yc_sheet_grid_add_head (&self->grid, cells, G_N_ELEMENTS (cells), error);
  guint number = 0;

  for (guint i = 0; head != NULL && i < yc_plan_sheet_get_n (self, "materials"); i++)
    {
      JsonObject *material = yc_plan_sheet_get_nth (self, "materials", i);

      if (is_missing (material) && !add_missing (self, material, ++number, head, error))
        return FALSE;
    }

  return head != NULL;
}

static guint
count_missing (YcPlanSheet *self)
{
  guint n = 0;

  for (guint i = 0; i < yc_plan_sheet_get_n (self, "materials"); i++)
    n += is_missing (yc_plan_sheet_get_nth (self, "materials", i));
  return n;
}

static void
append_words (GString *text, const char *heading, const char *words)
{
  if (words != NULL && *words != '\0')
    g_string_append_printf (text, "%s%s", heading, words);
}

/* What cannot be had is told at once as well: why, what would change it, whom to ask. */
static gboolean
add_refusals (YcPlanSheet *self, GError **error)
{
  guint n = yc_plan_sheet_get_n (self, "refused");

  if (n > 0 && !yc_plan_sheet_add_words (self, "下列事项现在办不了，一并告知您：", error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      JsonObject *refused = yc_plan_sheet_get_nth (self, "refused", i);
      g_autofree char *from = yc_plan_sheet_dup_from (refused);
      g_autoptr (GString) text = g_string_new (yc_json_get_string (refused, "title", ""));

      append_words (text, "（", yc_plan_sheet_get_refusal (refused));
      append_words (text, "）。", yc_json_get_string (refused, "reason", NULL));
      append_words (text, "怎样才能办：", yc_json_get_string (refused, "change", NULL));
      append_words (text, "什么时候：", from);
      append_words (text, from != NULL ? "。可以问：" : "可以问：",
                    yc_json_get_string (refused, "ask", NULL));
      if (!yc_plan_sheet_add_words (self, text->str, error))
        return FALSE;
    }
  yc_flow_add_gap (self->grid.flow, n > 0 ? 6.0 : 0);
  return TRUE;
}

gboolean
yc_plan_sheet_fill_notice (YcPlanSheet *self, GError **error)
{
  static const char *const people[] = { "告知人", "被告知人", NULL };
  guint n = count_missing (self);
  g_autofree char *items = list_items (self);
  g_autofree char *opening = g_strdup_printf (
      "您要办理的%s，经核对还缺少以下 %u 样材料，现一次性告知您：", items, n);

  yc_flow_add_gap (self->grid.flow, 10.0);
  if (yc_plan_sheet_get_n (self, "items") == 0)
    return yc_plan_sheet_add_words (self, "没有需要办理的事项，不用补任何材料。", error) &&
           add_refusals (self, error) && yc_plan_sheet_add_signatures (self, people, error);
  if (n == 0)
    return yc_plan_sheet_add_words (self, "材料已经齐全，没有需要补充的。", error) &&
           add_refusals (self, error) && yc_plan_sheet_add_signatures (self, people, error);
  if (!yc_plan_sheet_add_words (self, opening, error))
    return FALSE;
  yc_flow_add_gap (self->grid.flow, 6.0);
  if (!add_table (self, error))
    return FALSE;
  yc_flow_add_gap (self->grid.flow, 6.0);

  return add_refusals (self, error) &&
         yc_plan_sheet_add_words (
             self, "以上内容一次告知齐全；补齐后即可受理，窗口不再要求其他材料。", error) &&
         yc_plan_sheet_add_small (self, "本告知书一式两份，群众、窗口各留一份。", error) &&
         yc_plan_sheet_add_signatures (self, people, error);
}
