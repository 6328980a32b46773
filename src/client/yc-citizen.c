/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The citizen opposite the clerk, as far as typed, and what follows from the ID number. */
#include "yc-citizen.h"

#include "yc-json.h"

struct _YcCitizen
{
  GObject     parent_instance;

  char       *name;
  char       *id_number;
  char       *mobile;
  char       *address;
  char       *email;

  /* Derived from the ID number; the number is empty unless it is right. */
  YcIdNumber  parsed;
  char       *id_number_error;
  char       *birth;
  char       *masked_name;
  char       *masked_id_number;
  char       *masked_mobile;
};

typedef enum
{
  PROP_NAME = 1,
  PROP_ID_NUMBER,
  PROP_MOBILE,
  PROP_ADDRESS,
  PROP_EMAIL,
  PROP_ID_NUMBER_ERROR,
  PROP_BIRTH,
  PROP_AGE,
  PROP_SEX,
  PROP_SEX_TITLE,
  PROP_MASKED_NAME,
  PROP_MASKED_ID_NUMBER,
  PROP_MASKED_MOBILE,
  PROP_COMPLETE,
  PROP_EMPTY,
} YcCitizenProperty;

enum
{
  CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[PROP_EMPTY + 1];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (YcCitizen, yc_citizen, G_TYPE_OBJECT)

static void
notify (YcCitizen         *self,
        YcCitizenProperty  property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
replace (char **place,
         char  *text)
{
  g_free (*place);
  *place = text;
}

static char *
birth_to_text (const GDate *birth)
{
  return g_strdup_printf ("%04u-%02d-%02u", (guint) g_date_get_year (birth),
                          (int) g_date_get_month (birth), (guint) g_date_get_day (birth));
}

static void
derive_from_id_number (YcCitizen *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *trimmed = g_strstrip (g_strdup (self->id_number));

  memset (&self->parsed, 0, sizeof self->parsed);
  g_clear_pointer (&self->birth, g_free);
  g_clear_pointer (&self->id_number_error, g_free);
  if (*trimmed != '\0' && yc_id_number_parse (trimmed, &self->parsed, &error))
    self->birth = birth_to_text (&self->parsed.birth);
  else if (error != NULL)
    self->id_number_error = g_strdup (error->message);
  replace (&self->masked_id_number, yc_id_number_mask (self->id_number));

  for (YcCitizenProperty property = PROP_ID_NUMBER_ERROR; property <= PROP_SEX_TITLE; property++)
    notify (self, property);
  notify (self, PROP_MASKED_ID_NUMBER);
}

static void
set_text (YcCitizen          *self,
          char              **place,
          const char         *text,
          YcCitizenProperty   property)
{
  text = text != NULL ? text : "";
  if (g_str_equal (*place, text))
    return;

  g_object_freeze_notify (G_OBJECT (self));
  replace (place, g_strdup (text));
  notify (self, property);
  if (property == PROP_ID_NUMBER)
    derive_from_id_number (self);
  if (property == PROP_NAME)
    {
      replace (&self->masked_name, yc_name_mask (text));
      notify (self, PROP_MASKED_NAME);
    }
  if (property == PROP_MOBILE)
    {
      replace (&self->masked_mobile, yc_mobile_mask (text));
      notify (self, PROP_MASKED_MOBILE);
    }
  notify (self, PROP_COMPLETE);
  notify (self, PROP_EMPTY);
  g_object_thaw_notify (G_OBJECT (self));
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
yc_citizen_get_property (GObject    *object,
                         guint       property_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  YcCitizen *self = YC_CITIZEN (object);

  switch ((YcCitizenProperty) property_id)
    {
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_ID_NUMBER:
      g_value_set_string (value, self->id_number);
      break;
    case PROP_MOBILE:
      g_value_set_string (value, self->mobile);
      break;
    case PROP_ADDRESS:
      g_value_set_string (value, self->address);
      break;
    case PROP_EMAIL:
      g_value_set_string (value, self->email);
      break;
    case PROP_ID_NUMBER_ERROR:
      g_value_set_string (value, self->id_number_error);
      break;
    case PROP_BIRTH:
      g_value_set_string (value, self->birth);
      break;
    case PROP_AGE:
      g_value_set_uint (value, yc_citizen_get_age (self));
      break;
    case PROP_SEX:
      g_value_set_int (value, (int) yc_citizen_get_sex (self));
      break;
    case PROP_SEX_TITLE:
      g_value_set_string (value, yc_citizen_get_sex_title (self));
      break;
    case PROP_MASKED_NAME:
      g_value_set_string (value, self->masked_name);
      break;
    case PROP_MASKED_ID_NUMBER:
      g_value_set_string (value, self->masked_id_number);
      break;
    case PROP_MASKED_MOBILE:
      g_value_set_string (value, self->masked_mobile);
      break;
    case PROP_COMPLETE:
      g_value_set_boolean (value, yc_citizen_get_complete (self));
      break;
    case PROP_EMPTY:
      g_value_set_boolean (value, yc_citizen_get_empty (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
yc_citizen_set_property (GObject      *object,
                         guint         property_id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  YcCitizen *self = YC_CITIZEN (object);
  const char *text = g_value_get_string (value);

  if (property_id == PROP_NAME)
    yc_citizen_set_name (self, text);
  else if (property_id == PROP_ID_NUMBER)
    yc_citizen_set_id_number (self, text);
  else if (property_id == PROP_MOBILE)
    yc_citizen_set_mobile (self, text);
  else if (property_id == PROP_ADDRESS)
    yc_citizen_set_address (self, text);
  else if (property_id == PROP_EMAIL)
    yc_citizen_set_email (self, text);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
yc_citizen_finalize (GObject *object)
{
  YcCitizen *self = YC_CITIZEN (object);

  g_free (self->name);
  g_free (self->id_number);
  g_free (self->mobile);
  g_free (self->address);
  g_free (self->email);
  g_free (self->id_number_error);
  g_free (self->birth);
  g_free (self->masked_name);
  g_free (self->masked_id_number);
  g_free (self->masked_mobile);

  G_OBJECT_CLASS (yc_citizen_parent_class)->finalize (object);
}

static GParamSpec *
text_spec (const char  *name,
           GParamFlags  access)
{
  return g_param_spec_string (name, NULL, NULL, NULL,
                              access | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
}

static void
yc_citizen_class_init (YcCitizenClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = yc_citizen_get_property;
  object_class->set_property = yc_citizen_set_property;
  object_class->finalize = yc_citizen_finalize;

  properties[PROP_NAME] = text_spec ("name", G_PARAM_READWRITE);
  properties[PROP_ID_NUMBER] = text_spec ("id-number", G_PARAM_READWRITE);
  properties[PROP_MOBILE] = text_spec ("mobile", G_PARAM_READWRITE);
  properties[PROP_ADDRESS] = text_spec ("address", G_PARAM_READWRITE);
  properties[PROP_EMAIL] = text_spec ("email", G_PARAM_READWRITE);
  properties[PROP_ID_NUMBER_ERROR] = text_spec ("id-number-error", G_PARAM_READABLE);
  properties[PROP_BIRTH] = text_spec ("birth", G_PARAM_READABLE);
  properties[PROP_AGE] = g_param_spec_uint ("age", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_SEX] = g_param_spec_int ("sex", NULL, NULL, 0, YC_SEX_MALE, 0, flags);
  properties[PROP_SEX_TITLE] = text_spec ("sex-title", G_PARAM_READABLE);
  properties[PROP_MASKED_NAME] = text_spec ("masked-name", G_PARAM_READABLE);
  properties[PROP_MASKED_ID_NUMBER] = text_spec ("masked-id-number", G_PARAM_READABLE);
  properties[PROP_MASKED_MOBILE] = text_spec ("masked-mobile", G_PARAM_READABLE);
  properties[PROP_COMPLETE] = g_param_spec_boolean ("complete", NULL, NULL, FALSE, flags);
  properties[PROP_EMPTY] = g_param_spec_boolean ("empty", NULL, NULL, TRUE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[CHANGED] = g_signal_new ("changed", YC_TYPE_CITIZEN, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
yc_citizen_init (YcCitizen *self)
{
  self->name = g_strdup ("");
  self->id_number = g_strdup ("");
  self->mobile = g_strdup ("");
  self->address = g_strdup ("");
  self->email = g_strdup ("");
  self->masked_name = g_strdup ("");
  self->masked_id_number = g_strdup ("");
  self->masked_mobile = g_strdup ("");
}

YcCitizen *
yc_citizen_new (void)
{
  return g_object_new (YC_TYPE_CITIZEN, NULL);
}

const char *
yc_citizen_get_name (YcCitizen *self)
{
  g_return_val_if_fail (YC_IS_CITIZEN (self), NULL);

  return self->name;
}

void
yc_citizen_set_name (YcCitizen  *self,
                     const char *name)
{
  g_return_if_fail (YC_IS_CITIZEN (self));

  set_text (self, &self->name, name, PROP_NAME);
}

const char *
yc_citizen_get_id_number (YcCitizen *self)
{
  g_return_val_if_fail (YC_IS_CITIZEN (self), NULL);

  return self->id_number;
}

void
yc_citizen_set_id_number (YcCitizen  *self,
                          const char *id_number)
{
  g_return_if_fail (YC_IS_CITIZEN (self));

  set_text (self, &self->id_number, id_number, PROP_ID_NUMBER);
}

const char *
yc_citizen_get_mobile (YcCitizen *self)
{
  g_return_val_if_fail (YC_IS_CITIZEN (self), NULL);

  return self->mobile;
}

void
yc_citizen_set_mobile (YcCitizen  *self,
                       const char *mobile)
{
  g_return_if_fail (YC_IS_CITIZEN (self));

  set_text (self, &self->mobile, mobile, PROP_MOBILE);
}

const char *
yc_citizen_get_address (YcCitizen *self)
{
  g_return_val_if_fail (YC_IS_CITIZEN (self), NULL);

  return self->address;
}

void
yc_citizen_set_address (YcCitizen  *self,
                        const char *address)
{
  g_return_if_fail (YC_IS_CITIZEN (self));

  set_text (self, &self->address, address, PROP_ADDRESS);
}

const char *
yc_citizen_get_email (YcCitizen *self)
{
  g_return_val_if_fail (YC_IS_CITIZEN (self), NULL);

  return self->email;
}

void
yc_citizen_set_email (YcCitizen  *self,
                      const char *email)
{
  g_return_if_fail (YC_IS_CITIZEN (self));

  set_text (self, &self->email, email, PROP_EMAIL);
}

const char *
yc_citizen_get_id_number_error (YcCitizen *self)
{
  g_return_val_if_fail (YC_IS_CITIZEN (self), NULL);

  return self->id_number_error;
}

const char *
yc_citizen_get_birth (YcCitizen *self)
{
  g_return_val_if_fail (YC_IS_CITIZEN (self), NULL);

  return self->birth;
}

guint
yc_citizen_get_age (YcCitizen *self)
{
  GDate today;

  g_return_val_if_fail (YC_IS_CITIZEN (self), 0);

  if (self->birth == NULL)
    return 0;
  g_date_clear (&today, 1);
  g_date_set_time_t (&today, time (NULL));
  return yc_id_number_age (&self->parsed, &today);
}

YcSex
yc_citizen_get_sex (YcCitizen *self)
{
  g_return_val_if_fail (YC_IS_CITIZEN (self), 0);

  return self->parsed.sex;
}

const char *
yc_citizen_get_sex_title (YcCitizen *self)
{
  g_return_val_if_fail (YC_IS_CITIZEN (self), NULL);

  return self->parsed.sex != 0 ? yc_sex_get_title (self->parsed.sex) : NULL;
}

const char *
yc_citizen_get_masked_name (YcCitizen *self)
{
  g_return_val_if_fail (YC_IS_CITIZEN (self), NULL);

  return self->masked_name;
}

const char *
yc_citizen_get_masked_id_number (YcCitizen *self)
{
  g_return_val_if_fail (YC_IS_CITIZEN (self), NULL);

  return self->masked_id_number;
}

const char *
yc_citizen_get_masked_mobile (YcCitizen *self)
{
  g_return_val_if_fail (YC_IS_CITIZEN (self), NULL);

  return self->masked_mobile;
}

gboolean
yc_citizen_get_complete (YcCitizen *self)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (YC_IS_CITIZEN (self), FALSE);

  name = g_strstrip (g_strdup (self->name));
  return *name != '\0' && self->birth != NULL;
}

gboolean
yc_citizen_get_empty (YcCitizen *self)
{
  g_return_val_if_fail (YC_IS_CITIZEN (self), TRUE);

  return *self->name == '\0' && *self->id_number == '\0' && *self->mobile == '\0' &&
         *self->address == '\0' && *self->email == '\0';
}

static void
add_member (JsonObject *object,
            const char *name,
            const char *text)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text));

  json_object_set_string_member (object, name, trimmed);
}

JsonObject *
yc_citizen_to_json (YcCitizen *self)
{
  JsonObject *object;

  g_return_val_if_fail (YC_IS_CITIZEN (self), NULL);

  object = json_object_new ();
  add_member (object, "name", self->name);
  add_member (object, "id_number", self->birth != NULL ? self->parsed.number : self->id_number);
  add_member (object, "mobile", self->mobile);
  add_member (object, "address", self->address);
  add_member (object, "email", self->email);
  return object;
}

void
yc_citizen_load_json (YcCitizen  *self,
                      JsonObject *json)
{
  g_return_if_fail (YC_IS_CITIZEN (self));

  yc_citizen_set_name (self, yc_json_get_string (json, "name", ""));
  yc_citizen_set_id_number (self, yc_json_get_string (json, "id_number", ""));
  yc_citizen_set_mobile (self, yc_json_get_string (json, "mobile", ""));
  yc_citizen_set_address (self, yc_json_get_string (json, "address", ""));
  yc_citizen_set_email (self, yc_json_get_string (json, "email", ""));
}
