/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A question list as a drawing: what stands where.
 *
 * Every box lies in the rows that belong to the one from which it was reached first, so that the lines of
 * that tree cross nothing; only lines to what several ways lead to may.
 */
#include "yc-list-drawing.h"

#include <glib/gi18n.h>
#include <pango/pangocairo.h>
#include <string.h>

#include "yc-json.h"
#include "yc-question-outcome.h"

#define MOST_BOXES 400u
#define QUESTION_WIDTH 150.0
#define END_WIDTH 190.0
#define LABEL_WIDTH 130.0
#define PADDING 7.0
#define STEM 22.0
#define GAP 46.0
#define ROW_GAP 9.0
#define LABEL_GAP 6.0
#define HEAD 46.0
#define FOOT 34.0

/* @boxes_of_stops, @ends: where what the list has is drawn */
typedef struct
{
  YcListDrawing   *drawing;
  YcQuestionList  *list;
  YcListGraph     *graph;
  YcCatalogFolder *folder;
  PangoLayout     *layout;
  guint           *of_stops;
  guint           *of_includes;
  guint           *of_outcomes;
  guint            dead_end;
  gboolean        *seen;
  double          *heights;
} Work;

static YcListBox *
get_box (Work *work,
         guint index)
{
  return work->drawing->boxes->pdata[index];
}

static void
free_branch (gpointer data)
{
  YcListBranch *branch = data;

  g_strfreev (branch->lines);
  g_array_unref (branch->targets);
  g_free (branch);
}

static void
free_box (gpointer data)
{
  YcListBox *box = data;

  g_strfreev (box->code);
  g_strfreev (box->lines);
  g_ptr_array_unref (box->branches);
  g_free (box);
}

void
yc_list_drawing_free (YcListDrawing *self)
{
  g_free (self->title);
  g_ptr_array_unref (self->boxes);
  g_free (self);
}

/* What XML cannot hold, and what would break a line, stands as a sign of its own. */
static char *
clean (const char *text)
{
  g_autoptr (GString) result = g_string_new (NULL);

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar sign = g_utf8_get_char (c);

      g_string_append_unichar (result, g_unichar_iscntrl (sign) || sign == 0x2028 ||
                                       sign == 0x2029 || (sign & 0xfffe) == 0xfffe ? 0xfffd : sign);
    }
  return g_strdup (result->str);
}

/* Breaks @text into lines of at most @width, and tells the widest. */
static GStrv
break_lines (Work       *work,
             const char *text,
             double      width,
             double     *widest)
{
  g_autofree char *cleaned = clean (text);
  g_autoptr (GPtrArray) lines = g_ptr_array_new ();
  PangoRectangle extents;

  pango_layout_set_width (work->layout, (int) (width * PANGO_SCALE));
  pango_layout_set_text (work->layout, cleaned, -1);
  for (int i = 0; i < pango_layout_get_line_count (work->layout); i++)
    {
      PangoLayoutLine *line = pango_layout_get_line_readonly (work->layout, i);

      g_ptr_array_add (lines, g_strchomp (g_strndup (cleaned + line->start_index,
                                                     (gsize) line->length)));
    }
  pango_layout_get_extents (work->layout, NULL, &extents);
  if (widest != NULL)
    *widest = (double) extents.width / PANGO_SCALE;
  g_ptr_array_add (lines, NULL);
  return (GStrv) g_ptr_array_free (g_steal_pointer (&lines), FALSE);
}

static double
get_lines_height (GStrv lines)
{
  return g_strv_length (lines) * YC_LIST_DRAWING_LINE;
}

static guint
add_box (Work          *work,
         YcListBoxKind  kind,
         guint          number,
         const char    *code,
         const char    *text,
         double         width)
{
  YcListBox *box = g_new0 (YcListBox, 1);

  box->kind = kind;
  box->number = number;
  box->reached = TRUE;
  box->code = code != NULL ? break_lines (work, code, width - 3 * PADDING, NULL) : NULL;
  box->lines = break_lines (work, text, width - 3 * PADDING, NULL);
  box->branches = g_ptr_array_new_with_free_func (free_branch);
  box->width = width;
  box->height = get_lines_height (box->lines) + 2 * PADDING +
                (code != NULL ? get_lines_height (box->code) : 0);
  g_ptr_array_add (work->drawing->boxes, box);
  return work->drawing->boxes->len - 1;
}

