/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Turns a layout (JSON Forms' UI schema) into elements, or makes one for a schema without. */
#include "yc-form-layout-private.h"

#include "yc-form-field-private.h"
#include "yc-form-spec-private.h"
#include "yc-forms-error.h"
#include "yc-json.h"

#define MAX_DEPTH 32
#define MAX_DEFAULT_DEPTH 8

typedef struct
{
  JsonNode          *schema;
  YcFormFieldFinder  find_field;
  gpointer           user_data;
} Builder;

static const struct
{
  const char        *type;
  YcFormElementKind  kind;
} TYPES[] = {
  { "Categorization", YC_FORM_ELEMENT_CATEGORIZATION },
  { "Category", YC_FORM_ELEMENT_CATEGORY },
  { "Control", YC_FORM_ELEMENT_CONTROL },
  { "Group", YC_FORM_ELEMENT_GROUP },
  { "HorizontalLayout", YC_FORM_ELEMENT_HORIZONTAL },
  { "Label", YC_FORM_ELEMENT_LABEL },
  { "ListWithDetail", YC_FORM_ELEMENT_LIST_WITH_DETAIL },
  { "VerticalLayout", YC_FORM_ELEMENT_VERTICAL },
};

static YcFormElement *build_default (Builder     *self,
                                     JsonNode    *schema,
                                     const char  *scope,
                                     const char  *title,
                                     guint        depth,
                                     GError     **error);

static YcFormElement *
build_control (Builder     *self,
               const char  *scope,
               JsonObject  *control,
               guint        depth,
               GError     **error)
{
  JsonNode *parent;
  JsonNode *schema = yc_form_schema_at (self->schema, scope, &parent);
  JsonObject *object = yc_json_node_get_object (schema);
  const char *label = yc_json_get_string (control, "label", NULL);
  g_autoptr (YcFormElement) element = NULL;
  YcFormField *field;

  if (object != NULL && json_object_has_member (object, "properties") && parent != NULL)
    return build_default (self, schema, scope,
                          label == NULL ? yc_json_get_string (object, "title", NULL) : label,
                          depth, error);
  field = self->find_field (scope, control, self->user_data, error);
  if (field == NULL)
    return NULL;
  element = yc_form_element_new (YC_FORM_ELEMENT_CONTROL,
                                 label == NULL ? yc_form_field_get_title (field) : label);
  yc_form_element_set_field (element, field);
  element->description = g_strdup (yc_form_field_get_help (field));
  element->required = yc_form_schema_requires (parent, yc_form_field_get_spec (field)->name);
  return g_steal_pointer (&element);
}

/* A control for each property, a group for each object in the object. */
static YcFormElement *
build_default (Builder     *self,
               JsonNode    *schema,
               const char  *scope,
               const char  *title,
               guint        depth,
               GError     **error)
{
  JsonObject *properties = yc_json_get_object (yc_json_node_get_object (schema), "properties");
  g_autoptr (YcFormElement) element = yc_form_element_new (
      title == NULL ? YC_FORM_ELEMENT_VERTICAL : YC_FORM_ELEMENT_GROUP, title);
  g_autofree char *base = g_strconcat (scope, "/properties", NULL);
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  if (properties == NULL || depth == 0)
    return g_steal_pointer (&element);
  json_object_iter_init_ordered (&iter, properties);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      g_autofree char *below = yc_json_pointer_append (base, name);
      g_autoptr (YcFormElement) child = build_control (self, below, NULL, depth - 1, error);

      if (child == NULL)
        return NULL;
      yc_form_element_append (element, child);
    }
  return g_steal_pointer (&element);
}

static YcFormElementKind
read_kind (JsonObject *object)
{
  const char *type = yc_json_get_string (object, "type", NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (TYPES); i++)
    {
      if (g_strcmp0 (type, TYPES[i].type) == 0)
        return TYPES[i].kind;
    }
  return 0;
}

static gboolean
fail (const char  *place,
      const char  *words,
      GError     **error)
{
  g_set_error (error, YC_FORMS_ERROR, YC_FORMS_ERROR_LAYOUT, "%s: %s",
               *place == '\0' ? "/" : place, words);
  return FALSE;
}

static gboolean
read_rule (YcFormElement  *element,
           JsonObject     *object,
           const char     *place,
           GError        **error)
{
  YcFormRule *rule;

  if (!json_object_has_member (object, "rule"))
    return TRUE;
  rule = yc_form_rule_new (yc_json_get_object (object, "rule"), error);
  if (rule == NULL)
    {
      g_prefix_error (error, "%s/rule: ", place);
      return FALSE;
    }
  yc_form_element_take_rule (element, rule);
  return TRUE;
}

