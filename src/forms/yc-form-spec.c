/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a schema and a control say about one field: its kind, its words, its choices. */
#include "yc-form-spec-private.h"

#include "yc-form-scope-private.h"
#include "yc-form-title-private.h"
#include "yc-json.h"

/* What a control may say of how a value is written, before what the schema says. */
static const char *const LOOKS[] = { "date", "time", "date-time", "id-number", "uscc", "mobile",
                                     "place-code", "money", NULL };

static void
spec_clear (gpointer data)
{
  YcFormSpec *self = data;

  g_free (self->scope);
  g_free (self->name);
  g_free (self->format);
  g_free (self->title);
  g_free (self->help);
  g_free (self->placeholder);
  g_free (self->unit);
  g_free (self->own_placeholder);
  g_free (self->own_unit);
  g_free (self->i18n);
  g_free (self->source);
  g_clear_pointer (&self->node, json_node_unref);
  g_clear_pointer (&self->schema, json_object_unref);
  g_clear_pointer (&self->options, json_object_unref);
  g_clear_pointer (&self->calculate, json_node_unref);
  g_clear_pointer (&self->initial, json_node_unref);
  yc_attachment_rules_clear (&self->files);
  yc_form_facts_clear (&self->facts);
  g_free (self->none);
  g_free (self->none_name);
  g_free (self->none_key);
  g_clear_pointer (&self->choice_titles, g_ptr_array_unref);
  g_clear_pointer (&self->choice_names, g_ptr_array_unref);
  g_clear_pointer (&self->choice_keys, g_ptr_array_unref);
  g_clear_pointer (&self->choice_values, g_ptr_array_unref);
  g_clear_pointer (&self->items, json_node_unref);
  g_clear_pointer (&self->detail, json_node_unref);
}

YcFormSpec *
yc_form_spec_ref (YcFormSpec *self)
{
  return g_rc_box_acquire (self);
}

void
yc_form_spec_unref (YcFormSpec *self)
{
  g_rc_box_release_full (self, spec_clear);
}

static JsonNode *
ref_or_null (JsonNode *node)
{
  return node == NULL ? NULL : json_node_ref (node);
}

static char *
dup_string (JsonNode   *root,
            JsonNode   *schema,
            const char *keyword)
{
  return g_strdup (yc_json_node_get_string (yc_form_schema_get (root, schema, keyword)));
}

static gboolean
get_boolean (JsonNode   *root,
             JsonNode   *schema,
             const char *keyword)
{
  JsonNode *node = yc_form_schema_get (root, schema, keyword);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) &&
         json_node_get_value_type (node) == G_TYPE_BOOLEAN && json_node_get_boolean (node);
}

/* "oneOf: [X, null]" is X that may be null; other options of single values are taken as the first
 * of them, with the values of all. */
static JsonNode *
find_main_schema (YcFormSpec *self,
                  JsonNode   *root)
{
  g_autoptr (GPtrArray) options =
      yc_form_schema_list_options (root, self->node, &self->nullable);
  JsonNode *first;

  if (options == NULL || options->len == 0 ||
      yc_form_schema_get (root, self->node, "type") != NULL || self->alternatives)
    return self->node;
  first = yc_form_schema_resolve (root, options->pdata[0]);
  return first != NULL && yc_json_node_get_object (first) != NULL &&
                 yc_form_schema_get (root, first, "const") == NULL
             ? first
             : self->node;
}

static YcFormFieldKind
find_kind_of_text (YcFormSpec *self)
{
  if (g_strcmp0 (self->format, "date") == 0)
    return YC_FORM_FIELD_DATE;
  return yc_json_get_boolean (self->options, "multi", FALSE) ? YC_FORM_FIELD_MULTILINE
                                                             : YC_FORM_FIELD_TEXT;
}

static YcFormFieldKind
find_kind_of_single (YcFormSpec *self)
{
  if (self->types & YC_FORM_TYPE_BOOLEAN)
    return YC_FORM_FIELD_YES_NO;
  if (self->choice_values != NULL)
    return YC_FORM_FIELD_CHOICE;
  if (g_strcmp0 (self->format, "money") == 0)
    return YC_FORM_FIELD_MONEY;
  if (self->types & YC_FORM_TYPE_STRING)
    return find_kind_of_text (self);
  if (self->types & YC_FORM_TYPE_NUMBER)
    return YC_FORM_FIELD_NUMBER;
  return self->types & YC_FORM_TYPE_INTEGER ? YC_FORM_FIELD_INTEGER : find_kind_of_text (self);
}

