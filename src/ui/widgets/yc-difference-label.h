/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was changed in a text: what is gone struck through, what is new underlined. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * yc_difference_label_new:
 * @before: a text, in CommonMark
 * @after: another
 *
 * Returns: a label with @after, in which every change from @before is marked by more than colour
 *   and is told in words to a screen reader
 */
GtkWidget *yc_difference_label_new (const char *before, const char *after);

G_END_DECLS
