/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Personal documents: the same as a segment of the file, but with the bodies, and never written. */
#include "yc-search-memory-private.h"

struct _YcSearchMemory
{
  /* Of YcSearchDocument. */
  GPtrArray       *documents;
  /* Interned by nobody: a name is looked for among few. */
  GPtrArray       *names;
  /* NULL until it is asked for. */
  YcSearchSegment *segment;
};

YcSearchMemory *
yc_search_memory_new (void)
{
  YcSearchMemory *self = g_new0 (YcSearchMemory, 1);

  self->documents = g_ptr_array_new_with_free_func ((GDestroyNotify) yc_search_document_free);
  self->names = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
yc_search_memory_free (YcSearchMemory *self)
{
  g_clear_pointer (&self->segment, yc_search_segment_free);
  g_ptr_array_unref (self->documents);
  g_ptr_array_unref (self->names);
  g_free (self);
}

static gboolean
find_document (YcSearchMemory *self,
               const char     *kind,
               const char     *id,
               guint          *at)
{
  for (guint i = 0; i < self->documents->len; i++)
    {
      const YcSearchDocument *document = self->documents->pdata[i];

      *at = i;
      if (g_str_equal (document->id, id) && g_str_equal (document->kind, kind))
        return TRUE;
    }
  return FALSE;
}

static YcSearchDocument *
copy_document (const YcSearchDocument *document)
{
  YcSearchDocument *copy =
    yc_search_document_new (document->kind, document->id, document->title);

  yc_search_document_set_body (copy, document->body);
  g_string_assign (copy->tags, document->tags->str);
  g_string_assign (copy->codes, document->codes->str);
  g_string_assign (copy->places, document->places->str);
  copy->weight = document->weight;
  copy->from = document->from;
  copy->until = document->until;
  copy->personal = TRUE;
  return copy;
}

static void
put (YcSearchMemory         *self,
     const YcSearchDocument *document)
{
  guint at;

  if (find_document (self, document->kind, document->id, &at))
    {
      yc_search_document_free (self->documents->pdata[at]);
      self->documents->pdata[at] = copy_document (document);
    }
  else
    g_ptr_array_add (self->documents, copy_document (document));
  g_clear_pointer (&self->segment, yc_search_segment_free);
}

static void
drop (YcSearchMemory *self,
      const char     *kind,
      const char     *id)
{
  guint at;

  if (!find_document (self, kind, id, &at))
    return;
  g_ptr_array_remove_index (self->documents, at);
  g_clear_pointer (&self->segment, yc_search_segment_free);
}

void
yc_search_memory_apply (YcSearchMemory *self,
                        YcSearchBatch  *batch)
{
  for (guint i = 0; i < batch->changes->len; i++)
    {
      YcSearchChange *change = batch->changes->pdata[i];

      if (change->document == NULL)
        drop (self, change->kind, change->id);
      else if (change->document->personal)
        put (self, change->document);
    }
}

static guint16
name_it (YcSearchMemory *self,
         const char     *name)
{
  guint at;

  if (!g_ptr_array_find_with_equal_func (self->names, name, g_str_equal, &at))
    {
      at = self->names->len;
      g_ptr_array_add (self->names, g_strdup (name));
    }
  return (guint16) (YC_SEARCH_MEMORY_NAMES + MIN (at, YC_SEARCH_MEMORY_NAMES - 1));
}

static void
make_segment (YcSearchMemory *self)
{
  g_auto (YcSearchBuilder) builder = { NULL };
  g_autoptr (GBytes) entries = NULL;
  g_autoptr (GBytes) shorts = NULL;
  g_autoptr (GBytes) plain = NULL;

  yc_search_builder_init (&builder, TRUE);
  for (guint i = 0; i < self->documents->len; i++)
    {
      const YcSearchDocument *document = self->documents->pdata[i];

      yc_search_builder_add (&builder, document, name_it (self, document->kind),
                             name_it (self, document->places->str), i);
    }
  yc_search_builder_end (&builder);
  entries = g_bytes_new (builder.entries->data, builder.entries->len * sizeof (YcSearchEntry));
  shorts = g_bytes_new (builder.shorts->data, builder.shorts->len * sizeof (guint16));
  plain = g_bytes_new (builder.plain->data, builder.plain->len * sizeof (guint16));
  self->segment = yc_search_segment_new (0, YC_SEARCH_MEMORY_FIRST, entries, shorts, plain, TRUE);
}

const YcSearchSegment *
yc_search_memory_get_segment (YcSearchMemory *self)
{
  if (self->segment == NULL && self->documents->len > 0)
    make_segment (self);
  return self->segment;
}

const YcSearchDocument *
yc_search_memory_get_document (YcSearchMemory *self,
                               guint           entry)
{
  return self->documents->pdata[entry];
}

gint64
yc_search_memory_find (YcSearchMemory *self,
                       const char     *kind,
                       const char     *id)
{
  guint at;

  return find_document (self, kind, id, &at) ? YC_SEARCH_MEMORY_FIRST + at : 0;
}

guint
yc_search_memory_get_n_names (YcSearchMemory *self)
{
  return self->names->len;
}

const char *
yc_search_memory_get_name (YcSearchMemory *self,
                           guint           name)
{
  return self->names->pdata[name];
}
