/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many cases a service reads, lists, takes in and approves with a certificate per second over
 * 32 connections, and how long each takes. Clients and service share the machine. An approval is
 * all of an issue: composed, numbered, signed, entered into the ledger and stored; it is measured
 * for one reviewer too, and for a service that has one core and nothing else to do. */
#define _GNU_SOURCE
#include "yc-api-fixture.h"

#include "yc-uuid.h"

#include <glib.h>
#include <sched.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define N_CONNECTIONS 32
#define N_REVIEWERS 8
#define N_WRITERS 12
#define SECONDS 4
/* More than can be approved in that time. */
#define N_WAITING 800

typedef struct _Desk Desk;

/* What some desks do all the time: one thing is prepared, the other timed. */
typedef struct
{
  const char *name;
  guint n_desks;
  void (*prepare) (Desk *desk);
  char *(*write) (Desk *desk);
  guint status;
  const char *case_id;
} Load;

struct _Desk
{
  YcApiFixture *self;
  const Load *load;
  YcTestHttp *http;
  gint64 end;
  char *case_id;
  /* gint64, µs */
  GArray *times;
  GThread *thread;
};

static char *
write_read (Desk *desk)
{
  g_autofree char *path = yc_api_fixture_get_path (desk->load->case_id, "");

  return yc_test_http_write ("GET", path, desk->self->clerk, NULL, NULL);
}

static char *
write_list (Desk *desk)
{
  return yc_test_http_write ("GET", "/api/v1/cases?view=mine&limit=50", desk->self->clerk, NULL,
                             NULL);
}

static char *
write_case (Desk       *desk,
            const char *id)
{
  g_autofree char *headers = yc_api_fixture_write_headers (0);
  g_autofree char *body =
    yc_api_fixture_write_case (desk->self, id, "TS-0001", NULL, NULL, NULL);

  return yc_test_http_write ("POST", "/api/v1/cases", desk->self->clerk, headers, body);
}

static char *
write_new (Desk *desk)
{
  g_autofree char *id = yc_uuid_v7_new ();

  return write_case (desk, id);
}

static void
exchange (Desk       *desk,
          const char *text,
          guint       status)
{
  g_autoptr (YcTestAnswer) answer = NULL;

  g_assert_true (yc_test_http_send (desk->http, text, -1, NULL));
  answer = yc_test_http_receive (desk->http, NULL);
  g_assert_nonnull (answer);
  g_assert_cmpuint (answer->status, ==, status);
}

static void
prepare_approval (Desk *desk)
{
  g_autofree char *text = NULL;

  g_free (desk->case_id);
  desk->case_id = yc_uuid_v7_new ();
  text = write_case (desk, desk->case_id);
  exchange (desk, text, 201);
}

/* The cases that were taken in beforehand. */
static GAsyncQueue *waiting;

static void
prepare_waiting (Desk *desk)
{
  g_free (desk->case_id);
  desk->case_id = g_async_queue_pop (waiting);
}

static void
take_in (YcApiFixture *self)
{
  g_autoptr (YcTestHttp) http =
    yc_test_http_connect (yc_test_service_get_url (self->service), NULL);
  Desk desk = { .self = self, .http = http };

  waiting = g_async_queue_new_full (g_free);
  for (guint i = 0; i < N_WAITING; i++)
    {
      prepare_approval (&desk);
      g_async_queue_push (waiting, g_steal_pointer (&desk.case_id));
    }
}

static char *
write_approval (Desk *desk)
{
  g_autofree char *path = yc_api_fixture_get_path (desk->case_id, "/decisions");
  g_autofree char *headers = yc_api_fixture_write_headers (1);

  return yc_test_http_write ("POST", path, desk->self->reviewer, headers,
                             "{\"decision\":\"approve\"}");
}

static gpointer
desk_thread (gpointer data)
{
  Desk *desk = data;

  desk->http = yc_test_http_connect (yc_test_service_get_url (desk->self->service), NULL);
  g_assert_nonnull (desk->http);
  while (g_get_monotonic_time () < desk->end)
    {
      g_autofree char *text = NULL;
      gint64 time;

      if (desk->load->prepare != NULL)
        desk->load->prepare (desk);
      text = desk->load->write (desk);
      time = g_get_monotonic_time ();
      exchange (desk, text, desk->load->status);
      time = g_get_monotonic_time () - time;
      g_array_append_val (desk->times, time);
    }
  yc_test_http_free (desk->http);
  g_free (desk->case_id);
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
print_result (const Load *load,
              GArray     *times)
{
  g_array_sort (times, compare);
  g_assert_cmpuint (times->len, >, 0);
  g_print ("{\"bench\":\"%s\",\"connections\":%u,\"per_second\":%u,\"p50_ms\":%.2f,"
           "\"p99_ms\":%.2f}\n",
           load->name, load->n_desks, times->len / SECONDS,
           g_array_index (times, gint64, times->len / 2) / 1000.0,
           g_array_index (times, gint64, times->len * 99 / 100) / 1000.0);
}

static void
start_desks (YcApiFixture *self,
             const Load   *load,
             gint64        end,
             Desk         *desks)
{
  for (guint i = 0; i < load->n_desks; i++)
    {
      desks[i] = (Desk) { .self = self, .load = load, .end = end };
      desks[i].times = g_array_new (FALSE, FALSE, sizeof (gint64));
      desks[i].thread = g_thread_new ("desk", desk_thread, &desks[i]);
    }
}

static void
finish_desks (const Load *load,
              Desk       *desks)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < load->n_desks; i++)
    {
      g_thread_join (desks[i].thread);
      g_array_append_vals (all, desks[i].times->data, desks[i].times->len);
      g_array_unref (desks[i].times);
    }
  print_result (load, all);
}

