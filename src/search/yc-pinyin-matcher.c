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
#include "yc-pinyin-typing-private.h"

#include <string.h>

#define N_UNITS 0x10000
#define BIT(i) (G_GUINT64_CONSTANT (1) << (i))

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
  YcPinyinTyping typing;
  const guint16 *sounds;
  /* Of UnitFlag, for each unit. */
  guint8        *units;
  /* For each sound and place; worked out when the sound is met. */
  guint64       *steps[N_WAYS];
  guint8        *ready;
  /* For each place those after it that one may be at in a body; NULL until it is asked for. */
  guint64       *in_body;
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

static void
work_out (YcPinyinMatcher *self,
          guint            sound,
          guint            at)
{
  const char *const *readings = yc_pinyin_get_readings (sound);
  guint64 next[N_WAYS] = { 0, 0 };

  for (guint i = 0; readings != NULL && readings[i] != NULL; i++)
    {
      next[EXACT] |= yc_pinyin_typing_step (&self->typing, at, readings[i]);
      if (self->typing.fuzzy != 0)
        next[FUZZY] |= yc_pinyin_typing_step_fuzzy (&self->typing, at, readings[i]);
    }
  for (guint way = 0; way < N_WAYS; way++)
    if (self->steps[way] != NULL)
      self->steps[way][sound * self->typing.length + at] = next[way];
}

/* Where one is after the first character, whichever it is. */
static guint64
find_second_places (const YcPinyinMatcher *self)
{
  const guint64 *steps = self->steps[self->typing.fuzzy != 0 ? FUZZY : EXACT];
  guint64 places = BIT (1);

  for (guint sound = 0; sound < yc_pinyin_get_n_sounds (); sound++)
    places |= steps[sound * self->typing.length];
  return places;
}

static guint8
tell_sound_flags (YcPinyinMatcher *self,
                  guint            sound,
                  guint64          places)
{
  const guint64 *steps = self->steps[self->typing.fuzzy != 0 ? FUZZY : EXACT] + sound * self->typing.length;
  guint8 flags = steps[0] != 0 ? UNIT_BEGINS : 0;

  for (guint at = 1; at < self->typing.length; at++)
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
  for (guint i = 0; i < self->typing.length; i++)
    self->units[self->typing.letters[i]] |=
      (guint8) (UNIT_IN_WORD | (i == 0 ? UNIT_BEGINS : 0) | (places & BIT (i) ? UNIT_FOLLOWS : 0));
  /* One character may be all of it. */
  for (guint c = 0; (places & BIT (self->typing.length)) != 0 && c < N_UNITS; c++)
    self->units[c] |= UNIT_FOLLOWS;
}

YcPinyinMatcher *
yc_pinyin_matcher_new (const guint16 *word,
                       guint          length,
                       YcSearchFuzzy  fuzzy)
{
  g_autoptr (YcPinyinMatcher) self = g_new0 (YcPinyinMatcher, 1);

  self->sounds = yc_pinyin_get_sounds ();
  if (!yc_pinyin_typing_init (&self->typing, word, length, fuzzy))
    return NULL;
  self->steps[EXACT] = g_new (guint64, yc_pinyin_get_n_sounds () * self->typing.length);
  if (fuzzy != 0)
    self->steps[FUZZY] = g_new (guint64, yc_pinyin_get_n_sounds () * self->typing.length);
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
  g_free (self->in_body);
  g_free (self);
}

static void
make_ready (YcPinyinMatcher *self,
            guint            sound)
{
  for (guint at = 1; at < self->typing.length; at++)
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
  const guint64 *steps = self->steps[way] + sound * self->typing.length;
  guint64 next = 0;

  if (sound == 0)
    return 0;
  if (!self->ready[sound])
    make_ready (self, sound);
  for (; places != 0; places &= places - 1)
    next |= steps[__builtin_ctzll (places)];
  return next;
}

/* What a step over letters leaves out in a body. */
static guint64
step_over_sound_in_body (YcPinyinMatcher *self,
                         guint            way,
                         guint64          places,
                         guint            sound)
{
  guint64 next = 0;

  for (; places != 0; places &= places - 1)
    next |= step_over_sound (self, way, places & -places, sound) &
            self->in_body[__builtin_ctzll (places)];
  return next;
}