/* What the catalog calls it; "" when it is not known. */
static const char *
find_title (Work       *work,
            const char *kind,
            const char *id)
{
  YcCatalogDocument *document = work->folder != NULL && id != NULL
                                  ? yc_catalog_folder_find (work->folder, kind, id) : NULL;

  if (document == NULL)
    return "";
  return yc_json_get_string (yc_json_node_get_object (yc_catalog_document_get_body (document)),
                             "title", "");
}

/* Above the title of the box; of an item that can be had only its code. */
static char *
dup_code (YcOutcomeKind  kind,
          const char    *id)
{
  if (kind == YC_OUTCOME_ITEM)
    return g_strdup (id);
  /* Translators: a kind of outcome such as “nothing is needed”, and the code of what it is about */
  return g_strdup_printf (_("%s · %s"), yc_outcome_kind_get_title (kind), id);
}

static void
add_outcome (Work  *work,
             guint  index)
{
  JsonObject *outcome =
    json_array_get_object_element (yc_question_list_get_outcomes (work->list), index);
  const char *id = NULL;
  YcOutcomeKind kind = yc_question_outcome_get_kind (outcome, &id);
  gboolean nothing = kind == YC_OUTCOME_NOTHING;
  YcListBoxKind box = nothing ? YC_LIST_BOX_NOTHING
                              : yc_outcome_kind_is_refusal (kind) ? YC_LIST_BOX_REFUSAL
                                                                  : YC_LIST_BOX_ITEM;
  g_autofree char *code = dup_code (kind, id);

  work->of_outcomes[index] = add_box (work, box, index, code,
                                      find_title (work, nothing ? "replacement" : "item", id),
                                      END_WIDTH);
}

static void
add_include (Work  *work,
             guint  index)
{
  JsonObject *include =
    json_array_get_object_element (yc_question_list_get_includes (work->list), index);
  const char *list = yc_json_get_string (include, "list", "");
  g_autofree char *code = g_strdup_printf (_("Go on with the list · %s"), list);

  work->of_includes[index] = add_box (work, YC_LIST_BOX_LIST, index, code,
                                      find_title (work, "list", list), END_WIDTH);
}

static void
add_stop (Work  *work,
          guint  stop)
{
  YcListStopKind kind = yc_list_graph_get_kind (work->graph, stop);
  g_autofree char *title = NULL;

  if (kind == YC_LIST_STOP_END)
    {
      if (yc_list_graph_is_dead_end (work->graph, stop))
        work->dead_end = add_box (work, YC_LIST_BOX_DEAD_END, 0, NULL, _("leads nowhere"),
                                  END_WIDTH);
      return;
    }
  title = yc_list_graph_dup_title (work->graph, stop);
  work->of_stops[stop] = add_box (work, kind == YC_LIST_STOP_FACT ? YC_LIST_BOX_FACT
                                                                  : YC_LIST_BOX_QUESTION,
                                  yc_list_graph_get_question (work->graph, stop), NULL, title,
                                  QUESTION_WIDTH);
}

static void
add_unreached_questions (Work *work)
{
  GListModel *questions = yc_question_list_get_questions (work->list);

  for (guint i = 0; i < g_list_model_get_n_items (questions); i++)
    {
      g_autoptr (YcQuestion) question = g_list_model_get_item (questions, i);

      if (!yc_list_graph_asks (work->graph, i))
        get_box (work, add_box (work, YC_LIST_BOX_QUESTION, i, NULL,
                                yc_question_get_title (question), QUESTION_WIDTH))->reached = FALSE;
    }
}

