/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 事项清单: what to apply for, in which order, why, where, how long it takes and what it costs; what cannot be
 * had, and what nobody needs. */
#include "yc-plan-sheet-private.h"

#include "yc-json.h"

static gboolean
add_item (YcPlanSheet *self, JsonObject *item, GError **error)
{
  g_autofree char *number =
      g_strdup_printf ("%" G_GINT64_FORMAT, yc_json_get_int (item, "number", 0));
  g_autofree char *fee = yc_plan_sheet_dup_fee (item);
  g_autofree char *place = yc_plan_sheet_dup_where (item);
  g_auto (GStrv) lines = yc_json_dup_strv (item, "conditions");
  g_autofree char *conditions = lines != NULL ? g_strjoinv ("\n", lines) : NULL;
  const YcSheetCell heading[] = {
    { number, 0.06, TRUE },
    { yc_json_get_string (item, "title", ""), 0.7, TRUE },
    { yc_json_get_string (item, "code", ""), 0.24, FALSE },
  };
  const YcSheetCell where[] = {
    { "在哪里办", 0.16, TRUE }, { place, 0.3, FALSE },
    { "时限", 0.09, TRUE },     { yc_json_get_string (item, "time", ""), 0.2, FALSE },
    { "费用", 0.09, TRUE },     { fee, 0.16, FALSE },
  };

  if (!yc_plan_sheet_add_cells (self, heading, G_N_ELEMENTS (heading), NULL, error))
    return FALSE;
  yc_flow_keep_last (self->grid.flow, 1);

  return yc_plan_sheet_add_pair (self, "为什么要办", yc_json_get_string (item, "reason", NULL),
                                 error) &&
         yc_plan_sheet_add_pair (self, "符合的条件", conditions, error) &&
         yc_plan_sheet_add_cells (self, where, G_N_ELEMENTS (where), NULL, error) &&
         yc_plan_sheet_add_pair (self, "主管部门", yc_json_get_string (item, "department", NULL),
                                 error) &&
         yc_plan_sheet_add_pair (self, "提示", yc_json_get_string (item, "advice", NULL), error);
}

static gboolean
add_nothing (YcPlanSheet *self, JsonObject *nothing, GError **error)
{
  const YcSheetCell heading[] = {
    { "不用办", 0.16, TRUE },
    { yc_json_get_string (nothing, "title", ""), 0.84, TRUE },
  };

  if (!yc_plan_sheet_add_cells (self, heading, G_N_ELEMENTS (heading), NULL, error))
    return FALSE;
  yc_flow_keep_last (self->grid.flow, 1);

  return yc_plan_sheet_add_pair (self, "原因", yc_json_get_string (nothing, "reason", NULL),
                                 error) &&
         yc_plan_sheet_add_pair (self, "说明", yc_json_get_string (nothing, "explanation", NULL),
                                 error) &&
         yc_plan_sheet_add_pair (self, "怎么办", yc_json_get_string (nothing, "instead", NULL),
                                 error);
}

static gboolean
add_refused (YcPlanSheet *self, JsonObject *refused, GError **error)
{
  g_autofree char *from = yc_plan_sheet_dup_from (refused);
  const YcSheetCell heading[] = {
    { yc_plan_sheet_get_refusal (refused), 0.18, TRUE },
    { yc_json_get_string (refused, "title", ""), 0.58, TRUE },
    { yc_json_get_string (refused, "code", ""), 0.24, FALSE },
  };
  const char *const pairs[][2] = {
    { "原因", yc_json_get_string (refused, "reason", NULL) },
    { "怎样才能办", yc_json_get_string (refused, "change", NULL) },
    { "什么时候", from },
    { "怎么办", yc_json_get_string (refused, "instead", NULL) },
    { "可以问", yc_json_get_string (refused, "ask", NULL) },
    { "提示", yc_json_get_string (refused, "advice", NULL) },
  };

  if (!yc_plan_sheet_add_cells (self, heading, G_N_ELEMENTS (heading), NULL, error))
    return FALSE;
  yc_flow_keep_last (self->grid.flow, 1);
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (!yc_plan_sheet_add_pair (self, pairs[i][0], pairs[i][1], error))
      return FALSE;
  return TRUE;
}

/* What all comes to, as far as it is known. */
static gboolean
add_sums (YcPlanSheet *self, GError **error)
{
  gint64 minutes = yc_json_get_int (self->plan, "minutes", 0);
  gint64 days = yc_json_get_int (self->plan, "days", 0);
  g_autofree char *fee = yc_plan_sheet_dup_fee (self->plan);
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, "合计：%s", fee);
  if (minutes > 0)
    g_string_append_printf (text, "；当场办的约 %" G_GINT64_FORMAT " 分钟", minutes);
  if (days > 0)
    g_string_append_printf (text, "；全部办完约 %" G_GINT64_FORMAT " 个工作日", days);
  yc_flow_add_gap (self->grid.flow, 6.0);

  return yc_json_get_member (self->plan, "fee") == NULL ||
         yc_plan_sheet_add_words (self, text->str, error);
}

/* The parts that there are besides the items are numbered behind them. */
static gboolean
add_part (YcPlanSheet *self,
          const char  *member,
          const char  *title,
          gboolean   (*add) (YcPlanSheet *self, JsonObject *object, GError **error),
          guint       *n_parts,
          GError     **error)
{
  static const char *const numerals[] = { "", "二、", "三、" };
  guint n = yc_plan_sheet_get_n (self, member);
  g_autofree char *heading = g_strconcat (numerals[*n_parts], title, NULL);

  if (n == 0)
    return TRUE;
  *n_parts += *n_parts > 0;
  if (!yc_plan_sheet_add_part (self, heading, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        yc_flow_add_gap (self->grid.flow, 6.0);
      if (!add (self, yc_plan_sheet_get_nth (self, member, i), error))
        return FALSE;
    }
  return TRUE;
}

gboolean
yc_plan_sheet_fill_items (YcPlanSheet *self, GError **error)
{
  guint n_items = yc_plan_sheet_get_n (self, "items"), n_parts = n_items > 0;
  g_autofree char *heading = g_strdup_printf ("一、要办的事项（%u 项，请按序号办理）", n_items);

  if (n_items == 0 && !yc_plan_sheet_add_words (self, "没有需要办理的事项。", error))
    return FALSE;
  if (n_items > 0 && !yc_plan_sheet_add_part (self, heading, error))
    return FALSE;
  for (guint i = 0; i < n_items; i++)
    {
      if (i > 0)
        yc_flow_add_gap (self->grid.flow, 6.0);
      if (!add_item (self, yc_plan_sheet_get_nth (self, "items", i), error))
        return FALSE;
    }
  return (n_items == 0 || add_sums (self, error)) &&
         add_part (self, "refused", "现在办不了的", add_refused, &n_parts, error) &&
         add_part (self, "nothing", "不用办的", add_nothing, &n_parts, error);
}
