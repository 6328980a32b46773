/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which editor a field gets: by its kind, its choices, and what the layout asks for. */
#include "yc-form-editor.h"

#include "yc-form-area.h"
#include "yc-form-attachment.h"
#include "yc-form-choices.h"
#include "yc-form-combo.h"
#include "yc-form-computed.h"
#include "yc-form-date.h"
#include "yc-form-entry.h"
#include "yc-form-line.h"
#include "yc-form-look.h"
#include "yc-form-picks.h"
#include "yc-form-place.h"
#include "yc-form-slider.h"
#include "yc-form-toggle.h"

/* More choices, or longer words, do not stand side by side. */
#define MAX_JOINED_CHOICES 5
#define MAX_JOINED_WIDTH 36
#define BUTTON_WIDTH 4

/* Texts that may be longer, such as addresses, have a row for themselves. */
#define LONG_TEXT 80

/* More are looked for by typing. */
#define MAX_OPEN_CHOICES 8

/* How much room @text takes, a Chinese character counting as two. */
static guint
get_text_width (const char *text)
{
  guint width = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    width += g_unichar_iswide (g_utf8_get_char (text)) ? 2 : 1;
  return width;
}

/* Whether all choices fit side by side into a column. */
static gboolean
fits_joined (YcFormField *field)
{
  guint n = yc_form_field_get_n_choices (field);
  guint width = 0;

  for (guint i = 0; i < n; i++)
    width += get_text_width (yc_form_field_get_choice_title (field, i)) + BUTTON_WIDTH;
  return n <= MAX_JOINED_CHOICES && width <= MAX_JOINED_WIDTH;
}

static GtkWidget *
create_choice (YcFormField      *field,
               const char       *label,
               const YcFormLook *look)
{
  if (look->dropdown)
    return yc_form_combo_new (field, label, FALSE);
  if (fits_joined (field))
    return yc_form_choices_new (field, label, YC_FORM_CHOICES_JOINED);
  if (look->radio)
    return yc_form_choices_new (field, label, YC_FORM_CHOICES_LISTED);
  return yc_form_combo_new (field, label, FALSE);
}

static GtkWidget *
create_number (YcFormField      *field,
               const char       *label,
               const YcFormLook *look)
{
  double minimum, maximum, step;

  if (look->slider && yc_form_field_get_range (field, &minimum, &maximum, &step))
    return yc_form_slider_new (field, label);
  return yc_form_entry_new (field, label, FALSE);
}

static GtkWidget *
create_text (YcFormField *field,
             const char  *label,
             gboolean     compact)
{
  if (g_strcmp0 (yc_form_field_get_format (field), "date-time") == 0)
    return yc_form_date_new (field, label, compact);
  if (g_strcmp0 (yc_form_field_get_format (field), "place-code") == 0)
    return yc_form_place_new (field, label, compact);
  return yc_form_entry_new (field, label, compact);
}

static GtkWidget *
create_masked (YcFormField *field,
               const char  *label)
{
  GtkWidget *entry = yc_form_entry_new (field, label, FALSE);

  yc_form_line_mask (gtk_widget_get_first_child (entry));
  return entry;
}

static GtkWidget *
create (YcFormField      *field,
        const char       *label,
        const YcFormLook *look)
{
  switch (yc_form_field_get_kind (field))
    {
    case YC_FORM_FIELD_MULTILINE:
      return yc_form_area_new (field, label);
    case YC_FORM_FIELD_YES_NO:
      return look->toggle ? yc_form_toggle_new (field, label)
                          : yc_form_choices_new (field, label, YC_FORM_CHOICES_JOINED);
    case YC_FORM_FIELD_CHOICE:
      return create_choice (field, label, look);
    case YC_FORM_FIELD_ALTERNATIVES:
      return yc_form_choices_new (field, label, fits_joined (field) ? YC_FORM_CHOICES_JOINED
                                                                    : YC_FORM_CHOICES_LISTED);
    case YC_FORM_FIELD_CHOICES:
      return yc_form_field_get_n_choices (field) <= MAX_OPEN_CHOICES
                 ? yc_form_choices_new (field, label, YC_FORM_CHOICES_LISTED)
                 : yc_form_picks_new (field, label);
    case YC_FORM_FIELD_NUMBER:
    case YC_FORM_FIELD_INTEGER:
      return create_number (field, label, look);
    case YC_FORM_FIELD_DATE:
      return yc_form_date_new (field, label, FALSE);
    case YC_FORM_FIELD_TEXT:
      return look->masked ? create_masked (field, label) : create_text (field, label, FALSE);
    case YC_FORM_FIELD_ATTACHMENT:
      return yc_form_attachment_new (field, label, TRUE);
    case YC_FORM_FIELD_MONEY:
    case YC_FORM_FIELD_REPEATING:
    default:
      return yc_form_entry_new (field, label, FALSE);
    }
}

