/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What the layout hides: it stays in the draft, but is left out of what is submitted, computed and
 * checked, unless the schema says `x-relevance: always`.
 */
#include "yc-form-private.h"

#include "yc-form-overlap-private.h"
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

/* What is seen of the place that was changed: of a list all, whose rows may have come and gone. */
static char *
find_seen (YcForm     *self,
           const char *changed)
{
  g_auto (GStrv) steps = g_strsplit (changed, "/", -1);
  g_autofree char *place = g_strdup ("");

  for (guint i = 1; steps[0] != NULL && steps[i] != NULL; i++)
    {
      char *below;

      if (yc_json_node_get_array (yc_json_pointer_get (self->data, place)) != NULL)
        break;
      below = g_strdup_printf ("%s/%s", place, steps[i]);
      g_free (place);
      place = below;
    }
  return g_steal_pointer (&place);
}

/* Takes over what is at @changed, but for what is hidden there; FALSE if there is no place for it. */
static gboolean
refresh_view (YcForm     *self,
              const char *changed)
{
  g_autofree char *place = find_seen (self, changed);
  JsonNode *value = yc_json_pointer_get (self->data, place);
  g_auto (GStrv) hidden = g_strsplit (self->hidden, "\n", -1);

  if (*place == '\0')
    return FALSE;
  if (value == NULL)
    yc_json_pointer_set (self->view, place, NULL);
  else if (!yc_json_pointer_set (self->view, place, yc_json_copy (value)))
    return FALSE;
  for (guint i = 0; hidden[i] != NULL; i++)
    {
      if (*hidden[i] != '\0' && yc_form_overlap (hidden[i], place))
        yc_json_pointer_set (self->view, hidden[i], NULL);
    }
  return TRUE;
}

/* What calculations and checks see after a change at @changed, or of everything if it is NULL: the
 * data without what is hidden (none); NULL for all of them. A copy, of which only what is different
 * is taken anew. */
JsonNode *
yc_form_get_view (YcForm     *self,
                  const char *changed)
{
  if (self->hidden != NULL && self->view != NULL && changed != NULL &&
      refresh_view (self, changed))
    return self->view;
  g_clear_pointer (&self->view, json_node_unref);
  if (self->hidden == NULL)
    return NULL;
  self->view = yc_json_copy (self->data);
  hide (self->branch, self->view);
  return self->view;
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
