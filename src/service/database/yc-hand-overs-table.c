/* SPDX-License-Identifier: GPL-3.0-or-later */
/* To whom plans were handed, and what became of it. Notes may speak of people and are sealed. */
#include "yc-hand-overs-table.h"

#include "yc-json.h"
#include "yc-sql-query.h"

#define NOTE "hand-over.note"
#define ANSWER "hand-over.answer"

void
yc_hand_over_free (YcHandOver *self)
{
  char *const texts[] = {
    self->plan_id, self->state, self->from_id, self->from_name, self->from_path, self->to_kind,
    self->to_place, self->to_path, self->to_name, self->due, self->note, self->at,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    g_free (texts[i]);
  g_free (self);
}

gboolean
yc_hand_overs_table_insert (YcTransaction     *transaction,
                            YcVault           *vault,
                            const YcHandOver  *hand_over,
                            GError           **error)
{
  g_autoptr (GBytes) note = yc_vault_seal_text (vault, hand_over->note, NOTE);

  return yc_transaction_run (
    transaction, error,
    "INSERT INTO hand_overs (plan_id, number, state, from_id, from_name, from_path, to_kind, "
    "to_place, to_path, to_name, due, note, at) VALUES ($1, (SELECT coalesce(max(number), 0) + 1 "
    "FROM hand_overs WHERE plan_id = $1), 'open', $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
    "sssssssssbs", hand_over->plan_id, hand_over->from_id, hand_over->from_name,
    hand_over->from_path, hand_over->to_kind, hand_over->to_place, hand_over->to_path,
    hand_over->to_name, hand_over->due, note, hand_over->at);
}

gboolean
yc_hand_overs_table_answer (YcTransaction  *transaction,
                            YcVault        *vault,
                            const char     *plan_id,
                            const char     *state,
                            const char     *by,
                            const char     *note,
                            const char     *now,
                            GError        **error)
{
  g_autoptr (GBytes) sealed = yc_vault_seal_text (vault, note, ANSWER);

  return yc_transaction_run (transaction, error,
                             "UPDATE hand_overs SET state = $2, answered_by = $3, "
                             "answered_at = $4, answer_note = $5 "
                             "WHERE plan_id = $1 AND state = 'open'",
                             "ssssb", plan_id, state, by, now, sealed);
}

YcHandOver *
yc_hand_overs_table_find_open (YcTransaction  *transaction,
                               YcVault        *vault,
                               const char     *plan_id,
                               GError        **error)
{
  g_autoptr (YcHandOver) self = NULL;
  g_autoptr (GBytes) note = NULL;
  g_autoptr (YcRows) rows = yc_transaction_query (
    transaction, error,
    "SELECT plan_id, state, from_id, from_name, from_path, to_kind, to_place, to_path, to_name, "
    "due, note, at FROM hand_overs WHERE plan_id = $1 AND state = 'open'",
    "s", plan_id);

  if (!yc_rows_next (rows, error))
    return NULL;
  self = g_new0 (YcHandOver, 1);
  self->plan_id = g_strdup (yc_rows_get_text (rows, 0));
  self->state = g_strdup (yc_rows_get_text (rows, 1));
  self->from_id = g_strdup (yc_rows_get_text (rows, 2));
  self->from_name = g_strdup (yc_rows_get_text (rows, 3));
  self->from_path = g_strdup (yc_rows_get_text (rows, 4));
  self->to_kind = g_strdup (yc_rows_get_text (rows, 5));
  self->to_place = g_strdup (yc_rows_get_text (rows, 6));
  self->to_path = g_strdup (yc_rows_get_text (rows, 7));
  self->to_name = g_strdup (yc_rows_get_text (rows, 8));
  self->due = g_strdup (yc_rows_get_text (rows, 9));
  note = yc_rows_dup_bytes (rows, 10);
  self->note = yc_vault_open_text (vault, note, NOTE, error);
  self->at = g_strdup (yc_rows_get_text (rows, 11));
  return self->note != NULL ? g_steal_pointer (&self) : NULL;
}

/* A sealed text as a member, null where there is none. */
static gboolean
set_sealed (JsonObject  *object,
            const char  *name,
            YcRows      *rows,
            guint        column,
            YcVault     *vault,
            const char  *what,
            GError     **error)
{
  g_autoptr (GBytes) sealed = yc_rows_dup_bytes (rows, column);
  g_autofree char *text = sealed != NULL ? yc_vault_open_text (vault, sealed, what, error) : NULL;

  json_object_set_member (object, name, yc_json_string_node (text));
  return sealed == NULL || text != NULL;
}

static JsonObject *
row_to_json (YcRows   *rows,
             YcVault  *vault,
             GError  **error)
{
  g_autoptr (JsonObject) object = json_object_new ();
  JsonObject *from = json_object_new (), *to = json_object_new ();

  json_object_set_string_member (from, "id", yc_rows_get_text (rows, 1));
  json_object_set_string_member (from, "name", yc_rows_get_text (rows, 2));
  json_object_set_string_member (to, "kind", yc_rows_get_text (rows, 3));
  json_object_set_string_member (to, "place", yc_rows_get_text (rows, 4));
  json_object_set_string_member (to, "name", yc_rows_get_text (rows, 5));
  json_object_set_string_member (object, "state", yc_rows_get_text (rows, 0));
  json_object_set_object_member (object, "from", from);
  json_object_set_object_member (object, "to", to);
  json_object_set_string_member (object, "due", yc_rows_get_text (rows, 6));
  json_object_set_string_member (object, "at", yc_rows_get_text (rows, 7));
  json_object_set_member (object, "answered_at",
                          yc_json_string_node (yc_rows_get_text (rows, 8)));
  json_object_set_member (object, "answered_by",
                          yc_json_string_node (yc_rows_get_text (rows, 9)));
  if (!set_sealed (object, "note", rows, 10, vault, NOTE, error) ||
      !set_sealed (object, "answer", rows, 11, vault, ANSWER, error))
    return NULL;
  return g_steal_pointer (&object);
}

JsonArray *
yc_hand_overs_table_list (YcTransaction  *transaction,
                          YcVault        *vault,
                          const char     *plan_id,
                          GError        **error)
{
  g_autoptr (JsonArray) array = json_array_new ();
  g_autoptr (YcRows) rows = yc_transaction_query (
    transaction, error,
    "SELECT state, from_id, from_name, to_kind, to_place, to_name, due, at, answered_at, "
    "answered_by, note, answer_note FROM hand_overs WHERE plan_id = $1 ORDER BY number",
    "s", plan_id);

  while (yc_rows_next (rows, error))
    {
      JsonObject *object = row_to_json (rows, vault, error);

      if (object == NULL)
        return NULL;
      json_array_add_object_element (array, object);
    }
  return yc_rows_is_done (rows) ? g_steal_pointer (&array) : NULL;
}

static GStrv
collect_plans (YcSqlQuery        *query,
               YcTransaction  *transaction,
               GError        **error)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_autoptr (YcRows) rows = yc_sql_query_run (query, transaction, error);

  while (yc_rows_next (rows, error))
    g_strv_builder_add (ids, yc_rows_get_text (rows, 0));
  return yc_rows_is_done (rows) ? g_strv_builder_end (ids) : NULL;
}

