/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the layout hides: it stays in the draft, but is left out of what is submitted, computed and
 * checked, unless the schema says `x-relevance: always`.
 */
#include "yc-form-private.h"

#include "yc-json.h"

/* Whether the field counts: it is to be seen, or its schema, or that of the table that is hidden
 * with it, says that it counts all the same. */
gboolean
yc_form_field_counts (YcFormField *field)
{
  YcFormField *owner = field->branch == NULL ? NULL : field->branch->owner;

  return field->visible || field->spec->always ||
         (owner != NULL && !owner->visible && yc_form_field_counts (owner));
}

static void
leave_out (YcFormBranch *branch,
           gpointer      submission)
{
  for (guint i = 0; i < branch->fields->len; i++)
    {
      YcFormField *field = branch->fields->pdata[i];

      if (yc_form_field_counts (field))
        yc_form_field_each_branch (field, leave_out, submission);
      else if (*field->pointer != '\0')
        yc_json_pointer_set (submission, field->pointer, NULL);
    }
}

/* What is computed is not left out: others may be computed from it. */
static gboolean
is_left_out (YcFormField *field)
{
  return !yc_form_field_counts (field) && field->spec->calculate == NULL &&
         *field->pointer != '\0';
}

static void
hide (YcFormBranch *branch,
      gpointer      view)
{
  for (guint i = 0; i < branch->fields->len; i++)
    {
      YcFormField *field = branch->fields->pdata[i];

      if (is_left_out (field))
        yc_json_pointer_set (view, field->pointer, NULL);
      else
        yc_form_field_each_branch (field, hide, view);
    }
}

/* (transfer full): what calculations and checks see: the data without what is hidden */
JsonNode *
yc_form_dup_view (YcForm *self)
{
  JsonNode *view = yc_json_copy (self->data);

  hide (self->branch, view);
  return view;
}

typedef struct
{
  YcForm  *form;
  GString *pointers;
} Hidden;

static void
list_hidden (YcFormBranch *branch,
             gpointer      user_data)
{
  Hidden *hidden = user_data;

  for (guint i = 0; i < branch->fields->len; i++)
    {
      YcFormField *field = branch->fields->pdata[i];

      if (!is_left_out (field))
        yc_form_field_each_branch (field, list_hidden, hidden);
      else if (yc_json_pointer_get (hidden->form->data, field->pointer) != NULL)
        g_string_append_printf (hidden->pointers, "%s\n", field->pointer);
    }
}

/* (transfer full) (nullable): the pointers of hidden fields that hold something and that something
 * may be computed from; %NULL for none */
char *
yc_form_list_hidden (YcForm *self)
{
  g_autoptr (GString) pointers = g_string_new (NULL);
  Hidden hidden = { self, pointers };

  if (yc_form_calculations_is_empty (self->calculations) && yc_form_checks_is_empty (self->checks))
    return NULL;
  list_hidden (self->branch, &hidden);
  return pointers->len > 0 ? g_string_free (g_steal_pointer (&pointers), FALSE) : NULL;
}

/**
 * yc_form_get_submission:
 * @self: a form
 *
 * Returns: (transfer full): a copy of what is submitted: without the values of hidden fields
 */
JsonNode *
yc_form_get_submission (YcForm *self)
{
  JsonNode *submission;

  g_return_val_if_fail (YC_IS_FORM (self), NULL);

  submission = yc_json_copy (self->data);
  leave_out (self->branch, submission);
  return submission;
}
