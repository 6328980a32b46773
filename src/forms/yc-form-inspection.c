/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a form says of each element of its layout, in the terms of @jsonforms/core. */
#include "yc-form-inspection.h"

#include "yc-form-element-private.h"
#include "yc-form-complaints-private.h"
#include "yc-form-field-private.h"
#include "yc-form-options-private.h"
#include "yc-form-private.h"
#include "yc-json.h"

/* More problems than anyone reads; a hostile document has millions. */
#define MAX_PROBLEMS 10000

typedef struct
{
  YcForm             *form;
  JsonNode           *root;
  YcFormInspectFlags  flags;
  YcFormComplaints   *errors;
  GPtrArray          *lines;
} Inspection;

static void inspect_element (Inspection    *self,
                             YcFormElement *element);

static void
set_words (JsonObject *line,
           const char *name,
           const char *words)
{
  if (words == NULL)
    json_object_set_null_member (line, name);
  else
    json_object_set_string_member (line, name, words);
}

static const char *
translate_control (Inspection    *self,
                   YcFormElement *element,
                   const char    *what,
                   const char    *words)
{
  g_autofree char *prefix = yc_form_element_dup_key (element);
  g_autofree char *key = g_strdup_printf ("%s.%s", prefix, what);

  return yc_form_translate (self->form, key, words);
}

/* Translated by @own and @what if there is @own, else by what it says. */
static const char *
translate_words (Inspection *self,
                 const char *own,
                 const char *what,
                 const char *text)
{
  g_autofree char *key = own == NULL ? g_strdup (text) : g_strdup_printf ("%s.%s", own, what);

  return key == NULL ? NULL : yc_form_translate (self->form, key, text);
}

/* A label's text */
static const char *
translate_text (Inspection *self,
                JsonObject *layout)
{
  const char *own = yc_json_get_string (layout, "i18n", "");

  return translate_words (self, *own == '\0' ? NULL : own, "text",
                          yc_json_get_string (layout, "text", NULL));
}

/* A layout's label, which may be anything: what is no text is shown as it is written. */
static char *
dup_box_label (Inspection *self,
               JsonObject *layout)
{
  JsonNode *label = layout == NULL ? NULL : json_object_get_member (layout, "label");
  const char *own = yc_json_get_string (layout, "i18n", NULL);
  const char *text = yc_json_node_get_string (label);
  g_autofree char *written = label == NULL || text != NULL ? NULL : yc_json_write (label);

  if (g_strcmp0 (written, "false") == 0 ||
      (own == NULL && (g_strcmp0 (written, "true") == 0 || g_strcmp0 (written, "null") == 0)))
    return NULL;
  return g_strdup (translate_words (self, own, "label", text == NULL ? written : text));
}

/* What the words of an element without a scope are. */
static char *
dup_words (Inspection *self,
           JsonObject *layout)
{
  if (g_str_equal (yc_json_get_string (layout, "type", ""), "Label"))
    return g_strdup (translate_text (self, layout));
  return dup_box_label (self, layout);
}

static JsonNode *
describe_error (Inspection            *self,
                JsonObject            *control,
                const YcFormComplaint *error)
{
  const YcSchemaProblem *problem = error->problem;
  JsonObject *unit = json_object_new ();
  g_autofree char *words = yc_form_options_dup_error (self->form, control, error);

  json_object_set_string_member (unit, "keyword", error->keyword);
  json_object_set_string_member (unit, "keywordLocation",
                                 yc_schema_problem_get_keyword_location (problem));
  json_object_set_string_member (unit, "instanceLocation",
                                 yc_schema_problem_get_instance_location (problem));
  json_object_set_string_member (unit, "error", words);
  return yc_json_object_node (unit);
}

static void
set_errors (Inspection *self,
            JsonObject *line,
            JsonObject *control,
            const char *pointer,
            JsonNode   *schema)
{
  JsonArray *array = json_array_new ();
  g_autoptr (GPtrArray) problems =
      pointer == NULL ? g_ptr_array_new () : yc_form_complaints_at (self->errors, pointer, schema);

  for (guint i = 0; i < problems->len; i++)
    json_array_add_element (array,
                            describe_error (self, control, g_ptr_array_index (problems, i)));
  json_object_set_array_member (line, "errors", array);
}

