/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The checks of a catalog: one file per kind of mistake, all telling into one list. */
#include "yc-catalog-check-private.h"

#include "yc-json.h"

G_GNUC_PRINTF (5, 0)
static void
add (YcCatalogCheck    *check,
     YcCatalogSeverity  severity,
     YcCatalogDocument *document,
     const char        *pointer,
     const char        *format,
     va_list            arguments)
{
  g_autofree char *message = g_strdup_vprintf (format, arguments);
  const char *file;
  guint line, column;

  yc_catalog_document_locate (document, pointer, &file, &line, &column);
  g_ptr_array_add (check->problems, yc_catalog_problem_new (severity, file, line, column, message));
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  return yc_catalog_problem_compare (*(YcCatalogProblem *const *) a,
                                     *(YcCatalogProblem *const *) b);
}

/* Two checks may see the same mistake in the same words; its author needs it once. */
static void
drop_doubles (GPtrArray *problems)
{
  for (guint i = 1; i < problems->len;)
    if (yc_catalog_problem_compare (problems->pdata[i - 1], problems->pdata[i]) == 0)
      g_ptr_array_remove_index (problems, i);
    else
      i++;
}

/* By file and line, each once. Returns @problems. */
GPtrArray *
yc_catalog_check_sort (GPtrArray *problems)
{
  g_ptr_array_sort (problems, compare);
  drop_doubles (problems);
  return problems;
}

/*
 * yc_catalog_check:
 * @folder: a catalog
 *
 * Returns: (transfer full) (element-type YcCatalogProblem): all mistakes by file and line
 */
GPtrArray *
yc_catalog_check (YcCatalogFolder *folder)
{
  g_autoptr (GPtrArray) problems = NULL;
  GPtrArray *reading = yc_catalog_folder_get_reading_problems (folder);
  YcCatalogCheck check = { .folder = folder };

  problems = g_ptr_array_new_with_free_func ((GDestroyNotify) yc_catalog_problem_free);
  check.problems = problems;
  for (guint i = 0; i < reading->len; i++)
    g_ptr_array_add (problems, yc_catalog_problem_copy (reading->pdata[i]));

  yc_catalog_check_schemas (&check);
  yc_catalog_check_names (&check);
  yc_catalog_check_references (&check);
  yc_catalog_check_forms (&check);
  yc_catalog_check_lists (&check);
  yc_catalog_check_order (&check);
  yc_catalog_check_templates (&check);
  yc_catalog_check_codes (&check);
  yc_catalog_check_dates (&check);
  yc_catalog_check_synonyms (&check);
  yc_catalog_check_punctuation (&check);

  return yc_catalog_check_sort (g_steal_pointer (&problems));
}

/*
 * yc_catalog_check_tell:
 * @check: the check
 * @document: where the mistake is
 * @pointer: where in its body
 * @format: translated words
 * @...: what goes into them
 *
 * Tells of a mistake that keeps the catalog from being published.
 */
void
yc_catalog_check_tell (YcCatalogCheck    *check,
                       YcCatalogDocument *document,
                       const char        *pointer,
                       const char        *format,
                       ...)
{
  va_list arguments;

  va_start (arguments, format);
  add (check, YC_CATALOG_SEVERITY_ERROR, document, pointer, format, arguments);
  va_end (arguments);
}

/*
 * yc_catalog_check_warn:
 * @check: the check
 * @document: where the slip is
 * @pointer: where in its body
 * @format: translated words
 * @...: what goes into them
 *
 * Tells of something that someone should look at.
 */
void
yc_catalog_check_warn (YcCatalogCheck    *check,
                       YcCatalogDocument *document,
                       const char        *pointer,
                       const char        *format,
                       ...)
{
  va_list arguments;

  va_start (arguments, format);
  add (check, YC_CATALOG_SEVERITY_WARNING, document, pointer, format, arguments);
  va_end (arguments);
}

/*
 * yc_catalog_check_warn_within:
 * @check: the check
 * @document: where the slip is
 * @pointer: the string in its body
 * @text: that string
 * @at: the slip within @text
 * @message: translated words
 *
 * Like yc_catalog_check_warn(), but points at the very character: in the text of an entry by its
 * line, in a JSON string by its column (escapes before it shift that a little).
 */
void
yc_catalog_check_warn_within (YcCatalogCheck    *check,
                              YcCatalogDocument *document,
                              const char        *pointer,
                              const char        *text,
                              const char        *at,
                              const char        *message)
{
  gboolean plain = g_str_equal (yc_catalog_document_get_kind (document), "entry");
  const char *begin = text;
  const char *file;
  guint line, column;

  yc_catalog_document_locate (document, pointer, &file, &line, &column);
  for (const char *c = text; plain && c < at; c++)
    if (*c == '\n')
      {
        line++;
        begin = c + 1;
      }
  if (line > 0)
    column += (plain ? 0 : 1) + g_utf8_strlen (begin, at - begin);
  g_ptr_array_add (check->problems, yc_catalog_problem_new (YC_CATALOG_SEVERITY_WARNING, file, line,
                                                            column, message));
}

/*
 * yc_catalog_check_each:
 * @check: the check
 * @kind: (nullable): a kind, or %NULL for every document
 * @func: called for each
 *
 * Goes through the documents of one kind.
 */
void
yc_catalog_check_each (YcCatalogCheck     *check,
                       const char         *kind,
                       YcCatalogCheckFunc  func)
{
  guint n = yc_catalog_folder_get_n_documents (check->folder);

  for (guint i = 0; i < n; i++)
    {
      YcCatalogDocument *document = yc_catalog_folder_get_document (check->folder, i);

      if (kind == NULL || g_str_equal (kind, yc_catalog_document_get_kind (document)))
        func (check, document, yc_json_node_get_object (yc_catalog_document_get_body (document)));
    }
}

/*
 * yc_catalog_check_has_mistakes:
 * @check: the check
 * @document: a document
 *
 * Returns: whether something was said of @document already, so that a check that takes all else
 *   for granted need not begin
 */
gboolean
yc_catalog_check_has_mistakes (YcCatalogCheck    *check,
                               YcCatalogDocument *document)
{
  const char *first = yc_catalog_document_get_file (document);
  const char *second;
  guint line, column;

  /* A form's second file; any other kind's only one again. */
  yc_catalog_document_locate (document, "/layout", &second, &line, &column);
  for (guint i = 0; i < check->problems->len; i++)
    {
      const YcCatalogProblem *problem = check->problems->pdata[i];
      const char *file = yc_catalog_problem_get_file (problem);

      if (yc_catalog_problem_get_severity (problem) == YC_CATALOG_SEVERITY_WARNING)
        continue;
      if (g_str_equal (file, first) || g_str_equal (file, second))
        return TRUE;
    }

  return FALSE;
}

/*
 * yc_catalog_check_find:
 * @check: the check
 * @kind: a kind
 * @id: (nullable): an id
 *
 * Returns: (transfer none) (nullable): that document's body
 */
JsonObject *
yc_catalog_check_find (YcCatalogCheck *check,
                       const char     *kind,
                       const char     *id)
{
  YcCatalogDocument *document = NULL;

  if (id != NULL)
    document = yc_catalog_folder_find (check->folder, kind, id);
  if (document == NULL)
    return NULL;

  return yc_json_node_get_object (yc_catalog_document_get_body (document));
}
