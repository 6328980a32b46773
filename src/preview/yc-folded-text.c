/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text as a reader takes it: whichever form its letters have and wherever its lines end. */
#include "yc-folded-text.h"

#define SOFT_HYPHEN 0x00ad
#define HYPHEN 0x2010
#define ZERO_WIDTH_SPACE 0x200b
#define BYTE_ORDER_MARK 0xfeff

typedef struct
{
  gunichar letter;
  guint    source;   /* the character that it stands for */
  gboolean optional; /* or nothing at all */
} Letter;

struct _YcFoldedText
{
  GArray *letters; /* of Letter */
};

/* With their punctuation and the wide forms: what is set without blanks. */
static gboolean
is_chinese (gunichar c)
{
  return (c >= 0x2e80 && c <= 0x9fff) || (c >= 0xf900 && c <= 0xfaff) ||
         (c >= 0xfe30 && c <= 0xfe4f) || (c >= 0xff00 && c <= 0xffef) ||
         (c >= 0x20000 && c <= 0x3ffff);
}

/* These have one form only; there are so many of them that it pays not to ask. */
static gboolean
is_plain (gunichar c)
{
  return c < 0x80 || (c >= 0x3400 && c <= 0x9fff);
}

static gboolean
is_invisible (gunichar c)
{
  return c == SOFT_HYPHEN || c == ZERO_WIDTH_SPACE || c == BYTE_ORDER_MARK;
}

static void
add_letter (YcFoldedText *self, gunichar letter, guint source, gboolean optional)
{
  const Letter next = { letter, source, optional };

  g_array_append_val (self->letters, next);
}

static void
add_folded (YcFoldedText *self, gunichar c, guint source)
{
  char text[6];
  int length;
  g_autofree char *normal = NULL;
  g_autofree char *folded = NULL;

  if (is_plain (c))
    {
      add_letter (self, g_unichar_tolower (c), source, FALSE);
      return;
    }
  length = g_unichar_to_utf8 (c, text);
  normal = g_utf8_normalize (text, length, G_NORMALIZE_ALL_COMPOSE);
  folded = g_utf8_casefold (normal != NULL ? normal : "", -1);
  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    add_letter (self, g_utf8_get_char (at), source, FALSE);
}

/* Returns the first character after the blanks that begin at @from. */
static glong
skip_blanks (const gunichar *text, glong from, glong length, gboolean *ends_line)
{
  glong after = from;

  while (after < length && g_unichar_isspace (text[after]))
    {
      *ends_line = *ends_line || text[after] == '\n' || text[after] == '\r';
      after++;
    }
  return after;
}

static glong
add_blanks (YcFoldedText *self, const gunichar *text, glong from, glong length)
{
  gboolean ends_line = FALSE;
  glong after = skip_blanks (text, from, length, &ends_line);

  if (from > 0 && after < length && !is_chinese (text[from - 1]) && !is_chinese (text[after]))
    add_letter (self, ' ', (guint) from, ends_line);
  return after;
}

static gboolean
parts_word (const gunichar *text, glong at, glong length)
{
  gboolean ends_line = FALSE;

  if ((text[at] != '-' && text[at] != HYPHEN) || at == 0 || !g_unichar_isalpha (text[at - 1]))
    return FALSE;
  skip_blanks (text, at + 1, length, &ends_line);
  return ends_line;
}

YcFoldedText *
yc_folded_text_new (const char *text)
{
  YcFoldedText *self = g_new0 (YcFoldedText, 1);
  glong length;
  g_autofree gunichar *characters = g_utf8_to_ucs4_fast (text, -1, &length);
  glong at = 0;

  self->letters = g_array_new (FALSE, FALSE, sizeof (Letter));
  while (at < length)
    {
      gunichar c = characters[at];

      if (g_unichar_isspace (c))
        at = add_blanks (self, characters, at, length);
      else
        {
          if (parts_word (characters, at, length))
            add_letter (self, '-', (guint) at, TRUE);
          else if (!is_invisible (c))
            add_folded (self, c, (guint) at);
          at++;
        }
    }
  return self;
}

void
yc_folded_text_free (YcFoldedText *self)
{
  g_array_unref (self->letters);
  g_free (self);
}

gboolean
yc_folded_text_is_empty (const YcFoldedText *self)
{
  return self->letters->len == 0;
}

static const Letter *
get_letter (const YcFoldedText *self, guint at)
{
  return at < self->letters->len ? &g_array_index (self->letters, Letter, at) : NULL;
}

/* Returns what comes after @words when they stand at @at, else 0. */
static guint
match (const YcFoldedText *self, const YcFoldedText *words, guint at)
{
  guint i = 0;

  while (i < words->letters->len)
    {
      const Letter *wanted = get_letter (words, i);
      const Letter *there = get_letter (self, at);

      if (there == NULL)
        return 0;
      if (there->letter == wanted->letter)
        i++;
      else if (!there->optional || i == 0)
        return 0;
      at++;
    }
  return at;
}

gboolean
yc_folded_text_find (const YcFoldedText *self,
                     const YcFoldedText *words,
                     guint              *position,
                     guint              *first,
                     guint              *n)
{
  if (yc_folded_text_is_empty (words))
    return FALSE;
  for (guint at = *position; at < self->letters->len; at++)
    {
      guint after = match (self, words, at);

      if (after == 0)
        continue;
      *position = after;
      *first = get_letter (self, at)->source;
      *n = get_letter (self, after - 1)->source - *first + 1;
      return TRUE;
    }
  return FALSE;
}
