/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A plan as the service keeps it, or will once it has taken it. */
#include "yc-saved-plan-private.h"

#include "yc-client-error.h"
#include "yc-id-number.h"
#include "yc-json.h"
#include "yc-outbox-private.h"
#include "yc-plan-number.h"

#include <glib/gi18n-lib.h>

struct _YcSavedPlan
{
  GObject           parent_instance;

  YcParts          *parts;
  char             *id;
  char             *local_number;
  /* What the service told last; NULL before it has the plan. */
  JsonObject       *json;
  GDateTime        *updated_at;
  YcSavedPlanState  state;
  /* What is to be saved when what is on its way has arrived. */
  JsonObject       *next;
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YcSavedPlan, yc_saved_plan, G_TYPE_OBJECT)

static void
yc_saved_plan_finalize (GObject *object)
{
  YcSavedPlan *self = YC_SAVED_PLAN (object);

  g_clear_object (&self->parts);
  g_free (self->id);
  g_free (self->local_number);
  g_clear_pointer (&self->json, json_object_unref);
  g_clear_pointer (&self->next, json_object_unref);
  g_clear_pointer (&self->updated_at, g_date_time_unref);

  G_OBJECT_CLASS (yc_saved_plan_parent_class)->finalize (object);
}

static void
yc_saved_plan_class_init (YcSavedPlanClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = yc_saved_plan_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
yc_saved_plan_init (YcSavedPlan *self)
{
  self->state = YC_SAVED_PLAN_NEW;
}

static void
set_state (YcSavedPlan      *self,
           YcSavedPlanState  state)
{
  self->state = state;
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
take (YcSavedPlan *self,
      JsonObject  *json)
{
  g_clear_pointer (&self->json, json_object_unref);
  g_clear_pointer (&self->updated_at, g_date_time_unref);
  self->json = json_object_ref (json);
  self->updated_at =
    g_date_time_new_from_iso8601 (yc_json_get_string (json, "updated_at", ""), NULL);
}

void
yc_saved_plan_update (YcSavedPlan *self,
                      JsonObject  *json)
{
  if (yc_json_get_int (json, "version", 0) < yc_saved_plan_get_version (self))
    return;
  take (self, json);
  set_state (self, YC_SAVED_PLAN_SAVED);
}

/* The outbox */

static gboolean
is_own (YcSavedPlan *self,
        YcCommand   *command)
{
  return g_strcmp0 (yc_command_get_order_key (command), self->id) == 0;
}

static void
sent_cb (YcOutbox    *outbox,
         YcCommand   *command,
         JsonNode    *answer,
         YcSavedPlan *self)
{
  g_autoptr (JsonObject) next = g_steal_pointer (&self->next);

  if (!is_own (self, command))
    {
      self->next = g_steal_pointer (&next);
      return;
    }
  if (yc_json_node_get_object (answer) != NULL)
    yc_saved_plan_update (self, yc_json_node_get_object (answer));
  if (next != NULL)
    yc_saved_plan_send (self, next);
}

static void
parked_cb (YcOutbox    *outbox,
           YcCommand   *command,
           YcSavedPlan *self)
{
  if (is_own (self, command))
    set_state (self, YC_SAVED_PLAN_REFUSED);
}

/* (transfer none) (nullable): the outbox holds it */
static YcCommand *
find_command (YcSavedPlan *self,
              gboolean     parked)
{
  GListModel *commands = G_LIST_MODEL (self->parts->outbox);

  for (guint i = 0; i < g_list_model_get_n_items (commands); i++)
    {
      g_autoptr (YcCommand) command = g_list_model_get_item (commands, i);

      if (is_own (self, command) &&
          (yc_command_get_state (command) == YC_COMMAND_PARKED) == parked)
        return command;
    }
  return NULL;
}

static gboolean
is_on_its_way (YcSavedPlan *self)
{
  return find_command (self, FALSE) != NULL;
}

YcSavedPlan *
yc_saved_plan_new (YcParts    *parts,
                   const char *id)
{
  YcSavedPlan *self = g_object_new (YC_TYPE_SAVED_PLAN, NULL);

  self->parts = g_object_ref (parts);
  self->id = g_strdup (id);
  self->local_number = yc_plan_number_compose_local (id);
  g_signal_connect_object (parts->outbox, "sent", G_CALLBACK (sent_cb), self, 0);
  g_signal_connect_object (parts->outbox, "parked", G_CALLBACK (parked_cb), self, 0);
  return self;
}

YcSavedPlan *
yc_saved_plan_new_from_json (JsonObject  *json,
                             GError     **error)
{
  g_autoptr (YcSavedPlan) self = g_object_new (YC_TYPE_SAVED_PLAN, NULL);

  self->id = g_strdup (yc_json_get_string (json, "id", ""));
  self->local_number = yc_plan_number_compose_local (self->id);
  take (self, json);
  self->state = YC_SAVED_PLAN_SAVED;
  if (self->local_number != NULL && *yc_json_get_string (json, "number", "") != '\0')
    return g_steal_pointer (&self);
  g_set_error_literal (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_BAD_ANSWER,
                       "The answer is no plan");
  return NULL;
}

static void
added_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (YcSavedPlan) self = user_data;
  g_autoptr (YcCommand) command = yc_outbox_add_finish (YC_OUTBOX (source), result, NULL);

  if (command == NULL)
    set_state (self, YC_SAVED_PLAN_REFUSED);
}

void
yc_saved_plan_send (YcSavedPlan *self,
                    JsonObject  *contents)
{
  gint64 version = yc_saved_plan_get_version (self);
  g_autoptr (JsonNode) body = NULL;
  g_autofree char *path = NULL;
  g_autofree char *etag = NULL;

  if (is_on_its_way (self))
    {
      g_clear_pointer (&self->next, json_object_unref);
      self->next = json_object_ref (contents);
      return;
    }
  if (version > 0)
    {
      path = g_strdup_printf ("/plans/%s/contents", self->id);
      etag = g_strdup_printf ("\"%" G_GINT64_FORMAT "\"", version);
    }
  else
    json_object_set_string_member (contents, "id", self->id);
  body = yc_json_object_node (json_object_ref (contents));
  set_state (self, YC_SAVED_PLAN_WAITING);
  yc_outbox_submit_async (self->parts->outbox, path != NULL ? path : "/plans", body, NULL, etag,
                          self->id, _("Plan of a visit"), find_command (self, TRUE), NULL, added_cb,
                          g_object_ref (self));
}

/* The disk */

JsonObject *
yc_saved_plan_to_json (YcSavedPlan *self)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", self->id);
  if (self->json != NULL)
    json_object_set_object_member (object, "told", json_object_ref (self->json));
  return object;
}

