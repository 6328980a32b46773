/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text that is searched: folded once, and read aloud where pinyin may find it. */
#include "yc-search-text-private.h"

#include "yc-pinyin-private.h"

#include <string.h>

/* Positions inside a word are bits of one number. */
#define LONGEST_PINYIN_WORD 63

/* Case and width go: full-width forms are 0xfee0 above the ASCII ones. */
static gunichar
fold_character (gunichar c)
{
  if (c == 0x3000)
    return ' ';
  if (c >= 0xff01 && c <= 0xff5e)
    c -= 0xfee0;
  if (c == 0xfc || c == 0xdc)
    return 'v';
  return g_unichar_tolower (c);
}

/* Most text is Chinese, which folds into itself: U+4000 to U+9FFF are three bytes that begin with
 * e4 to e9.
 */
static gsize
count_plain (const char *text)
{
  gsize n = 0;

  while ((guchar) text[n] >= 0xe4 && (guchar) text[n] <= 0xe9)
    n += 3;
  return n;
}

char *
yc_search_fold (const char *text)
{
  g_autoptr (GString) folded = g_string_sized_new (strlen (text));
  const char *p = text;

  while (*p != '\0')
    {
      gsize plain = count_plain (p);

      g_string_append_len (folded, p, (gssize) plain);
      p += plain;
      if (*p == '\0')
        break;
      g_string_append_unichar (folded, fold_character (g_utf8_get_char (p)));
      p = g_utf8_next_char (p);
    }
  return g_string_free (g_steal_pointer (&folded), FALSE);
}

static void
read_characters (YcSearchText *self)
{
  const char *p = self->folded;

  self->characters = g_new0 (YcSearchCharacter, self->length);
  for (guint i = 0; i < self->length; i++, p = g_utf8_next_char (p))
    {
      self->characters[i].folded = g_utf8_get_char (p);
      self->characters[i].readings = yc_pinyin_look_up (self->characters[i].folded);
    }
}

static void
add_to_set (YcCharacterSet *set,
            gunichar        c)
{
  set->bits[c / 64 % 16] |= G_GUINT64_CONSTANT (1) << c % 64;
}

static gboolean
is_subset (const YcCharacterSet *part,
           const YcCharacterSet *whole)
{
  for (guint i = 0; i < G_N_ELEMENTS (part->bits); i++)
    if (part->bits[i] & ~whole->bits[i])
      return FALSE;
  return TRUE;
}

static void
note_characters (YcSearchText *self)
{
  self->present = g_new0 (YcCharacterSet, 1);
  for (const char *p = self->folded; *p != '\0'; p = g_utf8_next_char (p))
    add_to_set (self->present, g_utf8_get_char (p));
}

YcSearchText *
yc_search_text_new (const char *text,
                    gboolean    read)
{
  YcSearchText *self = g_new0 (YcSearchText, 1);

  self->text = g_utf8_make_valid (text, -1);
  self->folded = yc_search_fold (self->text);
  self->length = (guint) g_utf8_strlen (self->folded, -1);
  if (read)
    read_characters (self);
  else
    note_characters (self);
  return self;
}

void
yc_search_text_free (YcSearchText *self)
{
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->folded, g_free);
  g_clear_pointer (&self->characters, g_free);
  g_clear_pointer (&self->present, g_free);
  g_free (self);
}

static gboolean
is_letter (gunichar c)
{
  return c >= 'a' && c <= 'z';
}

static gboolean
letter_fits (char     read,
             gunichar typed)
{
  return (gunichar) read == typed || (read == 'v' && typed == 'u');
}

/* How many letters of @reading stand in @word from @at, which may end before the reading does. */
static guint
count_letters (const YcSearchWord *word,
               guint               at,
               const char         *reading)
{
  guint n = 0;

  while (reading[n] != '\0' && at + n < word->length &&
         letter_fits (reading[n], word->characters[at + n]))
    n++;
  return n;
}

/* Where in @word one may be after @reading was typed from @at: in full, by its initial (zh, ch and
 * sh count as one too) or, at the end of the word, not yet in full.
 */
