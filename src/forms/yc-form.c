/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The state of one form being filled. The data are the truth: fields write into them and take
 * from them, calculations, rules and the schema are held against them after every change.
 */
#include "yc-form-private.h"

#include "yc-form-layout-private.h"
#include "yc-form-relevance-private.h"
#include "yc-json.h"

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

  g_clear_pointer (&self->branch, yc_form_branch_free);
  g_clear_pointer (&self->wrong, g_ptr_array_unref);
  g_clear_pointer (&self->recounted, g_ptr_array_unref);
  g_clear_pointer (&self->findings, g_array_unref);
  g_clear_pointer (&self->by_pointer, g_hash_table_unref);
  G_OBJECT_CLASS (yc_form_parent_class)->dispose (object);
}

static void
yc_form_finalize (GObject *object)
{
  YcForm *self = YC_FORM (object);

  g_clear_pointer (&self->calculations, yc_form_calculations_free);
  g_clear_pointer (&self->checks, yc_form_checks_free);
  g_free (self->hidden);
  g_clear_pointer (&self->view, json_node_unref);
  yc_form_watch_free (self->watch);
  g_hash_table_unref (self->specs);
  g_hash_table_unref (self->rules);
  g_hash_table_unref (self->demands);
  g_hash_table_unref (self->required);
  g_hash_table_unref (self->generated);
  g_hash_table_unref (self->common);
  g_hash_table_unref (self->schemas);
  g_clear_pointer (&self->schema, yc_schema_unref);
  g_clear_pointer (&self->schema_node, json_node_unref);
  g_clear_pointer (&self->layout, json_node_unref);
  json_node_unref (self->data);
  g_clear_pointer (&self->report, yc_schema_report_unref);
  yc_form_history_free (self->history);
  if (self->translator_notify != NULL)
    self->translator_notify (self->translator_data);
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

static GHashTable *
create_cache (GDestroyNotify forget_key,
              GDestroyNotify forget_value)
{
  return g_hash_table_new_full (NULL, NULL, forget_key, forget_value);
}

static void
forget_schema (gpointer data)
{
  if (data != NULL)
    yc_schema_unref (data);
}

static void
yc_form_init (YcForm *self)
{
  GDestroyNotify unref_node = (GDestroyNotify) json_node_unref;
  GDestroyNotify unref_object = (GDestroyNotify) json_object_unref;

  self->by_pointer = g_hash_table_new (g_str_hash, g_str_equal);
  self->watch = yc_form_watch_new ();
  self->demands = create_cache (unref_node, (GDestroyNotify) yc_form_demands_unref);
  self->required = create_cache (unref_node, (GDestroyNotify) g_hash_table_unref);
  self->generated = create_cache (unref_node, unref_node);
  self->common = create_cache (unref_node, unref_node);
  self->schemas = create_cache (unref_node, forget_schema);
  self->specs = create_cache (unref_object, (GDestroyNotify) yc_form_spec_unref);
  self->rules = create_cache (unref_object, (GDestroyNotify) yc_form_rule_unref);
  self->wrong = g_ptr_array_new_with_free_func (g_object_unref);
  self->findings = g_array_new (FALSE, FALSE, sizeof (YcFormFinding));
  self->recounted = g_ptr_array_new_with_free_func (g_object_unref);
  self->data = yc_json_object_node (json_object_new ());
  self->history = yc_form_history_new ();
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

/* What the problems come to. */
void
yc_form_set_counts (YcForm *self,
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

void
yc_form_emit_changed (YcForm *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Making */

static void
set_defaults (YcForm *self)
{
  for (guint i = 0; i < self->branch->fields->len; i++)
    {
      YcFormField *field = self->branch->fields->pdata[i];
      JsonNode *initial = field->spec->initial;

      if (initial != NULL && *field->pointer != '\0')
        yc_json_pointer_set (self->data, field->pointer, yc_json_copy (initial));
    }
}

/* The elements of the layout, or of one made up. */
static void
build (YcForm *self)
{
  JsonNode *layout = self->layout;

  if (layout == NULL)
    layout = yc_form_get_generated (self, self->schema_node);
  self->branch = yc_form_branch_new (self, NULL, NULL, self->schema_node, "");
  yc_form_branch_open (self->branch, yc_form_layout_build (self->branch, layout, ""));
}

/**
 * yc_form_new:
 * @schema: (transfer none): a JSON Schema (2020-12) of an object; must not be changed afterwards
 * @layout: (nullable) (transfer none): a JSON Forms layout, likewise; %NULL for one control per
 *   property
 * @error: return location
 *
 * Opens an empty form with its defaults and calculations. What of the layout cannot be shown becomes
 * a %YC_FORM_ELEMENT_TROUBLE. A form belongs to one thread; several may be used by several threads.
 *
 * Errors: those of yc_schema_compile(), %YC_FORMS_ERROR_CYCLE, and core's for a calculation that is
 * no JsonLogic.
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
  self->layout = layout == NULL ? NULL : json_node_ref (layout);
  self->schema = yc_schema_compile (schema, NULL, NULL, error);
  if (self->schema == NULL)
    return NULL;
  self->calculations = yc_form_calculations_new (schema, error);
  if (self->calculations == NULL)
    return NULL;
  self->checks = yc_form_checks_new (schema, error);
  if (self->checks == NULL)
    return NULL;
  yc_form_calculations_set_applies (self->calculations, yc_form_applies, self);
  yc_form_checks_set_applies (self->checks, yc_form_applies, self);
  build (self);
  set_defaults (self);
  yc_form_load_all (self);
  return g_steal_pointer (&self);
}

/* Asking */

/**
 * yc_form_get_title:
 * @self: a form
 *
 * Returns: (nullable): the schema's title, or what its words say for "root.label"
 */
const char *
yc_form_get_title (YcForm *self)
{
  g_return_val_if_fail (YC_IS_FORM (self), NULL);

  return yc_form_translate (
      self, "root.label",
      yc_json_get_string (yc_json_node_get_object (self->schema_node), "title", NULL));
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

  return self->branch->root;
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
  YcFormField *field;

  g_return_val_if_fail (YC_IS_FORM (self), NULL);
  g_return_val_if_fail (pointer != NULL, NULL);

  field = yc_form_find_field_around (self, pointer, TRUE);
  return field != NULL && g_str_equal (field->pointer, pointer) ? field : NULL;
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

  for (guint i = 0; i < self->branch->fields->len; i++)
    {
      YcFormField *field = self->branch->fields->pdata[i];
      const YcFormSpec *spec = yc_form_field_get_spec (field);
      JsonNode *value = yc_form_field_get_value (field);

      if (spec->calculate == NULL && value != NULL && !yc_json_equal (value, spec->initial))
        return FALSE;
    }
  return TRUE;
}

/**
 * yc_form_set_translator:
 * @self: a form
 * @translator: (nullable): gives the words for a key
 * @user_data: for @translator
 * @notify: (nullable): frees @user_data
 *
 * Sets where the words of the form come from, for one that carries its translations. The keys are
 * those of JSON Forms: `i18n` in the layout or the schema, else the place in the data, with ".label",
 * ".description", ".placeholder", ".unit", ".error." and the keyword, or "." and the value of a choice
 * behind it. ".error.custom" is for whatever is wrong, "root.label" for the form itself.
 */
void
yc_form_set_translator (YcForm           *self,
                        YcFormTranslator  translator,
                        gpointer          user_data,
                        GDestroyNotify    notify)
{
  g_return_if_fail (YC_IS_FORM (self));

  if (self->translator_notify != NULL)
    self->translator_notify (self->translator_data);
  self->translator = translator;
  self->translator_data = user_data;
  self->translator_notify = notify;
  yc_form_translate_branch (self->branch, self);
}

/**
 * yc_form_get_read_only:
 * @self: a form
 *
 * Returns: whether nothing in it can be changed by hand
 */
gboolean
yc_form_get_read_only (YcForm *self)
{
  g_return_val_if_fail (YC_IS_FORM (self), FALSE);

  return self->read_only;
}

/**
 * yc_form_set_read_only:
 * @self: a form
 * @read_only: whether it is for reading
 *
 * Makes all of it read only, as when a form is shown to be checked.
 */
void
yc_form_set_read_only (YcForm   *self,
                       gboolean  read_only)
{
  g_return_if_fail (YC_IS_FORM (self));

  if (self->read_only == !!read_only)
    return;
  self->read_only = !!read_only;
  yc_form_apply_state (self->branch, self);
}
