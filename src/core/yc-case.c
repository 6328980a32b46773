/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A case as the service last told it: one application for one item, from intake to the end. */
#include "yc-case.h"

#include "yc-core-error.h"
#include "yc-json.h"
#include "yc-property-private.h"
#include "yc-uuid.h"

struct _YcCase
{
  GObject       parent_instance;

  JsonObject   *json;
  GDateTime    *submitted_at;
  GDateTime    *updated_at;
  YcCaseReturn *last_return;
  YcCaseState   state;
  gint64        whole_version;
};

/* What only the whole case tells, so that a summary must not take it away. */
static const char *const whole_members[] = { "applicant", "answers", "materials", "form", "tries",
                                             "delivery", "deliveries" };

G_DEFINE_FINAL_TYPE (YcCase, yc_case, G_TYPE_OBJECT)

typedef enum
{
  PROP_ID = 1,
  PROP_NUMBER,
  PROP_VERSION,
  PROP_STATE,
  PROP_ITEM_CODE,
  PROP_ITEM_TITLE,
  PROP_PLACE,
  PROP_APPLICANT_NAME,
  PROP_APPLICANT_ID_NUMBER,
  PROP_CLERK_ID,
  PROP_CLERK_NAME,
  PROP_SUBMITTED_AT,
  PROP_UPDATED_AT,
  PROP_STEP,
  PROP_N_STEPS,
  PROP_LEVEL,
  PROP_CERTIFICATE_SERIAL,
  PROP_LAST_RETURN,
  PROP_N_TRIES,
  PROP_WHOLE,
  PROP_JSON,
} YcCaseProperty;

#define N_PROPERTIES (PROP_JSON + 1)

static GParamSpec *properties[N_PROPERTIES];

static const char *
get_part (YcCase     *self,
          const char *part,
          const char *name)
{
  return yc_json_get_string (yc_json_get_object (self->json, part), name, NULL);
}

static void
set_time (GDateTime  **time,
          JsonObject  *json,
          const char  *name)
{
  const char *text = yc_json_get_string (json, name, NULL);
  g_autoptr (GDateTime) now = text != NULL ? g_date_time_new_from_iso8601 (text, NULL) : NULL;

  if (now != NULL && *time != NULL && g_date_time_equal (now, *time))
    return;
  g_clear_pointer (time, g_date_time_unref);
  *time = g_steal_pointer (&now);
}

/* A summary says it outright, and is then newer than the tries that may stand beside it. */
static JsonObject *
find_last_return (JsonObject *json)
{
  JsonObject *last = yc_json_get_object (json, "last_return");
  JsonArray *tries = yc_json_get_array (json, "tries");
  guint n = tries != NULL ? json_array_get_length (tries) : 0;

  while (last == NULL && n-- > 0)
    {
      JsonObject *try = yc_json_node_get_object (json_array_get_element (tries, n));
      JsonObject *decision = yc_json_get_object (try, "decision");

      if (g_strcmp0 (yc_json_get_string (decision, "kind", NULL), "return") == 0)
        last = decision;
    }
  return last;
}

static gboolean
is_same_return (YcCaseReturn *a,
                YcCaseReturn *b)
{
  GDateTime *at_a = yc_case_return_get_at (a), *at_b = yc_case_return_get_at (b);

  return at_a != NULL && at_b != NULL && g_date_time_equal (at_a, at_b) &&
         g_str_equal (yc_case_return_get_reason (a), yc_case_return_get_reason (b)) &&
         g_strcmp0 (yc_case_return_get_note (a), yc_case_return_get_note (b)) == 0;
}

static void
set_last_return (YcCase *self)
{
  JsonObject *json = find_last_return (self->json);
  g_autoptr (YcCaseReturn) last = json != NULL ? yc_case_return_new_from_json (json, NULL) : NULL;

  if (last == NULL || self->last_return == NULL || !is_same_return (last, self->last_return))
    g_set_object (&self->last_return, last);
}

static gboolean
fail (GError     **error,
      const char  *message)
{
  g_set_error_literal (error, YC_CORE_ERROR, YC_CORE_ERROR_CASE, message);
  return FALSE;
}

