/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any schema, layout and data: nothing crashes or hangs, whether asked, filled in or checked. */
#include <string.h>

#include "yc-form-inspection.h"
#include "yc-form-lint.h"
#include "yc-form-mistakes.h"
#include "yc-form.h"
#include "yc-fuzz.h"
#include "yc-json.h"

#define MAX_FIELDS 30
#define MAX_DEPTH 8

typedef struct
{
  guint n;
} Filling;

static void fill_element (Filling       *self,
                          YcFormElement *element,
                          guint          depth);

static void
fill_rows (Filling       *self,
           YcFormElement *control,
           guint          depth)
{
  YcFormField *field = yc_form_element_get_field (control);
  GListModel *rows = yc_form_field_get_rows (field);

  if (yc_form_field_can_append_row (field))
    yc_form_field_append_row (field);
  if (g_list_model_get_n_items (rows) > 1)
    yc_form_field_move_row (field, 0, 1);
  for (guint i = 0; i < g_list_model_get_n_items (rows) && i < 3; i++)
    {
      g_autoptr (YcFormRow) row = g_list_model_get_item (rows, i);
      g_autofree char *title = yc_form_row_dup_title (row, control);

      g_assert_nonnull (title);
      fill_element (self, yc_form_row_get_root_of (row, control), depth + 1);
    }
  if (g_list_model_get_n_items (rows) > 0)
    yc_form_field_remove_row (field, 0);
}

static void
fill_field (Filling       *self,
            YcFormElement *control,
            guint          depth)
{
  YcFormField *field = yc_form_element_get_field (control);
  static const char *const texts[] = { "12", "周三", "", "2024-02-29", "x" };
  YcFormFieldKind kind = yc_form_field_get_kind (field);
  g_autofree char *words = NULL;

  if (kind == YC_FORM_FIELD_REPEATING)
    {
      fill_rows (self, control, depth);
      return;
    }
  words = yc_form_field_dup_words (field);
  if (yc_form_field_get_n_choices (field) > 0 && kind != YC_FORM_FIELD_CHOICES)
    yc_form_field_choose (field, 0);
  else if (kind == YC_FORM_FIELD_CHOICES && yc_form_field_get_n_choices (field) > 0)
    yc_form_field_set_picked (field, 0, TRUE);
  else
    yc_form_field_set_text (field, texts[self->n % G_N_ELEMENTS (texts)]);
  yc_form_field_leave (field);
}

static void
fill_element (Filling       *self,
              YcFormElement *element,
              guint          depth)
{
  GListModel *children;

  if (element == NULL || depth > MAX_DEPTH || self->n++ > MAX_FIELDS)
    return;
  children = yc_form_element_get_children (element);
  if (yc_form_element_get_field (element) != NULL)
    fill_field (self, element, depth);
  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (YcFormElement) child = g_list_model_get_item (children, i);
      fill_element (self, child, depth + 1);
    }
}

static void
use_form (YcForm   *form,
          JsonNode *schema,
          JsonNode *layout,
          JsonNode *data)
{
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GListModel) problems = NULL;
  g_autofree char *pointer = NULL;
  Filling filling = { 0 };

  if (data != NULL)
    yc_form_set_data (form, data, NULL);
  if (layout != NULL)
    lines = yc_form_inspect (form, schema, data, YC_FORM_INSPECT_DETAILS);
  fill_element (&filling, yc_form_get_root (form), 0);
  problems = yc_form_check (form);
  if (yc_form_undo (form, &pointer))
    {
      g_autofree char *again = NULL;
      yc_form_redo (form, &again);
    }
}

static void
open_form (JsonNode *schema,
           JsonNode *layout,
           JsonNode *data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YcForm) form = yc_form_new (schema, layout, &error);
  g_autoptr (GPtrArray) findings = yc_form_lint (schema, layout);
  g_autoptr (GPtrArray) mistakes = yc_form_find_mistakes (schema);

  g_assert_true ((form == NULL) == (error != NULL));
  if (form != NULL)
    use_form (form, schema, layout, data);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  JsonNode *parts[3];
  gint64 begun = yc_fuzz_begin ();

  yc_fuzz_split (data, size, 3, parts);
  if (parts[0] != NULL)
    open_form (parts[0], parts[1], parts[2]);
  yc_fuzz_clear (3, parts);
  yc_fuzz_end (begun);
  return 0;
}
