/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 流程图: the items as boxes with arrows from what comes first to what needs it, over as many pages
 * as it takes. */
#include "yc-plan-sheet-private.h"

#include "yc-json.h"
#include "yc-plan-chart-private.h"

#define BOX_WIDTH YC_MM (46)
#define GUTTER YC_MM (10)
#define PADDING 5.0
/* Above the boxes of a row: where lines leave, turn one below the other, and where arrows end. */
#define ROOM_OUT 9.0
#define ROOM_IN 13.0
#define TRACK 5.0
#define ARROW 4.5
#define LANE 4.0
#define STUB 9.0
#define LINE_WIDTH 0.8
#define MARK_WIDTH YC_MM (40)

static const YcSheetFont title_font = { .size = 9.5, .leading = 13.0, .bold = TRUE };
static const YcSheetFont words_font = { .size = 8.5, .leading = 12.0 };
static const YcSheetFont mark_font = { .size = 8.0, .leading = 11.0 };

/* What stands in a box. */
typedef struct
{
  GPtrArray *lines; /* of GArray of YcSheetLine, with the leading in leadings */
  GArray    *leadings;
  double     height;
  gboolean   elsewhere;
} Words;

/* Shared by the figures of all rows. */
typedef struct
{
  YcPlanChart   chart;
  PangoContext *context;
  GPtrArray    *words;
  GPtrArray    *boxes; /* of YcBox, by row */
} Chart;

typedef struct
{
  Chart *chart;
  guint  row;
} Row;

static void
words_free (gpointer data)
{
  Words *words = data;

  g_ptr_array_unref (words->lines);
  g_array_unref (words->leadings);
  g_free (words);
}

static void
chart_clear (gpointer data)
{
  Chart *chart = data;

  yc_plan_chart_clear (&chart->chart);
  g_ptr_array_unref (chart->words);
  g_ptr_array_unref (chart->boxes);
}

static void
row_free (gpointer data)
{
  Row *row = data;

  g_rc_box_release_full (row->chart, chart_clear);
  g_free (row);
}

/* Words */

static gboolean
add_line (YcPlanSheet *self, Words *words, const char *text, const YcSheetFont *font, GError **error)
{
  g_autofree char *legible = yc_sheet_grid_legible (&self->grid, text);
  GArray *lines;

  if (*legible == '\0')
    return TRUE;
  lines = yc_sheet_set_text (self->grid.context, legible, font, YC_SHEET_CENTRE, 0.0,
                             BOX_WIDTH - 2.0 * PADDING, error);
  if (lines == NULL)
    return FALSE;
  g_ptr_array_add (words->lines, lines);
  g_array_append_val (words->leadings, font->leading);
  words->height += font->leading * lines->len;

  return TRUE;
}

static Words *
create_words (YcPlanSheet *self, const char *title, GError **error)
{
  Words *words = g_new0 (Words, 1);

  words->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  words->leadings = g_array_new (FALSE, FALSE, sizeof (double));
  words->height = 2.0 * PADDING;
  if (add_line (self, words, title, &title_font, error))
    return words;
  words_free (words);
  return NULL;
}

static Words *
create_item_words (YcPlanSheet *self, JsonObject *item, guint number, GError **error)
{
  g_autofree char *title =
      g_strdup_printf ("%u. %s", number, yc_json_get_string (item, "title", ""));
  g_autofree char *fee = yc_plan_sheet_dup_fee (item);
  g_autofree char *place = yc_plan_sheet_dup_where (item);
  const char *time = yc_json_get_string (item, "time", "");
  g_autofree char *cost = g_strconcat (time, *time != '\0' ? "，" : "", fee, NULL);
  Words *words = create_words (self, title, error);

  if (words == NULL)
    return NULL;
  words->elsewhere = g_strcmp0 (yc_json_get_string (item, "channel", "counter"), "counter") != 0;
  if (add_line (self, words, place, &words_font, error) &&
      add_line (self, words, cost, &words_font, error))
    return words;
  words_free (words);
  return NULL;
}

static gboolean
set_words (YcPlanSheet *self, Chart *chart, GError **error)
{
  Words *words = create_words (self, "今天：窗口一次告知", error);

  if (words != NULL && !add_line (self, words, "备齐材料", &words_font, error))
    g_clear_pointer (&words, words_free);
  for (guint i = 0; words != NULL && i < yc_plan_sheet_get_n (self, "items"); i++)
    {
      g_ptr_array_add (chart->words, words);
      words = create_item_words (self, yc_plan_sheet_get_nth (self, "items", i), i + 1, error);
    }
  if (words != NULL)
    g_ptr_array_add (chart->words, words);

  return words != NULL;
}