static YcFormElement *build_element (Builder     *self,
                                     JsonNode    *node,
                                     const char  *place,
                                     guint        depth,
                                     GError     **error);

static gboolean
build_children (Builder        *self,
                YcFormElement  *element,
                JsonArray      *elements,
                const char     *place,
                guint           depth,
                GError        **error)
{
  gboolean pages = yc_form_element_get_kind (element) == YC_FORM_ELEMENT_CATEGORIZATION;

  if (elements == NULL)
    return fail (place, "“elements” must be an array", error);
  for (guint i = 0; i < json_array_get_length (elements); i++)
    {
      g_autofree char *below = g_strdup_printf ("%s/elements/%u", place, i);
      g_autoptr (YcFormElement) child =
          build_element (self, json_array_get_element (elements, i), below, depth - 1, error);

      if (child == NULL)
        return FALSE;
      if (pages != (yc_form_element_get_kind (child) == YC_FORM_ELEMENT_CATEGORY))
        return fail (below, "categories belong into a categorization and nothing else does", error);
      yc_form_element_append (element, child);
    }
  return TRUE;
}

static YcFormElement *
build_control_of_layout (Builder     *self,
                         JsonObject  *object,
                         const char  *place,
                         guint        depth,
                         GError     **error)
{
  const char *scope = yc_json_get_string (object, "scope", NULL);
  YcFormElement *element;

  if (scope == NULL)
    {
      fail (place, "a control needs a “scope”", error);
      return NULL;
    }
  element = build_control (self, scope, object, MIN (depth, MAX_DEFAULT_DEPTH), error);
  if (element == NULL)
    g_prefix_error (error, "%s: ", place);
  return element;
}

static YcFormElement *
build_box (Builder            *self,
           YcFormElementKind   kind,
           JsonObject         *object,
           const char         *place,
           guint               depth,
           GError            **error)
{
  const char *text = kind == YC_FORM_ELEMENT_LABEL ? yc_json_get_string (object, "text", NULL)
                                                   : yc_json_get_string (object, "label", NULL);
  g_autoptr (YcFormElement) element = yc_form_element_new (kind, text);

  if (kind != YC_FORM_ELEMENT_LABEL &&
      !build_children (self, element, yc_json_get_array (object, "elements"), place, depth, error))
    return NULL;
  return g_steal_pointer (&element);
}

static YcFormElement *
build_element (Builder     *self,
               JsonNode    *node,
               const char  *place,
               guint        depth,
               GError     **error)
{
  JsonObject *object = yc_json_node_get_object (node);
  YcFormElementKind kind = read_kind (object);
  g_autoptr (YcFormElement) element = NULL;

  if (depth == 0)
    {
      g_set_error (error, YC_FORMS_ERROR, YC_FORMS_ERROR_LIMIT, "%s: nested too deeply", place);
      return NULL;
    }
  if (kind == 0)
    {
      fail (place, "the element's “type” is not known", error);
      return NULL;
    }
  element = kind == YC_FORM_ELEMENT_CONTROL || kind == YC_FORM_ELEMENT_LIST_WITH_DETAIL
                ? build_control_of_layout (self, object, place, depth, error)
                : build_box (self, kind, object, place, depth, error);
  if (element == NULL || !read_rule (element, object, place, error))
    return NULL;
  yc_form_element_read (element, object, place);
  if (kind == YC_FORM_ELEMENT_LIST_WITH_DETAIL && element->kind == YC_FORM_ELEMENT_CONTROL)
    element->kind = kind;
  return g_steal_pointer (&element);
}

/* Builds the elements of @layout for @schema; of a layout made up from the schema if @layout is
 * NULL. YC_FORMS_ERROR_LAYOUT, _SCOPE, _LIMIT, with the place in the layout. */
YcFormElement *
yc_form_layout_build (JsonNode           *schema,
                      JsonNode           *layout,
                      YcFormFieldFinder   find_field,
                      gpointer            user_data,
                      GError            **error)
{
  Builder builder = { schema, find_field, user_data };

  if (layout == NULL)
    return build_default (&builder, yc_form_schema_resolve (schema, schema), "#", NULL,
                          MAX_DEFAULT_DEPTH, error);
  return build_element (&builder, layout, "", MAX_DEPTH, error);
}
