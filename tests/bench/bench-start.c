/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The whole desk with a city's catalog of 1,300 items and 10,000 entries: how long until the clerk
 * can type a need, cold (the program and its libraries not in memory) and warm, and how much memory
 * it holds after the main job. */
#include "yc-json.h"
#include "yc-script.h"

#include <atspi/atspi.h>
#include <stdio.h>
#include <string.h>

#define N_ITEMS 1300
#define N_ENTRIES 10000
#define N_WARM 5

/* The sample document of a kind, with another id and title: as long as real ones are. */
static JsonObject *
clone_document (JsonObject *document, guint number)
{
  const char *kind = json_object_get_string_member (document, "kind");
  g_autoptr (JsonNode) node = yc_json_copy (json_object_get_member (document, "body"));
  JsonObject *body = json_node_get_object (node);
  JsonObject *clone = json_object_new ();
  gboolean is_item = g_str_equal (kind, "item");
  g_autofree char *id = g_strdup_printf ("%s%05u", is_item ? "CS-" : "city-", number);
  const char *title = is_item ? "title" : "question";
  g_autofree char *words = g_strdup_printf ("%s（样例 %u）",
                                            json_object_get_string_member (body, title), number);

  json_object_set_string_member (body, is_item ? "code" : "id", id);
  json_object_set_string_member (body, title, words);
  json_object_set_string_member (clone, "kind", kind);
  json_object_set_string_member (clone, "id", id);
  json_object_set_member (clone, "body", g_steal_pointer (&node));
  return clone;
}

static void
add_clones (JsonArray *documents, JsonArray *originals, const char *kind, guint n_clones)
{
  guint n_originals = json_array_get_length (originals);

  for (guint made = 0, i = 0; made < n_clones; i = (i + 1) % n_originals)
    {
      JsonObject *original = json_array_get_object_element (originals, i);

      if (g_str_equal (json_object_get_string_member (original, "kind"), kind))
        json_array_add_object_element (documents, clone_document (original, made++));
    }
}

static void
publish_city (YcStage *stage)
{
  YcTestService *service = yc_stage_get_service (stage);
  g_autofree char *token = yc_test_service_sign_in (service, "admin");
  g_autoptr (JsonObject) changes =
    yc_test_service_get (service, "/api/v1/catalog/changes?after=0&limit=1000", token, 200);
  JsonArray *originals = json_object_get_array_member (changes, "documents");
  JsonArray *documents = json_array_new ();
  g_autoptr (JsonObject) body = json_object_new ();
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < json_array_get_length (originals); i++)
    {
      JsonObject *original = json_array_get_object_element (originals, i);
      JsonObject *copy = json_object_new ();

      json_object_set_string_member (copy, "kind", json_object_get_string_member (original, "kind"));
      json_object_set_string_member (copy, "id", json_object_get_string_member (original, "id"));
      json_object_set_member (copy, "body",
                              yc_json_copy (json_object_get_member (original, "body")));
      json_array_add_object_element (documents, copy);
    }
  add_clones (documents, originals, "item", N_ITEMS);
  add_clones (documents, originals, "entry", N_ENTRIES);
  json_object_set_array_member (body, "documents", documents);
  node = yc_json_object_node (json_object_ref (body));
  text = yc_json_write (node);
  json_object_unref (
    yc_test_service_post (service, "/api/v1/catalog/versions", token, NULL, text, 201));
}

/* As after the computer was switched on: nothing of the program in memory. Needs root. */
static gboolean
forget_files (void)
{
  FILE *file = fopen ("/proc/sys/vm/drop_caches", "w");
  gboolean forgotten;

  if (file == NULL)
    return FALSE;
  forgotten = fputs ("3\n", file) >= 0;
  return fclose (file) == 0 && forgotten;
}

static void
focused_cb (AtspiEvent *event, void *data)
{
  g_autofree char *name = atspi_accessible_get_name (event->source, NULL);

  if (event->detail1 == 1 && g_strcmp0 (name, "Need") == 0)
    *(gint64 *) data = g_get_monotonic_time ();
  g_boxed_free (ATSPI_TYPE_EVENT, event);
}

/* Milliseconds from the start of the process to the cursor in the need field. */
static double
measure_start (YcStage *stage)
{
  gint64 focused = 0;
  gint64 start;
  AtspiEventListener *listener = atspi_event_listener_new (focused_cb, &focused, NULL);

  atspi_event_listener_register (listener, "object:state-changed:focused", NULL);
  start = g_get_monotonic_time ();
  yc_stage_spawn_desk (stage);
  while (focused == 0 && g_get_monotonic_time () - start < 60 * G_USEC_PER_SEC)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (focused, >, 0);
  atspi_event_listener_deregister (listener, "object:state-changed:focused", NULL);
  g_object_unref (listener);
  yc_stage_stop_desk (stage);
  return (focused - start) / 1000.0;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  return *(const double *) a > *(const double *) b ? 1 : -1;
}

static void
measure_starts (YcStage *stage)
{
  double warm[N_WARM];
  double cold;
  gboolean forgotten;

  /* The first start fetches the catalog; the later ones have it. */
  measure_start (stage);
  forgotten = forget_files ();
  cold = measure_start (stage);
  for (guint i = 0; i < N_WARM; i++)
    warm[i] = measure_start (stage);
  qsort (warm, N_WARM, sizeof *warm, compare);
  printf ("{\"bench\":\"start\",\"items\":%d,\"entries\":%d,\"cold_ms\":%.0f,\"caches_dropped\":%s,"
          "\"warm_ms_p50\":%.0f,\"warm_ms_worst\":%.0f,\"budget_cold_ms\":1000,"
          "\"budget_warm_ms\":500}\n",
          N_ITEMS, N_ENTRIES, cold, forgotten ? "true" : "false", warm[N_WARM / 2],
          warm[N_WARM - 1]);
  fflush (stdout);
}

static double
read_pss (int pid)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/smaps_rollup", pid);
  g_autofree char *text = NULL;
  const char *pss;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  pss = strstr (text, "\nPss:");
  g_assert_nonnull (pss);
  return g_ascii_strtod (pss + strlen ("\nPss:"), NULL) / 1024;
}

static void
measure_memory (YcStage *stage)
{
  YcRobot *robot = yc_stage_get_robot (stage);

  yc_stage_start_desk (stage);
  yc_script_prepare_case (stage);
  yc_script_submit (stage);
  yc_script_approve (stage);
  yc_script_print (stage);
  yc_robot_expect (robot, "label", "Printed");
  printf ("{\"bench\":\"memory\",\"after\":\"main job\",\"items\":%d,\"entries\":%d,"
          "\"pss_mib\":%.1f,\"budget_mib\":120}\n",
          N_ITEMS, N_ENTRIES, read_pss (yc_stage_get_desk_pid (stage)));
}

int
main (void)
{
  g_autoptr (YcStage) stage = yc_stage_new (NULL);

  publish_city (stage);
  measure_starts (stage);
  measure_memory (stage);
  return 0;
}
