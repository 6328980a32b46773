/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One mistake in a catalog, and where its author finds it. */
#include "yc-catalog-problem.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

struct _YcCatalogProblem
{
  YcCatalogSeverity severity;
  guint line;
  guint column;
  char *file;
  char *message;
};

G_DEFINE_BOXED_TYPE (YcCatalogProblem,
                     yc_catalog_problem,
                     yc_catalog_problem_copy,
                     yc_catalog_problem_free)

/**
 * yc_catalog_problem_new:
 * @severity: how bad it is
 * @file: the file, relative to the catalog's folder
 * @line: the line, from 1; 0 when the whole file is meant
 * @column: the column in characters, from 1; 0 when the whole line is meant
 * @message: translated words
 *
 * Returns: (transfer full): a new problem
 */
YcCatalogProblem *
yc_catalog_problem_new (YcCatalogSeverity severity,
                        const char       *file,
                        guint             line,
                        guint             column,
                        const char       *message)
{
  YcCatalogProblem *self;

  g_return_val_if_fail (file != NULL, NULL);
  g_return_val_if_fail (message != NULL, NULL);

  self = g_new0 (YcCatalogProblem, 1);
  self->severity = severity;
  self->line = line;
  self->column = column;
  self->file = g_strdup (file);
  self->message = g_strdup (message);

  return self;
}

/**
 * yc_catalog_problem_new_of_json:
 * @file: the file, relative to the catalog's folder
 * @message: what yc_json_parse() says of it, which ends with the line and the column, whatever the
 *   language of its words
 *
 * Returns: (transfer full): a new problem of what is no JSON
 */
YcCatalogProblem *
yc_catalog_problem_new_of_json (const char *file,
                                const char *message)
{
  guint numbers[2] = { 0, 0 };
  const char *at;

  g_return_val_if_fail (message != NULL, NULL);

  at = message + strlen (message);
  for (int i = 1; i >= 0; i--)
    {
      while (at > message && !g_ascii_isdigit (at[-1]))
        at--;
      while (at > message && g_ascii_isdigit (at[-1]))
        at--;
      numbers[i] = (guint) strtoul (at, NULL, 10);
    }
  return yc_catalog_problem_new (YC_CATALOG_SEVERITY_ERROR, file, numbers[0], numbers[1], message);
}

YcCatalogProblem *
yc_catalog_problem_copy (const YcCatalogProblem *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return yc_catalog_problem_new (self->severity, self->file, self->line, self->column,
                                 self->message);
}

void
yc_catalog_problem_free (YcCatalogProblem *self)
{
  g_free (self->file);
  g_free (self->message);
  g_free (self);
}

YcCatalogSeverity
yc_catalog_problem_get_severity (const YcCatalogProblem *self)
{
  g_return_val_if_fail (self != NULL, YC_CATALOG_SEVERITY_ERROR);

  return self->severity;
}

const char *
yc_catalog_problem_get_file (const YcCatalogProblem *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->file;
}

guint
yc_catalog_problem_get_line (const YcCatalogProblem *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->line;
}

guint
yc_catalog_problem_get_column (const YcCatalogProblem *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->column;
}

const char *
yc_catalog_problem_get_message (const YcCatalogProblem *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->message;
}

/**
 * yc_catalog_problem_to_string:
 * @self: a problem
 *
 * Returns: (transfer full): "file:line:column: message", as compilers write it, so that editors
 *   can jump there; without line and column where the whole file is meant; a warning says so
 */
char *
yc_catalog_problem_to_string (const YcCatalogProblem *self)
{
  g_autofree char *place = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->line > 0)
    place = g_strdup_printf ("%s:%u:%u", self->file, self->line, self->column);
  else
    place = g_strdup (self->file);

  if (self->severity == YC_CATALOG_SEVERITY_WARNING)
    /* Translators: file:line:column: warning: message */
    return g_strdup_printf (_("%s: warning: %s"), place, self->message);

  return g_strdup_printf ("%s: %s", place, self->message);
}

/**
 * yc_catalog_problem_compare:
 * @a: a problem
 * @b: another
 *
 * Orders by file, line and column, then by message.
 *
 * Returns: less than, equal to or greater than 0
 */
int
yc_catalog_problem_compare (const YcCatalogProblem *a,
                            const YcCatalogProblem *b)
{
  int order = strcmp (a->file, b->file);

  if (order == 0)
    order = (a->line > b->line) - (a->line < b->line);
  if (order == 0)
    order = (a->column > b->column) - (a->column < b->column);
  if (order == 0)
    order = strcmp (a->message, b->message);

  return order;
}