/* All loads at the same time. */
static void
measure (YcApiFixture *self,
         const Load   *loads,
         guint         n_loads)
{
  gint64 end = g_get_monotonic_time () + SECONDS * G_USEC_PER_SEC;
  Desk desks[N_CONNECTIONS];
  guint n = 0;

  for (guint i = 0; i < n_loads; n += loads[i++].n_desks)
    start_desks (self, &loads[i], end, &desks[n]);
  n = 0;
  for (guint i = 0; i < n_loads; n += loads[i++].n_desks)
    finish_desks (&loads[i], &desks[n]);
}

/* How much of a core the service has used since it began, in ms, as the kernel counts it. */
static double
read_cpu_ms (YcApiFixture *self)
{
  g_autofree char *path =
    g_strdup_printf ("/proc/%s/stat", yc_test_service_get_process (self->service));
  g_autofree char *text = NULL;
  g_auto (GStrv) words = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  /* Behind the program's name in parentheses the 12th and 13th are user and system ticks. */
  words = g_strsplit (strrchr (text, ')') + 2, " ", -1);
  return (g_ascii_strtod (words[11], NULL) + g_ascii_strtod (words[12], NULL)) * 1000.0 /
         (double) sysconf (_SC_CLK_TCK);
}

/* What an approval costs, which does not depend on what else the machine does. */
static void
measure_on_one_core (YcApiFixture *self,
                     const Load   *load)
{
  double before = read_cpu_ms (self), spent;

  measure (self, load, 1);
  spent = read_cpu_ms (self) - before;
  g_print ("{\"bench\":\"%s-cpu\",\"approvals\":%d,\"cpu_ms_each\":%.2f}\n", load->name,
           N_WAITING - g_async_queue_length (waiting),
           spent / (N_WAITING - g_async_queue_length (waiting)));
}

/* The service begins anew with one core; those who ask it keep all. */
static void
restart_on_one_core (YcApiFixture *self)
{
  cpu_set_t all, one;

  g_assert_cmpint (sched_getaffinity (0, sizeof all, &all), ==, 0);
  CPU_ZERO (&one);
  for (int i = 0; CPU_COUNT (&one) == 0; i++)
    if (CPU_ISSET (i, &all))
      CPU_SET (i, &one);
  yc_test_service_kill (self->service);
  g_assert_cmpint (sched_setaffinity (0, sizeof one, &one), ==, 0);
  yc_test_service_start (self->service);
  g_assert_cmpint (sched_setaffinity (0, sizeof all, &all), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (YcApiFixture) self = yc_api_fixture_new (NULL);
  g_autofree char *id = yc_api_fixture_submit (self, "TS-0001");
  const Load alone[] = {
    { "service-case-written", N_CONNECTIONS, NULL, write_new, 201 },
    { "service-case-read", N_CONNECTIONS, NULL, write_read, 200, id },
    { "service-case-list", N_CONNECTIONS, NULL, write_list, 200 },
    { "service-approval", N_REVIEWERS, prepare_approval, write_approval, 200 },
    { "service-approval-of-one", 1, prepare_approval, write_approval, 200 },
  };
  const Load on_one_core = { "service-approval-on-one-core", N_REVIEWERS, prepare_waiting,
                             write_approval, 200 };
  const Load together[] = {
    { "service-case-written-beside-approvals", N_WRITERS, NULL, write_new, 201 },
    { "service-case-read-beside-approvals", N_CONNECTIONS - N_REVIEWERS - N_WRITERS, NULL,
      write_read, 200, id },
    { "service-approval-beside-both", N_REVIEWERS, prepare_approval, write_approval, 200 },
  };
  /* The same without any approval: what they cost the others. */
  const Load without[] = {
    { "service-case-written-beside-reads", N_WRITERS, NULL, write_new, 201 },
    { "service-case-read-beside-writes", N_CONNECTIONS - N_WRITERS, NULL, write_read, 200, id },
  };

  for (guint i = 0; i < G_N_ELEMENTS (alone); i++)
    measure (self, &alone[i], 1);
  measure (self, without, G_N_ELEMENTS (without));
  measure (self, together, G_N_ELEMENTS (together));
  take_in (self);
  restart_on_one_core (self);
  measure_on_one_core (self, &on_one_core);
  g_async_queue_unref (waiting);
  return EXIT_SUCCESS;
}