static void
add_boxes (Work *work)
{
  guint n_includes = json_array_get_length (yc_question_list_get_includes (work->list));
  guint n_outcomes = json_array_get_length (yc_question_list_get_outcomes (work->list));

  work->of_stops = g_new0 (guint, yc_list_graph_get_n_stops (work->graph));
  work->of_includes = g_new0 (guint, n_includes + 1);
  work->of_outcomes = g_new0 (guint, n_outcomes + 1);
  for (guint i = 0; i < yc_list_graph_get_n_stops (work->graph); i++)
    add_stop (work, i);
  for (guint i = 0; i < n_includes; i++)
    {
      add_include (work, i);
      get_box (work, work->of_includes[i])->reached = yc_list_graph_includes (work->graph, i);
    }
  for (guint i = 0; i < n_outcomes; i++)
    {
      add_outcome (work, i);
      get_box (work, work->of_outcomes[i])->reached = yc_list_graph_reaches (work->graph, i);
    }
  add_unreached_questions (work);
}

/* The boxes to which a way leads: the next question, or all that is found at its end. */
static GArray *
list_targets (Work *work,
              guint stop)
{
  GArray *targets = g_array_new (FALSE, FALSE, sizeof (guint));

  if (yc_list_graph_get_kind (work->graph, stop) != YC_LIST_STOP_END)
    {
      g_array_append_val (targets, work->of_stops[stop]);
      return targets;
    }
  if (yc_list_graph_is_dead_end (work->graph, stop))
    g_array_append_val (targets, work->dead_end);
  for (guint i = 0; i < json_array_get_length (yc_question_list_get_outcomes (work->list)); i++)
    if (yc_list_graph_has_outcome (work->graph, stop, i))
      g_array_append_val (targets, work->of_outcomes[i]);
  for (guint i = 0; i < json_array_get_length (yc_question_list_get_includes (work->list)); i++)
    if (yc_list_graph_has_include (work->graph, stop, i))
      g_array_append_val (targets, work->of_includes[i]);
  return targets;
}

static void
add_branches (Work *work,
              guint stop)
{
  YcListBox *box = get_box (work, work->of_stops[stop]);

  for (guint i = 0; i < yc_list_graph_get_n_ways (work->graph, stop); i++)
    {
      YcListBranch *branch = g_new0 (YcListBranch, 1);
      g_autofree char *answers = yc_list_graph_dup_answers (work->graph, stop, i);

      branch->lines = break_lines (work, answers, LABEL_WIDTH, &branch->width);
      branch->targets = list_targets (work, yc_list_graph_get_way (work->graph, stop, i));
      g_ptr_array_add (box->branches, branch);
    }
}

/* As far to the right as the longest way to it is. */
static gboolean
push_right (Work      *work,
            YcListBox *box)
{
  gboolean pushed = FALSE;

  for (guint i = 0; i < box->branches->len; i++)
    {
      YcListBranch *branch = box->branches->pdata[i];

      for (guint j = 0; j < branch->targets->len; j++)
        {
          YcListBox *target = get_box (work, g_array_index (branch->targets, guint, j));

          if (target->column > box->column)
            continue;
          target->column = box->column + 1;
          pushed = TRUE;
        }
    }
  return pushed;
}

static void
set_columns (Work *work)
{
  gboolean pushed = TRUE;

  while (pushed)
    {
      pushed = FALSE;
      for (guint i = 0; i < work->drawing->boxes->len; i++)
        pushed |= push_right (work, get_box (work, i));
    }
}

static double
get_labels_height (const YcListBox *box)
{
  double height = 0;

  for (guint i = 0; i < box->branches->len; i++)
    height += get_lines_height (((YcListBranch *) box->branches->pdata[i])->lines) + LABEL_GAP;
  return height;
}

/* The height of a box with all that was reached from it first. */
static double
measure (Work *work,
         guint index)
{
  YcListBox *box = get_box (work, index);
  double below = 0;

  work->seen[index] = TRUE;
  for (guint i = 0; i < box->branches->len; i++)
    {
      YcListBranch *branch = box->branches->pdata[i];

      for (guint j = 0; j < branch->targets->len; j++)
        if (!work->seen[g_array_index (branch->targets, guint, j)])
          below += measure (work, g_array_index (branch->targets, guint, j));
    }
  work->heights[index] = MAX (below, MAX (box->height, get_labels_height (box)) + ROW_GAP);
  return work->heights[index];
}

static void
place_labels (YcListBox *box)
{
  double y = box->y - get_labels_height (box) / 2;

  for (guint i = 0; i < box->branches->len; i++)
    {
      YcListBranch *branch = box->branches->pdata[i];
      double height = get_lines_height (branch->lines) + LABEL_GAP;

      branch->y = y + height / 2;
      y += height;
    }
}

