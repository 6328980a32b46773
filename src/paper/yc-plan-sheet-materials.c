/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 材料清单: each material once, with a box for the citizen to tick; what the licence store has is not
 * to be brought. */
#include "yc-plan-sheet-private.h"

#include "yc-json.h"

/* 序 and tick box, name, original and copies, items, remarks. */
static const double widths[] = { 0.09, 0.36, 0.16, 0.12, 0.27 };

static void
append (GString *text, const char *words)
{
  if (words == NULL || *words == '\0')
    return;
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, words);
}

static char *
write_kind (JsonObject *material)
{
  gint64 copies = yc_json_get_int (material, "copies", 0);
  GString *text = g_string_new (yc_json_get_boolean (material, "original", FALSE) ? "原件" : NULL);
  g_autofree char *words = copies > 0
                               ? g_strdup_printf ("复印件 %" G_GINT64_FORMAT " 份", copies)
                               : NULL;

  append (text, words);
  if (text->len == 0)
    g_string_append (text, "—");
  return g_string_free (text, FALSE);
}

char *
yc_plan_sheet_dup_numbers (JsonObject *material)
{
  JsonArray *items = yc_json_get_array (material, "items");
  GString *text = g_string_new (NULL);

  for (guint i = 0; items != NULL && i < json_array_get_length (items); i++)
    g_string_append_printf (text, "%s%" G_GINT64_FORMAT, i > 0 ? "、" : "",
                            json_array_get_int_element (items, i));
  return g_string_free (text, FALSE);
}

YcPlanSheetSource
yc_plan_sheet_get_source (JsonObject *material)
{
  if (*yc_json_get_string (material, "in_store", "") != '\0')
    return YC_PLAN_SHEET_IN_STORE;
  return yc_json_get_int (material, "from", 0) > 0 ? YC_PLAN_SHEET_FROM_ITEM
                                                   : YC_PLAN_SHEET_FROM_CITIZEN;
}

/* (nullable): what the licence store has, and how long that is good for */
static char *
write_held (JsonObject *material)
{
  const char *in_store = yc_json_get_string (material, "in_store", "");
  const char *until = yc_json_get_string (material, "valid_until", "");

  if (*yc_json_get_string (material, "expired", "") != '\0')
    return g_strdup_printf ("证照库中的已于 %s 到期，请重新提供", until);
  return *until != '\0' ? g_strdup_printf ("%s，有效期至 %s", in_store, until) : g_strdup (in_store);
}

static char *
write_remarks (JsonObject *material)
{
  gint64 from = yc_json_get_int (material, "from", 0);
  g_autofree char *source =
      from > 0 ? g_strdup_printf ("由事项 %" G_GINT64_FORMAT " 办出", from) : NULL;
  gint64 days = yc_json_get_int (material, "tolerant_days", 0);
  GString *text = g_string_new (NULL);
  g_autofree char *tolerant =
      days > 0 ? g_strdup_printf ("可以容缺：先受理，%" G_GINT64_FORMAT " 个工作日内补交", days)
               : NULL;

  g_autofree char *held = write_held (material);

  append (text, held);
  append (text, source);
  append (text, yc_json_get_string (material, "condition", NULL));
  append (text, yc_json_get_string (material, "note", NULL));
  append (text, tolerant);
  return g_string_free (text, FALSE);
}

/* The name, with the variant that applies. */
static char *
write_title (JsonObject *material)
{
  const char *title = yc_json_get_string (material, "title", "");
  const char *variant = yc_json_get_string (material, "variant", "");

  return *variant != '\0' ? g_strconcat (title, "\n（", variant, "）", NULL) : g_strdup (title);
}

static YcBox *
add_columns (YcPlanSheet *self, const char *tick, GError **error)
{
  const YcSheetCell cells[] = {
    { tick, widths[0] * self->grid.width, TRUE },
    { "材料", widths[1] * self->grid.width, TRUE },
    { "原件、复印件", widths[2] * self->grid.width, TRUE },
    { "用于事项", widths[3] * self->grid.width, TRUE },
    { "说明", widths[4] * self->grid.width, TRUE },
  };

  return yc_sheet_grid_add_head (&self->grid, cells, G_N_ELEMENTS (cells), error);
}