/* The plans whose hand-over to @to_path, or a place below, is open; the earliest due first. */
GStrv
yc_hand_overs_table_list_to (YcTransaction  *transaction,
                             const char     *to_path,
                             gint64          limit,
                             GError        **error)
{
  g_autoptr (YcSqlQuery) query =
    yc_sql_query_new ("SELECT plan_id FROM hand_overs WHERE state = 'open'");

  yc_sql_query_add (query, " AND substr(to_path, 1, length(?)) = ?", "ss", to_path, to_path);
  yc_sql_query_add (query, " ORDER BY due, plan_id LIMIT ?", "i", limit);
  return collect_plans (query, transaction, error);
}

/* The plans that @from_id handed over last: those that wait, the earliest due first, then those that
 * others accepted or declined after @since. */
GStrv
yc_hand_overs_table_list_from (YcTransaction  *transaction,
                               const char     *from_id,
                               const char     *since,
                               gint64          limit,
                               GError        **error)
{
  g_autoptr (YcSqlQuery) query = yc_sql_query_new (
    "SELECT plan_id FROM hand_overs AS one WHERE NOT EXISTS (SELECT 1 FROM hand_overs AS later "
    "WHERE later.plan_id = one.plan_id AND later.number > one.number)");

  yc_sql_query_add (query,
                    " AND from_id = ? AND (state = 'open' OR (state IN ('accepted', 'declined') "
                    "AND answered_at > ?))",
                    "ss", from_id, since);
  yc_sql_query_add (query,
                    " ORDER BY CASE state WHEN 'open' THEN 0 ELSE 1 END, due, plan_id LIMIT ?",
                    "i", limit);
  return collect_plans (query, transaction, error);
}

gboolean
yc_hand_overs_table_was_to (YcTransaction *transaction,
                            const char    *plan_id,
                            const char    *path)
{
  g_autoptr (YcRows) rows = yc_transaction_query (
    transaction, NULL,
    "SELECT 1 FROM hand_overs WHERE plan_id = $1 AND state IN ('open', 'accepted') "
    "AND substr(to_path, 1, length($2)) = $2",
    "ss", plan_id, path);

  return yc_rows_next (rows, NULL);
}
