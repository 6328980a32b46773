/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One line of a plan: an item to apply for, something that nobody needs, or an item that is refused. */
#include "yc-plan-entry.h"
#include "yc-plan-private.h"

#include "yc-json.h"

#include <string.h>

struct _YcPlanEntry
{
  GObject        parent_instance;

  YcOutcomeKind  kind;
  char          *id;            /* the code of the item, or what is not needed */
  YcItem        *item;
  YcItem        *refused;
  YcReplacement *replacement;
  GString       *reason;
  GString       *advice;

  /* Of what is refused. */
  GString       *change;
  GString       *ask;
  GString       *instead;
  char          *from;

  GPtrArray     *conditions;
  GPtrArray     *list_ids;

  /* What outcomes say of the item's materials and its channel. */
  JsonObject    *wishes;
  JsonObject    *waivers;       /* the lists that do not ask for a material, by its id */
  JsonObject    *channel;
  GPtrArray     *asked_after;

  GListStore    *materials;
  GPtrArray     *results;       /* what the materials are, owned by them */
  GPtrArray     *after;
  guint          number;
};

G_DEFINE_FINAL_TYPE (YcPlanEntry, yc_plan_entry, G_TYPE_OBJECT)

static void
yc_plan_entry_finalize (GObject *object)
{
  YcPlanEntry *self = YC_PLAN_ENTRY (object);

  g_clear_pointer (&self->id, g_free);
  g_clear_object (&self->item);
  g_clear_object (&self->refused);
  g_clear_object (&self->replacement);
  g_string_free (self->reason, TRUE);
  g_string_free (self->advice, TRUE);
  g_string_free (self->change, TRUE);
  g_string_free (self->ask, TRUE);
  g_string_free (self->instead, TRUE);
  g_clear_pointer (&self->from, g_free);
  g_clear_pointer (&self->conditions, g_ptr_array_unref);
  g_clear_pointer (&self->list_ids, g_ptr_array_unref);
  g_clear_pointer (&self->wishes, json_object_unref);
  g_clear_pointer (&self->waivers, json_object_unref);
  g_clear_pointer (&self->channel, json_object_unref);
  g_clear_pointer (&self->asked_after, g_ptr_array_unref);
  g_clear_object (&self->materials);
  g_clear_pointer (&self->results, g_ptr_array_unref);
  g_clear_pointer (&self->after, g_ptr_array_unref);

  G_OBJECT_CLASS (yc_plan_entry_parent_class)->finalize (object);
}

static void
yc_plan_entry_class_init (YcPlanEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = yc_plan_entry_finalize;
}

static void
yc_plan_entry_init (YcPlanEntry *self)
{
  self->reason = g_string_new (NULL);
  self->advice = g_string_new (NULL);
  self->change = g_string_new (NULL);
  self->ask = g_string_new (NULL);
  self->instead = g_string_new (NULL);
  self->conditions = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->conditions, NULL);
  self->list_ids = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->list_ids, NULL);
  self->wishes = json_object_new ();
  self->waivers = json_object_new ();
  self->materials = g_list_store_new (YC_TYPE_MATERIAL);
  self->results = g_ptr_array_new ();
  self->asked_after = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->asked_after, NULL);
  self->after = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->after, NULL);
}

static const char *
get_title (YcPlanEntry *self)
{
  if (self->item != NULL || self->refused != NULL)
    return yc_item_get_title (self->item != NULL ? self->item : self->refused);
  return self->replacement != NULL ? yc_replacement_get_title (self->replacement) : self->id;
}

/* @strings always ends with NULL. */
static void
add_once (GPtrArray  *strings,
          const char *string)
{
  if (!g_strv_contains ((const char *const *) strings->pdata, string))
    g_ptr_array_insert (strings, (int) strings->len - 1, g_strdup (string));
}

static void
add_line (GString    *text,
          const char *line)
{
  if (*line == '\0' || strstr (text->str, line) != NULL)
    return;
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, line);
}

YcPlanEntry *
yc_plan_entry_new (YcOutcomeKind  kind,
                   const char    *id,
                   YcItem        *item,
                   YcReplacement *replacement)
{
  YcPlanEntry *self = g_object_new (YC_TYPE_PLAN_ENTRY, NULL);

  self->kind = kind;
  self->id = g_strdup (id);
  g_set_object (yc_outcome_kind_is_refusal (kind) ? &self->refused : &self->item, item);
  g_set_object (&self->replacement, replacement);
  return self;
}

static gboolean
is_waiver (JsonNode *wish)
{
  return wish != NULL && json_node_get_value_type (wish) == G_TYPE_BOOLEAN &&
         !json_node_get_boolean (wish);
}

/* Of two outcomes that speak of one material, what is asked for by either is asked for. */
static void
add_wish (YcPlanEntry *self,
          const char  *id,
          JsonNode    *wish)
{
  JsonNode *before = yc_json_get_member (self->wishes, id);

  if (before == NULL || (json_node_get_value_type (before) == G_TYPE_BOOLEAN &&
                         json_node_get_value_type (wish) == G_TYPE_STRING) ||
      is_waiver (before))
    json_object_set_member (self->wishes, id, json_node_ref (wish));
}

