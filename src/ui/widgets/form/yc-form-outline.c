/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a field is in a form: in which category, and before or after which others. */
#include "yc-form-outline.h"

#include <string.h>

#include "yc-form-row-actions.h"

typedef struct
{
  YcFormField *field;
  char        *category; /* of the category or group that it is in, nullable */
  guint        order;
} Entry;

struct _YcFormOutline
{
  GHashTable *entries; /* pointer → Entry */
};

static void
entry_free (gpointer data)
{
  Entry *self = data;

  g_object_unref (self->field);
  g_free (self->category);
  g_free (self);
}

static void
add_control (YcFormOutline *self,
             YcFormElement *element,
             const char    *category)
{
  YcFormField *field = yc_form_element_get_field (element);
  Entry *entry;

  if (field == NULL || g_hash_table_contains (self->entries, yc_form_field_get_pointer (field)))
    return;
  entry = g_new0 (Entry, 1);
  entry->field = g_object_ref (field);
  entry->category = g_strdup (category);
  entry->order = g_hash_table_size (self->entries);
  g_hash_table_insert (self->entries, g_strdup (yc_form_field_get_pointer (field)), entry);
}

/* Groups inside of a category do not matter, nor do the steps inside of one. */
static void
add (YcFormOutline *self,
     YcFormElement *element,
     const char    *group,
     const char    *category)
{
  YcFormElementKind kind = yc_form_element_get_kind (element);
  GListModel *children = yc_form_element_get_children (element);

  if (kind == YC_FORM_ELEMENT_CATEGORY && category == NULL)
    category = yc_form_element_get_title (element);
  if (kind == YC_FORM_ELEMENT_GROUP)
    group = yc_form_element_get_title (element);
  add_control (self, element, category != NULL ? category : group);
  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (YcFormElement) child = g_list_model_get_item (children, i);

      add (self, child, group, category);
    }
}

/**
 * yc_form_outline_new:
 * @root: the root of a form's layout
 *
 * Returns: (transfer full): where each of its fields is
 */
YcFormOutline *
yc_form_outline_new (YcFormElement *root)
{
  YcFormOutline *self = g_new0 (YcFormOutline, 1);

  self->entries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, entry_free);
  add (self, root, NULL, NULL);
  return self;
}

void
yc_form_outline_free (YcFormOutline *self)
{
  g_hash_table_unref (self->entries);
  g_free (self);
}

/* The control that the pointer leads to or into. */
static Entry *
find (YcFormOutline *self,
      const char    *pointer)
{
  g_autofree char *place = g_strdup (pointer);
  Entry *entry = g_hash_table_lookup (self->entries, place);
  char *end;

  while (entry == NULL && (end = strrchr (place, '/')) != NULL)
    {
      *end = '\0';
      entry = g_hash_table_lookup (self->entries, place);
    }
  return entry;
}

/**
 * yc_form_outline_get_category:
 * @self: an outline
 * @pointer: a JSON Pointer into the form's data
 *
 * Returns: (nullable): the title of the category that the field is in; of the group in a form
 *   without categories; %NULL for a field in neither
 */
const char *
yc_form_outline_get_category (YcFormOutline *self,
                              const char    *pointer)
{
  Entry *entry = find (self, pointer);

  return entry == NULL ? NULL : entry->category;
}

static guint
get_row (Entry      *entry,
         const char *pointer)
{
  if (entry == NULL || yc_form_field_get_rows (entry->field) == NULL)
    return 0;
  return yc_form_row_actions_find_row (entry->field, pointer) + 1;
}

/**
 * yc_form_outline_compare:
 * @self: an outline
 * @a: a JSON Pointer into the form's data
 * @b: another
 *
 * Returns: less than 0, 0 or greater than 0, as @a's field is before, in the same control and row
 *   as, or after @b's; what has no control comes last
 */
int
yc_form_outline_compare (YcFormOutline *self,
                         const char    *a,
                         const char    *b)
{
  Entry *x = find (self, a), *y = find (self, b);
  guint i = x == NULL ? G_MAXUINT : x->order, j = y == NULL ? G_MAXUINT : y->order;

  if (i == j)
    {
      i = get_row (x, a);
      j = get_row (y, b);
    }
  return (i > j) - (i < j);
}
