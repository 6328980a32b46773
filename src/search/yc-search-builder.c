/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts together what is kept in memory of documents, and their bodies to be indexed. */
#include "yc-folding-private.h"
#include "yc-search-segment-private.h"

#include <string.h>

void
yc_search_builder_init (YcSearchBuilder *self,
                        gboolean         in_memory)
{
  self->entries = g_array_new (FALSE, FALSE, sizeof (YcSearchEntry));
  self->shorts = g_array_new (FALSE, FALSE, sizeof (guint16));
  self->plain = g_array_new (FALSE, FALSE, sizeof (guint16));
  self->bodies = g_array_new (FALSE, FALSE, sizeof (guint16));
  self->in_memory = in_memory;
}

void
yc_search_builder_clear (YcSearchBuilder *self)
{
  g_clear_pointer (&self->entries, g_array_unref);
  g_clear_pointer (&self->shorts, g_array_unref);
  g_clear_pointer (&self->plain, g_array_unref);
  g_clear_pointer (&self->bodies, g_array_unref);
}

static void
append_unit (GArray  *units,
             guint16  unit)
{
  g_array_append_val (units, unit);
}

static void
append_line (GArray     *units,
             guint16     mark,
             const char *line)
{
  append_unit (units, mark);
  yc_folding_append (units, line, NULL);
}

/* The letters and digits of a code alone, when there is anything between them. */
static char *
strip_code (const char *code)
{
  g_autoptr (GString) plain = g_string_new (NULL);

  for (const char *p = code; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      g_string_append_unichar (plain, g_utf8_get_char (p));
  return plain->len < strlen (code) ? g_string_free (g_steal_pointer (&plain), FALSE) : NULL;
}

static void
append_tags (GArray     *units,
             const char *lines)
{
  g_auto (GStrv) tags = g_strsplit (lines, "\n", -1);

  for (guint i = 0; tags[i] != NULL; i++)
    if (*tags[i] != '\0')
      append_line (units, YC_SEARCH_TAG, tags[i]);
}

static void
append_codes (GArray     *units,
              const char *lines)
{
  g_auto (GStrv) codes = g_strsplit (lines, "\n", -1);

  for (guint i = 0; codes[i] != NULL; i++)
    {
      g_autofree char *plain = strip_code (codes[i]);

      if (*codes[i] != '\0')
        append_line (units, YC_SEARCH_CODE, codes[i]);
      if (plain != NULL && *plain != '\0')
        append_line (units, YC_SEARCH_CODE, plain);
    }
}

static guint16
shorten_day (guint32 julian)
{
  return julian == 0 ? 0 : (guint16) (CLAMP (julian, YC_SEARCH_FIRST_DAY + 1,
                                             YC_SEARCH_FIRST_DAY + G_MAXUINT16) -
                                      YC_SEARCH_FIRST_DAY);
}

static guint32
append_body (YcSearchBuilder *self,
             const char      *body)
{
  GArray *units = self->in_memory ? self->plain : self->bodies;
  guint32 begin;

  if (self->in_memory)
    append_unit (units, YC_SEARCH_BODY);
  begin = units->len;
  yc_folding_append (units, body, NULL);
  if (!self->in_memory)
    append_unit (units, YC_SEARCH_END);
  return begin;
}

void
yc_search_builder_add (YcSearchBuilder        *self,
                       const YcSearchDocument *document,
                       guint16                 kind,
                       guint16                 place,
                       guint32                 sequence)
{
  YcSearchEntry entry = { .shorts = self->shorts->len, .plain = self->plain->len,
                          .sequence = sequence };

  yc_folding_append (self->shorts, document->title, NULL);
  entry.title = (guint16) MIN (self->shorts->len - entry.shorts, G_MAXUINT16);
  append_tags (self->shorts, document->tags->str);
  append_unit (self->shorts, YC_SEARCH_END);
  append_codes (self->plain, document->codes->str);
  entry.body = append_body (self, document->body);
  append_unit (self->plain, YC_SEARCH_END);
  entry.from = shorten_day (document->from);
  entry.until = shorten_day (document->until);
  entry.weight = (guint16) (document->weight * YC_SEARCH_WEIGHT_ONE);
  entry.place = place;
  entry.kind = kind;
  g_array_append_val (self->entries, entry);
}

void
yc_search_builder_end (YcSearchBuilder *self)
{
  YcSearchEntry end = { .shorts = self->shorts->len, .plain = self->plain->len };

  end.body = self->in_memory ? self->plain->len : self->bodies->len;
  g_array_append_val (self->entries, end);
}
