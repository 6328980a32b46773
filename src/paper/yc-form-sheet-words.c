/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands in a field's place on paper. */
#include "yc-form-sheet-private.h"

#include "yc-id-number.h"
#include "yc-json.h"

/* So many choices are all shown, with the chosen one marked; of more only the chosen one. */
#define MAX_BOXES 10
#define MARKED "☑"
#define UNMARKED "☐"

static void
append_box (GString    *text,
            gboolean    marked,
            const char *words)
{
  g_string_append_printf (text, "%s%s %s", text->len > 0 ? "　" : "", marked ? MARKED : UNMARKED,
                          words);
}

static gboolean
is_marked (YcFormField *field,
           guint        index)
{
  if (yc_form_field_get_kind (field) == YC_FORM_FIELD_CHOICES)
    return yc_form_field_get_picked (field, index);
  return yc_form_field_get_chosen (field) == (int) index;
}

/* Lines are broken between the choices, not within one. */
static char *
write_boxes (YcFormSheet *self,
             YcFormField *field)
{
  g_autoptr (GString) line = g_string_new (NULL);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < yc_form_field_get_n_choices (field); i++)
    {
      g_autofree char *title =
          yc_sheet_grid_legible (&self->grid, yc_form_field_get_choice_title (field, i));
      gsize length = line->len;

      append_box (line, is_marked (field, i), title);
      if (length == 0 || yc_sheet_grid_fits (&self->grid, line->str))
        continue;
      g_string_append_len (text, line->str, (gssize) length);
      g_string_append_c (text, '\n');
      g_string_truncate (line, 0);
      append_box (line, is_marked (field, i), title);
    }
  g_string_append (text, line->str);
  return g_string_free (text, FALSE);
}

static char *
write_yes_no (YcFormField *field)
{
  GString *text = g_string_new (NULL);
  JsonNode *value = yc_form_field_get_value (field);
  gboolean known = value != NULL && json_node_get_value_type (value) == G_TYPE_BOOLEAN;

  append_box (text, known && json_node_get_boolean (value), "是");
  append_box (text, known && !json_node_get_boolean (value), "否");
  return g_string_free (text, FALSE);
}

static char *
mask (YcFormSheet *self,
      YcFormField *field,
      char        *words)
{
  const char *format = yc_form_field_get_format (field);
  g_autofree char *whole = words;

  if (!self->marks->masked || whole == NULL)
    return g_steal_pointer (&whole);
  if (g_strcmp0 (format, "id-number") == 0)
    return yc_id_number_mask (whole);
  if (g_strcmp0 (format, "mobile") == 0)
    return yc_mobile_mask (whole);
  return g_steal_pointer (&whole);
}

/* A place by its names, as far as they were given. */
static char *
dup_plain (YcFormSheet *self,
           YcFormField *field)
{
  const char *code = yc_form_field_get_text (field);
  const char *names = NULL;

  if (g_strcmp0 (yc_form_field_get_format (field), "place-code") == 0)
    names = yc_json_get_string (self->marks->places, code, NULL);
  return names != NULL ? g_strdup (names) : mask (self, field, yc_form_field_dup_words (field));
}

static char *
dup_money (YcFormField *field)
{
  const char *amount = yc_form_field_get_text (field);

  return *amount != '\0' ? g_strconcat (amount, " 元", NULL) : NULL;
}

static gboolean
has_boxes (YcFormField *field)
{
  guint n = yc_form_field_get_n_choices (field);

  return n > 0 && n <= MAX_BOXES;
}

/* Only what is filled in, for a cell of a table. */
char *
yc_form_sheet_dup_unmarked (YcFormSheet *self,
                            YcFormField *field)
{
  g_autofree char *words = NULL;

  if (yc_form_field_get_write_only (field))
    words = g_strdup (yc_form_field_get_value (field) != NULL ? "（不显示）" : "");
  else if (yc_form_field_get_kind (field) == YC_FORM_FIELD_YES_NO)
    words = g_strdup (yc_form_field_get_value (field) == NULL                     ? ""
                      : json_node_get_boolean (yc_form_field_get_value (field)) ? "是"
                                                                                : "否");
  else if (yc_form_field_get_kind (field) == YC_FORM_FIELD_MONEY)
    words = dup_money (field);
  else
    words = dup_plain (self, field);
  return yc_sheet_grid_legible (&self->grid, words != NULL ? words : "");
}

/* (transfer full): as yc_sheet_grid_legible() leaves it; "" for what is not filled in */
char *
yc_form_sheet_dup_words (YcFormSheet *self,
                         YcFormField *field)
{
  g_autofree char *words = NULL;

  if (yc_form_field_get_write_only (field))
    return yc_form_sheet_dup_unmarked (self, field);
  if (yc_form_field_get_takes_none (field) && yc_form_field_get_none (field))
    return yc_sheet_grid_legible (&self->grid, yc_form_field_get_none_title (field));
  switch (yc_form_field_get_kind (field))
    {
    case YC_FORM_FIELD_YES_NO:
      words = write_yes_no (field);
      break;
    case YC_FORM_FIELD_CHOICE:
    case YC_FORM_FIELD_CHOICES:
    case YC_FORM_FIELD_ALTERNATIVES:
      words = has_boxes (field) ? write_boxes (self, field) : NULL;
      break;
    case YC_FORM_FIELD_TEXT:
    case YC_FORM_FIELD_MULTILINE:
    case YC_FORM_FIELD_INTEGER:
    case YC_FORM_FIELD_NUMBER:
    case YC_FORM_FIELD_DATE:
    case YC_FORM_FIELD_MONEY:
    case YC_FORM_FIELD_ATTACHMENT:
    case YC_FORM_FIELD_REPEATING:
    default:
      break;
    }
  return words != NULL ? yc_sheet_grid_legible (&self->grid, words)
                       : yc_form_sheet_dup_unmarked (self, field);
}
