/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What clerks type, made of what stands in a corpus. */
#include "yc-corpus.h"

#include <string.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

/* In UTF-16: longer than any query. */
#define MOST 256

/* What a frequent word is: in every third entry and more. */
static const char *const frequent[] = {
  "的",   "办",   "理",   "证",   "人",   "不",   "一",   "到",   "以",     "可",
  "办理", "可以", "证明", "申请", "身份", "的，", "工作", "内办", "工作日", "身份证",
};

/* As southern speakers hear them. */
static const struct
{
  const char *right;
  const char *typed;
} sounds[] = {
  { "zh", "z" }, { "ch", "c" },  { "sh", "s" },   { "ing", "in" }, { "eng", "en" },
  { "ang", "an" }, { "n", "l" }, { "hu", "fu" }, { "l", "n" },
};

static const char *const names[] = {
  [YC_CORPUS_ONE] = "1-character",     [YC_CORPUS_TWO] = "2-characters",
  [YC_CORPUS_SOME] = "3-6-characters", [YC_CORPUS_FREQUENT] = "frequent",
  [YC_CORPUS_DIGITS] = "digits",       [YC_CORPUS_NOTHING] = "no-hit",
  [YC_CORPUS_WORDS] = "several-words", [YC_CORPUS_PINYIN] = "pinyin",
  [YC_CORPUS_INITIALS] = "initials",   [YC_CORPUS_MIXED] = "mixed",
  [YC_CORPUS_FUZZY] = "fuzzy-sounds",  [YC_CORPUS_TRADITIONAL] = "traditional",
};

typedef struct
{
  YcCorpus       *corpus;
  GRand          *rand;
  UTransliterator *han_latin;
  UTransliterator *traditional;
} Maker;

static UTransliterator *
open_transliterator (const char *name)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar id[64];
  UTransliterator *transliterator;

  u_uastrcpy (id, name);
  transliterator = utrans_openU (id, -1, UTRANS_FORWARD, NULL, 0, NULL, &status);
  g_assert_true (U_SUCCESS (status));
  return transliterator;
}

static char *
transliterate (UTransliterator *with, const char *text)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar wide[MOST];
  char narrow[4 * MOST];
  int32_t length, limit;

  u_strFromUTF8 (wide, MOST, &length, text, -1, &status);
  limit = length;
  utrans_transUChars (with, wide, &length, MOST, 0, &limit, &status);
  u_strToUTF8 (narrow, sizeof narrow, NULL, wide, length, &status);
  g_assert_true (U_SUCCESS (status));
  return g_strdup (narrow);
}

static gboolean
is_han (gunichar c)
{
  return c >= 0x4e00 && c <= 0x9fff;
}

/* A run of so many Chinese characters somewhere in @text; NULL when the place tried has none. */
static char *
try_run (Maker *maker, const char *text, guint length)
{
  glong n = g_utf8_strlen (text, -1);
  const char *begin, *end;
  guint found = 0;

  if (n < (glong) length)
    return NULL;
  begin = g_utf8_offset_to_pointer (
    text, g_rand_int_range (maker->rand, 0, (gint32) (n - (glong) length + 1)));
  for (end = begin; found < length && is_han (g_utf8_get_char (end)); found++)
    end = g_utf8_next_char (end);
  return found == length ? g_strndup (begin, (gsize) (end - begin)) : NULL;
}

static const YcCorpusEntry *
pick_entry (Maker *maker)
{
  return yc_corpus_get_entry (
    maker->corpus,
    (guint) g_rand_int_range (maker->rand, 0, (gint32) yc_corpus_get_n_entries (maker->corpus)));
}

static char *
make_run (Maker *maker, gboolean in_title, guint length)
{
  char *run = NULL;

  while (run == NULL)
    {
      const YcCorpusEntry *entry = pick_entry (maker);

      run = try_run (maker, in_title ? entry->title : entry->body, length);
    }
  return run;
}

static guint
pick_length (Maker *maker, int least, int most)
{
  return (guint) g_rand_int_range (maker->rand, least, most + 1);
}

static char *
make_one (Maker *maker)
{
  return make_run (maker, FALSE, 1);
}

static char *
make_two (Maker *maker)
{
  return make_run (maker, FALSE, 2);
}

static char *
make_some (Maker *maker)
{
  return make_run (maker, FALSE, pick_length (maker, 3, 6));
}

static char *
make_frequent (Maker *maker)
{
  return g_strdup (frequent[g_rand_int_range (maker->rand, 0, G_N_ELEMENTS (frequent))]);
}

/* Of a telephone number, a code, a serial number: four digits and more. */
static char *
make_digits (Maker *maker)
{
  g_autofree char *run = NULL;

  while (run == NULL)
    {
      const char *text = pick_entry (maker)->body;
      const char *at = strpbrk (text + g_rand_int_range (maker->rand, 0, (gint32) strlen (text)),
                                "0123456789");
      gsize length = at != NULL ? strspn (at, "0123456789") : 0;
      gsize most = pick_length (maker, 4, 8);

      if (length >= 4)
        run = g_strndup (at, MIN (length, most));
    }
  return g_steal_pointer (&run);
}

