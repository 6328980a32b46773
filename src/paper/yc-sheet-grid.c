/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines and ruled rows on paper. */
#include "yc-sheet-grid-private.h"

#define PADDING_X 4.0
#define PADDING_Y 4.0
/* So many lines of a cell stand in one box; longer text goes on in further ones, over pages too. */
#define MAX_LINES 10

/* What printers set for a character that they do not have. */
#define GETA "〓"

static const YcSheetFont title_font = { .size = 10.0, .leading = 14.5, .bold = TRUE };
static const YcSheetFont words_font = { .size = 10.5, .leading = 15.0 };

static gboolean
is_legible (YcSheetGrid *self,
            const char  *words)
{
  g_autofree char *joined = g_strdelimit (g_strdup (words), "\n", ' ');

  return yc_sheet_check_text (self->context, joined, NULL);
}

/* @words without what no font has: a box in a name would be taken for the name. */
char *
yc_sheet_grid_legible (YcSheetGrid *self,
                       const char  *words)
{
  g_autofree char *valid = g_utf8_make_valid (words, -1);
  GString *text;

  if (is_legible (self, valid))
    return g_steal_pointer (&valid);
  text = g_string_new (NULL);
  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      g_autofree char *one = g_strndup (p, (gsize) (g_utf8_next_char (p) - p));

      g_string_append (text, is_legible (self, one) ? one : GETA);
    }
  return g_string_free (text, FALSE);
}

static void
append_lines (GArray *lines, GArray *further, double leading)
{
  const double down = lines->len * leading;

  for (guint i = 0; i < further->len; i++)
    {
      YcSheetLine line = g_array_index (further, YcSheetLine, i);

      g_object_ref (line.layout);
      pango_layout_line_ref (line.line);
      line.baseline += down;
      g_array_append_val (lines, line);
    }
}

/* Every line that was typed begins anew. */
static GArray *
set_words (YcSheetGrid        *self,
           const char         *words,
           const YcSheetFont  *font,
           YcSheetAlign        align,
           double              width,
           GError            **error)
{
  g_auto (GStrv) typed = g_strsplit (*words != '\0' ? words : " ", "\n", -1);
  g_autoptr (GArray) lines = yc_sheet_new_lines ();

  for (guint i = 0; typed[i] != NULL; i++)
    {
      g_autoptr (GArray) set =
          yc_sheet_set_text (self->context, typed[i], font, align, 0.0, width, error);

      if (set == NULL)
        return NULL;
      append_lines (lines, set, font->leading);
    }

  return g_steal_pointer (&lines);
}

/* Whether @words fit into one line beside the title of a row. */
gboolean
yc_sheet_grid_fits (YcSheetGrid *self, const char *words)
{
  const double room = (1.0 - YC_SHEET_TITLE_SHARE) * self->width - 2.0 * PADDING_X;
  g_autoptr (GArray) lines = set_words (self, words, &words_font, YC_SHEET_LEFT, room, NULL);

  return lines != NULL && lines->len == 1;
}

gboolean
yc_sheet_grid_add_line (YcSheetGrid        *self,
                        const char         *words,
                        const YcSheetFont  *font,
                        YcSheetAlign        align,
                        double              grey,
                        GError            **error)
{
  g_autofree char *legible = yc_sheet_grid_legible (self, words);
  GArray *lines = set_words (self, legible, font, align, self->width, error);

  if (lines == NULL)
    return FALSE;
  yc_flow_add_lines (self->flow, lines, font->leading, grey);

  return TRUE;
}

static GArray *
set_cell (YcSheetGrid *self, const YcSheetCell *cell, GError **error)
{
  YcSheetFont font = cell->title ? title_font : words_font;
  YcSheetAlign align = cell->align != 0 ? cell->align : YC_SHEET_LEFT;

  font.markup = cell->markup;

  return set_words (self, cell->words, &font, align, cell->width - 2.0 * PADDING_X, error);
}

/* The lines from @first on that go into one box, as if they were set by themselves. */
static GArray *
take_lines (GArray *lines, guint first)
{
  GArray *taken = yc_sheet_new_lines ();

  for (guint i = first; i < MIN (lines->len, first + MAX_LINES); i++)
    {
      YcSheetLine line = g_array_index (lines, YcSheetLine, i);

      g_object_ref (line.layout);
      pango_layout_line_ref (line.line);
      line.x += PADDING_X;
      line.baseline -= g_array_index (lines, YcSheetLine, first).baseline -
                       g_array_index (lines, YcSheetLine, 0).baseline;
      g_array_append_val (taken, line);
    }

  return taken;
}

static YcBox *
add_box (YcSheetGrid           *self,
         const YcSheetCell *cells,
         GPtrArray             *set,
         guint                  first,
         YcBox                 *head)
{
  YcBox *row = yc_flow_add (self->flow, YC_BOX_ROW, 0.0);
  double x = 0.0;

  row->leading = words_font.leading;
  row->head = head;
  for (guint i = 0; i < set->len; i++)
    {
      YcCell cell = { take_lines (g_ptr_array_index (set, i), first), x, cells[i].width };

      row->height = MAX (row->height, cell.lines->len * row->leading + 2.0 * PADDING_Y);
      g_array_append_val (row->cells, cell);
      x += cells[i].width;
    }

  return row;
}

/* (element-type GArray): the lines of each cell; @n_lines is the most that one has. */
static GPtrArray *
set_cells (YcSheetGrid            *self,
           const YcSheetCell  *cells,
           guint                   n_cells,
           guint                  *n_lines,
           GError                **error)
{
  g_autoptr (GPtrArray) set = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);

  *n_lines = 1;
  for (guint i = 0; i < n_cells; i++)
    {
      GArray *lines = set_cell (self, &cells[i], error);

      if (lines == NULL)
        return NULL;
      g_ptr_array_add (set, lines);
      *n_lines = MAX (*n_lines, lines->len);
    }

  return g_steal_pointer (&set);
}

/* Long text goes on in further boxes under the first. @head (nullable) stands again on each page. */
gboolean
yc_sheet_grid_add_row (YcSheetGrid            *self,
                       const YcSheetCell  *cells,
                       guint                   n_cells,
                       YcBox                  *head,
                       GError                **error)
{
  guint n_lines;
  g_autoptr (GPtrArray) set = set_cells (self, cells, n_cells, &n_lines, error);

  if (set == NULL)
    return FALSE;
  for (guint first = 0; first < n_lines; first += MAX_LINES)
    add_box (self, cells, set, first, head);

  return TRUE;
}

/* The head of a table, which stays with its first row. */
YcBox *
yc_sheet_grid_add_head (YcSheetGrid            *self,
                        const YcSheetCell  *cells,
                        guint                   n_cells,
                        GError                **error)
{
  guint n_lines;
  g_autoptr (GPtrArray) set = set_cells (self, cells, n_cells, &n_lines, error);
  YcBox *head;

  if (set == NULL)
    return NULL;
  head = add_box (self, cells, set, 0, NULL);
  head->keep = TRUE;

  return head;
}
