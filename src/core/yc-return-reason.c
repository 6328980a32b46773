/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A reason for which a reviewer may return a case. */
#include "yc-return-reason.h"

#include "yc-document-private.h"
#include "yc-json.h"
#include "yc-property-private.h"

#include <glib/gi18n-lib.h>

struct _YcReturnReason
{
  GObject     parent_instance;

  JsonObject *json;
  YcCause     cause;
  GStrv       fields;
};

static const YcMember members[] = {
  { "id", YC_MEMBER_STRING, TRUE },
  { "title", YC_MEMBER_STRING, TRUE },
  { "cause", YC_MEMBER_STRING, TRUE },
  { "advice", YC_MEMBER_STRING, FALSE },
  { "fields", YC_MEMBER_STRINGS, FALSE },
};

G_DEFINE_FINAL_TYPE (YcReturnReason, yc_return_reason, G_TYPE_OBJECT)

typedef enum
{
  PROP_ID = 1,
  PROP_TITLE,
  PROP_CAUSE,
  PROP_ADVICE,
  PROP_FIELDS,
  PROP_JSON,
} YcReturnReasonProperty;

static GParamSpec *properties[PROP_JSON + 1];

static void
yc_return_reason_finalize (GObject *object)
{
  YcReturnReason *self = YC_RETURN_REASON (object);

  g_clear_pointer (&self->json, json_object_unref);
  g_clear_pointer (&self->fields, g_strfreev);

  G_OBJECT_CLASS (yc_return_reason_parent_class)->finalize (object);
}

static void
yc_return_reason_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  YcReturnReason *self = YC_RETURN_REASON (object);

  switch ((YcReturnReasonProperty) prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, yc_return_reason_get_id (self));
      break;
    case PROP_TITLE:
      g_value_set_string (value, yc_return_reason_get_title (self));
      break;
    case PROP_CAUSE:
      g_value_set_uint (value, yc_return_reason_get_cause (self));
      break;
    case PROP_ADVICE:
      g_value_set_string (value, yc_return_reason_get_advice (self));
      break;
    case PROP_FIELDS:
      g_value_set_boxed (value, yc_return_reason_get_fields (self));
      break;
    case PROP_JSON:
      g_value_set_boxed (value, yc_return_reason_get_json (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yc_return_reason_class_init (YcReturnReasonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = yc_return_reason_finalize;
  object_class->get_property = yc_return_reason_get_property;

  properties[PROP_ID] = yc_property_string ("id");
  properties[PROP_TITLE] = yc_property_string ("title");
  properties[PROP_CAUSE] = yc_property_uint ("cause");
  properties[PROP_ADVICE] = yc_property_string ("advice");
  properties[PROP_FIELDS] = yc_property_boxed ("fields", G_TYPE_STRV);
  properties[PROP_JSON] = yc_property_boxed ("json", JSON_TYPE_OBJECT);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
yc_return_reason_init (YcReturnReason *self)
{
}

YcReturnReason *
yc_return_reason_new_from_json (JsonObject  *json,
                                GError     **error)
{
  g_autoptr (YcReturnReason) self = NULL;
  YcCause cause;

  g_return_val_if_fail (json != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!yc_document_check (json, members, G_N_ELEMENTS (members), error))
    return NULL;
  if (!yc_cause_from_string (yc_json_get_string (json, "cause", NULL), &cause))
    {
      yc_document_fail (error, "cause", _("is not a cause that is known"));
      return NULL;
    }

  self = g_object_new (YC_TYPE_RETURN_REASON, NULL);
  self->json = json_object_ref (json);
  self->cause = cause;
  self->fields = yc_json_dup_strv (json, "fields");
  return g_steal_pointer (&self);
}

const char *
yc_return_reason_get_id (YcReturnReason *self)
{
  g_return_val_if_fail (YC_IS_RETURN_REASON (self), NULL);

  return yc_json_get_string (self->json, "id", "");
}

const char *
yc_return_reason_get_title (YcReturnReason *self)
{
  g_return_val_if_fail (YC_IS_RETURN_REASON (self), NULL);

  return yc_json_get_string (self->json, "title", "");
}

YcCause
yc_return_reason_get_cause (YcReturnReason *self)
{
  g_return_val_if_fail (YC_IS_RETURN_REASON (self), 0);

  return self->cause;
}

const char *
yc_return_reason_get_advice (YcReturnReason *self)
{
  g_return_val_if_fail (YC_IS_RETURN_REASON (self), NULL);

  return yc_json_get_string (self->json, "advice", "");
}

const char *const *
yc_return_reason_get_fields (YcReturnReason *self)
{
  g_return_val_if_fail (YC_IS_RETURN_REASON (self), NULL);

  return (const char *const *) self->fields;
}

JsonObject *
yc_return_reason_get_json (YcReturnReason *self)
{
  g_return_val_if_fail (YC_IS_RETURN_REASON (self), NULL);

  return self->json;
}
