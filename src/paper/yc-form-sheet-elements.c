/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sections and fields of a form on paper, in the order of its layout. */
#include "yc-form-sheet-private.h"

#include "yc-json.h"

#define MAX_DEPTH 12

static const YcSheetFont section_font = { .size = 12.0, .leading = 18.0, .bold = TRUE };
static const YcSheetFont category_font = { .size = 14.0, .leading = 21.0, .bold = TRUE };
static const YcSheetFont note_font = { .size = 9.5, .leading = 14.0 };

static gboolean
add_pair (YcFormSheet *self, const char *title, const char *words, GError **error)
{
  g_autofree char *legible = yc_sheet_grid_legible (&self->grid, title);
  const YcSheetCell cells[] = {
    { legible, YC_SHEET_TITLE_SHARE * self->grid.width, TRUE },
    { words, (1.0 - YC_SHEET_TITLE_SHARE) * self->grid.width, FALSE },
  };

  return yc_sheet_grid_add_row (&self->grid, cells, G_N_ELEMENTS (cells), NULL, error);
}

/* Two short fields that the layout has side by side share a row. */
static gboolean
add_two (YcFormSheet *self, YcFormField *left, YcFormField *right, GError **error)
{
  g_autofree char *first = yc_sheet_grid_legible (&self->grid, yc_form_field_get_title (left));
  g_autofree char *second = yc_sheet_grid_legible (&self->grid, yc_form_field_get_title (right));
  g_autofree char *words = yc_form_sheet_dup_words (self, left);
  g_autofree char *others = yc_form_sheet_dup_words (self, right);
  const double title = 0.19 * self->grid.width, rest = 0.31 * self->grid.width;
  const YcSheetCell cells[] = {
    { first, title, TRUE }, { words, rest, FALSE }, { second, title, TRUE }, { others, rest, FALSE },
  };

  return yc_sheet_grid_add_row (&self->grid, cells, G_N_ELEMENTS (cells), NULL, error);
}

/* 一 to 九十九. */
static char *
write_numeral (guint n)
{
  static const char *const digits[] = { "", "一", "二", "三", "四", "五", "六", "七", "八", "九" };

  if (n >= 100)
    return g_strdup_printf ("%u", n);
  return g_strconcat (n >= 20 ? digits[n / 10] : "", n >= 10 ? "十" : "", digits[n % 10], NULL);
}

static gboolean
add_heading (YcFormSheet *self, const char *title, const YcSheetFont *font, GError **error)
{
  if (title == NULL || *title == '\0')
    return TRUE;
  yc_flow_add_gap (self->grid.flow, 8.0);
  if (!yc_sheet_grid_add_line (&self->grid, title, font, YC_SHEET_LEFT, 0.0, error))
    return FALSE;
  yc_flow_keep_last (self->grid.flow, 1);

  return TRUE;
}

static gboolean
add_section (YcFormSheet *self, const char *title, GError **error)
{
  return add_heading (self, title, &section_font, error);
}

/* Rows that hold more than cells: each by itself, under its number and name. */
static gboolean
add_details (YcFormSheet *self, YcFormElement *control, guint depth, GError **error)
{
  YcFormField *field = yc_form_element_get_field (control);
  GListModel *rows = yc_form_field_get_rows (field);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (YcFormRow) row = g_list_model_get_item (rows, i);
      YcFormElement *root = yc_form_row_get_root_of (row, control);
      g_autofree char *title =
          g_strdup_printf ("%s（%u）", yc_form_field_get_title (field), i + 1);

      if (!add_section (self, title, error) ||
          (root != NULL && !yc_form_sheet_add_element (self, root, depth + 1, error)))
        return FALSE;
    }

  return TRUE;
}

static gboolean
has_rows (YcFormField *field)
{
  JsonArray *array = yc_json_node_get_array (yc_form_field_get_value (field));

  return array != NULL && json_array_get_length (array) > 0;
}

static gboolean
add_repeating (YcFormSheet *self, YcFormElement *control, guint depth, GError **error)
{
  YcFormField *field = yc_form_element_get_field (control);
  gboolean flat = yc_form_sheet_is_flat (yc_form_element_get_columns (control));

  if (!has_rows (field))
    return add_pair (self, yc_form_field_get_title (field), "无", error);
  if (!flat)
    return add_details (self, control, depth, error);

  return add_section (self, yc_form_field_get_title (field), error) &&
         yc_form_sheet_add_table (self, control, error);
}

