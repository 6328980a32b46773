/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A knowledge entry: one agreed answer, the same at the counter and on the hotline. */
#include "yc-knowledge-entry.h"

#include "yc-document-private.h"
#include "yc-json.h"
#include "yc-property-private.h"

#include <string.h>

struct _YcKnowledgeEntry
{
  GObject     parent_instance;

  JsonObject *json;
  GStrv       tags;
  GStrv       items;
  GStrv       lists;
};

static const YcMember members[] = {
  { "id", YC_MEMBER_STRING, TRUE },
  { "question", YC_MEMBER_STRING, TRUE },
  { "answer", YC_MEMBER_STRING, TRUE },
  { "body", YC_MEMBER_STRING, FALSE },
  { "owner", YC_MEMBER_STRING, FALSE },
  { "source", YC_MEMBER_STRING, FALSE },
  { "from", YC_MEMBER_STRING, FALSE },
  { "until", YC_MEMBER_STRING, FALSE },
  { "tags", YC_MEMBER_STRINGS, FALSE },
  { "items", YC_MEMBER_STRINGS, FALSE },
  { "lists", YC_MEMBER_STRINGS, FALSE },
  { "sample", YC_MEMBER_BOOLEAN, FALSE },
};

G_DEFINE_FINAL_TYPE (YcKnowledgeEntry, yc_knowledge_entry, G_TYPE_OBJECT)

typedef enum
{
  PROP_ID = 1,
  PROP_QUESTION,
  PROP_ANSWER,
  PROP_BODY,
  PROP_OWNER,
  PROP_SOURCE,
  PROP_FROM,
  PROP_UNTIL,
  PROP_TAGS,
  PROP_ITEMS,
  PROP_LISTS,
  PROP_SAMPLE,
  PROP_JSON,
} YcKnowledgeEntryProperty;

static GParamSpec *properties[PROP_JSON + 1];

static void
yc_knowledge_entry_finalize (GObject *object)
{
  YcKnowledgeEntry *self = YC_KNOWLEDGE_ENTRY (object);

  g_clear_pointer (&self->json, json_object_unref);
  g_clear_pointer (&self->tags, g_strfreev);
  g_clear_pointer (&self->items, g_strfreev);
  g_clear_pointer (&self->lists, g_strfreev);

  G_OBJECT_CLASS (yc_knowledge_entry_parent_class)->finalize (object);
}

