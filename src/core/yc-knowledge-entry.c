/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A knowledge entry: one agreed answer, the same at the counter and on the hotline. */
#include "yc-knowledge-entry.h"

#include "yc-document-private.h"
#include "yc-json.h"
#include "yc-knowledge-version-private.h"
#include "yc-property-private.h"

#include <string.h>

struct _YcKnowledgeEntry
{
  GObject     parent_instance;

  JsonObject *json;
  GStrv       tags;
  GStrv       items;
  GStrv       lists;
  GStrv       synonyms;
  GListStore *versions;
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
  { "synonyms", YC_MEMBER_STRINGS, FALSE },
  { "versions", YC_MEMBER_OBJECTS, FALSE },
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
  PROP_SYNONYMS,
  PROP_VERSIONS,
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
  g_clear_pointer (&self->synonyms, g_strfreev);
  g_clear_object (&self->versions);

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
    case PROP_SYNONYMS:
      g_value_set_boxed (value, yc_knowledge_entry_get_synonyms (self));
      break;
    case PROP_VERSIONS:
      g_value_set_object (value, yc_knowledge_entry_get_versions (self));
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
  properties[PROP_SYNONYMS] = yc_property_boxed ("synonyms", G_TYPE_STRV);
  properties[PROP_VERSIONS] = yc_property_object ("versions", G_TYPE_LIST_MODEL);
  properties[PROP_SAMPLE] = yc_property_boolean ("sample");
  properties[PROP_JSON] = yc_property_boxed ("json", JSON_TYPE_OBJECT);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
yc_knowledge_entry_init (YcKnowledgeEntry *self)
{
}

static YcKnowledgeVersion *
get_version (YcKnowledgeEntry *self,
             guint             position)
{
  g_autoptr (YcKnowledgeVersion) version =
    g_list_model_get_item (G_LIST_MODEL (self->versions), position);

  return version;
}

static guint
get_n_versions (YcKnowledgeEntry *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->versions));
}

static gboolean
is_same_place (YcKnowledgeVersion *a,
               YcKnowledgeVersion *b)
{
  return g_str_equal (yc_knowledge_version_get_place (a), yc_knowledge_version_get_place (b));
}

/* Those that begin last first; at the same day the wider place first. */
static int
compare_versions (gconstpointer a,
                  gconstpointer b,
                  gpointer      user_data)
{
  YcKnowledgeVersion *x = (YcKnowledgeVersion *) a, *y = (YcKnowledgeVersion *) b;
  int order = strcmp (yc_knowledge_version_get_from (y), yc_knowledge_version_get_from (x));

  return order != 0 ? order
                    : strcmp (yc_knowledge_version_get_place (x), yc_knowledge_version_get_place (y));
}

/* "" when @day is none. */
static char *
dup_day_before (const char *day)
{
  g_autoptr (GDateTime) time = NULL;
  g_autoptr (GDateTime) before = NULL;
  g_autofree char *text = g_strconcat (day, "T12:00:00Z", NULL);

  time = g_date_time_new_from_iso8601 (text, NULL);
  before = time != NULL ? g_date_time_add_days (time, -1) : NULL;
  return before != NULL ? g_date_time_format (before, "%Y-%m-%d") : g_strdup ("");
}

/* A version ends, at the latest, when the next one of its place begins. */
static void
end_version (YcKnowledgeEntry *self,
             guint             position)
{
  YcKnowledgeVersion *version = get_version (self, position);
  const char *until = yc_knowledge_version_get_until (version);
  g_autofree char *last = NULL;

  for (guint i = position; i-- > 0;)
    if (is_same_place (get_version (self, i), version))
      {
        last = dup_day_before (yc_knowledge_version_get_from (get_version (self, i)));
        break;
      }
  if (last != NULL && (until == NULL || strcmp (last, until) < 0))
    yc_knowledge_version_set_until (version, last);
}

static gboolean
add_version (YcKnowledgeEntry  *self,
             JsonObject        *json,
             GError           **error)
{
  g_autoptr (YcKnowledgeVersion) version =
    yc_knowledge_version_new (json, yc_knowledge_entry_get_question (self), error);

  if (version != NULL)
    g_list_store_append (self->versions, version);
  return version != NULL;
}