static void
place (Work   *work,
       guint   index,
       double  top)
{
  YcListBox *box = get_box (work, index);
  double y = top;

  work->seen[index] = TRUE;
  box->y = top + work->heights[index] / 2;
  place_labels (box);
  for (guint i = 0; i < box->branches->len; i++)
    {
      YcListBranch *branch = box->branches->pdata[i];

      for (guint j = 0; j < branch->targets->len; j++)
        {
          guint target = g_array_index (branch->targets, guint, j);

          if (work->seen[target])
            continue;
          place (work, target, y);
          y += work->heights[target];
        }
    }
}

/* With its answers beside it. */
static double
get_box_width (const YcListBox *box)
{
  double labels = 0;

  for (guint i = 0; i < box->branches->len; i++)
    labels = MAX (labels, ((YcListBranch *) box->branches->pdata[i])->width);
  return box->width + (box->branches->len > 0 ? STEM + labels : 0);
}

static double
get_column_width (Work  *work,
                  guint  column)
{
  double width = -1;

  for (guint i = 0; i < work->drawing->boxes->len; i++)
    {
      const YcListBox *box = get_box (work, i);

      if (box->column == column)
        width = MAX (width, get_box_width (box));
    }
  return width;
}

static void
set_x (Work *work)
{
  double x = GAP / 2, width;

  for (guint column = 0; (width = get_column_width (work, column)) >= 0; column++)
    {
      for (guint i = 0; i < work->drawing->boxes->len; i++)
        if (get_box (work, i)->column == column)
          get_box (work, i)->x = x;
      x += width + GAP;
    }
  work->drawing->width = x - GAP / 2;
}

/* What no answers lead to stands below all else. */
static double
place_unreached (Work   *work,
                 double  top)
{
  for (guint i = 0; i < work->drawing->boxes->len; i++)
    if (!work->seen[i])
      {
        measure (work, i);
        place (work, i, top);
        top += work->heights[i];
      }
  return top;
}

static void
set_places (Work *work)
{
  guint n = work->drawing->boxes->len;
  double bottom = HEAD;

  work->seen = g_new0 (gboolean, n);
  work->heights = g_new0 (double, n);
  if (n > 0 && get_box (work, 0)->reached)
    {
      bottom += measure (work, 0);
      memset (work->seen, 0, n * sizeof *work->seen);
      place (work, 0, HEAD);
    }
  work->drawing->height = place_unreached (work, bottom) + FOOT;
  set_x (work);
}

static PangoLayout *
make_layout (void)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  PangoFontDescription *font = pango_font_description_from_string (YC_LIST_DRAWING_FONTS);
  PangoLayout *layout = pango_layout_new (context);

  pango_font_description_set_absolute_size (font, YC_LIST_DRAWING_TEXT * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_font_description_free (font);
  g_object_unref (context);
  return layout;
}

static void
work_out (Work *work)
{
  work->layout = make_layout ();
  add_boxes (work);
  for (guint i = 0; i < yc_list_graph_get_n_stops (work->graph); i++)
    if (yc_list_graph_get_kind (work->graph, i) != YC_LIST_STOP_END)
      add_branches (work, i);
  set_columns (work);
  set_places (work);
  g_object_unref (work->layout);
  g_free (work->of_stops);
  g_free (work->of_includes);
  g_free (work->of_outcomes);
  g_free (work->seen);
  g_free (work->heights);
}

YcListDrawing *
yc_list_drawing_new (YcQuestionList   *list,
                     YcListGraph      *graph,
                     YcCatalogFolder  *folder,
                     GError          **error)
{
  YcListDrawing *self;
  Work work = { .list = list, .graph = graph, .folder = folder };

  if (yc_list_graph_get_n_stops (graph) > MOST_BOXES)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE,
                   _("the drawing would have more than %u boxes: part the list, or include one in "
                     "another"), MOST_BOXES);
      return NULL;
    }
  self = g_new0 (YcListDrawing, 1);
  self->title = clean (yc_question_list_get_title (list));
  self->boxes = g_ptr_array_new_with_free_func (free_box);
  work.drawing = self;
  work_out (&work);
  return self;
}
