/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One visit: a citizen, the needs, the plan and the drafts that came of it. */
#include "yc-visit-private.h"

#include "yc-case-draft-private.h"
#include "yc-json.h"
#include "yc-saved-plan-private.h"
#include "yc-uuid.h"
#include "yc-visit-facts.h"

#include <glib/gi18n-lib.h>

struct _YcVisit
{
  GObject     parent_instance;

  YcParts    *parts;
  char       *id;
  char       *title;
  char       *need;
  char       *page;
  YcCitizen  *citizen;
  YcCitizen  *agent;
  YcPlan     *plan;
  YcVisitFacts *facts;
  YcSavedPlan *saved_plan;
  GListStore *drafts;
  GDateTime  *started_at;
  gboolean    attention;
  gboolean    saved;
  /* Changed since the last row was made of it. */
  gboolean    dirty;
  gboolean    loading;
};

typedef enum
{
  PROP_ID = 1,
  PROP_TITLE,
  PROP_CITIZEN,
  PROP_AGENT,
  PROP_PLAN,
  PROP_DRAFTS,
  PROP_STARTED_AT,
  PROP_SAVED,
  PROP_NEED,
  PROP_PAGE,
  PROP_ATTENTION,
  PROP_SAVED_PLAN,
} YcVisitProperty;

enum
{
  DIRTY,
  FLUSH,
  N_SIGNALS
};

static GParamSpec *properties[PROP_SAVED_PLAN + 1];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YcVisit, yc_visit, G_TYPE_OBJECT)

static void
notify (YcVisit         *self,
        YcVisitProperty  property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static guint
get_n_drafts (YcVisit *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->drafts));
}

/* (transfer none): the list store holds it. */
static YcCaseDraft *
nth_draft (YcVisit *self,
           guint    i)
{
  g_autoptr (YcCaseDraft) draft = g_list_model_get_item (G_LIST_MODEL (self->drafts), i);

  return draft;
}

/* What it is about: the cases, else the first question list, else the need as typed. */
static char *
dup_subject (YcVisit *self)
{
  GListModel *lists = yc_plan_get_lists (self->plan);
  guint n = get_n_drafts (self);

  if (n == 1)
    return g_strdup (yc_case_draft_get_item_title (nth_draft (self, 0)));
  if (n > 1)
    /* Translators: a tab's title, as in “阶梯水费 +2”: a case and how many more */
    return g_strdup_printf (_("%s +%u"), yc_case_draft_get_item_title (nth_draft (self, 0)), n - 1);
  if (g_list_model_get_n_items (lists) > 0)
    {
      g_autoptr (YcQuestionList) list = g_list_model_get_item (lists, 0);

      return g_strdup (yc_question_list_get_title (list));
    }
  return g_strdup (self->need);
}

static void
update_title (YcVisit *self)
{
  g_autofree char *subject = dup_subject (self);
  const char *name = yc_citizen_get_masked_name (self->citizen);
  g_autofree char *title = NULL;

  title = g_strstrip (g_strconcat (name, " ", subject, NULL));
  if (g_strcmp0 (self->title, title) == 0)
    return;
  g_free (self->title);
  self->title = g_steal_pointer (&title);
  notify (self, PROP_TITLE);
}

static void
changed_cb (YcVisit *self)
{
  if (self->loading)
    return;
  update_title (self);
  yc_visit_mark_dirty (self);
}

/* One form for several items: what they share is asked once, and each keeps its own copy. */
static void
carry_to_others (YcVisit     *self,
                 YcCaseDraft *from)
{
  for (guint i = 0; i < get_n_drafts (self); i++)
    if (nth_draft (self, i) != from)
      yc_case_draft_carry (nth_draft (self, i), from);
}

static void
draft_changed_cb (YcVisit     *self,
                  YcCaseDraft *draft)
{
  if (!self->loading)
    carry_to_others (self, draft);
  changed_cb (self);
}

static void
carry_from_others (YcVisit     *self,
                   YcCaseDraft *to)
{
  for (guint i = 0; i < get_n_drafts (self); i++)
    if (nth_draft (self, i) != to)
      yc_case_draft_carry (to, nth_draft (self, i));
}