static void
yc_knowledge_entry_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  YcKnowledgeEntry *self = YC_KNOWLEDGE_ENTRY (object);

  switch ((YcKnowledgeEntryProperty) prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, yc_knowledge_entry_get_id (self));
      break;
    case PROP_QUESTION:
      g_value_set_string (value, yc_knowledge_entry_get_question (self));
      break;
    case PROP_ANSWER:
      g_value_set_string (value, yc_knowledge_entry_get_answer (self));
      break;
    case PROP_BODY:
      g_value_set_string (value, yc_knowledge_entry_get_body (self));
      break;
    case PROP_OWNER:
      g_value_set_string (value, yc_knowledge_entry_get_owner (self));
      break;
    case PROP_SOURCE:
      g_value_set_string (value, yc_knowledge_entry_get_source (self));
      break;
    case PROP_FROM:
      g_value_set_string (value, yc_knowledge_entry_get_from (self));
      break;
    case PROP_UNTIL:
      g_value_set_string (value, yc_knowledge_entry_get_until (self));
      break;
    case PROP_TAGS:
      g_value_set_boxed (value, yc_knowledge_entry_get_tags (self));
      break;
    case PROP_ITEMS:
      g_value_set_boxed (value, yc_knowledge_entry_get_items (self));
      break;
    case PROP_LISTS:
      g_value_set_boxed (value, yc_knowledge_entry_get_lists (self));
      break;
    case PROP_SAMPLE:
      g_value_set_boolean (value, yc_knowledge_entry_get_sample (self));
      break;
    case PROP_JSON:
      g_value_set_boxed (value, yc_knowledge_entry_get_json (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yc_knowledge_entry_class_init (YcKnowledgeEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = yc_knowledge_entry_finalize;
  object_class->get_property = yc_knowledge_entry_get_property;

  properties[PROP_ID] = yc_property_string ("id");
  properties[PROP_QUESTION] = yc_property_string ("question");
  properties[PROP_ANSWER] = yc_property_string ("answer");
  properties[PROP_BODY] = yc_property_string ("body");
  properties[PROP_OWNER] = yc_property_string ("owner");
  properties[PROP_SOURCE] = yc_property_string ("source");
  properties[PROP_FROM] = yc_property_string ("from");
  properties[PROP_UNTIL] = yc_property_string ("until");
  properties[PROP_TAGS] = yc_property_boxed ("tags", G_TYPE_STRV);
  properties[PROP_ITEMS] = yc_property_boxed ("items", G_TYPE_STRV);
  properties[PROP_LISTS] = yc_property_boxed ("lists", G_TYPE_STRV);
  properties[PROP_SAMPLE] = yc_property_boolean ("sample");
  properties[PROP_JSON] = yc_property_boxed ("json", JSON_TYPE_OBJECT);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
yc_knowledge_entry_init (YcKnowledgeEntry *self)
{
}

YcKnowledgeEntry *
yc_knowledge_entry_new_from_json (JsonObject  *json,
                                  GError     **error)
{
  g_autoptr (YcKnowledgeEntry) self = NULL;

  g_return_val_if_fail (json != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!yc_document_check (json, members, G_N_ELEMENTS (members), error))
    return NULL;

  self = g_object_new (YC_TYPE_KNOWLEDGE_ENTRY, NULL);
  self->json = json_object_ref (json);
  self->tags = yc_json_dup_strv (json, "tags");
  self->items = yc_json_dup_strv (json, "items");
  self->lists = yc_json_dup_strv (json, "lists");
  return g_steal_pointer (&self);
}

const char *
yc_knowledge_entry_get_id (YcKnowledgeEntry *self)
{
  g_return_val_if_fail (YC_IS_KNOWLEDGE_ENTRY (self), NULL);

  return yc_json_get_string (self->json, "id", "");
}

const char *
yc_knowledge_entry_get_question (YcKnowledgeEntry *self)
{
  g_return_val_if_fail (YC_IS_KNOWLEDGE_ENTRY (self), NULL);

  return yc_json_get_string (self->json, "question", "");
}

const char *
yc_knowledge_entry_get_answer (YcKnowledgeEntry *self)
{
  g_return_val_if_fail (YC_IS_KNOWLEDGE_ENTRY (self), NULL);

  return yc_json_get_string (self->json, "answer", "");
}

const char *
yc_knowledge_entry_get_body (YcKnowledgeEntry *self)
{
  g_return_val_if_fail (YC_IS_KNOWLEDGE_ENTRY (self), NULL);

  return yc_json_get_string (self->json, "body", "");
}

const char *
yc_knowledge_entry_get_owner (YcKnowledgeEntry *self)
{
  g_return_val_if_fail (YC_IS_KNOWLEDGE_ENTRY (self), NULL);

  return yc_json_get_string (self->json, "owner", "");
}

const char *
yc_knowledge_entry_get_source (YcKnowledgeEntry *self)
{
  g_return_val_if_fail (YC_IS_KNOWLEDGE_ENTRY (self), NULL);

  return yc_json_get_string (self->json, "source", "");
}

const char *
yc_knowledge_entry_get_from (YcKnowledgeEntry *self)
{
  g_return_val_if_fail (YC_IS_KNOWLEDGE_ENTRY (self), NULL);

  return yc_json_get_string (self->json, "from", NULL);
}

const char *
yc_knowledge_entry_get_until (YcKnowledgeEntry *self)
{
  g_return_val_if_fail (YC_IS_KNOWLEDGE_ENTRY (self), NULL);

  return yc_json_get_string (self->json, "until", NULL);
}

const char *const *
yc_knowledge_entry_get_tags (YcKnowledgeEntry *self)
{
  g_return_val_if_fail (YC_IS_KNOWLEDGE_ENTRY (self), NULL);

  return (const char *const *) self->tags;
}

const char *const *
yc_knowledge_entry_get_items (YcKnowledgeEntry *self)
{
  g_return_val_if_fail (YC_IS_KNOWLEDGE_ENTRY (self), NULL);

  return (const char *const *) self->items;
}

const char *const *
yc_knowledge_entry_get_lists (YcKnowledgeEntry *self)
{
  g_return_val_if_fail (YC_IS_KNOWLEDGE_ENTRY (self), NULL);

  return (const char *const *) self->lists;
}

gboolean
yc_knowledge_entry_get_sample (YcKnowledgeEntry *self)
{
  g_return_val_if_fail (YC_IS_KNOWLEDGE_ENTRY (self), FALSE);

  return yc_json_get_boolean (self->json, "sample", FALSE);
}

JsonObject *
yc_knowledge_entry_get_json (YcKnowledgeEntry *self)
{
  g_return_val_if_fail (YC_IS_KNOWLEDGE_ENTRY (self), NULL);

  return self->json;
}

gboolean
yc_knowledge_entry_holds_on (YcKnowledgeEntry *self,
                             const GDate      *day)
{
  const char *from, *until;
  char text[16];

  g_return_val_if_fail (YC_IS_KNOWLEDGE_ENTRY (self), FALSE);
  g_return_val_if_fail (day != NULL && g_date_valid (day), FALSE);

  from = yc_knowledge_entry_get_from (self);
  until = yc_knowledge_entry_get_until (self);
  g_snprintf (text, sizeof text, "%04u-%02u-%02u", g_date_get_year (day),
              (guint) g_date_get_month (day), (guint) g_date_get_day (day));
  return (from == NULL || strcmp (from, text) <= 0) && (until == NULL || strcmp (text, until) <= 0);
}
