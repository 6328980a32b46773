/* SPDX-License-Identifier: GPL-3.0-or-later */
/* yichuangctl knowledge: what holds on a day, what was published in the program, what waits for an
 * answer. */
#include "yc-ctl-group.h"

#include <glib/gi18n.h>
#include <unistd.h>

#include "yc-catalog-entry-writer.h"
#include "yc-catalog-folder.h"
#include "yc-ctl-service.h"
#include "yc-ctl-sheet.h"
#include "yc-day.h"
#include "yc-demo.h"
#include "yc-entry-sheet.h"
#include "yc-json.h"
#include "yc-knowledge-entry.h"

#define MAX_PAGES 1000

static const YcCtlCommand commands[5];

/* How a service is reached; all texts are owned. */
typedef struct
{
  char *server;
  char *user;
  char *password_file;
  char *authority_file;
} Access;

static void
clear_access (Access *access)
{
  g_free (access->server);
  g_free (access->user);
  g_free (access->password_file);
  g_free (access->authority_file);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Access, clear_access)

static gboolean
parse_access (const YcCtlCommand  *command,
              int                  n_words,
              int                 *argc,
              char              ***argv,
              Access              *access)
{
  const GOptionEntry entries[] = {
    { "server", 's', 0, G_OPTION_ARG_STRING, &access->server, N_("The service’s address"),
      N_("URL") },
    { "user", 'u', 0, G_OPTION_ARG_STRING, &access->user,
      N_("A supervisor’s or an administrator’s account"), N_("USER") },
    { "password-file", 'p', 0, G_OPTION_ARG_FILENAME, &access->password_file,
      N_("A file whose first line is the password; asked for by default"), N_("FILE") },
    { "authority", 'a', 0, G_OPTION_ARG_FILENAME, &access->authority_file,
      N_("Believe only the authorities in this PEM file to vouch for the service"), N_("FILE") },
    { NULL },
  };

  if (!yc_ctl_parse ("knowledge", command, entries, argc, argv))
    return FALSE;
  if (*argc == n_words && access->server != NULL && access->user != NULL)
    return TRUE;
  g_printerr ("%s: %s\n", g_get_prgname (), _("needs --server and --user, and what is to be done"));
  return FALSE;
}

static YcCtlService *
open_service (Access  *access,
              GError **error)
{
  return yc_ctl_service_open (access->server, access->user, access->password_file,
                              access->authority_file, error);
}

static YcCatalogFolder *
read_folder (const char  *path,
             GError     **error)
{
  g_autoptr (GFile) file =
    g_str_equal (path, "demo") ? yc_demo_get_catalog () : g_file_new_for_commandline_arg (path);

  return yc_catalog_folder_read (file, error);
}

/* The codes of a place and those above it, each ended by a slash. */
static char *
dup_path (YcCatalogFolder *folder,
          const char      *place)
{
  g_autoptr (GString) path = g_string_new (NULL);

  for (guint depth = 0; place != NULL && depth < 8; depth++)
    {
      YcCatalogDocument *document = yc_catalog_folder_find (folder, "place", place);
      g_autofree char *step = g_strconcat (place, "/", NULL);

      g_string_prepend (path, step);
      place = document == NULL ? NULL
                               : yc_json_get_string (
                                   json_node_get_object (yc_catalog_document_get_body (document)),
                                   "parent", NULL);
    }
  return g_string_free (g_steal_pointer (&path), FALSE);
}

static void
print_entry (YcCatalogDocument *document,
             const char        *path,
             const char        *day)
{
  g_autoptr (YcKnowledgeEntry) entry = yc_knowledge_entry_new_from_json (
    json_node_get_object (yc_catalog_document_get_body (document)), NULL);
  YcKnowledgeVersion *now, *next;

  if (entry == NULL)
    return;
  now = yc_knowledge_entry_find_version (entry, path, day);
  next = yc_knowledge_entry_find_next (entry, path, day);
  g_print ("%s\t%s\t%s\t%s\t%s\n", yc_knowledge_entry_get_id (entry),
           now != NULL ? yc_knowledge_version_get_from (now) : "-",
           now != NULL && *yc_knowledge_version_get_place (now) != '\0'
             ? yc_knowledge_version_get_place (now) : "-",
           next != NULL ? yc_knowledge_version_get_from (next) : "-",
           now != NULL ? yc_knowledge_version_get_question (now)
                       : yc_knowledge_entry_get_question (entry));
}