static gboolean
check_json (JsonObject  *json,
            GError     **error)
{
  JsonObject *item = yc_json_get_object (json, "item");

  if (!yc_uuid_is_valid (yc_json_get_string (json, "id", NULL)))
    return fail (error, "A case has no id");
  if (yc_json_get_int (json, "version", 0) < 1)
    return fail (error, "A case has no version");
  if (!yc_case_state_from_string (yc_json_get_string (json, "state", NULL), NULL))
    return fail (error, "A case has no state that is known");
  if (yc_json_get_string (item, "code", NULL) == NULL)
    return fail (error, "A case has no item");
  return TRUE;
}

static gboolean
json_is_whole (JsonObject *json)
{
  return json_object_has_member (json, "form");
}

/* A summary with what a whole telling said earlier. */
static JsonObject *
merge_summary (JsonObject *summary,
               JsonObject *before)
{
  JsonObject *merged = json_object_new ();
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  json_object_iter_init_ordered (&iter, summary);
  while (json_object_iter_next_ordered (&iter, &name, &value))
    json_object_set_member (merged, name, json_node_ref (value));
  for (guint i = 0; i < G_N_ELEMENTS (whole_members); i++)
    if (json_object_has_member (before, whole_members[i]))
      json_object_set_member (merged, whole_members[i],
                              json_node_ref (json_object_get_member (before, whole_members[i])));
  return merged;
}

static void
take_json (YcCase     *self,
           JsonObject *json)
{
  gboolean whole = json_is_whole (json);
  JsonObject *next = !whole && self->whole_version > 0 ? merge_summary (json, self->json)
                                                       : json_object_ref (json);

  g_clear_pointer (&self->json, json_object_unref);
  self->json = next;
  yc_case_state_from_string (yc_json_get_string (next, "state", NULL), &self->state);
  if (whole)
    self->whole_version = yc_case_get_version (self);
  set_time (&self->submitted_at, next, "submitted_at");
  set_time (&self->updated_at, next, "updated_at");
  set_last_return (self);
}

static void
read_properties (YcCase *self,
                 GValue  values[N_PROPERTIES])
{
  for (guint i = PROP_ID; i < N_PROPERTIES; i++)
    {
      g_value_init (&values[i], G_PARAM_SPEC_VALUE_TYPE (properties[i]));
      g_object_get_property (G_OBJECT (self), properties[i]->name, &values[i]);
    }
}

static void
notify_changes (YcCase *self,
                GValue  before[N_PROPERTIES])
{
  GValue after[N_PROPERTIES] = { G_VALUE_INIT };

  read_properties (self, after);
  for (guint i = PROP_ID; i < N_PROPERTIES; i++)
    {
      if (g_param_values_cmp (properties[i], &before[i], &after[i]) != 0)
        g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
      g_value_unset (&before[i]);
      g_value_unset (&after[i]);
    }
}

static void
yc_case_finalize (GObject *object)
{
  YcCase *self = YC_CASE (object);

  g_clear_pointer (&self->json, json_object_unref);
  g_clear_pointer (&self->submitted_at, g_date_time_unref);
  g_clear_pointer (&self->updated_at, g_date_time_unref);
  g_clear_object (&self->last_return);

  G_OBJECT_CLASS (yc_case_parent_class)->finalize (object);
}

