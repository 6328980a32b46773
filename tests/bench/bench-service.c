/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many cases a service reads, lists and takes in per second over 32 connections, and how long
 * each takes. Clients and service share the machine. */
#include "yc-api-fixture.h"

#include "yc-uuid.h"

#include <glib.h>
#include <stdlib.h>

#define N_CONNECTIONS 32
#define SECONDS 4

typedef struct _Load Load;

typedef char *(*WriteRequest) (Load *load);

struct _Load
{
  YcApiFixture *self;
  const char *case_id;
  WriteRequest write;
  guint status;
  gint64 end;
};

typedef struct
{
  Load *load;
  /* gint64, µs */
  GArray *times;
} Desk;

static char *
write_read (Load *load)
{
  g_autofree char *path = yc_api_fixture_get_path (load->case_id, "");

  return yc_test_http_write ("GET", path, load->self->clerk, NULL, NULL);
}

static char *
write_list (Load *load)
{
  return yc_test_http_write ("GET", "/api/v1/cases?view=mine&limit=50", load->self->clerk, NULL,
                             NULL);
}

static char *
write_new (Load *load)
{
  g_autofree char *id = yc_uuid_v7_new ();
  g_autofree char *headers = yc_api_fixture_write_headers (0);
  g_autofree char *body =
    yc_api_fixture_write_case (load->self, id, "TS-0001", NULL, NULL, NULL);

  return yc_test_http_write ("POST", "/api/v1/cases", load->self->clerk, headers, body);
}

static gpointer
desk_thread (gpointer data)
{
  Desk *desk = data;
  Load *load = desk->load;
  g_autoptr (YcTestHttp) http =
    yc_test_http_connect (yc_test_service_get_url (load->self->service), NULL);
  gint64 before = g_get_monotonic_time ();

  g_assert_nonnull (http);
  while (before < load->end)
    {
      g_autofree char *text = load->write (load);
      g_autoptr (YcTestAnswer) answer = NULL;
      gint64 after;

      before = g_get_monotonic_time ();
      g_assert_true (yc_test_http_send (http, text, -1, NULL));
      answer = yc_test_http_receive (http, NULL);
      g_assert_nonnull (answer);
      g_assert_cmpuint (answer->status, ==, load->status);
      after = g_get_monotonic_time () - before;
      g_array_append_val (desk->times, after);
    }
  return NULL;
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  gint64 x = *(const gint64 *) a, y = *(const gint64 *) b;

  return (x > y) - (x < y);
}

static void
print_result (const char *name,
              GArray     *times)
{
  g_array_sort (times, compare);
  g_print ("{\"bench\":\"%s\",\"connections\":%d,\"per_second\":%u,\"p50_ms\":%.2f,"
           "\"p99_ms\":%.2f}\n",
           name, N_CONNECTIONS, times->len / SECONDS,
           g_array_index (times, gint64, times->len / 2) / 1000.0,
           g_array_index (times, gint64, times->len * 99 / 100) / 1000.0);
}

static void
measure (YcApiFixture *self,
         const char   *name,
         const char   *case_id,
         WriteRequest  write,
         guint         status)
{
  Load load = {
    .self = self,
    .case_id = case_id,
    .write = write,
    .status = status,
    .end = g_get_monotonic_time () + SECONDS * G_USEC_PER_SEC,
  };
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (gint64));
  Desk desks[N_CONNECTIONS];
  GThread *threads[N_CONNECTIONS];

  for (guint i = 0; i < N_CONNECTIONS; i++)
    {
      desks[i] = (Desk) { &load, g_array_new (FALSE, FALSE, sizeof (gint64)) };
      threads[i] = g_thread_new ("desk", desk_thread, &desks[i]);
    }
  for (guint i = 0; i < N_CONNECTIONS; i++)
    {
      g_thread_join (threads[i]);
      g_array_append_vals (all, desks[i].times->data, desks[i].times->len);
      g_array_unref (desks[i].times);
    }
  print_result (name, all);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (YcApiFixture) self = yc_api_fixture_new (NULL);
  g_autofree char *id = yc_api_fixture_submit (self, "TS-0001");

  measure (self, "service-case-written", NULL, write_new, 201);
  measure (self, "service-case-read", id, write_read, 200);
  measure (self, "service-case-list", NULL, write_list, 200);
  return EXIT_SUCCESS;
}
