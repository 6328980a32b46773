/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All that the service tells of one certificate: its numbers, its term and what was done to it. */
#include "yc-certificate-details.h"

#include "yc-client-error.h"
#include "yc-json.h"

struct _YcCertificateDetails
{
  GObject            parent_instance;

  JsonObject        *json;
  YcCertificateState state;
  GArray            *changes;
};

G_DEFINE_FINAL_TYPE (YcCertificateDetails, yc_certificate_details, G_TYPE_OBJECT)

static void
clear_change (gpointer data)
{
  YcCertificateChange *change = data;

  g_clear_pointer (&change->at, g_date_time_unref);
}

static void
yc_certificate_details_finalize (GObject *object)
{
  YcCertificateDetails *self = YC_CERTIFICATE_DETAILS (object);

  g_array_unref (self->changes);
  g_clear_pointer (&self->json, json_object_unref);

  G_OBJECT_CLASS (yc_certificate_details_parent_class)->finalize (object);
}

static void
yc_certificate_details_class_init (YcCertificateDetailsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = yc_certificate_details_finalize;
}

static void
yc_certificate_details_init (YcCertificateDetails *self)
{
  self->changes = g_array_new (FALSE, TRUE, sizeof (YcCertificateChange));
  g_array_set_clear_func (self->changes, clear_change);
}

/* Words that are none leave a 0. */
static void
read_change (YcCertificateDetails *self,
             JsonObject           *json)
{
  YcCertificateChange change = { 0 };

  change.at = g_date_time_new_from_iso8601 (yc_json_get_string (json, "at", ""), NULL);
  change.by = yc_json_get_string (json, "by_name", yc_json_get_string (json, "by", ""));
  change.note = yc_json_get_string (json, "note", NULL);
  change.version = (guint) CLAMP (yc_json_get_int (json, "version", 1), 1, G_MAXINT);
  yc_certificate_action_from_string (yc_json_get_string (json, "kind", NULL), &change.action);
  yc_change_reason_from_string (yc_json_get_string (json, "reason", NULL), &change.reason);
  g_array_append_val (self->changes, change);
}

static void
read_changes (YcCertificateDetails *self)
{
  JsonArray *all = yc_json_get_array (self->json, "changes");

  for (guint i = 0; all != NULL && i < json_array_get_length (all); i++)
    {
      JsonObject *one = yc_json_node_get_object (json_array_get_element (all, i));

      if (one != NULL)
        read_change (self, one);
    }
}

YcCertificateDetails *
yc_certificate_details_new_from_json (JsonObject  *json,
                                      GError     **error)
{
  YcCertificateDetails *self;
  YcCertificateState state;

  if (yc_json_get_string (json, "serial", NULL) == NULL ||
      !yc_certificate_state_from_string (yc_json_get_string (json, "state", NULL), &state))
    {
      g_set_error_literal (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_BAD_ANSWER,
                           "A certificate without serial number or state");
      return NULL;
    }
  self = g_object_new (YC_TYPE_CERTIFICATE_DETAILS, NULL);
  self->json = json_object_ref (json);
  self->state = state;
  read_changes (self);
  return self;
}

const char *
yc_certificate_details_get_serial (YcCertificateDetails *self)
{
  g_return_val_if_fail (YC_IS_CERTIFICATE_DETAILS (self), NULL);

  return yc_json_get_string (self->json, "serial", "");
}

const char *
yc_certificate_details_get_identifier (YcCertificateDetails *self)
{
  g_return_val_if_fail (YC_IS_CERTIFICATE_DETAILS (self), NULL);

  return yc_json_get_string (self->json, "identifier", NULL);
}

YcCertificateState
yc_certificate_details_get_state (YcCertificateDetails *self)
{
  g_return_val_if_fail (YC_IS_CERTIFICATE_DETAILS (self), 0);

  return self->state;
}

guint
yc_certificate_details_get_version (YcCertificateDetails *self)
{
  g_return_val_if_fail (YC_IS_CERTIFICATE_DETAILS (self), 0);

  return (guint) CLAMP (yc_json_get_int (self->json, "version", 1), 1, G_MAXINT);
}

const char *
yc_certificate_details_get_valid_until (YcCertificateDetails *self)
{
  g_return_val_if_fail (YC_IS_CERTIFICATE_DETAILS (self), NULL);

  return yc_json_get_string (self->json, "valid_until", NULL);
}

const char *
yc_certificate_details_get_replaces (YcCertificateDetails *self)
{
  g_return_val_if_fail (YC_IS_CERTIFICATE_DETAILS (self), NULL);

  return yc_json_get_string (self->json, "replaces", NULL);
}

guint
yc_certificate_details_get_n_changes (YcCertificateDetails *self)
{
  g_return_val_if_fail (YC_IS_CERTIFICATE_DETAILS (self), 0);

  return self->changes->len;
}

const YcCertificateChange *
yc_certificate_details_get_change (YcCertificateDetails *self,
                                   guint                 position)
{
  g_return_val_if_fail (YC_IS_CERTIFICATE_DETAILS (self), NULL);
  g_return_val_if_fail (position < self->changes->len, NULL);

  return &g_array_index (self->changes, YcCertificateChange, position);
}
