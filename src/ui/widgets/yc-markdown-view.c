/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A knowledge entry's CommonMark, with tables, as plain labels and grids. Links are shown as
 * words, and no picture is ever fetched: what a clerk reads here comes from the catalog alone. */
#include "yc-markdown-view.h"

#include "yc-markdown.h"

/* What stands in lists and quotations is moved in, no further than so often. */
#define STEP 20
#define MAX_DEPTH 4

struct _YcMarkdownView
{
  GtkWidget parent_instance;

  GtkWidget *box;
};

G_DEFINE_FINAL_TYPE (YcMarkdownView, yc_markdown_view, GTK_TYPE_WIDGET)

static GtkWidget *
create_text (const char *markup, gboolean heading)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  if (heading)
    gtk_widget_add_css_class (label, "heading");

  return label;
}

static GtkWidget *
create_words (const YcMarkdownBlock *block)
{
  GtkWidget *text = create_text (block->markup, block->kind == YC_MARKDOWN_HEADING);
  GtkWidget *line, *mark;

  if (*block->mark == '\0')
    return text;
  line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  mark = gtk_label_new (block->mark);
  gtk_label_set_xalign (GTK_LABEL (mark), 0);
  gtk_widget_set_size_request (mark, STEP, -1);
  gtk_widget_set_valign (mark, GTK_ALIGN_START);
  gtk_widget_set_hexpand (text, TRUE);
  gtk_box_append (GTK_BOX (line), mark);
  gtk_box_append (GTK_BOX (line), text);

  return line;
}

static void
attach_row (GtkGrid *grid, const YcMarkdownBlock *table, guint y)
{
  const char *const *cells = table->rows->pdata[y];

  for (guint x = 0; x < table->n_columns; x++)
    {
      GtkWidget *label = create_text (cells[x], y == 0);
      char alignment = table->alignments[x];

      gtk_label_set_xalign (GTK_LABEL (label), alignment == 'c' ? 0.5f : alignment == 'r' ? 1 : 0);
      gtk_widget_set_hexpand (label, TRUE);
      gtk_grid_attach (grid, label, (int) x, (int) y, 1, 1);
    }
}

static GtkWidget *
create_table (const YcMarkdownBlock *table)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_widget_add_css_class (grid, "markdown-table");
  for (guint y = 0; y < table->rows->len; y++)
    attach_row (GTK_GRID (grid), table, y);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 9);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 3);

  return grid;
}

static void
write_markdown (YcMarkdownView *self, const char *markdown)
{
  g_autoptr (GPtrArray) blocks = yc_markdown_read (markdown);

  for (guint i = 0; i < blocks->len; i++)
    {
      const YcMarkdownBlock *block = blocks->pdata[i];
      GtkWidget *child =
          block->kind == YC_MARKDOWN_TABLE ? create_table (block) : create_words (block);

      gtk_widget_set_margin_start (child, (int) (STEP * MIN (block->depth, MAX_DEPTH)));
      gtk_box_append (GTK_BOX (self->box), child);
    }
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
