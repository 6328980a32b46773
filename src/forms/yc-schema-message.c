/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Problems with a document in the words of a clerk. */
#include "yc-schema-report-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "yc-json.h"

static char *
write_limit (const YcSchemaProblem *problem)
{
  return problem->value == NULL ? g_strdup ("") : yc_json_write (problem->value);
}

static gulong
get_count (const YcSchemaProblem *problem)
{
  double number = 0;

  yc_json_node_get_number (problem->value, &number);
  return (gulong) CLAMP (number, 0, 1e9);
}

static char *
describe_type (const YcSchemaProblem *problem)
{
  const char *type = yc_json_node_get_string (problem->value);

  if (g_strcmp0 (type, "integer") == 0)
    return g_strdup (_ ("Must be a whole number"));
  if (g_strcmp0 (type, "number") == 0)
    return g_strdup (_ ("Must be a number"));
  if (g_strcmp0 (type, "boolean") == 0)
    return g_strdup (_ ("Must be yes or no"));
  if (g_strcmp0 (type, "string") == 0)
    return g_strdup (_ ("Must be text"));
  if (g_strcmp0 (type, "array") == 0)
    return g_strdup (_ ("Must be a list"));
  return g_strdup (_ ("Is not of the right kind"));
}

static char *
describe_format (const YcSchemaProblem *problem)
{
  const char *format = yc_json_node_get_string (problem->value);

  if (g_strcmp0 (format, "date") == 0)
    return g_strdup (_ ("Is not a date, such as 2026-11-21"));
  if (g_strcmp0 (format, "date-time") == 0)
    return g_strdup (_ ("Is not a date with a time"));
  if (g_strcmp0 (format, "time") == 0)
    return g_strdup (_ ("Is not a time of day"));
  if (g_strcmp0 (format, "email") == 0)
    return g_strdup (_ ("Is not an e-mail address"));
  if (g_strcmp0 (format, "id-number") == 0)
    return g_strdup (_ ("Is not a valid ID number: check each digit"));
  if (g_strcmp0 (format, "mobile") == 0)
    return g_strdup (_ ("Is not a mobile number of 11 digits"));
  if (g_strcmp0 (format, "uscc") == 0)
    return g_strdup (_ ("Is not a valid unified social credit code: check each character"));
  if (g_strcmp0 (format, "place-code") == 0)
    return g_strdup (_ ("Is not a place code of 6, 9 or 12 digits"));
  if (g_strcmp0 (format, "money") == 0)
    return g_strdup (_ ("Must be an amount with at most two decimals"));
  return g_strdup (_ ("Is not written in the right form"));
}

/* How many decimals a multiple of @limit has, such as two for 0.01; 0 if it may not be any number
 * with so many. */
static guint
count_decimals (const char *limit)
{
  gsize zeros;

  if (strncmp (limit, "0.", 2) != 0)
    return 0;
  zeros = strspn (limit + 2, "0");
  return strcmp (limit + 2 + zeros, "1") == 0 ? (guint) zeros + 1 : 0;
}

static char *
describe_multiple (const char *limit)
{
  guint n = count_decimals (limit);

  if (n == 0)
    return g_strdup_printf (_ ("Must be a multiple of %s"), limit);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Must have at most %u decimal",
                                       "Must have at most %u decimals", n),
                          n);
}

static char *
describe_number (const YcSchemaProblem *problem)
{
  g_autofree char *limit = write_limit (problem);

  if (g_str_equal (problem->keyword, "maximum"))
    return g_strdup_printf (_ ("Must not be more than %s"), limit);
  if (g_str_equal (problem->keyword, "exclusiveMaximum"))
    return g_strdup_printf (_ ("Must be less than %s"), limit);
  if (g_str_equal (problem->keyword, "minimum"))
    return g_strdup_printf (_ ("Must not be less than %s"), limit);
  if (g_str_equal (problem->keyword, "exclusiveMinimum"))
    return g_strdup_printf (_ ("Must be more than %s"), limit);
  return describe_multiple (limit);
}

