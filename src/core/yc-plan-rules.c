/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What comes out of the rules of a plan, remembered: an answer changes what few of them look at, and the
 * others need not be worked out again.
 */
#include "yc-plan-private.h"

#include "yc-json.h"
#include "yc-logic-reads.h"
#include "yc-logic.h"

struct _YcPlanRules
{
  GHashTable *known;  /* what is known of a rule, by its node */
  char       *today;
};

/* @paths: where the rule looks, each taken apart; @seen: what was there when @result was found, %NULL
 * for nothing; @result: %NULL when the rule fails
 */
typedef struct
{
  JsonNode  *rule;
  GPtrArray *paths;
  GPtrArray *seen;
  gboolean   open;    /* only the data can tell where it looks */
  gboolean   found;
  JsonNode  *result;
} Known;

static void
unref_node (gpointer node)
{
  g_clear_pointer ((JsonNode **) &node, json_node_unref);
}

static void
known_free (gpointer data)
{
  Known *known = data;

  json_node_unref (known->rule);
  g_ptr_array_unref (known->paths);
  g_ptr_array_unref (known->seen);
  g_clear_pointer (&known->result, json_node_unref);
  g_free (known);
}

/* A plan's rules have neither a form nor rows around them. */
static void
note_read_cb (const YcLogicRead *read,
              gpointer           user_data)
{
  Known *known = user_data;

  if (read->base == YC_LOGIC_BASE_OUTER)
    return;
  known->open |= read->path == NULL || *read->path == '\0';
  if (!known->open)
    g_ptr_array_add (known->paths, g_strsplit (read->path, ".", -1));
}

static Known *
ensure_known (YcPlanRules *self,
              JsonNode    *rule)
{
  Known *known = g_hash_table_lookup (self->known, rule);

  if (known != NULL)
    return known;
  known = g_new0 (Known, 1);
  known->rule = json_node_ref (rule);
  known->paths = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  known->seen = g_ptr_array_new_with_free_func (unref_node);
  yc_logic_each_read (rule, note_read_cb, known);
  g_hash_table_insert (self->known, rule, known);
  return known;
}

/* What the rule sees there, or the rows among which it is. */
static JsonNode *
look (JsonNode *data,
      char    **path)
{
  for (; *path != NULL && data != NULL && !JSON_NODE_HOLDS_ARRAY (data); path++)
    data = yc_json_get_member (yc_json_node_get_object (data), *path);
  return data;
}

/* Answers are not changed but replaced, so that most that are equal are the same. */
static gboolean
is_as_seen (Known    *known,
            JsonNode *data)
{
  if (known->open || !known->found)
    return FALSE;
  for (guint i = 0; i < known->paths->len; i++)
    if (!yc_json_equal (known->seen->pdata[i], look (data, known->paths->pdata[i])))
      return FALSE;
  return TRUE;
}

static void
note_seen (Known    *known,
           JsonNode *data)
{
  g_ptr_array_set_size (known->seen, 0);
  for (guint i = 0; i < known->paths->len; i++)
    {
      JsonNode *seen = look (data, known->paths->pdata[i]);

      g_ptr_array_add (known->seen, seen != NULL ? json_node_ref (seen) : NULL);
    }
}

static void
work_out (YcPlanRules *self,
          Known       *known,
          JsonNode    *data)
{
  YcLogicScene scene = { .today = self->today };

  note_seen (known, data);
  g_clear_pointer (&known->result, json_node_unref);
  known->result = yc_logic_apply_in (known->rule, data, &scene, NULL);
  known->found = TRUE;
}

YcPlanRules *
yc_plan_rules_new (void)
{
  YcPlanRules *self = g_new0 (YcPlanRules, 1);

  self->known = g_hash_table_new_full (NULL, NULL, NULL, known_free);
  return self;
}

void
yc_plan_rules_free (YcPlanRules *self)
{
  g_hash_table_unref (self->known);
  g_free (self->today);
  g_free (self);
}

void
yc_plan_rules_forget (YcPlanRules *self)
{
  g_hash_table_remove_all (self->known);
}

void
yc_plan_rules_set_today (YcPlanRules *self,
                         const char  *today)
{
  if (g_strcmp0 (self->today, today) == 0)
    return;
  g_free (self->today);
  self->today = g_strdup (today);
  yc_plan_rules_forget (self);
}

const char *
yc_plan_rules_get_today (YcPlanRules *self)
{
  return self->today;
}

JsonNode *
yc_plan_rules_apply (YcPlanRules *self,
                     JsonNode    *rule,
                     JsonNode    *data)
{
  Known *known = ensure_known (self, rule);

  if (!is_as_seen (known, data))
    work_out (self, known, data);
  return known->result;
}

gboolean
yc_plan_rules_test (YcPlanRules *self,
                    JsonNode    *rule,
                    JsonNode    *data)
{
  JsonNode *result = rule != NULL ? yc_plan_rules_apply (self, rule, data) : NULL;

  return rule == NULL || (result != NULL && yc_logic_truthy (result));
}
