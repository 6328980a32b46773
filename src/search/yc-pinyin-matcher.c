/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds a word typed in pinyin, or in pinyin and characters, in folded text.
 *
 * All the ways to read the word run through the text together: after each character a set of bits
 * tells how many letters may have been used. What the next character makes of each bit is worked out
 * once for all characters that sound alike, twice where sounds are taken for one another: so one
 * knows which places are exact.
 */
#include "yc-pinyin-matcher-private.h"

#include "yc-pinyin-private.h"

#include <string.h>

#define N_UNITS 0x10000
#define BIT(i) (G_GUINT64_CONSTANT (1) << (i))

/* Of readings with other sounds: two ways to begin and two to end. */
#define MOST_VARIANTS 4
#define LONGEST_READING 8

/* In units: longer than most titles. */
#define SHORT_TEXT 128

enum
{
  EXACT,
  FUZZY,
  N_WAYS
};

typedef enum
{
  /* The word may begin with it. */
  UNIT_BEGINS = 1 << 0,
  /* What begins the word may be followed by it. */
  UNIT_FOLLOWS = 1 << 1,
  UNIT_IN_WORD = 1 << 2,
  UNIT_PASSED = 1 << 3,
} UnitFlag;

struct _YcPinyinMatcher
{
  guint16        letters[YC_PINYIN_LONGEST];
  guint          length;
  /* Places where a syllable has to end: apostrophes were typed there. */
  guint64        bounds;
  YcSearchFuzzy  fuzzy;
  const guint16 *sounds;
  /* Of UnitFlag, for each unit. */
  guint8        *units;
  /* For each sound and place; worked out when the sound is met. */
  guint64       *steps[N_WAYS];
  guint8        *ready;
};

/* Nobody types the brackets of 村（社区） with the pinyin. */
static guint8 passed_units[N_UNITS];

static gpointer
find_passed_units (gpointer data)
{
  for (guint c = ' '; c < N_UNITS; c++)
    if (!(c >= YC_PINYIN_FIRST && c <= YC_PINYIN_LAST) && (g_unichar_ispunct (c) || g_unichar_isspace (c)))
      passed_units[c] = UNIT_PASSED | UNIT_FOLLOWS;
  return passed_units;
}

static const guint8 *
get_passed_units (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, find_passed_units, NULL);
}

static gboolean
is_letter (guint16 unit)
{
  return unit >= 'a' && unit <= 'z';
}

/* In place of a "v" one types "u" too. */
static gboolean
letter_fits (char    read,
             guint16 typed)
{
  return (guint16) read == typed || (read == 'v' && typed == 'u');
}

/* No syllable ends inside of what @n letters from @at read. */
static gboolean
is_one_syllable (const YcPinyinMatcher *self,
                 guint                  at,
                 guint                  n)
{
  return n < 2 || (self->bounds >> (at + 1) & (BIT (n - 1) - 1)) == 0;
}

static guint64
step_if_one (const YcPinyinMatcher *self,
             guint                  at,
             guint                  n)
{
  return is_one_syllable (self, at, n) ? BIT (at + n) : 0;
}

/* Where one may be after @reading was typed from @at: in full, by its initial (zh, ch and sh count as
 * one too) or, at the end of the word, not yet in full.
 */
static guint64
step_over (const YcPinyinMatcher *self,
           guint                  at,
           const char            *reading)
{
  guint n = 0;
  guint64 next = 0;

  while (reading[n] != '\0' && at + n < self->length &&
         letter_fits (reading[n], self->letters[at + n]))
    n++;
  if (n == 0)
    return 0;
  next |= step_if_one (self, at, 1);
  if (n >= 2 && reading[1] == 'h')
    next |= step_if_one (self, at, 2);
  if (reading[n] == '\0' || at + n == self->length)
    next |= step_if_one (self, at, n);
  return next;
}