/* Places, in points from the text's left edge */

static double
get_box_left (const YcPlanNode *node)
{
  return GUTTER + node->column * (BOX_WIDTH + GUTTER);
}

static double
get_box_middle (const Chart *chart, guint node)
{
  return get_box_left (&g_array_index (chart->chart.nodes, YcPlanNode, node)) + BOX_WIDTH / 2.0;
}

/* Lines of different items do not lie on each other. */
static double
get_lane (const YcPlanEdge *edge)
{
  return edge->gutter * (BOX_WIDTH + GUTTER) + GUTTER / 2.0 +
         LANE * ((double) (edge->from % 5) - 2.0) * 0.8;
}

/* Several arrows into one box end beside each other. */
static double
get_end (const Chart *chart, const YcPlanEdge *edge)
{
  guint n = 0, place = 0;

  for (guint i = 0; i < chart->chart.edges->len; i++)
    {
      const YcPlanEdge *other = &g_array_index (chart->chart.edges, YcPlanEdge, i);

      if (other == edge)
        place = n;
      n += other->to == edge->to;
    }
  return get_box_middle (chart, edge->to) + (place - (n - 1) / 2.0) * MIN (14.0, BOX_WIDTH / (n + 1));
}

static double
measure_room (const Chart *chart, guint row)
{
  guint n = yc_plan_chart_count_tracks (&chart->chart, row, 0, NULL);

  return row == 0 ? 0.0 : ROOM_OUT + TRACK * n + ROOM_IN;
}

static double
get_track (const Chart *chart, const YcPlanEdge *edge, guint row)
{
  guint track = 0;

  yc_plan_chart_count_tracks (&chart->chart, row, edge->from, &track);
  return ROOM_OUT + TRACK * track;
}

static double
measure_row (const Chart *chart, guint row)
{
  double height = 0.0;

  for (guint i = 0; i < chart->words->len; i++)
    if (g_array_index (chart->chart.nodes, YcPlanNode, i).row == row)
      height = MAX (height, ((Words *) g_ptr_array_index (chart->words, i))->height);
  return height;
}

/* Drawing, with the row's upper left corner at (0, 0) */

static void
draw_arrow (cairo_t *cr, double x, double y)
{
  cairo_move_to (cr, x, y);
  cairo_rel_line_to (cr, -ARROW / 2.0, -ARROW);
  cairo_rel_line_to (cr, ARROW, 0.0);
  cairo_close_path (cr);
  cairo_fill (cr);
}

static gboolean
is_row_of (const Chart *chart, guint node, guint row)
{
  return g_array_index (chart->chart.nodes, YcPlanNode, node).row == row;
}

static double
get_start (const Chart *chart, const YcPlanEdge *edge, guint row)
{
  return is_row_of (chart, edge->from, row - 1) ? get_box_middle (chart, edge->from)
                                                : get_lane (edge);
}

static void
draw_edge (const Chart *chart, cairo_t *cr, const YcPlanEdge *edge, guint row, double height)
{
  gboolean ends = is_row_of (chart, edge->to, row);
  double x = get_start (chart, edge, row);
  double end = ends ? get_end (chart, edge) : get_lane (edge);
  double y = get_track (chart, edge, row), room = measure_room (chart, row);

  cairo_move_to (cr, x, 0.0);
  if (x != end)
    {
      cairo_line_to (cr, x, y);
      cairo_line_to (cr, end, y);
    }
  cairo_line_to (cr, end, ends ? room - ARROW : height);
  cairo_stroke (cr);
  if (ends)
    draw_arrow (cr, end, room);
}

/* The row above or below, when it is on the same page. */
static gboolean
is_together (const Chart *chart, guint row, guint other)
{
  const YcBox *box = g_ptr_array_index (chart->boxes, row);
  const YcBox *neighbour = g_ptr_array_index (chart->boxes, other);

  return box->page == neighbour->page;
}

/* Whether a line from the node goes down where @first does. */
static gboolean
comes_along (const Chart *chart, guint node, const YcPlanEdge *first, guint row)
{
  for (guint i = 0; i < chart->chart.edges->len; i++)
    {
      const YcPlanEdge *edge = &g_array_index (chart->chart.edges, YcPlanEdge, i);

      if (edge->from == node && yc_plan_chart_goes_into (&chart->chart, edge, row) &&
          ABS (get_start (chart, edge, row) - get_start (chart, first, row)) <= GUTTER)
        return TRUE;
    }
  return FALSE;
}

