/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The reference receivers of certificates (tests/support/receivers) for a test. */
#include "yc-test-receivers.h"

#include "yc-test-folder.h"
#include "yc-test-http.h"

struct _YcTestReceivers
{
  char *folder;
  GSubprocess *process;
  JsonObject *ports;
};

static JsonNode *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  JsonNode *node = json_from_string (text, &error);

  g_assert_no_error (error);
  return node;
}

YcTestReceivers *
yc_test_receivers_new (void)
{
  YcTestReceivers *self = g_new0 (YcTestReceivers, 1);
  g_autoptr (GDataInputStream) output = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *line = NULL;

  self->folder = yc_test_folder_new ();
  self->process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE,
                                    &error, YC_TEST_RECEIVERS, self->folder, NULL);
  g_assert_no_error (error);
  output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (self->process));
  line = g_data_input_stream_read_line_utf8 (output, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (line);
  node = parse (line);
  self->ports = json_object_ref (json_node_get_object (node));
  return self;
}

void
yc_test_receivers_free (YcTestReceivers *self)
{
  g_subprocess_force_exit (self->process);
  g_subprocess_wait (self->process, NULL, NULL);
  g_object_unref (self->process);
  json_object_unref (self->ports);
  yc_test_folder_free (self->folder);
  g_free (self);
}

const char *
yc_test_receivers_get_folder (YcTestReceivers *self)
{
  return self->folder;
}

int
yc_test_receivers_get_port (YcTestReceivers *self,
                            const char      *name)
{
  return (int) json_object_get_int_member (self->ports, name);
}

static JsonArray *
fetch (YcTestReceivers *self)
{
  g_autofree char *url =
    g_strdup_printf ("http://127.0.0.1:%d", yc_test_receivers_get_port (self, "http"));
  g_autofree char *text = yc_test_http_write ("GET", "/arrivals", NULL, NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (YcTestHttp) http = yc_test_http_connect (url, &error);
  g_autoptr (YcTestAnswer) answer = NULL;
  g_autoptr (JsonNode) node = NULL;

  g_assert_no_error (error);
  yc_test_http_send (http, text, -1, &error);
  answer = yc_test_http_receive (http, &error);
  g_assert_no_error (error);
  node = parse (yc_test_answer_get_text (answer));
  return json_array_ref (json_node_get_array (node));
}

GPtrArray *
yc_test_receivers_list (YcTestReceivers *self,
                        const char      *to)
{
  g_autoptr (JsonArray) all = fetch (self);
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) json_object_unref);

  for (guint i = 0; i < json_array_get_length (all); i++)
    {
      JsonObject *arrival = json_array_get_object_element (all, i);

      if (g_str_equal (json_object_get_string_member (arrival, "to"), to))
        g_ptr_array_add (found, json_object_ref (arrival));
    }
  return found;
}

JsonObject *
yc_test_receivers_await (YcTestReceivers *self,
                         const char      *to,
                         guint            n)
{
  g_autoptr (GPtrArray) found = yc_test_receivers_list (self, to);
  gint64 deadline = g_get_monotonic_time () + 60 * G_USEC_PER_SEC;

  while (found->len < n)
    {
      if (g_get_monotonic_time () > deadline)
        g_error ("%u of %u came for %s", found->len, n, to);
      yc_test_iterate ();
      g_clear_pointer (&found, g_ptr_array_unref);
      found = yc_test_receivers_list (self, to);
    }
  return json_object_ref (g_ptr_array_index (found, found->len - 1));
}
