/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a caret goes in the text of a page, step by step. A caret stands before a character or behind
 * the last one. */
#pragma once

#include "yc-page-text.h"

G_BEGIN_DECLS

typedef enum
{
  YC_PAGE_STEP_CHARACTER = 1,
  YC_PAGE_STEP_WORD,
  YC_PAGE_STEP_LINE,     /* to the place in the next line that lies nearest */
  YC_PAGE_STEP_LINE_END, /* or its beginning */
} YcPageStep;

/* Returns: whether there is such a place on the page; @caret stays where there is none. */
gboolean yc_page_steps_go        (YcPageText *text,
                                  YcPageStep  step,
                                  gboolean    forward,
                                  guint      *caret);

/**
 * yc_page_steps_find_word:
 * @character: one of the word's
 * @first: (out): its first character
 * @n: (out): how many it has, 0 where there is no text
 *
 * The word that a character belongs to: by a dictionary in Chinese text; numbers and names with
 * hyphens, points and the like in them (ZM01-2026-000123-U, a.b@c.cn) are one.
 */
void     yc_page_steps_find_word (YcPageText *text,
                                  guint       character,
                                  guint      *first,
                                  guint      *n);
/* Likewise the line, without its end. */
void     yc_page_steps_find_line (YcPageText *text,
                                  guint       character,
                                  guint      *first,
                                  guint      *n);

G_END_DECLS
