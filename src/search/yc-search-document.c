/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a search index is told of one document. */
#include "yc-search-document-private.h"

static char *
make_valid (const char *text)
{
  return g_utf8_make_valid (text != NULL ? text : "", -1);
}

YcSearchDocument *
yc_search_document_new (const char *kind,
                        const char *id,
                        const char *title)
{
  YcSearchDocument *self;

  g_return_val_if_fail (kind != NULL && id != NULL, NULL);

  self = g_new0 (YcSearchDocument, 1);
  self->kind = make_valid (kind);
  self->id = make_valid (id);
  self->title = make_valid (title);
  self->body = g_strdup ("");
  self->tags = g_string_new (NULL);
  self->codes = g_string_new (NULL);
  self->places = g_string_new (NULL);
  self->weight = 1.0;
  return self;
}

void
yc_search_document_free (YcSearchDocument *self)
{
  g_free (self->kind);
  g_free (self->id);
  g_free (self->title);
  g_free (self->body);
  g_string_free (self->tags, TRUE);
  g_string_free (self->codes, TRUE);
  g_string_free (self->places, TRUE);
  g_free (self);
}

void
yc_search_document_set_body (YcSearchDocument *self,
                             const char       *body)
{
  g_return_if_fail (self != NULL);

  g_free (self->body);
  self->body = make_valid (body);
}

static void
add_line (GString    *lines,
          const char *text)
{
  g_autofree char *line = make_valid (text);

  g_strdelimit (line, "\n", ' ');
  if (*line != '\0')
    g_string_append_printf (lines, "%s\n", line);
}

void
yc_search_document_add_tag (YcSearchDocument *self,
                            const char       *tag)
{
  g_return_if_fail (self != NULL);

  add_line (self->tags, tag);
}

void
yc_search_document_add_code (YcSearchDocument *self,
                             const char       *code)
{
  g_return_if_fail (self != NULL);

  add_line (self->codes, code);
}

void
yc_search_document_set_weight (YcSearchDocument *self,
                               double            weight)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (weight > 0);

  self->weight = CLAMP (weight, 0.01, 10);
}

void
yc_search_document_add_place (YcSearchDocument *self,
                              const char       *place)
{
  g_return_if_fail (self != NULL);

  add_line (self->places, place);
}

static guint32
get_day (const GDate *date)
{
  return date != NULL && g_date_valid (date) ? g_date_get_julian (date) : 0;
}

void
yc_search_document_set_in_force (YcSearchDocument *self,
                                 const GDate      *from,
                                 const GDate      *until)
{
  g_return_if_fail (self != NULL);

  self->from = get_day (from);
  self->until = get_day (until);
}

void
yc_search_document_set_personal (YcSearchDocument *self,
                                 gboolean          personal)
{
  g_return_if_fail (self != NULL);

  self->personal = personal;
}
