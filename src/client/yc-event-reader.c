/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The service's live events: one long answer, read line by line as they come (the event stream
 * format of the HTML standard, 9.2.6), with a watch on its heartbeat. */
#include "yc-event-reader.h"

#include "yc-client-error.h"
#include "yc-json.h"

#include <string.h>

#define CHUNK_BYTES 4096
#define MAX_EVENT_BYTES (64 * 1024)

struct _YcEventReader
{
  GObject        parent_instance;

  YcHttp        *http;
  SoupMessage   *message;
  GInputStream  *stream;
  GCancellable  *cancellable;
  guint          token_serial;
  guint          watch;

  GString       *line;
  char          *name;
  GString       *data;
  /* Survives closing: the next opening tells the service where we were. */
  char          *last_id;
};

enum
{
  OPENED,
  EVENT,
  CLOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YcEventReader, yc_event_reader, G_TYPE_OBJECT)

static void
forget_event (YcEventReader *self)
{
  g_clear_pointer (&self->name, g_free);
  g_string_truncate (self->data, 0);
}

void
yc_event_reader_close (YcEventReader *self)
{
  g_clear_handle_id (&self->watch, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->stream);
  g_clear_object (&self->message);
  g_string_truncate (self->line, 0);
  forget_event (self);
}

static void
close_with (YcEventReader *self,
            GError        *error)
{
  g_autoptr (YcEventReader) keep = g_object_ref (self);
  g_autoptr (GError) mapped = yc_http_map_error (error, self->message);

  g_error_free (error);
  yc_event_reader_close (self);
  g_signal_emit (self, signals[CLOSED], 0, mapped);
}

static gboolean
silence_cb (gpointer data)
{
  YcEventReader *self = data;

  self->watch = 0;
  close_with (self, g_error_new_literal (YC_CLIENT_ERROR, YC_CLIENT_ERROR_OFFLINE,
                                         "The line to the service fell silent"));
  return G_SOURCE_REMOVE;
}

static void
watch_silence (YcEventReader *self)
{
  g_clear_handle_id (&self->watch, g_source_remove);
  self->watch = g_timeout_add (yc_http_get_limits (self->http)->silence_ms, silence_cb, self);
}

static void
yc_event_reader_dispose (GObject *object)
{
  yc_event_reader_close (YC_EVENT_READER (object));

  G_OBJECT_CLASS (yc_event_reader_parent_class)->dispose (object);
}

static void
yc_event_reader_finalize (GObject *object)
{
  YcEventReader *self = YC_EVENT_READER (object);

  g_clear_object (&self->http);
  g_string_free (self->line, TRUE);
  g_string_free (self->data, TRUE);
  g_free (self->name);
  g_free (self->last_id);

  G_OBJECT_CLASS (yc_event_reader_parent_class)->finalize (object);
}

