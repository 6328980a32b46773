/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of forms share: JSON that people can read, and ways to the fields. */
#include "yc-test-form.h"

#include "yc-json.h"

/* Single quotes stand for double ones. */
JsonNode *
yc_test_parse (const char *text)
{
  g_autofree char *json = g_strdelimit (g_strdup (text), "'", '"');
  g_autoptr (GError) error = NULL;
  JsonNode *node = yc_json_parse (json, -1, NULL, &error);

  g_assert_no_error (error);
  return node;
}

/* @layout is nullable. */
YcForm *
yc_test_open (const char *schema,
              const char *layout)
{
  g_autoptr (JsonNode) schema_node = yc_test_parse (schema);
  g_autoptr (JsonNode) layout_node = layout == NULL ? NULL : yc_test_parse (layout);
  g_autoptr (GError) error = NULL;
  YcForm *form = yc_form_new (schema_node, layout_node, &error);

  g_assert_no_error (error);
  return form;
}

YcFormField *
yc_test_find (YcForm     *form,
              const char *pointer)
{
  YcFormField *field = yc_form_find_field (form, pointer);

  if (field == NULL)
    g_test_message ("there is no field at %s", pointer);
  g_assert_nonnull (field);
  return field;
}

void
yc_test_type (YcForm     *form,
              const char *pointer,
              const char *text)
{
  yc_form_field_set_text (yc_test_find (form, pointer), text);
}

/* "0/2": the third child of the first child; none of them is owned by the caller. */
YcFormElement *
yc_test_get_element (YcFormElement *root,
                     const char    *path)
{
  g_auto (GStrv) steps = g_strsplit (path, "/", -1);

  for (guint i = 0; steps[i] != NULL; i++)
    {
      g_autoptr (YcFormElement) child = g_list_model_get_item (
          yc_form_element_get_children (root), (guint) g_ascii_strtoull (steps[i], NULL, 10));

      g_assert_nonnull (child);
      root = child;
    }
  return root;
}

void
yc_test_assert_json (JsonNode   *node,
                     const char *expected)
{
  g_autoptr (JsonNode) other = yc_test_parse (expected);
  g_autofree char *text = node == NULL ? NULL : yc_json_write (node);

  if (!yc_json_equal (node, other))
    g_test_message ("%s is not %s", text, expected);
  g_assert_true (yc_json_equal (node, other));
}

void
yc_test_assert_data (YcForm     *form,
                     const char *expected)
{
  g_autoptr (JsonNode) data = yc_form_get_data (form);

  yc_test_assert_json (data, expected);
}

/* @expected is the place that was undone or redone, NULL for nothing to do. */
void
yc_test_assert_undone (YcForm     *form,
                       gboolean    undo,
                       const char *expected)
{
  g_autofree char *pointer = NULL;
  gboolean done = undo ? yc_form_undo (form, &pointer) : yc_form_redo (form, &pointer);

  g_assert_cmpint (done, ==, expected != NULL);
  g_assert_cmpstr (pointer, ==, expected);
}
