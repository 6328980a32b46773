/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Who looks at what in a form's data. The places are kept as a tree of steps, so that a change finds
 * those whom it concerns by going down its own steps, however many rules a form has.
 */
#include "yc-form-reads-private.h"

#include "yc-json.h"
#include "yc-logic-reads.h"

typedef struct
{
  guint who;
  guint n_shared;           /* leading steps that the rule has in common with what it looks at */
} Reader;

typedef struct _Node Node;

struct _Node
{
  GHashTable *names;        /* step → Node */
  Node       *rows;
  GArray     *readers;      /* Reader, of the value */
  GArray     *counters;     /* Reader, of the number of rows */
};

struct _YcFormReads
{
  Node       *root;
  GHashTable *all;          /* those for whom only data can tell */
  GHashTable *lengths;      /* pointer → how many rows there were */
};

typedef struct
{
  YcFormReads      *self;
  const YcFormPath *place;
  JsonNode         *data;
  YcFormConcerned   concerned;
  gpointer          user_data;
} Search;

static Node *
node_new (void)
{
  return g_new0 (Node, 1);
}

static void
node_free (gpointer data)
{
  Node *self = data;

  g_clear_pointer (&self->names, g_hash_table_unref);
  g_clear_pointer (&self->rows, node_free);
  g_clear_pointer (&self->readers, g_array_unref);
  g_clear_pointer (&self->counters, g_array_unref);
  g_free (self);
}

YcFormReads *
yc_form_reads_new (void)
{
  YcFormReads *self = g_new0 (YcFormReads, 1);

  self->root = node_new ();
  self->all = g_hash_table_new (NULL, NULL);
  self->lengths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
yc_form_reads_free (YcFormReads *self)
{
  node_free (self->root);
  g_hash_table_unref (self->all);
  g_hash_table_unref (self->lengths);
  g_free (self);
}

static Node *
ensure_child (Node       *node,
              const char *step)
{
  Node *child;

  if (step == NULL)
    return node->rows != NULL ? node->rows : (node->rows = node_new ());
  if (node->names == NULL)
    node->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, node_free);
  child = g_hash_table_lookup (node->names, step);
  if (child == NULL)
    {
      child = node_new ();
      g_hash_table_insert (node->names, g_strdup (step), child);
    }
  return child;
}

static void
add_reader (GArray **readers,
            guint    who,
            guint    n_shared)
{
  Reader reader = { who, n_shared };

  if (*readers == NULL)
    *readers = g_array_new (FALSE, FALSE, sizeof (Reader));
  for (guint i = (*readers)->len; i > 0 && g_array_index (*readers, Reader, i - 1).who == who; i--)
    if (g_array_index (*readers, Reader, i - 1).n_shared == n_shared)
      return;
  g_array_append_val (*readers, reader);
}

typedef struct
{
  YcFormReads      *self;
  guint             who;
  const YcFormPath *scope;
} Adding;

static void
add_read_cb (const YcLogicRead *read,
             gpointer           user_data)
{
  Adding *adding = user_data;
  guint levels = read->base == YC_LOGIC_BASE_OUTER ? read->levels : 0;
  guint n = read->base == YC_LOGIC_BASE_FORM ? 0 : yc_form_path_get_scope (adding->scope, levels);
  g_autoptr (GPtrArray) path = yc_form_path_copy (adding->scope, n);
  Node *node = adding->self->root;

  if (read->path == NULL)
    {
      g_hash_table_add (adding->self->all, GUINT_TO_POINTER (adding->who));
      return;
    }
  if (*read->path != '\0')
    yc_form_path_add_dotted (path, read->path);
  for (guint i = 0; i < path->len; i++)
    node = ensure_child (node, yc_form_path_get (path, i));
  add_reader (read->length ? &node->counters : &node->readers, adding->who, n);
}

/* Notes what the rule with the number @who looks at; @scope is a place in the row that it is about,
 * or in the form. */
void
yc_form_reads_add_rule (YcFormReads      *self,
                        guint             who,
                        JsonNode         *rule,
                        const YcFormPath *scope)
{
  Adding adding = { self, who, scope };

  yc_logic_each_read (rule, add_read_cb, &adding);
}

