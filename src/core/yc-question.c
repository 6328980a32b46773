/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A question of a question list, and what may be answered. */
#include "yc-question.h"

#include "yc-core-error.h"
#include "yc-day.h"
#include "yc-document-private.h"
#include "yc-json.h"
#include "yc-logic.h"
#include "yc-place-code.h"
#include "yc-property-private.h"
#include "yc-word.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _YcQuestion
{
  GObject         parent_instance;

  JsonObject     *json;
  char           *list_id;
  char           *key;
  YcQuestionKind  kind;
};

static const YcMember members[] = {
  { "id", YC_MEMBER_STRING, TRUE },
  { "title", YC_MEMBER_STRING, TRUE },
  { "kind", YC_MEMBER_STRING, TRUE },
  { "choices", YC_MEMBER_OBJECTS, FALSE },
  { "minimum", YC_MEMBER_NUMBER, FALSE },
  { "maximum", YC_MEMBER_NUMBER, FALSE },
  { "help", YC_MEMBER_STRING, FALSE },
  { "fact", YC_MEMBER_STRING, FALSE },
  { "level", YC_MEMBER_STRING, FALSE },
  { "within", YC_MEMBER_STRING, FALSE },
  { "elsewhere", YC_MEMBER_STRING, FALSE },
};

static const YcMember choice_members[] = {
  { "value", YC_MEMBER_STRING, TRUE },
  { "title", YC_MEMBER_STRING, TRUE },
};

static const YcWord kinds[] = {
  { "choice" }, { "choices" }, { "yes-no" }, { "number" },
  { "date" },   { "place" },   { "text" },   { NULL },
};

G_DEFINE_FINAL_TYPE (YcQuestion, yc_question, G_TYPE_OBJECT)

typedef enum
{
  PROP_ID = 1,
  PROP_LIST_ID,
  PROP_KEY,
  PROP_TITLE,
  PROP_HELP,
  PROP_KIND,
  PROP_N_CHOICES,
  PROP_MINIMUM,
  PROP_MAXIMUM,
} YcQuestionProperty;

static GParamSpec *properties[PROP_MAXIMUM + 1];

static void
yc_question_finalize (GObject *object)
{
  YcQuestion *self = YC_QUESTION (object);

  g_clear_pointer (&self->json, json_object_unref);
  g_clear_pointer (&self->list_id, g_free);
  g_clear_pointer (&self->key, g_free);

  G_OBJECT_CLASS (yc_question_parent_class)->finalize (object);
}

