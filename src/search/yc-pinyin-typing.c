/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a word typed in pinyin may stand for, a syllable at a time. */
#include "yc-pinyin-typing-private.h"

#include <string.h>

#define BIT(i) (G_GUINT64_CONSTANT (1) << (i))

#define LONGEST_READING 8

gboolean
yc_pinyin_typing_init (YcPinyinTyping *self,
                       const guint16  *word,
                       guint           length,
                       YcSearchFuzzy   fuzzy)
{
  gboolean letters = FALSE;

  *self = (YcPinyinTyping){ .fuzzy = fuzzy };
  for (guint i = 0; i < length; i++)
    {
      letters |= yc_pinyin_is_letter (word[i]);
      if (word[i] == '\'')
        self->bounds |= BIT (self->length);
      else if (self->length == YC_PINYIN_LONGEST)
        return FALSE;
      else
        self->letters[self->length++] = word[i];
    }
  return letters;
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
is_one_syllable (const YcPinyinTyping *self,
                 guint                 at,
                 guint                 n)
{
  return n < 2 || (self->bounds >> (at + 1) & (BIT (n - 1) - 1)) == 0;
}

static guint64
step_if_one (const YcPinyinTyping *self,
             guint                 at,
             guint                 n)
{
  return is_one_syllable (self, at, n) ? BIT (at + n) : 0;
}

guint64
yc_pinyin_typing_step (const YcPinyinTyping *self,
                       guint                 at,
                       const char           *reading)
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

/* Most readings fall out by their first letter; none of the letters taken for one another, n and l, h
 * and f, is in both pairs. */
static gboolean
may_begin (guint16 typed,
           char    read)
{
  return typed == (guint16) read || (typed == 'n' && read == 'l') || (typed == 'l' && read == 'n') ||
         (typed == 'h' && read == 'f') || (typed == 'f' && read == 'h');
}

guint64
yc_pinyin_typing_step_fuzzy (const YcPinyinTyping *self,
                             guint                 at,
                             const char           *reading)
{
  char begun[LONGEST_READING + 2], ended[LONGEST_READING + 2];
  guint64 next;

  if (!may_begin (self->letters[at], reading[0]))
    return 0;
  next = yc_pinyin_typing_step (self, at, reading);
  swap_begin (reading, self->fuzzy, begun);
  swap_end (reading, self->fuzzy, ended);
  if (*begun != '\0')
    next |= yc_pinyin_typing_step (self, at, begun);
  if (*ended != '\0')
    next |= yc_pinyin_typing_step (self, at, ended);
  if (*begun != '\0' && *ended != '\0')
    {
      swap_end (begun, self->fuzzy, ended);
      next |= yc_pinyin_typing_step (self, at, ended);
    }
  return next;
}