static GtkWidget *
create_compact (YcFormField *field,
                const char  *label)
{
  switch (yc_form_field_get_kind (field))
    {
    case YC_FORM_FIELD_YES_NO:
      return yc_form_choices_new (field, label, YC_FORM_CHOICES_COMPACT);
    case YC_FORM_FIELD_CHOICE:
      return yc_form_combo_new (field, label, TRUE);
    case YC_FORM_FIELD_CHOICES:
      return yc_form_picks_new (field, label);
    case YC_FORM_FIELD_DATE:
      return yc_form_date_new (field, label, TRUE);
    case YC_FORM_FIELD_TEXT:
      return create_text (field, label, TRUE);
    case YC_FORM_FIELD_MULTILINE:
    case YC_FORM_FIELD_NUMBER:
    case YC_FORM_FIELD_INTEGER:
    case YC_FORM_FIELD_MONEY:
    case YC_FORM_FIELD_REPEATING:
    case YC_FORM_FIELD_ALTERNATIVES:
    default:
      return yc_form_entry_new (field, label, TRUE);
    case YC_FORM_FIELD_ATTACHMENT:
      return yc_form_attachment_new (field, label, TRUE);
    }
}

/**
 * yc_form_editor_new:
 * @field: a field that is not repeating
 * @label: its name for a screen reader and for tests
 * @compact: whether it is for the cell of a table
 *
 * Returns: the editor that fits the field's kind
 */
GtkWidget *
yc_form_editor_new (YcFormField *field,
                    const char  *label,
                    gboolean     compact)
{
  const YcFormLook look = { 0 };

  return compact ? create_compact (field, label) : create (field, label, &look);
}

/**
 * yc_form_editor_new_for:
 * @element: a control whose field is not repeating
 * @label: its name for a screen reader and for tests
 *
 * Returns: the editor that fits the field's kind and what the layout asks for; one that only shows
 *   what cannot be changed
 */
GtkWidget *
yc_form_editor_new_for (YcFormElement *element,
                        const char    *label)
{
  YcFormField *field = yc_form_element_get_field (element);
  YcFormLook look;

  yc_form_look_read (&look, element);
  if (yc_form_field_get_read_only (field) || yc_form_element_get_read_only (element))
    return yc_form_field_get_kind (field) == YC_FORM_FIELD_ATTACHMENT
               ? yc_form_attachment_new (field, label, FALSE)
               : yc_form_computed_new (field, label);
  return create (field, label, &look);
}

/**
 * yc_form_editor_is_wide:
 * @element: an element of a form's layout
 *
 * Returns: whether it needs a row for itself
 */
gboolean
yc_form_editor_is_wide (YcFormElement *element)
{
  YcFormField *field = yc_form_element_get_field (element);

  if (field == NULL)
    return TRUE;
  switch (yc_form_field_get_kind (field))
    {
    case YC_FORM_FIELD_MULTILINE:
    case YC_FORM_FIELD_REPEATING:
    case YC_FORM_FIELD_CHOICES:
    case YC_FORM_FIELD_ATTACHMENT:
    case YC_FORM_FIELD_ALTERNATIVES:
      return TRUE;
    case YC_FORM_FIELD_TEXT:
      return g_strcmp0 (yc_form_field_get_format (field), "place-code") == 0 ||
             yc_form_field_get_max_length (field) >= LONG_TEXT;
    case YC_FORM_FIELD_NUMBER:
    case YC_FORM_FIELD_INTEGER:
    case YC_FORM_FIELD_DATE:
    case YC_FORM_FIELD_YES_NO:
    case YC_FORM_FIELD_CHOICE:
    case YC_FORM_FIELD_MONEY:
    default:
      return FALSE;
    }
}
