/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The form's words in the interface's language, by the keys that JSON Forms asks for. */
#include "yc-form-path-private.h"
#include "yc-form-private.h"
#include "yc-form-words-private.h"

#include "yc-json.h"

/* The translator's words for @key, else @fallback (nullable). */
const char *
yc_form_translate (YcForm     *self,
                   const char *key,
                   const char *fallback)
{
  const char *words =
      self->translator == NULL ? NULL : self->translator (key, fallback, self->translator_data);

  return words == NULL ? fallback : words;
}

/* What a control's keys begin with (full); NULL once the form is gone. */
char *
yc_form_element_dup_key (YcFormElement *element)
{
  const char *own = yc_json_get_string (element->layout, "i18n", NULL);
  const char *of_schema = yc_json_get_string (yc_form_element_ask_schema (element), "i18n", NULL);
  g_autofree char *pointer = yc_form_element_dup_pointer (element);

  if (own != NULL || of_schema != NULL)
    return g_strdup (own != NULL ? own : of_schema);
  return pointer == NULL ? NULL : yc_form_path_pointer_to_key (pointer);
}

/* What a field's keys begin with (full). */
char *
yc_form_field_dup_key (YcFormField *field)
{
  return field->spec->i18n != NULL ? g_strdup (field->spec->i18n) : yc_form_path_pointer_to_key (field->pointer);
}

/* Layouts with neither key nor label have no words. */
static void
translate_box (YcForm        *self,
               YcFormElement *element)
{
  const char *own = yc_json_get_string (element->layout, "i18n", NULL);
  const char *what = element->kind == YC_FORM_ELEMENT_LABEL ? "text" : "label";
  g_autofree char *key = own == NULL ? NULL : g_strdup_printf ("%s.%s", own, what);
  const char *asked = key != NULL ? key : element->own_title;

  if (asked != NULL)
    yc_form_element_translate (element, yc_form_translate (self, asked, element->own_title), NULL);
}

static void
translate_control (YcForm        *self,
                   YcFormElement *element)
{
  g_autofree char *prefix = yc_form_element_dup_key (element);
  g_autofree char *label = g_strconcat (prefix, ".label", NULL);
  g_autofree char *description = g_strconcat (prefix, ".description", NULL);
  g_autofree char *title = g_strdup (yc_form_translate (self, label, element->own_title));

  yc_form_element_translate (element, title,
                             yc_form_translate (self, description, element->own_description));
}

static void
translate_element (gpointer data,
                   gpointer form)
{
  YcFormElement *element = data;
  YcForm *self = form;
  GListModel *children = yc_form_element_get_children (element);

  if (element->label != NULL && element->kind != YC_FORM_ELEMENT_TROUBLE)
    translate_control (self, element);
  else if (element->kind != YC_FORM_ELEMENT_TROUBLE)
    translate_box (self, element);
  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (YcFormElement) child = g_list_model_get_item (children, i);

      translate_element (child, self);
    }
}

/* A field's choices, which all rows of it share: by their own key, else the field's and the words. */
static void
translate_choices (YcForm     *self,
                   YcFormSpec *spec,
                   const char *prefix)
{
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);

  if (spec->choice_titles == NULL)
    return;
  if (spec->choice_names == NULL)
    spec->choice_names = g_ptr_array_ref (spec->choice_titles);
  for (guint i = 0; i < spec->choice_names->len; i++)
    {
      const char *name = spec->choice_names->pdata[i];
      const char *own = spec->choice_keys->pdata[i];
      g_autofree char *key = own != NULL ? g_strdup (own) : g_strdup_printf ("%s.%s", prefix, name);

      g_ptr_array_add (titles, g_strdup (yc_form_translate (self, key, name)));
    }
  g_ptr_array_unref (spec->choice_titles);
  spec->choice_titles = g_steal_pointer (&titles);
}

/* What null is called, likewise. */
static void
translate_none (YcForm     *self,
                YcFormSpec *spec,
                const char *prefix)
{
  g_autofree char *key = spec->none_key != NULL ? g_strdup (spec->none_key)
                                                : g_strdup_printf ("%s.%s", prefix, spec->none_name);

  if (spec->none_name == NULL)
    return;
  g_free (spec->none);
  spec->none = g_strdup (yc_form_translate (self, key, spec->none_name));
}

/* What belongs to the words of a field, where it has any. */
static void
translate_part (YcForm      *self,
                const char  *prefix,
                const char  *what,
                const char  *own,
                char       **words)
{
  g_autofree char *key = own == NULL ? NULL : g_strdup_printf ("%s.%s", prefix, what);

  if (key == NULL)
    return;
  g_free (*words);
  *words = g_strdup (yc_form_translate (self, key, own));
}

static void
translate_field (YcForm      *self,
                 YcFormField *field,
                 const char  *prefix)
{
  g_autofree char *label = g_strconcat (prefix, ".label", NULL);
  g_autofree char *description = g_strconcat (prefix, ".description", NULL);
  g_autofree char *title = g_strdup (yc_form_translate (self, label, field->spec->title));

  translate_choices (self, field->spec, prefix);
  translate_none (self, field->spec, prefix);
  translate_part (self, prefix, "placeholder", field->spec->own_placeholder,
                  &field->spec->placeholder);
  translate_part (self, prefix, "unit", field->spec->own_unit, &field->spec->unit);
  yc_form_field_set_words (field, title,
                           yc_form_translate (self, description, field->spec->help));
}

/* The headings of a table have the words of the fields below them. */
void
yc_form_translate_columns (YcForm      *self,
                           GListModel  *columns,
                           YcFormField *repeating)
{
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (YcFormField) column = g_list_model_get_item (columns, i);
      g_autofree char *pointer = g_strconcat (repeating->pointer, column->place, NULL);
      g_autofree char *path = yc_form_path_pointer_to_key (pointer);

      translate_field (self, column, column->spec->i18n != NULL ? column->spec->i18n : path);
    }
}

static void
translate_all (YcForm      *self,
               YcFormField *field)
{
  g_autofree char *prefix = yc_form_field_dup_key (field);

  translate_field (self, field, prefix);
  if (field->columns != NULL)
    yc_form_translate_columns (self, G_LIST_MODEL (field->columns), field);
  for (GSList *l = field->elements; field->columns != NULL && l != NULL; l = l->next)
    {
      YcFormElement *control = l->data;

      if (control->columns != NULL)
        yc_form_translate_columns (self, G_LIST_MODEL (control->columns), field);
    }
}

/* All words of a branch and of those below. */
void
yc_form_translate_branch (YcFormBranch *branch,
                          gpointer      form)
{
  yc_form_branch_each_root (branch, translate_element, form);
  for (guint i = 0; i < branch->fields->len; i++)
    {
      translate_all (form, branch->fields->pdata[i]);
      yc_form_field_each_branch (branch->fields->pdata[i], yc_form_translate_branch, form);
    }
}
