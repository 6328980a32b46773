/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The order of a plan: what comes out of an item comes before the item that asks for it. */
#include "yc-plan-private.h"

/* @waits: for each entry and each other, whether the one waits for the other */
typedef struct
{
  GPtrArray *entries;
  gboolean  *waits;
  gboolean  *placed;
  guint      n;
} Order;

static gboolean
waits (Order *order,
       guint  entry,
       guint  other)
{
  return order->waits[entry * order->n + other];
}

static void
find_waits_for (Order *order,
                guint  other)
{
  YcItem *item = yc_plan_entry_get_item (order->entries->pdata[other]);
  const char *result = item != NULL ? yc_item_get_result (item) : NULL;
  const char *code = yc_plan_entry_get_id (order->entries->pdata[other]);

  for (guint i = 0; item != NULL && i < order->n; i++)
    if (i != other && yc_plan_entry_waits_for (order->entries->pdata[i], code, result))
      order->waits[i * order->n + other] = TRUE;
}

static void
find_waits (Order *order)
{
  for (guint i = 0; i < order->n; i++)
    find_waits_for (order, i);
  for (guint i = 0; i < order->n; i++)
    for (guint j = 0; j < order->n; j++)
      if (waits (order, i, j))
        yc_plan_entry_add_after (order->entries->pdata[i],
                                 yc_plan_entry_get_id (order->entries->pdata[j]));
}

/* What an entry still waits for, -1 for nothing. */
static int
find_waited_for (Order *order,
                 guint  entry)
{
  for (guint i = 0; i < order->n; i++)
    if (!order->placed[i] && waits (order, entry, i))
      return (int) i;
  return -1;
}

/* In a circle, which the catalog's check reports, one has to begin: not one that only waits for the
 * circle. Going on and on to what is waited for comes back to one of it.
 */
static guint
find_in_circle (Order *order,
                guint  first)
{
  g_autofree gboolean *seen = g_new0 (gboolean, order->n);
  int index = (int) first;

  while (index >= 0 && !seen[index])
    {
      seen[index] = TRUE;
      index = find_waited_for (order, (guint) index);
    }
  return index >= 0 ? (guint) index : first;
}

/* Behind the items what is refused, first what is only too early; what is not needed comes last. */
static guint
get_rank (YcPlanEntry *entry)
{
  YcOutcomeKind kind = yc_plan_entry_get_kind (entry);

  return kind == YC_OUTCOME_NOTHING ? G_MAXUINT : kind;
}

/* Of several that can come, the first that the lists named. */
static guint
choose_next (Order *order)
{
  int first = -1, unneeded = -1;

  for (guint i = 0; i < order->n; i++)
    {
      if (order->placed[i])
        continue;
      if (!yc_plan_entry_get_needed (order->entries->pdata[i]))
        {
          if (unneeded < 0 || get_rank (order->entries->pdata[i]) <
                                get_rank (order->entries->pdata[unneeded]))
            unneeded = (int) i;
          continue;
        }
      if (find_waited_for (order, i) < 0)
        return i;
      first = first < 0 ? (int) i : first;
    }
  return first < 0 ? (guint) unneeded : find_in_circle (order, (guint) first);
}

/* Working days until an entry is through, with those before it that it waits for. */
static guint
count_days (Order       *order,
            const guint *days,
            guint        entry)
{
  guint before = 0;

  for (guint i = 0; i < order->n; i++)
    if (order->placed[i] && waits (order, entry, i))
      before = MAX (before, days[i]);
  return before + yc_item_get_time_limit_days (yc_plan_entry_get_item (order->entries->pdata[entry]));
}

static void
add_up (YcPlanOutlook *outlook,
        Order         *order,
        guint         *days,
        guint          entry)
{
  YcItem *item = yc_plan_entry_get_item (order->entries->pdata[entry]);

  if (item == NULL)
    return;
  days[entry] = count_days (order, days, entry);
  outlook->days = MAX (outlook->days, days[entry]);
  outlook->minutes += yc_item_get_time_limit_minutes (item);
  outlook->fee += yc_item_get_fee (item);
}

static void
place_all (YcPlanOutlook *outlook,
           Order         *order)
{
  g_autofree guint *days = g_new0 (guint, order->n + 1);
  g_autoptr (GPtrArray) sorted = g_ptr_array_new_with_free_func (g_object_unref);

  while (sorted->len < order->n)
    {
      guint next = choose_next (order);
      YcPlanEntry *entry = order->entries->pdata[next];

      add_up (outlook, order, days, next);
      order->placed[next] = TRUE;
      g_ptr_array_add (sorted, g_object_ref (entry));
      if (yc_plan_entry_get_needed (entry))
        yc_plan_entry_set_number (entry, sorted->len);
    }
  g_clear_pointer (&outlook->entries, g_ptr_array_unref);
  outlook->entries = g_steal_pointer (&sorted);
}

void
yc_plan_outlook_order (YcPlanOutlook *outlook)
{
  guint n = outlook->entries->len;
  g_autofree gboolean *all_waits = g_new0 (gboolean, (gsize) n * n + 1);
  g_autofree gboolean *placed = g_new0 (gboolean, n + 1);
  Order order = { outlook->entries, all_waits, placed, n };

  find_waits (&order);
  place_all (outlook, &order);
}
