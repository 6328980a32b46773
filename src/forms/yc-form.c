/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The state of one form being filled. The data are the truth: fields write into them and take
 * from them, calculations, rules and the schema are held against them after every change.
 */
#include "yc-form-private.h"

#include <string.h>

#include "yc-form-calculation-private.h"
#include "yc-form-demand-private.h"
#include "yc-form-element-private.h"
#include "yc-form-field-private.h"
#include "yc-form-layout-private.h"
#include "yc-form-problem-private.h"
#include "yc-json.h"
#include "yc-schema.h"

typedef struct
{
  YcFormRule *rule;         /* owned by its element */
  gboolean    holds;
} RuleState;

struct _YcForm
{
  GObject             parent_instance;
  JsonNode           *schema_node;
  YcSchema           *schema;
  YcFormElement      *root;
  GPtrArray          *fields;       /* in the layout's order, without those in rows */
  GHashTable         *by_pointer;   /* pointer → YcFormField, those in rows too; not owned */
  YcFormCalculations *calculations;
  YcFormDemands      *demands;
  GArray             *rules;        /* RuleState */
  JsonNode           *data;
  YcSchemaReport     *report;
  GPtrArray          *wrong;        /* the fields that have a problem; owned */
  guint               mark;
  guint               n_missing;
  guint               n_errors;
};

typedef enum
{
  PROP_N_MISSING = 1,
  PROP_N_ERRORS,
  PROP_IS_VALID,
  PROP_TITLE,
} YcFormProperty;

enum
{
  CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[PROP_TITLE + 1];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YcForm, yc_form, G_TYPE_OBJECT)

