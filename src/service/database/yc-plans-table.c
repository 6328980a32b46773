/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saved plans, with what is personal sealed. */
#include "yc-plans-table.h"

#include "yc-sql-query.h"
#include "yc-sealed-json.h"

#define CITIZEN "plan.citizen"
#define CONTENT "plan.content"

/**
 * yc_plans_table_insert:
 * @transaction: a transaction that writes
 * @vault: seals what is personal
 * @record: a new plan
 * @error: (nullable): return location
 *
 * Returns: %FALSE on an error
 */
gboolean
yc_plans_table_insert (YcTransaction  *transaction,
                       YcVault        *vault,
                       YcPlanRecord   *record,
                       GError        **error)
{
  g_autoptr (GBytes) citizen = yc_sealed_json_write (vault, record->citizen, CITIZEN);
  g_autoptr (GBytes) content = yc_sealed_json_write (vault, record->content, CONTENT);

  return yc_transaction_run (
    transaction, error,
    "INSERT INTO plans (id, number, local_number, version, title, catalog_version, person, place, "
    "place_path, counter, clerk, clerk_name, holder, holder_name, holder_path, saved_at, "
    "updated_at, citizen, content) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, "
    "$13, $14, $15, $16, $17, $18, $19)",
    "sssisisssssssssssbb", record->id, record->number, record->local_number, record->version,
    record->title, record->catalog_version, record->person, record->place, record->place_path,
    record->counter, record->clerk, record->clerk_name, record->holder, record->holder_name,
    record->holder_path, record->saved_at, record->updated_at, citizen, content);
}

/**
 * yc_plans_table_update:
 * @transaction: a transaction that writes
 * @vault: seals what is personal
 * @record: a plan with its content
 * @error: (nullable): return location
 *
 * Stores what can change of a plan. The caller has looked at the version in this transaction.
 *
 * Returns: %FALSE on an error
 */
gboolean
yc_plans_table_update (YcTransaction  *transaction,
                       YcVault        *vault,
                       YcPlanRecord   *record,
                       GError        **error)
{
  g_autoptr (GBytes) citizen = yc_sealed_json_write (vault, record->citizen, CITIZEN);
  g_autoptr (GBytes) content = yc_sealed_json_write (vault, record->content, CONTENT);

  return yc_transaction_run (
    transaction, error,
    "UPDATE plans SET version = $2, title = $3, catalog_version = $4, person = $5, holder = $6, "
    "holder_name = $7, holder_path = $8, updated_at = $9, citizen = $10, content = $11 "
    "WHERE id = $1",
    "sisisssssbb", record->id, record->version, record->title, record->catalog_version,
    record->person, record->holder, record->holder_name, record->holder_path, record->updated_at,
    citizen, content);
}

static YcPlanRecord *
read_row (YcRows   *rows,
          YcVault  *vault,
          GError  **error)
{
  g_autoptr (YcPlanRecord) record = yc_plan_record_new ();
  g_autoptr (GBytes) citizen = yc_rows_dup_bytes (rows, 17);
  g_autoptr (GBytes) content = yc_rows_dup_bytes (rows, 18);

  record->id = g_strdup (yc_rows_get_text (rows, 0));
  record->number = g_strdup (yc_rows_get_text (rows, 1));
  record->local_number = g_strdup (yc_rows_get_text (rows, 2));
  record->version = yc_rows_get_int (rows, 3);
  record->title = g_strdup (yc_rows_get_text (rows, 4));
  record->catalog_version = yc_rows_get_int (rows, 5);
  record->person = g_strdup (yc_rows_get_text (rows, 6));
  record->place = g_strdup (yc_rows_get_text (rows, 7));
  record->place_path = g_strdup (yc_rows_get_text (rows, 8));
  record->counter = g_strdup (yc_rows_get_text (rows, 9));
  record->clerk = g_strdup (yc_rows_get_text (rows, 10));
  record->clerk_name = g_strdup (yc_rows_get_text (rows, 11));
  record->holder = g_strdup (yc_rows_get_text (rows, 12));
  record->holder_name = g_strdup (yc_rows_get_text (rows, 13));
  record->holder_path = g_strdup (yc_rows_get_text (rows, 14));
  record->saved_at = g_strdup (yc_rows_get_text (rows, 15));
  record->updated_at = g_strdup (yc_rows_get_text (rows, 16));
  record->citizen = yc_sealed_json_read (vault, citizen, CITIZEN, error);
  if (record->citizen == NULL)
    return NULL;
  record->content = yc_sealed_json_read (vault, content, CONTENT, error);
  return record->content != NULL ? g_steal_pointer (&record) : NULL;
}

/**
 * yc_plans_table_load:
 * @transaction: a transaction
 * @vault: opens what is sealed
 * @id: a plan's id
 * @error: (nullable): return location
 *
 * Returns: (transfer full): the plan, %NULL with %YC_SERVICE_ERROR_NOT_FOUND when there is none
 */
YcPlanRecord *
yc_plans_table_load (YcTransaction  *transaction,
                     YcVault        *vault,
                     const char     *id,
                     GError        **error)
{
  g_autoptr (YcRows) rows = yc_transaction_query_one (
    transaction, error,
    "SELECT id, number, local_number, version, title, catalog_version, person, place, place_path, "
    "counter, clerk, clerk_name, holder, holder_name, holder_path, saved_at, updated_at, citizen, "
    "content FROM plans WHERE id = $1",
    "s", id);

  return rows != NULL ? read_row (rows, vault, error) : NULL;
}

/* (nullable): the ids that @query gives */
static GStrv
read_ids (YcSqlQuery        *query,
          YcTransaction  *transaction,
          GError        **error)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_autoptr (YcRows) rows = yc_sql_query_run (query, transaction, error);

  while (yc_rows_next (rows, error))
    g_strv_builder_add (ids, yc_rows_get_text (rows, 0));
  return yc_rows_is_done (rows) ? g_strv_builder_end (ids) : NULL;
}

/**
 * yc_plans_table_find:
 * @transaction: a transaction
 * @number: (nullable): a number of either kind
 * @person: (nullable): keyed hash of an ID number
 * @limit: how many at most
 * @error: (nullable): return location
 *
 * Returns: (transfer full): ids of the plans that have all that is given, the last changed first
 */
GStrv
yc_plans_table_find (YcTransaction  *transaction,
                     const char     *number,
                     const char     *person,
                     gint64          limit,
                     GError        **error)
{
  g_autoptr (YcSqlQuery) query = yc_sql_query_new ("SELECT id FROM plans WHERE 1 = 1");

  if (number != NULL)
    yc_sql_query_add (query, " AND (number = ? OR local_number = ?)", "ss", number, number);
  if (person != NULL)
    yc_sql_query_add (query, " AND person = ?", "s", person);
  yc_sql_query_add (query, " ORDER BY updated_at DESC, id LIMIT ?", "i", limit);
  return read_ids (query, transaction, error);
}

/**
 * yc_plans_table_list_held:
 * @transaction: a transaction
 * @holder: the id of who is responsible
 * @limit: how many at most
 * @error: (nullable): return location
 *
 * Returns: (transfer full): ids of their plans, the last changed first
 */
GStrv
yc_plans_table_list_held (YcTransaction  *transaction,
                          const char     *holder,
                          gint64          limit,
                          GError        **error)
{
  g_autoptr (YcSqlQuery) query = yc_sql_query_new ("SELECT id FROM plans WHERE 1 = 1");

  yc_sql_query_add (query, " AND holder = ? ORDER BY updated_at DESC, id LIMIT ?", "si", holder,
                    limit);
  return read_ids (query, transaction, error);
}
