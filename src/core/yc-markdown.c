/* SPDX-License-Identifier: GPL-3.0-or-later */
/* CommonMark with tables, as blocks below each other. */
#include "yc-markdown.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <string.h>

/* What is nested deeper is left out: nobody reads it, and only malice writes it. */
#define MAX_NESTING 40

/* From here on characters are Chinese, or punctuation as wide: lines are joined without a space. */
#define FIRST_WIDE 0x2e80

/* Words that are being written, with the tags that are open: 'b' and 'i'. */
typedef struct
{
  GString *markup;
  GString *open;
} Words;

static void add_blocks (GPtrArray *blocks, cmark_node *parent, guint depth, guint nesting);

static void
block_free (gpointer data)
{
  YcMarkdownBlock *block = data;

  g_free (block->mark);
  g_free (block->markup);
  g_free (block->alignments);
  g_clear_pointer (&block->rows, g_ptr_array_unref);
  g_free (block);
}

static YcMarkdownBlock *
add_block (GPtrArray      *blocks,
           YcMarkdownKind  kind,
           guint           depth,
           const char     *mark)
{
  YcMarkdownBlock *block = g_new0 (YcMarkdownBlock, 1);

  block->kind = kind;
  block->depth = depth;
  block->mark = g_strdup (mark);
  g_ptr_array_add (blocks, block);
  return block;
}

/* Words */

/* Without what markup has no way to say. */
static void
append_text (GString    *markup,
             const char *text)
{
  g_autoptr (GString) clean = g_string_new (NULL);
  g_autofree char *escaped = NULL;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (*p == '\t' || *p == '\n' || !g_unichar_iscntrl (g_utf8_get_char (p)))
      g_string_append_unichar (clean, g_utf8_get_char (p));
  escaped = g_markup_escape_text (clean->str, -1);
  g_string_append (markup, escaped);
}

/* A line ends: what is open goes on in the next. */
static void
append_break (Words *words)
{
  for (gsize i = words->open->len; i-- > 0;)
    g_string_append_printf (words->markup, "</%c>", words->open->str[i]);
  g_string_append_c (words->markup, '\n');
  for (gsize i = 0; i < words->open->len; i++)
    g_string_append_printf (words->markup, "<%c>", words->open->str[i]);
}

static void
append_soft_break (GString *markup)
{
  const char *end = markup->str + markup->len;

  if (markup->len > 0 && g_utf8_get_char (g_utf8_prev_char (end)) < FIRST_WIDE)
    g_string_append_c (markup, ' ');
}

static void
append_inline (Words      *words,
               cmark_node *node,
               guint       nesting)
{
  cmark_node_type type = cmark_node_get_type (node);
  char tag = type == CMARK_NODE_STRONG ? 'b' : type == CMARK_NODE_EMPH ? 'i' : '\0';

  if (type == CMARK_NODE_LINEBREAK)
    append_break (words);
  else if (type == CMARK_NODE_SOFTBREAK)
    append_soft_break (words->markup);
  else if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE)
    append_text (words->markup, cmark_node_get_literal (node));
  if (nesting > MAX_NESTING)
    return;
  if (tag != '\0')
    {
      g_string_append_c (words->open, tag);
      g_string_append_printf (words->markup, "<%c>", tag);
    }
  for (cmark_node *child = cmark_node_first_child (node); child != NULL;
       child = cmark_node_next (child))
    append_inline (words, child, nesting + 1);
  if (tag != '\0')
    {
      g_string_truncate (words->open, words->open->len - 1);
      g_string_append_printf (words->markup, "</%c>", tag);
    }
}

static char *
dup_markup (cmark_node *block)
{
  Words words = { g_string_new (NULL), g_string_new (NULL) };

  for (cmark_node *child = cmark_node_first_child (block); child != NULL;
       child = cmark_node_next (child))
    append_inline (&words, child, 0);
  g_string_free (words.open, TRUE);
  return g_string_free (words.markup, FALSE);
}

/* Tables */

static GStrv
read_row (cmark_node *row,
          guint       n_columns)
{
  g_autoptr (GStrvBuilder) cells = g_strv_builder_new ();
  cmark_node *cell = cmark_node_first_child (row);

  for (guint x = 0; x < n_columns; x++)
    {
      g_autofree char *markup = cell != NULL ? dup_markup (cell) : g_strdup ("");

      g_strv_builder_add (cells, markup);
      cell = cell != NULL ? cmark_node_next (cell) : NULL;
    }
  return g_strv_builder_end (cells);
}

