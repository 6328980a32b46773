/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One hit of a search: what was found, and where in it the query stands. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define YC_TYPE_HIT (yc_hit_get_type ())

G_DECLARE_FINAL_TYPE (YcHit, yc_hit, YC, HIT, GObject)

/**
 * YcTextRange:
 * @start: the first byte.
 * @length: how many bytes.
 *
 * A stretch of UTF-8 text, always whole characters.
 */
typedef struct
{
  gsize start;
  gsize length;
} YcTextRange;

/**
 * yc_hit_new:
 * @kind: what it is: "item", "list", "entry", "replacement", …
 * @id: its id within the kind
 * @title: its title
 * @snippet: (nullable): a stretch of its text around the match
 * @score: how good it is, higher is better
 * @title_ranges: (nullable) (element-type YcTextRange): where the query stands in @title
 * @snippet_ranges: (nullable) (element-type YcTextRange): where the query stands in @snippet
 *
 * Makes an unchanging hit. Kind, id, title, snippet, score, title-markup and snippet-markup are also
 * properties.
 *
 * Returns: (transfer full): a hit
 */
YcHit             *yc_hit_new                 (const char *kind,
                                               const char *id,
                                               const char *title,
                                               const char *snippet,
                                               double      score,
                                               GArray     *title_ranges,
                                               GArray     *snippet_ranges);

/**
 * yc_hit_get_kind:
 * @self: a hit
 *
 * Returns: what it is
 */
const char        *yc_hit_get_kind            (YcHit      *self);

/**
 * yc_hit_get_id:
 * @self: a hit
 *
 * Returns: its id within the kind
 */
const char        *yc_hit_get_id              (YcHit      *self);

/**
 * yc_hit_get_title:
 * @self: a hit
 *
 * Returns: its title
 */
const char        *yc_hit_get_title           (YcHit      *self);

/**
 * yc_hit_get_snippet:
 * @self: a hit
 *
 * Returns: a stretch of its text around the match, on one line; "" for none
 */
const char        *yc_hit_get_snippet         (YcHit      *self);

/**
 * yc_hit_get_score:
 * @self: a hit
 *
 * Returns: how good it is; comparable among the hits of one query only
 */
double             yc_hit_get_score           (YcHit      *self);

/**
 * yc_hit_get_title_ranges:
 * @self: a hit
 * @n_ranges: (out): how many there are
 *
 * Returns: (array length=n_ranges): where the query stands in the title, in order, not overlapping
 */
const YcTextRange *yc_hit_get_title_ranges    (YcHit      *self,
                                               gsize      *n_ranges);

/**
 * yc_hit_get_snippet_ranges:
 * @self: a hit
 * @n_ranges: (out): how many there are
 *
 * Returns: (array length=n_ranges): where the query stands in the snippet, in order, not overlapping
 */
const YcTextRange *yc_hit_get_snippet_ranges  (YcHit      *self,
                                               gsize      *n_ranges);

/**
 * yc_hit_dup_title_markup:
 * @self: a hit
 *
 * Returns: (transfer full): the title as Pango markup with the matches in bold
 */
char              *yc_hit_dup_title_markup    (YcHit      *self);

/**
 * yc_hit_dup_snippet_markup:
 * @self: a hit
 *
 * Returns: (transfer full): the snippet as Pango markup with the matches in bold
 */
char              *yc_hit_dup_snippet_markup  (YcHit      *self);

G_END_DECLS
