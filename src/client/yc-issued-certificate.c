/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A certificate as a line of a list. */
#include "yc-issued-certificate-private.h"

#include "yc-client-error.h"
#include "yc-json.h"

struct _YcIssuedCertificate
{
  GObject    parent_instance;

  char      *serial;
  char      *case_id;
  char      *case_number;
  char      *title;
  char      *applicant_name;
  GDateTime *issued_at;
  guint      n_prints;
  guint      n_undelivered;
  YcCertificateState state;
};

typedef enum
{
  PROP_SERIAL = 1,
  PROP_CASE_ID,
  PROP_CASE_NUMBER,
  PROP_TITLE,
  PROP_APPLICANT_NAME,
  PROP_ISSUED_AT,
  PROP_N_PRINTS,
  PROP_STATE,
  PROP_N_UNDELIVERED,
} YcIssuedCertificateProperty;

static GParamSpec *properties[PROP_N_UNDELIVERED + 1];

G_DEFINE_FINAL_TYPE (YcIssuedCertificate, yc_issued_certificate, G_TYPE_OBJECT)

static void
yc_issued_certificate_get_property (GObject    *object,
                                    guint       property_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  YcIssuedCertificate *self = YC_ISSUED_CERTIFICATE (object);

  switch ((YcIssuedCertificateProperty) property_id)
    {
    case PROP_SERIAL:
      g_value_set_string (value, self->serial);
      break;
    case PROP_CASE_ID:
      g_value_set_string (value, self->case_id);
      break;
    case PROP_CASE_NUMBER:
      g_value_set_string (value, self->case_number);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_APPLICANT_NAME:
      g_value_set_string (value, self->applicant_name);
      break;
    case PROP_ISSUED_AT:
      g_value_set_boxed (value, self->issued_at);
      break;
    case PROP_N_PRINTS:
      g_value_set_uint (value, self->n_prints);
      break;
    case PROP_STATE:
      g_value_set_int (value, (int) self->state);
      break;
    case PROP_N_UNDELIVERED:
      g_value_set_uint (value, self->n_undelivered);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
yc_issued_certificate_finalize (GObject *object)
{
  YcIssuedCertificate *self = YC_ISSUED_CERTIFICATE (object);

  g_free (self->serial);
  g_free (self->case_id);
  g_free (self->case_number);
  g_free (self->title);
  g_free (self->applicant_name);
  g_clear_pointer (&self->issued_at, g_date_time_unref);

  G_OBJECT_CLASS (yc_issued_certificate_parent_class)->finalize (object);
}

static void
yc_issued_certificate_class_init (YcIssuedCertificateClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = yc_issued_certificate_get_property;
  object_class->finalize = yc_issued_certificate_finalize;

  properties[PROP_SERIAL] = g_param_spec_string ("serial", NULL, NULL, NULL, flags);
  properties[PROP_CASE_ID] = g_param_spec_string ("case-id", NULL, NULL, NULL, flags);
  properties[PROP_CASE_NUMBER] = g_param_spec_string ("case-number", NULL, NULL, NULL, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_APPLICANT_NAME] = g_param_spec_string ("applicant-name", NULL, NULL, NULL, flags);
  properties[PROP_ISSUED_AT] =
      g_param_spec_boxed ("issued-at", NULL, NULL, G_TYPE_DATE_TIME, flags);
  properties[PROP_N_PRINTS] = g_param_spec_uint ("n-prints", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_STATE] = g_param_spec_int ("state", NULL, NULL, 0, YC_N_CERTIFICATE_STATES,
                                             YC_CERTIFICATE_VALID, flags);
  properties[PROP_N_UNDELIVERED] =
      g_param_spec_uint ("n-undelivered", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
yc_issued_certificate_init (YcIssuedCertificate *self)
{
}

static char *
dup_member (JsonObject *json,
            const char *name)
{
  return g_strdup (yc_json_get_string (json, name, ""));
}

YcIssuedCertificate *
yc_issued_certificate_new_from_json (JsonObject  *json,
                                     GError     **error)
{
  YcIssuedCertificate *self;
  const char *issued_at = yc_json_get_string (json, "issued_at", "");

  if (yc_json_get_string (json, "serial", NULL) == NULL ||
      yc_json_get_string (json, "case_id", NULL) == NULL)
    {
      g_set_error_literal (error, YC_CLIENT_ERROR, YC_CLIENT_ERROR_BAD_ANSWER,
                           "A certificate without serial number or case");
      return NULL;
    }
  self = g_object_new (YC_TYPE_ISSUED_CERTIFICATE, NULL);
  self->serial = dup_member (json, "serial");
  self->case_id = dup_member (json, "case_id");
  self->case_number = dup_member (json, "case_number");
  self->title = dup_member (json, "title");
  self->applicant_name = dup_member (json, "applicant_name");
  self->issued_at = g_date_time_new_from_iso8601 (issued_at, NULL);
  yc_issued_certificate_update (self, json);
  return self;
}

static void
set_n_prints (YcIssuedCertificate *self,
              guint                n_prints)
{
  if (self->n_prints == n_prints)
    return;
  self->n_prints = n_prints;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_PRINTS]);
}

static void
set_n_undelivered (YcIssuedCertificate *self,
                   guint                n_undelivered)
{
  if (self->n_undelivered == n_undelivered)
    return;
  self->n_undelivered = n_undelivered;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_UNDELIVERED]);
}

