/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A question list: questions that lead from a need to items. */
#include "yc-question-list.h"

#include "yc-document-private.h"
#include "yc-json.h"
#include "yc-named-rules-private.h"
#include "yc-property-private.h"
#include "yc-question-outcome.h"

#include <glib/gi18n-lib.h>

struct _YcQuestionList
{
  GObject     parent_instance;

  JsonObject *json;
  /* Their rules call no named conditions any more. */
  JsonArray  *includes;
  JsonArray  *outcomes;
  GStrv       keywords;
  GListStore *questions;
};

static const YcMember members[] = {
  { "id", YC_MEMBER_STRING, TRUE },
  { "title", YC_MEMBER_STRING, TRUE },
  { "keywords", YC_MEMBER_STRINGS, FALSE },
  { "conditions", YC_MEMBER_OBJECT, FALSE },
  { "include", YC_MEMBER_OBJECTS, FALSE },
  { "questions", YC_MEMBER_OBJECTS, TRUE },
  { "outcomes", YC_MEMBER_OBJECTS, TRUE },
  { "start", YC_MEMBER_BOOLEAN, FALSE },
  { "sample", YC_MEMBER_BOOLEAN, FALSE },
};

static const YcMember include_members[] = {
  { "list", YC_MEMBER_STRING, TRUE },
};

typedef gboolean (*CheckFunc) (JsonObject  *json,
                               GError     **error);

G_DEFINE_FINAL_TYPE (YcQuestionList, yc_question_list, G_TYPE_OBJECT)

typedef enum
{
  PROP_ID = 1,
  PROP_TITLE,
  PROP_KEYWORDS,
  PROP_QUESTIONS,
  PROP_N_QUESTIONS,
  PROP_SAMPLE,
  PROP_JSON,
} YcQuestionListProperty;

static GParamSpec *properties[PROP_JSON + 1];

static void
yc_question_list_finalize (GObject *object)
{
  YcQuestionList *self = YC_QUESTION_LIST (object);

  g_clear_pointer (&self->json, json_object_unref);
  g_clear_pointer (&self->includes, json_array_unref);
  g_clear_pointer (&self->outcomes, json_array_unref);
  g_clear_pointer (&self->keywords, g_strfreev);
  g_clear_object (&self->questions);

  G_OBJECT_CLASS (yc_question_list_parent_class)->finalize (object);
}

static void
yc_question_list_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  YcQuestionList *self = YC_QUESTION_LIST (object);

  switch ((YcQuestionListProperty) prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, yc_question_list_get_id (self));
      break;
    case PROP_TITLE:
      g_value_set_string (value, yc_question_list_get_title (self));
      break;
    case PROP_KEYWORDS:
      g_value_set_boxed (value, yc_question_list_get_keywords (self));
      break;
    case PROP_QUESTIONS:
      g_value_set_object (value, yc_question_list_get_questions (self));
      break;
    case PROP_N_QUESTIONS:
      g_value_set_uint (value, yc_question_list_get_n_questions (self));
      break;
    case PROP_SAMPLE:
      g_value_set_boolean (value, yc_question_list_get_sample (self));
      break;
    case PROP_JSON:
      g_value_set_boxed (value, yc_question_list_get_json (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yc_question_list_class_init (YcQuestionListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = yc_question_list_finalize;
  object_class->get_property = yc_question_list_get_property;

  properties[PROP_ID] = yc_property_string ("id");
  properties[PROP_TITLE] = yc_property_string ("title");
  properties[PROP_KEYWORDS] = yc_property_boxed ("keywords", G_TYPE_STRV);
  properties[PROP_QUESTIONS] = yc_property_object ("questions", G_TYPE_LIST_MODEL);
  properties[PROP_N_QUESTIONS] = yc_property_uint ("n-questions");
  properties[PROP_SAMPLE] = yc_property_boolean ("sample");
  properties[PROP_JSON] = yc_property_boxed ("json", JSON_TYPE_OBJECT);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
yc_question_list_init (YcQuestionList *self)
{
}

static gboolean
has_question (YcQuestionList *self,
              const char     *id)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->questions)); i++)
    {
      g_autoptr (YcQuestion) question = g_list_model_get_item (G_LIST_MODEL (self->questions), i);

      if (g_str_equal (yc_question_get_id (question), id))
        return TRUE;
    }
  return FALSE;
}

static gboolean
add_question (YcQuestionList  *self,
              YcNamedRules    *names,
              JsonObject      *json,
              GError         **error)
{
  g_autoptr (JsonObject) expanded = yc_named_rules_expand (names, json, error);
  g_autoptr (YcQuestion) question = NULL;

  if (expanded != NULL)
    question = yc_question_new_from_json (expanded, yc_question_list_get_id (self), error);
  if (question == NULL)
    return FALSE;
  if (has_question (self, yc_question_get_id (question)))
    return yc_document_fail (error, "id", _("is used twice"));
  g_list_store_append (self->questions, question);
  return TRUE;
}

