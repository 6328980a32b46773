/* SPDX-License-Identifier: GPL-3.0-or-later */
/* yichuangctl form check: an author's mistakes with file and line, as `catalog check` finds them. */
#include "yc-ctl-form-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "yc-catalog-form-check.h"
#include "yc-catalog-words.h"
#include "yc-core-error.h"
#include "yc-json.h"

/* What is no JSON is a mistake like others; what cannot be read is trouble. */
static YcCtlStatus
tell_unreadable (const char *path,
                 GError     *error)
{
  g_autoptr (GError) owned = NULL;
  g_autoptr (YcCatalogProblem) problem = NULL;
  g_autofree char *line = NULL;

  if (error->domain != YC_CORE_ERROR)
    return yc_ctl_complain (error);
  owned = error;
  problem = yc_catalog_problem_new_of_json (path, owned->message + strlen (path) + strlen (": "));
  line = yc_catalog_problem_to_string (problem);
  g_print ("%s\n", line);
  return YC_CTL_BAD;
}

static void
add_part (JsonObject          *body,
          YcCatalogDocument   *document,
          const char          *name,
          const YcCtlFormFile *file)
{
  g_autofree char *pointer = g_strconcat ("/", name, NULL);

  if (file == NULL)
    return;
  json_object_set_member (body, name, json_node_ref (file->root));
  yc_catalog_document_add_source (document, pointer, file->path, file->text);
}

/* FALSE with the path of the file that cannot be read */
static gboolean
add_words (YcCatalogDocument  *document,
           const char         *schema,
           char              **path,
           GError            **error)
{
  g_auto (GStrv) paths = yc_catalog_words_list_files (schema);

  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_autoptr (YcCtlFormFile) file = yc_ctl_form_file_read (paths[i], error);

      if (file == NULL)
        {
          *path = g_strdup (paths[i]);
          return FALSE;
        }
      yc_catalog_words_add (document, file->path, file->text, file->root);
    }
  return TRUE;
}

static guint
report (GPtrArray *problems)
{
  guint n_errors = 0;

  for (guint i = 0; i < problems->len; i++)
    {
      const YcCatalogProblem *problem = g_ptr_array_index (problems, i);
      g_autofree char *line = yc_catalog_problem_to_string (problem);

      n_errors += yc_catalog_problem_get_severity (problem) == YC_CATALOG_SEVERITY_ERROR;
      g_print ("%s\n", line);
    }
  return n_errors;
}

static YcCtlStatus
check (const YcCtlFormFile *schema,
       const YcCtlFormFile *layout)
{
  JsonObject *body = json_object_new ();
  g_autoptr (YcCatalogDocument) document =
      yc_catalog_document_new ("form", "form", yc_json_object_node (body));
  g_autoptr (GPtrArray) problems = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  guint n_errors;

  add_part (body, document, "schema", schema);
  add_part (body, document, "layout", layout);
  if (!add_words (document, schema->path, &path, &error))
    return tell_unreadable (path, g_steal_pointer (&error));
  problems = yc_catalog_check_form (document);
  n_errors = report (problems);
  if (n_errors == 0)
    return YC_CTL_GOOD;
  g_printerr (ngettext ("%u mistake\n", "%u mistakes\n", n_errors), n_errors);
  return YC_CTL_BAD;
}

YcCtlStatus
yc_ctl_form_check (int    argc,
                   char **argv)
{
  g_autoptr (YcCtlFormFile) schema = NULL;
  g_autoptr (YcCtlFormFile) layout = NULL;
  g_autoptr (GError) error = NULL;

  if (!yc_ctl_form_parse ("check", NULL, &argc, &argv))
    return YC_CTL_TROUBLE;
  if (argc != 2 && argc != 3)
    {
      g_printerr ("%s: %s\n", g_get_prgname (), _("needs a schema and perhaps a layout"));
      return YC_CTL_TROUBLE;
    }
  schema = yc_ctl_form_file_read (argv[1], &error);
  if (schema != NULL && argc == 3)
    layout = yc_ctl_form_file_read (argv[2], &error);
  if (error != NULL)
    return tell_unreadable (argv[schema == NULL ? 1 : 2], g_steal_pointer (&error));
  return check (schema, layout);
}
