/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which items ask for which material: it is found once, and goes with the last item that names it. */
#include "yc-material-table.h"

#include "yc-item.h"
#include "yc-search-materials.h"

#define TITLES_SQL "SELECT title FROM materials WHERE item = $1"
#define DROP_SQL "DELETE FROM materials WHERE item = $1"
#define PUT_SQL \
  "INSERT OR REPLACE INTO materials (title, item, item_title, note) VALUES ($1, $2, $3, $4)"
#define USES_SQL "SELECT item_title, note FROM materials WHERE title = $1 ORDER BY item"

static YcStatement *
prepare (YcConnection  *connection,
         const char    *sql,
         const char    *first,
         GError       **error)
{
  YcStatement *statement = yc_connection_prepare (connection, sql, error);

  if (statement != NULL)
    yc_statement_bind_text (statement, 1, first);
  return statement;
}

static gboolean
drop (YcConnection  *connection,
      const char    *item,
      GHashTable    *titles,
      GError       **error)
{
  g_autoptr (YcStatement) named = prepare (connection, TITLES_SQL, item, error);
  g_autoptr (YcStatement) statement = NULL;

  while (named != NULL && yc_statement_step (named, error))
    g_hash_table_add (titles, yc_statement_dup_text (named, 0));
  if (*error != NULL)
    return FALSE;
  statement = prepare (connection, DROP_SQL, item, error);
  return statement != NULL && yc_statement_run (statement, error);
}

static gboolean
add (YcConnection  *connection,
     YcItem        *item,
     YcMaterial    *material,
     GHashTable    *titles,
     GError       **error)
{
  const char *note = yc_material_get_note (material);
  g_autoptr (YcStatement) statement =
      prepare (connection, PUT_SQL, yc_material_get_title (material), error);

  if (statement == NULL)
    return FALSE;
  yc_statement_bind_text (statement, 2, yc_item_get_code (item));
  yc_statement_bind_text (statement, 3, yc_item_get_title (item));
  yc_statement_bind_text (statement, 4, note != NULL ? note : "");
  g_hash_table_add (titles, g_strdup (yc_material_get_title (material)));
  return yc_statement_run (statement, error);
}

gboolean
yc_material_table_store (YcConnection  *connection,
                         const char    *item_code,
                         JsonObject    *json,
                         GHashTable    *titles,
                         GError       **error)
{
  g_autoptr (YcItem) item = json != NULL ? yc_item_new_from_json (json, NULL) : NULL;
  GListModel *materials = item != NULL ? yc_item_get_materials (item) : NULL;

  if (!drop (connection, item_code, titles, error))
    return FALSE;
  for (guint i = 0; materials != NULL && i < g_list_model_get_n_items (materials); i++)
    {
      g_autoptr (YcMaterial) material = g_list_model_get_item (materials, i);

      if (!add (connection, item, material, titles, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
put_title (YcConnection      *connection,
           const char        *title,
           YcSearchMaterials *materials,
           YcSearchBatch     *batch,
           GError           **error)
{
  g_autoptr (YcStatement) uses = prepare (connection, USES_SQL, title, error);
  gboolean named = FALSE;

  while (uses != NULL && yc_statement_step (uses, error))
    {
      named = TRUE;
      yc_search_materials_add (materials, title, yc_statement_get_text (uses, 0),
                               yc_statement_get_text (uses, 1));
    }
  if (*error == NULL && !named)
    yc_search_batch_remove (batch, "material", title);
  return *error == NULL;
}

gboolean
yc_material_table_put (YcConnection   *connection,
                       GHashTable     *titles,
                       YcSearchBatch  *batch,
                       GError        **error)
{
  g_autoptr (YcSearchMaterials) materials = yc_search_materials_new ();
  GHashTableIter iter;
  gpointer title;

  g_hash_table_iter_init (&iter, titles);
  while (g_hash_table_iter_next (&iter, &title, NULL))
    if (!put_title (connection, title, materials, batch, error))
      return FALSE;
  yc_search_materials_put (materials, batch);
  return TRUE;
}
