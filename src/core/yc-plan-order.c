/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The order of a plan: what comes out of an item comes before the item that asks for it. */
#include "yc-plan-private.h"

/* Whether @entry waits for what comes out of @other. */
static gboolean
waits_for (YcPlanEntry *entry,
           YcPlanEntry *other)
{
  YcItem *item = yc_plan_entry_get_item (other);

  return entry != other && item != NULL && yc_plan_entry_waits_for (entry, item);
}

static void
find_waits (GPtrArray *entries)
{
  for (guint i = 0; i < entries->len; i++)
    for (guint j = 0; j < entries->len; j++)
      if (waits_for (entries->pdata[i], entries->pdata[j]))
        yc_plan_entry_add_after (entries->pdata[i], yc_plan_entry_get_id (entries->pdata[j]));
}

static gboolean
is_waited_for (YcPlanEntry *entry,
               YcPlanEntry *other)
{
  return yc_plan_entry_get_needed (other) &&
         g_strv_contains (yc_plan_entry_get_after (entry), yc_plan_entry_get_id (other));
}

static int
find_waited_for (GPtrArray   *left,
                 YcPlanEntry *entry)
{
  for (guint i = 0; i < left->len; i++)
    if (is_waited_for (entry, left->pdata[i]))
      return (int) i;
  return -1;
}

/* In a circle, which the catalog's check reports, one has to begin: not one that only waits for the
 * circle. Going on and on to what is waited for comes back to one of it.
 */
static guint
find_in_circle (GPtrArray *left,
                guint      first)
{
  g_autofree gboolean *seen = g_new0 (gboolean, left->len);
  int index = (int) first;

  while (index >= 0 && !seen[index])
    {
      seen[index] = TRUE;
      index = find_waited_for (left, left->pdata[index]);
    }
  return index >= 0 ? (guint) index : first;
}

/* What is not needed comes last; of several that can come, the first that the lists named. */
static guint
choose_next (GPtrArray *left)
{
  int first = -1;

  for (guint i = 0; i < left->len; i++)
    {
      if (!yc_plan_entry_get_needed (left->pdata[i]))
        continue;
      if (find_waited_for (left, left->pdata[i]) < 0)
        return i;
      if (first < 0)
        first = (int) i;
    }
  return first < 0 ? 0 : find_in_circle (left, (guint) first);
}

static void
sort (GPtrArray *entries)
{
  g_autoptr (GPtrArray) left = g_ptr_array_new ();
  gsize n;
  g_autofree gpointer *all = g_ptr_array_steal (entries, &n);

  for (gsize i = 0; i < n; i++)
    g_ptr_array_add (left, all[i]);
  while (left->len > 0)
    {
      guint next = choose_next (left);
      YcPlanEntry *entry = g_ptr_array_remove_index (left, next);

      g_ptr_array_add (entries, entry);
      if (yc_plan_entry_get_needed (entry))
        yc_plan_entry_set_number (entry, entries->len);
    }
}

/* Working days until an entry is through, with those that it waits for. */
static guint
count_days (GPtrArray   *entries,
            const guint *days,
            guint        index)
{
  guint before = 0;

  for (guint i = 0; i < index; i++)
    if (is_waited_for (entries->pdata[index], entries->pdata[i]))
      before = MAX (before, days[i]);
  return before + yc_item_get_time_limit_days (yc_plan_entry_get_item (entries->pdata[index]));
}

static void
add_up (YcPlanOutlook *outlook)
{
  g_autofree guint *days = g_new0 (guint, outlook->entries->len + 1);

  for (guint i = 0; i < outlook->entries->len; i++)
    {
      YcItem *item = yc_plan_entry_get_item (outlook->entries->pdata[i]);

      if (item == NULL)
        continue;
      days[i] = count_days (outlook->entries, days, i);
      outlook->days = MAX (outlook->days, days[i]);
      outlook->minutes += yc_item_get_time_limit_minutes (item);
      outlook->fee += yc_item_get_fee (item);
    }
}

void
yc_plan_outlook_order (YcPlanOutlook *outlook)
{
  find_waits (outlook->entries);
  sort (outlook->entries);
  add_up (outlook);
}
