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
            const char       *tags)
{
  char *end = *at + strlen (tags);

  memcpy (*at, tags, strlen (tags) + 1);
  for (char *tag = *at; tag <= end; tag += strlen (tag) + 1)
    {
      tag[strcspn (tag, "\n")] = '\0';
      if (*tag != '\0')
        yc_search_text_init (&self->tags[self->n_tags++], tag, TRUE);
    }
  *at = end + 1;
}

static guint
count_lines (const char *text)
{
  guint n = 1;

  for (const char *p = strchr (text, '\n'); p != NULL; p = strchr (p + 1, '\n'))
    n++;
  return n;
}

static YcFinderDocument *
make_document (const char *kind,
               const char *id,
               const char *title,
               const char *body,
               const char *tags,
               double      weight)
{
  gsize head = sizeof (YcFinderDocument) + count_lines (tags) * sizeof (YcSearchText);
  YcFinderDocument *self =
    g_malloc0 (head + strlen (id) + strlen (title) + strlen (body) + strlen (tags) + 4);
  char *at = (char *) self + head;

  self->kind = g_intern_string (kind);
  self->id = store (&at, id);
  self->weight = weight;
  yc_search_text_init (&self->title, store (&at, title), TRUE);
  yc_search_text_init (&self->body, store (&at, body), FALSE);
  yc_search_text_note (&self->body, &self->present);
  store_tags (self, &at, tags);
  return self;
}

static gboolean
is_valid (const char *text)
{
  return g_utf8_validate (text, -1, NULL);
}

YcFinderDocument *
yc_finder_document_new (const char *kind,
                        const char *id,
                        const char *title,
                        const char *body,
                        const char *tags,
                        double      weight)
{
  g_autofree char *valid_title = NULL;
  g_autofree char *valid_body = NULL;
  g_autofree char *valid_tags = NULL;

  body = body != NULL ? body : "";
  tags = tags != NULL ? tags : "";
  /* Nearly always so, and ten thousand copies leave holes in the heap. */
  if (is_valid (title) && is_valid (body) && is_valid (tags))
    return make_document (kind, id, title, body, tags, weight);

  valid_title = g_utf8_make_valid (title, -1);
  valid_body = g_utf8_make_valid (body, -1);
  valid_tags = g_utf8_make_valid (tags, -1);
  return make_document (kind, id, valid_title, valid_body, valid_tags, weight);
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
