/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One view of the service's cases, kept live. */
#include "yc-case-list-private.h"

#include "yc-live-list-private.h"

static const char *const view_words[] = { NULL, "mine", "review", "place" };

static GObject *
take_row (JsonObject *row,
          gpointer    user_data)
{
  return (GObject *) yc_case_pool_take (user_data, row, NULL);
}

static void
add_query (GString    *path,
           const char *name,
           const char *value)
{
  if (value == NULL)
    return;
  g_string_append_printf (path, "&%s=", name);
  g_string_append_uri_escaped (path, value, NULL, FALSE);
}

YcLiveList *
yc_case_list_new (YcParts             *parts,
                  YcCaseView           view,
                  const YcCaseFilters *filters)
{
  YcLiveList *list = yc_live_list_new (parts, "cases", YC_TYPE_CASE, take_row,
                                       g_object_ref (parts->pool), g_object_unref);

  yc_case_list_set_filters (list, view, filters);
  return list;
}

/**
 * yc_case_list_set_filters:
 * @list: a list of yc_desk_create_case_list()
 * @view: which cases
 * @filters: (nullable): which of them; %NULL for all
 *
 * Loads anew.
 */
void
yc_case_list_set_filters (YcLiveList          *list,
                          YcCaseView           view,
                          const YcCaseFilters *filters)
{
  g_autoptr (GString) path = g_string_new ("/cases?view=");

  g_return_if_fail (YC_IS_LIVE_LIST (list));
  g_return_if_fail (view >= YC_CASE_VIEW_MINE && view <= YC_CASE_VIEW_PLACE);

  g_string_append (path, view_words[view]);
  if (filters != NULL)
    {
      add_query (path, "state", yc_case_state_to_string (filters->state));
      add_query (path, "cause", yc_cause_to_string (filters->cause));
      add_query (path, "returned", filters->returned ? "true" : NULL);
      add_query (path, "reason", filters->reason);
      add_query (path, "item", filters->item);
      add_query (path, "clerk", filters->clerk);
      add_query (path, "from", filters->from);
      add_query (path, "to", filters->to);
    }
  yc_live_list_set_path (list, path->str);
}
