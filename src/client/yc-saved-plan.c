/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A plan as the service keeps it, or will once it has taken it. */
#include "yc-saved-plan-private.h"

#include "yc-client-error.h"
#include "yc-command-private.h"
#include "yc-id-number.h"
#include "yc-json.h"
#include "yc-outbox-private.h"
#include "yc-plan-contents.h"
#include "yc-plan-number.h"
#include "yc-uuid.h"

#include <glib/gi18n-lib.h>

/* What the outbox has of a hand-over. */
typedef enum
{
  PASSING_NOTHING,
  PASSING_WAITS,
  PASSING_REFUSED,
} Passing;

struct _YcSavedPlan
{
  GObject           parent_instance;

  YcParts          *parts;
  char             *id;
  char             *local_number;
  /* What the service told last; NULL before it has the plan. */
  JsonObject       *json;
  /* What it told last with the contents that the visit here goes on from: of one version with @json,
   * or older when others changed something since. */
  JsonObject       *base;
  GDateTime        *updated_at;
  YcSavedPlanState  state;
  /* How many are being journalled, the last's id, and why it could not be. */
  guint             n_adding;
  char             *last_id;
  Passing           passing;
  GError           *error;
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
  g_free (self->last_id);
  g_clear_pointer (&self->json, json_object_unref);
  g_clear_pointer (&self->base, json_object_unref);
  g_clear_error (&self->error);
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

/* The outbox */

static gboolean
is_own (YcSavedPlan *self,
        YcCommand   *command)
{
  return g_strcmp0 (yc_command_get_order_key (command), self->id) == 0;
}

/* The others hand it over, or answer that. */
static gboolean
is_save (YcCommand *command)
{
  const char *path = yc_command_get_path (command);

  return g_str_equal (path, "/plans") || g_str_has_suffix (path, "/contents");
}

static gboolean
is_hand_over (YcCommand *command)
{
  return g_str_has_suffix (yc_command_get_path (command), "/hand-overs");
}

/* (transfer none) (nullable): the last save or hand-over in the outbox, which holds it */
static YcCommand *
find_command (YcSavedPlan *self,
              gboolean     save,
              gboolean     parked)
{
  GListModel *commands = self->parts != NULL ? G_LIST_MODEL (self->parts->outbox) : NULL;

  for (guint i = commands != NULL ? g_list_model_get_n_items (commands) : 0; i > 0; i--)
    {
      g_autoptr (YcCommand) command = g_list_model_get_item (commands, i - 1);

      if (is_own (self, command) && (save ? is_save (command) : is_hand_over (command)) &&
          (yc_command_get_state (command) == YC_COMMAND_PARKED) == parked)
        return command;
    }
  return NULL;
}

static YcSavedPlanState
find_state (YcSavedPlan *self)
{
  if (self->n_adding > 0)
    return YC_SAVED_PLAN_WAITING;
  if (self->error != NULL || find_command (self, TRUE, TRUE) != NULL)
    return YC_SAVED_PLAN_REFUSED;
  if (find_command (self, TRUE, FALSE) != NULL)
    return YC_SAVED_PLAN_WAITING;
  return self->base != NULL ? YC_SAVED_PLAN_SAVED : YC_SAVED_PLAN_NEW;
}

static Passing
find_passing (YcSavedPlan *self)
{
  if (find_command (self, FALSE, TRUE) != NULL)
    return PASSING_REFUSED;
  return find_command (self, FALSE, FALSE) != NULL ? PASSING_WAITS : PASSING_NOTHING;
}

static void
update_state (YcSavedPlan *self)
{
  self->state = find_state (self);
  self->passing = find_passing (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
set_base (YcSavedPlan *self,
          JsonObject  *json)
{
  json_object_ref (json);
  g_clear_pointer (&self->base, json_object_unref);
  self->base = json;
}

static void
take (YcSavedPlan *self,
      JsonObject  *json)
{
  json_object_ref (json);
  g_clear_pointer (&self->json, json_object_unref);
  g_clear_pointer (&self->updated_at, g_date_time_unref);
  self->json = json;
  self->updated_at =
    g_date_time_new_from_iso8601 (yc_json_get_string (json, "updated_at", ""), NULL);
}

/* What others only passed on or answered is no other version of what was saved. */
void
yc_saved_plan_update (YcSavedPlan *self,
                      JsonObject  *json)
{
  if (yc_json_get_int (json, "version", 0) <= yc_json_get_int (self->json, "version", 0))
    return;
  take (self, json);
  if (self->base == NULL || yc_plan_contents_equal (json, self->base))
    set_base (self, json);
  update_state (self);
}

void
yc_saved_plan_rebase (YcSavedPlan *self,
                      JsonObject  *json)
{
  set_base (self, json);
  if (yc_json_get_int (json, "version", 0) >= yc_json_get_int (self->json, "version", 0))
    take (self, json);
  update_state (self);
}

static char *
dup_etag (JsonObject *json)
{
  return g_strdup_printf ("\"%" G_GINT64_FORMAT "\"", yc_json_get_int (json, "version", 0));
}

/* A save that waits behind a hand-over goes on from what that left, unless others changed something
 * before it. In memory only: after a restart the service tells of a conflict, see is_only_passed(). */
static void
tell_version (YcSavedPlan *self)
{
  YcCommand *next = find_command (self, TRUE, FALSE);
  g_autofree char *etag = dup_etag (self->base);

  if (next != NULL && !yc_command_get_behind (next))
    yc_command_set_if_match (next, etag);
}

static void
sent_cb (YcOutbox    *outbox,
         YcCommand   *command,
         JsonNode    *answer,
         YcSavedPlan *self)
{
  JsonObject *told = yc_json_node_get_object (answer);

  if (!is_own (self, command))
    return;
  if (told != NULL && is_save (command))
    set_base (self, told);
  if (told != NULL)
    {
      yc_saved_plan_update (self, told);
      if (!is_save (command))
        tell_version (self);
    }
  update_state (self);
}

/* The service has a newer version, but nobody saved other contents: somebody answered a hand-over,
 * or an answer to this desk was lost. */
static gboolean
is_only_passed (YcSavedPlan *self,
                YcCommand   *command)
{
  JsonObject *theirs = yc_command_get_server_version (command);
  JsonObject *ours = yc_json_node_get_object (yc_command_get_body (command));

  return theirs != NULL && yc_json_get_boolean (theirs, "may_change", FALSE) &&
         (yc_plan_contents_equal (theirs, self->base) || yc_plan_contents_equal (theirs, ours));
}

static void
renewed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (YcSavedPlan) self = user_data;

  yc_outbox_retry_finish (YC_OUTBOX (source), result, NULL);
  self->n_adding--;
  update_state (self);
}

static void
parked_cb (YcOutbox    *outbox,
           YcCommand   *command,
           YcSavedPlan *self)
{
  JsonObject *theirs = yc_command_get_server_version (command);

  if (!is_own (self, command))
    return;
  if (is_save (command) && is_only_passed (self, command))
    {
      g_autofree char *etag = dup_etag (theirs);

      self->n_adding++;
      yc_outbox_retry_async (outbox, command, etag, NULL, renewed_cb, g_object_ref (self));
      yc_saved_plan_rebase (self, theirs);
      return;
    }
  /* What is here stays based on what it was until somebody has chosen. */
  if (theirs != NULL)
    take (self, theirs);
  update_state (self);
}

/* Something was journalled, renewed or discarded, mostly of others. */
static void
outbox_changed_cb (YcSavedPlan *self)
{
  Passing passing = find_passing (self);

  if (passing != self->passing || find_state (self) != self->state)
    update_state (self);
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
  g_signal_connect_object (parts->outbox, "items-changed", G_CALLBACK (outbox_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (parts->outbox, "notify::n-parked", G_CALLBACK (outbox_changed_cb), self,
                           G_CONNECT_SWAPPED);
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
  set_base (self, json);
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
  g_autoptr (YcCommand) command = yc_outbox_add_finish (YC_OUTBOX (source), result, &self->error);

  self->n_adding--;
  update_state (self);
}

/* Whether nothing was changed since it was saved last. */
static gboolean
is_saved_so (YcSavedPlan *self,
             JsonObject  *contents)
{
  YcCommand *last = find_command (self, TRUE, FALSE);

  if (self->n_adding > 0 || self->state == YC_SAVED_PLAN_REFUSED)
    return FALSE;
  return yc_plan_contents_equal (
    contents, last != NULL ? yc_json_node_get_object (yc_command_get_body (last)) : self->base);
}

/* What is sent behind another save is based on what that leaves; what takes the place of a refused
 * one, and of all behind it, on what the visit goes on from. */
static char *
dup_base (YcSavedPlan *self)
{
  YcCommand *last = find_command (self, TRUE, FALSE);

  if (self->n_adding > 0)
    return g_strconcat (YC_COMMAND_BEHIND, self->last_id, NULL);
  if (last == NULL || yc_saved_plan_get_refused (self) != NULL)
    return dup_etag (self->base);
  return g_strconcat (YC_COMMAND_BEHIND, yc_command_get_id (last), NULL);
}

/* Whether the service was never asked to keep it, or refused to. */
static gboolean
is_new (YcSavedPlan *self)
{
  return self->base == NULL && self->n_adding == 0 && find_command (self, TRUE, FALSE) == NULL;
}

void
yc_saved_plan_send (YcSavedPlan *self,
                    JsonObject  *contents)
{
  gboolean new = is_new (self);
  g_autofree char *path = new ? g_strdup ("/plans") : g_strdup_printf ("/plans/%s/contents", self->id);
  g_autofree char *etag = new ? NULL : dup_base (self);
  g_autoptr (JsonNode) body = NULL;

  if (is_saved_so (self, contents))
    return;
  if (new)
    json_object_set_string_member (contents, "id", self->id);
  body = yc_json_object_node (json_object_ref (contents));
  g_clear_error (&self->error);
  self->n_adding++;
  g_free (self->last_id);
  self->last_id = yc_uuid_v7_new ();
  yc_outbox_submit_async (self->parts->outbox, self->last_id, path, body, NULL, etag, self->id,
                          _("Plan of a visit"), yc_saved_plan_get_refused (self), NULL, added_cb,
                          g_object_ref (self));
  update_state (self);
}

YcCommand *
yc_saved_plan_get_refused (YcSavedPlan *self)
{
  g_return_val_if_fail (YC_IS_SAVED_PLAN (self), NULL);

  return find_command (self, TRUE, TRUE);
}

/* The disk */

JsonObject *
yc_saved_plan_to_json (YcSavedPlan *self)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "id", self->id);
  if (self->base != NULL)
    json_object_set_object_member (object, "told", json_object_ref (self->base));
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
  g_clear_pointer (&self->base, json_object_unref);
  if (told != NULL)
    {
      take (self, told);
      set_base (self, told);
    }
  update_state (self);
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

  return yc_json_get_int (self->base, "version", 0);
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

const GError *
yc_saved_plan_get_error (YcSavedPlan *self)
{
  YcCommand *refused;

  g_return_val_if_fail (YC_IS_SAVED_PLAN (self), NULL);

  refused = find_command (self, TRUE, TRUE);
  return refused != NULL ? yc_command_get_error (refused) : self->error;
}

gboolean
yc_saved_plan_get_may_change (YcSavedPlan *self)
{
  g_return_val_if_fail (YC_IS_SAVED_PLAN (self), FALSE);

  return self->json == NULL || yc_json_get_boolean (self->json, "may_change", FALSE);
}

/* (nullable): to whom a hand-over in the outbox is */
static const char *
get_addressee (YcCommand *command)
{
  JsonObject *body =
    command != NULL ? yc_json_node_get_object (yc_command_get_body (command)) : NULL;

  return yc_json_get_string (yc_json_get_object (body, "to"), "name", NULL);
}

const char *
yc_saved_plan_get_waiting_for (YcSavedPlan *self)
{
  g_return_val_if_fail (YC_IS_SAVED_PLAN (self), NULL);

  return get_addressee (find_command (self, FALSE, FALSE));
}

const char *
yc_saved_plan_get_refused_by (YcSavedPlan *self)
{
  g_return_val_if_fail (YC_IS_SAVED_PLAN (self), NULL);

  return get_addressee (find_command (self, FALSE, TRUE));
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
GET_LAST (answered_at, "answered_at")

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
