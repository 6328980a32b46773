/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a form's fields are filled in from, as its schema says. The desk fills by it, and the service
 * tells by it: no more than the form asks. */
#include "yc-form-source.h"

#include "yc-json.h"

#define MAX_DEPTH 8

static void
source_free (YcFormSource *self)
{
  g_free (self->field);
  g_strfreev (self->sources);
  g_free (self->shared);
  g_free (self);
}

static GStrv
read_sources (JsonObject *schema)
{
  const char *const one[] = { yc_json_get_string (schema, "x-source", NULL), NULL };

  return one[0] != NULL ? g_strdupv ((char **) one) : yc_json_dup_strv (schema, "x-source");
}

static void
add (GPtrArray  *list,
     JsonObject *schema,
     const char *pointer)
{
  g_auto (GStrv) sources = read_sources (schema);
  const char *shared = yc_json_get_string (schema, "x-shared", sources != NULL ? sources[0] : NULL);
  YcFormSource *self;

  if (shared == NULL)
    return;
  self = g_new0 (YcFormSource, 1);
  self->field = g_strdup (pointer);
  self->sources = sources != NULL ? g_steal_pointer (&sources) : g_new0 (char *, 1);
  self->shared = g_strdup (shared);
  g_ptr_array_add (list, self);
}

static void
collect (GPtrArray  *list,
         JsonObject *schema,
         const char *pointer,
         guint       depth)
{
  JsonObject *members = yc_json_get_object (schema, "properties");
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  add (list, schema, pointer);
  if (members == NULL || depth == MAX_DEPTH)
    return;
  json_object_iter_init_ordered (&iter, members);
  while (json_object_iter_next_ordered (&iter, &name, &member))
    {
      g_autofree char *below = yc_json_pointer_append (pointer, name);

      if (JSON_NODE_HOLDS_OBJECT (member))
        collect (list, json_node_get_object (member), below, depth + 1);
    }
}

GPtrArray *
yc_form_source_list (JsonNode *schema)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) source_free);

  collect (list, yc_json_node_get_object (schema), "", 0);
  return list;
}

gboolean
yc_form_source_asks_records (const YcFormSource *self)
{
  for (guint i = 0; self->sources[i] != NULL; i++)
    if (g_str_has_prefix (self->sources[i], YC_FORM_SOURCE_LICENCES) ||
        g_str_has_prefix (self->sources[i], YC_FORM_SOURCE_EARLIER))
      return TRUE;
  return FALSE;
}