static void
add_table (GPtrArray  *blocks,
           cmark_node *table,
           guint       depth)
{
  guint n_columns = cmark_gfm_extensions_get_table_columns (table);
  const uint8_t *alignments = cmark_gfm_extensions_get_table_alignments (table);
  YcMarkdownBlock *block = add_block (blocks, YC_MARKDOWN_TABLE, depth, "");

  block->n_columns = n_columns;
  block->alignments = g_strnfill (n_columns, 'l');
  for (guint x = 0; x < n_columns; x++)
    if (alignments[x] == 'c' || alignments[x] == 'r')
      block->alignments[x] = (char) alignments[x];
  block->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  for (cmark_node *row = cmark_node_first_child (table); row != NULL; row = cmark_node_next (row))
    g_ptr_array_add (block->rows, read_row (row, n_columns));
}

/* Blocks */

static void
add_words (GPtrArray      *blocks,
           YcMarkdownKind  kind,
           cmark_node     *node,
           guint           depth,
           const char     *mark)
{
  add_block (blocks, kind, depth, mark)->markup = dup_markup (node);
}

static void
add_code (GPtrArray  *blocks,
          cmark_node *node,
          guint       depth)
{
  g_autofree char *text = g_strchomp (g_strdup (cmark_node_get_literal (node)));
  g_autoptr (GString) markup = g_string_new (NULL);

  append_text (markup, text);
  add_block (blocks, YC_MARKDOWN_PARAGRAPH, depth, "")->markup = g_strdup (markup->str);
}

/* What follows the first paragraph of an item stands below its words. */
static void
add_list (GPtrArray  *blocks,
          cmark_node *list,
          guint       depth,
          guint       nesting)
{
  gboolean ordered = cmark_node_get_list_type (list) == CMARK_ORDERED_LIST;
  int number = cmark_node_get_list_start (list);

  for (cmark_node *item = cmark_node_first_child (list); item != NULL; item = cmark_node_next (item))
    {
      g_autofree char *mark = ordered ? g_strdup_printf ("%d. ", number++) : g_strdup ("• ");
      cmark_node *first = cmark_node_first_child (item);

      if (first != NULL && cmark_node_get_type (first) == CMARK_NODE_PARAGRAPH)
        {
          add_words (blocks, YC_MARKDOWN_PARAGRAPH, first, depth, mark);
          cmark_node_unlink (first);
          cmark_node_free (first);
        }
      add_blocks (blocks, item, depth + 1, nesting + 1);
    }
}

static void
add_node (GPtrArray  *blocks,
          cmark_node *node,
          guint       depth,
          guint       nesting)
{
  cmark_node_type type = cmark_node_get_type (node);

  if (type == CMARK_NODE_PARAGRAPH)
    add_words (blocks, YC_MARKDOWN_PARAGRAPH, node, depth, "");
  else if (type == CMARK_NODE_HEADING)
    add_words (blocks, YC_MARKDOWN_HEADING, node, depth, "");
  else if (type == CMARK_NODE_LIST)
    add_list (blocks, node, depth, nesting);
  else if (type == CMARK_NODE_BLOCK_QUOTE)
    add_blocks (blocks, node, depth + 1, nesting + 1);
  else if (type == CMARK_NODE_CODE_BLOCK)
    add_code (blocks, node, depth);
  else if (g_str_equal (cmark_node_get_type_string (node), "table"))
    add_table (blocks, node, depth);
}

static void
add_blocks (GPtrArray  *blocks,
            cmark_node *parent,
            guint       depth,
            guint       nesting)
{
  if (nesting > MAX_NESTING)
    return;
  for (cmark_node *node = cmark_node_first_child (parent); node != NULL;
       node = cmark_node_next (node))
    add_node (blocks, node, depth, nesting);
}

GPtrArray *
yc_markdown_read (const char *markdown)
{
  GPtrArray *blocks = g_ptr_array_new_with_free_func (block_free);
  cmark_parser *parser;
  cmark_node *document;

  g_return_val_if_fail (markdown != NULL, blocks);

  cmark_gfm_core_extensions_ensure_registered ();
  parser = cmark_parser_new (CMARK_OPT_VALIDATE_UTF8);
  cmark_parser_attach_syntax_extension (parser, cmark_find_syntax_extension ("table"));
  cmark_parser_feed (parser, markdown, strlen (markdown));
  document = cmark_parser_finish (parser);
  add_blocks (blocks, document, 0, 0);
  cmark_node_free (document);
  cmark_parser_free (parser);
  return blocks;
}
