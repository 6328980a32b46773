/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One thing that keeps a form from being submitted, and the field to jump to. */
#include "yc-form-problem-private.h"

#include <glib/gi18n-lib.h>

#include "yc-form-describe-private.h"
#include "yc-form-private.h"

struct _YcFormProblem
{
  GObject      parent_instance;
  char        *pointer;
  char        *keyword;
  char        *message;
  char        *words;
  YcFormField *field;
  gboolean     missing;
};

typedef enum
{
  PROP_POINTER = 1,
  PROP_MESSAGE,
  PROP_MISSING,
  PROP_FIELD,
} YcFormProblemProperty;

static GParamSpec *properties[PROP_FIELD + 1];

G_DEFINE_FINAL_TYPE (YcFormProblem, yc_form_problem, G_TYPE_OBJECT)

static void
yc_form_problem_get_gobject_property (GObject    *object,
                                      guint       prop_id,
                                      GValue     *value,
                                      GParamSpec *pspec)
{
  YcFormProblem *self = YC_FORM_PROBLEM (object);

  switch ((YcFormProblemProperty) prop_id)
    {
    case PROP_POINTER:
      g_value_set_string (value, self->pointer);
      break;
    case PROP_MESSAGE:
      g_value_set_string (value, self->message);
      break;
    case PROP_MISSING:
      g_value_set_boolean (value, self->missing);
      break;
    case PROP_FIELD:
      g_value_set_object (value, self->field);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
yc_form_problem_finalize (GObject *object)
{
  YcFormProblem *self = YC_FORM_PROBLEM (object);

  g_free (self->pointer);
  g_free (self->keyword);
  g_free (self->message);
  g_free (self->words);
  g_clear_object (&self->field);
  G_OBJECT_CLASS (yc_form_problem_parent_class)->finalize (object);
}

static void
yc_form_problem_class_init (YcFormProblemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = yc_form_problem_get_gobject_property;
  object_class->finalize = yc_form_problem_finalize;

  properties[PROP_POINTER] = g_param_spec_string ("pointer", NULL, NULL, NULL, flags);
  properties[PROP_MESSAGE] = g_param_spec_string ("message", NULL, NULL, NULL, flags);
  properties[PROP_MISSING] = g_param_spec_boolean ("missing", NULL, NULL, FALSE, flags);
  properties[PROP_FIELD] = g_param_spec_object ("field", NULL, NULL, YC_TYPE_FORM_FIELD, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
yc_form_problem_init (YcFormProblem *self)
{
}

/* The field's title as it stands alone: with the table and the row that it is in. */
static char *
get_full_title (YcFormField *field)
{
  YcFormField *repeating = yc_form_field_get_repeating (field);
  const char *title = yc_form_field_get_title (field);
  g_autofree char *table = NULL;
  guint number;

  if (repeating == NULL)
    return g_strdup (title);
  table = get_full_title (repeating);
  number = yc_form_row_get_index (yc_form_field_get_row (field)) + 1;
  if (*title == '\0')
    /* Translators: a list's title, the number of a row in it. */
    return g_strdup_printf (_ ("%s, row %u"), table, number);
  /* Translators: a table's title, the number of a row in it, the title of the cell. */
  return g_strdup_printf (_ ("%s, row %u, %s"), table, number, title);
}

static char *
dup_translation (const YcSchemaProblem *problem,
                 YcFormField           *field)
{
  YcForm *form = field == NULL ? NULL : field->form;
  g_autofree char *prefix = NULL;
  g_autofree char *key = NULL;
  g_autofree char *general = NULL;
  g_autofree char *custom = NULL;
  const char *words;

  if (form == NULL || form->translator == NULL)
    return NULL;
  prefix = yc_form_field_dup_key (field);
  key = g_strdup_printf ("%s.error.%s", prefix, yc_schema_problem_get_keyword (problem));
  general = g_strdup_printf ("error.%s", yc_schema_problem_get_keyword (problem));
  custom = g_strdup_printf ("%s.error.custom", prefix);
  words = yc_form_translate (form, key, NULL);
  if (words == NULL && !yc_form_problem_is_missing (problem) &&
      !g_str_equal (yc_schema_problem_get_keyword (problem), "x-check"))
    words = yc_form_translate (form, custom, NULL);
  return g_strdup (words != NULL ? words : yc_form_translate (form, general, NULL));
}

/* What is wrong, in the form's own words if it has some, with the title of the field if @titled. */
char *
yc_form_problem_dup_message (const YcSchemaProblem *problem,
                             YcFormField           *field,
                             gboolean               titled)
{
  g_autofree char *title = titled && field != NULL ? get_full_title (field) : NULL;
  char *words = dup_translation (problem, field);
  char *message;

  if (words == NULL && field != NULL)
    words = yc_form_describe (problem, field);
  if (words == NULL)
    return yc_schema_problem_get_message (problem, title);
  if (title == NULL)
    return words;
  /* Translators: a field's title and what is wrong with it. */
  message = g_strdup_printf (_ ("%s: %s"), title, words);
  g_free (words);
  return message;
}

/* Whether the problem is that something is not there yet, rather than wrong. */
gboolean
yc_form_problem_is_missing (const YcSchemaProblem *problem)
{
  const char *keyword = yc_schema_problem_get_keyword (problem);

  return g_str_equal (keyword, "required") || g_str_equal (keyword, "dependentRequired") ||
         g_str_equal (keyword, "dependencies");
}

YcFormProblem *
yc_form_problem_new (const YcSchemaProblem *problem,
                     YcFormField           *field)
{
  YcFormProblem *self = g_object_new (YC_TYPE_FORM_PROBLEM, NULL);

  self->pointer = g_strdup (yc_schema_problem_get_instance_location (problem));
  self->keyword = g_strdup (yc_schema_problem_get_keyword (problem));
  self->message = yc_form_problem_dup_message (problem, field, TRUE);
  self->words = yc_form_problem_dup_message (problem, field, FALSE);
  self->missing = yc_form_problem_is_missing (problem);
  g_set_object (&self->field, field);
  return self;
}

/**
 * yc_form_problem_get_pointer:
 * @self: a problem
 *
 * Returns: a JSON Pointer into the form's data
 */
const char *
yc_form_problem_get_pointer (YcFormProblem *self)
{
  g_return_val_if_fail (YC_IS_FORM_PROBLEM (self), NULL);

  return self->pointer;
}

/**
 * yc_form_problem_get_keyword:
 * @self: a problem
 *
 * Returns: the schema's keyword that failed
 */
const char *
yc_form_problem_get_keyword (YcFormProblem *self)
{
  g_return_val_if_fail (YC_IS_FORM_PROBLEM (self), NULL);

  return self->keyword;
}

/**
 * yc_form_problem_get_message:
 * @self: a problem
 *
 * Returns: what is wrong, translated, with the title of the field
 */
const char *
yc_form_problem_get_message (YcFormProblem *self)
{
  g_return_val_if_fail (YC_IS_FORM_PROBLEM (self), NULL);

  return self->message;
}

/**
 * yc_form_problem_get_words:
 * @self: a problem
 *
 * Returns: what is wrong, translated, as it stands beside the field: without its title
 */
const char *
yc_form_problem_get_words (YcFormProblem *self)
{
  g_return_val_if_fail (YC_IS_FORM_PROBLEM (self), NULL);

  return self->words;
}

/**
 * yc_form_problem_get_missing:
 * @self: a problem
 *
 * Returns: whether something is not filled in yet, rather than filled in wrongly
 */
gboolean
yc_form_problem_get_missing (YcFormProblem *self)
{
  g_return_val_if_fail (YC_IS_FORM_PROBLEM (self), FALSE);

  return self->missing;
}

/**
 * yc_form_problem_get_field:
 * @self: a problem
 *
 * Returns: (transfer none) (nullable): the field to jump to; %NULL if the layout has none for it
 */
YcFormField *
yc_form_problem_get_field (YcFormProblem *self)
{
  g_return_val_if_fail (YC_IS_FORM_PROBLEM (self), NULL);

  return self->field;
}