/* The other way to begin, "" when there is none. */
static void
swap_begin (const char    *reading,
            YcSearchFuzzy  fuzzy,
            char           other[LONGEST_READING + 2])
{
  static const struct
  {
    YcSearchFuzzy  flag;
    const char    *one;
    const char    *two;
  } pairs[] = {
    { YC_SEARCH_FUZZY_ZH_Z, "zh", "z" }, { YC_SEARCH_FUZZY_CH_C, "ch", "c" },
    { YC_SEARCH_FUZZY_SH_S, "sh", "s" }, { YC_SEARCH_FUZZY_N_L, "n", "l" },
    { YC_SEARCH_FUZZY_H_F, "h", "f" },
  };

  other[0] = '\0';
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      gboolean one = g_str_has_prefix (reading, pairs[i].one);
      gboolean two = !one && g_str_has_prefix (reading, pairs[i].two);
      const char *from = one ? pairs[i].one : pairs[i].two;

      if ((fuzzy & pairs[i].flag) == 0 || (!one && !two))
        continue;
      g_snprintf (other, LONGEST_READING + 2, "%s%s", one ? pairs[i].two : pairs[i].one,
                  reading + strlen (from));
      return;
    }
}

static void
swap_end (const char    *reading,
          YcSearchFuzzy  fuzzy,
          char           other[LONGEST_READING + 2])
{
  gsize length = strlen (reading);

  other[0] = '\0';
  if ((fuzzy & YC_SEARCH_FUZZY_NG_N) == 0 || length < 2)
    return;
  if (g_str_has_suffix (reading, "ng"))
    g_strlcpy (other, reading, length);
  else if (reading[length - 1] == 'n')
    g_snprintf (other, LONGEST_READING + 2, "%sg", reading);
}

static guint64
step_over_fuzzy (const YcPinyinMatcher *self,
                 guint                  at,
                 const char            *reading)
{
  char begun[LONGEST_READING + 2], ended[LONGEST_READING + 2];
  guint64 next = step_over (self, at, reading);

  swap_begin (reading, self->fuzzy, begun);
  swap_end (reading, self->fuzzy, ended);
  if (*begun != '\0')
    next |= step_over (self, at, begun);
  if (*ended != '\0')
    next |= step_over (self, at, ended);
  if (*begun != '\0' && *ended != '\0')
    {
      swap_end (begun, self->fuzzy, ended);
      next |= step_over (self, at, ended);
    }
  return next;
}

static void
work_out (YcPinyinMatcher *self,
          guint            sound,
          guint            at)
{
  const char *const *readings = yc_pinyin_get_readings (sound);
  guint64 next[N_WAYS] = { 0, 0 };

  for (guint i = 0; readings != NULL && readings[i] != NULL && is_letter (self->letters[at]); i++)
    {
      next[EXACT] |= step_over (self, at, readings[i]);
      if (self->fuzzy != 0)
        next[FUZZY] |= step_over_fuzzy (self, at, readings[i]);
    }
  for (guint way = 0; way < N_WAYS; way++)
    if (self->steps[way] != NULL)
      self->steps[way][sound * self->length + at] = next[way];
}

/* Where one is after the first character, whichever it is. */
static guint64
find_second_places (const YcPinyinMatcher *self)
{
  const guint64 *steps = self->steps[self->fuzzy != 0 ? FUZZY : EXACT];
  guint64 places = BIT (1);

  for (guint sound = 0; sound < yc_pinyin_get_n_sounds (); sound++)
    places |= steps[sound * self->length];
  return places;
}

static guint8
tell_sound_flags (YcPinyinMatcher *self,
                  guint            sound,
                  guint64          places)
{
  const guint64 *steps = self->steps[self->fuzzy != 0 ? FUZZY : EXACT] + sound * self->length;
  guint8 flags = steps[0] != 0 ? UNIT_BEGINS : 0;

  for (guint at = 1; at < self->length; at++)
    if (places & BIT (at))
      {
        work_out (self, sound, at);
        flags |= steps[at] != 0 ? UNIT_FOLLOWS : 0;
      }
  return flags;
}

static void
note_sounds (YcPinyinMatcher *self,
             guint64          places)
{
  guint n = yc_pinyin_get_n_sounds ();
  g_autofree guint8 *flags = g_new (guint8, n);

  for (guint sound = 0; sound < n; sound++)
    flags[sound] = tell_sound_flags (self, sound, places);
  for (guint c = YC_PINYIN_FIRST; c <= YC_PINYIN_LAST; c++)
    self->units[c] |= flags[self->sounds[c - YC_PINYIN_FIRST]];
}

