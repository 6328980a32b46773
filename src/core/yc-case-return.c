/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One return of a case: who sent it back, why, and on whose side the fault is. */
#include "yc-case-return.h"

#include "yc-core-error.h"
#include "yc-json.h"
#include "yc-property-private.h"

struct _YcCaseReturn
{
  GObject    parent_instance;

  char      *reason;
  char      *reason_title;
  YcCause    cause;
  char      *field;
  char      *note;
  char      *by_name;
  GDateTime *at;
};

G_DEFINE_FINAL_TYPE (YcCaseReturn, yc_case_return, G_TYPE_OBJECT)

typedef enum
{
  PROP_REASON = 1,
  PROP_REASON_TITLE,
  PROP_CAUSE,
  PROP_FIELD,
  PROP_NOTE,
  PROP_BY_NAME,
  PROP_AT,
} YcCaseReturnProperty;

static GParamSpec *properties[PROP_AT + 1];

static void
yc_case_return_finalize (GObject *object)
{
  YcCaseReturn *self = YC_CASE_RETURN (object);

  g_clear_pointer (&self->reason, g_free);
  g_clear_pointer (&self->reason_title, g_free);
  g_clear_pointer (&self->field, g_free);
  g_clear_pointer (&self->note, g_free);
  g_clear_pointer (&self->by_name, g_free);
  g_clear_pointer (&self->at, g_date_time_unref);

  G_OBJECT_CLASS (yc_case_return_parent_class)->finalize (object);
}

static void
yc_case_return_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  YcCaseReturn *self = YC_CASE_RETURN (object);

  switch ((YcCaseReturnProperty) prop_id)
    {
    case PROP_REASON:
      g_value_set_string (value, self->reason);
      break;
    case PROP_REASON_TITLE:
      g_value_set_string (value, self->reason_title);
      break;
    case PROP_CAUSE:
      g_value_set_uint (value, self->cause);
      break;
    case PROP_FIELD:
      g_value_set_string (value, self->field);
      break;
    case PROP_NOTE:
      g_value_set_string (value, self->note);
      break;
    case PROP_BY_NAME:
      g_value_set_string (value, self->by_name);
      break;
    case PROP_AT:
      g_value_set_boxed (value, self->at);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yc_case_return_class_init (YcCaseReturnClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = yc_case_return_finalize;
  object_class->get_property = yc_case_return_get_property;

  properties[PROP_REASON] = yc_property_string ("reason");
  properties[PROP_REASON_TITLE] = yc_property_string ("reason-title");
  properties[PROP_CAUSE] = yc_property_uint ("cause");
  properties[PROP_FIELD] = yc_property_string ("field");
  properties[PROP_NOTE] = yc_property_string ("note");
  properties[PROP_BY_NAME] = yc_property_string ("by-name");
  properties[PROP_AT] = yc_property_boxed ("at", G_TYPE_DATE_TIME);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
yc_case_return_init (YcCaseReturn *self)
{
}

YcCaseReturn *
yc_case_return_new_from_json (JsonObject  *json,
                              GError     **error)
{
  g_autoptr (YcCaseReturn) self = g_object_new (YC_TYPE_CASE_RETURN, NULL);
  const char *at;

  g_return_val_if_fail (json != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!yc_cause_from_string (yc_json_get_string (json, "cause", NULL), &self->cause))
    {
      g_set_error_literal (error, YC_CORE_ERROR, YC_CORE_ERROR_CASE, "A return has no cause");
      return NULL;
    }
  self->reason = g_strdup (yc_json_get_string (json, "reason", ""));
  self->reason_title = g_strdup (yc_json_get_string (json, "reason_title", self->reason));
  self->field = g_strdup (yc_json_get_string (json, "field", NULL));
  self->note = g_strdup (yc_json_get_string (json, "note", NULL));
  self->by_name = g_strdup (yc_json_get_string (yc_json_get_object (json, "by"), "name", ""));
  at = yc_json_get_string (json, "at", NULL);
  self->at = at != NULL ? g_date_time_new_from_iso8601 (at, NULL) : NULL;
  return g_steal_pointer (&self);
}

const char *
yc_case_return_get_reason (YcCaseReturn *self)
{
  g_return_val_if_fail (YC_IS_CASE_RETURN (self), NULL);

  return self->reason;
}

const char *
yc_case_return_get_reason_title (YcCaseReturn *self)
{
  g_return_val_if_fail (YC_IS_CASE_RETURN (self), NULL);

  return self->reason_title;
}

YcCause
yc_case_return_get_cause (YcCaseReturn *self)
{
  g_return_val_if_fail (YC_IS_CASE_RETURN (self), 0);

  return self->cause;
}

const char *
yc_case_return_get_field (YcCaseReturn *self)
{
  g_return_val_if_fail (YC_IS_CASE_RETURN (self), NULL);

  return self->field;
}

const char *
yc_case_return_get_note (YcCaseReturn *self)
{
  g_return_val_if_fail (YC_IS_CASE_RETURN (self), NULL);

  return self->note;
}

const char *
yc_case_return_get_by_name (YcCaseReturn *self)
{
  g_return_val_if_fail (YC_IS_CASE_RETURN (self), NULL);

  return self->by_name;
}

GDateTime *
yc_case_return_get_at (YcCaseReturn *self)
{
  g_return_val_if_fail (YC_IS_CASE_RETURN (self), NULL);

  return self->at;
}
