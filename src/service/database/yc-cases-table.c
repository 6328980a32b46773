/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cases, with what is personal sealed. */
#include "yc-cases-table.h"

#include "yc-case-query.h"
#include "yc-json.h"
#include "yc-sql-query.h"
#include "yc-sealed-json.h"

#define APPLICANT "case.applicant"
#define CONTENT "case.content"

/* The column content is last: lists leave it out. */
#define COLUMNS                                                                                  \
  "c.id, c.number, c.version, c.state, c.item, c.item_title, c.catalog_version, c.place, "       \
  "c.place_path, c.counter, c.clerk, c.clerk_name, c.person, c.applicant, c.steps, c.step, "     \
  "c.n_tries, c.submitted_at, c.updated_at, c.review_path, c.returned_for"

static char *
write_steps (YcCaseRecord *record)
{
  g_autoptr (JsonNode) node = yc_json_array_node (json_array_ref (record->steps));

  return yc_json_write (node);
}

/**
 * yc_cases_table_insert:
 * @transaction: a transaction that writes
 * @vault: seals what is personal
 * @record: a new case
 * @error: (nullable): return location
 *
 * Returns: %FALSE on an error
 */
gboolean
yc_cases_table_insert (YcTransaction  *transaction,
                       YcVault        *vault,
                       YcCaseRecord   *record,
                       GError        **error)
{
  g_autoptr (GBytes) applicant = yc_sealed_json_write (vault, record->applicant, APPLICANT);
  g_autoptr (GBytes) content = yc_sealed_json_write (vault, record->content, CONTENT);
  g_autofree char *steps = write_steps (record);

  return yc_transaction_run (
    transaction, error,
    "INSERT INTO cases (id, number, version, state, item, item_title, catalog_version, place, "
    "place_path, counter, clerk, clerk_name, person, applicant, content, steps, step, n_tries, "
    "submitted_at, updated_at, review_path, returned_for) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, "
    "$9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22)",
    "ssisssissssssbbsiisssi", record->id, record->number, record->version,
    yc_case_state_to_string (record->state), record->item, record->item_title,
    record->catalog_version, record->place, record->place_path, record->counter, record->clerk,
    record->clerk_name, record->person, applicant, content, steps, record->step, record->n_tries,
    record->submitted_at, record->updated_at, record->review_path, record->returned_for);
}

/**
 * yc_cases_table_update:
 * @transaction: a transaction that writes
 * @vault: seals what is personal
 * @record: a case with its content
 * @error: (nullable): return location
 *
 * Stores what can change of a case. The caller has looked at the version in this transaction.
 *
 * Returns: %FALSE on an error
 */
gboolean
yc_cases_table_update (YcTransaction  *transaction,
                       YcVault        *vault,
                       YcCaseRecord   *record,
                       GError        **error)
{
  g_autoptr (GBytes) applicant = yc_sealed_json_write (vault, record->applicant, APPLICANT);
  g_autoptr (GBytes) content = yc_sealed_json_write (vault, record->content, CONTENT);

  return yc_transaction_run (
    transaction, error,
    "UPDATE cases SET version = $2, state = $3, catalog_version = $4, person = $5, applicant = $6, "
    "content = $7, step = $8, n_tries = $9, updated_at = $10, review_path = $11, "
    "returned_for = $12 WHERE id = $1",
    "sisisbbiissi", record->id, record->version, yc_case_state_to_string (record->state),
    record->catalog_version, record->person, applicant, content, record->step, record->n_tries,
    record->updated_at, record->review_path, record->returned_for);
}

static JsonArray *
read_steps (const char *text)
{
  g_autoptr (JsonNode) node = yc_json_parse (text, -1, NULL, NULL);

  return node != NULL ? json_array_ref (json_node_get_array (node)) : json_array_new ();
}