/* A plan that was on its way and is no longer in the outbox has arrived: saving it once more is
 * answered the same. */
void
yc_saved_plan_restore (YcSavedPlan *self,
                       JsonObject  *json)
{
  const char *id = yc_json_get_string (json, "id", NULL);
  JsonObject *told = yc_json_get_object (json, "told");

  if (id == NULL || !g_uuid_string_is_valid (id))
    return;
  g_free (self->id);
  g_free (self->local_number);
  self->id = g_strdup (id);
  self->local_number = yc_plan_number_compose_local (id);
  if (told != NULL)
    {
      take (self, told);
      self->state = YC_SAVED_PLAN_SAVED;
    }
  if (is_on_its_way (self))
    self->state = YC_SAVED_PLAN_WAITING;
  else if (find_command (self, TRUE) != NULL)
    self->state = YC_SAVED_PLAN_REFUSED;
}

/* What is known of it */

const char *
yc_saved_plan_get_id (YcSavedPlan *self)
{
  g_return_val_if_fail (YC_IS_SAVED_PLAN (self), NULL);

  return self->id;
}

const char *
yc_saved_plan_get_number (YcSavedPlan *self)
{
  g_return_val_if_fail (YC_IS_SAVED_PLAN (self), NULL);

  return yc_json_get_string (self->json, "number", self->local_number);
}

gboolean
yc_saved_plan_get_local (YcSavedPlan *self)
{
  g_return_val_if_fail (YC_IS_SAVED_PLAN (self), FALSE);

  return self->json == NULL;
}