static void
yc_event_reader_class_init (YcEventReaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->dispose = yc_event_reader_dispose;
  object_class->finalize = yc_event_reader_finalize;

  signals[OPENED] = g_signal_new ("opened", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  signals[EVENT] = g_signal_new ("event", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                 2, G_TYPE_STRING, JSON_TYPE_NODE);
  signals[CLOSED] = g_signal_new ("closed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
yc_event_reader_init (YcEventReader *self)
{
  self->line = g_string_new (NULL);
  self->data = g_string_new (NULL);
}

YcEventReader *
yc_event_reader_new (YcHttp *http)
{
  YcEventReader *self = g_object_new (YC_TYPE_EVENT_READER, NULL);

  self->http = g_object_ref (http);
  return self;
}

/* Events that are no JSON objects are passed over: a newer service may know more than we do. */
static void
dispatch (YcEventReader *self)
{
  g_autoptr (JsonNode) data = NULL;
  g_autofree char *name = g_strdup (self->name);

  if (self->data->len > 0)
    data = yc_json_parse (self->data->str, (gssize) self->data->len, NULL, NULL);
  forget_event (self);
  if (data != NULL && JSON_NODE_HOLDS_OBJECT (data) && name != NULL)
    g_signal_emit (self, signals[EVENT], 0, name, data);
}

static void
take_field (YcEventReader *self,
            const char    *name,
            const char    *value)
{
  if (g_str_equal (name, "event"))
    {
      g_free (self->name);
      self->name = g_strdup (value);
    }
  else if (g_str_equal (name, "data"))
    {
      if (self->data->len > 0)
        g_string_append_c (self->data, '\n');
      g_string_append (self->data, value);
    }
  else if (g_str_equal (name, "id"))
    {
      g_free (self->last_id);
      self->last_id = g_strdup (value);
    }
}

static void
take_line (YcEventReader *self,
           char          *line)
{
  char *colon = strchr (line, ':');
  char *value;

  if (*line == '\0')
    {
      dispatch (self);
      return;
    }
  if (colon == line)
    return;
  value = colon != NULL ? colon + 1 : line + strlen (line);
  if (colon != NULL)
    *colon = '\0';
  take_field (self, line, *value == ' ' ? value + 1 : value);
}

/* Returns FALSE when an event is beyond all reason. A signal handler may close the stream. */
static gboolean
take_bytes (YcEventReader *self,
            const char    *bytes,
            gsize          size)
{
  g_autoptr (GCancellable) present = g_object_ref (self->cancellable);

  for (gsize i = 0; i < size && !g_cancellable_is_cancelled (present); i++)
    {
      if (bytes[i] != '\n')
        {
          g_string_append_c (self->line, bytes[i]);
          if (self->line->len + self->data->len > MAX_EVENT_BYTES)
            return FALSE;
          continue;
        }
      if (self->line->len > 0 && self->line->str[self->line->len - 1] == '\r')
        g_string_truncate (self->line, self->line->len - 1);
      {
        g_autofree char *line = g_strdup (self->line->str);

        g_string_truncate (self->line, 0);
        take_line (self, line);
      }
    }
  return TRUE;
}

static void read_on (YcEventReader *self);

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (YcEventReader) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  bytes = g_input_stream_read_bytes_finish (G_INPUT_STREAM (source), result, &error);
  if (G_INPUT_STREAM (source) != self->stream)
    return;
  if (bytes == NULL)
    close_with (self, g_steal_pointer (&error));
  else if (g_bytes_get_size (bytes) == 0)
    close_with (self, g_error_new_literal (YC_CLIENT_ERROR, YC_CLIENT_ERROR_OFFLINE,
                                           "The service ended the live line"));
  else if (!take_bytes (self, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)))
    close_with (self, g_error_new_literal (YC_CLIENT_ERROR, YC_CLIENT_ERROR_BAD_ANSWER,
                                           "A live event is too large"));
  else if (G_INPUT_STREAM (source) == self->stream)
    read_on (self);
}

static void
read_on (YcEventReader *self)
{
  watch_silence (self);
  g_input_stream_read_bytes_async (self->stream, CHUNK_BYTES, G_PRIORITY_DEFAULT, self->cancellable,
                                   read_cb, g_object_ref (self));
}

/* A token that is refused is the session's matter and says nothing against the line. */
static void
refuse (YcEventReader *self)
{
  YcReply reply = { .status = soup_message_get_status (self->message) };

  if (reply.status == 401)
    {
      yc_event_reader_close (self);
      yc_http_note_refusal (self->http, self->token_serial);
    }
  else
    {
      close_with (self, yc_reply_to_error (&reply));
    }
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (YcEventReader) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GInputStream) stream = NULL;
  SoupMessage *message = soup_session_get_async_result_message (SOUP_SESSION (source), result);
  gboolean present = message == self->message;

  stream = soup_session_send_finish (SOUP_SESSION (source), result, &error);
  if (!present)
    return;
  if (stream == NULL)
    {
      close_with (self, g_steal_pointer (&error));
      return;
    }
  if (soup_message_get_status (message) != 200)
    {
      refuse (self);
      return;
    }
  self->stream = g_steal_pointer (&stream);
  read_on (self);
  g_signal_emit (self, signals[OPENED], 0);
}

/**
 * yc_event_reader_open:
 * @self: a stream that is closed
 *
 * Asks the service for its live events, from the last one that was seen.
 */
void
yc_event_reader_open (YcEventReader *self)
{
  YcRequest request = { .method = "GET", .path = "/events", .expect = YC_EXPECT_NOTHING };

  yc_event_reader_close (self);
  self->message = yc_http_new_message (self->http, &request);
  if (self->message == NULL)
    return;
  self->token_serial = yc_http_get_token_serial (self->http);
  self->cancellable = g_cancellable_new ();
  soup_message_headers_replace (soup_message_get_request_headers (self->message), "Accept",
                                "text/event-stream");
  if (self->last_id != NULL)
    soup_message_headers_replace (soup_message_get_request_headers (self->message),
                                  "Last-Event-ID", self->last_id);
  watch_silence (self);
  soup_session_send_async (yc_http_get_session (self->http), self->message, G_PRIORITY_DEFAULT,
                           self->cancellable, opened_cb, g_object_ref (self));
}

/* Whether it is open or being opened. */
gboolean
yc_event_reader_is_active (YcEventReader *self)
{
  return self->message != NULL;
}
