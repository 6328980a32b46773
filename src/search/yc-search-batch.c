/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changes of a search index that happen together or not at all. */
#include "yc-search-batch-private.h"

#include "yc-search-document-private.h"

#include <string.h>

static void
free_change (gpointer data)
{
  YcSearchChange *change = data;

  g_clear_pointer (&change->document, yc_search_document_free);
  g_free (change->kind);
  g_free (change->id);
  g_free (change);
}

YcSearchBatch *
yc_search_batch_new (void)
{
  YcSearchBatch *self = g_new0 (YcSearchBatch, 1);

  self->changes = g_ptr_array_new_with_free_func (free_change);
  return self;
}

void
yc_search_batch_free (YcSearchBatch *self)
{
  g_ptr_array_unref (self->changes);
  g_free (self->stamp);
  g_free (self);
}

static gsize
measure (const YcSearchDocument *document)
{
  return strlen (document->title) + strlen (document->body) + document->tags->len +
         document->codes->len;
}

void
yc_search_batch_put (YcSearchBatch    *self,
                     YcSearchDocument *document)
{
  YcSearchChange *change;

  g_return_if_fail (self != NULL);
  g_return_if_fail (document != NULL);

  change = g_new0 (YcSearchChange, 1);
  change->document = document;
  self->size += measure (document);
  g_ptr_array_add (self->changes, change);
}

void
yc_search_batch_remove (YcSearchBatch *self,
                        const char    *kind,
                        const char    *id)
{
  YcSearchChange *change;

  g_return_if_fail (self != NULL);
  g_return_if_fail (kind != NULL && id != NULL);

  change = g_new0 (YcSearchChange, 1);
  change->kind = g_strdup (kind);
  change->id = g_strdup (id);
  g_ptr_array_add (self->changes, change);
}

void
yc_search_batch_begin_fill (YcSearchBatch *self)
{
  g_return_if_fail (self != NULL);

  self->begins = TRUE;
}

void
yc_search_batch_end_fill (YcSearchBatch *self)
{
  g_return_if_fail (self != NULL);

  self->ends = TRUE;
}

void
yc_search_batch_set_stamp (YcSearchBatch *self,
                           const char    *stamp)
{
  g_return_if_fail (self != NULL);

  g_free (self->stamp);
  self->stamp = g_strdup (stamp);
}

gsize
yc_search_batch_get_size (YcSearchBatch *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->size;
}

gboolean
yc_search_change_is_personal (const YcSearchChange *change)
{
  return change->document != NULL && change->document->personal;
}