YcSavedPlanState
yc_saved_plan_get_state (YcSavedPlan *self)
{
  g_return_val_if_fail (YC_IS_SAVED_PLAN (self), YC_SAVED_PLAN_NEW);

  return self->state;
}

gint64
yc_saved_plan_get_version (YcSavedPlan *self)
{
  g_return_val_if_fail (YC_IS_SAVED_PLAN (self), 0);

  return yc_json_get_int (self->json, "version", 0);
}

const char *
yc_saved_plan_get_title (YcSavedPlan *self)
{
  g_return_val_if_fail (YC_IS_SAVED_PLAN (self), NULL);

  return yc_json_get_string (self->json, "title", "");
}

const char *
yc_saved_plan_get_need (YcSavedPlan *self)
{
  g_return_val_if_fail (YC_IS_SAVED_PLAN (self), NULL);

  return yc_json_get_string (self->json, "need", "");
}

char *
yc_saved_plan_dup_name (YcSavedPlan *self)
{
  g_return_val_if_fail (YC_IS_SAVED_PLAN (self), NULL);

  return yc_name_mask (
    yc_json_get_string (yc_json_get_object (self->json, "citizen"), "name", ""));
}

char *
yc_saved_plan_dup_id_number (YcSavedPlan *self)
{
  g_return_val_if_fail (YC_IS_SAVED_PLAN (self), NULL);

  return yc_id_number_mask (
    yc_json_get_string (yc_json_get_object (self->json, "citizen"), "id_number", ""));
}

GDateTime *
yc_saved_plan_get_updated_at (YcSavedPlan *self)
{
  g_return_val_if_fail (YC_IS_SAVED_PLAN (self), NULL);

  return self->updated_at;
}

#define GET_PERSON(getter, object, name)                                                         \
  const char *yc_saved_plan_get_##getter (YcSavedPlan *self)                                     \
  {                                                                                              \
    g_return_val_if_fail (YC_IS_SAVED_PLAN (self), NULL);                                        \
                                                                                                 \
    return yc_json_get_string (yc_json_get_object (self->json, object), name, "");               \
  }

GET_PERSON (asked_first, "asked_first", "name")
GET_PERSON (holder, "holder", "name")
GET_PERSON (holder_id, "holder", "id")

/* (nullable) */
static JsonObject *
get_last (YcSavedPlan *self)
{
  JsonArray *hand_overs = yc_json_get_array (self->json, "hand_overs");
  guint n = hand_overs != NULL ? json_array_get_length (hand_overs) : 0;

  return n > 0 ? yc_json_node_get_object (json_array_get_element (hand_overs, n - 1)) : NULL;
}

#define GET_LAST(getter, name)                                                                   \
  const char *yc_saved_plan_get_##getter (YcSavedPlan *self)                                     \
  {                                                                                              \
    g_return_val_if_fail (YC_IS_SAVED_PLAN (self), NULL);                                        \
                                                                                                 \
    return yc_json_get_string (get_last (self), name, "");                                       \
  }

GET_LAST (hand_over, "state")
GET_LAST (due, "due")
GET_LAST (note, "note")
GET_LAST (answered_by, "answered_by")
GET_LAST (answer, "answer")

#define GET_END(getter, object, name)                                                            \
  const char *yc_saved_plan_get_##getter (YcSavedPlan *self)                                     \
  {                                                                                              \
    g_return_val_if_fail (YC_IS_SAVED_PLAN (self), NULL);                                        \
                                                                                                 \
    return yc_json_get_string (yc_json_get_object (get_last (self), object), name, "");          \
  }

GET_END (to_kind, "to", "kind")
GET_END (to, "to", "name")
GET_END (from, "from", "name")

const char *
yc_saved_plan_get_hand_over_title (YcSavedPlan *self)
{
  static const struct
  {
    const char *state;
    const char *title;
  } titles[] = {
    { "open", N_("waits to be accepted") },
    { "accepted", N_("accepted") },
    { "declined", N_("declined") },
    { "withdrawn", N_("taken back") },
  };
  const char *state = yc_saved_plan_get_hand_over (self);

  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++)
    if (g_str_equal (titles[i].state, state))
      return _(titles[i].title);
  return "";
}
