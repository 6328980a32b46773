/* SPDX-License-Identifier: GPL-3.0-or-later */
/* yichuangctl search: indexes entries and looks for words in them, so that their owners can try the
 * wording and anyone can measure. */
#include "yc-ctl-group.h"

#include <glib/gi18n.h>

#include "yc-ctl-lines.h"
#include "yc-ctl-search-entries.h"
#include "yc-ctl-search-index.h"
#include "yc-json.h"

static const YcCtlCommand commands[2];

typedef struct
{
  char *entries;
  char *catalog;
  char *queries;
} Options;

static void
clear_options (Options *options)
{
  g_free (options->entries);
  g_free (options->catalog);
  g_free (options->queries);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

static gboolean
take_entry (const YcCtlSearchEntry  *entry,
            gpointer                 data,
            GError                 **error)
{
  return yc_ctl_search_index_put (data, entry, error);
}

static YcCtlStatus
fill_from_entries (YcCtlSearchIndex *index,
                   const char       *path)
{
  g_autoptr (GError) error = NULL;
  int n_bad = yc_ctl_search_entries_read (path, take_entry, index, &error);

  if (n_bad < 0)
    return yc_ctl_complain (g_steal_pointer (&error));
  return n_bad == 0 ? YC_CTL_GOOD : YC_CTL_BAD;
}

/* Only the first mistake is told: `catalog check` tells them all. */
static YcCtlStatus
fill_from_catalog (YcCtlSearchIndex *index,
                   const char       *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YcCatalogFolder) folder = yc_ctl_read_catalog (path, &error);
  g_autoptr (GPtrArray) problems = NULL;

  if (folder == NULL)
    return yc_ctl_complain (g_steal_pointer (&error));
  problems = yc_catalog_folder_check (folder);
  for (guint i = 0; i < problems->len; i++)
    if (yc_catalog_problem_get_severity (problems->pdata[i]) == YC_CATALOG_SEVERITY_ERROR)
      {
        g_autofree char *words = yc_catalog_problem_to_string (problems->pdata[i]);

        g_printerr ("%s\n", words);
        return YC_CTL_BAD;
      }
  for (guint i = 0; i < yc_catalog_folder_get_n_documents (folder); i++)
    if (!yc_ctl_search_index_put_document (index, yc_catalog_folder_get_document (folder, i),
                                           &error))
      return yc_ctl_complain (g_steal_pointer (&error));
  return YC_CTL_GOOD;
}

static void
print_json (JsonObject *object)
{
  g_autoptr (JsonNode) node = yc_json_object_node (object);
  g_autofree char *text = yc_json_write (node);

  g_print ("%s\n", text);
}

static YcCtlStatus
build (YcCtlSearchIndex *index,
       const Options    *options)
{
  gint64 begin = g_get_monotonic_time ();
  JsonObject *line;
  g_autoptr (GError) error = NULL;
  YcCtlStatus status;

  status = options->entries != NULL ? fill_from_entries (index, options->entries)
                                    : fill_from_catalog (index, options->catalog);
  if (status != YC_CTL_GOOD)
    return status;
  if (!yc_ctl_search_index_finish (index, &error))
    return yc_ctl_complain (g_steal_pointer (&error));
  line = yc_ctl_search_index_describe (index);
  json_object_set_double_member (
      line, "seconds", (double) (g_get_monotonic_time () - begin) / G_USEC_PER_SEC);
  print_json (line);
  return YC_CTL_GOOD;
}

static YcCtlStatus
ask (YcCtlSearchIndex *index,
     const char       *query)
{
  g_autoptr (GError) error = NULL;
  JsonObject *line = yc_ctl_search_index_find (index, query, &error);

  if (line == NULL)
    return yc_ctl_complain (g_steal_pointer (&error));
  print_json (line);
  return YC_CTL_GOOD;
}

/* A line is a query as it stands, or as JSON: a text, or an object that has it. */
static char *
read_query (const char *line)
{
  g_autoptr (JsonNode) node = NULL;
  const char *query = NULL;

  if (*line == '{' || *line == '"')
    node = yc_json_parse (line, -1, NULL, NULL);
  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    query = yc_json_get_string (json_node_get_object (node), "query", NULL);
  else if (node != NULL)
    query = yc_json_node_get_string (node);
  return g_strdup (query != NULL ? query : line);
}

static YcCtlStatus
ask_file (YcCtlSearchIndex *index,
          const char       *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YcCtlLines) lines = yc_ctl_lines_open (path, &error);
  YcCtlStatus status = YC_CTL_GOOD;
  char *line;

  while (error == NULL && status == YC_CTL_GOOD &&
         (line = yc_ctl_lines_next (lines, &error)) != NULL)
    {
      g_autofree char *owned = line;
      g_autofree char *query = read_query (owned);

      status = ask (index, query);
    }
  return error != NULL ? yc_ctl_complain (g_steal_pointer (&error)) : status;
}

static YcCtlStatus
ask_all (YcCtlSearchIndex  *index,
         const Options     *options,
         int                n_queries,
         char             **queries)
{
  YcCtlStatus status = YC_CTL_GOOD;

  if (options->queries != NULL)
    status = ask_file (index, options->queries);
  for (int i = 0; i < n_queries && status == YC_CTL_GOOD; i++)
    status = ask (index, queries[i]);
  return status;
}

/* Before anything is indexed. */
static gboolean
check_usage (const Options  *options,
             int             n_queries,
             char          **queries)
{
  if ((options->entries == NULL) == (options->catalog == NULL))
    {
      g_printerr ("%s: %s\n", g_get_prgname (), _("needs either --entries or --catalog"));
      return FALSE;
    }
  for (int i = 0; i < n_queries; i++)
    if (!g_utf8_validate (queries[i], -1, NULL))
      {
        g_printerr ("%s: %s\n", g_get_prgname (), _("A query is not text in UTF-8"));
        return FALSE;
      }
  return TRUE;
}

static YcCtlStatus
run_search (int    argc,
            char **argv)
{
  g_auto (Options) options = { 0 };
  const GOptionEntry entries[] = {
    { "entries", 'e', 0, G_OPTION_ARG_FILENAME, &options.entries,
      N_("Search these JSON lines: {\"id\",\"title\",\"body\",\"tags\"}"), N_("FILE") },
    { "catalog", 'c', 0, G_OPTION_ARG_FILENAME, &options.catalog,
      N_("Search a catalog folder"), N_("FOLDER") },
    { "queries", 'q', 0, G_OPTION_ARG_FILENAME, &options.queries,
      N_("Look for each line of this file, plain or JSON: {\"query\"} or a text"), N_("FILE") },
    { NULL },
  };
  g_autoptr (YcCtlSearchIndex) index = NULL;
  g_autoptr (GError) error = NULL;
  YcCtlStatus status;

  if (!yc_ctl_parse ("search", &commands[0], entries, &argc, &argv) ||
      !check_usage (&options, argc - 1, argv + 1))
    return YC_CTL_TROUBLE;
  index = yc_ctl_search_index_new (&error);
  if (index == NULL)
    return yc_ctl_complain (g_steal_pointer (&error));
  status = build (index, &options);
  return status == YC_CTL_GOOD ? ask_all (index, &options, argc - 1, argv + 1) : status;
}

static const YcCtlCommand commands[2] = {
  { "", N_("--entries FILE | --catalog FOLDER [--queries FILE] [QUERY…]"),
    N_("index entries or a catalog and find words in them"), run_search },
  { NULL },
};

const YcCtlGroup yc_ctl_search_group = {
  .name = "search",
  .summary = N_("try what the desk finds"),
  .commands = commands,
};
