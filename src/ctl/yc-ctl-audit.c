/* SPDX-License-Identifier: GPL-3.0-or-later */
/* yichuangctl audit: prove that the record of who changed what is whole, and the totals true; show it
 * to who must answer for it. */
#include "yc-ctl-group.h"

#include <glib/gi18n.h>

#include "yc-audit-table.h"
#include "yc-case-totals.h"
#include "yc-json.h"
#include "yc-person-key.h"
#include "yc-serial-audit.h"
#include "yc-service-error.h"
#include "yc-sqlite-database.h"

static const YcCtlCommand commands[4];

static YcCtlStatus
verify (YcDatabase *database)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YcTransaction) transaction = yc_database_begin_read (database, &error);
  gint64 n_records = 0, n_totals = 0;

  if (transaction != NULL && yc_audit_verify (transaction, &n_records, &error) &&
      yc_case_totals_verify (transaction, &n_totals, &error))
    {
      g_autofree char *records = g_strdup_printf ("%" G_GINT64_FORMAT, n_records);
      g_autofree char *totals = g_strdup_printf ("%" G_GINT64_FORMAT, n_totals);

      g_print (_("The audit chain is whole: %s records.\n"), records);
      g_print (_("The running totals are what the cases add up to: %s totals.\n"), totals);
      return YC_CTL_GOOD;
    }
  if (!g_error_matches (error, YC_SERVICE_ERROR, YC_SERVICE_ERROR_FAILED))
    return yc_ctl_complain (g_steal_pointer (&error));
  g_print ("%s\n", error->message);
  return YC_CTL_BAD;
}

static YcDatabase *
open_database (const char  *folder,
               GError     **error)
{
  g_autofree char *path = g_build_filename (folder, "service.db", NULL);

  return yc_sqlite_database_open_existing (path, error);
}

static YcCtlStatus
run_verify (int argc, char **argv)
{
  const GOptionEntry entries[] = { { NULL } };
  g_autoptr (YcDatabase) database = NULL;
  g_autoptr (GError) error = NULL;

  if (!yc_ctl_parse ("audit", &commands[0], entries, &argc, &argv))
    return YC_CTL_TROUBLE;
  if (argc != 2)
    {
      g_printerr ("%s\n", _("yichuangctl audit verify needs the service’s data folder"));
      return YC_CTL_TROUBLE;
    }
  database = open_database (argv[1], &error);
  return database != NULL ? verify (database) : yc_ctl_complain (g_steal_pointer (&error));
}

/* Serial numbers */

typedef struct
{
  char *head;
  gboolean quick;
  gboolean json;
} SerialOptions;

static void
clear_serial_options (SerialOptions *options)
{
  g_free (options->head);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SerialOptions, clear_serial_options)

static void
print_found_json (const YcSerialAudit *found,
                  const GError        *wrong)
{
  JsonObject *object = json_object_new ();
  g_autoptr (JsonNode) node = yc_json_object_node (object);
  g_autofree char *line = NULL;

  json_object_set_boolean_member (object, "good", wrong == NULL);
  json_object_set_member (object, "wrong",
                          yc_json_string_node (wrong != NULL ? wrong->message : NULL));
  json_object_set_int_member (object, "entries", found->n_entries);
  json_object_set_int_member (object, "series", found->n_series);
  json_object_set_int_member (object, "certificates", found->n_certificates);
  json_object_set_int_member (object, "files", found->n_files);
  json_object_set_member (object, "head", yc_json_string_node (found->head));
  line = yc_json_write (node);
  g_print ("%s\n", line);
}

static void
print_found (const YcSerialAudit *found)
{
  g_autofree char *entries = g_strdup_printf ("%" G_GINT64_FORMAT, found->n_entries);
  g_autofree char *series = g_strdup_printf ("%" G_GINT64_FORMAT, found->n_series);
  g_autofree char *certificates = g_strdup_printf ("%" G_GINT64_FORMAT, found->n_certificates);
  g_autofree char *files = g_strdup_printf ("%" G_GINT64_FORMAT, found->n_files);

  /* Translators: how many entries; how many series of numbers they fill. */
  g_print (_("No number is missing and none was given twice: %s entries, %s series.\n"), entries,
           series);
  /* Translators: how many certificates; of how many the file was read and is the signed one. */
  g_print (_("Each certificate is what the ledger says: %s certificates, %s files read.\n"),
           certificates, files);
  g_print (_("Note down this hash; with --head it proves later that nothing was written anew:\n"
             "%s\n"), found->head);
}

static YcVault *
open_vault (const char  *folder,
            GError     **error)
{
  g_autofree char *path = g_build_filename (folder, "service.key", NULL);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return yc_vault_new_from_file (path, error);
  g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT, _("There is no key %s."), path);
  return NULL;
}

static gboolean
audit_serials (const char           *folder,
               const SerialOptions  *options,
               YcSerialAudit        *found,
               GError              **error)
{
  g_autoptr (YcDatabase) database = open_database (folder, error);
  g_autoptr (YcTransaction) transaction =
      database != NULL ? yc_database_begin_read (database, error) : NULL;
  g_autoptr (YcVault) vault = NULL;

  if (transaction == NULL)
    return FALSE;
  vault = options->quick ? NULL : open_vault (folder, error);
  return (vault != NULL || options->quick) &&
         yc_serial_audit_run (transaction, vault, options->head, found, error);
}

static YcCtlStatus
prove_serials (const char          *folder,
               const SerialOptions *options)
{
  g_auto (YcSerialAudit) found = { 0 };
  g_autoptr (GError) error = NULL;
  gboolean good = audit_serials (folder, options, &found, &error);

  if (!good && !g_error_matches (error, YC_SERVICE_ERROR, YC_SERVICE_ERROR_FAILED))
    return yc_ctl_complain (g_steal_pointer (&error));
  if (options->json)
    print_found_json (&found, error);
  else if (good)
    print_found (&found);
  else
    g_print ("%s\n", error->message);
  return good ? YC_CTL_GOOD : YC_CTL_BAD;
}

