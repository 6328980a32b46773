/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which rules are to be worked out again, and for which rows. */
#include "yc-form-due-private.h"

struct _YcFormDue
{
  GHashTable **rules;       /* for each: what the pointers of its rows begin with → YcFormPath */
  guint        n_rules;
};

/* @n_rules: rules are known by numbers below it */
YcFormDue *
yc_form_due_new (guint n_rules)
{
  YcFormDue *self = g_new0 (YcFormDue, 1);

  self->rules = g_new0 (GHashTable *, n_rules);
  self->n_rules = n_rules;
  return self;
}

void
yc_form_due_free (YcFormDue *self)
{
  for (guint i = 0; i < self->n_rules; i++)
    g_clear_pointer (&self->rules[i], g_hash_table_unref);
  g_free (self->rules);
  g_free (self);
}

/* The rows that begin with the first @n_shared steps of @place; all of them if it is %NULL. */
void
yc_form_due_set (YcFormDue        *self,
                 guint             rule,
                 const YcFormPath *place,
                 guint             n_shared)
{
  g_autoptr (GPtrArray) begin = place != NULL ? yc_form_path_copy (place, n_shared)
                                              : yc_form_path_new ();
  g_autofree char *key = yc_form_path_to_pointer (begin);
  GHashTable *due = self->rules[rule];

  if (due == NULL)
    due = self->rules[rule] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                     (GDestroyNotify) g_ptr_array_unref);
  if (g_hash_table_contains (due, "") || g_hash_table_contains (due, key))
    return;
  if (*key == '\0')
    g_hash_table_remove_all (due);
  g_hash_table_insert (due, g_steal_pointer (&key), g_steal_pointer (&begin));
}

/*
 * Calls @begin (nullable) for each place where @rule is due and then @func for each row there; the
 * rule is due no longer. @scope and @n_steps tell which rows the rule is about.
 */
void
yc_form_due_run (YcFormDue          *self,
                 guint               rule,
                 const YcFormPath   *scope,
                 guint               n_steps,
                 JsonNode           *data,
                 YcFormDueFunc       begin,
                 YcFormInstanceFunc  func,
                 gpointer            user_data)
{
  g_autoptr (GHashTable) due = g_steal_pointer (&self->rules[rule]);
  GHashTableIter iter;
  gpointer key, place;

  if (due == NULL)
    return;
  g_hash_table_iter_init (&iter, due);
  while (g_hash_table_iter_next (&iter, &key, &place))
    {
      if (begin != NULL)
        begin (key, user_data);
      yc_form_instances_each (scope, n_steps, data, place, ((YcFormPath *) place)->len, func,
                              user_data);
    }
}