static gboolean
add_control (YcFormSheet *self, YcFormElement *control, guint depth, GError **error)
{
  YcFormField *field = yc_form_element_get_field (control);
  g_autofree char *words = NULL;
  YcFormElement *inner;

  if (field == NULL || !yc_form_field_get_visible (field))
    return TRUE;
  if (yc_form_field_get_kind (field) == YC_FORM_FIELD_REPEATING)
    return add_repeating (self, control, depth, error);
  words = yc_form_sheet_dup_words (self, field);
  if (!add_pair (self, yc_form_field_get_title (field), words, error))
    return FALSE;
  if (yc_form_field_get_kind (field) != YC_FORM_FIELD_ALTERNATIVES)
    return TRUE;
  inner = yc_form_field_get_alternative (field);

  return inner == NULL || yc_form_sheet_add_element (self, inner, depth + 1, error);
}

/* Whether it fits into half a row; the choices of a list are shown all. */
static gboolean
is_short (YcFormElement *element)
{
  YcFormField *field = yc_form_element_get_field (element);

  if (yc_form_element_get_kind (element) != YC_FORM_ELEMENT_CONTROL || field == NULL ||
      !yc_form_element_get_visible (element) || !yc_form_field_get_visible (field))
    return FALSE;
  switch (yc_form_field_get_kind (field))
    {
    case YC_FORM_FIELD_TEXT:
    case YC_FORM_FIELD_INTEGER:
    case YC_FORM_FIELD_NUMBER:
    case YC_FORM_FIELD_DATE:
    case YC_FORM_FIELD_MONEY:
    case YC_FORM_FIELD_YES_NO:
      return TRUE;
    case YC_FORM_FIELD_CHOICE:
    case YC_FORM_FIELD_CHOICES:
    case YC_FORM_FIELD_ALTERNATIVES:
    case YC_FORM_FIELD_MULTILINE:
    case YC_FORM_FIELD_ATTACHMENT:
    case YC_FORM_FIELD_REPEATING:
    default:
      return FALSE;
    }
}

static gboolean
add_children (YcFormSheet *self, YcFormElement *element, guint depth, GError **error)
{
  GListModel *children = yc_form_element_get_children (element);
  guint n = children != NULL ? g_list_model_get_n_items (children) : 0;
  gboolean beside = yc_form_element_get_kind (element) == YC_FORM_ELEMENT_HORIZONTAL;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (YcFormElement) child = g_list_model_get_item (children, i);
      g_autoptr (YcFormElement) next = g_list_model_get_item (children, i + 1);
      gboolean both = beside && next != NULL && is_short (child) && is_short (next);

      if (both && !add_two (self, yc_form_element_get_field (child),
                            yc_form_element_get_field (next), error))
        return FALSE;
      if (!both && !yc_form_sheet_add_element (self, child, depth + 1, error))
        return FALSE;
      i += both;
    }

  return TRUE;
}

/* The parts of a long form have numbers. */
static gboolean
add_categories (YcFormSheet *self, YcFormElement *element, guint depth, GError **error)
{
  GListModel *children = yc_form_element_get_children (element);
  guint number = 0;

  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (YcFormElement) child = g_list_model_get_item (children, i);
      const char *title = yc_form_element_get_title (child);
      gboolean named = title != NULL && *title != '\0';
      g_autofree char *numeral = NULL;
      g_autofree char *heading = NULL;

      if (!yc_form_element_get_visible (child))
        continue;
      number += named;
      numeral = write_numeral (number);
      heading = named ? g_strconcat (numeral, "、", title, NULL) : NULL;
      if (!add_heading (self, heading, &category_font, error) ||
          !add_children (self, child, depth + 1, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
yc_form_sheet_add_element (YcFormSheet *self, YcFormElement *element, guint depth, GError **error)
{
  const char *title = yc_form_element_get_title (element);

  if (!yc_form_element_get_visible (element) || depth > MAX_DEPTH)
    return TRUE;
  switch (yc_form_element_get_kind (element))
    {
    case YC_FORM_ELEMENT_CONTROL:
    case YC_FORM_ELEMENT_LIST_WITH_DETAIL:
      return add_control (self, element, depth, error);
    case YC_FORM_ELEMENT_LABEL:
      return title == NULL || *title == '\0' ||
             yc_sheet_grid_add_line (&self->grid, title, &note_font, YC_SHEET_LEFT, 0.3, error);
    case YC_FORM_ELEMENT_GROUP:
    case YC_FORM_ELEMENT_CATEGORY:
      return add_section (self, title, error) && add_children (self, element, depth, error);
    case YC_FORM_ELEMENT_TROUBLE:
      return TRUE;
    case YC_FORM_ELEMENT_CATEGORIZATION:
      return add_categories (self, element, depth, error);
    case YC_FORM_ELEMENT_VERTICAL:
    case YC_FORM_ELEMENT_HORIZONTAL:
    default:
      return add_children (self, element, depth, error);
    }
}