/* Notes that the rule looks at @path, in the row that its first @n_shared steps lead to. */
void
yc_form_reads_add_path (YcFormReads      *self,
                        guint             who,
                        const YcFormPath *path,
                        guint             n_shared)
{
  Node *node = self->root;

  for (guint i = 0; i < path->len; i++)
    node = ensure_child (node, yc_form_path_get (path, i));
  add_reader (&node->readers, who, n_shared);
}

/* Whether only data can tell what @who looks at: it is concerned by every change. */
gboolean
yc_form_reads_has_all (YcFormReads *self,
                       guint        who)
{
  return g_hash_table_contains (self->all, GUINT_TO_POINTER (who));
}

static void
tell (const Search *search,
      GArray       *readers,
      guint         n_steps)
{
  for (guint i = 0; readers != NULL && i < readers->len; i++)
    {
      const Reader *reader = &g_array_index (readers, Reader, i);

      search->concerned (reader->who, search->place, MIN (reader->n_shared, n_steps),
                         search->user_data);
    }
}

/* All that is inside of what was changed. */
static void
tell_below (const Search *search,
            const Node   *node)
{
  GHashTableIter iter;
  gpointer child;

  tell (search, node->readers, search->place->len);
  tell (search, node->counters, search->place->len);
  if (node->rows != NULL)
    tell_below (search, node->rows);
  if (node->names == NULL)
    return;
  g_hash_table_iter_init (&iter, node->names);
  while (g_hash_table_iter_next (&iter, NULL, &child))
    tell_below (search, child);
}

/* Something in a row was changed: that may have made the row. */
static gboolean
has_other_length (const Search *search,
                  guint         n_steps)
{
  g_autoptr (GPtrArray) path = yc_form_path_copy (search->place, n_steps);
  g_autofree char *pointer = yc_form_path_to_pointer (path);
  JsonNode *node = search->data != NULL ? yc_json_pointer_get (search->data, pointer) : NULL;
  JsonArray *array = yc_json_node_get_array (node);
  guint length = array != NULL ? json_array_get_length (array) : 0;
  gpointer before;

  if (search->data == NULL)
    return FALSE;
  if (g_hash_table_lookup_extended (search->self->lengths, pointer, NULL, &before) &&
      GPOINTER_TO_UINT (before) == length)
    return FALSE;
  g_hash_table_replace (search->self->lengths, g_steal_pointer (&pointer),
                        GUINT_TO_POINTER (length));
  return TRUE;
}

static void
go_down (const Search *search,
         const Node   *node,
         guint         n_steps)
{
  const char *step;
  Node *child;

  if (n_steps == search->place->len)
    {
      tell_below (search, node);
      return;
    }
  tell (search, node->readers, n_steps);
  if (node->counters != NULL && has_other_length (search, n_steps))
    tell (search, node->counters, n_steps);
  step = yc_form_path_get (search->place, n_steps);
  child = step != NULL && node->names != NULL ? g_hash_table_lookup (node->names, step) : NULL;
  if (child != NULL)
    go_down (search, child, n_steps + 1);
  if (node->rows != NULL)
    go_down (search, node->rows, n_steps + 1);
  if (step == NULL && node->names != NULL)
    {
      GHashTableIter iter;
      gpointer any;

      g_hash_table_iter_init (&iter, node->names);
      while (g_hash_table_iter_next (&iter, NULL, &any))
        go_down (search, any, n_steps + 1);
    }
}

/*
 * Finds whom a change at @place concerns; some may be told twice. @data (nullable) tells how many
 * rows there are now; without it rows come and go only when their whole list is changed.
 */
void
yc_form_reads_find (YcFormReads      *self,
                    const YcFormPath *place,
                    JsonNode         *data,
                    YcFormConcerned   concerned,
                    gpointer          user_data)
{
  Search search = { self, place, data, concerned, user_data };
  GHashTableIter iter;
  gpointer who;

  go_down (&search, self->root, 0);
  g_hash_table_iter_init (&iter, self->all);
  while (g_hash_table_iter_next (&iter, &who, NULL))
    concerned (GPOINTER_TO_UINT (who), place, 0, user_data);
}
