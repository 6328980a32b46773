/* SPDX-License-Identifier: GPL-3.0-or-later */
/* In what a plan differs from the one before, in words for the clerk. */
#include "yc-plan-private.h"

#include "yc-channel.h"

#include <glib/gi18n-lib.h>

static YcPlanEntry *
find_same_entry (GPtrArray   *entries,
                 YcPlanEntry *like)
{
  for (guint i = 0; i < entries->len; i++)
    if (yc_plan_entry_get_kind (entries->pdata[i]) == yc_plan_entry_get_kind (like) &&
        g_strcmp0 (yc_plan_entry_get_id (entries->pdata[i]), yc_plan_entry_get_id (like)) == 0)
      return entries->pdata[i];
  return NULL;
}

static void
tell (GPtrArray        *changes,
      YcPlanChangeKind  kind,
      const char       *id,
      char             *words)
{
  g_ptr_array_add (changes, yc_plan_change_new (kind, id, words));
}

static char *
dup_come_words (YcPlanEntry *entry)
{
  const char *title = yc_plan_entry_get_title (entry);

  switch (yc_plan_entry_get_kind (entry))
    {
    case YC_OUTCOME_ITEM:
      return g_strdup_printf (_("New: %s"), title);
    case YC_OUTCOME_NOTHING:
      return g_strdup_printf (_("New: %s – nothing is needed"), title);
    case YC_OUTCOME_NOT_YET:
      return g_strdup_printf (_("New: %s – not yet possible"), title);
    case YC_OUTCOME_UNQUALIFIED:
      return g_strdup_printf (_("New: %s – does not qualify"), title);
    default:
      g_assert_not_reached ();
    }
}

static gboolean
has_id (GPtrArray  *entries,
        const char *id)
{
  for (guint i = 0; i < entries->len; i++)
    if (g_strcmp0 (yc_plan_entry_get_id (entries->pdata[i]), id) == 0)
      return TRUE;
  return FALSE;
}

/* A refusal that gives way to the item, or to another refusal of it, is told by what comes. What
 * was not needed was never going to be done. */
static void
tell_gone (GPtrArray   *after,
           YcPlanEntry *entry,
           GPtrArray   *changes)
{
  const char *id = yc_plan_entry_get_id (entry), *title = yc_plan_entry_get_title (entry);
  YcOutcomeKind kind = yc_plan_entry_get_kind (entry);

  if (kind == YC_OUTCOME_NOTHING)
    tell (changes, YC_PLAN_CHANGE_REMOVED, id,
          g_strdup_printf (_("No longer asked about: %s"), title));
  else if (!yc_outcome_kind_is_refusal (kind))
    tell (changes, YC_PLAN_CHANGE_REMOVED, id, g_strdup_printf (_("No longer: %s"), title));
  else if (!has_id (after, id))
    tell (changes, YC_PLAN_CHANGE_REMOVED, id, g_strdup_printf (_("No longer refused: %s"), title));
}

static void
find_come_and_gone (GPtrArray *before,
                    GPtrArray *after,
                    GPtrArray *changes)
{
  for (guint i = 0; i < after->len; i++)
    if (find_same_entry (before, after->pdata[i]) == NULL)
      tell (changes, YC_PLAN_CHANGE_ADDED, yc_plan_entry_get_id (after->pdata[i]),
            dup_come_words (after->pdata[i]));
  for (guint i = 0; i < before->len; i++)
    if (find_same_entry (after, before->pdata[i]) == NULL)
      tell_gone (after, before->pdata[i], changes);
}

static void
tell_elsewhere (GPtrArray   *changes,
                YcPlanEntry *entry)
{
  const char *where = yc_plan_entry_get_where (entry);

  if (*where == '\0')
    where = yc_channel_get_title (yc_plan_entry_get_channel (entry));
  tell (changes, YC_PLAN_CHANGE_ELSEWHERE, yc_plan_entry_get_id (entry),
        /* Translators: an item, and where it is done from now on */
        g_strdup_printf (_("%s: now %s"), yc_plan_entry_get_title (entry), where));
}

static void
find_elsewhere (GPtrArray *before,
                GPtrArray *after,
                GPtrArray *changes)
{
  for (guint i = 0; i < after->len; i++)
    {
      YcPlanEntry *entry = after->pdata[i];
      YcPlanEntry *old = find_same_entry (before, entry);

      if (old != NULL && (!g_str_equal (yc_plan_entry_get_channel (old),
                                        yc_plan_entry_get_channel (entry)) ||
                          !g_str_equal (yc_plan_entry_get_where (old),
                                        yc_plan_entry_get_where (entry))))
        tell_elsewhere (changes, entry);
    }
}

/* Of the items that stay, the longest run that kept its order did not move. For each one the length
 * of the longest such run that ends there; @last gets the one before it.
 */