static void
set_options (Inspection *self,
             JsonObject *line,
             JsonObject *control,
             const char *pointer,
             JsonNode   *schema)
{
  JsonArray *options =
      pointer == NULL ? NULL
                      : yc_form_options_new (self->form, self->root, control, pointer, schema);

  if (options == NULL)
    json_object_set_null_member (line, "options");
  else
    json_object_set_array_member (line, "options", options);
}

static void
set_alternative (JsonObject    *line,
                 YcFormElement *element)
{
  YcFormField *field = yc_form_element_get_field (element);
  int chosen = -1;

  if (field != NULL && yc_form_field_get_kind (field) == YC_FORM_FIELD_ALTERNATIVES)
    chosen = yc_form_field_get_option (field);
  if (chosen >= 0)
    json_object_set_int_member (line, "alternative", chosen);
}

/* What JSON Forms says of a control whose scope leads nowhere is that it has no description. */
static void
set_control_words (Inspection    *self,
                   JsonObject    *line,
                   YcFormElement *element,
                   JsonNode      *schema)
{
  const char *description =
      schema == NULL ? ""
                     : yc_json_get_string (yc_json_node_get_object (schema), "description", NULL);

  set_words (line, "label", translate_control (self, element, "label", element->label));
  set_words (line, "description",
             translate_control (self, element, "description", description));
}

static void
set_box_words (Inspection    *self,
               JsonObject    *line,
               YcFormElement *element)
{
  g_autofree char *words = dup_words (self, element->layout);

  set_words (line, "label", words);
  set_words (line, "description", NULL);
}

static void
set_states (JsonObject    *line,
            YcFormElement *element)
{
  json_object_set_boolean_member (line, "required", yc_form_element_get_required (element));
  json_object_set_boolean_member (line, "visible", yc_form_element_get_visible (element));
  json_object_set_boolean_member (line, "enabled", yc_form_element_get_enabled (element));
  json_object_set_boolean_member (line, "readonly", yc_form_element_get_read_only (element));
}

/* @pointer and @schema: of a control; NULL for other elements. */
static void
add_line (Inspection    *self,
          YcFormElement *element,
          const char    *pointer,
          JsonNode      *schema)
{
  JsonObject *layout = element->layout;
  JsonObject *line = json_object_new ();

  set_words (line, "node", yc_form_element_get_node (element));
  set_words (line, "type", yc_json_get_string (layout, "type", NULL));
  set_words (line, "scope", yc_form_element_get_scope (element));
  set_words (line, "path", pointer);
  if (pointer == NULL)
    set_box_words (self, line, element);
  else
    set_control_words (self, line, element, schema);
  set_states (line, element);
  set_errors (self, line, layout, pointer, schema);
  set_options (self, line, layout, pointer, schema);
  set_alternative (line, element);
  g_ptr_array_add (self->lines, yc_json_object_node (line));
}

static void
inspect_rows (Inspection    *self,
              YcFormElement *control,
              const char    *pointer)
{
  JsonArray *array = yc_json_node_get_array (yc_json_pointer_get (self->form->data, pointer));
  GListModel *rows = yc_form_field_get_rows (yc_form_element_get_field (control));

  /* Rows that are offered before there are any data are not told. */
  guint n = array == NULL ? 0 : MIN (json_array_get_length (array),
                                     g_list_model_get_n_items (rows));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (YcFormRow) row = g_list_model_get_item (rows, i);

      inspect_element (self, yc_form_row_get_root_of (row, control));
    }
}

static void
inspect_children (Inspection    *self,
                  YcFormElement *element)
{
  GListModel *children = yc_form_element_get_children (element);

  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (YcFormElement) child = g_list_model_get_item (children, i);
      inspect_element (self, child);
    }
}

