/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files on their way into a field, one after the other: each is checked and kept sealed before the
 * form names it. */
#include "yc-form-intake.h"

#include "yc-attachment-intake.h"
#include "yc-error-words.h"
#include "yc-file-name.h"
#include "yc-json.h"

#include <glib/gi18n-lib.h>

struct _YcFormIntake
{
  GObject        parent_instance;

  YcFormField   *field;         /* not owned: the field owns this */
  YcAttachments *attachments;
  GQueue         waiting;       /* GFile or GdkTexture */
  char          *refusal;
  gboolean       busy;
};

/* One being taken; keeps all that it needs. */
typedef struct
{
  YcFormIntake *self;
  YcFormField  *field;
  char         *name;
} Taking;

typedef enum
{
  PROP_BUSY = 1,
  PROP_REFUSAL,
} YcFormIntakeProperty;

static GParamSpec *properties[PROP_REFUSAL + 1];

G_DEFINE_FINAL_TYPE (YcFormIntake, yc_form_intake, G_TYPE_OBJECT)

static void take_next (YcFormIntake *self);

static const YcAttachmentRules *
get_rules (YcFormIntake *self)
{
  return yc_form_field_get_files (self->field);
}

static void
set_busy (YcFormIntake *self,
          gboolean      busy)
{
  if (self->busy == busy)
    return;
  self->busy = busy;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

static void
set_refusal (YcFormIntake *self,
             const char   *words)
{
  if (g_strcmp0 (self->refusal, words) == 0)
    return;
  g_free (self->refusal);
  self->refusal = g_strdup (words);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REFUSAL]);
}

static void
yc_form_intake_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  YcFormIntake *self = YC_FORM_INTAKE (object);

  switch ((YcFormIntakeProperty) prop_id)
    {
    case PROP_BUSY:
      g_value_set_boolean (value, self->busy);
      break;
    case PROP_REFUSAL:
      g_value_set_string (value, self->refusal);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yc_form_intake_finalize (GObject *object)
{
  YcFormIntake *self = YC_FORM_INTAKE (object);

  g_queue_clear_full (&self->waiting, g_object_unref);
  g_clear_object (&self->attachments);
  g_free (self->refusal);

  G_OBJECT_CLASS (yc_form_intake_parent_class)->finalize (object);
}

static void
yc_form_intake_class_init (YcFormIntakeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = yc_form_intake_get_property;
  object_class->finalize = yc_form_intake_finalize;
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, flags);
  properties[PROP_REFUSAL] = g_param_spec_string ("refusal", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
yc_form_intake_init (YcFormIntake *self)
{
  g_queue_init (&self->waiting);
}

YcFormIntake *
yc_form_intake_get (YcFormField   *field,
                    YcAttachments *attachments)
{
  static GQuark quark;
  YcFormIntake *self;

  g_return_val_if_fail (YC_IS_FORM_FIELD (field), NULL);
  g_return_val_if_fail (YC_IS_ATTACHMENTS (attachments), NULL);

  if (quark == 0)
    quark = g_quark_from_static_string ("yc-form-intake");
  self = g_object_get_qdata (G_OBJECT (field), quark);
  if (self != NULL && self->attachments == attachments)
    return self;
  self = g_object_new (YC_TYPE_FORM_INTAKE, NULL);
  self->field = field;
  self->attachments = g_object_ref (attachments);
  g_object_set_qdata_full (G_OBJECT (field), quark, self, g_object_unref);
  return self;
}

guint
yc_form_intake_get_n_files (YcFormIntake *self)
{
  JsonNode *value = yc_form_field_get_value (self->field);
  JsonArray *array = yc_json_node_get_array (value);

  return array != NULL ? json_array_get_length (array)
                       : (yc_json_node_get_object (value) != NULL ? 1 : 0);
}

gboolean
yc_form_intake_is_full (YcFormIntake *self)
{
  return get_rules (self)->several && yc_form_intake_get_n_files (self) >= get_rules (self)->max_files;
}

static void
set_array (YcFormIntake *self,
           JsonArray        *array)
{
  g_autoptr (JsonNode) value = yc_json_array_node (array);

  yc_form_field_set_value (self->field, json_array_get_length (array) > 0 ? value : NULL);
}

/* The array of now without one, %G_MAXUINT for with all. */
static JsonArray *
copy_array (YcFormIntake *self,
            guint             without)
{
  JsonArray *now = yc_json_node_get_array (yc_form_field_get_value (self->field));
  JsonArray *copy = json_array_new ();

  for (guint i = 0; now != NULL && i < json_array_get_length (now); i++)
    if (i != without)
      json_array_add_element (copy, yc_json_copy (json_array_get_element (now, i)));
  return copy;
}

static gboolean
has_already (YcFormIntake *self,
             const char       *id)
{
  JsonArray *now = yc_json_node_get_array (yc_form_field_get_value (self->field));

  for (guint i = 0; now != NULL && i < json_array_get_length (now); i++)
    if (g_str_equal (yc_attachment_get_id (json_array_get_element (now, i)), id))
      return TRUE;
  return FALSE;
}

static void
add (YcFormIntake *self,
     JsonNode         *attachment)
{
  JsonArray *array;

  if (!get_rules (self)->several)
    {
      yc_form_field_set_value (self->field, attachment);
      return;
    }
  if (has_already (self, yc_attachment_get_id (attachment)))
    {
      set_refusal (self, _ ("This file is here already."));
      return;
    }
  array = copy_array (self, G_MAXUINT);
  json_array_add_element (array, json_node_ref (attachment));
  set_array (self, array);
}

static void
refuse (YcFormIntake *self,
        const char       *name,
        const GError     *error)
{
  g_autofree char *why = yc_error_words_line (error);
  g_autofree char *words = name != NULL ? g_strdup_printf (_ ("%s: %s"), name, why) : g_strdup (why);

  set_refusal (self, words);
}

static void
taken_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autofree Taking *taking = user_data;
  g_autoptr (YcFormField) field = taking->field;
  g_autoptr (YcFormIntake) self = taking->self;
  g_autofree char *name = taking->name;
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) attachment = yc_attachment_intake_take_finish (result, &error);

  if (attachment != NULL)
    add (self, attachment);
  else
    refuse (self, name, error);
  take_next (self);
}