static YcCaseRecord *
read_row (YcRows   *rows,
          YcVault  *vault,
          gboolean  with_content,
          GError  **error)
{
  g_autoptr (YcCaseRecord) record = yc_case_record_new ();
  g_autoptr (GBytes) applicant = yc_rows_dup_bytes (rows, 13);
  g_autoptr (GBytes) content = with_content ? yc_rows_dup_bytes (rows, 21) : NULL;

  record->id = g_strdup (yc_rows_get_text (rows, 0));
  record->number = g_strdup (yc_rows_get_text (rows, 1));
  record->version = yc_rows_get_int (rows, 2);
  yc_case_state_from_string (yc_rows_get_text (rows, 3), &record->state);
  record->item = g_strdup (yc_rows_get_text (rows, 4));
  record->item_title = g_strdup (yc_rows_get_text (rows, 5));
  record->catalog_version = yc_rows_get_int (rows, 6);
  record->place = g_strdup (yc_rows_get_text (rows, 7));
  record->place_path = g_strdup (yc_rows_get_text (rows, 8));
  record->counter = g_strdup (yc_rows_get_text (rows, 9));
  record->clerk = g_strdup (yc_rows_get_text (rows, 10));
  record->clerk_name = g_strdup (yc_rows_get_text (rows, 11));
  record->person = g_strdup (yc_rows_get_text (rows, 12));
  record->steps = read_steps (yc_rows_get_text (rows, 14));
  record->step = yc_rows_get_int (rows, 15);
  record->n_tries = yc_rows_get_int (rows, 16);
  record->submitted_at = g_strdup (yc_rows_get_text (rows, 17));
  record->updated_at = g_strdup (yc_rows_get_text (rows, 18));
  record->review_path = g_strdup (yc_rows_get_text (rows, 19));
  record->returned_for = yc_rows_get_int (rows, 20);
  record->applicant = yc_sealed_json_read (vault, applicant, APPLICANT, error);
  if (record->applicant == NULL)
    return NULL;
  if (with_content)
    record->content = yc_sealed_json_read (vault, content, CONTENT, error);
  return with_content && record->content == NULL ? NULL : g_steal_pointer (&record);
}

/**
 * yc_cases_table_load:
 * @transaction: a transaction
 * @vault: opens what is sealed
 * @id: a case's id
 * @error: (nullable): return location
 *
 * Returns: (transfer full): the case with its content, %NULL with %YC_SERVICE_ERROR_NOT_FOUND when
 *   there is none
 */
YcCaseRecord *
yc_cases_table_load (YcTransaction  *transaction,
                     YcVault        *vault,
                     const char     *id,
                     GError        **error)
{
  g_autoptr (YcRows) rows = yc_transaction_query_one (
    transaction, error, "SELECT " COLUMNS ", c.content FROM cases c WHERE c.id = $1", "s", id);

  return rows != NULL ? read_row (rows, vault, TRUE, error) : NULL;
}

static YcCaseRecord *
load_shown (YcTransaction  *transaction,
            YcVault        *vault,
            const char     *id,
            GError        **error)
{
  g_autoptr (YcRows) rows = yc_transaction_query_one (
    transaction, error, "SELECT " COLUMNS " FROM cases c WHERE c.id = $1", "s", id);

  return rows != NULL ? read_row (rows, vault, FALSE, error) : NULL;
}

/**
 * yc_cases_table_list_person:
 * @transaction: a transaction
 * @person: the fingerprint of an ID number
 * @limit: how many at most
 * @error: (nullable): return location
 *
 * Returns: (transfer full): the ids of the person's cases, the newest first
 */
char **
yc_cases_table_list_person (YcTransaction  *transaction,
                            const char     *person,
                            gint64          limit,
                            GError        **error)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_autoptr (YcSqlQuery) query = yc_sql_query_new ("SELECT c.id FROM cases c WHERE 1 = 1");
  g_autoptr (YcRows) rows = NULL;

  yc_sql_query_add (query, " AND c.person = ?", "s", person);
  yc_sql_query_add (query, " ORDER BY c.submitted_at DESC, c.id DESC LIMIT ?", "i", limit);
  rows = yc_sql_query_run (query, transaction, error);
  while (yc_rows_next (rows, error))
    g_strv_builder_add (ids, yc_rows_get_text (rows, 0));
  return yc_rows_is_done (rows) ? g_strv_builder_end (ids) : NULL;
}

/**
 * yc_cases_table_list:
 * @transaction: a transaction
 * @vault: opens what is sealed
 * @filter: which ones
 * @error: (nullable): return location
 *
 * Returns: (transfer full) (element-type YcCaseRecord): the cases without their content
 */
GPtrArray *
yc_cases_table_list (YcTransaction       *transaction,
                     YcVault             *vault,
                     const YcCaseFilter  *filter,
                     GError             **error)
{
  g_autoptr (GPtrArray) cases =
    g_ptr_array_new_with_free_func ((GDestroyNotify) yc_case_record_free);
  g_autoptr (YcSqlQuery) query = NULL;
  g_autoptr (YcRows) rows = NULL;
  YcCaseLead lead;

  if (!yc_case_query_choose_lead (filter, transaction, &lead, error))
    return NULL;
  query = yc_case_query_new (filter, lead);
  rows = yc_sql_query_run (query, transaction, error);
  while (yc_rows_next (rows, error))
    {
      YcCaseRecord *record = load_shown (transaction, vault, yc_rows_get_text (rows, 0), error);

      if (record == NULL)
        return NULL;
      g_ptr_array_add (cases, record);
    }
  return yc_rows_is_done (rows) ? g_steal_pointer (&cases) : NULL;
}
