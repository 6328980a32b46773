/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One change on its way to the service, kept in the journal until the service has taken it. */
#include "yc-command-private.h"

#include "yc-json.h"

struct _YcCommand
{
  GObject         parent_instance;

  YcCommandData  *data;
  YcCommandState  state;
  YcCommandHold   hold;
  GError         *error;
  JsonArray      *problems;
  JsonObject     *server_version;
  JsonNode       *answer;
  guint           n_tries;
  /* Monotonic time in µs; 0 when it may be tried at once. */
  gint64          try_at;
  guint           next_try;
  guint64         n_sent;
};

typedef enum
{
  PROP_ID = 1,
  PROP_METHOD,
  PROP_PATH,
  PROP_TITLE,
  PROP_ORDER_KEY,
  PROP_USER_ID,
  PROP_CREATED_AT,
  PROP_STATE,
  PROP_HOLD,
  PROP_N_TRIES,
  PROP_NEXT_TRY,
  PROP_ERROR,
  PROP_N_SENT,
} YcCommandProperty;

static GParamSpec *properties[PROP_N_SENT + 1];

G_DEFINE_FINAL_TYPE (YcCommand, yc_command, G_TYPE_OBJECT)

void
yc_command_data_free (YcCommandData *data)
{
  g_free (data->id);
  g_free (data->user_id);
  g_free (data->method);
  g_free (data->path);
  g_free (data->if_match);
  g_free (data->order_key);
  g_free (data->title);
  g_clear_pointer (&data->created_at, g_date_time_unref);
  g_clear_pointer (&data->body, json_node_unref);
  g_clear_pointer (&data->files, json_array_unref);
  g_free (data);
}

