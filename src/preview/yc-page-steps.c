/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a caret goes in the text of a page, step by step. */
#include "yc-page-steps.h"

#include <math.h>
#include <string.h>
#include <unicode/ubrk.h>

/* What holds letters and digits together when it stands between them. */
#define JOINING "-._@/:+"

static const char *
get_place (YcPageText *text, guint character)
{
  return g_utf8_offset_to_pointer (yc_page_text_get_text (text), character);
}

static guint
count_until (YcPageText *text, const char *place)
{
  return (guint) g_utf8_pointer_to_offset (yc_page_text_get_text (text), place);
}

/* lines */

void
yc_page_steps_find_line (YcPageText *text, guint character, guint *first, guint *n)
{
  const char *whole = yc_page_text_get_text (text);
  const char *start = get_place (text, MIN (character, yc_page_text_get_length (text)));
  const char *end = strchr (start, '\n');

  while (start > whole && start[-1] != '\n')
    start--;
  *first = count_until (text, start);
  *n = (end != NULL ? count_until (text, end) : yc_page_text_get_length (text)) - *first;
}

/* The middle of a character, or of the one before where there is none. */
static double
find_middle (YcPageText *text, guint character)
{
  YcPageArea area;

  if (yc_page_text_get_area (text, character, &area) ||
      (character > 0 && yc_page_text_get_area (text, character - 1, &area)))
    return (area.left + area.right) / 2.0;
  return 0;
}

static guint
find_nearest (YcPageText *text, guint first, guint n, double middle)
{
  guint nearest = first;
  double least = INFINITY;

  for (guint i = first; i < first + n; i++)
    if (fabs (find_middle (text, i) - middle) < least)
      {
        least = fabs (find_middle (text, i) - middle);
        nearest = i;
      }
  return nearest;
}

static gboolean
go_to_line (YcPageText *text, gboolean forward, guint *caret)
{
  double middle = find_middle (text, *caret);
  guint first, n;

  yc_page_steps_find_line (text, *caret, &first, &n);
  if (forward ? first + n >= yc_page_text_get_length (text) : first == 0)
    return FALSE;
  yc_page_steps_find_line (text, forward ? first + n + 1 : first - 1, &first, &n);
  *caret = find_nearest (text, first, n, middle);
  return TRUE;
}

static gboolean
go_to_line_end (YcPageText *text, gboolean forward, guint *caret)
{
  guint first, n;

  yc_page_steps_find_line (text, *caret, &first, &n);
  *caret = forward ? first + n : first;
  return TRUE;
}

/* words */

static gboolean
is_joined (const char *line, const char *place)
{
  gunichar c = g_utf8_get_char (place);

  if (c < 128 && g_ascii_isalnum ((char) c))
    return TRUE;
  return c != 0 && c < 128 && strchr (JOINING, (int) c) != NULL && place > line &&
         g_ascii_isalnum (place[-1]) && g_ascii_isalnum (place[1]);
}

/* FALSE where the character is of another kind. */
static gboolean
find_number (YcPageText *text, guint character, guint *first, guint *n)
{
  const char *whole = yc_page_text_get_text (text);
  const char *start = get_place (text, character);
  const char *end = start;

  if (!is_joined (whole, start))
    return FALSE;
  while (start > whole && is_joined (whole, start - 1))
    start--;
  while (is_joined (whole, end))
    end++;
  *first = count_until (text, start);
  *n = (guint) (end - start);
  return TRUE;
}

static UBreakIterator *
open_words (const char *text, UText *view)
{
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *words = ubrk_open (UBRK_WORD, "zh", NULL, 0, &status);

  utext_openUTF8 (view, text, -1, &status);
  if (words != NULL)
    ubrk_setUText (words, view, &status);
  if (U_SUCCESS (status))
    return words;
  g_clear_pointer (&words, ubrk_close);
  return NULL;
}

static void
find_in_dictionary (YcPageText *text, guint character, guint *first, guint *n)
{
  const char *whole = yc_page_text_get_text (text);
  int32_t place = (int32_t) (get_place (text, character) - whole);
  UText view = UTEXT_INITIALIZER;
  UBreakIterator *words = open_words (whole, &view);

  *first = character;
  *n = 1;
  if (words != NULL)
    {
      int32_t end = ubrk_following (words, place);
      int32_t start = ubrk_previous (words);

      if (start >= 0 && end > start)
        {
          *first = count_until (text, whole + start);
          *n = count_until (text, whole + end) - *first;
        }
      ubrk_close (words);
    }
  utext_close (&view);
}

void
yc_page_steps_find_word (YcPageText *text, guint character, guint *first, guint *n)
{
  guint length = yc_page_text_get_length (text);

  *first = character;
  *n = 0;
  if (character < length && !find_number (text, character, first, n))
    find_in_dictionary (text, character, first, n);
}

static gboolean
is_blank (YcPageText *text, guint first)
{
  return g_unichar_isspace (g_utf8_get_char (get_place (text, first)));
}

/* Blanks are passed on the way. */
static gboolean
go_to_word (YcPageText *text, gboolean forward, guint *caret)
{
  guint length = yc_page_text_get_length (text);
  guint first, n;

  while (forward && *caret < length && is_blank (text, *caret))
    ++*caret;
  while (!forward && *caret > 0 && is_blank (text, *caret - 1))
    --*caret;
  if (forward ? *caret >= length : *caret == 0)
    return FALSE;
  yc_page_steps_find_word (text, forward ? *caret : *caret - 1, &first, &n);
  *caret = forward ? first + n : first;
  return TRUE;
}

static gboolean
go_to_character (YcPageText *text, gboolean forward, guint *caret)
{
  if (forward ? *caret >= yc_page_text_get_length (text) : *caret == 0)
    return FALSE;
  *caret += forward ? 1 : -1;
  return TRUE;
}

gboolean
yc_page_steps_go (YcPageText *text, YcPageStep step, gboolean forward, guint *caret)
{
  guint next = *caret;
  gboolean went = FALSE;

  g_return_val_if_fail (YC_IS_PAGE_TEXT (text), FALSE);

  if (step == YC_PAGE_STEP_CHARACTER)
    went = go_to_character (text, forward, &next);
  else if (step == YC_PAGE_STEP_WORD)
    went = go_to_word (text, forward, &next);
  else if (step == YC_PAGE_STEP_LINE)
    went = go_to_line (text, forward, &next);
  else if (step == YC_PAGE_STEP_LINE_END)
    went = go_to_line_end (text, forward, &next);
  if (went)
    *caret = next;
  return went;
}
