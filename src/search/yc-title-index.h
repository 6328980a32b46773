/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list of short titles, found by what is typed of them: characters, pinyin or its initials. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define YC_TYPE_TITLE_INDEX (yc_title_index_get_type ())

G_DECLARE_FINAL_TYPE (YcTitleIndex, yc_title_index, YC, TITLE_INDEX, GObject)

/**
 * yc_title_index_new:
 *
 * Returns: (transfer full): an empty index
 */
YcTitleIndex *yc_title_index_new  (void);

/**
 * yc_title_index_add:
 * @self: an index
 * @title: a title, copied
 *
 * The titles are numbered from 0 in the order they are added.
 */
void          yc_title_index_add  (YcTitleIndex *self,
                                   const char   *title);

/**
 * yc_title_index_find:
 * @self: an index
 * @text: (nullable): what was typed; every word of it has to be in a title
 *
 * Finds the titles that have @text in them, in any case and width, or read aloud. The title that is
 * @text comes first, then those that begin with it, those that have it elsewhere, and those that
 * are read so; otherwise they stay in their order. Without text all titles are found.
 *
 * Returns: (transfer full) (element-type guint): the numbers of the titles
 */
GArray       *yc_title_index_find (YcTitleIndex *self,
                                   const char   *text);

G_END_DECLS