static gboolean
add_questions (YcQuestionList  *self,
               YcNamedRules    *names,
               GError         **error)
{
  JsonArray *array = yc_json_get_array (self->json, "questions");

  for (guint i = 0; i < json_array_get_length (array); i++)
    if (!add_question (self, names, json_array_get_object_element (array, i), error))
      {
        g_prefix_error (error, "/questions/%u", i);
        return FALSE;
      }
  return TRUE;
}

static gboolean
check_include (JsonObject  *include,
               GError     **error)
{
  return yc_document_check (include, include_members, G_N_ELEMENTS (include_members), error);
}

/* The objects of @member with their rules written out; none when the list has no such member. */
static JsonArray *
expand_all (YcQuestionList  *self,
            YcNamedRules    *names,
            const char      *member,
            CheckFunc        check,
            GError         **error)
{
  g_autoptr (JsonArray) result = json_array_new ();
  JsonArray *array = yc_json_get_array (self->json, member);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonObject *given = json_array_get_object_element (array, i);
      JsonObject *json = check (given, error) ? yc_named_rules_expand (names, given, error) : NULL;

      if (json == NULL)
        {
          g_prefix_error (error, "/%s/%u", member, i);
          return NULL;
        }
      json_array_add_object_element (result, json);
    }
  return g_steal_pointer (&result);
}

static YcNamedRules *
read_conditions (YcQuestionList  *self,
                 GError         **error)
{
  YcNamedRules *names = yc_named_rules_new (yc_json_get_object (self->json, "conditions"), error);

  if (names == NULL)
    g_prefix_error (error, "/conditions");
  return names;
}

static gboolean
read_rules (YcQuestionList  *self,
            GError         **error)
{
  g_autoptr (YcNamedRules) names = read_conditions (self, error);

  if (names == NULL || !add_questions (self, names, error))
    return FALSE;
  self->includes = expand_all (self, names, "include", check_include, error);
  if (self->includes == NULL)
    return FALSE;
  self->outcomes = expand_all (self, names, "outcomes", yc_question_outcome_check, error);
  return self->outcomes != NULL;
}

YcQuestionList *
yc_question_list_new_from_json (JsonObject  *json,
                                GError     **error)
{
  g_autoptr (YcQuestionList) self = NULL;

  g_return_val_if_fail (json != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!yc_document_check (json, members, G_N_ELEMENTS (members), error))
    return NULL;

  self = g_object_new (YC_TYPE_QUESTION_LIST, NULL);
  self->json = json_object_ref (json);
  self->keywords = yc_json_dup_strv (json, "keywords");
  self->questions = g_list_store_new (YC_TYPE_QUESTION);
  if (!read_rules (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

const char *
yc_question_list_get_id (YcQuestionList *self)
{
  g_return_val_if_fail (YC_IS_QUESTION_LIST (self), NULL);

  return yc_json_get_string (self->json, "id", "");
}

const char *
yc_question_list_get_title (YcQuestionList *self)
{
  g_return_val_if_fail (YC_IS_QUESTION_LIST (self), NULL);

  return yc_json_get_string (self->json, "title", "");
}

const char *const *
yc_question_list_get_keywords (YcQuestionList *self)
{
  g_return_val_if_fail (YC_IS_QUESTION_LIST (self), NULL);

  return (const char *const *) self->keywords;
}

GListModel *
yc_question_list_get_questions (YcQuestionList *self)
{
  g_return_val_if_fail (YC_IS_QUESTION_LIST (self), NULL);

  return G_LIST_MODEL (self->questions);
}

guint
yc_question_list_get_n_questions (YcQuestionList *self)
{
  g_return_val_if_fail (YC_IS_QUESTION_LIST (self), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (self->questions));
}

JsonArray *
yc_question_list_get_includes (YcQuestionList *self)
{
  g_return_val_if_fail (YC_IS_QUESTION_LIST (self), NULL);

  return self->includes;
}

JsonArray *
yc_question_list_get_outcomes (YcQuestionList *self)
{
  g_return_val_if_fail (YC_IS_QUESTION_LIST (self), NULL);

  return self->outcomes;
}

gboolean
yc_question_list_get_start (YcQuestionList *self)
{
  g_return_val_if_fail (YC_IS_QUESTION_LIST (self), FALSE);

  return yc_json_get_boolean (self->json, "start", TRUE);
}

gboolean
yc_question_list_get_sample (YcQuestionList *self)
{
  g_return_val_if_fail (YC_IS_QUESTION_LIST (self), FALSE);

  return yc_json_get_boolean (self->json, "sample", FALSE);
}

JsonObject *
yc_question_list_get_json (YcQuestionList *self)
{
  g_return_val_if_fail (YC_IS_QUESTION_LIST (self), NULL);

  return self->json;
}
