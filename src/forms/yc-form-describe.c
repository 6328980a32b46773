/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is wrong, where the words depend on how a field is filled in and not on the schema alone. */
#include "yc-form-describe-private.h"

#include <glib/gi18n-lib.h>

#include "yc-form-text-formats-private.h"
#include "yc-json.h"
#include "yc-schema-report-private.h"

/* What is wrong with an amount, in yuan where the schema speaks of fen; NULL where its own words
 * or the usual ones do. */
static char *
describe_amount (const YcSchemaProblem *problem)
{
  static const struct
  {
    const char *keyword;
    const char *words;
  } bounds[] = {
    { "maximum", N_ ("Must not be more than %s") },
    { "exclusiveMaximum", N_ ("Must be less than %s") },
    { "minimum", N_ ("Must not be less than %s") },
    { "exclusiveMinimum", N_ ("Must be more than %s") },
    { "multipleOf", N_ ("Must be a multiple of %s") },
  };
  g_autofree char *limit = NULL;

  if (g_str_equal (problem->keyword, "type"))
    return g_strdup (_ ("Must be an amount with at most two decimals"));
  limit = problem->value == NULL ? NULL : yc_form_text_write_money (problem->value);
  for (gsize i = 0; limit != NULL && i < G_N_ELEMENTS (bounds); i++)
    {
      g_auto (GStrv) parts = NULL;

      if (!g_str_equal (bounds[i].keyword, problem->keyword))
        continue;
      parts = g_strsplit (_ (bounds[i].words), "%s", 2);
      return g_strjoinv (limit, parts);
    }
  return NULL;
}

/* Choices and files are no rows. */
static char *
describe_count (const YcSchemaProblem *problem,
                YcFormFieldKind        kind)
{
  gboolean files = kind == YC_FORM_FIELD_ATTACHMENT;
  double number = 0;
  gulong n;

  if (!yc_json_node_get_number (problem->value, &number))
    return NULL;
  n = (gulong) CLAMP (number, 0, 1e9);
  if (g_str_equal (problem->keyword, "minItems"))
    return g_strdup_printf (
        files ? g_dngettext (GETTEXT_PACKAGE, "Attach at least %lu file",
                             "Attach at least %lu files", n)
              : g_dngettext (GETTEXT_PACKAGE, "Choose at least %lu", "Choose at least %lu", n),
        n);
  if (g_str_equal (problem->keyword, "maxItems"))
    return g_strdup_printf (
        files ? g_dngettext (GETTEXT_PACKAGE, "Attach at most %lu file",
                             "Attach at most %lu files", n)
              : g_dngettext (GETTEXT_PACKAGE, "Choose at most %lu", "Choose at most %lu", n),
        n);
  return NULL;
}

/* (transfer full) (nullable): %NULL where the schema's own words or the usual ones do */
char *
yc_form_describe (const YcSchemaProblem *problem,
                  YcFormField           *field)
{
  YcFormFieldKind kind = yc_form_field_get_kind (field);

  if (problem->words != NULL)
    return NULL;
  if (kind == YC_FORM_FIELD_MONEY)
    return describe_amount (problem);
  if (kind == YC_FORM_FIELD_CHOICES || kind == YC_FORM_FIELD_ATTACHMENT)
    return describe_count (problem, kind);
  return NULL;
}
