/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The desk without its window: opened on a whole city's catalog, a command journalled, what was
 * typed saved. */
#include "yc-catalog-table.h"
#include "yc-json.h"
#include "yc-test-desk.h"
#include "yc-test-mock.h"

#include <stdio.h>

#define N_ITEMS 1300
#define N_ENTRIES 10000
#define N_COMMANDS 200
#define PIECE "用水人口超过四人的家庭可以申请增加计费人口，租户也计算在内，凭居住证登记。"

static JsonNode *
make_item (const char *id)
{
  g_autofree char *text = NULL;

  text = g_strdup_printf (
      "{\"code\":\"%s\",\"title\":\"%s办理证明\",\"aliases\":[\"阶梯水费\"],\"department\":"
      "\"社区\","
      "\"level\":\"village\",\"summary\":\"" PIECE "\",\"conditions\":[\"" PIECE
      "\"],\"basis\":[\"" PIECE "\"],\"materials\":[{\"id\":\"a\",\"title\":\"身份证\"},{\"id\":"
                                "\"b\",\"title\":\"租赁合同\"}],"
      "\"channel\":\"counter\",\"review\":[\"village\"],\"advice\":\"" PIECE "\"}",
      id, id);
  return yc_json_parse (text, -1, NULL, NULL);
}

static JsonNode *
make_entry (const char *id)
{
  g_autofree char *text = NULL;

  text =
      g_strdup_printf ("{\"id\":\"%s\",\"question\":\"一户按几人计算 %s\",\"answer\":\"" PIECE
                       "\",\"tags\":[\"水费\"],"
                       "\"items\":[\"YS-00001\"],\"lists\":[],\"owner\":\"供水\",\"source\":"
                       "\"样例\",\"body\":\"" PIECE PIECE PIECE PIECE PIECE PIECE PIECE PIECE "\"}",
                       id, id);
  return yc_json_parse (text, -1, NULL, NULL);
}

static void
add_document (YcCatalogPage *page,
              const char    *kind,
              char          *id,
              JsonNode      *body)
{
  YcCatalogDocument *document = g_new0 (YcCatalogDocument, 1);

  g_assert_nonnull (body);
  document->kind = kind;
  document->id = id;
  document->body = body;
  g_ptr_array_add (page->documents, document);
}

static YcCatalogPage *
make_catalog (void)
{
  YcCatalogPage *page = yc_catalog_page_new ();

  page->version = 1;
  for (guint i = 0; i < N_ITEMS; i++)
    {
      char *id = g_strdup_printf ("YS-%05u", i);

      add_document (page, "item", id, make_item (id));
    }
  for (guint i = 0; i < N_ENTRIES; i++)
    {
      char *id = g_strdup_printf ("K-%05u", i);

      add_document (page, "entry", id, make_entry (id));
    }
  return page;
}

static void
store_catalog (const char *folder)
{
  g_autofree char *database = g_build_filename (folder, "desk.db", NULL);
  g_autofree char *key = g_build_filename (folder, "desk.key", NULL);
  g_autoptr (YcVault) vault = yc_vault_new_from_file (key, NULL);
  g_autoptr (YcStorage) storage = yc_storage_new (database, vault);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (YcCatalogPage) page = NULL;
  g_autoptr (GError) error = NULL;

  yc_catalog_table_store_async (storage, make_catalog (), yc_test_keep_result, &result);
  yc_test_wait_until (result != NULL);
  page = yc_storage_run_finish (storage, result, &error);
  g_assert_no_error (error);
  g_clear_object (&result);
  yc_storage_close (storage);
}

static double
ms_since (gint64 begin)
{
  return (double) (g_get_monotonic_time () - begin) / 1000;
}

/* How long the main loop was away from waiting, at most. */
static gint64 left_poll;
static double longest_turn;

static int
poll_and_measure (GPollFD *fds,
                  guint    n_fds,
                  int      timeout)
{
  int result;

  longest_turn = MAX (longest_turn, ms_since (left_poll));
  result = g_poll (fds, n_fds, timeout);
  left_poll = g_get_monotonic_time ();
  return result;
}

static void
wait_for_finder (YcDesk *desk)
{
  longest_turn = 0;
  left_poll = g_get_monotonic_time ();
  g_main_context_set_poll_func (NULL, poll_and_measure);
  while (yc_seeker_get_n_documents (yc_desk_get_seeker (desk)) < N_ITEMS + N_ENTRIES)
    g_main_context_iteration (NULL, TRUE);
  g_main_context_set_poll_func (NULL, NULL);
}

static void
measure_open (const char *folder,
              const char *url)
{
  gint64 begin = g_get_monotonic_time ();
  g_autoptr (YcTestDesk) desk = yc_test_desk_new (folder, url);
  double opened = ms_since (begin);

  wait_for_finder (desk);
  printf ("{\"bench\":\"desk-open\",\"documents\":%d,\"open_ms\":%.0f,\"searchable_ms\":%.0f,"
          "\"longest_turn_ms\":%.1f,\"budget_turn_ms\":16}\n",
          N_ITEMS + N_ENTRIES, opened, ms_since (begin), longest_turn);
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

static void
measure_journal (YcTestMock *mock)
{
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
  g_autoptr (YcTestDesk) desk = yc_test_desk_new (folder, yc_test_mock_get_url (mock));
  double times[N_COMMANDS];

  yc_test_desk_sign_in (desk, "chenxiao");
  yc_test_mock_set_down (mock, TRUE);
  for (guint i = 0; i < N_COMMANDS; i++)
    {
      gint64 begin = g_get_monotonic_time ();
      g_autoptr (YcCommand) command = NULL;

      command =
          yc_test_desk_add_command (desk, "/cases", "key", "{\"form\":\"" PIECE PIECE "\"}", NULL);
      g_assert_nonnull (command);
      times[i] = ms_since (begin);
    }
  qsort (times, N_COMMANDS, sizeof *times, compare);
  printf ("{\"bench\":\"desk-journal\",\"commands\":%d,\"p50_ms\":%.2f,\"p99_ms\":%.2f}\n",
          N_COMMANDS, times[N_COMMANDS / 2], times[N_COMMANDS * 99 / 100]);
}

int
main (void)
{
  g_autoptr (YcTestFolder) folder = yc_test_folder_new ();
  g_autoptr (YcTestMock) mock = yc_test_mock_new ();

  yc_test_desk_free (yc_test_desk_new (folder, yc_test_mock_get_url (mock)));
  store_catalog (folder);
  measure_open (folder, yc_test_mock_get_url (mock));
  measure_open (folder, yc_test_mock_get_url (mock));
  measure_journal (mock);
  return 0;
}
