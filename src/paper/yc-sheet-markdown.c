/* SPDX-License-Identifier: GPL-3.0-or-later */
/* CommonMark with tables, set on paper: paragraphs, headings, lists and ruled tables. */
#include "yc-sheet-markdown-private.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <string.h>

/* Deeper lists than these are not moved in any further. */
#define MAX_DEPTH 4
#define STEP 14.0
/* More columns than these have no room beside each other. */
#define MAX_COLUMNS 12
/* No column is set narrower or wider for its words than for so many halves of a character. */
#define MIN_HALVES 5
#define MAX_HALVES 44

static const YcSheetFont heading_font = { .size = 11.0, .leading = 17.0, .bold = TRUE };
static const YcSheetFont words_font = { .size = 10.5, .leading = 16.5 };

static gboolean add_blocks (YcSheetGrid *grid, cmark_node *parent, guint depth, GError **error);

static void
append_words (GString *words, cmark_node *node)
{
  cmark_node_type type = cmark_node_get_type (node);

  if (type == CMARK_NODE_LINEBREAK)
    g_string_append_c (words, '\n');
  else if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE)
    g_string_append (words, cmark_node_get_literal (node));
  for (cmark_node *child = cmark_node_first_child (node); child != NULL;
       child = cmark_node_next (child))
    append_words (words, child);
}

static char *
dup_words (cmark_node *block)
{
  GString *words = g_string_new (NULL);

  append_words (words, block);
  return g_string_free (words, FALSE);
}

/* A paragraph that begins with @mark, which hangs out before the further lines. */
static gboolean
add_text (YcSheetGrid *grid, const char *mark, const char *words, guint depth,
          const YcSheetFont *font, GError **error)
{
  g_autofree char *text = g_strconcat (mark, words, NULL);
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

/* Every line that was broken on purpose begins anew. */
static gboolean
add_paragraph (YcSheetGrid *grid, const char *mark, cmark_node *block, guint depth,
               const YcSheetFont *font, GError **error)
{
  g_autofree char *words = dup_words (block);
  g_auto (GStrv) typed = g_strsplit (words, "\n", -1);

  for (guint i = 0; typed[i] != NULL; i++)
    if (!add_text (grid, i == 0 ? mark : "", typed[i], depth, font, error))
      return FALSE;
  yc_flow_add_gap (grid->flow, 4.0);

  return TRUE;
}

static gboolean
add_list (YcSheetGrid *grid, cmark_node *list, guint depth, GError **error)
{
  gboolean ordered = cmark_node_get_list_type (list) == CMARK_ORDERED_LIST;
  int number = cmark_node_get_list_start (list);

  for (cmark_node *item = cmark_node_first_child (list); item != NULL;
       item = cmark_node_next (item))
    {
      g_autofree char *mark = ordered ? g_strdup_printf ("%d. ", number++) : g_strdup ("• ");
      cmark_node *first = cmark_node_first_child (item);

      if (first == NULL || cmark_node_get_type (first) != CMARK_NODE_PARAGRAPH)
        {
          if (!add_blocks (grid, item, depth + 1, error))
            return FALSE;
          continue;
        }
      if (!add_paragraph (grid, mark, first, depth, &words_font, error))
        return FALSE;
      /* What follows in the same item stands under its words. */
      cmark_node_unlink (first);
      cmark_node_free (first);
      if (!add_blocks (grid, item, depth + 1, error))
        return FALSE;
    }

  return TRUE;
}

/* Tables */

/* (transfer full) (element-type utf8): the words of its cells, @n_columns of them */
static GPtrArray *
read_row (cmark_node *row, guint n_columns)
{
  GPtrArray *cells = g_ptr_array_new_with_free_func (g_free);

  for (cmark_node *cell = cmark_node_first_child (row); cell != NULL; cell = cmark_node_next (cell))
    if (cells->len < n_columns)
      g_ptr_array_add (cells, dup_words (cell));
  while (cells->len < n_columns)
    g_ptr_array_add (cells, g_strdup (""));

  return cells;
}

static guint
count_halves (const char *words)
{
  guint n = 0;

  for (const char *p = words; *p != '\0'; p = g_utf8_next_char (p))
    n += g_unichar_iswide (g_utf8_get_char (p)) ? 2 : 1;
  return n;
}

/* How wide each column is, by the longest words in it. */
static void
measure_columns (GPtrArray *rows, double width, double *widths, guint n_columns)
{
  double sum = 0.0;

  for (guint x = 0; x < n_columns; x++)
    {
      guint most = 0;

      for (guint y = 0; y < rows->len; y++)
        most = MAX (most, count_halves (g_ptr_array_index (
                                            (GPtrArray *) g_ptr_array_index (rows, y), x)));
      widths[x] = CLAMP (most, MIN_HALVES, MAX_HALVES) + 2;
      sum += widths[x];
    }
  for (guint x = 0; x < n_columns; x++)
    widths[x] *= width / sum;
}

static GPtrArray *
read_table (YcSheetGrid *grid, cmark_node *table, guint n_columns)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  for (cmark_node *row = cmark_node_first_child (table); row != NULL; row = cmark_node_next (row))
    {
      GPtrArray *cells = read_row (row, n_columns);

      for (guint x = 0; x < n_columns; x++)
        {
          g_autofree char *words = g_ptr_array_index (cells, x);

          g_ptr_array_index (cells, x) = yc_sheet_grid_legible (grid, words);
        }
      g_ptr_array_add (rows, cells);
    }

  return rows;
}

