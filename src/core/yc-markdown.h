/* SPDX-License-Identifier: GPL-3.0-or-later */
/* CommonMark with tables, as blocks below each other: for the screen and for paper. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  YC_MARKDOWN_PARAGRAPH = 1,
  YC_MARKDOWN_HEADING,
  YC_MARKDOWN_TABLE,
} YcMarkdownKind;

/**
 * YcMarkdownBlock:
 * @kind: what it is
 * @depth: in how many lists and quotations it stands; the first block of a list's item stands as
 *   deep as the list, those below it one deeper
 * @mark: what stands before its words: "• ", "3. " or ""
 * @markup: its words in Pango's markup, with <b> and <i> only; each line is markup by itself
 * @n_columns: of a table
 * @alignments: of a table: 'l', 'c' or 'r' for each column
 * @rows: (element-type GStrv): of a table, the head first: @n_columns cells of markup each
 *
 * One block.
 */
typedef struct
{
  YcMarkdownKind kind;
  guint          depth;
  char          *mark;
  char          *markup;
  guint          n_columns;
  char          *alignments;
  GPtrArray     *rows;
} YcMarkdownBlock;

/**
 * yc_markdown_read:
 * @markdown: CommonMark with GitHub's tables, UTF-8
 *
 * Links are read as words; pictures' words too, but no picture is ever fetched; HTML is left out.
 *
 * Returns: (transfer full) (element-type YcMarkdownBlock): the blocks in order
 */
GPtrArray *yc_markdown_read (const char *markdown);

G_END_DECLS
