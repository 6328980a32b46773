/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A stretch of the index. */
#include "yc-search-segment-private.h"

static gboolean
is_sound (const YcSearchSegment *self)
{
  const YcSearchEntry *last = &self->entries[self->n_entries];

  for (guint i = 0; i < self->n_entries; i++)
    if (self->entries[i + 1].shorts <= self->entries[i].shorts ||
        self->entries[i + 1].plain <= self->entries[i].plain ||
        self->entries[i + 1].body < self->entries[i].body)
      return FALSE;
  return last->shorts == self->n_shorts && last->plain == self->n_plain &&
         (self->n_shorts == 0 || self->shorts[self->n_shorts - 1] == YC_SEARCH_END) &&
         (self->n_plain == 0 || self->plain[self->n_plain - 1] == YC_SEARCH_END);
}

YcSearchSegment *
yc_search_segment_new (gint64    number,
                       gint64    first,
                       GBytes   *entries,
                       GBytes   *shorts,
                       GBytes   *plain,
                       gboolean  in_memory)
{
  g_autoptr (YcSearchSegment) self = g_new0 (YcSearchSegment, 1);
  gsize size;

  self->number = number;
  self->first = first;
  self->in_memory = in_memory;
  self->entries_bytes = g_bytes_ref (entries);
  self->shorts_bytes = g_bytes_ref (shorts);
  self->plain_bytes = g_bytes_ref (plain);
  self->entries = g_bytes_get_data (entries, &size);
  if (size == 0 || size % sizeof (YcSearchEntry) != 0)
    return NULL;
  self->n_entries = (guint) (size / sizeof (YcSearchEntry)) - 1;
  self->shorts = g_bytes_get_data (shorts, &size);
  self->n_shorts = size / sizeof (guint16);
  self->plain = g_bytes_get_data (plain, &size);
  self->n_plain = size / sizeof (guint16);
  return is_sound (self) ? g_steal_pointer (&self) : NULL;
}

void
yc_search_segment_free (YcSearchSegment *self)
{
  g_clear_pointer (&self->removed, g_bytes_unref);
  g_clear_pointer (&self->entries_bytes, g_bytes_unref);
  g_clear_pointer (&self->shorts_bytes, g_bytes_unref);
  g_clear_pointer (&self->plain_bytes, g_bytes_unref);
  g_free (self);
}
