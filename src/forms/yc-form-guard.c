/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Under what a part of a schema applies: a condition, or one of several alternatives. */
#include "yc-form-guard-private.h"

#include "yc-schema-places-private.h"
#include "yc-json.h"

static gboolean
is_condition (const YcFormGuard *self)
{
  return g_str_equal (self->keyword, "then") || g_str_equal (self->keyword, "else");
}

/* (element-type YcFormGuard): from the outside in; all of them have to hold */
GArray *
yc_form_guards_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (YcFormGuard));
}

GArray *
yc_form_guards_copy (const GArray *self)
{
  GArray *copy = yc_form_guards_new ();

  return g_array_append_vals (copy, self->data, self->len);
}

/* Whether what has the one cannot apply together with what has the other. */
gboolean
yc_form_guards_exclude (const GArray *self,
                        const GArray *other)
{
  for (guint i = 0; i < MIN (self->len, other->len); i++)
    {
      const YcFormGuard *a = &g_array_index (self, YcFormGuard, i);
      const YcFormGuard *b = &g_array_index (other, YcFormGuard, i);

      if (a->holder != b->holder)
        return FALSE;
      if (!g_str_equal (a->keyword, b->keyword))
        return is_condition (a) && is_condition (b);
      if (a->part != b->part)
        return g_str_equal (a->keyword, "oneOf");
    }
  return FALSE;
}

/* The object of a guard: the steps of @row as far as they go, then those of @place. */
static char *
create_pointer (const YcFormPath *place,
                const YcFormPath *row,
                guint             n_steps)
{
  g_autoptr (GPtrArray) path = yc_form_path_copy (row, n_steps);

  for (guint i = path->len; i < n_steps; i++)
    yc_form_path_add (path, yc_form_path_get (place, i));
  return yc_form_path_to_pointer (path);
}

/* Whether what is said of @place applies in @row, a pointer to the row that it is in. */
gboolean
yc_form_guards_hold (const GArray     *self,
                     const YcFormPath *place,
                     const char       *row,
                     JsonNode         *data,
                     YcFormApplies     applies,
                     gpointer          user_data)
{
  g_autoptr (GPtrArray) steps = self->len == 0 ? NULL : yc_form_path_from_pointer (row);

  for (guint i = 0; i < self->len; i++)
    {
      const YcFormGuard *guard = &g_array_index (self, YcFormGuard, i);
      g_autofree char *pointer = create_pointer (place, steps, guard->n_steps);

      if (applies == NULL || !applies (guard, pointer, data, user_data))
        return FALSE;
    }
  return TRUE;
}

static void
add_read (const YcFormPath *object,
          const char       *pointer,
          YcFormReads      *reads,
          guint             who)
{
  g_autoptr (GPtrArray) path = yc_form_path_copy (object, object->len);

  yc_form_path_add_pointer (path, pointer);
  yc_form_reads_add_path (reads, who, path, yc_form_path_get_scope (object, 0));
}

/* What a guard looks at: the places of its condition (@precise), or all of the object where those are
 * not known and where it is one of several alternatives. */
static void
add_reads (const YcFormGuard *guard,
           gboolean           precise,
           const YcFormPath  *place,
           YcFormReads       *reads,
           guint              who)
{
  g_autoptr (GPtrArray) object = yc_form_path_copy (place, guard->n_steps);
  g_autoptr (GPtrArray) places = g_ptr_array_new_with_free_func (g_free);

  if (is_condition (guard))
    yc_schema_find_places (guard->part, "", places);
  else
    g_ptr_array_add (places, g_strdup (""));
  for (guint i = 0; i < places->len; i++)
    {
      if (precise == (*(const char *) places->pdata[i] != '\0'))
        add_read (object, places->pdata[i], reads, who);
    }
}

/* Notes what decides whether what is said of @place applies: what is known to the place (@precise),
 * which must be worked out before, or the objects as a whole. */
void
yc_form_guards_add_reads (const GArray     *self,
                          gboolean          precise,
                          const YcFormPath *place,
                          YcFormReads      *reads,
                          guint             who)
{
  for (guint i = 0; i < self->len; i++)
    add_reads (&g_array_index (self, YcFormGuard, i), precise, place, reads, who);
}
