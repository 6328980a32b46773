/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Places in a form's data: the steps of a JSON Pointer, where a step may stand for every row. */
#include "yc-form-path-private.h"

#include <string.h>

#include "yc-json.h"

YcFormPath *
yc_form_path_new (void)
{
  return g_ptr_array_new_with_free_func (g_free);
}

/* The first @n_steps of @self. */
YcFormPath *
yc_form_path_copy (const YcFormPath *self,
                   guint             n_steps)
{
  YcFormPath *copy = yc_form_path_new ();

  for (guint i = 0; i < MIN (n_steps, self->len); i++)
    g_ptr_array_add (copy, g_strdup (self->pdata[i]));
  return copy;
}

/* @step: (nullable): every row */
void
yc_form_path_add (YcFormPath *self,
                  const char *step)
{
  g_ptr_array_add (self, g_strdup (step));
}

/* A step of a JSON Pointer as it is meant (full). */
char *
yc_form_path_decode (const char *step)
{
  GString *text;

  if (strchr (step, '~') == NULL)
    return g_strdup (step);
  text = g_string_new (step);
  g_string_replace (text, "~1", "/", 0);
  g_string_replace (text, "~0", "~", 0);
  return g_string_free (text, FALSE);
}

void
yc_form_path_add_pointer (YcFormPath *self,
                          const char *pointer)
{
  g_auto (GStrv) steps = g_strsplit (pointer, "/", -1);

  for (guint i = 1; steps[0] != NULL && steps[i] != NULL; i++)
    g_ptr_array_add (self, yc_form_path_decode (steps[i]));
}

YcFormPath *
yc_form_path_from_pointer (const char *pointer)
{
  YcFormPath *self = yc_form_path_new ();

  yc_form_path_add_pointer (self, pointer);
  return self;
}

/* Adds what a rule looks at: points between the steps, "*" for every row. */
void
yc_form_path_add_dotted (YcFormPath *self,
                         const char *path)
{
  g_auto (GStrv) steps = g_strsplit (path, ".", -1);

  for (guint i = 0; steps[i] != NULL; i++)
    yc_form_path_add (self, g_str_equal (steps[i], "*") ? NULL : steps[i]);
}

/* (nullable): every row */
const char *
yc_form_path_get (const YcFormPath *self,
                  guint             index)
{
  return self->pdata[index];
}

static gboolean
is_number (const char *step)
{
  return *step != '\0' && strspn (step, "0123456789") == strlen (step);
}

/* "/tenants/0/first~1name" → "tenants.first/name", as JSON Forms calls it; "root" for all of the
 * data (full). */
char *
yc_form_path_pointer_to_key (const char *pointer)
{
  g_autoptr (GPtrArray) path = yc_form_path_from_pointer (pointer);
  GString *key = g_string_new (NULL);

  for (guint i = 0; i < path->len; i++)
    {
      if (!is_number (path->pdata[i]))
        g_string_append_printf (key, "%s%s", key->len > 0 ? "." : "", (char *) path->pdata[i]);
    }
  return g_string_free (key->len > 0 ? key : g_string_assign (key, "root"), FALSE);
}

/* For people and as a key: rows are written as a star. */
char *
yc_form_path_to_pointer (const YcFormPath *self)
{
  char *pointer = g_strdup ("");

  for (guint i = 0; i < self->len; i++)
    {
      const char *step = self->pdata[i];
      g_autofree char *before = pointer;

      pointer = step != NULL ? yc_json_pointer_append (before, step)
                             : g_strconcat (before, "/*", NULL);
    }
  return pointer;
}

/* How many steps lead to the row that the place is in, @levels rows out; 0 for the form itself. */
guint
yc_form_path_get_scope (const YcFormPath *self,
                        guint             levels)
{
  for (guint i = self->len; i > 0; i--)
    {
      if (self->pdata[i - 1] != NULL)
        continue;
      if (levels == 0)
        return i;
      levels--;
    }
  return 0;
}