static YcCtlStatus
run_serials (int argc, char **argv)
{
  g_auto (SerialOptions) options = { NULL };
  const GOptionEntry entries[] = {
    { "head", 0, 0, G_OPTION_ARG_STRING, &options.head,
      N_("A hash noted down earlier, which must still be in the ledger"), N_("HASH") },
    { "quick", 0, 0, G_OPTION_ARG_NONE, &options.quick,
      N_("Do not read the files of the certificates"), NULL },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options.json, N_("Print a line of JSON"), NULL },
    { NULL },
  };

  if (!yc_ctl_parse ("audit", &commands[2], entries, &argc, &argv))
    return YC_CTL_TROUBLE;
  if (argc == 2)
    return prove_serials (argv[1], &options);
  g_printerr ("%s\n", _("yichuangctl audit serials needs the service’s data folder"));
  return YC_CTL_TROUBLE;
}

/* Listing */

typedef struct
{
  char *since;
  char *by;
  char *action;
  char *subject;
  gboolean person;
} ListOptions;

static void
clear_list_options (ListOptions *options)
{
  g_free (options->since);
  g_free (options->by);
  g_free (options->action);
  g_free (options->subject);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ListOptions, clear_list_options)

/* The number comes on standard input: everybody on the machine can read a command line. */
static char *
read_person (const char  *folder,
             GError     **error)
{
  g_autoptr (GIOChannel) input = g_io_channel_unix_new (0);
  g_autoptr (YcVault) vault = open_vault (folder, error);
  g_autofree char *number = NULL;

  if (vault == NULL ||
      g_io_channel_read_line (input, &number, NULL, NULL, error) == G_IO_STATUS_ERROR)
    return NULL;
  return yc_person_key (vault, number != NULL ? g_strstrip (number) : "");
}

static void
print_record (YcRows *rows)
{
  JsonObject *record = json_object_new ();
  g_autoptr (JsonNode) node = yc_json_object_node (record);
  g_autofree char *line = NULL;

  json_object_set_int_member (record, "number", yc_rows_get_int (rows, 0));
  json_object_set_string_member (record, "at", yc_rows_get_text (rows, 1));
  json_object_set_string_member (record, "by", yc_rows_get_text (rows, 2));
  json_object_set_string_member (record, "action", yc_rows_get_text (rows, 3));
  json_object_set_string_member (record, "subject", yc_rows_get_text (rows, 4));
  json_object_set_member (record, "detail",
                          yc_json_parse (yc_rows_get_text (rows, 5), -1, NULL, NULL));
  line = yc_json_write (node);
  g_print ("%s\n", line);
}

static gboolean
list (const char   *folder,
      ListOptions  *options,
      GError      **error)
{
  YcAuditFilter filter = { options->since, options->by, options->action, options->subject };
  g_autoptr (YcDatabase) database = open_database (folder, error);
  g_autoptr (YcTransaction) transaction =
      database != NULL ? yc_database_begin_read (database, error) : NULL;
  g_autoptr (YcRows) rows = NULL;

  if (transaction == NULL)
    return FALSE;
  rows = yc_audit_table_list (transaction, &filter, error);
  while (yc_rows_next (rows, error))
    print_record (rows);
  return yc_rows_is_done (rows);
}

static YcCtlStatus
run_list (int argc, char **argv)
{
  g_auto (ListOptions) options = { NULL };
  const GOptionEntry entries[] = {
    { "since", 0, 0, G_OPTION_ARG_STRING, &options.since,
      N_("Only from this day on (UTC)"), N_("YYYY-MM-DD") },
    { "by", 0, 0, G_OPTION_ARG_STRING, &options.by, N_("Only what this user did"), N_("USER") },
    { "action", 0, 0, G_OPTION_ARG_STRING, &options.action,
      N_("Only of this kind, such as person.look or file.read"), N_("ACTION") },
    { "subject", 0, 0, G_OPTION_ARG_STRING, &options.subject,
      N_("Only what was done to this: a case, a file, a user"), N_("ID") },
    { "person", 0, 0, G_OPTION_ARG_NONE, &options.person,
      N_("Only looks at the person whose ID number is on standard input"), NULL },
    { NULL },
  };
  g_autoptr (GError) error = NULL;

  if (!yc_ctl_parse ("audit", &commands[1], entries, &argc, &argv))
    return YC_CTL_TROUBLE;
  if (argc != 2 || (options.person && options.subject != NULL))
    {
      g_printerr ("%s\n", _("yichuangctl audit list needs the service’s data folder, and one of "
                            "--subject and --person at most"));
      return YC_CTL_TROUBLE;
    }
  if (options.person && (options.subject = read_person (argv[1], &error)) == NULL)
    return yc_ctl_complain (g_steal_pointer (&error));
  return list (argv[1], &options, &error) ? YC_CTL_GOOD : yc_ctl_complain (g_steal_pointer (&error));
}

static const YcCtlCommand commands[4] = {
  { "verify", "DIR", N_("Prove that no record was altered or removed; the service may be running"),
    run_verify },
  { "list", "DIR", N_("Print records, a line of JSON each; the service may be running"), run_list },
  { "serials", "DIR",
    N_("Prove that no certificate number is missing or was used twice; the service may be running"),
    run_serials },
  { NULL },
};

const YcCtlGroup yc_ctl_audit_group = {
  "audit", N_("the record of who changed what"), commands,
};
