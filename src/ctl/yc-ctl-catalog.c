/* SPDX-License-Identifier: GPL-3.0-or-later */
/* yichuangctl catalog: check a catalog folder, and publish one. */
#include "yc-ctl-group.h"

#include <glib/gi18n.h>

#include "yc-ctl-service.h"
#include "yc-json.h"

static const YcCtlCommand commands[3];

/* Returns the number of those that keep the catalog from being published. */
static guint
print_problems (GPtrArray *problems)
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

/* Certificates are tried out only where nothing else is wrong. */
static guint
report (YcCatalogFolder *folder)
{
  g_autoptr (GPtrArray) problems = yc_catalog_folder_check (folder);
  g_autoptr (GPtrArray) sheets = NULL;
  guint n_errors = print_problems (problems);

  if (n_errors > 0)
    return n_errors;
  sheets = yc_catalog_folder_check_sheets (folder);

  return print_problems (sheets);
}

static YcCtlStatus
run_check (int    argc,
           char **argv)
{
  g_autoptr (YcCatalogFolder) folder = NULL;
  g_autoptr (GError) error = NULL;
  guint n_errors;

  if (!yc_ctl_parse ("catalog", &commands[0], NULL, &argc, &argv))
    return YC_CTL_TROUBLE;
  if (argc != 2)
    {
      g_printerr ("%s: %s\n", g_get_prgname (), _("needs one folder"));
      return YC_CTL_TROUBLE;
    }
  folder = yc_ctl_read_catalog (argv[1], &error);
  if (folder == NULL)
    return yc_ctl_complain (g_steal_pointer (&error));

  n_errors = report (folder);
  if (n_errors > 0)
    {
      g_printerr (ngettext ("%u mistake\n", "%u mistakes\n", n_errors), n_errors);
      return YC_CTL_BAD;
    }
  g_printerr (ngettext ("%u document, no mistakes\n", "%u documents, no mistakes\n",
                        yc_catalog_folder_get_n_documents (folder)),
              yc_catalog_folder_get_n_documents (folder));

  return YC_CTL_GOOD;
}

static YcCtlStatus
publish (YcCatalogFolder *folder,
         const char      *server,
         const char      *user,
         const char      *password_file,
         const char      *authority_file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YcCtlService) service = NULL;
  g_autoptr (JsonNode) body = yc_json_object_node (json_object_new ());
  g_autoptr (JsonNode) answer = NULL;
  g_autofree char *version = NULL;
  g_autofree char *changed = NULL;
  guint kept;
  JsonObject *object;

  service = yc_ctl_service_open (server, user, password_file, authority_file, &error);
  if (service == NULL)
    return yc_ctl_complain (g_steal_pointer (&error));

  json_object_set_member (json_node_get_object (body), "documents",
                          yc_catalog_folder_to_json (folder));
  answer = yc_ctl_service_post (service, "/catalog/versions", body, &error);
  if (answer == NULL)
    return yc_ctl_complain (g_steal_pointer (&error));

  object = yc_json_node_get_object (answer);
  version = g_strdup_printf ("%" G_GINT64_FORMAT, yc_json_get_int (object, "version", 0));
  changed = g_strdup_printf ("%" G_GINT64_FORMAT, yc_json_get_int (object, "changed", 0));
  /* Translators: two numbers: of the version published, and of the documents in it that are new. */
  g_print (_("Version %s, documents changed: %s\n"), version, changed);
  kept = yc_json_get_int (object, "kept", 0);
  if (kept > 0)
    g_print (ngettext ("%u entry stays as it was published in the program; “yichuangctl knowledge "
                       "pull” writes it into the folder\n",
                       "%u entries stay as they were published in the program; “yichuangctl "
                       "knowledge pull” writes them into the folder\n", kept), kept);

  return YC_CTL_GOOD;
}

static YcCtlStatus
run_import (int    argc,
            char **argv)
{
  g_autofree char *server = NULL;
  g_autofree char *user = NULL;
  g_autofree char *password_file = NULL;
  g_autofree char *authority_file = NULL;
  g_autoptr (YcCatalogFolder) folder = NULL;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "server", 's', 0, G_OPTION_ARG_STRING, &server, N_("The service’s address"), N_("URL") },
    { "user", 'u', 0, G_OPTION_ARG_STRING, &user, N_("An administrator’s account"), N_("USER") },
    { "password-file", 'p', 0, G_OPTION_ARG_FILENAME, &password_file,
      N_("A file whose first line is the password; asked for by default"), N_("FILE") },
    { "authority", 'a', 0, G_OPTION_ARG_FILENAME, &authority_file,
      N_("Believe only the authorities in this PEM file to vouch for the service"), N_("FILE") },
    { NULL },
  };

  if (!yc_ctl_parse ("catalog", &commands[1], entries, &argc, &argv))
    return YC_CTL_TROUBLE;
  if (argc != 2 || server == NULL || user == NULL)
    {
      g_printerr ("%s: %s\n", g_get_prgname (), _("needs one folder, --server and --user"));
      return YC_CTL_TROUBLE;
    }
  folder = yc_ctl_read_catalog (argv[1], &error);
  if (folder == NULL)
    return yc_ctl_complain (g_steal_pointer (&error));
  if (report (folder) > 0)
    {
      g_printerr ("%s\n", _("Nothing was published."));
      return YC_CTL_BAD;
    }

  return publish (folder, server, user, password_file, authority_file);
}

static const YcCtlCommand commands[3] = {
  { "check", N_("FOLDER"), N_("find every mistake in a catalog folder"), run_check },
  { "import", N_("FOLDER --server URL --user USER [--password-file FILE] [--authority FILE]"),
    N_("check a catalog folder and publish it, all or nothing"), run_import },
  { NULL },
};

const YcCtlGroup yc_ctl_catalog_group = {
  .name = "catalog",
  .summary = N_("check and import catalogs"),
  .commands = commands,
};
