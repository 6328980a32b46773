/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A case as the clerk fills it in, from the first field to the live case at the service. */
#include "yc-case-draft-inside-private.h"

#include "yc-json.h"
#include "yc-uuid.h"

typedef enum
{
  PROP_CASE_ID = 1,
  PROP_ITEM,
  PROP_ITEM_CODE,
  PROP_ITEM_TITLE,
  PROP_CITIZEN,
  PROP_FORM,
  PROP_MATERIALS,
  PROP_N_MATERIALS_MISSING,
  PROP_STATE,
  PROP_EDITABLE,
  PROP_READY,
  PROP_CASE,
  PROP_COMMAND,
} YcCaseDraftProperty;

enum
{
  CHANGED,
  FLUSH,
  NEWS,
  N_SIGNALS
};

static GParamSpec *properties[PROP_COMMAND + 1];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YcCaseDraft, yc_case_draft, G_TYPE_OBJECT)

static void
notify (YcCaseDraft         *self,
        YcCaseDraftProperty  property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

void
yc_case_draft_emit_changed (YcCaseDraft *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

void
yc_case_draft_emit_flush (YcCaseDraft *self)
{
  g_signal_emit (self, signals[FLUSH], 0);
}

/* Readiness */

static gboolean
is_complete (YcCaseDraft *self)
{
  return yc_citizen_get_complete (self->citizen) &&
         (yc_citizen_get_empty (self->agent) || yc_citizen_get_complete (self->agent)) &&
         !yc_delivery_wish_lacks_address (self->wish, yc_citizen_get_email (self->citizen)) &&
         yc_draft_sheet_is_complete (self->sheet);
}

void
yc_case_draft_update_ready (YcCaseDraft *self)
{
  guint n_missing = yc_draft_sheet_count_missing (self->sheet);
  gboolean ready;

  if (self->n_materials_missing != n_missing)
    {
      self->n_materials_missing = n_missing;
      notify (self, PROP_N_MATERIALS_MISSING);
    }
  ready = yc_case_draft_get_editable (self) && is_complete (self);
  if (self->ready != ready)
    {
      self->ready = ready;
      notify (self, PROP_READY);
    }
}

static void
edited_cb (YcCaseDraft *self)
{
  yc_case_draft_update_ready (self);
  yc_case_draft_emit_changed (self);
}

/* What the desk knows */

static JsonNode *
known_new (YcCaseDraft *self)
{
  JsonObject *known = json_object_new ();
  const char *place = yc_session_get_place (self->parts->session);
  JsonObject *place_object = yc_catalog_get_place (self->parts->catalog, place);

  json_object_set_object_member (known, "applicant", yc_citizen_to_json (self->citizen));
  json_object_set_object_member (known, "agent", yc_citizen_to_json (self->agent));
  yc_draft_records_add (self->records, known);
  json_object_set_object_member (known, "answers",
                                 json_object_ref (yc_plan_get_answers (self->plan)));
  if (place_object != NULL)
    json_object_set_object_member (known, "place", json_object_ref (place_object));
  return yc_json_object_node (known);
}

static void
fill_form (YcCaseDraft *self)
{
  g_autoptr (JsonNode) known = NULL;

  if (!yc_case_draft_get_editable (self))
    return;
  known = known_new (self);
  yc_draft_sheet_fill (self->sheet, known);
}

/* Only for a form that is filled from there, and only while it is being filled. */
static gboolean
needs_records (YcCaseDraft *self)
{
  return yc_case_draft_get_state (self) == YC_CASE_DRAFT_DRAFT &&
         yc_draft_sheet_needs_records (self->sheet);
}

static void
records_gone_cb (YcCaseDraft *self)
{
  if (yc_case_draft_get_editable (self))
    yc_draft_sheet_forget_records (self->sheet);
}

static void
citizen_changed_cb (YcCaseDraft *self)
{
  if (needs_records (self))
    yc_draft_records_update_soon (self->records);
  fill_form (self);
  yc_case_draft_update_ready (self);
}

/* Where it stands */

static void
update_editable (YcCaseDraft *self)
{
  gboolean editable = yc_case_draft_get_editable (self);

  if (self->editable != editable)
    {
      self->editable = editable;
      notify (self, PROP_EDITABLE);
    }
  yc_case_draft_update_ready (self);
}

void
yc_case_draft_set_submitting (YcCaseDraft *self,
                              gboolean     submitting)
{
  self->submitting = submitting;
  update_editable (self);
}

static void
state_cb (YcCaseDraft *self)
{
  notify (self, PROP_STATE);
  update_editable (self);
}

static void
case_cb (YcCaseDraft *self)
{
  notify (self, PROP_CASE);
}

static void
command_cb (YcCaseDraft *self)
{
  notify (self, PROP_COMMAND);
}

static void
news_cb (YcCaseDraft *self)
{
  g_signal_emit (self, signals[NEWS], 0);
}

/* Object */

static void
yc_case_draft_get_property (GObject    *object,
                            guint       property_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  YcCaseDraft *self = YC_CASE_DRAFT (object);

  switch ((YcCaseDraftProperty) property_id)
    {
    case PROP_CASE_ID:
      g_value_set_string (value, self->case_id);
      break;
    case PROP_ITEM:
      g_value_set_object (value, yc_case_draft_get_item (self));
      break;
    case PROP_ITEM_CODE:
      g_value_set_string (value, yc_case_draft_get_item_code (self));
      break;
    case PROP_ITEM_TITLE:
      g_value_set_string (value, yc_case_draft_get_item_title (self));
      break;
    case PROP_CITIZEN:
      g_value_set_object (value, self->citizen);
      break;
    case PROP_FORM:
      g_value_set_object (value, yc_case_draft_get_form (self));
      break;
    case PROP_MATERIALS:
      g_value_set_object (value, yc_case_draft_get_materials (self));
      break;
    case PROP_N_MATERIALS_MISSING:
      g_value_set_uint (value, self->n_materials_missing);
      break;
    case PROP_STATE:
      g_value_set_int (value, (int) yc_case_draft_get_state (self));
      break;
    case PROP_EDITABLE:
      g_value_set_boolean (value, yc_case_draft_get_editable (self));
      break;
    case PROP_READY:
      g_value_set_boolean (value, self->ready);
      break;
    case PROP_CASE:
      g_value_set_object (value, yc_case_draft_get_case (self));
      break;
    case PROP_COMMAND:
      g_value_set_object (value, yc_case_draft_get_command (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
yc_case_draft_dispose (GObject *object)
{
  YcCaseDraft *self = YC_CASE_DRAFT (object);

  if (self->sheet != NULL)
    g_signal_handlers_disconnect_by_data (self->sheet, self);
  g_clear_object (&self->sheet);
  if (self->course != NULL)
    g_signal_handlers_disconnect_by_data (self->course, self);
  g_clear_object (&self->course);
  if (self->records != NULL)
    g_signal_handlers_disconnect_by_data (self->records, self);
  g_clear_object (&self->records);
  g_clear_object (&self->wish);
  g_clear_object (&self->citizen);
  g_clear_object (&self->agent);
  g_clear_object (&self->plan);
  g_clear_object (&self->parts);

  G_OBJECT_CLASS (yc_case_draft_parent_class)->dispose (object);
}

static void
yc_case_draft_finalize (GObject *object)
{
  YcCaseDraft *self = YC_CASE_DRAFT (object);

  g_free (self->case_id);
  g_clear_pointer (&self->kept_answers, json_node_unref);

  G_OBJECT_CLASS (yc_case_draft_parent_class)->finalize (object);
}

static void
yc_case_draft_class_init (YcCaseDraftClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = yc_case_draft_get_property;
  object_class->dispose = yc_case_draft_dispose;
  object_class->finalize = yc_case_draft_finalize;

  properties[PROP_CASE_ID] = g_param_spec_string ("case-id", NULL, NULL, NULL, flags);
  properties[PROP_ITEM] = g_param_spec_object ("item", NULL, NULL, YC_TYPE_ITEM, flags);
  properties[PROP_ITEM_CODE] = g_param_spec_string ("item-code", NULL, NULL, NULL, flags);
  properties[PROP_ITEM_TITLE] = g_param_spec_string ("item-title", NULL, NULL, NULL, flags);
  properties[PROP_CITIZEN] = g_param_spec_object ("citizen", NULL, NULL, YC_TYPE_CITIZEN, flags);
  properties[PROP_FORM] = g_param_spec_object ("form", NULL, NULL, YC_TYPE_FORM, flags);
  properties[PROP_MATERIALS] =
      g_param_spec_object ("materials", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  properties[PROP_N_MATERIALS_MISSING] = g_param_spec_uint ("n-materials-missing", NULL, NULL, 0,
                                                            G_MAXUINT, 0, flags);
  properties[PROP_STATE] = g_param_spec_int ("state", NULL, NULL, YC_CASE_DRAFT_DRAFT,
                                             YC_CASE_DRAFT_MENDING, YC_CASE_DRAFT_DRAFT, flags);
  properties[PROP_EDITABLE] = g_param_spec_boolean ("editable", NULL, NULL, TRUE, flags);
  properties[PROP_READY] = g_param_spec_boolean ("ready", NULL, NULL, FALSE, flags);
  properties[PROP_CASE] = g_param_spec_object ("case", NULL, NULL, YC_TYPE_CASE, flags);
  properties[PROP_COMMAND] = g_param_spec_object ("command", NULL, NULL, YC_TYPE_COMMAND, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[CHANGED] = g_signal_new ("changed", YC_TYPE_CASE_DRAFT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  signals[FLUSH] = g_signal_new ("flush", YC_TYPE_CASE_DRAFT, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 0);
  signals[NEWS] = g_signal_new ("news", YC_TYPE_CASE_DRAFT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
}

static void
yc_case_draft_init (YcCaseDraft *self)
{
  self->editable = TRUE;
}

/* Making one */

/* (transfer none) (nullable): the item in the plan, when question lists led to it */
static YcPlanEntry *
find_entry (YcCaseDraft *self)
{
  GListModel *entries = yc_plan_get_entries (self->plan);
  const char *code = yc_draft_sheet_get_item_code (self->sheet);

  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (YcPlanEntry) entry = g_list_model_get_item (entries, i);
      YcItem *item = yc_plan_entry_get_item (entry);

      if (item != NULL && g_str_equal (yc_item_get_code (item), code))
        return *yc_plan_entry_get_list_ids (entry) != NULL ? entry : NULL;
    }
  return NULL;
}

/* The check-list is the plan's. While a question is open the plan is half a plan; what was handed in
 * is not touched. */
void
yc_case_draft_follow_plan (YcCaseDraft *self)
{
  if (yc_case_draft_get_state (self) == YC_CASE_DRAFT_DRAFT && yc_case_draft_get_editable (self) &&
      yc_plan_is_complete (self->plan))
    yc_draft_sheet_choose_materials (self->sheet, find_entry (self));
}

/* The catalog has come, or has the item again. */
static void
find_item_again (YcCaseDraft *self)
{
  if (yc_case_draft_get_item (self) != NULL || !yc_draft_sheet_open (self->sheet, NULL))
    return;
  yc_case_draft_follow_plan (self);
  notify (self, PROP_ITEM);
  notify (self, PROP_ITEM_TITLE);
  notify (self, PROP_FORM);
  yc_case_draft_update_ready (self);
}

YcCaseDraft *
yc_case_draft_create (YcParts    *parts,
                      YcCitizen  *citizen,
                      YcCitizen  *agent,
                      YcPlan     *plan,
                      const char *case_id,
                      const char *item_code)
{
  YcCaseDraft *self = g_object_new (YC_TYPE_CASE_DRAFT, NULL);

  self->parts = g_object_ref (parts);
  self->citizen = g_object_ref (citizen);
  self->agent = g_object_ref (agent);
  self->plan = g_object_ref (plan);
  self->case_id = g_strdup (case_id);
  self->sheet = yc_draft_sheet_new (parts->catalog, item_code);
  self->course = yc_draft_course_new (parts, case_id);
  self->wish = yc_delivery_wish_new ();
  g_signal_connect_object (self->wish, "changed", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sheet, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (citizen, "changed", G_CALLBACK (citizen_changed_cb), self,
                           G_CONNECT_SWAPPED);
  self->records = yc_draft_records_new (parts, citizen, item_code);
  g_signal_connect_object (self->records, "arrived", G_CALLBACK (fill_form), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->records, "gone", G_CALLBACK (records_gone_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (agent, "changed", G_CALLBACK (citizen_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->course, "state", G_CALLBACK (state_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->course, "case", G_CALLBACK (case_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->course, "command", G_CALLBACK (command_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->course, "changed", G_CALLBACK (yc_case_draft_emit_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->course, "news", G_CALLBACK (news_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (parts->catalog, "notify::version", G_CALLBACK (find_item_again), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (plan, "changed", G_CALLBACK (yc_case_draft_follow_plan), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/* (transfer full): a new draft with a new case id */
YcCaseDraft *
yc_case_draft_new (YcParts     *parts,
                   YcCitizen   *citizen,
                   YcCitizen   *agent,
                   YcPlan      *plan,
                   const char  *item_code,
                   GError     **error)
{
  g_autofree char *case_id = yc_uuid_v7_new ();
  g_autoptr (YcCaseDraft) self =
      yc_case_draft_create (parts, citizen, agent, plan, case_id, item_code);

  if (!yc_draft_sheet_open (self->sheet, error))
    return NULL;
  yc_case_draft_follow_plan (self);
  if (needs_records (self))
    yc_draft_records_update (self->records);
  fill_form (self);
  yc_case_draft_update_ready (self);
  return g_steal_pointer (&self);
}

/* What was typed into @from's form and is asked in this one too is not typed again. */
void
yc_case_draft_carry (YcCaseDraft *self,
                     YcCaseDraft *from)
{
  if (yc_case_draft_get_state (self) == YC_CASE_DRAFT_DRAFT && yc_case_draft_get_editable (self))
    yc_draft_sheet_carry (self->sheet, from->sheet);
}

/* Whether nothing was filled in yet. */
gboolean
yc_case_draft_is_empty (YcCaseDraft *self)
{
  return yc_case_draft_get_state (self) == YC_CASE_DRAFT_DRAFT &&
         yc_draft_sheet_is_empty (self->sheet);
}

/* Getters */

const char *
yc_case_draft_get_case_id (YcCaseDraft *self)
{
  g_return_val_if_fail (YC_IS_CASE_DRAFT (self), NULL);

  return self->case_id;
}

YcItem *
yc_case_draft_get_item (YcCaseDraft *self)
{
  g_return_val_if_fail (YC_IS_CASE_DRAFT (self), NULL);

  return yc_draft_sheet_get_item (self->sheet);
}

const char *
yc_case_draft_get_item_code (YcCaseDraft *self)
{
  g_return_val_if_fail (YC_IS_CASE_DRAFT (self), NULL);

  return yc_draft_sheet_get_item_code (self->sheet);
}

const char *
yc_case_draft_get_item_title (YcCaseDraft *self)
{
  g_return_val_if_fail (YC_IS_CASE_DRAFT (self), NULL);

  return yc_draft_sheet_get_title (self->sheet);
}

YcCitizen *
yc_case_draft_get_citizen (YcCaseDraft *self)
{
  g_return_val_if_fail (YC_IS_CASE_DRAFT (self), NULL);

  return self->citizen;
}

YcForm *
yc_case_draft_get_form (YcCaseDraft *self)
{
  g_return_val_if_fail (YC_IS_CASE_DRAFT (self), NULL);

  return yc_draft_sheet_get_form (self->sheet);
}

YcDeliveryWish *
yc_case_draft_get_wish (YcCaseDraft *self)
{
  g_return_val_if_fail (YC_IS_CASE_DRAFT (self), NULL);

  return self->wish;
}

YcAttachments *
yc_case_draft_get_attachments (YcCaseDraft *self)
{
  g_return_val_if_fail (YC_IS_CASE_DRAFT (self), NULL);

  return self->parts->attachments;
}

GListModel *
yc_case_draft_get_materials (YcCaseDraft *self)
{
  g_return_val_if_fail (YC_IS_CASE_DRAFT (self), NULL);

  return yc_draft_sheet_get_materials (self->sheet);
}

guint
yc_case_draft_get_n_materials_missing (YcCaseDraft *self)
{
  g_return_val_if_fail (YC_IS_CASE_DRAFT (self), 0);

  return self->n_materials_missing;
}

YcCaseDraftState
yc_case_draft_get_state (YcCaseDraft *self)
{
  g_return_val_if_fail (YC_IS_CASE_DRAFT (self), YC_CASE_DRAFT_DRAFT);

  return yc_draft_course_get_state (self->course);
}

gboolean
yc_case_draft_get_editable (YcCaseDraft *self)
{
  g_return_val_if_fail (YC_IS_CASE_DRAFT (self), FALSE);

  return !self->submitting && yc_draft_course_get_editable (self->course);
}

gboolean
yc_case_draft_get_ready (YcCaseDraft *self)
{
  g_return_val_if_fail (YC_IS_CASE_DRAFT (self), FALSE);

  return self->ready;
}

YcCase *
yc_case_draft_get_case (YcCaseDraft *self)
{
  g_return_val_if_fail (YC_IS_CASE_DRAFT (self), NULL);

  return yc_draft_course_get_case (self->course);
}

YcCommand *
yc_case_draft_get_command (YcCaseDraft *self)
{
  g_return_val_if_fail (YC_IS_CASE_DRAFT (self), NULL);

  return yc_draft_course_get_command (self->course);
}
