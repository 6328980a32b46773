/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reported mistakes and gaps, and what citizens asked. */
#include "yc-inquiries-table.h"

#include "yc-sql-query.h"
#include "yc-sealed-json.h"

#define CONTENT "inquiry.content"
#define COLUMNS                                                                                  \
  "id, version, kind, state, channel, entry, item, list, place, place_path, by_id, by_name, at, " \
  "due, content, updated_at, news"

gboolean
yc_inquiries_table_insert (YcTransaction          *transaction,
                           YcVault                *vault,
                           const YcInquiryRecord  *record,
                           GError                **error)
{
  g_autoptr (GBytes) content = yc_sealed_json_write (vault, record->content, CONTENT);
  g_autofree char *urgency = yc_inquiry_record_dup_urgency (record);

  return yc_transaction_run (
    transaction, error,
    "INSERT INTO inquiries (" COLUMNS ", urgency) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, "
    "$11, $12, $13, $14, $15, $16, $17, $18)",
    "sissssssssssssbsis", record->id, record->version, record->kind, record->state, record->channel,
    record->entry, record->item, record->list, record->place, record->place_path, record->by_id,
    record->by_name, record->at, record->due, content, record->updated_at, (gint64) record->news,
    urgency);
}

/* What a step can change. */
gboolean
yc_inquiries_table_update (YcTransaction          *transaction,
                           YcVault                *vault,
                           const YcInquiryRecord  *record,
                           GError                **error)
{
  g_autoptr (GBytes) content = yc_sealed_json_write (vault, record->content, CONTENT);
  g_autofree char *urgency = yc_inquiry_record_dup_urgency (record);

  return yc_transaction_run (transaction, error,
                             "UPDATE inquiries SET version = $2, state = $3, entry = $4, due = $5, "
                             "content = $6, updated_at = $7, urgency = $8, news = $9 WHERE id = $1",
                             "sisssbssi", record->id, record->version, record->state, record->entry,
                             record->due, content, record->updated_at, urgency,
                             (gint64) record->news);
}

static YcInquiryRecord *
row_to_record (YcRows   *rows,
               YcVault  *vault,
               GError  **error)
{
  g_autoptr (YcInquiryRecord) record = g_new0 (YcInquiryRecord, 1);
  char **const texts[] = { &record->id,     NULL,            &record->kind,       &record->state,
                           &record->channel, &record->entry, &record->item,       &record->list,
                           &record->place,  &record->place_path, &record->by_id,  &record->by_name,
                           &record->at,     &record->due,    NULL,                &record->updated_at };
  g_autoptr (GBytes) content = yc_rows_dup_bytes (rows, 14);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    if (texts[i] != NULL)
      *texts[i] = g_strdup (yc_rows_get_text (rows, i));
  record->version = yc_rows_get_int (rows, 1);
  record->news = yc_rows_get_int (rows, 16) != 0;
  record->content = yc_sealed_json_read (vault, content, CONTENT, error);
  return record->content != NULL ? g_steal_pointer (&record) : NULL;
}

YcInquiryRecord *
yc_inquiries_table_load (YcTransaction  *transaction,
                         YcVault        *vault,
                         const char     *id,
                         GError        **error)
{
  g_autoptr (YcRows) rows = yc_transaction_query_one (
    transaction, error, "SELECT " COLUMNS " FROM inquiries WHERE id = $1", "s", id);

  return rows != NULL ? row_to_record (rows, vault, error) : NULL;
}

static void
add_conditions (YcSqlQuery               *query,
                const YcInquiryFilter *filter)
{
  if (filter->by != NULL)
    yc_sql_query_add (query, " AND by_id = ?", "s", filter->by);
  if (filter->place_path != NULL)
    yc_sql_query_add (query, " AND substr(place_path, 1, length(?)) = ?", "ss", filter->place_path,
                      filter->place_path);
  if (filter->kind != NULL)
    yc_sql_query_add (query, " AND kind = ?", "s", filter->kind);
  if (filter->news)
    yc_sql_query_add (query, " AND news = 1", "");
  if (filter->unanswered)
    yc_sql_query_add (query, " AND state IN ('open', 'passed')", "");
  if (filter->after != NULL && filter->unanswered)
    yc_sql_query_add (query, " AND (urgency, id) > (?, ?)", "ss", filter->after, filter->after_id);
  else if (filter->after != NULL)
    yc_sql_query_add (query, " AND (at, id) < (?, ?)", "ss", filter->after, filter->after_id);
  yc_sql_query_add (query,
                    filter->unanswered ? " ORDER BY urgency, id" : " ORDER BY at DESC, id DESC",
                    "");
  yc_sql_query_add (query, " LIMIT ?", "i", filter->limit);
}

/**
 * yc_inquiries_table_list:
 * @transaction: a transaction
 * @vault: opens what is sealed
 * @filter: which ones
 * @error: (nullable): return location
 *
 * Returns: (transfer full) (element-type YcInquiryRecord): they in order, %NULL on an error
 */
GPtrArray *
yc_inquiries_table_list (YcTransaction          *transaction,
                         YcVault                *vault,
                         const YcInquiryFilter  *filter,
                         GError                **error)
{
  g_autoptr (GPtrArray) records =
    g_ptr_array_new_with_free_func ((GDestroyNotify) yc_inquiry_record_free);
  g_autoptr (YcSqlQuery) query = yc_sql_query_new ("SELECT " COLUMNS " FROM inquiries WHERE 1 = 1");
  g_autoptr (YcRows) rows = NULL;

  add_conditions (query, filter);
  rows = yc_sql_query_run (query, transaction, error);
  while (yc_rows_next (rows, error))
    {
      YcInquiryRecord *record = row_to_record (rows, vault, error);

      if (record == NULL)
        return NULL;
      g_ptr_array_add (records, record);
    }
  return yc_rows_is_done (rows) ? g_steal_pointer (&records) : NULL;
}
