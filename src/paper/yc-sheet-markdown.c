/* SPDX-License-Identifier: GPL-3.0-or-later */
/* CommonMark with tables, set on paper: paragraphs, headings, lists and ruled tables. */
#include "yc-sheet-markdown-private.h"

#include "yc-markdown.h"

/* Deeper lists than these are not moved in any further. */
#define MAX_DEPTH 4
#define STEP 14.0
/* More columns than these have no room beside each other. */
#define MAX_COLUMNS 12
/* No column is set narrower or wider for its words than for so many halves of a character. */
#define MIN_HALVES 5
#define MAX_HALVES 44

static const YcSheetFont heading_font = { .size = 11.0, .leading = 17.0, .bold = TRUE,
                                          .markup = TRUE };
static const YcSheetFont words_font = { .size = 10.5, .leading = 16.5, .markup = TRUE };

/* A line that begins with @mark, which hangs out before the further lines. */
static gboolean
add_line (YcSheetGrid *grid, const char *mark, const char *markup, guint depth,
          const YcSheetFont *font, GError **error)
{
  g_autofree char *text = g_strconcat (mark, markup, NULL);
  g_autofree char *legible = yc_sheet_grid_legible (grid, text);
  g_autoptr (GArray) alone = yc_sheet_set_text (grid->context, *mark != '\0' ? mark : " ", font,
                                                YC_SHEET_LEFT, 0.0, grid->width, error);
  double left = STEP * MIN (depth, MAX_DEPTH);
  double hang = 0.0;
  GArray *lines = NULL;

  if (alone == NULL)
    return FALSE;
  if (*mark != '\0')
    hang = yc_sheet_line_width (&g_array_index (alone, YcSheetLine, 0));
  lines = yc_sheet_set_text (grid->context, legible, font, YC_SHEET_LEFT, -hang,
                             grid->width - left, error);
  if (lines == NULL)
    return FALSE;
  for (guint i = 0; i < lines->len; i++)
    g_array_index (lines, YcSheetLine, i).x += left + hang;
  yc_flow_add_lines (grid->flow, lines, font->leading, 0.0);

  return TRUE;
}

/* Every line that was broken on purpose begins anew; a heading stays with what it is over. */
static gboolean
add_words (YcSheetGrid *grid, const YcMarkdownBlock *block, GError **error)
{
  gboolean heading = block->kind == YC_MARKDOWN_HEADING;
  g_auto (GStrv) typed = g_strsplit (block->markup, "\n", -1);

  for (guint i = 0; typed[i] != NULL; i++)
    if (!add_line (grid, i == 0 ? block->mark : "", typed[i], block->depth,
                   heading ? &heading_font : &words_font, error))
      return FALSE;
  yc_flow_add_gap (grid->flow, 4.0);
  if (heading)
    yc_flow_keep_last (grid->flow, 1);

  return TRUE;
}

/* Tables */

static guint
count_halves (const char *markup)
{
  g_autofree char *words = NULL;
  guint n = 0;

  if (!pango_parse_markup (markup, -1, 0, NULL, &words, NULL, NULL))
    return MAX_HALVES;
  for (const char *p = words; *p != '\0'; p = g_utf8_next_char (p))
    n += g_unichar_iswide (g_utf8_get_char (p)) ? 2 : 1;
  return n;
}

/* How wide each column is, by the longest words in it. */
static void
measure_columns (const YcMarkdownBlock *table, double width, double *widths, guint n_columns)
{
  double sum = 0.0;

  for (guint x = 0; x < n_columns; x++)
    {
      guint most = 0;

      for (guint y = 0; y < table->rows->len; y++)
        most = MAX (most, count_halves (((GStrv) table->rows->pdata[y])[x]));
      widths[x] = CLAMP (most, MIN_HALVES, MAX_HALVES) + 2;
      sum += widths[x];
    }
  for (guint x = 0; x < n_columns; x++)
    widths[x] *= width / sum;
}

/* The words of one row that fonts have, kept as long as the row is set. */
static GStrv
dup_legible (YcSheetGrid *grid, const char *const *row, guint n_columns)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint x = 0; x < n_columns; x++)
    {
      g_autofree char *words = yc_sheet_grid_legible (grid, row[x]);

      g_strv_builder_add (builder, words);
    }

  return g_strv_builder_end (builder);
}

static YcSheetAlign
get_align (char alignment)
{
  if (alignment == 'c')
    return YC_SHEET_CENTRE;

  return alignment == 'r' ? YC_SHEET_RIGHT : YC_SHEET_LEFT;
}

/* @head: (nullable): what stands again on each page; without it the row is the head of others. */
static gboolean
add_row (YcSheetGrid *grid, const YcMarkdownBlock *table, guint y, const double *widths,
         guint n_columns, YcBox **head, GError **error)
{
  g_auto (GStrv) words =
      dup_legible (grid, (const char *const *) table->rows->pdata[y], n_columns);
  YcSheetCell cells[MAX_COLUMNS];

  for (guint x = 0; x < n_columns; x++)
    cells[x] = (YcSheetCell) { words[x], widths[x], y == 0, TRUE, get_align (table->alignments[x]) };
  /* A head keeps with its first row: without rows it is one itself. */
  if (y > 0 || table->rows->len == 1)
    return yc_sheet_grid_add_row (grid, cells, n_columns, *head, error);
  *head = yc_sheet_grid_add_head (grid, cells, n_columns, error);

  return *head != NULL;
}

static gboolean
add_table (YcSheetGrid *grid, const YcMarkdownBlock *table, GError **error)
{
  guint n_columns = MIN (table->n_columns, MAX_COLUMNS);
  double widths[MAX_COLUMNS];
  YcBox *head = NULL;

  if (n_columns == 0)
    return TRUE;
  measure_columns (table, grid->width, widths, n_columns);
  yc_flow_add_gap (grid->flow, 2.0);
  for (guint y = 0; y < table->rows->len; y++)
    if (!add_row (grid, table, y, widths, n_columns, &head, error))
      return FALSE;
  yc_flow_add_gap (grid->flow, 6.0);

  return TRUE;
}

gboolean
yc_sheet_markdown_add (YcSheetGrid *grid, const char *markdown, GError **error)
{
  g_autoptr (GPtrArray) blocks = yc_markdown_read (markdown);

  for (guint i = 0; i < blocks->len; i++)
    {
      const YcMarkdownBlock *block = blocks->pdata[i];

      if (!(block->kind == YC_MARKDOWN_TABLE ? add_table (grid, block, error)
                                             : add_words (grid, block, error)))
        return FALSE;
    }

  return TRUE;
}
