/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Live events: who hears what, coming back, many listeners, the end. */
#include "yc-api-fixture.h"

#include "yc-json.h"

#include <stdlib.h>
#include <string.h>

#define EVENTS "/api/v1/events"
#define APPROVE "{\"decision\":\"approve\"}"
#define N_LISTENERS 1200
#define MAX_EVENTS 20

typedef struct
{
  gint64 id;
  char *kind;
  char *data;
} Event;

static void
free_event (Event *event)
{
  g_free (event->kind);
  g_free (event->data);
  g_free (event);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Event, free_event)

/* Waits until the service has said hello. */
static YcTestHttp *
listen_as (YcApiFixture *self,
           const char   *token,
           const char   *extra)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = yc_test_http_write ("GET", EVENTS, token, extra, NULL);
  YcTestHttp *http = yc_test_http_connect (yc_test_service_get_url (self->service), &error);
  g_autoptr (YcTestAnswer) answer = NULL;
  g_autofree char *line = NULL;

  g_assert_no_error (error);
  yc_test_http_send (http, text, -1, &error);
  answer = yc_test_http_receive (http, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (answer->status, ==, 200);
  g_assert_cmpstr (yc_test_answer_get (answer, "content-type"), ==, "text/event-stream");
  while (g_strcmp0 (line, ": hello") != 0)
    {
      g_free (line);
      line = yc_test_http_read_line (http, &error);
      g_assert_no_error (error);
    }
  return http;
}

/* The next event; chunk sizes and comments are passed over. */
static Event *
read_event (YcTestHttp *http)
{
  g_autoptr (Event) event = g_new0 (Event, 1);
  g_autoptr (GError) error = NULL;

  while (event->data == NULL)
    {
      g_autofree char *line = yc_test_http_read_line (http, &error);

      g_assert_no_error (error);
      if (g_str_has_prefix (line, "id: "))
        event->id = atoll (line + 4);
      else if (g_str_has_prefix (line, "event: "))
        event->kind = g_strdup (line + 7);
      else if (g_str_has_prefix (line, "data: "))
        event->data = g_strdup (line + 6);
    }
  return g_steal_pointer (&event);
}

static void
assert_case_event (const Event *event,
                   const char  *id,
                   gint64       version,
                   const char  *state)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = yc_json_parse (event->data, -1, NULL, &error);
  JsonObject *object;

  g_assert_no_error (error);
  object = json_node_get_object (node);
  g_assert_cmpstr (event->kind, ==, "case");
  g_assert_cmpstr (json_object_get_string_member (object, "id"), ==, id);
  g_assert_cmpint (json_object_get_int_member (object, "version"), ==, version);
  g_assert_cmpstr (json_object_get_string_member (object, "state"), ==, state);
}

static void
test_hear (gconstpointer data)
{
  YcApiFixture *self = (YcApiFixture *) data;
  g_autoptr (YcTestHttp) clerk = listen_as (self, self->clerk, NULL);
  g_autoptr (YcTestHttp) town = listen_as (self, self->town, NULL);
  g_autofree char *id = yc_api_fixture_submit (self, "TS-0002");
  g_autoptr (JsonObject) approved =
    yc_api_fixture_decide (self, self->reviewer, id, 1, APPROVE, 200);
  YcTestHttp *const listeners[] = { clerk, town };

  for (guint i = 0; i < G_N_ELEMENTS (listeners); i++)
    {
      g_autoptr (Event) first = read_event (listeners[i]);
      g_autoptr (Event) second = read_event (listeners[i]);

      assert_case_event (first, id, 1, "submitted");
      assert_case_event (second, id, 2, "submitted");
      g_assert_cmpint (second->id, ==, first->id + 1);
    }
}

/* Someone of another town and a trainer hear of the catalog, but not of the case. */
static void
test_not_hear (gconstpointer data)
{
  YcApiFixture *self = (YcApiFixture *) data;
  g_autoptr (YcTestHttp) other = listen_as (self, self->other_clerk, NULL);
  g_autoptr (YcTestHttp) trainer = listen_as (self, self->trainer, NULL);
  g_autofree char *id = yc_api_fixture_submit (self, "TS-0002");
  g_autofree char *catalog = yc_api_fixture_read_catalog ();
  g_autoptr (GString) changed = g_string_new (catalog);
  g_autoptr (JsonObject) published = NULL;
  YcTestHttp *const listeners[] = { other, trainer };

  g_string_replace (changed, "测试部门", "另一个部门", 1);
  published = yc_test_service_post (self->service, "/api/v1/catalog/versions", self->root, NULL,
                                    changed->str, 201);
  self->version = json_object_get_int_member (published, "version");
  for (guint i = 0; i < G_N_ELEMENTS (listeners); i++)
    {
      g_autoptr (Event) event = read_event (listeners[i]);
      g_assert_cmpstr (event->kind, ==, "catalog");
    }
}

