/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was changed between two texts, word by word: E. W. Myers, “An O(ND) Difference Algorithm and
 * Its Variations”, 1986. */
#include "yc-text-difference.h"

#include <string.h>

/* More changes than that, and the texts have nothing to do with one another. */
#define MAX_CHANGES 1500

/* Where the words of a text begin; the last one ends where the text does. */
typedef struct
{
  const char *text;
  GArray *begins;
  guint n;
} Words;

/* Furthest points by diagonal for each number of changes: row d has 2d + 1 of them. */
typedef struct
{
  const Words *a, *b;
  int n, m;
  guint from;
  GPtrArray *rows;
} Search;

typedef struct
{
  YcTextChange change;
  const Words *words;
  guint from, to;
} Run;

static int
get_class (gunichar c)
{
  GUnicodeScript script = g_unichar_get_script (c);

  if (g_unichar_isdigit (c))
    return 1;
  return g_unichar_isalpha (c) && script != G_UNICODE_SCRIPT_HAN && script != G_UNICODE_SCRIPT_HIRAGANA
           ? 2
           : 0;
}

static void
words_init (Words      *self,
            const char *text)
{
  int last = 0;
  guint end = strlen (text);

  self->text = text;
  self->begins = g_array_new (FALSE, FALSE, sizeof (guint));
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      int class = get_class (g_utf8_get_char (p));
      guint at = p - text;

      if (class == 0 || class != last)
        g_array_append_val (self->begins, at);
      last = class;
    }
  self->n = self->begins->len;
  g_array_append_val (self->begins, end);
}

static guint
get_begin (const Words *self,
           guint        word)
{
  return g_array_index (self->begins, guint, word);
}

static gboolean
is_same (const Words *a,
         guint        i,
         const Words *b,
         guint        j)
{
  guint length = get_begin (a, i + 1) - get_begin (a, i);

  return length == get_begin (b, j + 1) - get_begin (b, j) &&
         memcmp (a->text + get_begin (a, i), b->text + get_begin (b, j), length) == 0;
}

static int
follow (const Search *self,
        int           x,
        int           y)
{
  while (x < self->n && y < self->m && is_same (self->a, self->from + x, self->b, self->from + y))
    x++, y++;
  return x;
}

/* The furthest x on diagonal k with d changes. */
static int
step (const Search *self,
      const int    *before,
      int           d,
      int           k)
{
  int x;

  if (d == 0)
    return follow (self, 0, 0);
  /* @before has diagonals −(d − 1) … d − 1, by index k + d − 1, every other one in use. */
  if (k == -d || (k != d && before[k - 1 + d - 1] < before[k + 1 + d - 1]))
    x = before[k + 1 + d - 1];
  else
    x = before[k - 1 + d - 1] + 1;
  return follow (self, x, x - k);
}

/* Whether the end was reached with few enough changes. */
static gboolean
search_forward (Search *self)
{
  const int *before = NULL;

  for (int d = 0; d <= MIN (self->n + self->m, MAX_CHANGES); d++)
    {
      int *row = g_new (int, 2 * d + 1);

      g_ptr_array_add (self->rows, row);
      for (int k = -d; k <= d; k += 2)
        {
          row[k + d] = step (self, before, d, k);
          if (row[k + d] >= self->n && row[k + d] - k >= self->m)
            return TRUE;
        }
      before = row;
    }
  return FALSE;
}

static void
add_run (GArray       *runs,
         YcTextChange  change,
         const Words  *words,
         guint         from,
         guint         to)
{
  Run run = { change, words, from, to };
  Run *last = runs->len > 0 ? &g_array_index (runs, Run, runs->len - 1) : NULL;

  if (from >= to)
    return;
  /* They come from the end to the beginning. */
  if (last != NULL && last->change == change && last->from == to)
    last->from = from;
  else
    g_array_append_val (runs, run);
}

