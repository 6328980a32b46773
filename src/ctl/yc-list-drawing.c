/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A question list as a drawing: its boxes, and what leads from one to the next.
 *
 * What the answers lead to stands beside the question that made it sure, once for all its answers; what does
 * not depend on it is asked behind it, once.
 */
#include "yc-list-drawing-private.h"

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

/* @of_stops: the boxes of questions; @of_ends: of the stop at hand, the boxes of includes and outcomes, and of
 * leading nowhere, 0 for none yet */
typedef struct
{
  YcListDrawing   *drawing;
  YcQuestionList  *list;
  YcListGraph     *graph;
  YcCatalogFolder *folder;
  PangoLayout     *layout;
  guint            n_includes;
  guint            n_outcomes;
  guint           *of_stops;
  guint           *of_ends;
} Work;

static YcListBox *
get_box (Work  *work,
         guint  index)
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
  g_ptr_array_unref (self->lines);
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

static guint
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

  return add_box (work, box, index, code, find_title (work, nothing ? "replacement" : "item", id),
                  END_WIDTH);
}

static guint
add_include (Work  *work,
             guint  index)
{
  JsonObject *include =
    json_array_get_object_element (yc_question_list_get_includes (work->list), index);
  const char *list = yc_json_get_string (include, "list", "");
  g_autofree char *code = g_strdup_printf (_("Go on with the list · %s"), list);

  return add_box (work, YC_LIST_BOX_LIST, index, code, find_title (work, "list", list), END_WIDTH);
}

static void
add_stop (Work  *work,
          guint  stop)
{
  YcListStopKind kind = yc_list_graph_get_kind (work->graph, stop);
  g_autofree char *title = NULL;

  if (kind == YC_LIST_STOP_END)
    return;
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
add_unreached (Work *work)
{
  add_unreached_questions (work);
  for (guint i = 0; i < work->n_includes; i++)
    if (!yc_list_graph_includes (work->graph, i))
      get_box (work, add_include (work, i))->reached = FALSE;
  for (guint i = 0; i < work->n_outcomes; i++)
    if (!yc_list_graph_reaches (work->graph, i))
      get_box (work, add_outcome (work, i))->reached = FALSE;
}

/* The box of an end beside the stop at hand: an outcome, an include, or behind them all, leading nowhere. */
static guint
ensure_end (Work  *work,
            guint  end)
{
  if (work->of_ends[end] > 0)
    return work->of_ends[end];
  if (end < work->n_outcomes)
    work->of_ends[end] = add_outcome (work, end);
  else if (end < work->n_outcomes + work->n_includes)
    work->of_ends[end] = add_include (work, end - work->n_outcomes);
  else
    work->of_ends[end] = add_box (work, YC_LIST_BOX_DEAD_END, 0, NULL, _("leads nowhere"), END_WIDTH);
  return work->of_ends[end];
}

static gboolean
finds (Work  *work,
       guint  stop,
       guint  way,
       guint  end)
{
  if (end < work->n_outcomes)
    return yc_list_graph_finds_outcome (work->graph, stop, way, end);
  if (end < work->n_outcomes + work->n_includes)
    return yc_list_graph_finds_include (work->graph, stop, way, end - work->n_outcomes);
  return yc_list_graph_is_dead_end (work->graph, yc_list_graph_get_way (work->graph, stop, way));
}

/* The boxes to which a way leads: what it makes sure, and the next question. */
static GArray *
list_targets (Work  *work,
              guint  stop,
              guint  way)
{
  GArray *targets = g_array_new (FALSE, FALSE, sizeof (guint));
  guint next = yc_list_graph_get_way (work->graph, stop, way);

  for (guint i = 0; i <= work->n_outcomes + work->n_includes; i++)
    if (finds (work, stop, way, i))
      {
        guint box = ensure_end (work, i);

        g_array_append_val (targets, box);
      }
  if (yc_list_graph_get_kind (work->graph, next) != YC_LIST_STOP_END)
    g_array_append_val (targets, work->of_stops[next]);
  return targets;
}

static void
add_branches (Work  *work,
              guint  stop)
{
  guint n_ends = work->n_outcomes + work->n_includes + 1;

  memset (work->of_ends, 0, n_ends * sizeof *work->of_ends);
  for (guint i = 0; i < yc_list_graph_get_n_ways (work->graph, stop); i++)
    {
      YcListBranch *branch = g_new0 (YcListBranch, 1);
      g_autofree char *answers = yc_list_graph_dup_answers (work->graph, stop, i);

      branch->lines = break_lines (work, answers, LABEL_WIDTH, &branch->width);
      branch->targets = list_targets (work, stop, i);
      g_ptr_array_add (get_box (work, work->of_stops[stop])->branches, branch);
    }
}

static void
add_boxes (Work *work)
{
  guint n = yc_list_graph_get_n_stops (work->graph);

  for (guint i = 0; i < n; i++)
    add_stop (work, i);
  for (guint i = 0; i < n; i++)
    if (yc_list_graph_get_kind (work->graph, i) != YC_LIST_STOP_END)
      add_branches (work, i);
  add_unreached (work);
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
  g_autoptr (PangoLayout) layout = make_layout ();
  g_autofree guint *of_stops = g_new0 (guint, yc_list_graph_get_n_stops (work->graph));
  g_autofree guint *of_ends = NULL;

  work->layout = layout;
  work->of_stops = of_stops;
  work->n_includes = json_array_get_length (yc_question_list_get_includes (work->list));
  work->n_outcomes = json_array_get_length (yc_question_list_get_outcomes (work->list));
  work->of_ends = of_ends = g_new0 (guint, work->n_includes + work->n_outcomes + 1);
  add_boxes (work);
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
  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  work.drawing = self;
  work_out (&work);
  yc_list_drawing_lay_out (self);
  return self;
}