static guint
find_longest_run (guint *numbers,
                  guint  n,
                  int   *last)
{
  g_autofree guint *length = g_new0 (guint, n + 1);
  guint best = 0;

  for (guint i = 0; i < n; i++)
    {
      length[i] = 1;
      last[i] = -1;
      for (guint j = 0; j < i; j++)
        if (numbers[j] < numbers[i] && length[j] + 1 > length[i])
          {
            length[i] = length[j] + 1;
            last[i] = (int) j;
          }
      if (length[i] > length[best])
        best = i;
    }
  return best;
}

static void
find_moved (GPtrArray *before,
            GPtrArray *after,
            GPtrArray *changes)
{
  g_autofree guint *numbers = g_new0 (guint, after->len + 1);
  g_autofree int *last = g_new0 (int, after->len + 1);
  g_autofree gboolean *kept = g_new0 (gboolean, after->len + 1);
  g_autoptr (GPtrArray) stayed = g_ptr_array_new ();

  for (guint i = 0; i < after->len; i++)
    {
      YcPlanEntry *old = find_same_entry (before, after->pdata[i]);

      if (old == NULL || !yc_plan_entry_get_needed (old))
        continue;
      numbers[stayed->len] = yc_plan_entry_get_number (old);
      g_ptr_array_add (stayed, after->pdata[i]);
    }
  if (stayed->len == 0)
    return;
  for (int i = (int) find_longest_run (numbers, stayed->len, last); i >= 0; i = last[i])
    kept[i] = TRUE;
  for (guint i = 0; i < stayed->len; i++)
    if (!kept[i])
      tell (changes, YC_PLAN_CHANGE_MOVED, yc_plan_entry_get_id (stayed->pdata[i]),
            /* Translators: an item, and its number in the order of the plan */
            g_strdup_printf (_("%s: now number %u"), yc_plan_entry_get_title (stayed->pdata[i]),
                             yc_plan_entry_get_number (stayed->pdata[i])));
}

static GHashTable *
list_keys (GPtrArray *materials)
{
  GHashTable *keys = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < materials->len; i++)
    g_hash_table_add (keys, (gpointer) yc_plan_material_get_key (materials->pdata[i]));
  return keys;
}

static gboolean
has_material (GHashTable     *keys,
              YcPlanMaterial *material)
{
  return g_hash_table_contains (keys, yc_plan_material_get_key (material));
}

/* (nullable): what has the id of @like and is only in @materials, not in what @others are the keys of */
static YcPlanMaterial *
find_other_variant (GPtrArray      *materials,
                    GHashTable     *others,
                    YcPlanMaterial *like)
{
  for (guint i = 0; i < materials->len; i++)
    if (!has_material (others, materials->pdata[i]) &&
        g_str_equal (yc_plan_material_get_id (materials->pdata[i]), yc_plan_material_get_id (like)))
      return materials->pdata[i];
  return NULL;
}

static void
tell_new_material (GPtrArray      *before,
                   GHashTable     *keys,
                   YcPlanMaterial *material,
                   GPtrArray      *changes)
{
  YcPlanMaterial *old = find_other_variant (before, keys, material);
  const char *title = yc_plan_material_get_title (material);

  if (old != NULL)
    tell (changes, YC_PLAN_CHANGE_MATERIAL_VARIANT, yc_plan_material_get_id (material),
          /* Translators: two materials */
          g_strdup_printf (_("%s instead of %s"), title, yc_plan_material_get_title (old)));
  else
    tell (changes, YC_PLAN_CHANGE_MATERIAL_ADDED, yc_plan_material_get_id (material),
          g_strdup_printf (_("To bring now: %s"), title));
}

static void
find_materials (GPtrArray *before,
                GPtrArray *after,
                GPtrArray *changes)
{
  g_autoptr (GHashTable) old = list_keys (before);
  g_autoptr (GHashTable) new = list_keys (after);

  for (guint i = 0; i < after->len; i++)
    if (!has_material (old, after->pdata[i]))
      tell_new_material (before, new, after->pdata[i], changes);
  for (guint i = 0; i < before->len; i++)
    if (!has_material (new, before->pdata[i]) &&
        find_other_variant (after, old, before->pdata[i]) == NULL)
      tell (changes, YC_PLAN_CHANGE_MATERIAL_REMOVED, yc_plan_material_get_id (before->pdata[i]),
            g_strdup_printf (_("Not to bring any more: %s"),
                             yc_plan_material_get_title (before->pdata[i])));
}

void
yc_plan_changes_find (GPtrArray *entries_before,
                      GPtrArray *entries,
                      GPtrArray *materials_before,
                      GPtrArray *materials,
                      GPtrArray *changes)
{
  find_come_and_gone (entries_before, entries, changes);
  find_moved (entries_before, entries, changes);
  find_elsewhere (entries_before, entries, changes);
  find_materials (materials_before, materials, changes);
}