static Taking *
taking_new (YcFormIntake *self,
            const char       *name)
{
  Taking *taking = g_new0 (Taking, 1);

  taking->self = g_object_ref (self);
  taking->field = g_object_ref (self->field);
  taking->name = yc_file_name_clean (name);
  return taking;
}

static void
take_file (YcFormIntake *self,
           GFile            *file)
{
  g_autofree char *name = g_file_get_basename (file);

  yc_attachment_intake_take_file_async (self->attachments, get_rules (self), file,
                                        NULL, taken_cb, taking_new (self, name));
}

static void
take_texture (YcFormIntake *self,
              GdkTexture       *texture)
{
  g_autoptr (GBytes) png = gdk_texture_save_to_png_bytes (texture);
  const char *name = _ ("Pasted picture.png");

  yc_attachment_intake_take_bytes_async (self->attachments, get_rules (self), png, name,
                                         NULL, taken_cb, taking_new (self, name));
}

static void
refuse_more (YcFormIntake *self)
{
  g_autofree char *words = g_strdup_printf (
      ngettext ("At most %u file fits here.", "At most %u files fit here.",
                get_rules (self)->max_files), get_rules (self)->max_files);

  set_refusal (self, words);
  g_queue_clear_full (&self->waiting, g_object_unref);
}

static void
take_next (YcFormIntake *self)
{
  g_autoptr (GObject) next = NULL;

  if (self->waiting.length > 0 && yc_form_intake_is_full (self))
    refuse_more (self);
  next = g_queue_pop_head (&self->waiting);
  set_busy (self, next != NULL);
  if (next == NULL)
    yc_form_field_leave (self->field);
  else if (G_IS_FILE (next))
    take_file (self, G_FILE (next));
  else
    take_texture (self, GDK_TEXTURE (next));
}

void
yc_form_intake_take (YcFormIntake *self,
                     GSList       *objects)
{
  g_return_if_fail (YC_IS_FORM_INTAKE (self));

  set_refusal (self, NULL);
  /* Of several for one place the last would win: none is better than chance. */
  if (!get_rules (self)->several && g_slist_length (objects) > 1)
    {
      refuse_more (self);
      return;
    }
  for (GSList *l = objects; l != NULL; l = l->next)
    g_queue_push_tail (&self->waiting, g_object_ref (l->data));
  if (!self->busy)
    take_next (self);
}

void
yc_form_intake_remove (YcFormIntake *self,
                       guint         index)
{
  g_return_if_fail (YC_IS_FORM_INTAKE (self));

  set_refusal (self, NULL);
  if (get_rules (self)->several)
    set_array (self, copy_array (self, index));
  else
    yc_form_field_set_value (self->field, NULL);
}

gboolean
yc_form_intake_get_busy (YcFormIntake *self)
{
  g_return_val_if_fail (YC_IS_FORM_INTAKE (self), FALSE);

  return self->busy;
}

const char *
yc_form_intake_get_refusal (YcFormIntake *self)
{
  g_return_val_if_fail (YC_IS_FORM_INTAKE (self), NULL);

  return self->refusal;
}