static void
yc_question_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  YcQuestion *self = YC_QUESTION (object);

  switch ((YcQuestionProperty) prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, yc_question_get_id (self));
      break;
    case PROP_LIST_ID:
      g_value_set_string (value, yc_question_get_list_id (self));
      break;
    case PROP_KEY:
      g_value_set_string (value, yc_question_get_key (self));
      break;
    case PROP_TITLE:
      g_value_set_string (value, yc_question_get_title (self));
      break;
    case PROP_HELP:
      g_value_set_string (value, yc_question_get_help (self));
      break;
    case PROP_KIND:
      g_value_set_uint (value, yc_question_get_kind (self));
      break;
    case PROP_N_CHOICES:
      g_value_set_uint (value, yc_question_get_n_choices (self));
      break;
    case PROP_MINIMUM:
      g_value_set_double (value, yc_question_get_minimum (self));
      break;
    case PROP_MAXIMUM:
      g_value_set_double (value, yc_question_get_maximum (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yc_question_class_init (YcQuestionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = yc_question_finalize;
  object_class->get_property = yc_question_get_property;

  properties[PROP_ID] = yc_property_string ("id");
  properties[PROP_LIST_ID] = yc_property_string ("list-id");
  properties[PROP_KEY] = yc_property_string ("key");
  properties[PROP_TITLE] = yc_property_string ("title");
  properties[PROP_HELP] = yc_property_string ("help");
  properties[PROP_KIND] = yc_property_uint ("kind");
  properties[PROP_N_CHOICES] = yc_property_uint ("n-choices");
  properties[PROP_MINIMUM] = yc_property_double ("minimum");
  properties[PROP_MAXIMUM] = yc_property_double ("maximum");

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
yc_question_init (YcQuestion *self)
{
}

static guint
count_choices (YcQuestion *self)
{
  JsonArray *choices = yc_json_get_array (self->json, "choices");

  return choices != NULL ? json_array_get_length (choices) : 0;
}

static JsonObject *
get_choice (YcQuestion *self,
            guint       index)
{
  JsonArray *choices = yc_json_get_array (self->json, "choices");

  return index < count_choices (self) ? json_array_get_object_element (choices, index) : NULL;
}

static gboolean
check_choices (JsonObject  *json,
               const char  *kind,
               GError     **error)
{
  JsonArray *choices = yc_json_get_array (json, "choices");
  guint length = choices != NULL ? json_array_get_length (choices) : 0;

  if (length == 0 && g_str_has_prefix (kind, "choice"))
    return yc_document_fail (error, "choices", _("is missing"));
  for (guint i = 0; i < length; i++)
    if (!yc_document_check (json_array_get_object_element (choices, i), choice_members,
                            G_N_ELEMENTS (choice_members), error))
      {
        g_prefix_error (error, "/choices/%u", i);
        return FALSE;
      }
  return TRUE;
}

static gboolean
check_when (JsonObject  *json,
            GError     **error)
{
  g_autoptr (GError) local = NULL;

  return yc_logic_check (yc_json_get_member (json, "when"), &local) ||
         yc_document_fail (error, "when", local->message);
}

/* Two parts exactly, so that no fact lies inside of another. */
static gboolean
is_fact (const char *name)
{
  const char *dot = strchr (name, '.');

  return dot != NULL && dot != name && dot[1] != '\0' && strchr (dot + 1, '.') == NULL;
}

static gboolean
check_json (JsonObject  *json,
            GError     **error)
{
  const char *kind;

  if (!yc_document_check (json, members, G_N_ELEMENTS (members), error))
    return FALSE;
  kind = yc_json_get_string (json, "kind", NULL);
  if (yc_word_find (kinds, kind) == 0)
    return yc_document_fail (error, "kind", _("is not a kind of question that is known"));
  if (strchr (yc_json_get_string (json, "id", ""), '/') != NULL)
    return yc_document_fail (error, "id", _("must not have a slash"));
  if (g_str_equal (yc_json_get_string (json, "id", ""), "facts"))
    return yc_document_fail (error, "id", _("is what rules call the facts"));
  if (!is_fact (yc_json_get_string (json, "fact", "some.fact")))
    return yc_document_fail (error, "fact",
                             _("must be a group and a name with a dot between them"));
  return check_choices (json, kind, error) && check_when (json, error);
}

YcQuestion *
yc_question_new_from_json (JsonObject  *json,
                           const char  *list_id,
                           GError     **error)
{
  g_autoptr (YcQuestion) self = NULL;

  g_return_val_if_fail (json != NULL, NULL);
  g_return_val_if_fail (list_id != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!check_json (json, error))
    return NULL;

  self = g_object_new (YC_TYPE_QUESTION, NULL);
  self->json = json_object_ref (json);
  self->list_id = g_strdup (list_id);
  self->key = g_strconcat (list_id, "/", yc_question_get_id (self), NULL);
  self->kind = yc_word_find (kinds, yc_json_get_string (json, "kind", NULL));
  return g_steal_pointer (&self);
}

const char *
yc_question_get_id (YcQuestion *self)
{
  g_return_val_if_fail (YC_IS_QUESTION (self), NULL);

  return yc_json_get_string (self->json, "id", "");
}

const char *
yc_question_get_list_id (YcQuestion *self)
{
  g_return_val_if_fail (YC_IS_QUESTION (self), NULL);

  return self->list_id;
}

const char *
yc_question_get_key (YcQuestion *self)
{
  g_return_val_if_fail (YC_IS_QUESTION (self), NULL);

  return self->key;
}

const char *
yc_question_get_title (YcQuestion *self)
{
  g_return_val_if_fail (YC_IS_QUESTION (self), NULL);

  return yc_json_get_string (self->json, "title", "");
}

const char *
yc_question_get_help (YcQuestion *self)
{
  g_return_val_if_fail (YC_IS_QUESTION (self), NULL);

  return yc_json_get_string (self->json, "help", "");
}

YcQuestionKind
yc_question_get_kind (YcQuestion *self)
{
  g_return_val_if_fail (YC_IS_QUESTION (self), 0);

  return self->kind;
}

guint
yc_question_get_n_choices (YcQuestion *self)
{
  g_return_val_if_fail (YC_IS_QUESTION (self), 0);

  return count_choices (self);
}

double
yc_question_get_minimum (YcQuestion *self)
{
  g_return_val_if_fail (YC_IS_QUESTION (self), 0);

  return yc_json_get_double (self->json, "minimum", -G_MAXDOUBLE);
}

double
yc_question_get_maximum (YcQuestion *self)
{
  g_return_val_if_fail (YC_IS_QUESTION (self), 0);

  return yc_json_get_double (self->json, "maximum", G_MAXDOUBLE);
}

const char *
yc_question_get_fact (YcQuestion *self)
{
  g_return_val_if_fail (YC_IS_QUESTION (self), NULL);

  return yc_json_get_string (self->json, "fact", NULL);
}

const char *
yc_question_get_place_level (YcQuestion *self)
{
  g_return_val_if_fail (YC_IS_QUESTION (self), NULL);

  return yc_json_get_string (self->json, "level", NULL);
}

const char *
yc_question_get_place_within (YcQuestion *self)
{
  g_return_val_if_fail (YC_IS_QUESTION (self), NULL);

  return yc_json_get_string (self->json, "within", NULL);
}

const char *
yc_question_get_elsewhere (YcQuestion *self)
{
  g_return_val_if_fail (YC_IS_QUESTION (self), NULL);

  return yc_json_get_string (self->json, "elsewhere", NULL);
}

JsonNode *
yc_question_get_when (YcQuestion *self)
{
  g_return_val_if_fail (YC_IS_QUESTION (self), NULL);

  return yc_json_get_member (self->json, "when");
}

const char *
yc_question_get_choice_value (YcQuestion *self,
                              guint       index)
{
  g_return_val_if_fail (YC_IS_QUESTION (self), NULL);

  return yc_json_get_string (get_choice (self, index), "value", NULL);
}

const char *
yc_question_get_choice_title (YcQuestion *self,
                              guint       index)
{
  g_return_val_if_fail (YC_IS_QUESTION (self), NULL);

  return yc_json_get_string (get_choice (self, index), "title", NULL);
}

static gboolean
fail (GError     **error,
      const char  *message)
{
  g_set_error_literal (error, YC_CORE_ERROR, YC_CORE_ERROR_ANSWER, message);
  return FALSE;
}

static const char *
find_choice_title (YcQuestion *self,
                   JsonNode   *value)
{
  const char *text = yc_json_node_get_string (value);

  for (guint i = 0; i < count_choices (self); i++)
    if (g_strcmp0 (yc_question_get_choice_value (self, i), text) == 0)
      return yc_question_get_choice_title (self, i);
  return NULL;
}

static gboolean
check_choices_answer (YcQuestion  *self,
                      JsonArray   *answer,
                      GError     **error)
{
  if (answer == NULL)
    return fail (error, _("Choose from what is offered"));
  for (guint i = 0; i < json_array_get_length (answer); i++)
    {
      if (find_choice_title (self, json_array_get_element (answer, i)) == NULL)
        return fail (error, _("Choose from what is offered"));
      for (guint j = 0; j < i; j++)
        if (yc_json_equal (json_array_get_element (answer, i), json_array_get_element (answer, j)))
          return fail (error, _("Choose each only once"));
    }
  return TRUE;
}

static gboolean
check_number_answer (YcQuestion  *self,
                     JsonNode    *answer,
                     GError     **error)
{
  double number, minimum = yc_question_get_minimum (self), maximum = yc_question_get_maximum (self);

  if (!yc_json_node_get_number (answer, &number))
    return fail (error, _("Enter a number"));
  if (number < minimum)
    g_set_error (error, YC_CORE_ERROR, YC_CORE_ERROR_ANSWER, _("At least %g"), minimum);
  else if (number > maximum)
    g_set_error (error, YC_CORE_ERROR, YC_CORE_ERROR_ANSWER, _("At most %g"), maximum);
  return number >= minimum && number <= maximum;
}

static gboolean
is_blank (const char *text)
{
  while (text != NULL && *text != '\0' && g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return text == NULL || *text == '\0';
}

/* Whether the catalog has such a place is for who offers the places to know. */
static gboolean
check_place_answer (YcQuestion  *self,
                    const char  *answer,
                    GError     **error)
{
  const char *within = yc_question_get_place_within (self);

  if (g_strcmp0 (answer, YC_QUESTION_ELSEWHERE) == 0 && yc_question_get_elsewhere (self) != NULL)
    return TRUE;
  return (yc_place_code_is_valid (answer) &&
          (within == NULL || yc_place_code_is_within (answer, within))) ||
         fail (error, _("Choose one of the places"));
}

gboolean
yc_question_check_answer (YcQuestion  *self,
                          JsonNode    *answer,
                          GError     **error)
{
  g_return_val_if_fail (YC_IS_QUESTION (self), FALSE);
  g_return_val_if_fail (answer != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  switch (self->kind)
    {
    case YC_QUESTION_CHOICE:
      return find_choice_title (self, answer) || fail (error, _("Choose from what is offered"));
    case YC_QUESTION_CHOICES:
      return check_choices_answer (self, yc_json_node_get_array (answer), error);
    case YC_QUESTION_YES_NO:
      return json_node_get_value_type (answer) == G_TYPE_BOOLEAN ||
             fail (error, _("Answer yes or no"));
    case YC_QUESTION_NUMBER:
      return check_number_answer (self, answer, error);
    case YC_QUESTION_DATE:
      return yc_day_is_valid (yc_json_node_get_string (answer)) || fail (error, _("Enter a date"));
    case YC_QUESTION_PLACE:
      return check_place_answer (self, yc_json_node_get_string (answer), error);
    case YC_QUESTION_TEXT:
      return !is_blank (yc_json_node_get_string (answer)) || fail (error, _("Enter an answer"));
    default:
      g_assert_not_reached ();
    }
}

static char *
join_choices (YcQuestion *self,
              JsonArray  *answer)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (answer); i++)
    {
      const char *title = find_choice_title (self, json_array_get_element (answer, i));

      if (text->len > 0)
        /* Translators: stands between the choices of a list */
        g_string_append (text, _(", "));
      g_string_append (text, title != NULL ? title : "");
    }
  return g_strdup (text->len > 0 ? text->str : C_ ("answer", "None"));
}

static JsonNode *
list_choices (YcQuestion *self,
              JsonArray  *answer)
{
  JsonArray *titles = json_array_new ();

  for (guint i = 0; i < json_array_get_length (answer); i++)
    {
      const char *title = find_choice_title (self, json_array_get_element (answer, i));

      json_array_add_string_element (titles, title != NULL ? title : "");
    }
  return yc_json_array_node (titles);
}

JsonNode *
yc_question_describe_answer (YcQuestion *self,
                             JsonNode   *answer)
{
  g_return_val_if_fail (YC_IS_QUESTION (self), NULL);

  if (yc_json_node_is_null (answer) || !yc_question_check_answer (self, answer, NULL))
    return NULL;
  if (self->kind == YC_QUESTION_YES_NO)
    return yc_json_copy (answer);
  if (self->kind == YC_QUESTION_CHOICES)
    return list_choices (self, json_node_get_array (answer));
  return NULL;
}

char *
yc_question_dup_answer_text (YcQuestion *self,
                             JsonNode   *answer)
{
  g_return_val_if_fail (YC_IS_QUESTION (self), NULL);

  if (yc_json_node_is_null (answer) || !yc_question_check_answer (self, answer, NULL))
    return g_strdup ("");
  if (self->kind == YC_QUESTION_CHOICE)
    return g_strdup (find_choice_title (self, answer));
  if (self->kind == YC_QUESTION_CHOICES)
    return join_choices (self, json_node_get_array (answer));
  if (self->kind == YC_QUESTION_YES_NO)
    return g_strdup (json_node_get_boolean (answer) ? _("Yes") : _("No"));
  if (self->kind == YC_QUESTION_NUMBER)
    return yc_json_write (answer);
  if (self->kind == YC_QUESTION_PLACE &&
      g_str_equal (json_node_get_string (answer), YC_QUESTION_ELSEWHERE))
    return g_strdup (yc_question_get_elsewhere (self));
  return g_strdup (json_node_get_string (answer));
}
