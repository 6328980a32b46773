/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A certificate that nobody needs any more, and what stands in its place. */
#include "yc-replacement.h"

#include "yc-document-private.h"
#include "yc-json.h"
#include "yc-property-private.h"
#include "yc-word.h"

#include <glib/gi18n-lib.h>

struct _YcReplacement
{
  GObject     parent_instance;

  JsonObject *json;
  GStrv       aliases;
};

static const YcMember members[] = {
  { "id", YC_MEMBER_STRING, TRUE },
  { "title", YC_MEMBER_STRING, TRUE },
  { "aliases", YC_MEMBER_STRINGS, FALSE },
  { "way", YC_MEMBER_STRING, TRUE },
  { "rule", YC_MEMBER_STRING, FALSE },
  { "explanation", YC_MEMBER_STRING, FALSE },
  { "what_instead", YC_MEMBER_STRING, FALSE },
  { "declaration", YC_MEMBER_STRING, FALSE },
  { "sample", YC_MEMBER_BOOLEAN, FALSE },
};

static const YcWord ways[] = {
  { "abolished", N_ ("Abolished") },
  { "checked", N_ ("Looked up by the department") },
  { "declaration", N_ ("A signed promise is enough") },
  { "e-certificate", N_ ("A document or e-certificate is enough") },
  { NULL },
};

/* The six rules by which certificates were abolished altogether (一律取消). */
static const YcWord rules[] = {
  { "law-basis", N_ ("No law or regulation asks for it") },
  { "licence", N_ ("The citizen's own papers or e-licences say the same") },
  { "check", N_ ("Departments can check it with each other") },
  { "declaration", N_ ("The applicant's written promise is enough") },
  { "duplicate", N_ ("Other materials of the matter cover it") },
  { "unverifiable", N_ ("Whoever would issue it cannot find out") },
  { NULL },
};

G_DEFINE_FINAL_TYPE (YcReplacement, yc_replacement, G_TYPE_OBJECT)

typedef enum
{
  PROP_ID = 1,
  PROP_TITLE,
  PROP_ALIASES,
  PROP_WAY,
  PROP_WAY_TITLE,
  PROP_RULE_TITLE,
  PROP_EXPLANATION,
  PROP_WHAT_INSTEAD,
  PROP_DECLARATION,
  PROP_SAMPLE,
  PROP_JSON,
} YcReplacementProperty;

static GParamSpec *properties[PROP_JSON + 1];

static void
yc_replacement_finalize (GObject *object)
{
  YcReplacement *self = YC_REPLACEMENT (object);

  g_clear_pointer (&self->json, json_object_unref);
  g_clear_pointer (&self->aliases, g_strfreev);

  G_OBJECT_CLASS (yc_replacement_parent_class)->finalize (object);
}

