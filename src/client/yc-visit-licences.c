/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the licence store has of the citizen: of the kinds that the plan's lists and items name, and of
 * no others. Asked once name and ID number are whole and nobody types any more, for what came new to
 * the plan since; kept in memory only. With the line down nothing is known, and the clerk asks. */
#include "yc-visit-licences.h"

#include "yc-day.h"
#include "yc-json.h"
#include "yc-licence-kind.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* As many as the service takes at once. */
#define MAX_NAMED 50
#define DATE_LENGTH 10

struct _YcVisitLicences
{
  GObject       parent_instance;

  YcParts      *parts;
  YcCitizen    *citizen;
  YcPlan       *plan;
  char         *person;         /* whom the answers are about */
  guint         pause;          /* the source that waits for the end of the typing */
  GHashTable   *asked;          /* kinds */
  GHashTable   *asking;         /* those that are on their way */
  GCancellable *cancellable;
  JsonObject   *held;           /* {"words", "valid_until"} by kind, as facts name it */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YcVisitLicences, yc_visit_licences, G_TYPE_OBJECT)

static void
stop (YcVisitLicences *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_hash_table_remove_all (self->asking);
}

static void
yc_visit_licences_dispose (GObject *object)
{
  YcVisitLicences *self = YC_VISIT_LICENCES (object);

  stop (self);
  g_clear_handle_id (&self->pause, g_source_remove);
  g_clear_object (&self->plan);
  g_clear_object (&self->citizen);
  g_clear_object (&self->parts);
  G_OBJECT_CLASS (yc_visit_licences_parent_class)->dispose (object);
}

static void
yc_visit_licences_finalize (GObject *object)
{
  YcVisitLicences *self = YC_VISIT_LICENCES (object);

  g_free (self->person);
  g_hash_table_unref (self->asked);
  g_hash_table_unref (self->asking);
  json_object_unref (self->held);
  G_OBJECT_CLASS (yc_visit_licences_parent_class)->finalize (object);
}

static void
yc_visit_licences_class_init (YcVisitLicencesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = yc_visit_licences_dispose;
  G_OBJECT_CLASS (klass)->finalize = yc_visit_licences_finalize;

  signals[CHANGED] = g_signal_new ("changed", YC_TYPE_VISIT_LICENCES, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
yc_visit_licences_init (YcVisitLicences *self)
{
  self->asked = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->asking = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->held = json_object_new ();
}

/* What came new to the plan */

typedef void (*CollectFunc) (JsonObject *document,
                             GHashTable *kinds);

/* Names @id in @named when @document names a kind that was not asked for. */
static void
name_document (YcVisitLicences *self,
               const char      *id,
               JsonObject      *document,
               CollectFunc      collect,
               JsonArray       *named)
{
  g_autoptr (GHashTable) kinds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer kind;
  gboolean is_new = FALSE;

  if (json_array_get_length (named) >= MAX_NAMED)
    return;
  collect (document, kinds);
  g_hash_table_iter_init (&iter, kinds);
  while (g_hash_table_iter_next (&iter, &kind, NULL))
    if (!g_hash_table_contains (self->asked, kind))
      is_new |= g_hash_table_add (self->asking, g_strdup (kind));
  if (is_new)
    json_array_add_string_element (named, id);
}

static JsonArray *
name_lists (YcVisitLicences *self)
{
  GListModel *lists = yc_plan_get_asked_lists (self->plan);
  JsonArray *named = json_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (lists); i++)
    {
      g_autoptr (YcQuestionList) list = g_list_model_get_item (lists, i);

      name_document (self, yc_question_list_get_id (list), yc_question_list_get_json (list),
                     yc_licence_kind_collect_list, named);
    }
  return named;
}

static JsonArray *
name_items (YcVisitLicences *self)
{
  GListModel *entries = yc_plan_get_entries (self->plan);
  JsonArray *named = json_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (YcPlanEntry) entry = g_list_model_get_item (entries, i);
      YcItem *item = yc_plan_entry_get_item (entry);

      if (item != NULL)
        name_document (self, yc_item_get_code (item), yc_item_get_json (item),
                       yc_licence_kind_collect_item, named);
    }
  return named;
}

/* Asking */

static char *
write_words (JsonObject *licence)
{
  g_autofree char *day =
      g_strndup (yc_json_get_string (licence, "issued_at", ""), DATE_LENGTH);

  /* Translators: a certificate's title, the end of its number, a date. */
  return g_strdup_printf (_("%s, number %s, issued on %s"), yc_json_get_string (licence, "title", ""),
                          yc_json_get_string (licence, "serial", ""), day);
}

static JsonObject *
describe (JsonObject *licence)
{
  JsonObject *held = json_object_new ();
  g_autofree char *words = write_words (licence);
  const char *until = yc_json_get_string (licence, "valid_until", NULL);

  json_object_set_string_member (held, "words", words);
  if (yc_day_is_valid (until))
    json_object_set_string_member (held, "valid_until", until);
  return held;
}