static void
fill_cells (YcSheetCell *cells, GPtrArray *row, const double *widths, gboolean title)
{
  for (guint x = 0; x < row->len; x++)
    cells[x] = (YcSheetCell) { g_ptr_array_index (row, x), widths[x], title };
}

static gboolean
add_table (YcSheetGrid *grid, cmark_node *table, GError **error)
{
  guint n_columns = MIN (cmark_gfm_extensions_get_table_columns (table), MAX_COLUMNS);
  g_autoptr (GPtrArray) rows = read_table (grid, table, n_columns);
  double widths[MAX_COLUMNS];
  YcSheetCell cells[MAX_COLUMNS];
  YcBox *head = NULL;

  if (n_columns == 0 || rows->len == 0)
    return TRUE;
  measure_columns (rows, grid->width, widths, n_columns);
  fill_cells (cells, g_ptr_array_index (rows, 0), widths, TRUE);
  yc_flow_add_gap (grid->flow, 2.0);
  /* A head keeps with its first row: without rows it is one itself. */
  if (rows->len == 1)
    return yc_sheet_grid_add_row (grid, cells, n_columns, NULL, error);
  head = yc_sheet_grid_add_head (grid, cells, n_columns, error);
  for (guint y = 1; head != NULL && y < rows->len; y++)
    {
      fill_cells (cells, g_ptr_array_index (rows, y), widths, FALSE);
      if (!yc_sheet_grid_add_row (grid, cells, n_columns, head, error))
        return FALSE;
    }
  yc_flow_add_gap (grid->flow, 6.0);

  return head != NULL;
}

/* Blocks */

static gboolean
add_block (YcSheetGrid *grid, cmark_node *block, guint depth, GError **error)
{
  cmark_node_type type = cmark_node_get_type (block);

  if (type == CMARK_NODE_PARAGRAPH)
    return add_paragraph (grid, "", block, depth, &words_font, error);
  if (type == CMARK_NODE_HEADING)
    return add_paragraph (grid, "", block, depth, &heading_font, error) &&
           (yc_flow_keep_last (grid->flow, 1), TRUE);
  if (type == CMARK_NODE_LIST)
    return add_list (grid, block, depth, error);
  if (type == CMARK_NODE_BLOCK_QUOTE)
    return add_blocks (grid, block, depth + 1, error);
  if (g_str_equal (cmark_node_get_type_string (block), "table"))
    return add_table (grid, block, error);

  return TRUE;
}

static gboolean
add_blocks (YcSheetGrid *grid, cmark_node *parent, guint depth, GError **error)
{
  for (cmark_node *block = cmark_node_first_child (parent); block != NULL;
       block = cmark_node_next (block))
    if (!add_block (grid, block, depth, error))
      return FALSE;

  return TRUE;
}

gboolean
yc_sheet_markdown_add (YcSheetGrid *grid, const char *markdown, GError **error)
{
  cmark_parser *parser;
  cmark_node *document;
  gboolean done;

  cmark_gfm_core_extensions_ensure_registered ();
  parser = cmark_parser_new (CMARK_OPT_VALIDATE_UTF8);
  cmark_parser_attach_syntax_extension (parser, cmark_find_syntax_extension ("table"));
  cmark_parser_feed (parser, markdown, strlen (markdown));
  document = cmark_parser_finish (parser);
  done = add_blocks (grid, document, 0, error);
  cmark_node_free (document);
  cmark_parser_free (parser);

  return done;
}