/* Where one may be after @unit as it is. */
static inline guint64
step_over_unit (const YcPinyinMatcher *self,
                guint64                places,
                guint16                unit)
{
  guint64 next = 0;

  if (self->units[unit] & UNIT_IN_WORD)
    for (guint at = 0; at < self->typing.length; at++)
      if (self->typing.letters[at] == unit)
        next |= (places & BIT (at)) << 1;
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
  guint64 next =
    step_over_sound (self, way, places, sound) | step_over_unit (self, places, unit);

  return self->units[unit] & UNIT_PASSED ? next | (places & ~BIT (0)) : next;
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
  guint way = self->typing.fuzzy != 0 ? FUZZY : EXACT;
  guint64 places = 0;

  for (const guint16 *p = text; p < end; p++)
    {
      if (places == 0)
        p = skip (self, p, end);
      if (p == end)
        return NULL;
      places = step (self, way, places | BIT (0), *p);
      if (places & BIT (self->typing.length))
        return p;
    }
  return NULL;
}

guint
yc_pinyin_matcher_begin (YcPinyinMatcher *self,
                         const guint16   *text,
                         const guint16   *end)
{
  guint way = self->typing.fuzzy != 0 ? FUZZY : EXACT;
  guint64 places = BIT (0), last = BIT (self->typing.length);
  guint n = 0;

  for (const guint16 *p = text; p < end && places != 0; p++)
    {
      places = step (self, way, places, *p);
      if (places & last)
        n = (guint) (p + 1 - text);
      places &= ~last;
    }
  return n;
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
  guint64 places = 0, begun = BIT (0), last = BIT (self->typing.length);
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
    match_way (self, self->typing.fuzzy != 0 ? FUZZY : EXACT, text, end, NULL, n_begun);

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
      if (places & BIT (self->typing.length))
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
  for (guint way = EXACT; way <= (self->typing.fuzzy != 0 ? FUZZY : EXACT); way++)
    for (const guint16 *p = text; p < end; p++)
      {
        *begin = p;
        *after = read_from (self, way, p, end);
        if (*after != NULL)
          return TRUE;
      }
  return FALSE;
}

static gboolean
is_vowel (guint16 letter)
{
  return letter == 'a' || letter == 'e' || letter == 'i' || letter == 'o' || letter == 'u' ||
         letter == 'v';
}

/* All places that some reading leads to. */
static guint64
find_places (const YcPinyinMatcher *self,
             guint                  at)
{
  guint64 places = 0;

  for (guint sound = 1; sound < yc_pinyin_get_n_sounds (); sound++)
    for (const char *const *reading = yc_pinyin_get_readings (sound); *reading != NULL; reading++)
      places |= self->typing.fuzzy != 0
                  ? yc_pinyin_typing_step_fuzzy (&self->typing, at, *reading)
                  : yc_pinyin_typing_step (&self->typing, at, *reading);
  return places;
}

/* Those behind a vowel; all when none is. */
static guint64
choose_places (const YcPinyinMatcher *self,
               guint                  at)
{
  guint64 places = find_places (self, at);
  guint first = at;

  while (first < self->typing.length && !is_vowel (self->typing.letters[first]))
    first++;
  if (first < self->typing.length && places >> first >> 1 != 0)
    places &= ~(BIT (first + 1) - 1);
  return places;
}

const guint64 *
yc_pinyin_matcher_get_in_body (YcPinyinMatcher *self)
{
  if (self->in_body == NULL)
    {
      self->in_body = g_new (guint64, self->typing.length + 1);
      for (guint at = 0; at < self->typing.length; at++)
        self->in_body[at] = choose_places (self, at);
    }
  return self->in_body;
}

/* Where the word ends that begins at @text, read as @sounds; NULL when none does. */
static const guint16 *
read_body_from (YcPinyinMatcher *self,
                const guint16   *text,
                const guint16   *end,
                const guint16   *sounds)
{
  guint way = self->typing.fuzzy != 0 ? FUZZY : EXACT;
  guint64 places = BIT (0);

  for (const guint16 *p = text; p < end && places != 0; p++)
    {
      places = step_over_sound_in_body (self, way, places, sounds[p - text]) |
               step_over_unit (self, places, *p);
      if (places & BIT (self->typing.length))
        return p + 1;
    }
  return NULL;
}

gboolean
yc_pinyin_matcher_find_in_body (YcPinyinMatcher  *self,
                                const guint16    *text,
                                const guint16    *end,
                                const guint16   **begin,
                                const guint16   **after)
{
  gsize length = (gsize) (end - text);
  g_autofree guint16 *sounds = g_new (guint16, length + 1);

  if (self->typing.length < YC_PINYIN_LEAST_IN_BODY)
    return FALSE;
  yc_pinyin_matcher_get_in_body (self);
  yc_pinyin_read (text, length, sounds);
  for (const guint16 *p = text; p < end; p++)
    {
      *begin = p;
      *after = read_body_from (self, p, end, sounds + (p - text));
      if (*after != NULL)
        return TRUE;
    }
  return FALSE;
}

const YcPinyinTyping *
yc_pinyin_matcher_get_typing (YcPinyinMatcher *self)
{
  return &self->typing;
}
