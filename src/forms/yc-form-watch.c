/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Who wants to know of changes at which places in the data: a tree with a node for each step of a
 * JSON Pointer. A change at a place concerns those who watch it, what is around it, and all that is
 * inside of it.
 */
#include "yc-form-watch-private.h"

#include <string.h>

struct _YcFormWatch
{
  GHashTable *below;        /* step, as it is in the pointer → YcFormWatch; NULL for none */
  GPtrArray  *watchers;     /* not owned; NULL for none */
};

YcFormWatch *
yc_form_watch_new (void)
{
  return g_new0 (YcFormWatch, 1);
}

void
yc_form_watch_free (YcFormWatch *self)
{
  g_clear_pointer (&self->below, g_hash_table_unref);
  g_clear_pointer (&self->watchers, g_ptr_array_unref);
  g_free (self);
}

static YcFormWatch *
find_below (YcFormWatch *self,
            const char  *step,
            gboolean     make)
{
  YcFormWatch *below = self->below == NULL ? NULL : g_hash_table_lookup (self->below, step);

  if (below != NULL || !make)
    return below;
  if (self->below == NULL)
    self->below = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                         (GDestroyNotify) yc_form_watch_free);
  below = yc_form_watch_new ();
  g_hash_table_insert (self->below, g_strdup (step), below);
  return below;
}

static YcFormWatch *
find (YcFormWatch *self,
      const char  *pointer,
      gboolean     make)
{
  g_auto (GStrv) steps = g_strsplit (pointer, "/", -1);

  for (guint i = 1; self != NULL && steps[0] != NULL && steps[i] != NULL; i++)
    self = find_below (self, steps[i], make);
  return self;
}

void
yc_form_watch_add (YcFormWatch *self,
                   const char  *pointer,
                   gpointer     watcher)
{
  YcFormWatch *node = find (self, pointer, TRUE);

  if (node->watchers == NULL)
    node->watchers = g_ptr_array_new ();
  g_ptr_array_add (node->watchers, watcher);
}

void
yc_form_watch_remove (YcFormWatch *self,
                      const char  *pointer,
                      gpointer     watcher)
{
  YcFormWatch *node = find (self, pointer, FALSE);

  if (node != NULL && node->watchers != NULL)
    g_ptr_array_remove (node->watchers, watcher);
}

static void
collect_own (YcFormWatch *self,
             GHashTable  *watchers)
{
  for (guint i = 0; self->watchers != NULL && i < self->watchers->len; i++)
    g_hash_table_add (watchers, self->watchers->pdata[i]);
}

static void
collect_all (YcFormWatch *self,
             GHashTable  *watchers)
{
  GHashTableIter iter;
  gpointer below;

  collect_own (self, watchers);
  if (self->below == NULL)
    return;
  g_hash_table_iter_init (&iter, self->below);
  while (g_hash_table_iter_next (&iter, NULL, &below))
    collect_all (below, watchers);
}

/* Adds to @watchers, a set, whom a change at @pointer concerns. */
void
yc_form_watch_collect (YcFormWatch *self,
                       const char  *pointer,
                       GHashTable  *watchers)
{
  g_auto (GStrv) steps = g_strsplit (pointer, "/", -1);

  for (guint i = 1; steps[0] != NULL && steps[i] != NULL; i++)
    {
      collect_own (self, watchers);
      self = find_below (self, steps[i], FALSE);
      if (self == NULL)
        return;
    }
  collect_all (self, watchers);
}
