/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the service knows of the person a draft is for: the newest certificate of each item, and what
 * was filled in last time. Asked once name and ID number are whole, and again when they change; kept
 * in memory only. With the line down nothing is known. */
#include "yc-draft-records.h"

#include "yc-json.h"

struct _YcDraftRecords
{
  GObject       parent_instance;

  YcParts      *parts;
  YcCitizen    *citizen;
  char         *item;
  char         *person;         /* whom the answer is about, or will be */
  gboolean      asked;
  guint         pause;      /* the source that waits for the end of the typing */
  GCancellable *cancellable;
  JsonObject   *answer;
};

enum
{
  ARRIVED,
  GONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YcDraftRecords, yc_draft_records, G_TYPE_OBJECT)

static void
stop (YcDraftRecords *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->answer, json_object_unref);
  self->asked = FALSE;
}

static void
yc_draft_records_dispose (GObject *object)
{
  YcDraftRecords *self = YC_DRAFT_RECORDS (object);

  stop (self);
  g_clear_handle_id (&self->pause, g_source_remove);
  g_clear_object (&self->citizen);
  g_clear_object (&self->parts);
  G_OBJECT_CLASS (yc_draft_records_parent_class)->dispose (object);
}

static void
yc_draft_records_finalize (GObject *object)
{
  YcDraftRecords *self = YC_DRAFT_RECORDS (object);

  g_free (self->item);
  g_free (self->person);
  G_OBJECT_CLASS (yc_draft_records_parent_class)->finalize (object);
}

static void
yc_draft_records_class_init (YcDraftRecordsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = yc_draft_records_dispose;
  G_OBJECT_CLASS (klass)->finalize = yc_draft_records_finalize;

  signals[ARRIVED] = g_signal_new ("arrived", YC_TYPE_DRAFT_RECORDS, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[GONE] = g_signal_new ("gone", YC_TYPE_DRAFT_RECORDS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
}

static void
yc_draft_records_init (YcDraftRecords *self)
{
}

/* What could not be asked before is asked now. */
static void
online_cb (YcDraftRecords *self)
{
  if (self->person != NULL)
    yc_draft_records_update (self);
}

/* @item: the item whose earlier case is asked for; nothing is asked before the first update */
YcDraftRecords *
yc_draft_records_new (YcParts    *parts,
                      YcCitizen  *citizen,
                      const char *item)
{
  YcDraftRecords *self = g_object_new (YC_TYPE_DRAFT_RECORDS, NULL);

  self->parts = g_object_ref (parts);
  self->citizen = g_object_ref (citizen);
  self->item = g_strdup (item);
  g_signal_connect_object (parts->line, "notify::online", G_CALLBACK (online_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (YcDraftRecords) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (YcReply) reply = yc_http_ask_finish (YC_HTTP (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  if (reply == NULL)
    {
      self->asked = FALSE;
      return;
    }
  self->answer = json_object_ref (yc_reply_get_object (reply));
  g_signal_emit (self, signals[ARRIVED], 0);
}

static void
ask (YcDraftRecords *self)
{
  g_autoptr (JsonObject) person = yc_citizen_to_json (self->citizen);
  JsonObject *query = json_object_new ();
  g_autoptr (JsonNode) body = yc_json_object_node (query);
  YcRequest request = {
    .method = "POST", .path = "/people/records", .expect = YC_EXPECT_JSON, .body = body,
  };

  json_object_set_string_member (query, "id_number", yc_json_get_string (person, "id_number", ""));
  json_object_set_string_member (query, "name", yc_json_get_string (person, "name", ""));
  json_object_set_string_member (query, "item", self->item);
  self->asked = TRUE;
  self->cancellable = g_cancellable_new ();
  yc_http_send_async (self->parts->http, &request, self->cancellable, answered_cb,
                      g_object_ref (self));
}

/* Nothing while the person is not told whole. */
static char *
dup_person (YcDraftRecords *self)
{
  g_autoptr (JsonObject) person = NULL;

  if (!yc_citizen_get_complete (self->citizen))
    return NULL;
  person = yc_citizen_to_json (self->citizen);
  return g_strconcat (yc_json_get_string (person, "id_number", ""), " ",
                      yc_json_get_string (person, "name", ""), NULL);
}

/* What is known of another is forgotten. */
static void
take_person (YcDraftRecords *self)
{
  g_autofree char *person = dup_person (self);

  if (self->person != NULL && g_strcmp0 (self->person, person) != 0)
    {
      stop (self);
      g_clear_handle_id (&self->pause, g_source_remove);
      g_clear_pointer (&self->person, g_free);
      g_signal_emit (self, signals[GONE], 0);
    }
  if (self->person == NULL)
    self->person = g_steal_pointer (&person);
}

/**
 * yc_draft_records_update:
 * @self: the records
 *
 * Asks for the present person, if that was not done. What is known of another is forgotten.
 */
void
yc_draft_records_update (YcDraftRecords *self)
{
  take_person (self);
  if (self->person != NULL && !self->asked && self->pause == 0 &&
      yc_line_get_online (self->parts->line))
    ask (self);
}

static gboolean
typed_cb (gpointer user_data)
{
  YcDraftRecords *self = user_data;

  self->pause = 0;
  yc_draft_records_update (self);
  return G_SOURCE_REMOVE;
}

/**
 * yc_draft_records_update_soon:
 * @self: the records
 *
 * As yc_draft_records_update(), once nobody types the person any more.
 */
void
yc_draft_records_update_soon (YcDraftRecords *self)
{
  take_person (self);
  if (self->person != NULL && !self->asked && self->pause == 0)
    self->pause =
        g_timeout_add (yc_http_get_limits (self->parts->http)->look_ms, typed_cb, self);
}

static void
add_licences (JsonArray  *licences,
              JsonObject *known)
{
  JsonObject *forms = json_object_new ();
  JsonObject *titles = json_object_new ();

  for (guint i = 0; licences != NULL && i < json_array_get_length (licences); i++)
    {
      JsonObject *licence = yc_json_node_get_object (json_array_get_element (licences, i));
      const char *item = yc_json_get_string (licence, "item", NULL);
      JsonObject *form = yc_json_get_object (licence, "form");

      if (item == NULL || form == NULL)
        continue;
      json_object_set_object_member (forms, item, json_object_ref (form));
      json_object_set_string_member (titles, item, yc_json_get_string (licence, "title", item));
    }
  json_object_set_object_member (known, "licences", forms);
  json_object_set_object_member (known, "licence_titles", titles);
}

/* Adds "licences", "licence_titles" and "earlier" as far as they are known. */
void
yc_draft_records_add (YcDraftRecords *self,
                      JsonObject     *known)
{
  JsonObject *earlier = yc_json_get_object (self->answer, "earlier");
  JsonObject *form = yc_json_get_object (earlier, "form");

  if (self->answer == NULL)
    return;
  add_licences (yc_json_get_array (self->answer, "licences"), known);
  if (form != NULL)
    json_object_set_object_member (known, "earlier", json_object_ref (form));
}