static void
flush_cb (YcVisit *self)
{
  changed_cb (self);
  g_signal_emit (self, signals[FLUSH], 0);
}

static void
news_cb (YcVisit *self)
{
  if (!self->loading)
    yc_visit_set_attention (self, TRUE);
}

static void
set_text (YcVisit          *self,
          char            **place,
          const char       *text,
          YcVisitProperty   property)
{
  text = text != NULL ? text : "";
  if (g_str_equal (*place, text))
    return;
  g_free (*place);
  *place = g_strdup (text);
  notify (self, property);
  changed_cb (self);
}

static void
yc_visit_get_property (GObject    *object,
                       guint       property_id,
                       GValue     *value,
                       GParamSpec *pspec)
{
  YcVisit *self = YC_VISIT (object);

  switch ((YcVisitProperty) property_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_CITIZEN:
      g_value_set_object (value, self->citizen);
      break;
    case PROP_AGENT:
      g_value_set_object (value, self->agent);
      break;
    case PROP_PLAN:
      g_value_set_object (value, self->plan);
      break;
    case PROP_DRAFTS:
      g_value_set_object (value, self->drafts);
      break;
    case PROP_STARTED_AT:
      g_value_set_boxed (value, self->started_at);
      break;
    case PROP_SAVED:
      g_value_set_boolean (value, self->saved);
      break;
    case PROP_NEED:
      g_value_set_string (value, self->need);
      break;
    case PROP_PAGE:
      g_value_set_string (value, self->page);
      break;
    case PROP_ATTENTION:
      g_value_set_boolean (value, self->attention);
      break;
    case PROP_SAVED_PLAN:
      g_value_set_object (value, self->saved_plan);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
yc_visit_set_property (GObject      *object,
                       guint         property_id,
                       const GValue *value,
                       GParamSpec   *pspec)
{
  YcVisit *self = YC_VISIT (object);

  if (property_id == PROP_NEED)
    yc_visit_set_need (self, g_value_get_string (value));
  else if (property_id == PROP_PAGE)
    yc_visit_set_page (self, g_value_get_string (value));
  else if (property_id == PROP_ATTENTION)
    yc_visit_set_attention (self, g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
yc_visit_dispose (GObject *object)
{
  YcVisit *self = YC_VISIT (object);

  g_clear_object (&self->drafts);
  g_clear_object (&self->facts);
  g_clear_object (&self->plan);
  g_clear_object (&self->saved_plan);
  g_clear_object (&self->citizen);
  g_clear_object (&self->agent);
  g_clear_object (&self->parts);

  G_OBJECT_CLASS (yc_visit_parent_class)->dispose (object);
}

static void
yc_visit_finalize (GObject *object)
{
  YcVisit *self = YC_VISIT (object);

  g_free (self->id);
  g_free (self->title);
  g_free (self->need);
  g_free (self->page);
  g_clear_pointer (&self->started_at, g_date_time_unref);

  G_OBJECT_CLASS (yc_visit_parent_class)->finalize (object);
}

static void
yc_visit_class_init (YcVisitClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags read = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GParamFlags both = read | G_PARAM_WRITABLE;

  object_class->get_property = yc_visit_get_property;
  object_class->set_property = yc_visit_set_property;
  object_class->dispose = yc_visit_dispose;
  object_class->finalize = yc_visit_finalize;

  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, read);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, read);
  properties[PROP_CITIZEN] = g_param_spec_object ("citizen", NULL, NULL, YC_TYPE_CITIZEN, read);
  properties[PROP_AGENT] = g_param_spec_object ("agent", NULL, NULL, YC_TYPE_CITIZEN, read);
  properties[PROP_PLAN] = g_param_spec_object ("plan", NULL, NULL, YC_TYPE_PLAN, read);
  properties[PROP_DRAFTS] = g_param_spec_object ("drafts", NULL, NULL, G_TYPE_LIST_MODEL, read);
  properties[PROP_STARTED_AT] =
      g_param_spec_boxed ("started-at", NULL, NULL, G_TYPE_DATE_TIME, read);
  properties[PROP_SAVED] = g_param_spec_boolean ("saved", NULL, NULL, TRUE, read);
  properties[PROP_NEED] = g_param_spec_string ("need", NULL, NULL, NULL, both);
  properties[PROP_PAGE] = g_param_spec_string ("page", NULL, NULL, NULL, both);
  properties[PROP_ATTENTION] = g_param_spec_boolean ("attention", NULL, NULL, FALSE, both);
  properties[PROP_SAVED_PLAN] =
      g_param_spec_object ("saved-plan", NULL, NULL, YC_TYPE_SAVED_PLAN, read);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[DIRTY] = g_signal_new ("dirty", YC_TYPE_VISIT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
  signals[FLUSH] = g_signal_new ("flush", YC_TYPE_VISIT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
yc_visit_init (YcVisit *self)
{
  self->need = g_strdup ("");
  self->page = g_strdup ("");
  self->title = g_strdup ("");
  self->citizen = yc_citizen_new ();
  self->agent = yc_citizen_new ();
  self->drafts = g_list_store_new (YC_TYPE_CASE_DRAFT);
  self->saved = TRUE;
}

static YcVisit *
visit_new (YcParts    *parts,
           const char *id)
{
  YcVisit *self = g_object_new (YC_TYPE_VISIT, NULL);

  self->parts = g_object_ref (parts);
  self->id = g_strdup (id);
  self->plan = yc_plan_new (parts->catalog);
  self->facts = yc_visit_facts_new (parts, self->citizen, self->plan);
  self->saved_plan = yc_saved_plan_new (parts, id);
  g_signal_connect_object (self->saved_plan, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->citizen, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->agent, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->plan, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

static void
append_draft (YcVisit     *self,
              YcCaseDraft *draft)
{
  g_signal_connect_object (draft, "changed", G_CALLBACK (draft_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (draft, "flush", G_CALLBACK (flush_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (draft, "news", G_CALLBACK (news_cb), self, G_CONNECT_SWAPPED);
  g_list_store_append (self->drafts, draft);
  changed_cb (self);
}

/* (transfer full): a new, empty visit */
YcVisit *
yc_visit_new (YcParts *parts)
{
  g_autofree char *id = yc_uuid_v7_new ();
  YcVisit *self = visit_new (parts, id);

  self->started_at = g_date_time_new_now_local ();
  return self;
}

static void
load_content (YcVisit    *self,
              JsonObject *content)
{
  JsonNode *plan = yc_json_get_member (content, "plan");

  self->attention = yc_json_get_boolean (content, "attention", FALSE);
  yc_visit_set_need (self, yc_json_get_string (content, "need", ""));
  yc_visit_set_page (self, yc_json_get_string (content, "page", ""));
  yc_citizen_load_json (self->citizen, yc_json_get_object (content, "citizen"));
  yc_citizen_load_json (self->agent, yc_json_get_object (content, "agent"));
  if (plan != NULL)
    yc_plan_load_json (self->plan, plan, NULL);
  yc_saved_plan_restore (self->saved_plan, yc_json_get_object (content, "saved_plan"));
}

/* Fills a new visit from a plan of the service. */
void
yc_visit_take_plan (YcVisit    *self,
                    JsonObject *json)
{
  JsonNode *plan = yc_json_get_member (json, "plan");
  g_autoptr (JsonObject) restored = json_object_new ();

  self->loading = TRUE;
  json_object_set_string_member (restored, "id", yc_json_get_string (json, "id", ""));
  yc_saved_plan_restore (self->saved_plan, restored);
  yc_saved_plan_update (self->saved_plan, json);
  yc_visit_set_need (self, yc_json_get_string (json, "need", ""));
  yc_citizen_load_json (self->citizen, yc_json_get_object (json, "citizen"));
  yc_citizen_load_json (self->agent, yc_json_get_object (json, "agent"));
  if (plan != NULL)
    yc_plan_load_json (self->plan, plan, NULL);
  self->loading = FALSE;
  update_title (self);
}

/* (transfer full): a visit as it was saved */
YcVisit *
yc_visit_new_from_row (YcParts    *parts,
                       YcVisitRow *row)
{
  YcVisit *self = visit_new (parts, row->id);

  self->loading = TRUE;
  self->started_at = g_date_time_new_from_iso8601 (row->started_at, NULL);
  load_content (self, yc_json_node_get_object (row->content));
  for (guint i = 0; i < row->drafts->len; i++)
    {
      g_autoptr (YcCaseDraft) draft = NULL;

      draft = yc_case_draft_new_from_row (parts, self->citizen, self->agent, self->plan,
                                          g_ptr_array_index (row->drafts, i));
      append_draft (self, draft);
    }
  self->loading = FALSE;
  update_title (self);
  return self;
}

/* (transfer none): fills a new visit from a case of the service */
YcCaseDraft *
yc_visit_take_case (YcVisit  *self,
                    YcCase   *a_case,
                    GError  **error)
{
  JsonObject *json = yc_case_get_json (a_case);
  g_autoptr (YcCaseDraft) draft = NULL;

  yc_citizen_load_json (self->citizen, yc_json_get_object (json, "applicant"));
  yc_citizen_load_json (self->agent, yc_json_get_object (json, "agent"));
  draft = yc_case_draft_new_from_case (self->parts, self->citizen, self->agent, self->plan, a_case,
                                       error);
  if (draft == NULL)
    return NULL;
  append_draft (self, draft);
  return draft;
}

gboolean
yc_visit_is_dirty (YcVisit *self)
{
  return self->dirty;
}

/* Something in it is to be saved. */
void
yc_visit_mark_dirty (YcVisit *self)
{
  self->dirty = TRUE;
  yc_visit_set_saved (self, FALSE);
  g_signal_emit (self, signals[DIRTY], 0);
}

/* (transfer full): what to save; it counts as clean from now on. */
YcVisitRow *
yc_visit_to_row (YcVisit    *self,
                 const char *user_id)
{
  YcVisitRow *row = yc_visit_row_new (self->id);
  JsonObject *content = json_object_new ();

  row->user_id = g_strdup (user_id);
  row->started_at = yc_time_format (self->started_at);
  json_object_set_string_member (content, "need", self->need);
  json_object_set_string_member (content, "page", self->page);
  json_object_set_boolean_member (content, "attention", self->attention);
  json_object_set_object_member (content, "citizen", yc_citizen_to_json (self->citizen));
  json_object_set_object_member (content, "agent", yc_citizen_to_json (self->agent));
  json_object_set_member (content, "plan", yc_plan_to_json (self->plan));
  json_object_set_object_member (content, "saved_plan", yc_saved_plan_to_json (self->saved_plan));
  row->content = yc_json_object_node (content);
  for (guint i = 0; i < get_n_drafts (self); i++)
    yc_case_draft_save (nth_draft (self, i), row, i);
  self->dirty = FALSE;
  return row;
}

void
yc_visit_set_saved (YcVisit  *self,
                    gboolean  saved)
{
  if (self->saved == saved)
    return;
  self->saved = saved;
  notify (self, PROP_SAVED);
}

const char *
yc_visit_get_id (YcVisit *self)
{
  g_return_val_if_fail (YC_IS_VISIT (self), NULL);

  return self->id;
}

const char *
yc_visit_get_title (YcVisit *self)
{
  g_return_val_if_fail (YC_IS_VISIT (self), NULL);

  return self->title;
}

YcCitizen *
yc_visit_get_citizen (YcVisit *self)
{
  g_return_val_if_fail (YC_IS_VISIT (self), NULL);

  return self->citizen;
}

YcCitizen *
yc_visit_get_agent (YcVisit *self)
{
  g_return_val_if_fail (YC_IS_VISIT (self), NULL);

  return self->agent;
}

YcPlan *
yc_visit_get_plan (YcVisit *self)
{
  g_return_val_if_fail (YC_IS_VISIT (self), NULL);

  return self->plan;
}

YcSavedPlan *
yc_visit_get_saved_plan (YcVisit *self)
{
  g_return_val_if_fail (YC_IS_VISIT (self), NULL);

  return self->saved_plan;
}

GListModel *
yc_visit_get_drafts (YcVisit *self)
{
  g_return_val_if_fail (YC_IS_VISIT (self), NULL);

  return G_LIST_MODEL (self->drafts);
}

GDateTime *
yc_visit_get_started_at (YcVisit *self)
{
  g_return_val_if_fail (YC_IS_VISIT (self), NULL);

  return self->started_at;
}

gboolean
yc_visit_get_saved (YcVisit *self)
{
  g_return_val_if_fail (YC_IS_VISIT (self), FALSE);

  return self->saved;
}

const char *
yc_visit_get_need (YcVisit *self)
{
  g_return_val_if_fail (YC_IS_VISIT (self), NULL);

  return self->need;
}

void
yc_visit_set_need (YcVisit    *self,
                   const char *need)
{
  g_return_if_fail (YC_IS_VISIT (self));

  set_text (self, &self->need, need, PROP_NEED);
}

const char *
yc_visit_get_page (YcVisit *self)
{
  g_return_val_if_fail (YC_IS_VISIT (self), NULL);

  return self->page;
}

void
yc_visit_set_page (YcVisit    *self,
                   const char *page)
{
  g_return_if_fail (YC_IS_VISIT (self));

  set_text (self, &self->page, page, PROP_PAGE);
}

gboolean
yc_visit_get_attention (YcVisit *self)
{
  g_return_val_if_fail (YC_IS_VISIT (self), FALSE);

  return self->attention;
}

void
yc_visit_set_attention (YcVisit  *self,
                        gboolean  attention)
{
  g_return_if_fail (YC_IS_VISIT (self));

  attention = !!attention;
  if (self->attention == attention)
    return;
  self->attention = attention;
  notify (self, PROP_ATTENTION);
  changed_cb (self);
}

static YcCaseDraft *
find_unsent (YcVisit    *self,
             const char *item_code)
{
  for (guint i = 0; i < get_n_drafts (self); i++)
    if (g_str_equal (yc_case_draft_get_item_code (nth_draft (self, i)), item_code) &&
        yc_case_draft_get_state (nth_draft (self, i)) == YC_CASE_DRAFT_DRAFT)
      return nth_draft (self, i);
  return NULL;
}

YcCaseDraft *
yc_visit_add_draft (YcVisit     *self,
                    const char  *item_code,
                    GError     **error)
{
  g_autoptr (YcCaseDraft) draft = NULL;
  YcCaseDraft *present;

  g_return_val_if_fail (YC_IS_VISIT (self), NULL);
  g_return_val_if_fail (item_code != NULL, NULL);

  present = find_unsent (self, item_code);
  if (present != NULL)
    return present;
  draft = yc_case_draft_new (self->parts, self->citizen, self->agent, self->plan, item_code, error);
  if (draft == NULL)
    return NULL;
  append_draft (self, draft);
  carry_from_others (self, draft);
  return draft;
}

YcCaseDraft *
yc_visit_find_draft (YcVisit    *self,
                     const char *case_id)
{
  g_return_val_if_fail (YC_IS_VISIT (self), NULL);

  for (guint i = 0; case_id != NULL && i < get_n_drafts (self); i++)
    if (g_str_equal (yc_case_draft_get_case_id (nth_draft (self, i)), case_id))
      return nth_draft (self, i);
  return NULL;
}

gboolean
yc_visit_remove_draft (YcVisit     *self,
                       YcCaseDraft *draft)
{
  guint position;

  g_return_val_if_fail (YC_IS_VISIT (self), FALSE);
  g_return_val_if_fail (YC_IS_CASE_DRAFT (draft), FALSE);

  if (yc_case_draft_get_command (draft) != NULL ||
      !g_list_store_find (self->drafts, draft, &position))
    return FALSE;
  /* Writes keep their order: a save of this draft that is under way comes first. */
  yc_visit_table_delete_async (self->parts->storage, self->id, yc_case_draft_get_case_id (draft),
                               NULL, NULL);
  yc_case_draft_release_files (draft);
  g_signal_handlers_disconnect_by_data (draft, self);
  g_list_store_remove (self->drafts, position);
  changed_cb (self);
  return TRUE;
}

gboolean
yc_visit_get_unsent (YcVisit *self)
{
  g_return_val_if_fail (YC_IS_VISIT (self), FALSE);

  for (guint i = 0; i < get_n_drafts (self); i++)
    {
      YcCaseDraft *draft = nth_draft (self, i);
      YcCaseDraftState state = yc_case_draft_get_state (draft);

      if (state == YC_CASE_DRAFT_PARKED ||
          (state == YC_CASE_DRAFT_DRAFT && !yc_case_draft_is_empty (draft)))
        return TRUE;
    }
  return FALSE;
}
