/* SPDX-License-Identifier: GPL-3.0-or-later */
/* yichuangctl audit: prove that the record of who changed what is whole, and the totals true. */
#include "yc-ctl-group.h"

#include <glib/gi18n.h>

#include "yc-audit-table.h"
#include "yc-case-totals.h"
#include "yc-service-error.h"
#include "yc-sqlite-database.h"

static const YcCtlCommand commands[2];

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

static YcCtlStatus
run_verify (int argc, char **argv)
{
  const GOptionEntry entries[] = { { NULL } };
  g_autoptr (YcDatabase) database = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  if (!yc_ctl_parse ("audit", &commands[0], entries, &argc, &argv))
    return YC_CTL_TROUBLE;
  if (argc != 2)
    {
      g_printerr ("%s\n", _("yichuangctl audit verify needs the service’s data folder"));
      return YC_CTL_TROUBLE;
    }
  path = g_build_filename (argv[1], "service.db", NULL);
  database = yc_sqlite_database_open_existing (path, &error);
  return database != NULL ? verify (database) : yc_ctl_complain (g_steal_pointer (&error));
}

static const YcCtlCommand commands[2] = {
  { "verify", "DIR", N_("Prove that no record was altered or removed; the service may be running"),
    run_verify },
  { NULL },
};

const YcCtlGroup yc_ctl_audit_group = {
  "audit", N_("the record of who changed what"), commands,
};
