/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One version of a knowledge entry: what it says in a place from one day on. */
#include "yc-knowledge-version-private.h"

#include "yc-document-private.h"
#include "yc-json.h"
#include "yc-property-private.h"

#include <string.h>

struct _YcKnowledgeVersion
{
  GObject     parent_instance;

  JsonObject *json;
  char       *question;
  char       *until;
};

static const YcMember members[] = {
  { "question", YC_MEMBER_STRING, FALSE },
  { "answer", YC_MEMBER_STRING, TRUE },
  { "body", YC_MEMBER_STRING, FALSE },
  { "source", YC_MEMBER_STRING, FALSE },
  { "note", YC_MEMBER_STRING, FALSE },
  { "place", YC_MEMBER_STRING, FALSE },
  { "from", YC_MEMBER_STRING, FALSE },
  { "until", YC_MEMBER_STRING, FALSE },
};

typedef enum
{
  PROP_QUESTION = 1,
  PROP_ANSWER,
  PROP_BODY,
  PROP_SOURCE,
  PROP_NOTE,
  PROP_PLACE,
  PROP_FROM,
  PROP_UNTIL,
} YcKnowledgeVersionProperty;

static GParamSpec *properties[PROP_UNTIL + 1];

G_DEFINE_FINAL_TYPE (YcKnowledgeVersion, yc_knowledge_version, G_TYPE_OBJECT)

static void
yc_knowledge_version_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  YcKnowledgeVersion *self = YC_KNOWLEDGE_VERSION (object);

  switch ((YcKnowledgeVersionProperty) prop_id)
    {
    case PROP_QUESTION:
      g_value_set_string (value, yc_knowledge_version_get_question (self));
      break;
    case PROP_ANSWER:
      g_value_set_string (value, yc_knowledge_version_get_answer (self));
      break;
    case PROP_BODY:
      g_value_set_string (value, yc_knowledge_version_get_body (self));
      break;
    case PROP_SOURCE:
      g_value_set_string (value, yc_knowledge_version_get_source (self));
      break;
    case PROP_NOTE:
      g_value_set_string (value, yc_knowledge_version_get_note (self));
      break;
    case PROP_PLACE:
      g_value_set_string (value, yc_knowledge_version_get_place (self));
      break;
    case PROP_FROM:
      g_value_set_string (value, yc_knowledge_version_get_from (self));
      break;
    case PROP_UNTIL:
      g_value_set_string (value, yc_knowledge_version_get_until (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yc_knowledge_version_finalize (GObject *object)
{
  YcKnowledgeVersion *self = YC_KNOWLEDGE_VERSION (object);

  g_clear_pointer (&self->json, json_object_unref);
  g_clear_pointer (&self->question, g_free);
  g_clear_pointer (&self->until, g_free);

  G_OBJECT_CLASS (yc_knowledge_version_parent_class)->finalize (object);
}

static void
yc_knowledge_version_class_init (YcKnowledgeVersionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = yc_knowledge_version_finalize;
  object_class->get_property = yc_knowledge_version_get_property;

  properties[PROP_QUESTION] = yc_property_string ("question");
  properties[PROP_ANSWER] = yc_property_string ("answer");
  properties[PROP_BODY] = yc_property_string ("body");
  properties[PROP_SOURCE] = yc_property_string ("source");
  properties[PROP_NOTE] = yc_property_string ("note");
  properties[PROP_PLACE] = yc_property_string ("place");
  properties[PROP_FROM] = yc_property_string ("from");
  properties[PROP_UNTIL] = yc_property_string ("until");
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
yc_knowledge_version_init (YcKnowledgeVersion *self)
{
}

/*
 * yc_knowledge_version_new:
 * @json: an entry, or one of its "versions"
 * @question: the entry's question, for a version that does not put it in other words
 * @error: return location for an error
 *
 * Returns: (transfer full): a version, or %NULL with %YC_CORE_ERROR_CATALOG
 */
YcKnowledgeVersion *
yc_knowledge_version_new (JsonObject  *json,
                          const char  *question,
                          GError     **error)
{
  YcKnowledgeVersion *self;

  if (!yc_document_check (json, members, G_N_ELEMENTS (members), error))
    return NULL;
  self = g_object_new (YC_TYPE_KNOWLEDGE_VERSION, NULL);
  self->json = json_object_ref (json);
  self->question = g_strdup (yc_json_get_string (json, "question", question));
  self->until = g_strdup (yc_json_get_string (json, "until", NULL));
  return self;
}

void
yc_knowledge_version_set_until (YcKnowledgeVersion *self,
                                const char         *until)
{
  g_free (self->until);
  self->until = g_strdup (until);
}

const char *
yc_knowledge_version_get_question (YcKnowledgeVersion *self)
{
  g_return_val_if_fail (YC_IS_KNOWLEDGE_VERSION (self), NULL);

  return self->question;
}

#define GET_TEXT(name)                                                                           \
  const char *yc_knowledge_version_get_##name (YcKnowledgeVersion *self)                         \
  {                                                                                              \
    g_return_val_if_fail (YC_IS_KNOWLEDGE_VERSION (self), NULL);                                 \
                                                                                                 \
    return yc_json_get_string (self->json, #name, "");                                           \
  }

GET_TEXT (answer)
GET_TEXT (body)
GET_TEXT (source)
GET_TEXT (note)
GET_TEXT (place)
GET_TEXT (from)

const char *
yc_knowledge_version_get_until (YcKnowledgeVersion *self)
{
  g_return_val_if_fail (YC_IS_KNOWLEDGE_VERSION (self), NULL);

  return self->until;
}

int
yc_knowledge_version_get_nearness (YcKnowledgeVersion *self,
                                   const char         *place_path)
{
  g_auto (GStrv) codes = NULL;
  const char *place;

  g_return_val_if_fail (YC_IS_KNOWLEDGE_VERSION (self), -1);

  place = yc_knowledge_version_get_place (self);
  if (*place == '\0')
    return 0;
  codes = g_strsplit (place_path != NULL ? place_path : "", "/", -1);
  for (int i = 0; codes[i] != NULL; i++)
    if (g_str_equal (codes[i], place))
      return i + 1;
  return -1;
}

gboolean
yc_knowledge_version_holds_on (YcKnowledgeVersion *self,
                               const char         *day)
{
  g_return_val_if_fail (YC_IS_KNOWLEDGE_VERSION (self), FALSE);
  g_return_val_if_fail (day != NULL, FALSE);

  return strcmp (yc_knowledge_version_get_from (self), day) <= 0 &&
         (self->until == NULL || strcmp (day, self->until) <= 0);
}
