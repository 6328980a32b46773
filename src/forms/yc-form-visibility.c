/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which elements and fields are shown, enabled and locked, as rules, options and schema say. */
#include "yc-form-branch-private.h"

#include "yc-form-private.h"
#include "yc-json.h"

/* What the element around passes on. */
typedef struct
{
  gboolean visible;
  gboolean enabled;
  gboolean sensitive;
  gboolean read_only;
} State;

static State
get_state_around (YcForm        *self,
                  YcFormElement *element)
{
  YcFormElement *parent = element->parent;
  YcFormField *owner = element->branch == NULL ? NULL : element->branch->owner;

  if (parent == NULL)
    parent = element->control;
  if (parent == NULL && owner != NULL && owner->elements != NULL)
    parent = owner->elements->data;
  if (parent != NULL)
    return (State) { parent->visible, parent->enabled, parent->sensitive, parent->read_only };
  return (State) { TRUE, TRUE, TRUE, FALSE };
}

/* 1 or 0 if the layout's options say whether it is read only, else -1. */
static int
read_option (YcFormElement *element)
{
  static const char *const names[] = { "readonly", "readOnly" };
  JsonObject *options = yc_json_get_object (element->layout, "options");

  for (gsize i = 0; options != NULL && i < G_N_ELEMENTS (names); i++)
    {
      JsonNode *node = yc_json_get_member (options, names[i]);

      if (node != NULL && JSON_NODE_HOLDS_VALUE (node) &&
          json_node_get_value_type (node) == G_TYPE_BOOLEAN)
        return json_node_get_boolean (node);
    }
  return -1;
}

static YcFormEffect
get_effect (YcFormElement *element)
{
  return element->rule == NULL ? YC_FORM_EFFECT_NONE : yc_form_rule_get_effect (element->rule);
}

static gboolean
is_schema_read_only (YcFormElement *element)
{
  return yc_json_get_boolean (yc_form_element_ask_schema (element), "readOnly", FALSE);
}

/* An element's own rule decides alone, else its options, else its schema, else what is around it. */
static void
find_enabled (YcForm        *self,
              YcFormElement *element,
              State         *state)
{
  YcFormEffect effect = get_effect (element);
  int option = read_option (element);

  if (effect == YC_FORM_EFFECT_ENABLE || effect == YC_FORM_EFFECT_DISABLE)
    state->enabled = state->sensitive = element->holds == (effect == YC_FORM_EFFECT_ENABLE);
  else if (option >= 0)
    {
      state->enabled = option == 0;
      state->sensitive |= option == 0;
    }
  else if (is_schema_read_only (element))
    state->enabled = FALSE;
  state->enabled = state->enabled && !self->read_only;
}

static void
find_read_only (YcForm        *self,
                YcFormElement *element,
                State         *state)
{
  YcFormEffect effect = get_effect (element);
  int option = read_option (element);

  if (effect == YC_FORM_EFFECT_READONLY || effect == YC_FORM_EFFECT_WRITABLE)
    state->read_only = element->holds == (effect == YC_FORM_EFFECT_READONLY);
  else if (option >= 0)
    state->read_only = option == 1;
  else if (is_schema_read_only (element))
    state->read_only = TRUE;
  state->read_only = state->read_only || self->read_only;
}

static State
find_state (YcForm        *self,
            YcFormElement *element,
            State          around)
{
  YcFormEffect effect = get_effect (element);

  if (effect == YC_FORM_EFFECT_SHOW || effect == YC_FORM_EFFECT_HIDE)
    around.visible = around.visible && element->holds == (effect == YC_FORM_EFFECT_SHOW);
  find_enabled (self, element, &around);
  find_read_only (self, element, &around);
  return around;
}

/* A field that several elements have is shown, enabled or free if one that is shown is. */
static void
apply_to_field (YcFormField *field)
{
  State state = { FALSE, FALSE, FALSE, TRUE };

  for (GSList *l = field->elements; l != NULL; l = l->next)
    {
      YcFormElement *element = l->data;

      state.visible |= element->visible;
      state.sensitive |= element->sensitive;
      state.read_only &= element->read_only || !element->visible;
    }
  yc_form_field_set_visible (field, state.visible);
  yc_form_field_set_enabled (field, state.sensitive);
  yc_form_field_set_locked (field, state.visible && state.read_only);
}

static void
apply (YcForm        *self,
       YcFormElement *element,
       State          around)
{
  State state = find_state (self, element, around);
  guint n = element->children == NULL
                ? 0
                : g_list_model_get_n_items (G_LIST_MODEL (element->children));

  element->sensitive = state.sensitive;
  yc_form_element_set_state (element, state.visible, state.enabled, state.read_only);
  if (element->field != NULL)
    {
      apply_to_field (element->field);
      yc_form_field_each_branch (element->field, yc_form_apply_state, self);
    }
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (YcFormElement) child =
          g_list_model_get_item (G_LIST_MODEL (element->children), i);

      apply (self, child, state);
    }
}

static void
apply_to_root (gpointer root,
               gpointer form)
{
  apply (form, root, get_state_around (form, root));
}

/* Passes on to all elements of a branch what the rules say now. */
void
yc_form_apply_state (YcFormBranch *branch,
                     gpointer      form)
{
  yc_form_branch_each_root (branch, apply_to_root, form);
}

static gboolean
run_rule (YcForm        *self,
          YcFormElement *element)
{
  g_autofree char *base = g_strconcat (element->branch->base, element->place, NULL);
  gboolean holds = yc_form_rule_holds (element->rule, self->data, base);

  if (element->holds == holds)
    return FALSE;
  element->holds = holds;
  return TRUE;
}

/* Runs all rules of a branch that is new or whose data are. */
void
yc_form_run_rules_of (YcForm       *self,
                      YcFormBranch *branch)
{
  for (guint i = 0; i < branch->ruled->len; i++)
    run_rule (self, branch->ruled->pdata[i]);
  yc_form_apply_state (branch, self);
}

/* Runs the rules that look at @changed; returns whether one says something else than before. */
gboolean
yc_form_run_rules (YcForm     *self,
                   const char *changed)
{
  g_autoptr (GHashTable) concerned = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer element;
  gboolean moved = FALSE;

  yc_form_watch_collect (self->watch, changed, concerned);
  g_hash_table_iter_init (&iter, concerned);
  while (g_hash_table_iter_next (&iter, &element, NULL))
    {
      if (run_rule (self, element))
        {
          moved = TRUE;
          apply (self, element, get_state_around (self, element));
        }
    }
  return moved;
}
