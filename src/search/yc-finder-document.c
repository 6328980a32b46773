/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a finder knows of one document, made ready in any thread. */
#include "yc-finder-document-private.h"

#include <string.h>

/* Copies @text to *@at, which goes on behind it. */
static const char *
store (char      **at,
       const char *text)
{
  char *copy = *at;

  *at = g_stpcpy (copy, text) + 1;
  return copy;
}

static void
store_tags (YcFinderDocument *self,
            char            **at,
            char            **tags)
{
  for (guint i = 0; tags[i] != NULL; i++)
    if (*tags[i] != '\0')
      yc_search_text_init (&self->tags[self->n_tags++], store (at, tags[i]), TRUE);
}

YcFinderDocument *
yc_finder_document_new (const char *kind,
                        const char *id,
                        const char *title,
                        const char *body,
                        const char *tags,
                        double      weight)
{
  g_autofree char *valid_title = g_utf8_make_valid (title, -1);
  g_autofree char *valid_body = g_utf8_make_valid (body != NULL ? body : "", -1);
  g_autofree char *valid_tags = g_utf8_make_valid (tags != NULL ? tags : "", -1);
  g_auto (GStrv) split = g_strsplit (valid_tags, "\n", -1);
  gsize head = sizeof (YcFinderDocument) + g_strv_length (split) * sizeof (YcSearchText);
  YcFinderDocument *self;
  char *at;

  self = g_malloc0 (head + strlen (id) + strlen (valid_title) + strlen (valid_body) +
                    strlen (valid_tags) + 4);
  at = (char *) self + head;
  self->kind = g_intern_string (kind);
  self->id = store (&at, id);
  self->weight = weight;
  yc_search_text_init (&self->title, store (&at, valid_title), TRUE);
  store_tags (self, &at, split);
  yc_search_text_init (&self->body, store (&at, valid_body), FALSE);
  yc_search_text_note (&self->body, &self->present);
  return self;
}

void
yc_finder_document_free (YcFinderDocument *self)
{
  g_free (self);
}

const char *
yc_finder_document_get_title (YcFinderDocument *self)
{
  return self->title.text;
}

const char *
yc_finder_document_get_body (YcFinderDocument *self)
{
  return self->body.text;
}

char *
yc_finder_document_dup_tags (YcFinderDocument *self)
{
  g_autoptr (GString) tags = g_string_new (NULL);

  for (guint i = 0; i < self->n_tags; i++)
    g_string_append_printf (tags, "%s%s", i > 0 ? "\n" : "", self->tags[i].text);
  return g_string_free (g_steal_pointer (&tags), FALSE);
}