static YcCtlStatus
run_list (int    argc,
          char **argv)
{
  g_autofree char *day = NULL;
  g_autofree char *place = NULL;
  g_autofree char *path = NULL;
  g_autoptr (YcCatalogFolder) folder = NULL;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "day", 'd', 0, G_OPTION_ARG_STRING, &day, N_("On this day; today by default"),
      N_("YYYY-MM-DD") },
    { "place", 0, 0, G_OPTION_ARG_STRING, &place, N_("In the place of this code"), N_("CODE") },
    { NULL },
  };

  if (!yc_ctl_parse ("knowledge", &commands[0], entries, &argc, &argv))
    return YC_CTL_TROUBLE;
  folder = argc == 2 ? read_folder (argv[1], &error) : NULL;
  if (error != NULL)
    return yc_ctl_complain (g_steal_pointer (&error));
  if (folder == NULL)
    {
      g_printerr ("%s: %s\n", g_get_prgname (), _("needs one folder"));
      return YC_CTL_TROUBLE;
    }
  if (day == NULL)
    day = yc_day_dup_today ();
  path = dup_path (folder, place);
  for (guint i = 0; i < yc_catalog_folder_get_n_documents (folder); i++)
    {
      YcCatalogDocument *document = yc_catalog_folder_get_document (folder, i);

      if (g_str_equal (yc_catalog_document_get_kind (document), "entry"))
        print_entry (document, path, day);
    }
  return YC_CTL_GOOD;
}

/* Writes the entry into the folder when its present state was published in the program. */
static gboolean
pull_entry (YcCtlService  *service,
            const char    *folder,
            const char    *id,
            guint         *n_written,
            GError       **error)
{
  g_autofree char *path = g_strconcat ("/knowledge/", id, NULL);
  g_autofree char *name = g_strconcat (id, ".md", NULL);
  g_autofree char *file = g_build_filename (folder, "knowledge", name, NULL);
  g_autoptr (JsonNode) answer = yc_ctl_service_get (service, path, error);
  JsonObject *object = yc_json_node_get_object (answer);
  JsonObject *entry = yc_json_get_object (object, "entry");
  g_autofree char *text = NULL;

  if (answer == NULL)
    return FALSE;
  if (entry == NULL || yc_json_get_object (object, "published") == NULL)
    return TRUE;
  text = yc_catalog_entry_write (entry);
  if (!g_file_set_contents (file, text, -1, error))
    return FALSE;
  g_print ("%s\n", file);
  (*n_written)++;
  return TRUE;
}

/* Whether @body is in the folder as it is. */
static gboolean
has_same (YcCatalogFolder *catalog,
          const char      *id,
          JsonNode        *body)
{
  YcCatalogDocument *document = yc_catalog_folder_find (catalog, "entry", id);

  return document != NULL && yc_json_equal (yc_catalog_document_get_body (document), body);
}

/* An id is a file's name: nothing else gets into a path. */
static gboolean
is_id (const char *id)
{
  return *id != '\0' && id[strspn (id, "abcdefghijklmnopqrstuvwxyz0123456789-")] == '\0';
}