static gboolean
add_material (YcPlanSheet *self, JsonObject *material, guint number, YcBox *head, GError **error)
{
  gboolean bring = yc_plan_sheet_get_source (material) == YC_PLAN_SHEET_FROM_CITIZEN;
  g_autofree char *tick = g_strdup_printf (bring ? "☐ %u" : "%u", number);
  g_autofree char *title = write_title (material);
  g_autofree char *kind = write_kind (material);
  g_autofree char *numbers = yc_plan_sheet_dup_numbers (material);
  g_autofree char *remarks = write_remarks (material);
  const YcSheetCell cells[] = {
    { tick, widths[0], FALSE },    { title, widths[1], FALSE },   { kind, widths[2], FALSE },
    { numbers, widths[3], FALSE }, { remarks, widths[4], FALSE },
  };

  return yc_plan_sheet_add_cells (self, cells, G_N_ELEMENTS (cells), head, error);
}

static guint
count_materials (YcPlanSheet *self, YcPlanSheetSource source)
{
  guint n = 0;

  for (guint i = 0; i < yc_plan_sheet_get_n (self, "materials"); i++)
    n += yc_plan_sheet_get_source (yc_plan_sheet_get_nth (self, "materials", i)) == source;
  return n;
}

static gboolean
add_table (YcPlanSheet *self, YcPlanSheetSource source, GError **error)
{
  YcBox *head = add_columns (self, source == YC_PLAN_SHEET_FROM_CITIZEN ? "已备" : "序", error);
  guint number = 0;

  for (guint i = 0; head != NULL && i < yc_plan_sheet_get_n (self, "materials"); i++)
    {
      JsonObject *material = yc_plan_sheet_get_nth (self, "materials", i);

      if (yc_plan_sheet_get_source (material) == source &&
          !add_material (self, material, ++number, head, error))
        return FALSE;
    }

  return head != NULL;
}

static gboolean
add_item_names (YcPlanSheet *self, GError **error)
{
  g_autoptr (GString) text = g_string_new ("事项序号：");

  for (guint i = 0; i < yc_plan_sheet_get_n (self, "items"); i++)
    {
      JsonObject *item = yc_plan_sheet_get_nth (self, "items", i);

      g_string_append_printf (text, "%s%" G_GINT64_FORMAT " %s", i > 0 ? "；" : "",
                              yc_json_get_int (item, "number", 0),
                              yc_json_get_string (item, "title", ""));
    }
  yc_flow_add_gap (self->grid.flow, 6.0);

  return yc_plan_sheet_add_small (self, text->str, error);
}

static char *
write_heading (YcPlanSheetSource source, const char *numeral, guint n)
{
  if (source == YC_PLAN_SHEET_FROM_CITIZEN)
    return g_strdup_printf ("%s、要带的材料（%u 样，每样只列一次）", numeral, n);
  if (source == YC_PLAN_SHEET_FROM_ITEM)
    return g_strdup_printf ("%s、办理过程中取得的（%u 样，现在不用带）", numeral, n);
  return g_strdup_printf ("%s、证照库已有的（%u 样，不用带）", numeral, n);
}

gboolean
yc_plan_sheet_fill_materials (YcPlanSheet *self, GError **error)
{
  static const char *const numerals[] = { "一", "二", "三" };
  guint n_parts = 0;

  for (guint source = 0; source < YC_PLAN_SHEET_N_SOURCES; source++)
    {
      guint n = count_materials (self, source);
      g_autofree char *heading = NULL;

      if (n == 0)
        continue;
      heading = write_heading (source, numerals[n_parts++], n);
      if (!yc_plan_sheet_add_part (self, heading, error) || !add_table (self, source, error))
        return FALSE;
    }
  if (n_parts > 0)
    return add_item_names (self, error);
  yc_flow_add_gap (self->grid.flow, 10.0);

  return yc_plan_sheet_add_words (self, "没有要带的材料。", error);
}