/* Each character is frequent, but not behind the other. */
static char *
make_nothing (Maker *maker)
{
  g_autofree char *first = make_run (maker, FALSE, 2);
  g_autofree char *second = make_run (maker, FALSE, 2);

  return g_strconcat (first, "龘", second, NULL);
}

static char *
make_words (Maker *maker)
{
  const YcCorpusEntry *entry = pick_entry (maker);
  guint n = pick_length (maker, 2, 3);
  g_autoptr (GString) words = g_string_new (NULL);

  while (n > 0)
    {
      g_autofree char *run = try_run (maker, entry->body, 2);

      if (run == NULL)
        continue;
      g_string_append_printf (words, "%s%s", words->len > 0 ? " " : "", run);
      n--;
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

/* "jie ti shui fei" */
static char *
read_aloud (Maker *maker, const char *run)
{
  g_autofree char *spaced = transliterate (maker->han_latin, run);

  return g_strdelimit (g_steal_pointer (&spaced), "'", ' ');
}

static char *
squeeze (const char *syllables)
{
  g_auto (GStrv) parts = g_strsplit (syllables, " ", -1);

  return g_strjoinv ("", parts);
}

static char *
make_pinyin (Maker *maker)
{
  g_autofree char *run = make_run (maker, TRUE, pick_length (maker, 2, 5));
  g_autofree char *syllables = read_aloud (maker, run);

  return squeeze (syllables);
}

static char *
make_initials (Maker *maker)
{
  g_autofree char *run = make_run (maker, TRUE, pick_length (maker, 2, 5));
  g_autofree char *syllables = read_aloud (maker, run);
  g_auto (GStrv) parts = g_strsplit (syllables, " ", -1);
  g_autoptr (GString) initials = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    g_string_append_len (initials, parts[i], *parts[i] != '\0' ? 1 : 0);
  return g_string_free (g_steal_pointer (&initials), FALSE);
}

/* Some characters as they are, others in full, others by their initials. */
static char *
make_mixed (Maker *maker)
{
  g_autofree char *run = make_run (maker, TRUE, 4);
  g_autoptr (GString) mixed = g_string_new (NULL);

  for (const char *p = run; *p != '\0'; p = g_utf8_next_char (p))
    {
      g_autofree char *character = g_strndup (p, (gsize) (g_utf8_next_char (p) - p));
      g_autofree char *reading = read_aloud (maker, character);
      guint way = pick_length (maker, 0, 2);

      g_string_append (mixed, way == 0 ? character : reading);
      if (way == 1)
        g_string_truncate (mixed, mixed->len - strlen (reading) + 1);
    }
  return g_string_free (g_steal_pointer (&mixed), FALSE);
}

static char *
make_fuzzy (Maker *maker)
{
  g_autofree char *run = make_run (maker, TRUE, pick_length (maker, 2, 4));
  g_autofree char *syllables = read_aloud (maker, run);
  g_auto (GStrv) parts = g_strsplit (syllables, " ", -1);
  g_autoptr (GString) typed = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autoptr (GString) part = g_string_new (parts[i]);
      guint before = part->len;

      for (guint k = 0; k < 6 && part->len == before; k++)
        g_string_replace (part, sounds[k].right, sounds[k].typed, 1);
      for (guint k = 6; k < G_N_ELEMENTS (sounds) && i == 0; k++)
        if (g_str_has_prefix (part->str, sounds[k].right))
          {
            g_string_replace (part, sounds[k].right, sounds[k].typed, 1);
            break;
          }
      g_string_append (typed, part->str);
    }
  return g_string_free (g_steal_pointer (&typed), FALSE);
}

static char *
make_traditional (Maker *maker)
{
  g_autofree char *run = make_run (maker, FALSE, pick_length (maker, 2, 5));

  return transliterate (maker->traditional, run);
}

const char *
yc_corpus_class_get_name (YcCorpusClass class)
{
  return names[class];
}

char **
yc_corpus_dup_queries (YcCorpus *self, YcCorpusClass class, guint n_queries)
{
  static char *(*const makers[]) (Maker *maker) = {
    [YC_CORPUS_ONE] = make_one,           [YC_CORPUS_TWO] = make_two,
    [YC_CORPUS_SOME] = make_some,         [YC_CORPUS_FREQUENT] = make_frequent,
    [YC_CORPUS_DIGITS] = make_digits,     [YC_CORPUS_NOTHING] = make_nothing,
    [YC_CORPUS_WORDS] = make_words,       [YC_CORPUS_PINYIN] = make_pinyin,
    [YC_CORPUS_INITIALS] = make_initials, [YC_CORPUS_MIXED] = make_mixed,
    [YC_CORPUS_FUZZY] = make_fuzzy,       [YC_CORPUS_TRADITIONAL] = make_traditional,
  };
  Maker maker = { self, g_rand_new_with_seed (YC_CORPUS_SEED + class), NULL, NULL };
  char **queries = g_new0 (char *, n_queries + 1);

  maker.han_latin = open_transliterator ("Han-Latin; Latin-ASCII; Lower");
  maker.traditional = open_transliterator ("Simplified-Traditional");
  for (guint i = 0; i < n_queries; i++)
    queries[i] = makers[class](&maker);
  utrans_close (maker.han_latin);
  utrans_close (maker.traditional);
  g_rand_free (maker.rand);
  return queries;
}
