/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 服务记录单: who was here and when, what was asked and answered, what was advised, to whom the matter
 * was passed on. It stays at the counter, signed. */
#include "yc-plan-sheet-private.h"

#include "yc-day.h"
#include "yc-json.h"

/* (transfer full): several choices, or none, as the paper's language has them */
static char *
join_choices (JsonArray *titles)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (titles); i++)
    {
      const char *title = yc_json_node_get_string (json_array_get_element (titles, i));

      g_string_append_printf (text, "%s%s", i > 0 ? "、" : "", title != NULL ? title : "");
    }
  return g_string_free (text->len > 0 ? text : g_string_append (text, "都没有"), FALSE);
}

/* (transfer full): the paper is Chinese whatever language the program speaks */
static char *
dup_answer (JsonObject *answer)
{
  JsonNode *said = yc_json_get_member (answer, "said");
  JsonArray *titles = said != NULL ? yc_json_node_get_array (said) : NULL;

  if (titles != NULL)
    return join_choices (titles);
  if (said != NULL && json_node_get_value_type (said) == G_TYPE_BOOLEAN)
    return g_strdup (json_node_get_boolean (said) ? "是" : "否");
  return g_strdup (yc_json_get_string (answer, "answer", ""));
}

static gboolean
add_answer (YcPlanSheet *self, JsonObject *answer, guint number, YcBox *head, GError **error)
{
  g_autofree char *index = g_strdup_printf ("%u", number);
  const char *list = yc_json_get_string (answer, "list", NULL);
  g_autofree char *question =
      g_strconcat (yc_json_get_string (answer, "question", ""), list != NULL ? "\n" : NULL,
                   list != NULL ? "（" : NULL, list, "）", NULL);
  g_autofree char *words = dup_answer (answer);
  const YcSheetCell cells[] = {
    { index, 0.07, FALSE },
    { list != NULL ? question : yc_json_get_string (answer, "question", ""), 0.53, FALSE },
    { words, 0.4, FALSE },
  };

  return yc_plan_sheet_add_cells (self, cells, G_N_ELEMENTS (cells), head, error);
}

static gboolean
add_answers (YcPlanSheet *self, GError **error)
{
  const double width = self->grid.width;
  const YcSheetCell cells[] = {
    { "序", 0.07 * width, TRUE }, { "问", 0.53 * width, TRUE }, { "答", 0.4 * width, TRUE },
  };
  guint n = yc_plan_sheet_get_n (self, "answers");
  YcBox *head;

  if (!yc_plan_sheet_add_part (self, "二、问与答", error))
    return FALSE;
  if (n == 0)
    return yc_plan_sheet_add_words (self, "没有用问政清单提问。", error);
  head = yc_sheet_grid_add_head (&self->grid, cells, G_N_ELEMENTS (cells), error);
  for (guint i = 0; head != NULL && i < n; i++)
    if (!add_answer (self, yc_plan_sheet_get_nth (self, "answers", i), i + 1, head, error))
      return FALSE;

  return head != NULL;
}

static void
append_advice (GString *text, JsonObject *entry, const char *name)
{
  const char *words = yc_json_get_string (entry, name, "");

  if (*words != '\0')
    g_string_append_printf (text, "：%s", words);
}

/* One line for each entry of the plan. */
static char *
write_outcome (YcPlanSheet *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < yc_plan_sheet_get_n (self, "items"); i++)
    {
      JsonObject *item = yc_plan_sheet_get_nth (self, "items", i);

      g_string_append_printf (text, "%s办理“%s”（%s）", text->len > 0 ? "\n" : "",
                              yc_json_get_string (item, "title", ""),
                              yc_json_get_string (item, "code", ""));
      append_advice (text, item, "advice");
    }
  for (guint i = 0; i < yc_plan_sheet_get_n (self, "refused"); i++)
    {
      JsonObject *refused = yc_plan_sheet_get_nth (self, "refused", i);

      g_string_append_printf (text, "%s“%s”%s", text->len > 0 ? "\n" : "",
                              yc_json_get_string (refused, "title", ""),
                              yc_plan_sheet_get_refusal (refused));
      append_advice (text, refused, "reason");
    }
  for (guint i = 0; i < yc_plan_sheet_get_n (self, "nothing"); i++)
    {
      JsonObject *nothing = yc_plan_sheet_get_nth (self, "nothing", i);

      g_string_append_printf (text, "%s不用办“%s”", text->len > 0 ? "\n" : "",
                              yc_json_get_string (nothing, "title", ""));
      append_advice (text, nothing, "instead");
    }
  return g_string_free (text, FALSE);
}

static gboolean
add_outcome (YcPlanSheet *self, GError **error)
{
  g_autofree char *outcome = write_outcome (self);

  if (!yc_plan_sheet_add_part (self, "三、答复和建议", error))
    return FALSE;
  return *outcome != '\0' ? yc_plan_sheet_add_pair (self, "答复", outcome, error)
                          : yc_plan_sheet_add_words (self, "还没有答复。", error);
}

/* Blanks where nobody took the matter over: the counter may pass it on by hand. */
static gboolean
add_hand_over (YcPlanSheet *self, GError **error)
{
  JsonObject *hand_over = yc_json_get_object (self->request, "hand_over");
  const YcSheetCell cells[] = {
    { "转交给", 0.16, TRUE },
    { yc_json_get_string (hand_over, "to", ""), 0.34, FALSE },
    { "办结期限", 0.16, TRUE },
    { yc_json_get_string (hand_over, "due", ""), 0.34, FALSE },
  };
  const YcSheetCell people[] = {
    { "转交状态", 0.16, TRUE },
    { yc_json_get_string (hand_over, "state", ""), 0.34, FALSE },
    { "接收人", 0.16, TRUE },
    { yc_json_get_string (hand_over, "accepted_by", ""), 0.34, FALSE },
  };

  if (!yc_plan_sheet_add_part (self, "四、转交", error) ||
      !yc_plan_sheet_add_cells (self, cells, G_N_ELEMENTS (cells), NULL, error) ||
      !yc_plan_sheet_add_cells (self, people, G_N_ELEMENTS (people), NULL, error) ||
      !yc_plan_sheet_add_pair (self, "说明", yc_json_get_string (hand_over, "note", NULL), error))
    return FALSE;
  yc_flow_add_gap (self->grid.flow, 4.0);

  return yc_plan_sheet_add_small (
             self, "首问负责：在接收人确认接收之前，由首问经办人负责到底。", error);
}

gboolean
yc_plan_sheet_fill_record (YcPlanSheet *self, GError **error)
{
  const char *asked = yc_json_get_string (self->request, "asked", "");
  g_autoptr (GDateTime) started = g_date_time_new_from_iso8601 (
      yc_json_get_string (self->request, "started_at", ""), NULL);
  g_autoptr (GDateTime) local = started != NULL ? yc_day_in_china (started, 0) : NULL;
  g_autofree char *time =
      local != NULL ? g_date_time_format (local, "%Y 年 %-m 月 %-d 日 %H:%M") : g_strdup ("");
  static const char *const people[] = { "群众", "经办人（首问）", "接收人", NULL };

  return yc_plan_sheet_add_part (self, "一、来访", error) &&
         yc_plan_sheet_add_pair (self, "接待时间", time, error) &&
         yc_plan_sheet_add_pair (self, "群众诉求", *asked != '\0' ? asked : " ", error) &&
         add_answers (self, error) && add_outcome (self, error) && add_hand_over (self, error) &&
         yc_plan_sheet_add_signatures (self, people, error);
}
