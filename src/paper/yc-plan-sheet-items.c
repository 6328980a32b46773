/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 事项清单: what to apply for, in which order, why, where, how long it takes and what it costs. */
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

gboolean
yc_plan_sheet_fill_items (YcPlanSheet *self, GError **error)
{
  guint n_items = yc_plan_sheet_get_n (self, "items");
  guint n_nothing = yc_plan_sheet_get_n (self, "nothing");
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
  if (n_items > 0 && !add_sums (self, error))
    return FALSE;
  if (n_nothing > 0 &&
      !yc_plan_sheet_add_part (self, n_items > 0 ? "二、不用办的" : "不用办的", error))
    return FALSE;
  for (guint i = 0; i < n_nothing; i++)
    {
      if (i > 0)
        yc_flow_add_gap (self->grid.flow, 6.0);
      if (!add_nothing (self, yc_plan_sheet_get_nth (self, "nothing", i), error))
        return FALSE;
    }

  return TRUE;
}