static void
note_units (YcPinyinMatcher *self)
{
  guint64 places;

  self->units = g_memdup2 (get_passed_units (), N_UNITS);
  for (guint sound = 0; sound < yc_pinyin_get_n_sounds (); sound++)
    work_out (self, sound, 0);
  places = find_second_places (self);
  note_sounds (self, places);
  for (guint i = 0; i < self->length; i++)
    self->units[self->letters[i]] |=
      (guint8) (UNIT_IN_WORD | (i == 0 ? UNIT_BEGINS : 0) | (places & BIT (i) ? UNIT_FOLLOWS : 0));
  /* One character may be all of it. */
  for (guint c = 0; (places & BIT (self->length)) != 0 && c < N_UNITS; c++)
    self->units[c] |= UNIT_FOLLOWS;
}

static gboolean
take_letters (YcPinyinMatcher *self,
              const guint16   *word,
              guint            length)
{
  gboolean letters = FALSE;

  for (guint i = 0; i < length; i++)
    {
      letters |= is_letter (word[i]);
      if (word[i] == '\'')
        self->bounds |= BIT (self->length);
      else if (self->length == YC_PINYIN_LONGEST)
        return FALSE;
      else
        self->letters[self->length++] = word[i];
    }
  return letters;
}

YcPinyinMatcher *
yc_pinyin_matcher_new (const guint16 *word,
                       guint          length,
                       YcSearchFuzzy  fuzzy)
{
  g_autoptr (YcPinyinMatcher) self = g_new0 (YcPinyinMatcher, 1);

  self->fuzzy = fuzzy;
  self->sounds = yc_pinyin_get_sounds ();
  if (!take_letters (self, word, length))
    return NULL;
  self->steps[EXACT] = g_new (guint64, yc_pinyin_get_n_sounds () * self->length);
  if (fuzzy != 0)
    self->steps[FUZZY] = g_new (guint64, yc_pinyin_get_n_sounds () * self->length);
  self->ready = g_new0 (guint8, yc_pinyin_get_n_sounds ());
  note_units (self);
  return g_steal_pointer (&self);
}

void
yc_pinyin_matcher_free (YcPinyinMatcher *self)
{
  g_free (self->units);
  g_free (self->steps[EXACT]);
  g_free (self->steps[FUZZY]);
  g_free (self->ready);
  g_free (self);
}

static void
make_ready (YcPinyinMatcher *self,
            guint            sound)
{
  for (guint at = 1; at < self->length; at++)
    work_out (self, sound, at);
  self->ready[sound] = TRUE;
}

static inline guint
get_sound (const YcPinyinMatcher *self,
           guint16                unit)
{
  return unit >= YC_PINYIN_FIRST && unit <= YC_PINYIN_LAST ? self->sounds[unit - YC_PINYIN_FIRST]
                                                           : 0;
}

static inline guint64
step_over_sound (YcPinyinMatcher *self,
                 guint            way,
                 guint64          places,
                 guint            sound)
{
  const guint64 *steps = self->steps[way] + sound * self->length;
  guint64 next = 0;

  if (sound == 0)
    return 0;
  if (!self->ready[sound])
    make_ready (self, sound);
  for (; places != 0; places &= places - 1)
    next |= steps[__builtin_ctzll (places)];
  return next;
}

/* Where one may be after @unit, which is read as @sound, from all the @places before it. */
static inline guint64
step_read (YcPinyinMatcher *self,
           guint            way,
           guint64          places,
           guint16          unit,
           guint            sound)
{
  guint8 flags = self->units[unit];
  guint64 next = step_over_sound (self, way, places, sound);

  if (flags & UNIT_IN_WORD)
    for (guint at = 0; at < self->length; at++)
      if (self->letters[at] == unit)
        next |= (places & BIT (at)) << 1;
  if (flags & UNIT_PASSED)
    next |= places & ~BIT (0);
  return next;
}

/* The same, however it is read. */
static inline guint64
step (YcPinyinMatcher *self,
      guint            way,
      guint64          places,
      guint16          unit)
{
  return step_read (self, way, places, unit, get_sound (self, unit));
}

/* The next place where the word may begin, by a look at two units; @end when there is none. The text
 * has a unit behind its end. */
