/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The line to the service: is it there, and when is it tried again. */
#include "yc-line-private.h"

struct _YcLine
{
  GObject      parent_instance;

  YcLimits     limits;
  YcLineState  state;
  GError      *error;
  guint        n_failures;
  /* Monotonic time in µs; 0 while not waiting. */
  gint64       try_at;
  guint        next_try;
  guint        timer;
};

typedef enum
{
  PROP_STATE = 1,
  PROP_ONLINE,
  PROP_NEXT_TRY,
  PROP_ERROR,
} YcLineProperty;

enum
{
  TRY,
  N_SIGNALS
};

static GParamSpec *properties[PROP_ERROR + 1];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YcLine, yc_line, G_TYPE_OBJECT)

static void
set_next_try (YcLine *self,
              guint   seconds)
{
  if (self->next_try == seconds)
    return;
  self->next_try = seconds;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NEXT_TRY]);
}

static void
set_state (YcLine       *self,
           YcLineState   state,
           const GError *error)
{
  gboolean was_online = self->state == YC_LINE_ONLINE;
  gboolean changed = self->state != state;
  /* The new error may be the old one: copied before that goes. */
  GError *copy = error != NULL ? g_error_copy (error) : NULL;

  g_clear_error (&self->error);
  self->error = copy;
  self->state = state;

  g_object_freeze_notify (G_OBJECT (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR]);
  if (changed)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
  if (was_online != (state == YC_LINE_ONLINE))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ONLINE]);
  g_object_thaw_notify (G_OBJECT (self));
}

static void
stop_waiting (YcLine *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  self->try_at = 0;
  set_next_try (self, 0);
}

static gboolean tick_cb (gpointer data);

static void
wait_a_turn (YcLine *self)
{
  gint64 left_ms = MAX (self->try_at - g_get_monotonic_time (), 0) / 1000;
  guint turn_ms = left_ms % 1000 != 0 ? (guint) (left_ms % 1000) : 1000;

  set_next_try (self, (guint) ((left_ms + 999) / 1000));
  self->timer = g_timeout_add (MIN (turn_ms, (guint) left_ms), tick_cb, self);
}

static gboolean
tick_cb (gpointer data)
{
  YcLine *self = data;

  self->timer = 0;
  if (g_get_monotonic_time () >= self->try_at)
    yc_line_try_now (self);
  else
    wait_a_turn (self);
  return G_SOURCE_REMOVE;
}

static void
yc_line_get_property (GObject    *object,
                      guint       property_id,
                      GValue     *value,
                      GParamSpec *pspec)
{
  YcLine *self = YC_LINE (object);

  switch ((YcLineProperty) property_id)
    {
    case PROP_STATE:
      g_value_set_int (value, (int) self->state);
      break;
    case PROP_ONLINE:
      g_value_set_boolean (value, yc_line_get_online (self));
      break;
    case PROP_NEXT_TRY:
      g_value_set_uint (value, self->next_try);
      break;
    case PROP_ERROR:
      g_value_set_boxed (value, self->error);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
yc_line_dispose (GObject *object)
{
  YcLine *self = YC_LINE (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (yc_line_parent_class)->dispose (object);
}

static void
yc_line_class_init (YcLineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = yc_line_get_property;
  object_class->dispose = yc_line_dispose;

  properties[PROP_STATE] = g_param_spec_int ("state", NULL, NULL, YC_LINE_CONNECTING,
                                             YC_LINE_OFFLINE, YC_LINE_CONNECTING, flags);
  properties[PROP_ONLINE] = g_param_spec_boolean ("online", NULL, NULL, FALSE, flags);
  properties[PROP_NEXT_TRY] = g_param_spec_uint ("next-try", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_ERROR] = g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[TRY] = g_signal_new ("try", YC_TYPE_LINE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 0);
}

static void
yc_line_init (YcLine *self)
{
  self->state = YC_LINE_CONNECTING;
}

YcLine *
yc_line_new (const YcLimits *limits)
{
  YcLine *self = g_object_new (YC_TYPE_LINE, NULL);

  self->limits = *limits;
  return self;
}

/* A try begins. An online line stays online on the screen until the try has failed. */
void
yc_line_connecting (YcLine *self)
{
  stop_waiting (self);
  if (self->state == YC_LINE_OFFLINE)
    set_state (self, YC_LINE_CONNECTING, self->error);
}

void
yc_line_connected (YcLine *self)
{
  stop_waiting (self);
  self->n_failures = 0;
  if (self->state != YC_LINE_ONLINE)
    set_state (self, YC_LINE_ONLINE, NULL);
}

/* A try failed or the line broke; tries again after a pause. */
void
yc_line_failed (YcLine       *self,
                const GError *error)
{
  guint pause_ms;

  stop_waiting (self);
  self->n_failures++;
  pause_ms = yc_limits_backoff (&self->limits, self->n_failures, g_random_double ());
  self->try_at = g_get_monotonic_time () + (gint64) pause_ms * 1000;
  set_state (self, YC_LINE_OFFLINE, error);
  wait_a_turn (self);
}

/* The desk closes: no more tries. */
void
yc_line_stop (YcLine *self)
{
  stop_waiting (self);
}

YcLineState
yc_line_get_state (YcLine *self)
{
  g_return_val_if_fail (YC_IS_LINE (self), YC_LINE_OFFLINE);

  return self->state;
}

gboolean
yc_line_get_online (YcLine *self)
{
  g_return_val_if_fail (YC_IS_LINE (self), FALSE);

  return self->state == YC_LINE_ONLINE;
}

guint
yc_line_get_next_try (YcLine *self)
{
  g_return_val_if_fail (YC_IS_LINE (self), 0);

  return self->next_try;
}

const GError *
yc_line_get_error (YcLine *self)
{
  g_return_val_if_fail (YC_IS_LINE (self), NULL);

  return self->error;
}

void
yc_line_try_now (YcLine *self)
{
  g_return_if_fail (YC_IS_LINE (self));

  if (self->state == YC_LINE_ONLINE)
    return;
  yc_line_connecting (self);
  g_signal_emit (self, signals[TRY], 0);
}
