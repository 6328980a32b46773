/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Turns a layout (JSON Forms' UI schema) into the elements of a branch. What cannot be shown becomes
 * an element that says so, and the rest of the form still works.
 */
#include "yc-form-layout-private.h"

#include <glib/gi18n-lib.h>

#include "yc-form-private.h"
#include "yc-form-scope-private.h"
#include "yc-form-title-private.h"
#include "yc-json.h"

#define MAX_DEPTH 64
/* How often a schema may be found inside of itself. */
#define MAX_SELF 2

typedef struct _Context Context;

struct _Context
{
  const Context *around;
  YcFormBranch  *branch;
  JsonNode      *schema;        /* what scopes are relative to */
  const char    *place;         /* of its data, from the branch's base on */
  guint          depth;
};

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

static YcFormElement *build (const Context *self,
                             JsonNode      *layout,
                             const char    *node);

static YcFormElement *
trouble (const Context *self,
         JsonObject    *layout,
         const char    *node,
         const char    *words)
{
  YcFormElement *element =
      yc_form_element_new (YC_FORM_ELEMENT_TROUBLE, layout, node, self->place);

  yc_form_element_set_words (element, words, NULL);
  return element;
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

/* Boxes */

static void
build_children (const Context *self,
                YcFormElement *element,
                JsonArray     *elements,
                const char    *node)
{
  for (guint i = 0; elements != NULL && i < json_array_get_length (elements); i++)
    {
      g_autofree char *below = node == NULL ? NULL : g_strdup_printf ("%s/elements/%u", node, i);
      g_autoptr (YcFormElement) child =
          build (self, json_array_get_element (elements, i), below);

      yc_form_element_append (element, child);
    }
}

static YcFormElement *
build_box (const Context     *self,
           YcFormElementKind  kind,
           JsonObject        *layout,
           const char        *node)
{
  JsonArray *elements = yc_json_get_array (layout, "elements");
  YcFormElement *element;

  if (elements == NULL && kind != YC_FORM_ELEMENT_LABEL)
    return trouble (self, layout, node,
                    _ ("This part of the form cannot be shown: its layout has no “elements”."));
  element = yc_form_element_new (kind, layout, node, self->place);
  yc_form_element_set_words (
      element,
      yc_json_get_string (layout, kind == YC_FORM_ELEMENT_LABEL ? "text" : "label", NULL), NULL);
  build_children (self, element, elements, node);
  return element;
}

/* Controls */

/* What JSON Forms calls a control, "" where the layout wants no label. */
static char *
create_label (JsonObject *layout,
              JsonNode   *root,
              JsonNode   *schema)
{
  JsonNode *label = yc_json_get_member (layout, "label");
  JsonObject *described = yc_json_node_get_object (label);
  const char *text = yc_json_get_string (described, "text", yc_json_node_get_string (label));
  const char *title = yc_json_get_string (yc_json_node_get_object (schema), "title", NULL);
  g_autofree char *name = NULL;

  if ((label != NULL && json_node_get_value_type (label) == G_TYPE_BOOLEAN &&
       !json_node_get_boolean (label)) ||
      !yc_json_get_boolean (described, "show", TRUE))
    return g_strdup ("");
  if (text != NULL || title != NULL)
    return g_strdup (text != NULL ? text : title);
  name = yc_form_scope_dup_name (yc_json_get_string (layout, "scope", ""));
  return yc_form_title_from_name (name);
}

static void
read_control (const Context *self,
              YcFormElement *element,
              const char    *scope,
              JsonNode      *schema)
{
  JsonNode *root = self->branch->form->schema_node;
  g_autofree char *below = yc_form_scope_to_pointer (scope);

  element->schema = schema;
  element->required = yc_form_is_required (self->branch->form, self->schema, scope);
  element->label = create_label (element->layout, root, element->schema);
  element->bound = g_strconcat (self->place, below, NULL);
}

static gboolean
is_set_of_fields (YcFormSpec *spec)
{
  return (spec->kind == YC_FORM_FIELD_TEXT || spec->kind == YC_FORM_FIELD_MULTILINE) &&
         (spec->types & YC_FORM_TYPE_OBJECT) != 0;
}

static gboolean
is_endless (const Context *self,
            JsonNode      *schema)
{
  guint n = 0;

  for (const Context *around = self; around != NULL; around = around->around)
    n += around->schema == schema;
  return n >= MAX_SELF;
}

/* The elements for the object that a control is about: the control's `detail`, or made up. */
static void
build_inside (const Context *self,
              YcFormElement *element,
              YcFormSpec    *spec)
{
  Context inside = { self, self->branch, spec->node, element->bound, self->depth - 1 };
  JsonObject *detail = yc_json_get_object (spec->options, "detail");
  JsonNode *layout;

  if (is_endless (self, spec->node) || self->depth == 0)
    return;
  if (detail != NULL && yc_json_get_string (detail, "type", NULL) != NULL)
    {
      g_autofree char *below =
          element->node == NULL ? NULL : g_strconcat (element->node, "/options/detail", NULL);
      g_autoptr (YcFormElement) child =
          build (&inside, json_object_get_member (spec->options, "detail"), below);

      yc_form_element_append (element, child);
    }
  else if (yc_form_schema_has_properties (self->branch->form->schema_node, spec->node))
    {
      layout = yc_form_get_generated (self->branch->form, spec->node);
      build_children (&inside, element,
                      yc_json_get_array (json_node_get_object (layout), "elements"), NULL);
    }
}

static YcFormElement *
build_of_spec (const Context     *self,
               YcFormElementKind  kind,
               JsonObject        *layout,
               const char        *node,
               YcFormSpec        *spec)
{
  YcFormElement *element = yc_form_element_new (kind, layout, node, self->place);

  read_control (self, element, spec->scope, spec->node);
  yc_form_element_set_words (element, *element->label == '\0' ? NULL : element->label,
                             spec->help);
  if (is_set_of_fields (spec))
    {
      element->kind = YC_FORM_ELEMENT_GROUP;
      build_inside (self, element, spec);
    }
  else
    yc_form_element_set_field (element,
                               yc_form_branch_ensure (self->branch, spec, element->bound));
  element->spec = yc_form_spec_ref (spec);
  yc_form_spec_read_rows (spec, self->branch->form->schema_node);
  return element;
}

/* A control that cannot be shown still has a place in the data. */
static YcFormElement *
build_lost (const Context *self,
            JsonObject    *layout,
            const char    *node,
            const char    *scope,
            const char    *words)
{
  YcFormElement *element = trouble (self, layout, node, words);

  read_control (self, element, scope,
                yc_form_scope_resolve (self->branch->form->schema_node, self->schema, scope));
  return element;
}

/* Without a scope, JSON Forms takes it for one of the whole. */
static YcFormElement *
build_unbound (const Context *self,
               JsonObject    *layout,
               const char    *node)
{
  YcFormElement *element = build_lost (self, layout, node, "",
                                       _ ("This field cannot be shown: its layout has no “scope”."));

  element->required = FALSE;
  return element;
}

static YcFormElement *
build_control (const Context     *self,
               YcFormElementKind  kind,
               JsonObject        *layout,
               const char        *node)
{
  const char *scope = yc_json_get_string (layout, "scope", NULL);
  g_autofree char *words = NULL;
  YcFormSpec *spec;

  if (scope == NULL)
    return build_unbound (self, layout, node);
  /* A scope into the keywords of a schema names a place that is another's. */
  spec = yc_form_scope_is_place (scope)
             ? yc_form_find_spec (self->branch->form, self->schema, scope, layout)
             : NULL;
  if (spec != NULL)
    return build_of_spec (self, kind, layout, node, spec);
  words = g_strdup_printf (_ ("This field cannot be shown: the form has no field “%s”."), scope);
  return build_lost (self, layout, node, scope, words);
}

/* Any */

/* What is in a box of an unknown kind is shown all the same, below what is wrong with it. */
static YcFormElement *
build_unknown (const Context *self,
               JsonObject    *layout,
               const char    *node)
{
  g_autofree char *words =
      g_strdup_printf (_ ("This part of the form cannot be shown: “%s” is not known."),
                       yc_json_get_string (layout, "type", ""));
  const char *scope = yc_json_get_string (layout, "scope", NULL);
  JsonArray *elements = yc_json_get_array (layout, "elements");
  g_autoptr (YcFormElement) note = NULL;
  YcFormElement *element;

  if (scope != NULL)
    return build_lost (self, layout, node, scope, words);
  if (elements == NULL)
    return trouble (self, layout, node, words);
  note = trouble (self, NULL, NULL, words);
  element = yc_form_element_new (YC_FORM_ELEMENT_VERTICAL, layout, node, self->place);
  yc_form_element_append (element, note);
  build_children (self, element, elements, node);
  return element;
}

static YcFormElement *
build_kind (const Context     *self,
            YcFormElementKind  kind,
            JsonObject        *layout,
            const char        *node)
{
  if (self->depth == 0 || !yc_form_count_element (self->branch->form))
    return trouble (self, layout, node, _ ("This part of the form is too large to be shown."));
  if (kind == YC_FORM_ELEMENT_CONTROL || kind == YC_FORM_ELEMENT_LIST_WITH_DETAIL)
    return build_control (self, kind, layout, node);
  if (kind != 0)
    return build_box (self, kind, layout, node);
  return build_unknown (self, layout, node);
}

static YcFormElement *
build (const Context *self,
       JsonNode      *layout,
       const char    *node)
{
  JsonObject *object = yc_json_node_get_object (layout);
  Context inside = { self, self->branch, self->schema, self->place,
                     self->depth > 0 ? self->depth - 1 : 0 };
  YcFormElement *element;
  g_autoptr (GError) error = NULL;

  inside.around = self->around;
  element = build_kind (&inside, read_kind (object), object, node);
  if (yc_json_get_object (object, "rule") == NULL)
    return element;
  element->rule = yc_form_find_rule (self->branch->form, object, &error);
  if (element->rule == NULL)
    {
      g_autofree char *words = g_strdup_printf (
          _ ("This part of the form cannot be shown: its rule is wrong: %s"), error->message);

      g_object_unref (element);
      element = trouble (self, object, node, words);
    }
  return element;
}

/* Builds the elements of @layout for @branch; @node (nullable) is its place in the form's layout. */
YcFormElement *
yc_form_layout_build (YcFormBranch *branch,
                      JsonNode     *layout,
                      const char   *node)
{
  Context context = { NULL, branch, branch->schema, "", MAX_DEPTH };

  return build (&context, layout, node);
}

/* Adds to @root the elements of @layout, which was made up for @schema, of the branch's object. */
void
yc_form_layout_append (YcFormBranch  *branch,
                       YcFormElement *root,
                       JsonNode      *schema,
                       JsonNode      *layout)
{
  Context context = { NULL, branch, schema, "", MAX_DEPTH };

  build_children (&context, root,
                  yc_json_get_array (json_node_get_object (layout), "elements"), NULL);
}