static void
add_wishes (YcPlanEntry *self,
            const char  *list_id,
            JsonObject  *wishes)
{
  g_autoptr (GList) ids = wishes != NULL ? json_object_get_members (wishes) : NULL;

  for (GList *l = ids; l != NULL; l = l->next)
    {
      JsonNode *wish = json_object_get_member (wishes, l->data);

      if (!JSON_NODE_HOLDS_VALUE (wish))
        continue;
      add_wish (self, l->data, wish);
      if (is_waiver (wish))
        json_object_set_string_member (self->waivers, l->data, list_id);
    }
}

void
yc_plan_entry_add_outcome (YcPlanEntry *self,
                           const char  *list_id,
                           JsonObject  *outcome)
{
  g_auto (GStrv) conditions = yc_json_dup_strv (outcome, "conditions");
  g_auto (GStrv) earlier = yc_json_dup_strv (outcome, "after");
  JsonObject *channel = yc_json_get_object (outcome, "channel");

  add_once (self->list_ids, list_id);
  for (guint i = 0; conditions[i] != NULL; i++)
    add_once (self->conditions, conditions[i]);
  add_line (self->reason, yc_json_get_string (outcome, "reason", ""));
  add_line (self->advice, yc_json_get_string (outcome, "advice", ""));
  add_line (self->change, yc_json_get_string (outcome, "change", ""));
  add_line (self->ask, yc_json_get_string (outcome, "ask", ""));
  add_line (self->instead, yc_json_get_string (outcome, "instead", ""));
  for (guint i = 0; earlier[i] != NULL; i++)
    add_once (self->asked_after, earlier[i]);
  add_wishes (self, list_id, yc_json_get_object (outcome, "materials"));
  if (self->channel == NULL && channel != NULL)
    self->channel = json_object_ref (channel);
}

/* Of two days the later one: only then both are content. */
void
yc_plan_entry_set_from (YcPlanEntry *self,
                        const char  *from)
{
  if (g_strcmp0 (self->from, from) >= 0)
    return;
  g_free (self->from);
  self->from = g_strdup (from);
}

void
yc_plan_entry_choose_materials (YcPlanEntry    *self,
                                YcMaterialTest  test,
                                gpointer        user_data)
{
  GListModel *all = self->item != NULL ? yc_item_get_materials (self->item) : NULL;

  for (guint i = 0; all != NULL && i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (YcMaterial) material = g_list_model_get_item (all, i);
      JsonNode *wish = yc_json_get_member (self->wishes, yc_material_get_id (material));
      YcMaterial *chosen = yc_material_choose (material, test, user_data, wish);

      if (chosen == NULL)
        continue;
      g_list_store_append (self->materials, chosen);
      if (yc_material_get_result (chosen) != NULL)
        g_ptr_array_add (self->results, (gpointer) yc_material_get_result (chosen));
    }
}

gboolean
yc_plan_entry_waits_for (YcPlanEntry *self,
                         const char  *code,
                         const char  *result)
{
  if (g_strv_contains ((const char *const *) self->asked_after->pdata, code))
    return TRUE;
  for (guint i = 0; result != NULL && i < self->results->len; i++)
    if (g_str_equal (self->results->pdata[i], result))
      return TRUE;
  return FALSE;
}

void
yc_plan_entry_set_number (YcPlanEntry *self,
                          guint        number)
{
  self->number = number;
}

void
yc_plan_entry_add_after (YcPlanEntry *self,
                         const char  *code)
{
  add_once (self->after, code);
}

const char *
yc_plan_entry_get_id (YcPlanEntry *self)
{
  return self->id;
}

gboolean
yc_plan_entry_equal (YcPlanEntry *a,
                     YcPlanEntry *b)
{
  return a->kind == b->kind && g_str_equal (a->id, b->id) && a->item == b->item &&
         a->refused == b->refused && a->replacement == b->replacement &&
         g_string_equal (a->reason, b->reason) && g_string_equal (a->advice, b->advice) &&
         g_string_equal (a->change, b->change) && g_string_equal (a->ask, b->ask) &&
         g_string_equal (a->instead, b->instead) && g_strcmp0 (a->from, b->from) == 0 &&
         g_strv_equal (yc_plan_entry_get_conditions (a), yc_plan_entry_get_conditions (b)) &&
         g_strv_equal (yc_plan_entry_get_list_ids (a), yc_plan_entry_get_list_ids (b)) &&
         a->number == b->number && a->channel == b->channel &&
         g_strv_equal (yc_plan_entry_get_after (a), yc_plan_entry_get_after (b)) &&
         yc_plan_same_list (a->materials, b->materials);
}

YcOutcomeKind
yc_plan_entry_get_kind (YcPlanEntry *self)
{
  g_return_val_if_fail (YC_IS_PLAN_ENTRY (self), YC_OUTCOME_NOTHING);

  return self->kind;
}