static void
inspect_control (Inspection    *self,
                 YcFormElement *element)
{
  g_autofree char *pointer = yc_form_element_dup_pointer (element);
  YcFormField *field = yc_form_element_get_field (element);

  add_line (self, element, pointer, element->schema);
  if ((self->flags & YC_FORM_INSPECT_DETAILS) == 0)
    return;
  if (field != NULL && yc_form_field_get_kind (field) == YC_FORM_FIELD_REPEATING)
    inspect_rows (self, element, pointer);
  else
    inspect_children (self, element);
}

/* Elements that the layout does not have are made up from the schema: JSON Forms has others. */
static void
inspect_element (Inspection    *self,
                 YcFormElement *element)
{
  if (yc_form_element_get_node (element) == NULL)
    return;
  if (element->label != NULL)
    {
      inspect_control (self, element);
      return;
    }
  add_line (self, element, NULL, NULL);
  inspect_children (self, element);
}

/* Computed values are the form's own; all else is as it was given, without what the form makes of
 * it for those who fill it in, such as objects for fields in them. */
static void
copy_computed (YcFormElement *element,
               JsonNode      *data)
{
  YcFormField *field = yc_form_element_get_field (element);
  GListModel *children = yc_form_element_get_children (element);

  if (field != NULL && yc_form_field_get_calculated (field))
    {
      JsonNode *value = yc_form_field_get_value (field);
      yc_json_pointer_set (data, yc_form_field_get_pointer (field),
                           value == NULL ? NULL : yc_json_copy (value));
    }
  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (YcFormElement) child = g_list_model_get_item (children, i);
      copy_computed (child, data);
    }
}

static JsonNode *
create_data (YcForm   *form,
             JsonNode *data)
{
  JsonNode *copy = yc_json_copy (data == NULL ? form->data : data);

  if (JSON_NODE_HOLDS_OBJECT (copy))
    copy_computed (yc_form_get_root (form), copy);
  return copy;
}

/* Data that are no object fill nothing in, but rules look at them all the same. */
static void
run_rules (YcForm   *form,
           JsonNode *data)
{
  JsonNode *own = form->data;

  form->data = data;
  yc_form_run_rules_of (form, form->branch);
  form->data = own;
}

static YcFormComplaints *
find_errors (YcForm   *form,
             JsonNode *given)
{
  g_autoptr (JsonNode) data = create_data (form, given);
  g_autoptr (YcSchemaReport) report = yc_schema_report_new (MAX_PROBLEMS);

  yc_schema_report_set_branches (report, TRUE);
  yc_schema_validate (form->schema, data, report);
  return yc_form_complaints_new (report);
}

/**
 * yc_form_inspect:
 * @form: a form
 * @schema: the schema it was made of
 * @data: (nullable): the data that the form was given, in which errors are looked for
 * @flags: how much to tell
 *
 * Says of every element of the layout, in its order, what it is and in what state: an object each
 * with `node` (JSON Pointer into the layout), `type`, `scope`, `path` (JSON Pointer into the data),
 * `label`, `description`, `required`, `visible`, `enabled`, `readonly`, `errors` (units of the
 * standard's basic output, with the `keyword` by its name in JSON Forms), `options` (the choices,
 * each with `label` and `value`) and, where there is one, `alternative` (which member of `oneOf` or
 * `anyOf` the data are taken for). They agree with what @jsonforms/core 3.8 says. Hidden elements are
 * told, and what is wrong in them.
 *
 * Returns: (transfer full) (element-type JsonNode): the objects
 */
GPtrArray *
yc_form_inspect (YcForm            *form,
                 JsonNode          *schema,
                 JsonNode          *data,
                 YcFormInspectFlags flags)
{
  g_autoptr (YcFormComplaints) errors = NULL;
  Inspection self = { form, schema, flags, NULL, NULL };

  g_return_val_if_fail (YC_IS_FORM (form), NULL);
  g_return_val_if_fail (schema != NULL, NULL);

  errors = find_errors (form, data);
  self.errors = errors;
  self.lines = g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);
  if (data != NULL && !JSON_NODE_HOLDS_OBJECT (data))
    run_rules (form, data);
  inspect_element (&self, yc_form_get_root (form));
  if (data != NULL && !JSON_NODE_HOLDS_OBJECT (data))
    run_rules (form, form->data);
  return self.lines;
}
