/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An author's mistakes in a layout: what it shows and what its rules ask. */
#include "yc-form-lint-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "yc-form-scope-private.h"
#include "yc-json.h"

/* What an element is inside of. */
typedef struct
{
  const char *schema;       /* JSON Pointer: the form's or a row's schema */
  const char *data;         /* the place in the data, "*" for a row */
  gboolean    hides;        /* a rule around it may hide it */
} Around;

static void check_element (YcFormLint   *self,
                           JsonNode     *node,
                           const char   *pointer,
                           const Around *around,
                           guint         depth);

static gboolean
may_hide (JsonObject *element)
{
  const char *effect = yc_json_get_string (yc_json_get_object (element, "rule"), "effect", "");

  return g_str_equal (effect, "SHOW") || g_str_equal (effect, "HIDE");
}

/* Controls */

/* Twice is meant where a rule shows one or the other. */
static void
note_shown (YcFormLint *self,
            const char *place,
            const char *pointer,
            gboolean    hides)
{
  gpointer always = NULL;

  if (!g_hash_table_lookup_extended (self->shown, place, NULL, &always))
    {
      g_hash_table_insert (self->shown, g_strdup (place), GINT_TO_POINTER (!hides));
      return;
    }
  if (!hides && GPOINTER_TO_INT (always))
    yc_form_lint_tell (self, TRUE, TRUE, pointer, _ ("the field “%s” is shown twice"), place);
}

static void
check_detail (YcFormLint *self,
              JsonNode   *detail,
              const char *pointer,
              const char *place,
              const char *schema,
              gboolean    hides,
              guint       depth)
{
  g_autofree char *below = g_strconcat (pointer, "/options/detail", NULL);
  g_autofree char *items = g_strconcat (schema, "/items", NULL);
  g_autofree char *row = yc_form_lint_follow (self, items);
  g_autofree char *inside = g_strconcat (place, "/*", NULL);
  const Around around = { row == NULL ? schema : row, row == NULL ? place : inside, hides };

  check_element (self, detail, below, &around, depth + 1);
}

/* The field by which a row is called; a path with points is not looked at. */
static void
check_label_of_rows (YcFormLint *self,
                     JsonObject *control,
                     const char *pointer,
                     JsonNode   *base,
                     const char *scope)
{
  static const char *const options[] = { "elementLabelProp", "childLabelProp" };
  g_autofree char *items = g_strconcat (scope, "/items", NULL);
  JsonNode *row = yc_form_scope_resolve (self->schema, base, items);

  for (gsize i = 0; row != NULL && i < G_N_ELEMENTS (options); i++)
    {
      const char *name =
          yc_json_get_string (yc_json_get_object (control, "options"), options[i], NULL);
      g_autofree char *step = name == NULL ? NULL : yc_json_pointer_append ("#/properties", name);
      g_autofree char *at = g_strdup_printf ("%s/options/%s", pointer, options[i]);

      if (name != NULL && strchr (name, '.') == NULL &&
          yc_form_scope_resolve (self->schema, row, step) == NULL)
        yc_form_lint_tell (self, TRUE, FALSE, at, _ ("the form has no field “%s”"), name);
    }
}

static void
check_control (YcFormLint   *self,
               JsonObject   *control,
               const char   *pointer,
               const Around *around,
               gboolean      hides,
               guint         depth)
{
  const char *scope = yc_json_get_string (control, "scope", "");
  g_autofree char *at = g_strconcat (pointer, "/scope", NULL);
  g_autofree char *step = yc_form_scope_to_pointer (scope);
  g_autofree char *place = g_strconcat (around->data, step, NULL);
  g_autofree char *schema = yc_form_lint_resolve (self, around->schema, scope);
  JsonNode *base = yc_json_pointer_get (self->schema, around->schema);
  JsonNode *detail = yc_json_get_member (yc_json_get_object (control, "options"), "detail");

  if (*scope == '\0' || !yc_form_scope_is_place (scope) ||
      yc_form_scope_resolve (self->schema, base, scope) == NULL)
    {
      yc_form_lint_tell (self, TRUE, FALSE, at, _ ("the form has no field “%s”"), scope);
      return;
    }
  check_label_of_rows (self, control, pointer, base, scope);
  note_shown (self, place, at, hides);
  if (yc_json_node_get_object (detail) != NULL && schema != NULL)
    check_detail (self, detail, pointer, place, schema, hides, depth);
  else
    g_ptr_array_add (self->whole, g_steal_pointer (&place));
}

static void
check_element (YcFormLint   *self,
               JsonNode     *node,
               const char   *pointer,
               const Around *around,
               guint         depth)
{
  JsonObject *element = yc_json_node_get_object (node);
  JsonArray *elements = yc_json_get_array (element, "elements");
  g_autofree char *rule = g_strconcat (pointer, "/rule", NULL);
  const Around inside = { around->schema, around->data, around->hides || may_hide (element) };

  if (element == NULL || !yc_form_lint_may_go_on (self, depth))
    return;
  if (json_object_has_member (element, "rule"))
    yc_form_lint_check_rule (self, json_object_get_member (element, "rule"), rule, around->schema);
  if (json_object_has_member (element, "scope"))
    check_control (self, element, pointer, around, inside.hides, depth);
  for (guint i = 0; elements != NULL && i < json_array_get_length (elements); i++)
    {
      g_autofree char *below = g_strdup_printf ("%s/elements/%u", pointer, i);
      check_element (self, json_array_get_element (elements, i), below, &inside, depth + 1);
    }
}

void
yc_form_lint_check_layout (YcFormLint *self)
{
  const Around whole = { "", "", FALSE };

  check_element (self, self->layout, "", &whole, 0);
}
