/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which of many hits are shown where only a few have room. */
#include "yc-best-hits.h"

static void
add_hits (GPtrArray *hits, GListModel *model, guint most)
{
  guint n = MIN (g_list_model_get_n_items (model), most);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (hits, g_list_model_get_item (model, i));
}

GPtrArray *
yc_best_hits_of_list (GListModel *list, guint most)
{
  GPtrArray *hits = g_ptr_array_new_with_free_func (g_object_unref);

  if (list != NULL)
    add_hits (hits, list, most);
  return hits;
}

GPtrArray *
yc_best_hits_of_all_kinds (YcSearchResult *result, guint most)
{
  GPtrArray *hits = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = yc_search_result_get_n_groups (result), room = most;

  for (guint i = 0; i < n; i++)
    {
      GListModel *group = yc_search_result_get_group_hits (result, i);
      guint left = n - i;
      guint share = i + 1 == n ? room : MAX (room / left, 1) + (room % left > 0);

      share = MIN (MIN (share, room), g_list_model_get_n_items (group));
      add_hits (hits, group, share);
      room -= share;
    }
  return hits;
}