static void
set_state (YcIssuedCertificate *self,
           YcCertificateState   state)
{
  if (self->state == state)
    return;
  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

/* Only the numbers and the state ever change. */
void
yc_issued_certificate_update (YcIssuedCertificate *self,
                              JsonObject          *json)
{
  YcCertificateState state = YC_CERTIFICATE_VALID;

  /* A service that tells no state knows of no other. */
  yc_certificate_state_from_string (yc_json_get_string (json, "state", NULL), &state);
  set_n_prints (self, (guint) CLAMP (yc_json_get_int (json, "n_prints", 0), 0, G_MAXINT));
  set_n_undelivered (self,
                     (guint) CLAMP (yc_json_get_int (json, "n_undelivered", 0), 0, G_MAXINT));
  set_state (self, state);
}

const char *
yc_issued_certificate_get_serial (YcIssuedCertificate *self)
{
  g_return_val_if_fail (YC_IS_ISSUED_CERTIFICATE (self), NULL);

  return self->serial;
}

const char *
yc_issued_certificate_get_case_id (YcIssuedCertificate *self)
{
  g_return_val_if_fail (YC_IS_ISSUED_CERTIFICATE (self), NULL);

  return self->case_id;
}

const char *
yc_issued_certificate_get_case_number (YcIssuedCertificate *self)
{
  g_return_val_if_fail (YC_IS_ISSUED_CERTIFICATE (self), NULL);

  return self->case_number;
}

const char *
yc_issued_certificate_get_title (YcIssuedCertificate *self)
{
  g_return_val_if_fail (YC_IS_ISSUED_CERTIFICATE (self), NULL);

  return self->title;
}

const char *
yc_issued_certificate_get_applicant_name (YcIssuedCertificate *self)
{
  g_return_val_if_fail (YC_IS_ISSUED_CERTIFICATE (self), NULL);

  return self->applicant_name;
}

GDateTime *
yc_issued_certificate_get_issued_at (YcIssuedCertificate *self)
{
  g_return_val_if_fail (YC_IS_ISSUED_CERTIFICATE (self), NULL);

  return self->issued_at;
}

guint
yc_issued_certificate_get_n_prints (YcIssuedCertificate *self)
{
  g_return_val_if_fail (YC_IS_ISSUED_CERTIFICATE (self), 0);

  return self->n_prints;
}

YcCertificateState
yc_issued_certificate_get_state (YcIssuedCertificate *self)
{
  g_return_val_if_fail (YC_IS_ISSUED_CERTIFICATE (self), 0);

  return self->state;
}

guint
yc_issued_certificate_get_n_undelivered (YcIssuedCertificate *self)
{
  g_return_val_if_fail (YC_IS_ISSUED_CERTIFICATE (self), 0);

  return self->n_undelivered;
}