static YcFormFieldKind
find_kind (YcFormSpec *self,
           JsonNode   *root)
{
  if (yc_attachment_read_rules (root, self->node, &self->files))
    return YC_FORM_FIELD_ATTACHMENT;
  if (self->alternatives)
    return YC_FORM_FIELD_ALTERNATIVES;
  if (self->types & YC_FORM_TYPE_ARRAY)
    return self->choice_values != NULL ? YC_FORM_FIELD_CHOICES : YC_FORM_FIELD_REPEATING;
  return find_kind_of_single (self);
}

static void
read_words (YcFormSpec *self,
            JsonNode   *root,
            JsonObject *control)
{
  const char *label = yc_json_get_string (control, "label", NULL);
  JsonObject *described = yc_json_get_object (control, "label");
  const char *i18n = yc_json_get_string (control, "i18n", NULL);

  self->title = dup_string (root, self->node, "title");
  if (self->title == NULL)
    self->title = yc_form_title_from_name (self->name);
  label = yc_json_get_string (described, "text", label);
  if (label != NULL && *label != '\0')
    {
      g_free (self->title);
      self->title = g_strdup (label);
    }
  self->help = dup_string (root, self->node, "description");
  self->i18n = i18n != NULL ? g_strdup (i18n) : dup_string (root, self->node, "i18n");
  self->placeholder = g_strdup (yc_json_get_string (self->options, "placeholder", NULL));
  self->unit = dup_string (root, self->node, "x-unit");
  self->own_placeholder = g_strdup (self->placeholder);
  self->own_unit = g_strdup (self->unit);
  self->source = dup_string (root, self->node, "x-source");
}

static void
read_facts (YcFormSpec *self,
            JsonNode   *root,
            JsonNode   *schema)
{
  const char *look = yc_json_get_string (self->options, "format", "");

  self->format = g_strv_contains (LOOKS, look) ? g_strdup (look)
                                               : dup_string (root, schema, "format");
  self->read_only = get_boolean (root, self->node, "readOnly");
  self->types = yc_form_schema_get_types (root, schema);
  self->always = g_strcmp0 (yc_json_get_string (self->schema, "x-relevance", NULL), "always") == 0;
  self->nullable |= (self->types & YC_FORM_TYPE_NULL) != 0;
  self->calculate = ref_or_null (yc_form_schema_get (root, self->node, "x-calculate"));
  self->initial = ref_or_null (yc_form_schema_get (root, self->node, "default"));
  if (self->initial == NULL && schema != self->node)
    self->initial = ref_or_null (yc_form_schema_get (root, schema, "default"));
  self->max_length = (guint) CLAMP (yc_json_get_int (self->schema, "maxLength", 0), 0, G_MAXINT);
  yc_form_facts_read (&self->facts, self->schema);
  self->facts.nullable |= self->nullable;
}

/*
 * Reads what the schema that @scope names, from @schema on, a part of @root, says about a field,
 * and @control (nullable), a layout's element, about how it is to look. NULL if there is no such
 * schema. Rows are read by yc_form_spec_read_rows(), when they are needed: they may hold the like
 * again and again.
 */
YcFormSpec *
yc_form_spec_new (JsonNode   *root,
                  JsonNode   *schema,
                  const char *scope,
                  JsonObject *control)
{
  JsonNode *node = yc_form_schema_resolve (root, yc_form_scope_resolve (root, schema, scope));
  JsonObject *options = yc_json_get_object (control, "options");
  YcFormSpec *self;
  JsonNode *taken;

  if (yc_json_node_get_object (node) == NULL)
    return NULL;
  self = g_rc_box_new0 (YcFormSpec);
  self->scope = g_strdup (scope);
  self->name = yc_form_scope_dup_name (g_str_equal (scope, "#") ? "" : scope);
  self->node = json_node_ref (node);
  self->options = options == NULL ? NULL : json_object_ref (options);
  self->alternatives = yc_form_schema_is_alternatives (root, node);
  taken = find_main_schema (self, root);
  self->schema = json_object_ref (json_node_get_object (taken));
  read_words (self, root, control);
  read_facts (self, root, taken);
  yc_form_spec_read_choices (self, root);
  self->nullable |= self->facts.nullable;
  self->facts.nullable = self->nullable;
  self->kind = find_kind (self, root);
  return self;
}