static void
yc_case_get_property (GObject    *object,
                      guint       prop_id,
                      GValue     *value,
                      GParamSpec *pspec)
{
  YcCase *self = YC_CASE (object);

  switch ((YcCaseProperty) prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, yc_case_get_id (self));
      break;
    case PROP_NUMBER:
      g_value_set_string (value, yc_case_get_number (self));
      break;
    case PROP_VERSION:
      g_value_set_int64 (value, yc_case_get_version (self));
      break;
    case PROP_STATE:
      g_value_set_uint (value, self->state);
      break;
    case PROP_ITEM_CODE:
      g_value_set_string (value, yc_case_get_item_code (self));
      break;
    case PROP_ITEM_TITLE:
      g_value_set_string (value, yc_case_get_item_title (self));
      break;
    case PROP_PLACE:
      g_value_set_string (value, yc_case_get_place (self));
      break;
    case PROP_APPLICANT_NAME:
      g_value_set_string (value, yc_case_get_applicant_name (self));
      break;
    case PROP_APPLICANT_ID_NUMBER:
      g_value_set_string (value, yc_case_get_applicant_id_number (self));
      break;
    case PROP_CLERK_ID:
      g_value_set_string (value, yc_case_get_clerk_id (self));
      break;
    case PROP_CLERK_NAME:
      g_value_set_string (value, yc_case_get_clerk_name (self));
      break;
    case PROP_SUBMITTED_AT:
      g_value_set_boxed (value, self->submitted_at);
      break;
    case PROP_UPDATED_AT:
      g_value_set_boxed (value, self->updated_at);
      break;
    case PROP_STEP:
      g_value_set_uint (value, yc_case_get_step (self));
      break;
    case PROP_N_STEPS:
      g_value_set_uint (value, yc_case_get_n_steps (self));
      break;
    case PROP_LEVEL:
      g_value_set_string (value, yc_case_get_level (self));
      break;
    case PROP_CERTIFICATE_SERIAL:
      g_value_set_string (value, yc_case_get_certificate_serial (self));
      break;
    case PROP_LAST_RETURN:
      g_value_set_object (value, self->last_return);
      break;
    case PROP_N_TRIES:
      g_value_set_uint (value, yc_case_get_n_tries (self));
      break;
    case PROP_WHOLE:
      g_value_set_boolean (value, yc_case_is_whole (self));
      break;
    case PROP_JSON:
      g_value_set_boxed (value, self->json);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yc_case_class_init (YcCaseClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = yc_case_finalize;
  object_class->get_property = yc_case_get_property;

  properties[PROP_ID] = yc_property_string ("id");
  properties[PROP_NUMBER] = yc_property_string ("number");
  properties[PROP_VERSION] = yc_property_int64 ("version");
  properties[PROP_STATE] = yc_property_uint ("state");
  properties[PROP_ITEM_CODE] = yc_property_string ("item-code");
  properties[PROP_ITEM_TITLE] = yc_property_string ("item-title");
  properties[PROP_PLACE] = yc_property_string ("place");
  properties[PROP_APPLICANT_NAME] = yc_property_string ("applicant-name");
  properties[PROP_APPLICANT_ID_NUMBER] = yc_property_string ("applicant-id-number");
  properties[PROP_CLERK_ID] = yc_property_string ("clerk-id");
  properties[PROP_CLERK_NAME] = yc_property_string ("clerk-name");
  properties[PROP_SUBMITTED_AT] = yc_property_boxed ("submitted-at", G_TYPE_DATE_TIME);
  properties[PROP_UPDATED_AT] = yc_property_boxed ("updated-at", G_TYPE_DATE_TIME);
  properties[PROP_STEP] = yc_property_uint ("step");
  properties[PROP_N_STEPS] = yc_property_uint ("n-steps");
  properties[PROP_LEVEL] = yc_property_string ("level");
  properties[PROP_CERTIFICATE_SERIAL] = yc_property_string ("certificate-serial");
  properties[PROP_LAST_RETURN] = yc_property_object ("last-return", YC_TYPE_CASE_RETURN);
  properties[PROP_N_TRIES] = yc_property_uint ("n-tries");
  properties[PROP_WHOLE] = yc_property_boolean ("whole");
  properties[PROP_JSON] = yc_property_boxed ("json", JSON_TYPE_OBJECT);

  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
yc_case_init (YcCase *self)
{
}

YcCase *
yc_case_new_from_json (JsonObject  *json,
                       GError     **error)
{
  YcCase *self;

  g_return_val_if_fail (json != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!check_json (json, error))
    return NULL;
  self = g_object_new (YC_TYPE_CASE, NULL);
  take_json (self, json);
  return self;
}

gboolean
yc_case_update_from_json (YcCase      *self,
                          JsonObject  *json,
                          GError     **error)
{
  GValue before[N_PROPERTIES] = { G_VALUE_INIT };

  g_return_val_if_fail (YC_IS_CASE (self), FALSE);
  g_return_val_if_fail (json != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!check_json (json, error))
    return FALSE;
  if (g_strcmp0 (yc_json_get_string (json, "id", NULL), yc_case_get_id (self)) != 0)
    return fail (error, "The news is of another case");
  if (yc_json_get_int (json, "version", 0) < yc_case_get_version (self))
    return TRUE;

  read_properties (self, before);
  take_json (self, json);
  notify_changes (self, before);
  return TRUE;
}

const char *
yc_case_get_id (YcCase *self)
{
  g_return_val_if_fail (YC_IS_CASE (self), NULL);

  return yc_json_get_string (self->json, "id", NULL);
}

const char *
yc_case_get_number (YcCase *self)
{
  g_return_val_if_fail (YC_IS_CASE (self), NULL);

  return yc_json_get_string (self->json, "number", NULL);
}

gint64
yc_case_get_version (YcCase *self)
{
  g_return_val_if_fail (YC_IS_CASE (self), 0);

  return yc_json_get_int (self->json, "version", 0);
}

char *
yc_case_dup_etag (YcCase *self)
{
  g_return_val_if_fail (YC_IS_CASE (self), NULL);

  return g_strdup_printf ("\"%" G_GINT64_FORMAT "\"", yc_case_get_version (self));
}

YcCaseState
yc_case_get_state (YcCase *self)
{
  g_return_val_if_fail (YC_IS_CASE (self), 0);

  return self->state;
}

const char *
yc_case_get_item_code (YcCase *self)
{
  g_return_val_if_fail (YC_IS_CASE (self), NULL);

  return get_part (self, "item", "code");
}

const char *
yc_case_get_item_title (YcCase *self)
{
  const char *title;

  g_return_val_if_fail (YC_IS_CASE (self), NULL);

  title = get_part (self, "item", "title");
  return title != NULL ? title : yc_case_get_item_code (self);
}

const char *
yc_case_get_place (YcCase *self)
{
  g_return_val_if_fail (YC_IS_CASE (self), NULL);

  return yc_json_get_string (self->json, "place", NULL);
}

const char *
yc_case_get_applicant_name (YcCase *self)
{
  g_return_val_if_fail (YC_IS_CASE (self), NULL);

  return get_part (self, "applicant", "name");
}

const char *
yc_case_get_applicant_id_number (YcCase *self)
{
  g_return_val_if_fail (YC_IS_CASE (self), NULL);

  return get_part (self, "applicant", "id_number");
}

const char *
yc_case_get_clerk_id (YcCase *self)
{
  g_return_val_if_fail (YC_IS_CASE (self), NULL);

  return get_part (self, "taken_in_by", "id");
}

const char *
yc_case_get_clerk_name (YcCase *self)
{
  g_return_val_if_fail (YC_IS_CASE (self), NULL);

  return get_part (self, "taken_in_by", "name");
}

GDateTime *
yc_case_get_submitted_at (YcCase *self)
{
  g_return_val_if_fail (YC_IS_CASE (self), NULL);

  return self->submitted_at;
}

GDateTime *
yc_case_get_updated_at (YcCase *self)
{
  g_return_val_if_fail (YC_IS_CASE (self), NULL);

  return self->updated_at;
}

guint
yc_case_get_step (YcCase *self)
{
  g_return_val_if_fail (YC_IS_CASE (self), 0);

  return CLAMP (yc_json_get_int (yc_json_get_object (self->json, "review"), "step", 0), 0,
                G_MAXINT);
}

guint
yc_case_get_n_steps (YcCase *self)
{
  JsonArray *steps;

  g_return_val_if_fail (YC_IS_CASE (self), 0);

  steps = yc_json_get_array (yc_json_get_object (self->json, "review"), "steps");
  return steps != NULL ? json_array_get_length (steps) : 0;
}

const char *
yc_case_get_level (YcCase *self)
{
  g_return_val_if_fail (YC_IS_CASE (self), NULL);

  return get_part (self, "review", "level");
}

const char *
yc_case_get_certificate_serial (YcCase *self)
{
  g_return_val_if_fail (YC_IS_CASE (self), NULL);

  return get_part (self, "certificate", "serial");
}

YcCaseReturn *
yc_case_get_last_return (YcCase *self)
{
  g_return_val_if_fail (YC_IS_CASE (self), NULL);

  return self->last_return;
}

guint
yc_case_get_n_tries (YcCase *self)
{
  JsonArray *tries;
  gint64 n;

  g_return_val_if_fail (YC_IS_CASE (self), 0);

  tries = yc_json_get_array (self->json, "tries");
  n = yc_json_get_int (self->json, "n_tries", tries != NULL ? json_array_get_length (tries) : 1);
  return CLAMP (n, 1, G_MAXINT);
}

gboolean
yc_case_is_whole (YcCase *self)
{
  g_return_val_if_fail (YC_IS_CASE (self), FALSE);

  return self->whole_version == yc_case_get_version (self);
}

JsonObject *
yc_case_get_json (YcCase *self)
{
  g_return_val_if_fail (YC_IS_CASE (self), NULL);

  return self->json;
}
