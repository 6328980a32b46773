/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One field that the service refused, as long as nobody has changed it since. */
#include "yc-refusal.h"

#include "yc-json.h"

#define FORM "/form"

struct _YcRefusal
{
  GObject  parent_instance;
  char    *pointer;
  char    *message;
};

G_DEFINE_FINAL_TYPE (YcRefusal, yc_refusal, G_TYPE_OBJECT)

static void
yc_refusal_finalize (GObject *object)
{
  YcRefusal *self = YC_REFUSAL (object);

  g_free (self->pointer);
  g_free (self->message);
  G_OBJECT_CLASS (yc_refusal_parent_class)->finalize (object);
}

static void
yc_refusal_class_init (YcRefusalClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = yc_refusal_finalize;
}

static void
yc_refusal_init (YcRefusal *self)
{
}

static gboolean
is_same (JsonNode *a,
         JsonNode *b)
{
  return a == NULL || b == NULL ? a == b : yc_json_equal (a, b);
}

/* Whether the field still has the value that was refused. */
static gboolean
stands (YcForm     *form,
        JsonNode   *body,
        const char *pointer)
{
  YcFormField *field = yc_form_find_field (form, pointer + strlen (FORM));

  return field == NULL || is_same (yc_form_field_get_value (field),
                                   body == NULL ? NULL : yc_json_pointer_get (body, pointer));
}

static YcRefusal *
create (JsonObject *problem)
{
  YcRefusal *self = g_object_new (YC_TYPE_REFUSAL, NULL);

  self->pointer = g_strdup (yc_json_get_string (problem, "pointer", FORM) + strlen (FORM));
  self->message = g_strdup (yc_json_get_string (problem, "message", ""));
  return self;
}

GPtrArray *
yc_refusal_list (YcCaseDraft *draft)
{
  GPtrArray *refusals = g_ptr_array_new_with_free_func (g_object_unref);
  YcCommand *command = yc_case_draft_get_command (draft);
  YcForm *form = yc_case_draft_get_form (draft);
  JsonArray *problems = command == NULL ? NULL : yc_command_get_problems (command);

  for (guint i = 0; form != NULL && problems != NULL && i < json_array_get_length (problems); i++)
    {
      JsonObject *problem = yc_json_node_get_object (json_array_get_element (problems, i));
      const char *pointer = yc_json_get_string (problem, "pointer", "");

      if (g_str_has_prefix (pointer, FORM "/") &&
          stands (form, yc_command_get_body (command), pointer))
        g_ptr_array_add (refusals, create (problem));
    }
  return refusals;
}

const char *
yc_refusal_get_pointer (YcRefusal *self)
{
  g_return_val_if_fail (YC_IS_REFUSAL (self), NULL);

  return self->pointer;
}

const char *
yc_refusal_get_message (YcRefusal *self)
{
  g_return_val_if_fail (YC_IS_REFUSAL (self), NULL);

  return self->message;
}

gboolean
yc_refusal_equal (YcRefusal *a,
                  YcRefusal *b)
{
  g_return_val_if_fail (YC_IS_REFUSAL (a) && YC_IS_REFUSAL (b), FALSE);

  return g_str_equal (a->pointer, b->pointer) && g_str_equal (a->message, b->message);
}
