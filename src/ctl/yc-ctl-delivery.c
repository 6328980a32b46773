/* SPDX-License-Identifier: GPL-3.0-or-later */
/* yichuangctl delivery: where certificates go after issue, and what has not arrived. */
#include "yc-ctl-group.h"

#include <glib/gi18n.h>

#include "yc-ctl-delivery-catalog.h"
#include "yc-deliveries-table.h"
#include "yc-delivery-settings.h"
#include "yc-json.h"
#include "yc-service-error.h"
#include "yc-sqlite-database.h"

#define MAX_LISTED 10000

static const YcCtlCommand commands[3];

static void
print_receiver (const YcReceiver *receiver)
{
  g_autofree char *items = receiver->items != NULL ? g_strjoinv (" ", receiver->items) : NULL;

  g_print ("%s\t%s\t%s%s%s\n", receiver->channel, receiver->url, receiver->title,
           items != NULL ? "\t" : "", items != NULL ? items : "");
}

static YcCtlStatus
print_checked (const char               *path,
               const YcDeliverySettings *settings,
               const char               *catalog)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YcCatalogFolder) folder =
    catalog != NULL ? yc_ctl_read_catalog (catalog, &error) : NULL;

  if (error != NULL)
    return yc_ctl_complain (g_steal_pointer (&error));
  if (folder != NULL && yc_ctl_delivery_check_catalog (path, settings, folder) > 0)
    return YC_CTL_BAD;
  for (guint i = 0; i < settings->receivers->len; i++)
    print_receiver (g_ptr_array_index (settings->receivers, i));
  return YC_CTL_GOOD;
}

static YcCtlStatus
run_check (int argc, char **argv)
{
  g_autofree char *catalog = NULL;
  const GOptionEntry entries[] = {
    { "catalog", 0, 0, G_OPTION_ARG_FILENAME, &catalog,
      N_("Also find items and fields that this catalog does not have"), N_("FOLDER") },
    { NULL },
  };
  g_autoptr (YcDeliverySettings) settings = NULL;
  g_autoptr (GError) error = NULL;

  if (!yc_ctl_parse ("delivery", &commands[0], entries, &argc, &argv))
    return YC_CTL_TROUBLE;
  if (argc != 2)
    {
      g_printerr ("%s\n", _("yichuangctl delivery check needs a file"));
      return YC_CTL_TROUBLE;
    }
  settings = yc_delivery_settings_new (argv[1], &error);
  if (settings == NULL && g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    return yc_ctl_complain (g_steal_pointer (&error));
  if (settings == NULL)
    {
      g_print ("%s\n", error->message);
      return YC_CTL_BAD;
    }
  return print_checked (argv[1], settings, catalog);
}

/* Nothing of the message: who may read this file is another question than who may read cases. */
static void
print_delivery (const YcDeliveryRecord *record)
{
  g_autofree char *words = yc_delivery_detail_get_words (record->detail);

  g_print ("%s\t%s\t%s\t%s\t%s\t%" G_GINT64_FORMAT "\t%s\n", record->id, record->serial,
           record->channel, record->kind, yc_delivery_state_get_title (record->state),
           record->n_tries, words);
}

static gboolean
print_all (YcTransaction    *transaction,
           YcVault          *vault,
           YcDeliveryState   state,
           GError          **error)
{
  g_autoptr (GPtrArray) records =
    yc_deliveries_table_list_open (transaction, vault, state, MAX_LISTED, error);

  for (guint i = 0; records != NULL && i < records->len; i++)
    print_delivery (g_ptr_array_index (records, i));
  return records != NULL;
}

static gboolean
list (const char  *folder,
      GError     **error)
{
  g_autofree char *path = g_build_filename (folder, "service.db", NULL);
  g_autofree char *key = g_build_filename (folder, "service.key", NULL);
  g_autoptr (YcDatabase) database = yc_sqlite_database_open_existing (path, error);
  g_autoptr (YcTransaction) transaction =
    database != NULL ? yc_database_begin_read (database, error) : NULL;
  g_autoptr (YcVault) vault = transaction != NULL ? yc_vault_new_from_file (key, error) : NULL;

  return vault != NULL && print_all (transaction, vault, YC_DELIVERY_STATE_FAILED, error) &&
         print_all (transaction, vault, YC_DELIVERY_STATE_WAITING, error);
}

static YcCtlStatus
run_list (int argc, char **argv)
{
  const GOptionEntry entries[] = { { NULL } };
  g_autoptr (GError) error = NULL;

  if (!yc_ctl_parse ("delivery", &commands[1], entries, &argc, &argv))
    return YC_CTL_TROUBLE;
  if (argc != 2)
    {
      g_printerr ("%s\n", _("yichuangctl delivery list needs the service’s data folder"));
      return YC_CTL_TROUBLE;
    }
  return list (argv[1], &error) ? YC_CTL_GOOD : yc_ctl_complain (g_steal_pointer (&error));
}

static const YcCtlCommand commands[3] = {
  { "check", N_("FILE [--catalog FOLDER]"), N_("Check where certificates are to go after issue, as delivery.json says it"),
    run_check },
  { "list", "DIR", N_("Print what has not arrived, a line each; the service may be running"),
    run_list },
  { NULL },
};

const YcCtlGroup yc_ctl_delivery_group = {
  "delivery", N_("where certificates go after issue"), commands,
};
