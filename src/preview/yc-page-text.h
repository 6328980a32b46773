/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text of a page, and where each of its characters stands. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * YcPageArea:
 *
 * In points from the page's upper left as it is seen.
 */
typedef struct
{
  float left;
  float top;
  float right;
  float bottom;
} YcPageArea;

/* The most characters of a page that are told; nobody reads a page with more. */
#define YC_PAGE_TEXT_MAX 200000

#define YC_TYPE_PAGE_TEXT (yc_page_text_get_type ())
G_DECLARE_FINAL_TYPE (YcPageText, yc_page_text, YC, PAGE_TEXT, GObject)

/* @text: UTF-8, lines parted by "\n"; @areas: (element-type YcPageArea): of its characters in
 * order; one that has none stands nowhere. */
YcPageText *yc_page_text_new        (const char *text, GArray *areas);
const char *yc_page_text_get_text   (YcPageText *self);
guint       yc_page_text_get_length (YcPageText *self);
/* Where a character stands; FALSE where that is not known. */
gboolean    yc_page_text_get_area   (YcPageText *self, guint character, YcPageArea *area);

/* (transfer full): @n characters from @first on, as many as there are */
char       *yc_page_text_copy       (YcPageText *self, guint first, guint n);
/* (transfer full) (element-type YcPageArea): what they cover, one area for each line */
GArray     *yc_page_text_list_areas (YcPageText *self, guint first, guint n);
/* The character that stands at, or is next to, a point. */
guint       yc_page_text_find_character (YcPageText *self, double x, double y);
/* The words' places: (transfer full) (element-type guint): first and number, by turns. */
GArray     *yc_page_text_find       (YcPageText *self, const char *words);

G_END_DECLS