static char *
list_sources (const Chart *chart, const YcPlanEdge *first, guint row)
{
  GString *text = g_string_new (NULL);

  if (comes_along (chart, 0, first, row))
    g_string_append (text, "接开始");
  for (guint i = 1; i < chart->chart.nodes->len; i++)
    if (comes_along (chart, i, first, row))
      g_string_append_printf (text, "%s%u", text->len > 0 ? "、" : "接事项 ", i);
  return g_string_free (text, FALSE);
}

static void
draw_mark (const Chart      *chart,
           YcSheetInk       *ink,
           cairo_t          *cr,
           const YcPlanEdge *edge,
           guint             row)
{
  g_autofree char *text = list_sources (chart, edge, row);
  g_autoptr (GArray) lines = yc_sheet_set_text (chart->context, text, &mark_font, YC_SHEET_CENTRE,
                                                0.0, MARK_WIDTH, NULL);

  if (lines != NULL)
    yc_sheet_draw_lines (ink, cr, lines, get_start (chart, edge, row) - MARK_WIDTH / 2.0,
                         -mark_font.leading * lines->len);
}

/* Where lines come from another page, it says from which items. */
static void
draw_marks (const Row *row, YcSheetInk *ink, cairo_t *cr)
{
  const Chart *chart = row->chart;
  g_autoptr (GArray) seen = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < chart->chart.edges->len; i++)
    {
      const YcPlanEdge *edge = &g_array_index (chart->chart.edges, YcPlanEdge, i);
      double x = get_start (chart, edge, row->row);
      gboolean marked = !yc_plan_chart_goes_into (&chart->chart, edge, row->row);

      for (guint j = 0; j < seen->len; j++)
        marked |= ABS (g_array_index (seen, double, j) - x) <= GUTTER;
      if (marked)
        continue;
      g_array_append_val (seen, x);
      draw_mark (chart, ink, cr, edge, row->row);
    }
}

/* Where lines go on to the next page. */
static void
draw_stubs (const Row *row, cairo_t *cr, double height)
{
  const Chart *chart = row->chart;

  for (guint i = 0; i < chart->chart.edges->len; i++)
    {
      const YcPlanEdge *edge = &g_array_index (chart->chart.edges, YcPlanEdge, i);
      double x;

      if (!yc_plan_chart_goes_into (&chart->chart, edge, row->row + 1))
        continue;
      x = get_start (chart, edge, row->row + 1);
      cairo_move_to (cr, x, height);
      cairo_rel_line_to (cr, 0.0, STUB - ARROW);
      cairo_stroke (cr);
      draw_arrow (cr, x, height + STUB);
    }
}

static void
draw_frame (cairo_t *cr, const Words *words, guint node, double x, double y, double height)
{
  static const double dashes[] = { 3.0, 2.0 };

  cairo_save (cr);
  if (words->elsewhere)
    cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0.0);
  if (node == 0)
    {
      const double r = 7.0;

      cairo_new_sub_path (cr);
      cairo_arc (cr, x + BOX_WIDTH - r, y + r, r, -G_PI_2, 0.0);
      cairo_arc (cr, x + BOX_WIDTH - r, y + height - r, r, 0.0, G_PI_2);
      cairo_arc (cr, x + r, y + height - r, r, G_PI_2, G_PI);
      cairo_arc (cr, x + r, y + r, r, G_PI, 1.5 * G_PI);
      cairo_close_path (cr);
    }
  else
    cairo_rectangle (cr, x, y, BOX_WIDTH, height);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_box (const Chart *chart, YcSheetInk *ink, cairo_t *cr, guint node, double y, double height)
{
  const Words *words = g_ptr_array_index (chart->words, node);
  double x = get_box_left (&g_array_index (chart->chart.nodes, YcPlanNode, node));
  double at = y + PADDING + (height - words->height) / 2.0;

  draw_frame (cr, words, node, x, y, height);
  for (guint i = 0; i < words->lines->len; i++)
    {
      GArray *lines = g_ptr_array_index (words->lines, i);

      yc_sheet_draw_lines (ink, cr, lines, x + PADDING, at);
      at += lines->len * g_array_index (words->leadings, double, i);
    }
}

