/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Knowledge entries for widgets, without waiting for the disk: those that are in memory at once, the
 * others when they are, if the widget is still there. */
#include "yc-entry-take.h"

typedef struct
{
  GWeakRef       owner;
  char          *id;
  YcEntryTaken   taken;
  YcEntriesTaken all_taken;
} Taking;

static void
hand_over (GtkWidget *owner, YcCatalog *catalog, const Taking *taking)
{
  YcKnowledgeEntry *entry;

  if (taking->all_taken != NULL)
    {
      taking->all_taken (owner);
      return;
    }
  entry = yc_catalog_get_entry (catalog, taking->id);
  if (entry != NULL)
    taking->taken (owner, entry);
}

static void
brought_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Taking *taking = user_data;
  YcCatalog *catalog = YC_CATALOG (source);
  g_autoptr (GtkWidget) owner = g_weak_ref_get (&taking->owner);
  g_autoptr (GError) error = NULL;
  gboolean brought = yc_catalog_bring_entries_finish (catalog, result, &error);

  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_message ("Knowledge entries cannot be read: %s", error->message);
  /* Some may be here, though not all. */
  if (owner != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) &&
      (brought || taking->all_taken != NULL))
    hand_over (owner, catalog, taking);
  g_weak_ref_clear (&taking->owner);
  g_free (taking->id);
  g_free (taking);
}

static void
bring (GtkWidget *owner, YcCatalog *catalog, const char *const *ids, GCancellable *cancellable,
       const Taking *what)
{
  Taking *taking;

  if (yc_catalog_has_entries (catalog, ids))
    {
      hand_over (owner, catalog, what);
      return;
    }
  taking = g_memdup2 (what, sizeof *what);
  taking->id = g_strdup (what->id);
  g_weak_ref_init (&taking->owner, owner);
  yc_catalog_bring_entries_async (catalog, ids, cancellable, brought_cb, taking);
}

/**
 * yc_entry_take:
 * @owner: a widget
 * @catalog: what the city published
 * @id: (nullable): the id of a knowledge entry
 * @taken: called with @owner and the entry: at once when it is in memory; never when there is none, or
 *   @owner is gone by then
 *
 * Brings a knowledge entry.
 */
void
yc_entry_take (GtkWidget *owner, YcCatalog *catalog, const char *id, YcEntryTaken taken)
{
  const char *const ids[] = { id, NULL };
  const Taking taking = { .id = (char *) id, .taken = taken };

  g_return_if_fail (GTK_IS_WIDGET (owner));
  g_return_if_fail (YC_IS_CATALOG (catalog));
  g_return_if_fail (taken != NULL);

  if (id != NULL)
    bring (owner, catalog, ids, NULL, &taking);
}

/**
 * yc_entry_take_about:
 * @owner: a widget
 * @catalog: what the city published
 * @id: the id of an item or a list
 * @cancellable: cancelled when others are wanted
 * @taken: called with @owner, within which yc_catalog_entries_for_item() gives them all: at once when
 *   they are in memory
 *
 * Brings the knowledge entries about an item or a list.
 */
void
yc_entry_take_about (GtkWidget *owner, YcCatalog *catalog, const char *id, GCancellable *cancellable,
                     YcEntriesTaken taken)
{
  g_auto (GStrv) ids = NULL;
  const Taking taking = { .all_taken = taken };

  g_return_if_fail (GTK_IS_WIDGET (owner));
  g_return_if_fail (YC_IS_CATALOG (catalog));
  g_return_if_fail (id != NULL && taken != NULL);

  ids = yc_catalog_dup_entries_about (catalog, id);
  bring (owner, catalog, (const char *const *) ids, cancellable, &taking);
}