static guint64
step_over_reading (const YcSearchWord *word,
                   guint               at,
                   const char         *reading)
{
  guint n = count_letters (word, at, reading);
  guint64 next = 0;

  if (n == 0)
    return 0;
  next |= G_GUINT64_CONSTANT (1) << (at + 1);
  if (n >= 2 && reading[1] == 'h')
    next |= G_GUINT64_CONSTANT (1) << (at + 2);
  if (reading[n] == '\0' || at + n == word->length)
    next |= G_GUINT64_CONSTANT (1) << (at + n);
  return next;
}

static guint64
step_over_character (const YcSearchWord      *word,
                     guint                    at,
                     const YcSearchCharacter *character)
{
  guint64 next = 0;

  if (word->characters[at] == character->folded)
    next |= G_GUINT64_CONSTANT (1) << (at + 1);
  if (character->readings != NULL && is_letter (word->characters[at]))
    for (guint i = 0; character->readings[i] != NULL; i++)
      next |= step_over_reading (word, at, character->readings[i]);
  return next;
}

/* Nobody types the brackets of 村（社区） with the pinyin. */
static gboolean
is_passed_over (gunichar c)
{
  return g_unichar_ispunct (c) || g_unichar_isspace (c);
}

/* Where one may be in @word after @character, for all the @places before it at once: many readings
 * cost no more than few.
 */
static guint64
step_all (const YcSearchWord      *word,
          guint64                  places,
          const YcSearchCharacter *character)
{
  guint64 next = 0;

  for (guint at = 0; at < word->length; at++)
    if (places & (G_GUINT64_CONSTANT (1) << at))
      next |= step_over_character (word, at, character);
  return next;
}

/* Whether @word stands at @start, read character by character. */
static gboolean
stands_at (const YcSearchText *self,
           const YcSearchWord *word,
           guint               start,
           guint              *length)
{
  guint64 places = 1;

  for (guint i = start; i < self->length && places != 0; i++)
    {
      guint64 next = step_all (word, places, &self->characters[i]);

      if (next & (G_GUINT64_CONSTANT (1) << word->length))
        {
          *length = i + 1 - start;
          return TRUE;
        }
      if (i > start && is_passed_over (self->characters[i].folded))
        next |= places;
      places = next;
    }
  return FALSE;
}

static gboolean
find_by_pinyin (const YcSearchText *self,
                const YcSearchWord *word,
                guint              *start,
                guint              *length)
{
  if (self->characters == NULL || !word->has_letters || word->length > LONGEST_PINYIN_WORD)
    return FALSE;
  for (*start = 0; *start < self->length; (*start)++)
    if (stands_at (self, word, *start, length))
      return TRUE;
  return FALSE;
}

YcMatch
yc_search_text_find (const YcSearchText *self,
                     const YcSearchWord *word,
                     guint              *start,
                     guint              *length)
{
  const char *found;

  if (self->present != NULL && !is_subset (&word->needed, self->present))
    return YC_MATCH_NONE;
  found = strstr (self->folded, word->folded);
  if (found != NULL)
    {
      *start = (guint) g_utf8_pointer_to_offset (self->folded, found);
      *length = word->length;
      return YC_MATCH_LITERAL;
    }
  return find_by_pinyin (self, word, start, length) ? YC_MATCH_PINYIN : YC_MATCH_NONE;
}

YcTextRange
yc_search_text_to_bytes (const YcSearchText *self,
                         guint               start,
                         guint               length)
{
  const char *first = g_utf8_offset_to_pointer (self->text, start);
  const char *end = g_utf8_offset_to_pointer (first, length);

  return (YcTextRange){ first - self->text, end - first };
}

YcSearchWord *
yc_search_word_new (const char *text)
{
  YcSearchWord *self = g_new0 (YcSearchWord, 1);
  glong length;

  self->folded = yc_search_fold (text);
  self->characters = g_utf8_to_ucs4_fast (self->folded, -1, &length);
  self->length = (guint) length;
  for (guint i = 0; i < self->length; i++)
    {
      self->has_letters |= is_letter (self->characters[i]);
      add_to_set (&self->needed, self->characters[i]);
    }
  return self;
}

void
yc_search_word_free (YcSearchWord *self)
{
  g_clear_pointer (&self->folded, g_free);
  g_clear_pointer (&self->characters, g_free);
  g_free (self);
}