static void
yc_replacement_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  YcReplacement *self = YC_REPLACEMENT (object);

  switch ((YcReplacementProperty) prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, yc_replacement_get_id (self));
      break;
    case PROP_TITLE:
      g_value_set_string (value, yc_replacement_get_title (self));
      break;
    case PROP_ALIASES:
      g_value_set_boxed (value, yc_replacement_get_aliases (self));
      break;
    case PROP_WAY:
      g_value_set_uint (value, yc_replacement_get_way (self));
      break;
    case PROP_WAY_TITLE:
      g_value_set_string (value, yc_replacement_get_way_title (self));
      break;
    case PROP_RULE_TITLE:
      g_value_set_string (value, yc_replacement_get_rule_title (self));
      break;
    case PROP_EXPLANATION:
      g_value_set_string (value, yc_replacement_get_explanation (self));
      break;
    case PROP_WHAT_INSTEAD:
      g_value_set_string (value, yc_replacement_get_what_instead (self));
      break;
    case PROP_DECLARATION:
      g_value_set_string (value, yc_replacement_get_declaration (self));
      break;
    case PROP_SAMPLE:
      g_value_set_boolean (value, yc_replacement_get_sample (self));
      break;
    case PROP_JSON:
      g_value_set_boxed (value, yc_replacement_get_json (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yc_replacement_class_init (YcReplacementClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = yc_replacement_finalize;
  object_class->get_property = yc_replacement_get_property;

  properties[PROP_ID] = yc_property_string ("id");
  properties[PROP_TITLE] = yc_property_string ("title");
  properties[PROP_ALIASES] = yc_property_boxed ("aliases", G_TYPE_STRV);
  properties[PROP_WAY] = yc_property_uint ("way");
  properties[PROP_WAY_TITLE] = yc_property_string ("way-title");
  properties[PROP_RULE_TITLE] = yc_property_string ("rule-title");
  properties[PROP_EXPLANATION] = yc_property_string ("explanation");
  properties[PROP_WHAT_INSTEAD] = yc_property_string ("what-instead");
  properties[PROP_DECLARATION] = yc_property_string ("declaration");
  properties[PROP_SAMPLE] = yc_property_boolean ("sample");
  properties[PROP_JSON] = yc_property_boxed ("json", JSON_TYPE_OBJECT);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
yc_replacement_init (YcReplacement *self)
{
}

static gboolean
check_words (JsonObject  *json,
             GError     **error)
{
  const char *rule = yc_json_get_string (json, "rule", NULL);

  if (yc_word_find (ways, yc_json_get_string (json, "way", NULL)) == 0)
    return yc_document_fail (error, "way", _("is not a way that is known"));
  if (rule != NULL && yc_word_find (rules, rule) == 0)
    return yc_document_fail (error, "rule", _("is none of the six rules"));
  return TRUE;
}

YcReplacement *
yc_replacement_new_from_json (JsonObject  *json,
                              GError     **error)
{
  g_autoptr (YcReplacement) self = NULL;

  g_return_val_if_fail (json != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!yc_document_check (json, members, G_N_ELEMENTS (members), error) ||
      !check_words (json, error))
    return NULL;

  self = g_object_new (YC_TYPE_REPLACEMENT, NULL);
  self->json = json_object_ref (json);
  self->aliases = yc_json_dup_strv (json, "aliases");
  return g_steal_pointer (&self);
}

const char *
yc_replacement_get_id (YcReplacement *self)
{
  g_return_val_if_fail (YC_IS_REPLACEMENT (self), NULL);

  return yc_json_get_string (self->json, "id", "");
}

const char *
yc_replacement_get_title (YcReplacement *self)
{
  g_return_val_if_fail (YC_IS_REPLACEMENT (self), NULL);

  return yc_json_get_string (self->json, "title", "");
}

const char *const *
yc_replacement_get_aliases (YcReplacement *self)
{
  g_return_val_if_fail (YC_IS_REPLACEMENT (self), NULL);

  return (const char *const *) self->aliases;
}

YcReplacementWay
yc_replacement_get_way (YcReplacement *self)
{
  g_return_val_if_fail (YC_IS_REPLACEMENT (self), 0);

  return yc_word_find (ways, yc_json_get_string (self->json, "way", NULL));
}

const char *
yc_replacement_get_way_title (YcReplacement *self)
{
  g_return_val_if_fail (YC_IS_REPLACEMENT (self), NULL);

  return yc_word_title (ways, NULL, yc_replacement_get_way (self));
}

const char *
yc_replacement_get_rule_title (YcReplacement *self)
{
  g_return_val_if_fail (YC_IS_REPLACEMENT (self), NULL);

  return yc_word_title (rules, NULL,
                        yc_word_find (rules, yc_json_get_string (self->json, "rule", NULL)));
}

const char *
yc_replacement_get_explanation (YcReplacement *self)
{
  g_return_val_if_fail (YC_IS_REPLACEMENT (self), NULL);

  return yc_json_get_string (self->json, "explanation", "");
}

const char *
yc_replacement_get_what_instead (YcReplacement *self)
{
  g_return_val_if_fail (YC_IS_REPLACEMENT (self), NULL);

  return yc_json_get_string (self->json, "what_instead", "");
}

const char *
yc_replacement_get_declaration (YcReplacement *self)
{
  g_return_val_if_fail (YC_IS_REPLACEMENT (self), NULL);

  return yc_json_get_string (self->json, "declaration", "");
}

gboolean
yc_replacement_get_sample (YcReplacement *self)
{
  g_return_val_if_fail (YC_IS_REPLACEMENT (self), FALSE);

  return yc_json_get_boolean (self->json, "sample", FALSE);
}

JsonObject *
yc_replacement_get_json (YcReplacement *self)
{
  g_return_val_if_fail (YC_IS_REPLACEMENT (self), NULL);

  return self->json;
}