/* Who comes back is told what happened meanwhile, also after the service was restarted. */
static void
test_come_back (gconstpointer data)
{
  YcApiFixture *self = (YcApiFixture *) data;
  YcTestHttp *before = listen_as (self, self->clerk, NULL);
  g_autofree char *first = yc_api_fixture_submit (self, "TS-0002");
  g_autoptr (Event) last = read_event (before);
  g_autofree char *header =
    g_strdup_printf ("Last-Event-ID: %" G_GINT64_FORMAT "\r\n", last->id);
  g_autofree char *second = NULL;

  yc_test_http_free (before);
  second = yc_api_fixture_submit (self, "TS-0002");
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (YcTestHttp) after = listen_as (self, self->clerk, header);
      g_autoptr (Event) missed = read_event (after);

      assert_case_event (missed, second, 1, "submitted");
      g_assert_cmpint (yc_test_service_stop (self->service), ==, 0);
      yc_test_service_start (self->service);
    }
}

static void
test_sign_out (gconstpointer data)
{
  YcApiFixture *self = (YcApiFixture *) data;
  g_autofree char *token = yc_test_service_sign_in (self->service, "clerk");
  g_autoptr (YcTestHttp) http = listen_as (self, token, NULL);
  g_autoptr (YcTestAnswer) out = yc_test_service_request (
    self->service, "DELETE", "/api/v1/sessions/current", token, NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *line = NULL;

  do
    {
      g_clear_pointer (&line, g_free);
      line = yc_test_http_read_line (http, &error);
    }
  while (line != NULL && !g_str_equal (line, "0"));
  g_assert_false (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT));
}

static gint64
get_gauge (YcApiFixture *self,
           const char   *name)
{
  g_autoptr (YcTestAnswer) metrics =
    yc_test_service_request (self->service, "GET", "/metrics", NULL, NULL, NULL);
  g_autofree char *start = g_strdup_printf ("\n%s ", name);
  const char *found = strstr (yc_test_answer_get_text (metrics), start);

  g_assert_nonnull (found);
  return atoll (found + strlen (start));
}

static void
wait_for_gauge (YcApiFixture *self,
                const char   *name,
                gint64        value)
{
  gint64 deadline = g_get_monotonic_time () + 60 * G_USEC_PER_SEC;

  while (get_gauge (self, name) != value)
    if (g_get_monotonic_time () > deadline)
      g_error ("%s is %d after 60 s and not %d", name, (int) get_gauge (self, name), (int) value);
}

/* All listen, all hear it, the service answers others meanwhile, and forgets those who leave. */
static void
test_many (gconstpointer data)
{
  YcApiFixture *self = (YcApiFixture *) data;
  g_autoptr (GPtrArray) listeners =
    g_ptr_array_new_with_free_func ((GDestroyNotify) yc_test_http_free);
  g_autofree char *id = NULL;

  for (guint i = 0; i < N_LISTENERS; i++)
    g_ptr_array_add (listeners, listen_as (self, self->clerk, NULL));
  wait_for_gauge (self, "yichuang_listeners", N_LISTENERS);
  id = yc_api_fixture_submit (self, "TS-0002");
  for (guint i = 0; i < N_LISTENERS; i++)
    {
      g_autoptr (Event) event = read_event (g_ptr_array_index (listeners, i));
      assert_case_event (event, id, 1, "submitted");
    }
  g_ptr_array_set_size (listeners, 0);
  /* Who has left is noticed when an event cannot be brought; two told at once go in one piece. */
  for (guint i = 0; i < MAX_EVENTS && get_gauge (self, "yichuang_listeners") > 0; i++)
    {
      g_autofree char *next = yc_api_fixture_submit (self, "TS-0002");
    }
  wait_for_gauge (self, "yichuang_listeners", 0);
}

/* Streams end when the service stops. */
static void
test_stop (gconstpointer data)
{
  YcApiFixture *self = (YcApiFixture *) data;
  g_autoptr (GPtrArray) listeners =
    g_ptr_array_new_with_free_func ((GDestroyNotify) yc_test_http_free);

  for (guint i = 0; i < 50; i++)
    g_ptr_array_add (listeners, listen_as (self, self->clerk, NULL));
  g_assert_cmpint (yc_test_service_stop (self->service), ==, 0);
  yc_test_service_start (self->service);
}

#define ADD(name, func) g_test_add_data_func ("/events/" name, self, func)

int
main (int    argc,
      char **argv)
{
  static const char *const arguments[] = { "--max-connections-per-address", "4000", NULL };
  g_autoptr (YcApiFixture) self = NULL;

  g_test_init (&argc, &argv, NULL);
  yc_test_http_raise_file_limit ();
  self = yc_api_fixture_new (arguments);
  ADD ("hear", test_hear);
  ADD ("not-hear", test_not_hear);
  ADD ("come-back", test_come_back);
  ADD ("sign-out", test_sign_out);
  ADD ("many", test_many);
  ADD ("stop", test_stop);
  return g_test_run ();
}
