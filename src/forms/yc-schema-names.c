/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A fixed set of names: an open table, half empty, by a keyed hash of eight letters at once. */
#include "yc-schema-names-private.h"

#include <string.h>

__extension__ typedef unsigned __int128 Wide;

typedef struct
{
  const char *name;     /* borrowed; NULL where nothing is */
  gsize       length;
  gpointer    value;
} Slot;

struct _YcSchemaNames
{
  guint mask;
  Slot  slots[];
};

static guint64 hash_key;

/* Nobody outside can tell which texts collide: the key is drawn anew by every process. */
static guint64
get_key (void)
{
  static gsize drawn;

  if (g_once_init_enter (&drawn))
    {
      hash_key = ((guint64) (g_random_int () | 0x80000000u) << 32) | g_random_int () | 1;
      g_once_init_leave (&drawn, 1);
    }
  return hash_key;
}

guint64
yc_schema_hash_mix (guint64 hash,
                    guint64 word)
{
  Wide product = (Wide) (hash ^ word) * get_key ();

  return (guint64) product ^ (guint64) (product >> 64);
}

guint64
yc_schema_hash_text (const char *text,
                     gsize       length)
{
  guint64 hash = length * 0x9e3779b97f4a7c15;
  guint64 word;

  for (; length >= 8; length -= 8, text += 8)
    {
      memcpy (&word, text, 8);
      hash = yc_schema_hash_mix (hash, word);
    }
  word = 0;
  memcpy (&word, text, length);
  return yc_schema_hash_mix (hash, word);
}

YcSchemaNames *
yc_schema_names_new (guint n_names)
{
  YcSchemaNames *self;
  guint size = 4;

  while (size < 2 * n_names)
    size *= 2;
  self = g_malloc0 (sizeof (YcSchemaNames) + size * sizeof (Slot));
  self->mask = size - 1;
  return self;
}

void
yc_schema_names_free (YcSchemaNames *self)
{
  g_free (self);
}

/* The slot that has @name, or the empty one for it. */
static const Slot *
find (const YcSchemaNames *self,
      const char          *name)
{
  gsize length = strlen (name);

  for (guint at = (guint) yc_schema_hash_text (name, length);; at++)
    {
      const Slot *slot = &self->slots[at & self->mask];

      if (slot->name == NULL ||
          (slot->length == length && memcmp (slot->name, name, length) == 0))
        return slot;
    }
}

/* Not more names than were announced; @name must stay. */
void
yc_schema_names_add (YcSchemaNames *self,
                     const char    *name,
                     gpointer       value)
{
  Slot *slot = (Slot *) find (self, name);

  slot->name = name;
  slot->length = strlen (name);
  slot->value = value;
}

/* What stands by @name, or %NULL. */
gpointer
yc_schema_names_lookup (const YcSchemaNames *self,
                        const char          *name)
{
  return find (self, name)->value;
}