static void
notify (YcCommand         *self,
        YcCommandProperty  property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

/* Both change before either is told: whoever looks sees them fit. */
static void
set_state (YcCommand      *self,
           YcCommandState  state,
           YcCommandHold   hold)
{
  gboolean held = self->hold != hold;
  gboolean moved = self->state != state;

  self->hold = hold;
  self->state = state;
  if (held)
    notify (self, PROP_HOLD);
  if (moved)
    notify (self, PROP_STATE);
}

static void
set_error (YcCommand    *self,
           const GError *error)
{
  if (self->error == error)
    return;
  g_clear_error (&self->error);
  self->error = error != NULL ? g_error_copy (error) : NULL;
  notify (self, PROP_ERROR);
}

static void
yc_command_get_property (GObject    *object,
                         guint       property_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  YcCommand *self = YC_COMMAND (object);

  switch ((YcCommandProperty) property_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->data->id);
      break;
    case PROP_METHOD:
      g_value_set_string (value, self->data->method);
      break;
    case PROP_PATH:
      g_value_set_string (value, self->data->path);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->data->title);
      break;
    case PROP_ORDER_KEY:
      g_value_set_string (value, self->data->order_key);
      break;
    case PROP_USER_ID:
      g_value_set_string (value, self->data->user_id);
      break;
    case PROP_CREATED_AT:
      g_value_set_boxed (value, self->data->created_at);
      break;
    case PROP_STATE:
      g_value_set_int (value, (int) self->state);
      break;
    case PROP_HOLD:
      g_value_set_int (value, (int) self->hold);
      break;
    case PROP_N_TRIES:
      g_value_set_uint (value, self->n_tries);
      break;
    case PROP_NEXT_TRY:
      g_value_set_uint (value, self->next_try);
      break;
    case PROP_ERROR:
      g_value_set_boxed (value, self->error);
      break;
    case PROP_N_SENT:
      g_value_set_uint64 (value, self->n_sent);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
yc_command_finalize (GObject *object)
{
  YcCommand *self = YC_COMMAND (object);

  g_clear_pointer (&self->data, yc_command_data_free);
  g_clear_error (&self->error);
  g_clear_pointer (&self->problems, json_array_unref);
  g_clear_pointer (&self->server_version, json_object_unref);
  g_clear_pointer (&self->answer, json_node_unref);

  G_OBJECT_CLASS (yc_command_parent_class)->finalize (object);
}

static void
yc_command_class_init (YcCommandClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = yc_command_get_property;
  object_class->finalize = yc_command_finalize;

  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);
  properties[PROP_METHOD] = g_param_spec_string ("method", NULL, NULL, NULL, flags);
  properties[PROP_PATH] = g_param_spec_string ("path", NULL, NULL, NULL, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_ORDER_KEY] = g_param_spec_string ("order-key", NULL, NULL, NULL, flags);
  properties[PROP_USER_ID] = g_param_spec_string ("user-id", NULL, NULL, NULL, flags);
  properties[PROP_CREATED_AT] =
      g_param_spec_boxed ("created-at", NULL, NULL, G_TYPE_DATE_TIME, flags);
  properties[PROP_STATE] = g_param_spec_int ("state", NULL, NULL, YC_COMMAND_WAITING,
                                             YC_COMMAND_DISCARDED, YC_COMMAND_WAITING, flags);
  properties[PROP_HOLD] = g_param_spec_int ("hold", NULL, NULL, YC_COMMAND_HOLD_NONE,
                                            YC_COMMAND_HOLD_BACKOFF, YC_COMMAND_HOLD_NONE, flags);
  properties[PROP_N_TRIES] = g_param_spec_uint ("n-tries", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_NEXT_TRY] = g_param_spec_uint ("next-try", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_ERROR] = g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR, flags);
  properties[PROP_N_SENT] = g_param_spec_uint64 ("n-sent", NULL, NULL, 0, G_MAXUINT64, 0, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
yc_command_init (YcCommand *self)
{
  self->state = YC_COMMAND_WAITING;
  self->hold = YC_COMMAND_HOLD_NONE;
}

/* Takes @data. */
YcCommand *
yc_command_new (YcCommandData *data)
{
  YcCommand *self = g_object_new (YC_TYPE_COMMAND, NULL);

  self->data = data;
  if (data->files == NULL)
    data->files = json_array_new ();
  return self;
}

const char *
yc_command_get_if_match (YcCommand *self)
{
  return self->data->if_match;
}

gboolean
yc_command_get_behind (YcCommand *self)
{
  return self->data->if_match != NULL && g_str_has_prefix (self->data->if_match, YC_COMMAND_BEHIND);
}

gint64
yc_command_get_try_at (YcCommand *self)
{
  return self->try_at;
}

void
yc_command_set_waiting (YcCommand     *self,
                        YcCommandHold  hold)
{
  set_state (self, YC_COMMAND_WAITING, hold);
}

void
yc_command_set_sending (YcCommand *self)
{
  yc_command_forget_pause (self);
  self->n_tries++;
  notify (self, PROP_N_TRIES);
  set_state (self, YC_COMMAND_SENDING, YC_COMMAND_HOLD_NONE);
}

/* The try failed; waits @pause_ms (0 when it waits for something else than the clock). */
void
yc_command_set_failed (YcCommand    *self,
                       const GError *error,
                       guint         pause_ms)
{
  self->try_at = pause_ms > 0 ? g_get_monotonic_time () + (gint64) pause_ms * 1000 : 0;
  yc_command_update_next_try (self);
  set_error (self, error);
  set_state (self, YC_COMMAND_WAITING,
             pause_ms > 0 ? YC_COMMAND_HOLD_BACKOFF : YC_COMMAND_HOLD_NONE);
}

void
yc_command_set_parked (YcCommand    *self,
                       const GError *error,
                       JsonArray    *problems,
                       JsonObject   *server_version)
{
  g_clear_pointer (&self->problems, json_array_unref);
  g_clear_pointer (&self->server_version, json_object_unref);
  self->problems = problems != NULL ? json_array_ref (problems) : NULL;
  self->server_version = server_version != NULL ? json_object_ref (server_version) : NULL;
  yc_command_forget_pause (self);
  set_error (self, error);
  set_state (self, YC_COMMAND_PARKED, YC_COMMAND_HOLD_NONE);
}

void
yc_command_set_sent (YcCommand *self,
                     JsonNode  *answer)
{
  g_clear_pointer (&self->answer, json_node_unref);
  self->answer = answer != NULL ? json_node_ref (answer) : NULL;
  set_error (self, NULL);
  set_state (self, YC_COMMAND_SENT, YC_COMMAND_HOLD_NONE);
}

void
yc_command_set_discarded (YcCommand *self)
{
  set_state (self, YC_COMMAND_DISCARDED, YC_COMMAND_HOLD_NONE);
}

/* A parked command that is sent again is a new one to the service. */
void
yc_command_renew (YcCommand  *self,
                  const char *id,
                  const char *if_match)
{
  g_free (self->data->id);
  self->data->id = g_strdup (id);
  if (if_match != NULL)
    {
      g_free (self->data->if_match);
      self->data->if_match = g_strdup (if_match);
    }
  g_clear_pointer (&self->problems, json_array_unref);
  g_clear_pointer (&self->server_version, json_object_unref);
  self->n_tries = 0;
  notify (self, PROP_ID);
  notify (self, PROP_N_TRIES);
  set_error (self, NULL);
  set_state (self, YC_COMMAND_WAITING, YC_COMMAND_HOLD_NONE);
}

/* As the journal has it, or something newer that the service would answer with a conflict without. */
void
yc_command_set_if_match (YcCommand  *self,
                         const char *if_match)
{
  g_free (self->data->if_match);
  self->data->if_match = g_strdup (if_match);
}

void
yc_command_forget_pause (YcCommand *self)
{
  self->try_at = 0;
  yc_command_update_next_try (self);
}

void
yc_command_update_next_try (YcCommand *self)
{
  gint64 left = self->try_at - g_get_monotonic_time ();
  guint seconds = left > 0 ? (guint) ((left + G_USEC_PER_SEC - 1) / G_USEC_PER_SEC) : 0;

  if (self->next_try == seconds)
    return;
  self->next_try = seconds;
  notify (self, PROP_NEXT_TRY);
}

/* (nullable): what the service answered when it took the command. */
JsonNode *
yc_command_get_answer (YcCommand *self)
{
  return self->answer;
}

const char *
yc_command_get_id (YcCommand *self)
{
  g_return_val_if_fail (YC_IS_COMMAND (self), NULL);

  return self->data->id;
}

const char *
yc_command_get_method (YcCommand *self)
{
  g_return_val_if_fail (YC_IS_COMMAND (self), NULL);

  return self->data->method;
}

const char *
yc_command_get_path (YcCommand *self)
{
  g_return_val_if_fail (YC_IS_COMMAND (self), NULL);

  return self->data->path;
}

const char *
yc_command_get_title (YcCommand *self)
{
  g_return_val_if_fail (YC_IS_COMMAND (self), NULL);

  return self->data->title;
}

const char *
yc_command_get_order_key (YcCommand *self)
{
  g_return_val_if_fail (YC_IS_COMMAND (self), NULL);

  return self->data->order_key;
}

const char *
yc_command_get_user_id (YcCommand *self)
{
  g_return_val_if_fail (YC_IS_COMMAND (self), NULL);

  return self->data->user_id;
}

GDateTime *
yc_command_get_created_at (YcCommand *self)
{
  g_return_val_if_fail (YC_IS_COMMAND (self), NULL);

  return self->data->created_at;
}

YcCommandState
yc_command_get_state (YcCommand *self)
{
  g_return_val_if_fail (YC_IS_COMMAND (self), 0);

  return self->state;
}

YcCommandHold
yc_command_get_hold (YcCommand *self)
{
  g_return_val_if_fail (YC_IS_COMMAND (self), 0);

  return self->hold;
}

guint
yc_command_get_n_tries (YcCommand *self)
{
  g_return_val_if_fail (YC_IS_COMMAND (self), 0);

  return self->n_tries;
}

guint
yc_command_get_next_try (YcCommand *self)
{
  g_return_val_if_fail (YC_IS_COMMAND (self), 0);

  return self->next_try;
}

const GError *
yc_command_get_error (YcCommand *self)
{
  g_return_val_if_fail (YC_IS_COMMAND (self), NULL);

  return self->error;
}

JsonArray *
yc_command_get_files (YcCommand *self)
{
  return self->data->files;
}

guint64
yc_command_get_n_bytes (YcCommand *self)
{
  guint64 n_bytes = 0;

  g_return_val_if_fail (YC_IS_COMMAND (self), 0);

  for (guint i = 0; i < json_array_get_length (self->data->files); i++)
    {
      JsonObject *file = yc_json_node_get_object (json_array_get_element (self->data->files, i));

      n_bytes += (guint64) MAX (yc_json_get_int (file, "size", 0), 0);
    }
  return n_bytes;
}

guint64
yc_command_get_n_sent (YcCommand *self)
{
  g_return_val_if_fail (YC_IS_COMMAND (self), 0);

  return self->n_sent;
}

void
yc_command_set_n_sent (YcCommand *self,
                       guint64    n_sent)
{
  if (self->n_sent == n_sent)
    return;
  self->n_sent = n_sent;
  notify (self, PROP_N_SENT);
}

JsonNode *
yc_command_get_body (YcCommand *self)
{
  g_return_val_if_fail (YC_IS_COMMAND (self), NULL);

  return self->data->body;
}

JsonArray *
yc_command_get_problems (YcCommand *self)
{
  g_return_val_if_fail (YC_IS_COMMAND (self), NULL);

  return self->problems;
}

JsonObject *
yc_command_get_server_version (YcCommand *self)
{
  g_return_val_if_fail (YC_IS_COMMAND (self), NULL);

  return self->server_version;
}
