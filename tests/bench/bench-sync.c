/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A new desk fetches a whole city's catalog from a service: how long until an item is found, until
 * everything is, and how long the main loop was away from waiting at most. Then the index is thrown
 * away, and filled again from what the desk keeps. */
#include "yc-city.h"
#include "yc-test-desk.h"

#include <glib/gstdio.h>
#include <stdio.h>

#define QUERY "jtsf"
#define BUDGET_USABLE_MS 2000
#define BUDGET_COMPLETE_MS 10000

static gint64 left_poll;
static double longest_turn;

static double
ms_since (gint64 begin)
{
  return (double) (g_get_monotonic_time () - begin) / 1000;
}

static int
poll_and_measure (GPollFD *fds, guint n_fds, int timeout)
{
  int result;

  longest_turn = MAX (longest_turn, ms_since (left_poll));
  result = g_poll (fds, n_fds, timeout);
  left_poll = g_get_monotonic_time ();
  return result;
}

static guint
count_items (YcSeeker *seeker, const char *query)
{
  const char *const kinds[] = { YC_KIND_ITEM, NULL };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (YcSearchResult) found = NULL;

  yc_seeker_find_async (seeker, query, kinds, 10, NULL, yc_test_keep_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  found = yc_seeker_find_finish (seeker, result, NULL);
  return found != NULL ? yc_search_result_get_total (found) : 0;
}

/* Until the first item is found. */
static double
wait_until_usable (YcSeeker *seeker, gint64 begin)
{
  while (count_items (seeker, QUERY) == 0)
    g_main_context_iteration (NULL, TRUE);
  return ms_since (begin);
}

static double
wait_until_complete (YcSeeker *seeker, gint64 begin)
{
  while (yc_seeker_get_state (seeker) != YC_SEEKER_READY ||
         yc_seeker_get_n_documents (seeker) < YC_CITY_ITEMS + YC_CITY_ENTRIES)
    g_main_context_iteration (NULL, TRUE);
  return ms_since (begin);
}

static void
begin_measuring (void)
{
  longest_turn = 0;
  left_poll = g_get_monotonic_time ();
  g_main_context_set_poll_func (NULL, poll_and_measure);
}

static void
measure_first (YcTestService *service, const char *folder)
{
  g_autoptr (YcTestDesk) desk = yc_test_desk_new (folder, yc_test_service_get_url (service));
  YcSeeker *seeker = yc_desk_get_seeker (desk);
  gint64 begin = g_get_monotonic_time ();
  double usable, complete;

  begin_measuring ();
  yc_test_desk_sign_in (desk, "chenxiao");
  usable = wait_until_usable (seeker, begin);
  complete = wait_until_complete (seeker, begin);
  g_main_context_set_poll_func (NULL, NULL);
  printf ("{\"bench\":\"sync\",\"items\":%d,\"entries\":%d,\"usable_ms\":%.0f,"
          "\"budget_usable_ms\":%d,\"complete_ms\":%.0f,\"budget_complete_ms\":%d,"
          "\"longest_turn_ms\":%.1f}\n",
          YC_CITY_ITEMS, YC_CITY_ENTRIES, usable, BUDGET_USABLE_MS, complete, BUDGET_COMPLETE_MS,
          longest_turn);
}

static void
measure_again (YcTestService *service, const char *folder)
{
  g_autofree char *index = g_build_filename (folder, "search.db", NULL);
  g_autoptr (YcTestDesk) desk = NULL;
  gint64 begin;
  double complete;

  g_assert_cmpint (g_unlink (index), ==, 0);
  desk = yc_test_desk_new (folder, yc_test_service_get_url (service));
  begin = g_get_monotonic_time ();
  begin_measuring ();
  complete = wait_until_complete (yc_desk_get_seeker (desk), begin);
  g_main_context_set_poll_func (NULL, NULL);
  printf ("{\"bench\":\"sync-index\",\"complete_ms\":%.0f,\"longest_turn_ms\":%.1f}\n", complete,
          longest_turn);
}

int
main (int argc, char **argv)
{
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
  g_autoptr (YcTestService) service = yc_test_service_new (TRUE, NULL);

  yc_city_publish (service);
  measure_first (service, folder);
  measure_again (service, folder);
  return 0;
}
