/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A knowledge entry's CommonMark, with tables, as plain labels and grids. Links are shown as
 * words, and no picture is ever fetched: what a clerk reads here comes from the catalog alone. */
#include "yc-markdown-view.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

struct _YcMarkdownView
{
  GtkWidget parent_instance;

  GtkWidget *box;
};

G_DEFINE_FINAL_TYPE (YcMarkdownView, yc_markdown_view, GTK_TYPE_WIDGET)

static void write_blocks (GtkWidget *box, cmark_node *parent);

static const char *
markup_of (cmark_node *node, gboolean entering)
{
  switch ((int) cmark_node_get_type (node))
    {
    case CMARK_NODE_STRONG:
      return entering ? "<b>" : "</b>";
    case CMARK_NODE_EMPH:
      return entering ? "<i>" : "</i>";
    case CMARK_NODE_CODE:
      return "";
    default:
      return "";
    }
}

static void
write_inline (GString *markup, cmark_node *node)
{
  cmark_node_type type = cmark_node_get_type (node);

  if (type == CMARK_NODE_SOFTBREAK)
    return;
  if (type == CMARK_NODE_LINEBREAK)
    {
      g_string_append_c (markup, '\n');
      return;
    }
  if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE)
    {
      g_autofree char *escaped = g_markup_escape_text (cmark_node_get_literal (node), -1);

      g_string_append (markup, escaped);
      return;
    }

  g_string_append (markup, markup_of (node, TRUE));
  for (cmark_node *child = cmark_node_first_child (node); child != NULL;
       child = cmark_node_next (child))
    write_inline (markup, child);
  g_string_append (markup, markup_of (node, FALSE));
}

static GtkWidget *
create_text (cmark_node *block, const char *style)
{
  g_autoptr (GString) markup = g_string_new (NULL);
  GtkWidget *label = gtk_label_new (NULL);

  for (cmark_node *child = cmark_node_first_child (block); child != NULL;
       child = cmark_node_next (child))
    write_inline (markup, child);
  gtk_label_set_markup (GTK_LABEL (label), markup->str);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);

  return label;
}

static void
write_list (GtkWidget *box, cmark_node *list)
{
  gboolean ordered = cmark_node_get_list_type (list) == CMARK_ORDERED_LIST;
  int number = cmark_node_get_list_start (list);

  for (cmark_node *item = cmark_node_first_child (list); item != NULL;
       item = cmark_node_next (item))
    {
      GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
      GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
      g_autofree char *mark = ordered ? g_strdup_printf ("%d.", number++) : g_strdup ("•");
      GtkWidget *bullet = gtk_label_new (mark);

      gtk_widget_set_valign (bullet, GTK_ALIGN_START);
      gtk_box_append (GTK_BOX (line), bullet);
      gtk_widget_set_hexpand (content, TRUE);
      write_blocks (content, item);
      gtk_box_append (GTK_BOX (line), content);
      gtk_box_append (GTK_BOX (box), line);
    }
}

static void
write_table (GtkWidget *box, cmark_node *table)
{
  GtkWidget *grid = gtk_grid_new ();
  int y = 0;

  gtk_widget_add_css_class (grid, "markdown-table");
  for (cmark_node *row = cmark_node_first_child (table); row != NULL; row = cmark_node_next (row))
    {
      int x = 0;

      for (cmark_node *cell = cmark_node_first_child (row); cell != NULL;
           cell = cmark_node_next (cell))
        {
          GtkWidget *label = create_text (cell, y == 0 ? "heading" : NULL);

          gtk_widget_set_hexpand (label, TRUE);
          gtk_grid_attach (GTK_GRID (grid), label, x++, y, 1, 1);
        }
      y++;
    }
  gtk_grid_set_column_spacing (GTK_GRID (grid), 9);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 3);
  gtk_box_append (GTK_BOX (box), grid);
}

static void
write_block (GtkWidget *box, cmark_node *block)
{
  cmark_node_type type = cmark_node_get_type (block);

  if (type == CMARK_NODE_PARAGRAPH)
    gtk_box_append (GTK_BOX (box), create_text (block, NULL));
  else if (type == CMARK_NODE_HEADING)
    gtk_box_append (GTK_BOX (box), create_text (block, "heading"));
  else if (type == CMARK_NODE_LIST)
    write_list (box, block);
  else if (g_str_equal (cmark_node_get_type_string (block), "table"))
    write_table (box, block);
  else if (type == CMARK_NODE_BLOCK_QUOTE)
    write_blocks (box, block);
}

static void
write_blocks (GtkWidget *box, cmark_node *parent)
{
  for (cmark_node *block = cmark_node_first_child (parent); block != NULL;
       block = cmark_node_next (block))
    write_block (box, block);
}

static void
write_markdown (YcMarkdownView *self, const char *markdown)
{
  cmark_parser *parser;
  cmark_node *document;

  cmark_gfm_core_extensions_ensure_registered ();
  parser = cmark_parser_new (CMARK_OPT_DEFAULT);
  cmark_parser_attach_syntax_extension (parser, cmark_find_syntax_extension ("table"));
  cmark_parser_feed (parser, markdown, strlen (markdown));
  document = cmark_parser_finish (parser);
  write_blocks (self->box, document);
  cmark_node_free (document);
  cmark_parser_free (parser);
}

static void
yc_markdown_view_dispose (GObject *object)
{
  g_clear_pointer (&YC_MARKDOWN_VIEW (object)->box, gtk_widget_unparent);

  G_OBJECT_CLASS (yc_markdown_view_parent_class)->dispose (object);
}

static void
yc_markdown_view_class_init (YcMarkdownViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = yc_markdown_view_dispose;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "markdown");
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
yc_markdown_view_init (YcMarkdownView *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/**
 * yc_markdown_view_new:
 * @markdown: CommonMark with GitHub's tables, UTF-8; HTML in it is left out
 *
 * Returns: the text as widgets
 */
GtkWidget *
yc_markdown_view_new (const char *markdown)
{
  YcMarkdownView *self = g_object_new (YC_TYPE_MARKDOWN_VIEW, NULL);

  g_return_val_if_fail (markdown != NULL, GTK_WIDGET (self));

  write_markdown (self, markdown);

  return GTK_WIDGET (self);
}
