/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How Chinese characters are read. */
#include "yc-pinyin-private.h"

#include <string.h>

#define LONGEST_WORD 4

typedef struct
{
  /* Followed by 0. */
  guint16 units[LONGEST_WORD];
  /* Which of the readings of each is meant, as bits; 0 where there is no choice. */
  guint8  masks[LONGEST_WORD];
} Word;

#include "yc-pinyin-table.h"

G_STATIC_ASSERT (FIRST == YC_PINYIN_FIRST && LAST == YC_PINYIN_LAST);

/* A power of two, some three times as many as there are words. */
#define N_SLOTS 32768

/* A bit for each unit that some word begins with. */
static guint8 begins[0x10000 / 8];

/* By the first two units: the number of the first word that begins with them, from 1 on. */
static guint16 slots[N_SLOTS];

static inline guint
hash_pair (guint16 first,
           guint16 second)
{
  return ((guint) first << 16 | second) * 2654435769u >> 17;
}

static gboolean
begins_with (const Word *word,
             guint16     first,
             guint16     second)
{
  return word->units[0] == first && word->units[1] == second;
}

static gpointer
fill_slots (gpointer data)
{
  G_STATIC_ASSERT (G_N_ELEMENTS (words) < N_SLOTS / 2);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      guint16 first = words[i].units[0], second = words[i].units[1];
      guint slot = hash_pair (first, second);

      begins[first / 8] |= (guint8) (1u << first % 8);
      while (slots[slot] != 0 && !begins_with (&words[slots[slot] - 1], first, second))
        slot = (slot + 1) % N_SLOTS;
      if (slots[slot] == 0)
        slots[slot] = (guint16) (i + 1);
    }
  return slots;
}

/* The first of the words that begin so; NULL when there is none. */
static inline const Word *
find_words (guint16 first,
            guint16 second)
{
  for (guint slot = hash_pair (first, second); slots[slot] != 0; slot = (slot + 1) % N_SLOTS)
    if (begins_with (&words[slots[slot] - 1], first, second))
      return &words[slots[slot] - 1];
  return NULL;
}

static gboolean
stands_at (const Word    *word,
           const guint16 *text,
           gsize          length)
{
  for (guint i = 2; i < LONGEST_WORD && word->units[i] != 0; i++)
    if (i >= length || text[i] != word->units[i])
      return FALSE;
  return TRUE;
}

/* Leaves in @masks what the words say that begin at @text. */
static void
note_words (const guint16 *text,
            gsize          length,
            guint16       *masks)
{
  const Word *word = find_words (text[0], text[1]);

  for (; word != NULL && word < words + G_N_ELEMENTS (words) &&
         begins_with (word, text[0], text[1]);
       word++)
    if (stands_at (word, text, length))
      for (guint i = 0; i < LONGEST_WORD && word->units[i] != 0; i++)
        masks[i] |= word->masks[i];
}

static inline guint16
narrow (guint16 unit,
        guint   mask)
{
  guint16 sound = unit >= FIRST && unit <= LAST ? table[unit - FIRST] : 0;

  return mask != 0 ? some_sounds[some_begin[sound] + mask - 1] : sound;
}

void
yc_pinyin_read (const guint16 *text,
                gsize          length,
                guint16       *sounds)
{
  static GOnce once = G_ONCE_INIT;

  g_once (&once, fill_slots, NULL);
  memset (sounds, 0, length * sizeof *sounds);
  for (gsize i = 0; i + 1 < length; i++)
    if (begins[text[i] / 8] >> text[i] % 8 & 1)
      note_words (text + i, length - i, sounds + i);
  for (gsize i = 0; i < length; i++)
    sounds[i] = narrow (text[i], sounds[i]);
}

const guint16 *
yc_pinyin_get_sounds (void)
{
  return table;
}

guint
yc_pinyin_get_n_sounds (void)
{
  return G_N_ELEMENTS (all_readings);
}

const char *const *
yc_pinyin_get_readings (guint sound)
{
  return all_readings[sound];
}

guint32
yc_pinyin_get_hash (void)
{
  return PINYIN_HASH;
}
