/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A block of a template: a paragraph, a table, a photo, what stands under the seal … */
#include "yc-template-block-private.h"
#include "yc-certificate-error-private.h"

#include <glib/gi18n-lib.h>

#include "yc-json.h"
#include "yc-logic.h"

/* What makes a block what it is: each has exactly one of them. */
static const char *const kinds[] = {
  "heading", "text", "table", "photo", "signature", "seal", "qr", "footer",
};

static void
column_free (gpointer data)
{
  YcTemplateColumn *column = data;

  g_free (column->title);
  g_clear_pointer (&column->value, yc_certificate_text_free);
  g_free (column);
}

static void
clear_text (gpointer data)
{
  if (data != NULL)
    yc_certificate_text_free (data);
}

/* An empty block, which yc_template_block_read_…() fill. */
YcTemplateBlock *
yc_template_block_new (const char *pointer)
{
  YcTemplateBlock *self = g_new0 (YcTemplateBlock, 1);

  self->pointer = g_strdup (pointer);
  self->columns = g_ptr_array_new_with_free_func (column_free);
  self->lines = g_ptr_array_new_with_free_func (clear_text);

  return self;
}

void
yc_template_block_free (YcTemplateBlock *self)
{
  g_clear_pointer (&self->when, json_node_unref);
  g_clear_pointer (&self->text, yc_certificate_text_free);
  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->lines);
  g_free (self->source);
  g_free (self->rows);
  g_free (self->pointer);
  g_free (self);
}

gboolean
yc_template_fail (GError **error, const char *pointer, const char *reason)
{
  yc_certificate_error_set (error, YC_CERTIFICATE_ERROR_TEMPLATE, pointer, reason);

  return FALSE;
}

gboolean
yc_template_block_read_align (JsonObject    *object,
                              const char    *pointer,
                              YcBlockAlign  *align,
                              GError       **error)
{
  static const char *const names[] = { "center", "left", "right" };
  const char *name = yc_json_get_string (object, "align", "center");

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i], name))
      {
        *align = YC_ALIGN_CENTRE + i;
        return TRUE;
      }

  return yc_template_fail (error, pointer, _("Alignment is left, center or right"));
}

static gboolean
read_style (YcTemplateBlock *self, JsonObject *object, GError **error)
{
  static const struct
  {
    const char *name;
    YcBlockKind kind;
  } styles[] = {
    { "body", YC_BLOCK_BODY }, { "plain", YC_BLOCK_PLAIN }, { "right", YC_BLOCK_RIGHT },
    { "note", YC_BLOCK_NOTE }, { "title", YC_BLOCK_TITLE },
  };
  const char *style = yc_json_get_string (object, "style", "body");

  for (gsize i = 0; i < G_N_ELEMENTS (styles); i++)
    if (g_str_equal (styles[i].name, style))
      {
        self->kind = styles[i].kind;
        return TRUE;
      }

  return yc_template_fail (error, self->pointer,
                           _("A paragraph’s style is title, body, plain, right or note"));
}

static gboolean
read_words (YcTemplateBlock *self, JsonObject *object, const char *member, GError **error)
{
  const char *words = yc_json_get_string (object, member, NULL);
  g_autofree char *place = yc_json_pointer_append (self->pointer, member);

  if (words == NULL || *words == '\0')
    return yc_template_fail (error, self->pointer, _("A paragraph needs a text or a table"));
  self->text = yc_certificate_text_new (words, self->rows != NULL, place, error);

  return self->text != NULL;
}

/* A text may be there once for each row of a group. */
static gboolean
read_each (YcTemplateBlock *self, JsonObject *object, GError **error)
{
  g_autofree char *place = yc_json_pointer_append (self->pointer, "each");

  self->rows = g_strdup (yc_json_get_string (object, "each", NULL));
  if (self->rows != NULL && (self->kind == YC_BLOCK_RIGHT || self->kind == YC_BLOCK_TITLE))
    return yc_template_fail (error, place, _("Only a text in the style body, plain or note repeats"));

  return self->rows == NULL || yc_certificate_path_check (self->rows, FALSE, place, error);
}

static gboolean
read_heading (YcTemplateBlock *self, JsonObject *object, GError **error)
{
  gint64 level = yc_json_get_int (object, "level", 1);

  if (level != 1 && level != 2)
    return yc_template_fail (error, self->pointer, _("A heading’s level is 1 or 2"));
  self->kind = level == 1 ? YC_BLOCK_TITLE : YC_BLOCK_HEADING;

  return read_words (self, object, "heading", error);
}