static inline const guint16 *
skip (const YcPinyinMatcher *self,
      const guint16         *text,
      const guint16         *end)
{
  const guint8 *units = self->units;
  guint next = text < end ? units[*text] : 0;

  for (; text < end; text++)
    {
      guint unit = next;

      next = units[text[1]];
      if (unit & (next >> 1) & UNIT_BEGINS)
        return text;
    }
  return end;
}

const guint16 *
yc_pinyin_matcher_scan (YcPinyinMatcher *self,
                        const guint16   *text,
                        const guint16   *end)
{
  guint way = self->fuzzy != 0 ? FUZZY : EXACT;
  guint64 places = 0;

  for (const guint16 *p = text; p < end; p++)
    {
      if (places == 0)
        p = skip (self, p, end);
      if (p == end)
        return NULL;
      places = step (self, way, places | BIT (0), *p);
      if (places & BIT (self->length))
        return p;
    }
  return NULL;
}

/* What is found when one is at @places of which some are those of a word begun with the text. */
static guint
tell (guint64 places,
      guint64 begun,
      guint64 end)
{
  return (places & end ? YC_PINYIN_INSIDE : 0) | (begun & end ? YC_PINYIN_BEGIN : 0);
}

/* @sounds are those of the units of @text. */
static guint
match_way (YcPinyinMatcher *self,
           guint            way,
           const guint16   *text,
           const guint16   *end,
           const guint16   *sounds,
           guint           *n_begun)
{
  guint64 places = 0, begun = BIT (0), last = BIT (self->length);
  guint found = 0;

  for (const guint16 *p = text; p < end; p++)
    {
      guint sound;

      if (places == 0 && begun == 0)
        p = skip (self, p, end);
      if (p == end)
        return found;
      sound = sounds != NULL ? sounds[p - text] : get_sound (self, *p);
      places = step_read (self, way, places | BIT (0), *p, sound);
      begun = begun != 0 ? step_read (self, way, begun, *p, sound) : 0;
      found |= tell (places, begun, last);
      if (begun & last)
        *n_begun = (guint) (p + 1 - text);
      if (found != 0 && begun == 0)
        return found;
      places &= ~last;
      begun &= ~last;
    }
  return found;
}

/* As the text is read where it stands, and without sounds that are taken for one another. */
static guint
match_as_read (YcPinyinMatcher *self,
               const guint16   *text,
               const guint16   *end,
               guint           *n_begun)
{
  gsize length = (gsize) (end - text);
  guint16 few[SHORT_TEXT];
  g_autofree guint16 *many = length > SHORT_TEXT ? g_new (guint16, length) : NULL;
  guint16 *sounds = many != NULL ? many : few;

  yc_pinyin_read (text, length, sounds);
  return match_way (self, EXACT, text, end, sounds, n_begun);
}

guint
yc_pinyin_matcher_match (YcPinyinMatcher *self,
                         const guint16   *text,
                         const guint16   *end,
                         guint           *n_begun)
{
  guint found =
    match_way (self, self->fuzzy != 0 ? FUZZY : EXACT, text, end, NULL, n_begun);

  if (found == 0)
    return 0;
  found = found & YC_PINYIN_BEGIN ? YC_PINYIN_OTHER_BEGIN | YC_PINYIN_OTHER_INSIDE
                                  : YC_PINYIN_OTHER_INSIDE;
  return found | match_as_read (self, text, end, n_begun);
}

/* Where the word ends that begins at @text; NULL when none does. */
static const guint16 *
read_from (YcPinyinMatcher *self,
           guint            way,
           const guint16   *text,
           const guint16   *end)
{
  guint64 places = BIT (0);

  for (const guint16 *p = text; p < end && places != 0; p++)
    {
      places = step (self, way, places, *p);
      if (places & BIT (self->length))
        return p + 1;
    }
  return NULL;
}

gboolean
yc_pinyin_matcher_find (YcPinyinMatcher  *self,
                        const guint16    *text,
                        const guint16    *end,
                        const guint16   **begin,
                        const guint16   **after)
{
  for (guint way = EXACT; way <= (self->fuzzy != 0 ? FUZZY : EXACT); way++)
    for (const guint16 *p = text; p < end; p++)
      {
        *begin = p;
        *after = read_from (self, way, p, end);
        if (*after != NULL)
          return TRUE;
      }
  return FALSE;
}