static gboolean
pull_page (YcCtlService     *service,
           YcCatalogFolder  *catalog,
           const char       *folder,
           JsonObject       *page,
           guint            *n_written,
           GError          **error)
{
  JsonArray *documents = yc_json_get_array (page, "documents");

  for (guint i = 0; documents != NULL && i < json_array_get_length (documents); i++)
    {
      JsonObject *document = yc_json_node_get_object (json_array_get_element (documents, i));
      const char *id = yc_json_get_string (document, "id", "");
      JsonNode *body = yc_json_get_member (document, "body");

      if (g_str_equal (yc_json_get_string (document, "kind", ""), "entry") && is_id (id) &&
          body != NULL && JSON_NODE_HOLDS_OBJECT (body) && !has_same (catalog, id, body) &&
          !pull_entry (service, folder, id, n_written, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
pull (YcCtlService  *service,
      const char    *folder,
      guint         *n_written,
      GError       **error)
{
  g_autoptr (YcCatalogFolder) catalog = read_folder (folder, error);
  gint64 after = 0;

  if (catalog == NULL)
    return FALSE;
  for (guint i = 0; i < MAX_PAGES; i++)
    {
      g_autofree char *path =
        g_strdup_printf ("/catalog/changes?after=%" G_GINT64_FORMAT, after);
      g_autoptr (JsonNode) answer = yc_ctl_service_get (service, path, error);
      JsonObject *page = yc_json_node_get_object (answer);

      if (answer == NULL || !pull_page (service, catalog, folder, page, n_written, error))
        return FALSE;
      if (!yc_json_get_boolean (page, "more", FALSE))
        break;
      after = yc_json_get_int (page, "version", 0);
    }
  return TRUE;
}

static YcCtlStatus
run_pull (int    argc,
          char **argv)
{
  g_auto (Access) access = { NULL };
  g_autoptr (YcCtlService) service = NULL;
  g_autoptr (GError) error = NULL;
  guint n_written = 0;

  if (!parse_access (&commands[1], 2, &argc, &argv, &access))
    return YC_CTL_TROUBLE;
  service = open_service (&access, &error);
  if (service == NULL || !pull (service, argv[1], &n_written, &error))
    return yc_ctl_complain (g_steal_pointer (&error));
  g_printerr (ngettext ("%u entry written\n", "%u entries written\n", n_written), n_written);
  return YC_CTL_GOOD;
}

static gboolean
print_inquiries (YcCtlService  *service,
                 GError       **error)
{
  g_autofree char *cursor = g_strdup ("");

  for (guint i = 0; i < MAX_PAGES && cursor != NULL; i++)
    {
      g_autofree char *path = g_strconcat ("/inquiries?view=open&limit=200", cursor, NULL);
      g_autoptr (JsonNode) answer = yc_ctl_service_get (service, path, error);
      JsonObject *page = yc_json_node_get_object (answer);
      JsonArray *lines = yc_json_get_array (page, "inquiries");
      const char *next = yc_json_get_string (page, "next", NULL);
      g_autofree char *escaped = next != NULL ? g_uri_escape_string (next, NULL, FALSE) : NULL;

      if (answer == NULL)
        return FALSE;
      for (guint j = 0; lines != NULL && j < json_array_get_length (lines); j++)
        {
          g_autofree char *line = yc_json_write (json_array_get_element (lines, j));

          g_print ("%s\n", line);
        }
      g_free (cursor);
      cursor = escaped != NULL ? g_strconcat ("&cursor=", escaped, NULL) : NULL;
    }
  return TRUE;
}

static YcCtlStatus
run_inquiries (int    argc,
               char **argv)
{
  g_auto (Access) access = { NULL };
  g_autoptr (YcCtlService) service = NULL;
  g_autoptr (GError) error = NULL;

  if (!parse_access (&commands[2], 1, &argc, &argv, &access))
    return YC_CTL_TROUBLE;
  service = open_service (&access, &error);
  if (service == NULL || !print_inquiries (service, &error))
    return yc_ctl_complain (g_steal_pointer (&error));
  return YC_CTL_GOOD;
}

/* As the desk has it: text may be drawn by one thread of a process only. */
static YcCtlStatus
print_sheet (const char *output)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) request = yc_ctl_read_request (&error);
  g_autoptr (GBytes) pdf = NULL;

  if (request != NULL && yc_json_node_get_object (request) == NULL)
    g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                         _("What is to be printed is not an object"));
  else if (request != NULL)
    pdf = yc_entry_sheet_compose (yc_json_node_get_object (request), &error);
  if (pdf != NULL && yc_ctl_write_pdf (pdf, output, &error))
    return YC_CTL_GOOD;
  return yc_ctl_complain (g_steal_pointer (&error));
}

static YcCtlStatus
run_print (int    argc,
           char **argv)
{
  g_autofree char *output = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output,
      N_("Write the PDF into this file, not to the standard output"), N_("FILE") },
    { NULL },
  };

  if (!yc_ctl_parse ("knowledge", &commands[3], entries, &argc, &argv))
    return YC_CTL_TROUBLE;
  if (argc == 2 && g_str_equal (argv[1], "-") && (output != NULL || !isatty (STDOUT_FILENO)))
    return print_sheet (output);
  g_printerr ("%s: %s\n", g_get_prgname (), _("needs “-”, and a file or a pipe to write to"));
  return YC_CTL_TROUBLE;
}

static const YcCtlCommand commands[5] = {
  { "list", N_("FOLDER [--day YYYY-MM-DD] [--place CODE]"),
    N_("print id, since when, of which place, until the next version, and question of every entry"),
    run_list },
  { "pull", N_("FOLDER --server URL --user USER [--password-file FILE] [--authority FILE]"),
    N_("write the entries that were published in the program into a catalog folder"), run_pull },
  { "inquiries", N_("--server URL --user USER [--password-file FILE] [--authority FILE]"),
    N_("print what waits for an answer, the most urgent first, a line of JSON each"),
    run_inquiries },
  { "print", N_("- [--output FILE]"),
    N_("write an entry’s sheet as a PDF, from one object on the standard input"), run_print },
  { NULL },
};

const YcCtlGroup yc_ctl_knowledge_group = {
  .name = "knowledge",
  .summary = N_("look after the knowledge base"),
  .commands = commands,
};