static gboolean
read_when (YcTemplateBlock *self, JsonObject *object, GError **error)
{
  JsonNode *when = yc_json_get_member (object, "when");
  g_autoptr (GError) reason = NULL;
  g_autofree char *place = yc_json_pointer_append (self->pointer, "when");

  if (when == NULL)
    return TRUE;
  if (!yc_logic_check (when, &reason))
    return yc_template_fail (error, place, reason->message);
  self->when = yc_json_copy (when);

  return TRUE;
}

/* The one member of @object that says what it is; NULL when there is none, or several. */
static const char *
find_kind (JsonObject *object)
{
  const char *found = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (json_object_has_member (object, kinds[i]))
      {
        if (found != NULL)
          return NULL;
        found = kinds[i];
      }

  return found;
}

static gboolean
read_named (YcTemplateBlock *self, const char *name, JsonObject *object, GError **error)
{
  JsonObject *part = yc_json_get_object (object, name);
  g_autofree char *place = yc_json_pointer_append (self->pointer, name);

  if (g_str_equal (name, "heading"))
    return read_heading (self, object, error);
  if (g_str_equal (name, "text"))
    return read_style (self, object, error) && read_each (self, object, error) &&
           read_words (self, object, name, error);
  if (part == NULL)
    return yc_template_fail (error, place, _("This must be an object"));
  if (g_str_equal (name, "table"))
    return yc_template_block_read_table (self, part, place, error);

  return yc_template_block_read_part (self, name, part, place, error);
}

/* One of a template's "blocks". */
YcTemplateBlock *
yc_template_block_read (JsonNode    *node,
                        const char  *pointer,
                        GError     **error)
{
  g_autoptr (YcTemplateBlock) self = yc_template_block_new (pointer);
  JsonObject *object = yc_json_node_get_object (node);
  const char *name = object != NULL ? find_kind (object) : NULL;

  if (name == NULL)
    {
      yc_template_fail (error, pointer,
                        _("A block is exactly one of heading, text, table, photo, signature, "
                          "seal, qr and footer"));
      return NULL;
    }
  if (!read_when (self, object, error) || !read_named (self, name, object, error))
    return NULL;

  return g_steal_pointer (&self);
}

/* One of the "paragraphs" of the templates from before there were blocks: a text or a table. Cases
 * keep the catalog they were taken in under, so these are read for ever. */
YcTemplateBlock *
yc_template_block_read_paragraph (JsonNode    *node,
                                  const char  *pointer,
                                  GError     **error)
{
  g_autoptr (YcTemplateBlock) self = yc_template_block_new (pointer);
  JsonObject *object = yc_json_node_get_object (node);
  gboolean is_table = yc_json_get_object (object, "table") != NULL;

  if (object == NULL)
    {
      yc_template_fail (error, pointer, _("A paragraph must be an object"));
      return NULL;
    }
  if (!read_when (self, object, error) ||
      !read_named (self, is_table ? "table" : "text", object, error))
    return NULL;

  return g_steal_pointer (&self);
}

static void
tell_path (const char         *pointer,
           const char         *member,
           const char         *rows,
           const char         *path,
           YcTemplatePathFunc  func,
           gpointer            user_data)
{
  g_autofree char *place = g_strconcat (pointer, member, NULL);

  func (place, rows, path, user_data);
}

/* Calls @func for everything that the block asks of the certificate's data. */
void
yc_template_block_each_path (YcTemplateBlock    *self,
                             YcTemplatePathFunc  func,
                             gpointer            user_data)
{
  if (self->text != NULL)
    yc_certificate_text_each_path (self->text, self->rows, func, user_data);
  for (guint i = 0; i < self->lines->len; i++)
    if (self->lines->pdata[i] != NULL)
      yc_certificate_text_each_path (self->lines->pdata[i], NULL, func, user_data);
  if (self->source != NULL)
    tell_path (self->pointer, "/photo/source", NULL, self->source, func, user_data);

  if (self->rows != NULL)
    tell_path (self->pointer, self->text != NULL ? "/each" : "/table/rows", self->rows, NULL, func,
               user_data);
  for (guint i = 0; i < self->columns->len; i++)
    yc_certificate_text_each_path (((YcTemplateColumn *) self->columns->pdata[i])->value,
                                   self->rows, func, user_data);
}
