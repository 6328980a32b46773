/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Brings documents that are known by name alone from where they are kept, so that nobody waits for a
 * disk. */
#include "yc-catalog-bringing-private.h"

/* Documents that change each time they are fetched are not waited for. */
#define MOST_TRIES 5

typedef struct
{
  YcCatalogShelf *shelf;
  const char     *kind;
  YcCatalogFetchTexts fetch;
  gpointer        fetch_data;
  /* Those that are not here. */
  char          **ids;
  /* Of the shelf, when they were asked for. */
  guint64         stamp;
  guint           n_tries;
} Bringing;

static void fetch_missing (GTask *task);

static void
bringing_free (gpointer data)
{
  Bringing *bringing = data;

  g_object_unref (bringing->shelf);
  g_strfreev (bringing->ids);
  g_free (bringing);
}

static void
keep_missing (Bringing          *bringing,
              const char *const *ids)
{
  g_autoptr (GStrvBuilder) missing = g_strv_builder_new ();

  for (gsize i = 0; ids[i] != NULL; i++)
    if (!yc_catalog_shelf_is_here (bringing->shelf, ids[i]))
      g_strv_builder_add (missing, ids[i]);
  g_strfreev (bringing->ids);
  bringing->ids = g_strv_builder_end (missing);
}

/* What cannot be read is brought as nothing, and says so when it is looked at. */
static void
take_texts (Bringing  *bringing,
            GPtrArray *texts)
{
  yc_catalog_shelf_make_room (bringing->shelf, texts->len);
  for (guint i = 0; bringing->ids[i] != NULL && i < texts->len; i++)
    {
      const char *text = g_ptr_array_index (texts, i);

      yc_catalog_shelf_bring (bringing->shelf, bringing->ids[i], bringing->stamp,
                              g_strdup (text != NULL ? text : ""));
    }
}

static void
fetched_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (GPtrArray) texts = g_task_propagate_pointer (G_TASK (result), &error);
  Bringing *bringing;

  if (texts == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  bringing = g_task_get_task_data (task);
  take_texts (bringing, texts);
  keep_missing (bringing, (const char *const *) bringing->ids);
  fetch_missing (g_steal_pointer (&task));
}

/* Takes @task. */
static void
fetch_missing (GTask *task)
{
  Bringing *bringing = g_task_get_task_data (task);
  gboolean here = bringing->ids[0] == NULL;

  if (here || bringing->fetch == NULL || bringing->n_tries++ == MOST_TRIES)
    {
      g_task_return_boolean (task, here);
      g_object_unref (task);
      return;
    }
  bringing->stamp = yc_catalog_shelf_get_stamp (bringing->shelf);
  bringing->fetch (bringing->kind, (const char *const *) bringing->ids,
                   g_task_new (g_task_get_source_object (task), g_task_get_cancellable (task),
                               fetched_cb, task),
                   bringing->fetch_data);
}

void
yc_catalog_bringing_begin (YcCatalogShelf      *shelf,
                           const char          *kind,
                           const char *const   *ids,
                           YcCatalogFetchTexts  fetch,
                           gpointer             fetch_data,
                           GTask               *task)
{
  Bringing *bringing = g_new0 (Bringing, 1);

  bringing->shelf = g_object_ref (shelf);
  bringing->kind = kind;
  bringing->fetch = fetch;
  bringing->fetch_data = fetch_data;
  keep_missing (bringing, ids);
  g_task_set_task_data (task, bringing, bringing_free);
  fetch_missing (task);
}
