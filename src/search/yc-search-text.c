/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text that is searched by its characters and, where it is short, by how these are read aloud. */
#include "yc-search-text-private.h"

#include "yc-pinyin-private.h"

#include <string.h>

/* Positions inside a word are bits of one number. */
#define LONGEST_PINYIN_WORD 63

/* Chinese characters fold into themselves, and nothing else folds into one. */
static gboolean
is_ideograph (gunichar c)
{
  return c >= 0x4000 && c <= 0x9fff;
}

/* Case and width go: full-width forms are 0xfee0 above the ASCII ones. */
static gunichar
fold_character (gunichar c)
{
  if (is_ideograph (c))
    return c;
  if (c == 0x3000)
    return ' ';
  if (c >= 0xff01 && c <= 0xff5e)
    c -= 0xfee0;
  if (c == 0xfc || c == 0xdc)
    return 'v';
  return g_unichar_tolower (c);
}

static char *
fold (const char *text)
{
  g_autoptr (GString) folded = g_string_sized_new (strlen (text));

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    g_string_append_unichar (folded, fold_character (g_utf8_get_char (p)));
  return g_string_free (g_steal_pointer (&folded), FALSE);
}

static void
add_to_set (YcCharacterSet *set,
            gunichar        c)
{
  guint bit = c < 128 ? c : 128 + c % 1024;

  set->bits[bit / 64] |= G_GUINT64_CONSTANT (1) << bit % 64;
}

gboolean
yc_search_word_fits (const YcSearchWord   *self,
                     const YcCharacterSet *present)
{
  for (guint i = 0; i < G_N_ELEMENTS (present->bits); i++)
    if (self->needed.bits[i] & ~present->bits[i])
      return FALSE;
  return TRUE;
}

void
yc_search_text_note (const YcSearchText *self,
                     YcCharacterSet     *present)
{
  memset (present, 0, sizeof *present);
  for (const char *p = self->text; *p != '\0'; p = g_utf8_next_char (p))
    add_to_set (present, fold_character (g_utf8_get_char (p)));
}

static gboolean
is_letter (gunichar c)
{
  return c >= 'a' && c <= 'z';
}

/* What may be typed for @letter: of a v, as in lv, also u. */
static YcLetterSet
get_letter_set (gunichar letter)
{
  YcLetterSet set = is_letter (letter) ? 1u << (letter - 'a') : 0;

  return letter == 'v' ? set | 1u << ('u' - 'a') : set;
}

static void
note_reading (YcSearchText *self,
              const char   *reading)
{
  self->first_letters |= get_letter_set ((gunichar) *reading);
  for (; *reading != '\0'; reading++)
    self->letters |= get_letter_set ((gunichar) *reading);
}

static void
note_character (YcSearchText *self,
                gunichar      c)
{
  const char *const *readings = yc_pinyin_look_up (c);

  self->first_letters |= get_letter_set (c);
  self->letters |= get_letter_set (c);
  for (guint i = 0; readings != NULL && readings[i] != NULL; i++)
    note_reading (self, readings[i]);
}

void
yc_search_text_init (YcSearchText *self,
                     const char   *text,
                     gboolean      read)
{
  *self = (YcSearchText){ .text = text, .length = (guint) g_utf8_strlen (text, -1) };
  for (const char *p = text; read && *p != '\0'; p = g_utf8_next_char (p))
    note_character (self, fold_character (g_utf8_get_char (p)));
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
step_over_character (const YcSearchWord *word,
                     guint               at,
                     gunichar            character,
                     const char *const  *readings)
{
  guint64 next = 0;

  if (word->characters[at] == character)
    next |= G_GUINT64_CONSTANT (1) << (at + 1);
  if (readings != NULL && is_letter (word->characters[at]))
    for (guint i = 0; readings[i] != NULL; i++)
      next |= step_over_reading (word, at, readings[i]);
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
step_all (const YcSearchWord *word,
          guint64             places,
          gunichar            character)
{
  const char *const *readings = yc_pinyin_look_up (character);
  guint64 next = 0;

  for (guint at = 0; at < word->length; at++)
    if (places & (G_GUINT64_CONSTANT (1) << at))
      next |= step_over_character (word, at, character, readings);
  return next;
}

/* Whether @word stands at @start, read character by character. */
static gboolean
is_read_at (const char         *start,
            const YcSearchWord *word,
            YcSearchPlace      *place)
{
  guint64 places = 1;

  place->n_characters = 0;
  for (const char *p = start; *p != '\0' && places != 0; p = g_utf8_next_char (p))
    {
      gunichar character = fold_character (g_utf8_get_char (p));
      guint64 next = step_all (word, places, character);

      place->n_characters++;
      if (next & (G_GUINT64_CONSTANT (1) << word->length))
        {
          place->range.length = g_utf8_next_char (p) - start;
          return TRUE;
        }
      if (p > start && is_passed_over (character))
        next |= places;
      places = next;
    }
  return FALSE;
}

static gboolean
find_by_pinyin (const YcSearchText *self,
                const YcSearchWord *word,
                YcSearchPlace      *place)
{
  if (word->letters == 0 || word->length > LONGEST_PINYIN_WORD ||
      (word->letters & ~self->letters) != 0 ||
      (is_letter (word->characters[0]) &&
       (get_letter_set (word->characters[0]) & self->first_letters) == 0))
    return FALSE;
  for (const char *p = self->text; *p != '\0'; p = g_utf8_next_char (p))
    if (is_read_at (p, word, place))
      {
        place->range.start = p - self->text;
        return TRUE;
      }
  return FALSE;
}

/* How many bytes of @text, folded, are @word; 0 when it does not begin so. */
static gsize
match_folded (const char         *text,
              const YcSearchWord *word)
{
  const char *p = text;

  for (guint i = 0; i < word->length; i++, p = g_utf8_next_char (p))
    if (*p == '\0' || fold_character (g_utf8_get_char (p)) != word->characters[i])
      return 0;
  return p - text;
}

static gboolean
find_plain (const YcSearchText *self,
            const YcSearchWord *word,
            YcSearchPlace      *place)
{
  const char *found = strstr (self->text, word->folded);

  if (found == NULL)
    return FALSE;
  place->range = (YcTextRange){ found - self->text, strlen (word->folded) };
  return TRUE;
}

static gboolean
find_folded (const YcSearchText *self,
             const YcSearchWord *word,
             YcSearchPlace      *place)
{
  for (const char *p = self->text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gsize length = match_folded (p, word);

      if (length == 0)
        continue;
      place->range = (YcTextRange){ p - self->text, length };
      return TRUE;
    }
  return FALSE;
}

YcMatch
yc_search_text_find (const YcSearchText *self,
                     const YcSearchWord *word,
                     YcSearchPlace      *place)
{
  place->n_characters = word->length;
  if (word->plain ? find_plain (self, word, place) : find_folded (self, word, place))
    return YC_MATCH_LITERAL;
  return find_by_pinyin (self, word, place) ? YC_MATCH_PINYIN : YC_MATCH_NONE;
}

YcSearchWord *
yc_search_word_new (const char *text)
{
  YcSearchWord *self = g_new0 (YcSearchWord, 1);
  glong length;

  self->folded = fold (text);
  self->characters = g_utf8_to_ucs4_fast (self->folded, -1, &length);
  self->length = (guint) length;
  self->plain = TRUE;
  for (guint i = 0; i < self->length; i++)
    {
      gunichar c = self->characters[i];

      if (is_letter (c))
        self->letters |= 1u << (c - 'a');
      self->plain &= is_ideograph (c);
      add_to_set (&self->needed, c);
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
