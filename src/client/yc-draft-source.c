/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fills a form from what the desk knows of the applicant already (`x-source` in the schema), and
 * keeps such a field in step as long as nobody typed into it. */
#include "yc-draft-source.h"

#include "yc-json.h"

#include <glib/gi18n-lib.h>

#define MAX_DEPTH 8

typedef struct
{
  char *field;
  char *source;
} Link;

struct _YcDraftSource
{
  GPtrArray *links;
};

static void
link_free (Link *link)
{
  g_free (link->field);
  g_free (link->source);
  g_free (link);
}

static void
collect (YcDraftSource *self,
         JsonObject    *schema,
         const char    *pointer,
         guint          depth)
{
  JsonObject *members = yc_json_get_object (schema, "properties");
  const char *source = yc_json_get_string (schema, "x-source", NULL);
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  if (source != NULL)
    {
      Link *link = g_new0 (Link, 1);

      link->field = g_strdup (pointer);
      link->source = g_strdup (source);
      g_ptr_array_add (self->links, link);
    }
  if (members == NULL || depth == MAX_DEPTH)
    return;
  json_object_iter_init (&iter, members);
  while (json_object_iter_next (&iter, &name, &member))
    {
      g_autofree char *below = yc_json_pointer_append (pointer, name);

      if (JSON_NODE_HOLDS_OBJECT (member))
        collect (self, json_node_get_object (member), below, depth + 1);
    }
}

YcDraftSource *
yc_draft_source_new (JsonNode *schema)
{
  YcDraftSource *self = g_new0 (YcDraftSource, 1);

  self->links = g_ptr_array_new_with_free_func ((GDestroyNotify) link_free);
  collect (self, yc_json_node_get_object (schema), "", 0);
  return self;
}

void
yc_draft_source_free (YcDraftSource *self)
{
  g_ptr_array_unref (self->links);
  g_free (self);
}

/* Where a value came from, for the badge beside the field. */
static const char *
label_of (const char *source)
{
  if (g_str_has_prefix (source, "/answers/"))
    return C_("source", "Answers");
  if (g_str_has_prefix (source, "/place"))
    return C_("source", "Place");
  return C_("source", "Citizen");
}

static gboolean
is_ours (YcFormField *field,
         const char  *label)
{
  return yc_form_field_get_value (field) == NULL ||
         g_strcmp0 (yc_form_field_get_source (field), label) == 0;
}

static void
apply_link (const Link *link,
            YcForm     *form,
            JsonNode   *known)
{
  YcFormField *field = yc_form_find_field (form, link->field);
  JsonNode *value = yc_json_pointer_get (known, link->source);
  const char *label = label_of (link->source);

  if (field == NULL || !is_ours (field, label) || yc_json_node_is_null (value) ||
      g_strcmp0 (yc_json_node_get_string (value), "") == 0 ||
      yc_json_equal (value, yc_form_field_get_value (field)))
    return;
  yc_form_autofill (form, link->field, value, label, NULL);
}

/**
 * yc_draft_source_apply:
 * @self: the links of a form's schema
 * @form: the form
 * @known: {"applicant","answers","place"}
 */
void
yc_draft_source_apply (YcDraftSource *self,
                       YcForm        *form,
                       JsonNode      *known)
{
  for (guint i = 0; i < self->links->len; i++)
    apply_link (g_ptr_array_index (self->links, i), form, known);
}