static gboolean
read_versions (YcKnowledgeEntry  *self,
               GError           **error)
{
  JsonArray *others = yc_json_get_array (self->json, "versions");

  self->versions = g_list_store_new (YC_TYPE_KNOWLEDGE_VERSION);
  if (!add_version (self, self->json, error))
    return FALSE;
  for (guint i = 0; others != NULL && i < json_array_get_length (others); i++)
    if (!add_version (self, json_array_get_object_element (others, i), error))
      return FALSE;
  g_list_store_sort (self->versions, compare_versions, NULL);
  for (guint i = 0; i < get_n_versions (self); i++)
    end_version (self, i);
  return TRUE;
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
  self->synonyms = yc_json_dup_strv (json, "synonyms");
  if (!read_versions (self, error))
    return NULL;
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

const char *const *
yc_knowledge_entry_get_synonyms (YcKnowledgeEntry *self)
{
  g_return_val_if_fail (YC_IS_KNOWLEDGE_ENTRY (self), NULL);

  return (const char *const *) self->synonyms;
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
  char text[16];

  g_return_val_if_fail (YC_IS_KNOWLEDGE_ENTRY (self), FALSE);
  g_return_val_if_fail (day != NULL && g_date_valid (day), FALSE);

  g_snprintf (text, sizeof text, "%04u-%02u-%02u", g_date_get_year (day),
              (guint) g_date_get_month (day), (guint) g_date_get_day (day));
  for (guint i = 0; i < get_n_versions (self); i++)
    if (yc_knowledge_version_holds_on (get_version (self, i), text))
      return TRUE;
  return FALSE;
}

GListModel *
yc_knowledge_entry_get_versions (YcKnowledgeEntry *self)
{
  g_return_val_if_fail (YC_IS_KNOWLEDGE_ENTRY (self), NULL);

  return G_LIST_MODEL (self->versions);
}

YcKnowledgeVersion *
yc_knowledge_entry_find_version (YcKnowledgeEntry *self,
                                 const char       *place_path,
                                 const char       *day)
{
  YcKnowledgeVersion *found = NULL;
  int nearest = -1;

  g_return_val_if_fail (YC_IS_KNOWLEDGE_ENTRY (self), NULL);
  g_return_val_if_fail (day != NULL, NULL);

  for (guint i = 0; i < get_n_versions (self); i++)
    {
      YcKnowledgeVersion *version = get_version (self, i);
      int nearness = yc_knowledge_version_get_nearness (version, place_path);

      if (nearness > nearest && yc_knowledge_version_holds_on (version, day))
        {
          found = version;
          nearest = nearness;
        }
    }
  return found;
}

/* Among those that begin after @day the first one that nothing nearer keeps from holding then. */
YcKnowledgeVersion *
yc_knowledge_entry_find_next (YcKnowledgeEntry *self,
                              const char       *place_path,
                              const char       *day)
{
  g_return_val_if_fail (YC_IS_KNOWLEDGE_ENTRY (self), NULL);
  g_return_val_if_fail (day != NULL, NULL);

  for (guint i = get_n_versions (self); i-- > 0;)
    {
      YcKnowledgeVersion *version = get_version (self, i);
      const char *from = yc_knowledge_version_get_from (version);

      if (strcmp (from, day) > 0 &&
          yc_knowledge_entry_find_version (self, place_path, from) == version)
        return version;
    }
  return NULL;
}

YcKnowledgeVersion *
yc_knowledge_entry_find_before (YcKnowledgeEntry   *self,
                                YcKnowledgeVersion *version)
{
  gboolean passed = FALSE;

  g_return_val_if_fail (YC_IS_KNOWLEDGE_ENTRY (self), NULL);
  g_return_val_if_fail (YC_IS_KNOWLEDGE_VERSION (version), NULL);

  for (guint i = 0; i < get_n_versions (self); i++)
    {
      YcKnowledgeVersion *other = get_version (self, i);

      if (passed && is_same_place (other, version))
        return other;
      passed |= other == version;
    }
  if (*yc_knowledge_version_get_place (version) == '\0')
    return NULL;
  return yc_knowledge_entry_find_version (self, NULL, yc_knowledge_version_get_from (version));
}