/* Goes back from the end along the way that was found. */
static void
walk_back (const Search *self,
           GArray       *runs)
{
  int x = self->n, y = self->m;

  for (int d = self->rows->len - 1; d > 0; d--)
    {
      const int *before = self->rows->pdata[d - 1];
      int k = x - y;
      gboolean down = k == -d || (k != d && before[k - 1 + d - 1] < before[k + 1 + d - 1]);
      int x0 = down ? before[k + 1 + d - 1] : before[k - 1 + d - 1];
      int y0 = down ? x0 - k - 1 : x0 - k + 1;
      int middle = down ? x0 : x0 + 1;

      add_run (runs, YC_TEXT_SAME, self->a, self->from + middle, self->from + x);
      if (down)
        add_run (runs, YC_TEXT_NEW, self->b, self->from + y0, self->from + y0 + 1);
      else
        add_run (runs, YC_TEXT_GONE, self->a, self->from + x0, self->from + x0 + 1);
      x = x0;
      y = y0;
    }
  add_run (runs, YC_TEXT_SAME, self->a, self->from, self->from + x);
}

/* The runs from the end to the beginning. */
static GArray *
find_runs (const Words *a,
           const Words *b)
{
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (Run));
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_free);
  Search search = { a, b, a->n, b->n, 0, rows };
  guint end = 0;

  while (search.from < MIN (a->n, b->n) && is_same (a, search.from, b, search.from))
    search.from++;
  while (end < MIN (a->n, b->n) - search.from && is_same (a, a->n - 1 - end, b, b->n - 1 - end))
    end++;
  search.n = a->n - search.from - end;
  search.m = b->n - search.from - end;
  add_run (runs, YC_TEXT_SAME, a, a->n - end, a->n);
  if (search_forward (&search))
    walk_back (&search, runs);
  else
    {
      add_run (runs, YC_TEXT_NEW, b, search.from, search.from + search.m);
      add_run (runs, YC_TEXT_GONE, a, search.from, search.from + search.n);
    }
  add_run (runs, YC_TEXT_SAME, a, 0, search.from);
  return runs;
}

static void
free_part (gpointer data)
{
  YcTextPart *part = data;

  g_free (part->text);
  g_free (part);
}

static void
add_part (GPtrArray    *parts,
          YcTextChange  change,
          GString      *text)
{
  YcTextPart *last = parts->len > 0 ? parts->pdata[parts->len - 1] : NULL;

  if (text->len == 0)
    return;
  if (last != NULL && last->change == change)
    {
      char *joined = g_strconcat (last->text, text->str, NULL);

      g_free (last->text);
      last->text = joined;
    }
  else
    {
      last = g_new0 (YcTextPart, 1);
      last->change = change;
      last->text = g_strdup (text->str);
      g_ptr_array_add (parts, last);
    }
  g_string_truncate (text, 0);
}

static void
append_words (GString   *text,
              const Run *run)
{
  guint begin = get_begin (run->words, run->from);

  g_string_append_len (text, run->words->text + begin, get_begin (run->words, run->to) - begin);
}

/* One word that both have, between changes: it would be read as an accident. A line's end is not. */
static gboolean
is_island (const GArray *runs,
           guint         i)
{
  const Run *run = &g_array_index (runs, Run, i);

  return run->change == YC_TEXT_SAME && run->to == run->from + 1 && i > 0 && i + 1 < runs->len &&
         run->words->text[get_begin (run->words, run->from)] != '\n';
}

static GPtrArray *
write_parts (const GArray *runs)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (free_part);
  g_autoptr (GString) gone = g_string_new (NULL);
  g_autoptr (GString) added = g_string_new (NULL);

  for (guint i = runs->len; i-- > 0;)
    {
      const Run *run = &g_array_index (runs, Run, i);
      gboolean same = run->change == YC_TEXT_SAME && !is_island (runs, i);

      if (same)
        {
          g_autoptr (GString) text = g_string_new (NULL);

          add_part (parts, YC_TEXT_GONE, gone);
          add_part (parts, YC_TEXT_NEW, added);
          append_words (text, run);
          add_part (parts, YC_TEXT_SAME, text);
          continue;
        }
      if (run->change != YC_TEXT_NEW)
        append_words (gone, run);
      if (run->change != YC_TEXT_GONE)
        append_words (added, run);
    }
  add_part (parts, YC_TEXT_GONE, gone);
  add_part (parts, YC_TEXT_NEW, added);
  return parts;
}

GPtrArray *
yc_text_difference (const char *before,
                    const char *after)
{
  Words a, b;
  g_autoptr (GArray) runs = NULL;
  GPtrArray *parts;

  g_return_val_if_fail (before != NULL && after != NULL, NULL);

  words_init (&a, before);
  words_init (&b, after);
  runs = find_runs (&a, &b);
  parts = write_parts (runs);
  g_array_unref (a.begins);
  g_array_unref (b.begins);
  return parts;
}