static void
yc_form_get_property (GObject    *object,
                      guint       prop_id,
                      GValue     *value,
                      GParamSpec *pspec)
{
  YcForm *self = YC_FORM (object);

  switch ((YcFormProperty) prop_id)
    {
    case PROP_N_MISSING:
      g_value_set_uint (value, self->n_missing);
      break;
    case PROP_N_ERRORS:
      g_value_set_uint (value, self->n_errors);
      break;
    case PROP_IS_VALID:
      g_value_set_boolean (value, yc_form_get_is_valid (self));
      break;
    case PROP_TITLE:
      g_value_set_string (value, yc_form_get_title (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yc_form_dispose (GObject *object)
{
  YcForm *self = YC_FORM (object);

  for (guint i = 0; self->fields != NULL && i < self->fields->len; i++)
    yc_form_field_detach (g_ptr_array_index (self->fields, i));
  g_clear_pointer (&self->wrong, g_ptr_array_unref);
  g_clear_object (&self->root);
  g_clear_pointer (&self->by_pointer, g_hash_table_unref);
  g_clear_pointer (&self->fields, g_ptr_array_unref);
  G_OBJECT_CLASS (yc_form_parent_class)->dispose (object);
}

static void
yc_form_finalize (GObject *object)
{
  YcForm *self = YC_FORM (object);

  g_clear_pointer (&self->schema_node, json_node_unref);
  g_clear_pointer (&self->schema, yc_schema_unref);
  g_clear_pointer (&self->calculations, yc_form_calculations_free);
  g_clear_pointer (&self->demands, yc_form_demands_free);
  g_array_unref (self->rules);
  json_node_unref (self->data);
  g_clear_pointer (&self->report, yc_schema_report_unref);
  G_OBJECT_CLASS (yc_form_parent_class)->finalize (object);
}

static void
yc_form_class_init (YcFormClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = yc_form_get_property;
  object_class->dispose = yc_form_dispose;
  object_class->finalize = yc_form_finalize;

  properties[PROP_N_MISSING] =
      g_param_spec_uint ("n-missing", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_ERRORS] = g_param_spec_uint ("n-errors", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_IS_VALID] = g_param_spec_boolean ("is-valid", NULL, NULL, FALSE, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  /**
   * YcForm::changed:
   *
   * Something in the data is different, by typing or otherwise.
   */
  signals[CHANGED] = g_signal_new ("changed", YC_TYPE_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
yc_form_init (YcForm *self)
{
  self->fields = g_ptr_array_new_with_free_func (g_object_unref);
  self->by_pointer = g_hash_table_new (g_str_hash, g_str_equal);
  self->rules = g_array_new (FALSE, FALSE, sizeof (RuleState));
  self->wrong = g_ptr_array_new_with_free_func (g_object_unref);
  self->data = yc_json_object_node (json_object_new ());
}

void
yc_form_register (YcForm      *self,
                  YcFormField *field)
{
  g_hash_table_replace (self->by_pointer, (gpointer) yc_form_field_get_pointer (field), field);
}

void
yc_form_unregister (YcForm      *self,
                    YcFormField *field)
{
  const char *pointer = yc_form_field_get_pointer (field);

  if (g_hash_table_lookup (self->by_pointer, pointer) == field)
    g_hash_table_remove (self->by_pointer, pointer);
}

/* Visibility */

/* A field that two elements have is shown if one of them is. */
static void
apply_to_field (YcForm      *self,
                YcFormField *field,
                gboolean     visible,
                gboolean     enabled)
{
  gboolean again = yc_form_field_get_mark (field) == self->mark;

  yc_form_field_mark (field, self->mark);
  yc_form_field_set_visible (field, visible || (again && yc_form_field_get_visible (field)));
  yc_form_field_set_enabled (field, enabled || (again && yc_form_field_get_enabled (field)));
}

static void
apply_state (YcForm        *self,
             YcFormElement *element,
             gboolean       visible,
             gboolean       enabled)
{
  GListModel *children = yc_form_element_get_children (element);
  YcFormRule *rule = yc_form_element_get_rule (element);

  if (rule != NULL)
    {
      gboolean holds = yc_form_rule_holds (rule, self->data);
      YcFormEffect effect = yc_form_rule_get_effect (rule);

      visible = visible && (effect != YC_FORM_EFFECT_SHOW || holds) &&
                (effect != YC_FORM_EFFECT_HIDE || !holds);
      enabled = enabled && (effect != YC_FORM_EFFECT_ENABLE || holds) &&
                (effect != YC_FORM_EFFECT_DISABLE || !holds);
    }
  yc_form_element_set_state (element, visible, enabled);
  if (yc_form_element_get_field (element) != NULL)
    apply_to_field (self, yc_form_element_get_field (element), visible, enabled);
  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (YcFormElement) child = g_list_model_get_item (children, i);
      apply_state (self, child, visible, enabled);
    }
}

static void
collect_rules (YcForm        *self,
               YcFormElement *element)
{
  GListModel *children = yc_form_element_get_children (element);
  RuleState state = { yc_form_element_get_rule (element), FALSE };

  if (state.rule != NULL)
    g_array_append_val (self->rules, state);
  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (YcFormElement) child = g_list_model_get_item (children, i);
      collect_rules (self, child);
    }
}

static void
run_rules (YcForm   *self,
           gboolean  always)
{
  gboolean changed = always;

  for (guint i = 0; i < self->rules->len; i++)
    {
      RuleState *state = &g_array_index (self->rules, RuleState, i);
      gboolean holds = yc_form_rule_holds (state->rule, self->data);

      changed |= holds != state->holds;
      state->holds = holds;
    }
  if (!changed)
    return;
  self->mark++;
  apply_state (self, self->root, TRUE, TRUE);
}

/* Problems */

/* The field at @pointer or the one that it is inside of. */
static YcFormField *
find_field_around (YcForm     *self,
                   const char *pointer)
{
  g_autofree char *place = NULL;
  YcFormField *field = g_hash_table_lookup (self->by_pointer, pointer);
  char *slash;

  if (field != NULL)
    return field;
  place = g_strdup (pointer);
  while (field == NULL && (slash = strrchr (place, '/')) != NULL)
    {
      *slash = '\0';
      field = g_hash_table_lookup (self->by_pointer, place);
    }
  return field;
}

static void
show_problem (YcForm                *self,
              YcFormField           *field,
              const YcSchemaProblem *problem)
{
  g_autofree char *message = NULL;

  if (yc_form_field_get_touched (field))
    message = yc_schema_problem_get_message (problem, NULL);
  yc_form_field_set_error (field, message);
}

static void
set_counts (YcForm *self,
            guint   n_missing,
            guint   n_errors)
{
  GObject *object = G_OBJECT (self);
  gboolean was_valid = yc_form_get_is_valid (self);
  guint before_missing = self->n_missing, before_errors = self->n_errors;

  self->n_missing = n_missing;
  self->n_errors = n_errors;
  if (before_missing != n_missing)
    g_object_notify_by_pspec (object, properties[PROP_N_MISSING]);
  if (before_errors != n_errors)
    g_object_notify_by_pspec (object, properties[PROP_N_ERRORS]);
  if (was_valid != yc_form_get_is_valid (self))
    g_object_notify_by_pspec (object, properties[PROP_IS_VALID]);
}

/* Fields keep the first of their problems. */
static void
place_problems (YcForm *self)
{
  guint n = yc_schema_report_get_n_problems (self->report);
  guint n_missing = 0, n_errors = 0;

  for (guint i = 0; i < n; i++)
    {
      const YcSchemaProblem *problem = yc_schema_report_get_problem (self->report, i);
      YcFormField *field =
          find_field_around (self, yc_schema_problem_get_instance_location (problem));

      if (field != NULL && !yc_form_field_get_visible (field))
        continue;
      if (yc_form_problem_is_missing (problem))
        n_missing++;
      else
        n_errors++;
      if (field == NULL || yc_form_field_get_mark (field) == self->mark)
        continue;
      yc_form_field_mark (field, self->mark);
      g_ptr_array_add (self->wrong, g_object_ref (field));
      show_problem (self, field, problem);
    }
  set_counts (self, n_missing, n_errors);
}

static void
validate (YcForm *self)
{
  g_autoptr (GPtrArray) before = g_steal_pointer (&self->wrong);

  self->wrong = g_ptr_array_new_with_free_func (g_object_unref);
  g_clear_pointer (&self->report, yc_schema_report_unref);
  self->report = yc_schema_report_new (0);
  self->mark++;
  yc_schema_validate (self->schema, self->data, self->report);
  place_problems (self);
  for (guint i = 0; i < before->len; i++)
    {
      YcFormField *field = g_ptr_array_index (before, i);

      if (yc_form_field_get_mark (field) != self->mark)
        yc_form_field_set_error (field, NULL);
    }
}

/* After a change */

static void
calculated_cb (const char *pointer,
               JsonNode   *value,
               gpointer    user_data)
{
  YcForm *self = user_data;
  YcFormField *field = g_hash_table_lookup (self->by_pointer, pointer);

  if (field != NULL)
    yc_form_field_take_value (field, value == NULL ? NULL : yc_json_copy (value), FALSE);
}

static void
run_demands (YcForm   *self,
             gboolean  always)
{
  if (!yc_form_demands_run (self->demands, self->data) && !always)
    return;
  for (guint i = 0; i < self->fields->len; i++)
    {
      YcFormField *field = g_ptr_array_index (self->fields, i);

      yc_form_field_set_required (
          field, yc_form_demands_has (self->demands, yc_form_field_get_pointer (field)));
    }
}

/* @changed is a pointer, or NULL if everything may have changed. */
static void
update (YcForm     *self,
        const char *changed)
{
  yc_form_calculations_run (self->calculations, self->data, changed, calculated_cb, self);
  run_demands (self, changed == NULL);
  run_rules (self, changed == NULL);
  validate (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Data */

JsonNode *
yc_form_read_field (YcForm      *self,
                    YcFormField *field)
{
  return yc_json_pointer_get (self->data, yc_form_field_get_pointer (field));
}

static gboolean
is_empty_object (JsonNode *node)
{
  return JSON_NODE_HOLDS_OBJECT (node) && json_object_get_size (json_node_get_object (node)) == 0;
}

/* Rows at the end into which nothing is typed are not part of the data. */
static void
trim_rows (YcForm      *self,
           YcFormField *repeating)
{
  JsonArray *array = yc_json_node_get_array (yc_form_read_field (self, repeating));
  guint n = array == NULL ? 0 : json_array_get_length (array);

  for (; n > 0 && is_empty_object (json_array_get_element (array, n - 1)); n--)
    json_array_remove_element (array, n - 1);
  if (n == 0)
    yc_json_pointer_set (self->data, yc_form_field_get_pointer (repeating), NULL);
}

static JsonArray *
ensure_rows (YcForm      *self,
             YcFormField *repeating,
             guint        n_rows)
{
  JsonArray *array = yc_json_node_get_array (yc_form_read_field (self, repeating));

  if (array == NULL)
    {
      array = json_array_new ();
      yc_json_pointer_set (self->data, yc_form_field_get_pointer (repeating),
                           yc_json_array_node (array));
    }
  while (json_array_get_length (array) < n_rows)
    json_array_add_object_element (array, json_object_new ());
  return array;
}

static void
write_cell (YcForm      *self,
            YcFormField *field,
            JsonNode    *value)
{
  YcFormField *repeating = yc_form_field_get_repeating (field);
  guint index = yc_form_row_get_index (yc_form_field_get_row (field));
  JsonArray *array = ensure_rows (self, repeating, index + 1);
  JsonNode *row = json_array_get_element (array, index);

  if (value != NULL && JSON_NODE_HOLDS_OBJECT (row))
    json_object_set_member (json_node_get_object (row), yc_form_field_get_spec (field)->name,
                            json_node_ref (value));
  else if (JSON_NODE_HOLDS_OBJECT (row))
    json_object_remove_member (json_node_get_object (row), yc_form_field_get_spec (field)->name);
  trim_rows (self, repeating);
}

void
yc_form_write_field (YcForm      *self,
                     YcFormField *field,
                     JsonNode    *value)
{
  const char *pointer = yc_form_field_get_pointer (field);

  if (yc_form_field_get_repeating (field) != NULL)
    write_cell (self, field, value);
  else
    yc_json_pointer_set (self->data, pointer, value == NULL ? NULL : json_node_ref (value));
  update (self, pointer);
}

static void
show_error_of (YcForm      *self,
               YcFormField *field)
{
  const char *pointer = yc_form_field_get_pointer (field);
  guint n = yc_schema_report_get_n_problems (self->report);

  for (guint i = 0; yc_form_field_get_visible (field) && i < n; i++)
    {
      const YcSchemaProblem *problem = yc_schema_report_get_problem (self->report, i);
      const char *place = yc_schema_problem_get_instance_location (problem);

      if (g_str_has_prefix (place, pointer) && find_field_around (self, place) == field)
        {
          show_problem (self, field, problem);
          return;
        }
    }
  yc_form_field_set_error (field, NULL);
}

void
yc_form_leave_field (YcForm      *self,
                     YcFormField *field)
{
  yc_form_field_tidy (field);
  yc_form_field_set_touched (field, TRUE);
  show_error_of (self, field);
}

void
yc_form_row_removed (YcForm      *self,
                     YcFormField *repeating,
                     guint        index)
{
  JsonArray *array = yc_json_node_get_array (yc_form_read_field (self, repeating));

  if (array == NULL || index >= json_array_get_length (array))
    return;
  json_array_remove_element (array, index);
  trim_rows (self, repeating);
  update (self, yc_form_field_get_pointer (repeating));
}

void
yc_form_row_moved (YcForm      *self,
                   YcFormField *repeating,
                   guint        from,
                   guint        to)
{
  JsonArray *array = ensure_rows (self, repeating, MAX (from, to) + 1);
  g_autoptr (JsonArray) moved = json_array_new ();
  guint n = json_array_get_length (array);

  for (guint i = 0; i < n; i++)
    {
      guint source = i == to ? from : i;

      if (from < to && i >= from && i < to)
        source = i + 1;
      else if (to < from && i > to && i <= from)
        source = i - 1;
      json_array_add_element (moved, json_node_ref (json_array_get_element (array, source)));
    }
  yc_json_pointer_set (self->data, yc_form_field_get_pointer (repeating),
                       yc_json_array_node (g_steal_pointer (&moved)));
  trim_rows (self, repeating);
  update (self, yc_form_field_get_pointer (repeating));
}

static void
load_rows (YcForm      *self,
           YcFormField *repeating)
{
  JsonArray *array = yc_json_node_get_array (yc_form_read_field (self, repeating));
  GListModel *rows = yc_form_field_get_rows (repeating);

  yc_form_field_set_n_rows (repeating, array == NULL ? 0 : json_array_get_length (array));
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (YcFormRow) row = g_list_model_get_item (rows, i);

      for (guint k = 0; k < yc_form_row_get_n_fields (row); k++)
        {
          YcFormField *cell = yc_form_row_get_field (row, k);
          JsonNode *value = yc_form_read_field (self, cell);

          yc_form_field_take_value (cell, value == NULL ? NULL : yc_json_copy (value), FALSE);
        }
    }
}

static void
load_field (YcForm      *self,
            YcFormField *field)
{
  JsonNode *value = yc_form_read_field (self, field);

  if (yc_form_field_get_kind (field) == YC_FORM_FIELD_REPEATING)
    load_rows (self, field);
  else
    yc_form_field_take_value (field, value == NULL ? NULL : yc_json_copy (value), FALSE);
}

/* The objects around fields are always there, so that what is required in them is asked for. */
static void
ensure_objects (YcForm *self)
{
  for (guint i = 0; i < self->fields->len; i++)
    {
      const char *pointer = yc_form_field_get_pointer (g_ptr_array_index (self->fields, i));
      const char *slash = strrchr (pointer, '/');
      g_autofree char *around = g_strndup (pointer, (gsize) (slash - pointer));

      if (*around != '\0' && yc_json_pointer_get (self->data, around) == NULL)
        yc_json_pointer_set (self->data, around, yc_json_object_node (json_object_new ()));
    }
}

static void
load_all (YcForm *self)
{
  ensure_objects (self);
  for (guint i = 0; i < self->fields->len; i++)
    load_field (self, g_ptr_array_index (self->fields, i));
  update (self, NULL);
}

/* Making */

static YcFormField *
find_field_cb (const char  *scope,
               JsonObject  *control,
               gpointer     user_data,
               GError     **error)
{
  YcForm *self = user_data;
  g_autofree char *pointer = yc_form_scope_to_pointer (scope);
  YcFormField *field = g_hash_table_lookup (self->by_pointer, pointer);
  g_autoptr (YcFormSpec) spec = NULL;

  if (field != NULL)
    return field;
  spec = yc_form_spec_new (self->schema_node, scope, control, error);
  if (spec == NULL)
    return NULL;
  field = yc_form_field_new (self, spec, pointer);
  g_ptr_array_add (self->fields, field);
  yc_form_register (self, field);
  return field;
}

static void
set_defaults (YcForm *self)
{
  for (guint i = 0; i < self->fields->len; i++)
    {
      YcFormField *field = g_ptr_array_index (self->fields, i);
      JsonNode *initial = yc_form_field_get_spec (field)->initial;

      if (initial != NULL)
        yc_json_pointer_set (self->data, yc_form_field_get_pointer (field),
                             yc_json_copy (initial));
    }
}

/**
 * yc_form_new:
 * @schema: (transfer none): a JSON Schema (2020-12) of an object; must not be changed afterwards
 * @layout: (nullable) (transfer none): a JSON Forms layout; %NULL for one control per property
 * @error: return location
 *
 * Opens an empty form with its defaults and calculations. A form belongs to one thread; several
 * may be used by several threads.
 *
 * Errors: those of yc_schema_compile(), %YC_FORMS_ERROR_LAYOUT, %YC_FORMS_ERROR_SCOPE,
 * %YC_FORMS_ERROR_CYCLE, and core's for a calculation that is no JsonLogic.
 *
 * Returns: (transfer full) (nullable): the form
 */
YcForm *
yc_form_new (JsonNode  *schema,
             JsonNode  *layout,
             GError   **error)
{
  g_autoptr (YcForm) self = NULL;

  g_return_val_if_fail (schema != NULL, NULL);

  self = g_object_new (YC_TYPE_FORM, NULL);
  self->schema_node = json_node_ref (schema);
  self->schema = yc_schema_compile (schema, NULL, NULL, error);
  if (self->schema == NULL)
    return NULL;
  self->calculations = yc_form_calculations_new (schema, error);
  if (self->calculations == NULL)
    return NULL;
  self->demands = yc_form_demands_new (schema, error);
  if (self->demands == NULL)
    return NULL;
  self->root = yc_form_layout_build (schema, layout, find_field_cb, self, error);
  if (self->root == NULL)
    return NULL;
  collect_rules (self, self->root);
  set_defaults (self);
  load_all (self);
  return g_steal_pointer (&self);
}

/* Asking */

/**
 * yc_form_get_title:
 * @self: a form
 *
 * Returns: (nullable): the schema's title
 */
const char *
yc_form_get_title (YcForm *self)
{
  g_return_val_if_fail (YC_IS_FORM (self), NULL);

  return yc_json_get_string (yc_json_node_get_object (self->schema_node), "title", NULL);
}

/**
 * yc_form_get_root:
 * @self: a form
 *
 * Returns: (transfer none): the layout's outermost element
 */
YcFormElement *
yc_form_get_root (YcForm *self)
{
  g_return_val_if_fail (YC_IS_FORM (self), NULL);

  return self->root;
}

/**
 * yc_form_find_field:
 * @self: a form
 * @pointer: a JSON Pointer into the data, such as "/tenants/0/name"
 *
 * Returns: (transfer none) (nullable): the field there; %NULL if the layout has none
 */
YcFormField *
yc_form_find_field (YcForm     *self,
                    const char *pointer)
{
  g_return_val_if_fail (YC_IS_FORM (self), NULL);
  g_return_val_if_fail (pointer != NULL, NULL);

  return g_hash_table_lookup (self->by_pointer, pointer);
}

/**
 * yc_form_get_is_valid:
 * @self: a form
 *
 * Returns: whether it can be submitted as it is
 */
gboolean
yc_form_get_is_valid (YcForm *self)
{
  g_return_val_if_fail (YC_IS_FORM (self), FALSE);

  return self->n_missing == 0 && self->n_errors == 0;
}

/**
 * yc_form_get_n_missing:
 * @self: a form
 *
 * Returns: how many visible fields must still be filled in
 */
guint
yc_form_get_n_missing (YcForm *self)
{
  g_return_val_if_fail (YC_IS_FORM (self), 0);

  return self->n_missing;
}

/**
 * yc_form_get_n_errors:
 * @self: a form
 *
 * Returns: how many problems there are with what is filled in
 */
guint
yc_form_get_n_errors (YcForm *self)
{
  g_return_val_if_fail (YC_IS_FORM (self), 0);

  return self->n_errors;
}

/**
 * yc_form_get_is_empty:
 * @self: a form
 *
 * Returns: whether nothing is filled in but defaults and computed values
 */
gboolean
yc_form_get_is_empty (YcForm *self)
{
  g_return_val_if_fail (YC_IS_FORM (self), TRUE);

  for (guint i = 0; i < self->fields->len; i++)
    {
      YcFormField *field = g_ptr_array_index (self->fields, i);
      const YcFormSpec *spec = yc_form_field_get_spec (field);
      JsonNode *value = yc_form_field_get_value (field);

      if (spec->calculate == NULL && value != NULL && !yc_json_equal (value, spec->initial))
        return FALSE;
    }
  return TRUE;
}

/* Filling */

static YcFormField *
find_or_fail (YcForm      *self,
              const char  *pointer,
              GError     **error)
{
  YcFormField *field = g_hash_table_lookup (self->by_pointer, pointer);

  if (field == NULL)
    {
      g_set_error (error, YC_FORMS_ERROR, YC_FORMS_ERROR_SCOPE, "The form has no field at “%s”",
                   pointer);
      return NULL;
    }
  if (yc_form_field_get_calculated (field))
    {
      g_set_error (error, YC_FORMS_ERROR, YC_FORMS_ERROR_READ_ONLY, "“%s” is computed",
                   yc_form_field_get_title (field));
      return NULL;
    }
  return field;
}

/**
 * yc_form_set_text:
 * @self: a form
 * @pointer: which field
 * @text: (nullable): what was typed
 * @error: return location
 *
 * Like yc_form_field_set_text().
 *
 * Returns: %FALSE with %YC_FORMS_ERROR_SCOPE or %YC_FORMS_ERROR_READ_ONLY
 */
gboolean
yc_form_set_text (YcForm      *self,
                  const char  *pointer,
                  const char  *text,
                  GError     **error)
{
  YcFormField *field;

  g_return_val_if_fail (YC_IS_FORM (self), FALSE);
  g_return_val_if_fail (pointer != NULL, FALSE);

  field = find_or_fail (self, pointer, error);
  if (field == NULL)
    return FALSE;
  yc_form_field_set_text (field, text);
  return TRUE;
}

/**
 * yc_form_set_value:
 * @self: a form
 * @pointer: which field; of a repeating one, all its rows are replaced
 * @value: (nullable) (transfer none): the value, an array of objects for a repeating field; %NULL
 *   or JSON null for none
 * @error: return location
 *
 * Sets a value and works out all that follows from it.
 *
 * Returns: %FALSE with %YC_FORMS_ERROR_SCOPE or %YC_FORMS_ERROR_READ_ONLY
 */
gboolean
yc_form_set_value (YcForm      *self,
                   const char  *pointer,
                   JsonNode    *value,
                   GError     **error)
{
  YcFormField *field;

  g_return_val_if_fail (YC_IS_FORM (self), FALSE);
  g_return_val_if_fail (pointer != NULL, FALSE);

  field = find_or_fail (self, pointer, error);
  if (field == NULL)
    return FALSE;
  if (yc_form_field_get_kind (field) != YC_FORM_FIELD_REPEATING)
    {
      yc_form_field_set_value (field, value);
      return TRUE;
    }
  yc_json_pointer_set (self->data, pointer,
                       yc_json_node_is_null (value) ? NULL : yc_json_copy (value));
  load_rows (self, field);
  trim_rows (self, field);
  update (self, pointer);
  return TRUE;
}

/**
 * yc_form_autofill:
 * @self: a form
 * @pointer: which field
 * @value: (transfer none): the value
 * @source: translated words that say where it came from
 * @error: return location
 *
 * Sets a value that nobody typed, and says so until somebody changes it.
 *
 * Returns: %FALSE with %YC_FORMS_ERROR_SCOPE or %YC_FORMS_ERROR_READ_ONLY
 */
gboolean
yc_form_autofill (YcForm      *self,
                  const char  *pointer,
                  JsonNode    *value,
                  const char  *source,
                  GError     **error)
{
  if (!yc_form_set_value (self, pointer, value, error))
    return FALSE;
  yc_form_field_set_source (g_hash_table_lookup (self->by_pointer, pointer), source);
  return TRUE;
}

/**
 * yc_form_fill_from:
 * @self: a form
 * @known: (transfer none): an object with what is known already
 * @name: the member of @known to fill from, such as "applicant"
 * @source: translated words for it
 *
 * Fills the fields that are empty and whose `x-source` is a JSON Pointer into that member, such as
 * "/applicant/mobile".
 *
 * Returns: how many fields were filled
 */
guint
yc_form_fill_from (YcForm     *self,
                   JsonNode   *known,
                   const char *name,
                   const char *source)
{
  g_autofree char *prefix = NULL;
  guint n_filled = 0;

  g_return_val_if_fail (YC_IS_FORM (self), 0);
  g_return_val_if_fail (known != NULL && name != NULL, 0);

  prefix = g_strdup_printf ("/%s/", name);
  for (guint i = 0; i < self->fields->len; i++)
    {
      YcFormField *field = g_ptr_array_index (self->fields, i);
      const char *place = yc_form_field_get_spec (field)->source;
      JsonNode *value;

      if (place == NULL || !g_str_has_prefix (place, prefix) ||
          yc_form_field_get_value (field) != NULL)
        continue;
      value = yc_json_pointer_get (known, place);
      if (yc_json_node_is_null (value) || g_strcmp0 (yc_json_node_get_string (value), "") == 0)
        continue;
      n_filled += yc_form_autofill (self, yc_form_field_get_pointer (field), value, source, NULL);
    }
  return n_filled;
}

/**
 * yc_form_set_data:
 * @self: a form
 * @data: (transfer none): an object, such as yc_form_get_data() gave
 * @error: return location
 *
 * Replaces everything, to restore a draft or to correct a return. Members that the form has no
 * field for are kept. Computed values are computed again.
 *
 * Returns: %FALSE with %YC_FORMS_ERROR_DATA if @data is no object
 */
gboolean
yc_form_set_data (YcForm    *self,
                  JsonNode  *data,
                  GError   **error)
{
  g_return_val_if_fail (YC_IS_FORM (self), FALSE);

  if (yc_json_node_get_object (data) == NULL)
    {
      g_set_error_literal (error, YC_FORMS_ERROR, YC_FORMS_ERROR_DATA,
                           "The data of a form must be an object");
      return FALSE;
    }
  json_node_unref (self->data);
  self->data = yc_json_copy (data);
  load_all (self);
  return TRUE;
}

/**
 * yc_form_get_data:
 * @self: a form
 *
 * Returns: (transfer full): a copy of everything, hidden and not yet valid values too: the draft
 */
JsonNode *
yc_form_get_data (YcForm *self)
{
  g_return_val_if_fail (YC_IS_FORM (self), NULL);

  return yc_json_copy (self->data);
}

/**
 * yc_form_get_submission:
 * @self: a form
 *
 * Returns: (transfer full): a copy of what is submitted: without the values of hidden fields
 */
JsonNode *
yc_form_get_submission (YcForm *self)
{
  JsonNode *submission;

  g_return_val_if_fail (YC_IS_FORM (self), NULL);

  submission = yc_json_copy (self->data);
  for (guint i = 0; i < self->fields->len; i++)
    {
      YcFormField *field = g_ptr_array_index (self->fields, i);

      if (!yc_form_field_get_visible (field))
        yc_json_pointer_set (submission, yc_form_field_get_pointer (field), NULL);
    }
  return submission;
}

/* Checking */

static guint
get_order (YcForm      *self,
           YcFormField *field)
{
  YcFormField *repeating = yc_form_field_get_repeating (field);
  guint order = G_MAXUINT;

  g_ptr_array_find (self->fields, repeating == NULL ? field : repeating, &order);
  return order;
}

static int
compare_problems (gconstpointer a,
                  gconstpointer b,
                  gpointer      user_data)
{
  YcForm *self = user_data;
  YcFormField *x = yc_form_problem_get_field ((YcFormProblem *) a);
  YcFormField *y = yc_form_problem_get_field ((YcFormProblem *) b);
  guint i = x == NULL ? G_MAXUINT : get_order (self, x);
  guint j = y == NULL ? G_MAXUINT : get_order (self, y);

  return (i > j) - (i < j);
}

/**
 * yc_form_get_problems:
 * @self: a form
 *
 * Returns: (transfer full): a new list of #YcFormProblem with what is missing and wrong now, in
 *   the layout's order; hidden fields have none
 */
GListModel *
yc_form_get_problems (YcForm *self)
{
  GListStore *problems;

  g_return_val_if_fail (YC_IS_FORM (self), NULL);

  problems = g_list_store_new (YC_TYPE_FORM_PROBLEM);
  for (guint i = 0; i < yc_schema_report_get_n_problems (self->report); i++)
    {
      const YcSchemaProblem *problem = yc_schema_report_get_problem (self->report, i);
      YcFormField *field =
          find_field_around (self, yc_schema_problem_get_instance_location (problem));
      g_autoptr (YcFormProblem) item = NULL;

      if (field != NULL && !yc_form_field_get_visible (field))
        continue;
      item = yc_form_problem_new (problem, field);
      g_list_store_append (problems, item);
    }
  g_list_store_sort (problems, compare_problems, self);
  return G_LIST_MODEL (problems);
}

/**
 * yc_form_check:
 * @self: a form
 *
 * Puts every field's text in order and lets all errors show, as if each field had been left.
 *
 * Returns: (transfer full): the problems, as yc_form_get_problems()
 */
GListModel *
yc_form_check (YcForm *self)
{
  g_autoptr (GPtrArray) all = NULL;
  GHashTableIter iter;
  gpointer field;

  g_return_val_if_fail (YC_IS_FORM (self), NULL);

  all = g_ptr_array_new_with_free_func (g_object_unref);
  g_hash_table_iter_init (&iter, self->by_pointer);
  while (g_hash_table_iter_next (&iter, NULL, &field))
    g_ptr_array_add (all, g_object_ref (field));
  for (guint i = 0; i < all->len; i++)
    {
      yc_form_field_tidy (g_ptr_array_index (all, i));
      yc_form_field_set_touched (g_ptr_array_index (all, i), TRUE);
    }
  validate (self);
  return yc_form_get_problems (self);
}