static void
take_answer (YcVisitLicences *self,
             JsonArray       *licences)
{
  for (guint i = 0; licences != NULL && i < json_array_get_length (licences); i++)
    {
      JsonObject *licence = yc_json_node_get_object (json_array_get_element (licences, i));
      const char *kind = yc_json_get_string (licence, "kind", NULL);

      /* Nothing that nobody asked for. */
      if (kind != NULL && g_hash_table_contains (self->asking, kind))
        json_object_set_object_member (self->held, kind, describe (licence));
    }
}

static void update (YcVisitLicences *self);

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (YcVisitLicences) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (YcReply) reply = yc_http_ask_finish (YC_HTTP (source), result, &error);
  GHashTableIter iter;
  gpointer kind;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->cancellable);
  if (reply == NULL)
    {
      g_hash_table_remove_all (self->asking);
      return;
    }
  take_answer (self, yc_json_get_array (yc_reply_get_object (reply), "licences"));
  g_hash_table_iter_init (&iter, self->asking);
  while (g_hash_table_iter_next (&iter, &kind, NULL))
    g_hash_table_add (self->asked, g_strdup (kind));
  g_hash_table_remove_all (self->asking);
  g_signal_emit (self, signals[CHANGED], 0);
  update (self);
}

static void
send (YcVisitLicences *self,
      JsonObject      *query)
{
  g_autoptr (JsonObject) person = yc_citizen_to_json (self->citizen);
  g_autoptr (JsonNode) body = yc_json_object_node (json_object_ref (query));
  YcRequest request = {
    .method = "POST", .path = "/people/licences", .expect = YC_EXPECT_JSON, .body = body,
  };

  json_object_set_string_member (query, "id_number", yc_json_get_string (person, "id_number", ""));
  json_object_set_string_member (query, "name", yc_json_get_string (person, "name", ""));
  self->cancellable = g_cancellable_new ();
  yc_http_send_async (self->parts->http, &request, self->cancellable, answered_cb,
                      g_object_ref (self));
}

static void
ask (YcVisitLicences *self)
{
  g_autoptr (JsonObject) query = json_object_new ();

  json_object_set_array_member (query, "lists", name_lists (self));
  json_object_set_array_member (query, "items", name_items (self));
  if (g_hash_table_size (self->asking) > 0)
    send (self, query);
}

/* Nothing while the person is not told whole. */
static char *
dup_person (YcVisitLicences *self)
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
forget (YcVisitLicences *self)
{
  gboolean any = json_object_get_size (self->held) > 0;

  stop (self);
  g_hash_table_remove_all (self->asked);
  json_object_unref (self->held);
  self->held = json_object_new ();
  if (any)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
update (YcVisitLicences *self)
{
  if (self->person != NULL && self->pause == 0 && self->cancellable == NULL &&
      yc_line_get_online (self->parts->line))
    ask (self);
}

static gboolean
typed_cb (gpointer user_data)
{
  YcVisitLicences *self = user_data;

  self->pause = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

static void
citizen_changed_cb (YcVisitLicences *self)
{
  g_autofree char *person = dup_person (self);

  if (g_strcmp0 (self->person, person) == 0)
    return;
  g_free (self->person);
  self->person = g_steal_pointer (&person);
  g_clear_handle_id (&self->pause, g_source_remove);
  if (self->person != NULL)
    self->pause =
        g_timeout_add (yc_http_get_limits (self->parts->http)->look_ms, typed_cb, self);
  forget (self);
}

YcVisitLicences *
yc_visit_licences_new (YcParts   *parts,
                       YcCitizen *citizen,
                       YcPlan    *plan)
{
  YcVisitLicences *self = g_object_new (YC_TYPE_VISIT_LICENCES, NULL);

  self->parts = g_object_ref (parts);
  self->citizen = g_object_ref (citizen);
  self->plan = g_object_ref (plan);
  g_signal_connect_object (citizen, "changed", G_CALLBACK (citizen_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (plan, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (parts->line, "notify::online", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  citizen_changed_cb (self);
  return self;
}

/* What has expired answers no question: the clerk asks. */
static gboolean
is_valid (JsonObject *held)
{
  g_autofree char *today = yc_day_dup_today ();
  const char *until = yc_json_get_string (held, "valid_until", NULL);

  return until == NULL || strcmp (until, today) >= 0;
}

void
yc_visit_licences_add (YcVisitLicences *self,
                       JsonObject      *facts,
                       JsonObject      *sources,
                       JsonObject      *store)
{
  g_autoptr (GList) kinds = json_object_get_members (self->held);

  for (GList *l = kinds; l != NULL; l = l->next)
    {
      g_autofree char *fact = g_strconcat (YC_LICENCE_KIND_FACT, l->data, NULL);
      JsonObject *held = json_object_get_object_member (self->held, l->data);

      json_object_set_object_member (store, l->data, json_object_ref (held));
      if (!is_valid (held))
        continue;
      json_object_set_boolean_member (facts, fact, TRUE);
      json_object_set_string_member (sources, fact, _("from the licence store"));
    }
}
