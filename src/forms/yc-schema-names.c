/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A fixed set of names: an open table, half empty, by a keyed hash of eight letters at once. */
#include "yc-schema-names-private.h"

#include <string.h>

__extension__ typedef unsigned __int128 Wide;

/* The first and the last eight letters, which are all of a name that has not more than 16. */
typedef struct
{
  gsize   length;
  guint64 head;
  guint64 tail;
} Key;

#define WHOLE_LENGTH 16

typedef struct
{
  const char *name;     /* borrowed; NULL where nothing is */
  Key         key;
  gpointer    value;
} Slot;

struct _YcSchemaNames
{
  guint   mask;
  guint64 secrets[2];
  Slot    slots[];
};

static guint64 hash_secrets[2];

static guint64
draw (void)
{
  return ((guint64) (g_random_int () | 0x80000000u) << 32) | g_random_int () | 1;
}

/* Nobody outside can tell which texts collide: the secrets are drawn anew by every process. */
static const guint64 *
get_secrets (void)
{
  static gsize drawn;

  if (g_once_init_enter (&drawn))
    {
      hash_secrets[0] = draw ();
      hash_secrets[1] = draw ();
      g_once_init_leave (&drawn, 1);
    }
  return hash_secrets;
}

static inline guint64
multiply (guint64 a,
          guint64 b)
{
  Wide product = (Wide) a * b;

  return (guint64) product ^ (guint64) (product >> 64);
}

guint64
yc_schema_hash_mix (guint64 hash,
                    guint64 word)
{
  return multiply (hash ^ word, get_secrets ()[0]);
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

/* Letters may be read twice, which costs less than asking how many there are of the last word. */
static inline Key
read_key (const char *name)
{
  Key key = { strlen (name), 0, 0 };
  gsize last = key.length - 1;

  if (key.length >= 8)
    {
      memcpy (&key.head, name, 8);
      memcpy (&key.tail, name + key.length - 8, 8);
    }
  else if (key.length >= 4)
    {
      memcpy (&key.head, name, 4);
      memcpy (&key.tail, name + key.length - 4, 4);
    }
  else if (key.length > 0)
    {
      key.head = (guint8) name[0];
      key.tail = (guint64) (guint8) name[key.length / 2] << 8 | (guint8) name[last];
    }
  return key;
}

static inline guint
hash_key (const YcSchemaNames *self,
          const Key           *key,
          const char          *name)
{
  if (key->length > WHOLE_LENGTH)
    return (guint) yc_schema_hash_text (name, key->length);
  return (guint) multiply (key->head ^ self->secrets[0] ^ key->length,
                           key->tail ^ self->secrets[1]);
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
  memcpy (self->secrets, get_secrets (), sizeof self->secrets);
  return self;
}

void
yc_schema_names_free (YcSchemaNames *self)
{
  g_free (self);
}

static inline gboolean
is_same (const Slot *slot,
         const Key  *key,
         const char *name)
{
  return slot->key.head == key->head && slot->key.tail == key->tail &&
         slot->key.length == key->length &&
         (key->length <= WHOLE_LENGTH || memcmp (slot->name, name, key->length) == 0);
}

/* The slot that has @name, or the empty one for it. */
static inline const Slot *
find (const YcSchemaNames *self,
      const Key           *key,
      const char          *name)
{
  for (guint at = hash_key (self, key, name);; at++)
    {
      const Slot *slot = &self->slots[at & self->mask];

      if (slot->name == NULL || is_same (slot, key, name))
        return slot;
    }
}

/* Not more names than were announced; @name must stay. */
void
yc_schema_names_add (YcSchemaNames *self,
                     const char    *name,
                     gpointer       value)
{
  Key key = read_key (name);
  Slot *slot = (Slot *) find (self, &key, name);

  slot->name = name;
  slot->key = key;
  slot->value = value;
}

/* What stands by @name, or %NULL. */
gpointer
yc_schema_names_lookup (const YcSchemaNames *self,
                        const char          *name)
{
  Key key = read_key (name);

  return find (self, &key, name)->value;
}