YcItem *
yc_plan_entry_get_item (YcPlanEntry *self)
{
  g_return_val_if_fail (YC_IS_PLAN_ENTRY (self), NULL);

  return self->item;
}

YcReplacement *
yc_plan_entry_get_replacement (YcPlanEntry *self)
{
  g_return_val_if_fail (YC_IS_PLAN_ENTRY (self), NULL);

  return self->replacement;
}

gboolean
yc_plan_entry_get_needed (YcPlanEntry *self)
{
  g_return_val_if_fail (YC_IS_PLAN_ENTRY (self), FALSE);

  return self->item != NULL;
}

const char *
yc_plan_entry_get_title (YcPlanEntry *self)
{
  g_return_val_if_fail (YC_IS_PLAN_ENTRY (self), NULL);

  return get_title (self);
}

const char *
yc_plan_entry_get_reason (YcPlanEntry *self)
{
  g_return_val_if_fail (YC_IS_PLAN_ENTRY (self), NULL);

  return self->reason->str;
}

const char *const *
yc_plan_entry_get_conditions (YcPlanEntry *self)
{
  g_return_val_if_fail (YC_IS_PLAN_ENTRY (self), NULL);

  return (const char *const *) self->conditions->pdata;
}

const char *
yc_plan_entry_get_advice (YcPlanEntry *self)
{
  g_return_val_if_fail (YC_IS_PLAN_ENTRY (self), NULL);

  return self->advice->str;
}

YcItem *
yc_plan_entry_get_refused_item (YcPlanEntry *self)
{
  g_return_val_if_fail (YC_IS_PLAN_ENTRY (self), NULL);

  return self->refused;
}

const char *
yc_plan_entry_get_change (YcPlanEntry *self)
{
  g_return_val_if_fail (YC_IS_PLAN_ENTRY (self), NULL);

  return self->change->str;
}

const char *
yc_plan_entry_get_from (YcPlanEntry *self)
{
  g_return_val_if_fail (YC_IS_PLAN_ENTRY (self), NULL);

  return self->from;
}

const char *
yc_plan_entry_get_ask (YcPlanEntry *self)
{
  g_return_val_if_fail (YC_IS_PLAN_ENTRY (self), NULL);

  return self->ask->str;
}

const char *
yc_plan_entry_get_instead (YcPlanEntry *self)
{
  g_return_val_if_fail (YC_IS_PLAN_ENTRY (self), NULL);

  return self->instead->str;
}

const char *const *
yc_plan_entry_get_list_ids (YcPlanEntry *self)
{
  g_return_val_if_fail (YC_IS_PLAN_ENTRY (self), NULL);

  return (const char *const *) self->list_ids->pdata;
}

guint
yc_plan_entry_get_number (YcPlanEntry *self)
{
  g_return_val_if_fail (YC_IS_PLAN_ENTRY (self), 0);

  return self->number;
}

const char *const *
yc_plan_entry_get_after (YcPlanEntry *self)
{
  g_return_val_if_fail (YC_IS_PLAN_ENTRY (self), NULL);

  return (const char *const *) self->after->pdata;
}

const char *
yc_plan_entry_get_channel (YcPlanEntry *self)
{
  g_return_val_if_fail (YC_IS_PLAN_ENTRY (self), NULL);

  if (self->item == NULL)
    return "";
  return yc_json_get_string (self->channel, "kind", yc_item_get_channel (self->item));
}

const char *
yc_plan_entry_get_place (YcPlanEntry *self)
{
  g_return_val_if_fail (YC_IS_PLAN_ENTRY (self), NULL);

  return yc_json_get_string (self->channel, "place", NULL);
}

/* A list that names another channel does not mean the place of the item's own. */
const char *
yc_plan_entry_get_where (YcPlanEntry *self)
{
  g_return_val_if_fail (YC_IS_PLAN_ENTRY (self), NULL);

  if (self->item == NULL)
    return "";
  return yc_json_get_string (self->channel, "note",
                             self->channel != NULL ? "" : yc_item_get_where (self->item));
}

gboolean
yc_plan_entry_get_opens_here (YcPlanEntry *self)
{
  g_return_val_if_fail (YC_IS_PLAN_ENTRY (self), FALSE);

  return self->item != NULL && yc_item_get_form_id (self->item) != NULL &&
         g_str_equal (yc_plan_entry_get_channel (self), "counter");
}

GListModel *
yc_plan_entry_get_materials (YcPlanEntry *self)
{
  g_return_val_if_fail (YC_IS_PLAN_ENTRY (self), NULL);

  return G_LIST_MODEL (self->materials);
}

const char *
yc_plan_entry_get_waiver (YcPlanEntry *self,
                          const char  *material)
{
  JsonNode *wish;

  g_return_val_if_fail (YC_IS_PLAN_ENTRY (self), NULL);
  g_return_val_if_fail (material != NULL, NULL);

  wish = yc_json_get_member (self->wishes, material);
  return is_waiver (wish) ? yc_json_get_string (self->waivers, material, NULL) : NULL;
}