static char *
describe_length (const YcSchemaProblem *problem)
{
  gulong n = get_count (problem);

  if (g_str_equal (problem->keyword, "maxLength"))
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Must have at most %lu character",
                                         "Must have at most %lu characters", n),
                            n);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Must have at least %lu character",
                                       "Must have at least %lu characters", n),
                          n);
}

static char *
describe_count (const YcSchemaProblem *problem)
{
  gulong n = get_count (problem);

  if (g_str_equal (problem->keyword, "maxItems"))
    return g_strdup_printf (
        g_dngettext (GETTEXT_PACKAGE, "Must have at most %lu row", "Must have at most %lu rows", n),
        n);
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "Must have at least %lu row", "Must have at least %lu rows", n),
      n);
}

typedef char *(*DescribeFunc) (const YcSchemaProblem *problem);

static const struct
{
  const char   *keyword;
  DescribeFunc  describe;       /* or */
  const char   *words;
} WORDS[] = {
  { "type", describe_type, NULL },
  { "format", describe_format, NULL },
  { "maximum", describe_number, NULL },
  { "exclusiveMaximum", describe_number, NULL },
  { "minimum", describe_number, NULL },
  { "exclusiveMinimum", describe_number, NULL },
  { "multipleOf", describe_number, NULL },
  { "maxLength", describe_length, NULL },
  { "minLength", describe_length, NULL },
  { "maxItems", describe_count, NULL },
  { "minItems", describe_count, NULL },
  { "required", NULL, N_ ("Must be filled in") },
  { "dependencies", NULL, N_ ("Must be filled in") },
  { "dependentRequired", NULL, N_ ("Must be filled in") },
  { "const", NULL, N_ ("Is not the value asked for") },
  { "enum", NULL, N_ ("Must be one of the choices") },
  { "anyOf", NULL, N_ ("Must be one of the choices") },
  { "oneOf", NULL, N_ ("Must be one of the choices") },
  { "pattern", NULL, N_ ("Is not written in the right form") },
  { "uniqueItems", NULL, N_ ("Has the same row twice") },
  { "contains", NULL, N_ ("Lacks a row that is asked for") },
  { "minContains", NULL, N_ ("Lacks a row that is asked for") },
  { "maxContains", NULL, N_ ("Has too many rows of one kind") },
  { "additionalProperties", NULL, N_ ("Is not part of this form") },
  { "unevaluatedProperties", NULL, N_ ("Is not part of this form") },
  { "propertyNames", NULL, N_ ("Is not part of this form") },
  { "unevaluatedItems", NULL, N_ ("Has too many rows") },
  { "minProperties", NULL, N_ ("Is not complete") },
  { "maxProperties", NULL, N_ ("Has too many entries") },
  { "x-limit", NULL, N_ ("Is nested too deeply or too large to check") },
};

static char *
describe (const YcSchemaProblem *problem)
{
  for (gsize i = 0; i < G_N_ELEMENTS (WORDS); i++)
    {
      if (!g_str_equal (WORDS[i].keyword, problem->keyword))
        continue;
      return WORDS[i].describe == NULL ? g_strdup (_ (WORDS[i].words))
                                       : WORDS[i].describe (problem);
    }
  return g_strdup (_ ("Does not fit what was filled in elsewhere"));
}

/**
 * yc_schema_problem_get_message:
 * @problem: a problem
 * @field_title: (nullable): the field's title, where the words stand alone and not under the field
 *
 * Says what is wrong in the interface's language and a clerk's words. `x-message` in the schema is
 * used instead of ours if it is there: a text for all keywords but those about what is missing, or
 * an object with texts by keyword.
 *
 * Returns: (transfer full): one sentence without a full stop
 */
char *
yc_schema_problem_get_message (const YcSchemaProblem *problem,
                               const char            *field_title)
{
  g_autofree char *words = NULL;

  g_return_val_if_fail (problem != NULL, NULL);

  words = problem->words != NULL ? g_strdup (problem->words) : describe (problem);
  if (field_title == NULL || *field_title == '\0')
    return g_steal_pointer (&words);
  /* Translators: the title of a field, and what is wrong with it. */
  return g_strdup_printf (_ ("%s: %s"), field_title, words);
}