static void
draw_edges (const Row *row, YcSheetInk *ink, cairo_t *cr, double height)
{
  const Chart *chart = row->chart;

  for (guint i = 0; i < chart->chart.edges->len; i++)
    {
      const YcPlanEdge *edge = &g_array_index (chart->chart.edges, YcPlanEdge, i);

      if (yc_plan_chart_goes_into (&chart->chart, edge, row->row))
        draw_edge (chart, cr, edge, row->row, height);
    }
  if (row->row > 0 && !is_together (chart, row->row, row->row - 1))
    draw_marks (row, ink, cr);
  if (row->row + 1 < chart->chart.n_rows && !is_together (chart, row->row, row->row + 1))
    draw_stubs (row, cr, height);
}

/* Text is drawn untransformed: it keeps its place in the PDF for those who search it. */
static void
draw_row (const YcBox *box, YcSheetInk *ink, cairo_t *cr, double x, double y)
{
  const Row *row = box->figure;
  const Chart *chart = row->chart;
  double room = measure_room (chart, row->row), height = measure_row (chart, row->row);

  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_set_line_width (cr, LINE_WIDTH);
  draw_edges (row, ink, cr, box->height);
  for (guint i = 0; i < chart->words->len; i++)
    if (is_row_of (chart, i, row->row))
      draw_box (chart, ink, cr, i, room, height);
  cairo_restore (cr);
}

/* Rows */

static GArray *
read_after (JsonObject *item)
{
  JsonArray *array = yc_json_get_array (item, "after");
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      double number;
      guint before;

      if (!yc_json_node_get_number (json_array_get_element (array, i), &number) || number < 1.0 ||
          number > G_MAXINT)
        continue;
      before = (guint) number;
      g_array_append_val (numbers, before);
    }
  return numbers;
}

static void
add_rows (YcPlanSheet *self, Chart *chart)
{
  for (guint i = 0; i < chart->chart.n_rows; i++)
    {
      Row *row = g_new (Row, 1);
      YcBox *box = yc_flow_add (self->grid.flow, YC_BOX_FIGURE,
                                measure_room (chart, i) + measure_row (chart, i));

      *row = (Row) { g_rc_box_acquire (chart), i };
      box->draw = draw_row;
      box->figure = row;
      box->free_figure = row_free;
      g_ptr_array_add (chart->boxes, box);
    }
}

static gboolean
add_chart (YcPlanSheet *self, GError **error)
{
  g_autoptr (GPtrArray) after = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  Chart *chart = g_rc_box_new0 (Chart);
  gboolean set;

  for (guint i = 0; i < yc_plan_sheet_get_n (self, "items"); i++)
    g_ptr_array_add (after, read_after (yc_plan_sheet_get_nth (self, "items", i)));
  yc_plan_chart_init (&chart->chart, after);
  chart->context = self->grid.context;
  chart->words = g_ptr_array_new_with_free_func (words_free);
  chart->boxes = g_ptr_array_new ();
  set = set_words (self, chart, error);
  if (set)
    add_rows (self, chart);
  g_rc_box_release_full (chart, chart_clear);

  return set;
}

/* What cannot be had has no way through it: it is told in words. */
static gboolean
add_refused (YcPlanSheet *self, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < yc_plan_sheet_get_n (self, "refused"); i++)
    {
      JsonObject *refused = yc_plan_sheet_get_nth (self, "refused", i);
      g_autofree char *from = yc_plan_sheet_dup_from (refused);

      g_string_append_printf (text, "%s%s（%s%s%s）", i > 0 ? "；" : "现在办不了，图上不画：",
                              yc_json_get_string (refused, "title", ""),
                              yc_plan_sheet_get_refusal (refused), from != NULL ? "，" : "",
                              from != NULL ? from : "");
    }
  if (text->len == 0)
    return TRUE;
  g_string_append (text, "。原因和怎么办见事项清单。");
  yc_flow_add_gap (self->grid.flow, 10.0);

  return yc_plan_sheet_add_small (self, text->str, error);
}

gboolean
yc_plan_sheet_fill_flow (YcPlanSheet *self, GError **error)
{
  yc_flow_add_gap (self->grid.flow, 12.0);
  if (yc_plan_sheet_get_n (self, "items") == 0)
    return yc_plan_sheet_add_words (self, "没有需要办理的事项。", error) && add_refused (self, error);
  if (!yc_plan_sheet_add_small (self,
                                "箭头前面的办好，才能办箭头后面的；没有箭头相连的可以同时办。实线框在本窗口办，"
                                "虚线框到别处或者在手机、电脑上办。",
                                error))
    return FALSE;
  yc_flow_add_gap (self->grid.flow, 10.0);

  return add_chart (self, error) && add_refused (self, error);
}
