/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A knowledge entry's CommonMark, with tables, as plain labels and grids. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define YC_TYPE_MARKDOWN_VIEW (yc_markdown_view_get_type ())

G_DECLARE_FINAL_TYPE (YcMarkdownView, yc_markdown_view, YC, MARKDOWN_VIEW, GtkWidget)

GtkWidget *yc_markdown_view_new (const char *markdown);

G_END_DECLS
