/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A case as the clerk fills it in, from the first field to the live case at the service. */
#include "yc-case-draft-private.h"

#include "yc-attachments-private.h"
#include "yc-difference-private.h"
#include "yc-draft-course.h"
#include "yc-draft-records.h"
#include "yc-draft-sheet.h"
#include "yc-json.h"
#include "yc-outbox-private.h"
#include "yc-uuid.h"

struct _YcCaseDraft
{
  GObject        parent_instance;

  YcParts       *parts;
  YcCitizen     *citizen;
  YcCitizen     *agent;
  YcPlan        *plan;

  char          *case_id;
  YcDraftSheet  *sheet;
  YcDraftCourse *course;
  YcDraftRecords *records;
  /* What the case was taken in under, when the visit's plan is empty. */
  JsonNode      *kept_answers;
  gboolean       submitting;

  /* As last told. */
  gboolean       editable;
  gboolean       ready;
  guint          n_materials_missing;
};

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

static void
changed (YcCaseDraft *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Readiness */

static gboolean
is_complete (YcCaseDraft *self)
{
  return yc_citizen_get_complete (self->citizen) &&
         (yc_citizen_get_empty (self->agent) || yc_citizen_get_complete (self->agent)) &&
         yc_draft_sheet_is_complete (self->sheet);
}

static void
update_ready (YcCaseDraft *self)
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
  update_ready (self);
  changed (self);
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
static void
update_records (YcCaseDraft *self)
{
  if (yc_case_draft_get_state (self) == YC_CASE_DRAFT_DRAFT &&
      yc_draft_sheet_needs_records (self->sheet))
    yc_draft_records_update (self->records);
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
  update_records (self);
  fill_form (self);
  update_ready (self);
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
  update_ready (self);
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

static YcCaseDraft *
draft_new (YcParts    *parts,
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
  g_signal_connect_object (self->course, "changed", G_CALLBACK (changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->course, "news", G_CALLBACK (news_cb), self, G_CONNECT_SWAPPED);
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
  g_autoptr (YcCaseDraft) self = draft_new (parts, citizen, agent, plan, case_id, item_code);

  if (!yc_draft_sheet_open (self->sheet, error))
    return NULL;
  update_records (self);
  fill_form (self);
  update_ready (self);
  return g_steal_pointer (&self);
}

/* The catalog has come, or has the item again. */
static void
find_item_again (YcCaseDraft *self)
{
  if (yc_case_draft_get_item (self) != NULL || !yc_draft_sheet_open (self->sheet, NULL))
    return;
  notify (self, PROP_ITEM);
  notify (self, PROP_ITEM_TITLE);
  notify (self, PROP_FORM);
  update_ready (self);
}

/* (transfer full): a draft as it was saved; one whose item is gone from the catalog is kept */
YcCaseDraft *
yc_case_draft_new_from_row (YcParts    *parts,
                            YcCitizen  *citizen,
                            YcCitizen  *agent,
                            YcPlan     *plan,
                            YcDraftRow *row)
{
  YcCaseDraft *self = draft_new (parts, citizen, agent, plan, row->case_id, row->item_code);
  JsonObject *content = yc_json_node_get_object (row->content);
  JsonNode *answers = yc_json_get_member (content, "answers");

  self->kept_answers = answers != NULL ? json_node_ref (answers) : NULL;
  yc_draft_sheet_open (self->sheet, NULL);
  yc_draft_sheet_load (self->sheet, yc_json_get_string (content, "item_title", NULL),
                       yc_json_get_member (content, "materials"),
                       yc_json_get_member (content, "form"));
  yc_draft_sheet_restore_sources (self->sheet, yc_json_get_member (content, "sources"));
  yc_draft_course_restore (self->course, row->state, row->command_id,
                           yc_json_get_object (content, "case"),
                           yc_json_get_string (content, "base", NULL),
                           (guint) yc_json_get_int (content, "base_tries", 0));
  update_ready (self);
  g_signal_connect_object (parts->catalog, "notify::version", G_CALLBACK (find_item_again), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/* (transfer full): a draft that shows a case of the service, to mend it when it was returned */
YcCaseDraft *
yc_case_draft_new_from_case (YcParts    *parts,
                             YcCitizen  *citizen,
                             YcCitizen  *agent,
                             YcPlan     *plan,
                             YcCase     *a_case,
                             GError    **error)
{
  g_autoptr (YcCaseDraft) self = NULL;
  JsonObject *json = yc_case_get_json (a_case);
  JsonNode *answers = yc_json_get_member (json, "answers");

  self = draft_new (parts, citizen, agent, plan, yc_case_get_id (a_case),
                    yc_case_get_item_code (a_case));
  if (!yc_draft_sheet_open (self->sheet, error))
    return NULL;
  self->kept_answers = answers != NULL ? json_node_ref (answers) : NULL;
  yc_draft_sheet_load (self->sheet, NULL, yc_json_get_member (json, "materials"),
                       yc_json_get_member (json, "form"));
  yc_draft_course_set_case (self->course, a_case);
  update_ready (self);
  return g_steal_pointer (&self);
}

/* Saving */

static JsonNode *
answers_to_json (YcCaseDraft *self)
{
  if (self->kept_answers != NULL && yc_plan_is_empty (self->plan))
    return json_node_ref (self->kept_answers);
  return yc_json_object_node (json_object_ref (yc_plan_get_answers (self->plan)));
}

static void
save_base (YcCaseDraft *self,
           JsonObject  *content)
{
  guint n_tries;
  const char *base = yc_draft_course_get_base (self->course, &n_tries);

  if (base == NULL)
    return;
  json_object_set_string_member (content, "base", base);
  json_object_set_int_member (content, "base_tries", n_tries);
}

/**
 * yc_case_draft_save:
 * @self: a draft
 * @visit: the row of its visit
 * @position: its place in the visit
 *
 * Adds its row to its visit's.
 */
void
yc_case_draft_save (YcCaseDraft *self,
                    YcVisitRow  *visit,
                    guint        position)
{
  YcDraftRow *row =
      yc_visit_row_add_draft (visit, self->case_id, yc_case_draft_get_item_code (self));
  JsonObject *content = json_object_new ();
  YcCase *a_case = yc_case_draft_get_case (self);

  row->position = position;
  row->state = g_strdup (yc_draft_course_get_word (self->course));
  json_object_set_string_member (content, "item_title", yc_case_draft_get_item_title (self));
  json_object_set_member (content, "materials", yc_draft_sheet_dup_materials (self->sheet));
  json_object_set_member (content, "form", yc_draft_sheet_dup_form (self->sheet));
  json_object_set_member (content, "sources", yc_draft_sheet_dup_sources (self->sheet));
  if (self->kept_answers != NULL)
    json_object_set_member (content, "answers", json_node_ref (self->kept_answers));
  if (a_case != NULL)
    json_object_set_object_member (content, "case", json_object_ref (yc_case_get_json (a_case)));
  save_base (self, content);
  row->content = yc_json_object_node (content);
}

void
yc_case_draft_release_files (YcCaseDraft *self)
{
  g_autoptr (JsonNode) form = yc_draft_sheet_dup_form (self->sheet);

  yc_attachments_release (self->parts->attachments, form);
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

char **
yc_case_draft_dup_refusals (YcCaseDraft *self)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  YcCommand *command;
  JsonArray *problems;

  g_return_val_if_fail (YC_IS_CASE_DRAFT (self), NULL);

  command = yc_case_draft_get_command (self);
  problems = command != NULL ? yc_command_get_problems (command) : NULL;
  for (guint i = 0; problems != NULL && i < json_array_get_length (problems); i++)
    {
      JsonObject *one = yc_json_node_get_object (json_array_get_element (problems, i));
      g_autofree char *name =
          yc_difference_name (yc_case_draft_get_item (self), yc_case_draft_get_form (self),
                              yc_json_get_string (one, "pointer", ""));
      g_autofree char *line =
          g_strdup_printf ("%s: %s", name, yc_json_get_string (one, "message", ""));

      g_strv_builder_add (lines, line);
    }
  return g_strv_builder_end (lines);
}

/* Submitting */

/* (transfer full): what would be sent now */
JsonNode *
yc_case_draft_dup_submission (YcCaseDraft *self)
{
  JsonObject *body = json_object_new ();

  if (yc_case_draft_get_case (self) == NULL)
    {
      json_object_set_string_member (body, "id", self->case_id);
      json_object_set_string_member (body, "item", yc_case_draft_get_item_code (self));
    }
  json_object_set_int_member (body, "catalog_version",
                              yc_catalog_get_version (self->parts->catalog));
  json_object_set_object_member (body, "applicant", yc_citizen_to_json (self->citizen));
  if (!yc_citizen_get_empty (self->agent))
    json_object_set_object_member (body, "agent", yc_citizen_to_json (self->agent));
  json_object_set_member (body, "answers", answers_to_json (self));
  json_object_set_member (body, "materials", yc_draft_sheet_dup_materials (self->sheet));
  if (yc_case_draft_get_form (self) != NULL)
    json_object_set_string_member (body, "filled_on",
                                   yc_form_get_today (yc_case_draft_get_form (self)));
  json_object_set_member (body, "form", yc_draft_sheet_dup_submission (self->sheet));
  return yc_json_object_node (body);
}

/* The user has seen both: what is filled in here takes the place of @a_case. */
void
yc_case_draft_build_on (YcCaseDraft *self,
                        YcCase      *a_case)
{
  yc_draft_course_set_base (self->course, a_case);
  changed (self);
}

/* The user has seen both: what is filled in here becomes what @a_case has. */
void
yc_case_draft_take_theirs (YcCaseDraft *self,
                           YcCase      *a_case)
{
  JsonObject *json = yc_case_get_json (a_case);

  yc_citizen_load_json (self->citizen, yc_json_get_object (json, "applicant"));
  yc_citizen_load_json (self->agent, yc_json_get_object (json, "agent"));
  yc_draft_sheet_load (self->sheet, NULL, yc_json_get_member (json, "materials"),
                       yc_json_get_member (json, "form"));
  yc_case_draft_build_on (self, a_case);
  update_ready (self);
}

static void
set_submitting (YcCaseDraft *self,
                gboolean     submitting)
{
  self->submitting = submitting;
  update_editable (self);
}

static void
submitted_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  YcCaseDraft *self = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (YcCommand) command = yc_outbox_add_finish (YC_OUTBOX (source), result, &error);

  if (command != NULL)
    yc_draft_course_set_command (self->course, command);
  set_submitting (self, FALSE);
  if (command != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static gboolean
check_submittable (YcCaseDraft  *self,
                   GError      **error)
{
  if (!yc_case_draft_get_editable (self))
    {
      g_set_error_literal (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_STATE,
                           "The case is on its way or with the reviewer");
      return FALSE;
    }
  yc_draft_sheet_check (self->sheet);
  update_ready (self);
  if (self->ready)
    return TRUE;
  g_set_error_literal (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_INCOMPLETE,
                       "The draft has missing or wrong fields");
  return FALSE;
}

void
yc_case_draft_submit_async (YcCaseDraft         *self,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (JsonNode) body = NULL;
  g_autoptr (JsonArray) files = NULL;
  g_autofree char *path = NULL;
  g_autofree char *etag = NULL;
  GError *error = NULL;
  YcCase *a_case;

  g_return_if_fail (YC_IS_CASE_DRAFT (self));

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, yc_case_draft_submit_async);
  g_task_set_check_cancellable (task, FALSE);
  if (!check_submittable (self, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  a_case = yc_case_draft_get_case (self);
  if (a_case != NULL)
    {
      path = g_strdup_printf ("/cases/%s/submissions", self->case_id);
      etag = g_strdup (yc_draft_course_get_base (self->course, NULL));
    }
  body = yc_case_draft_dup_submission (self);
  files = yc_draft_sheet_list_files (self->sheet, yc_json_get_member (
                                                      yc_json_node_get_object (body), "form"));
  set_submitting (self, TRUE);
  g_signal_emit (self, signals[FLUSH], 0);
  yc_outbox_submit_async (self->parts->outbox, path != NULL ? path : "/cases", body, files,
                          etag,
                          self->case_id, yc_case_draft_get_item_title (self),
                          yc_case_draft_get_command (self),
                          cancellable, submitted_cb, g_steal_pointer (&task));
}

gboolean
yc_case_draft_submit_finish (YcCaseDraft   *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
