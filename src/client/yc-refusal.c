/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One thing that the service refused, as long as nobody has changed it since. */
#include "yc-refusal.h"

#include "yc-difference-private.h"
#include "yc-json.h"

#include <string.h>

#define FORM "/form"
#define MATERIALS "/materials/"
#define APPLICANT "/applicant"

struct _YcRefusal
{
  GObject  parent_instance;
  char    *pointer;
  char    *title;
  char    *message;
};

G_DEFINE_FINAL_TYPE (YcRefusal, yc_refusal, G_TYPE_OBJECT)

static void
yc_refusal_finalize (GObject *object)
{
  YcRefusal *self = YC_REFUSAL (object);

  g_free (self->pointer);
  g_free (self->title);
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

/* What is missing is named by its id, what was sent by its place in what was sent. */
static const char *
find_material_id (JsonObject *body,
                  JsonObject *problem)
{
  const char *token = yc_json_get_string (problem, "pointer", MATERIALS) + strlen (MATERIALS);
  JsonArray *sent = yc_json_get_array (body, "materials");
  gint64 place;

  if (g_str_equal (yc_json_get_string (problem, "keyword", ""), "required") ||
      !g_ascii_string_to_signed (token, 10, 0, G_MAXINT, &place, NULL))
    return token;
  if (sent == NULL || place >= json_array_get_length (sent))
    return token;
  return yc_json_get_string (yc_json_node_get_object (json_array_get_element (sent, (guint) place)),
                             "id", token);
}

static YcDraftMaterial *
find_material (YcCaseDraft *draft,
               const char  *id)
{
  GListModel *materials = yc_case_draft_get_materials (draft);

  for (guint i = 0; i < g_list_model_get_n_items (materials); i++)
    {
      g_autoptr (YcDraftMaterial) material = g_list_model_get_item (materials, i);

      if (g_str_equal (yc_draft_material_get_id (material), id))
        return material;
    }
  return NULL;
}

static JsonObject *
get_body (YcCaseDraft *draft)
{
  YcCommand *command = yc_case_draft_get_command (draft);

  return command != NULL ? yc_json_node_get_object (yc_command_get_body (command)) : NULL;
}

/* (nullable): the part of the draft that the problem is about */
static char *
find_place (YcCaseDraft *draft,
            JsonObject  *problem)
{
  const char *pointer = yc_json_get_string (problem, "pointer", "");

  if (g_str_has_prefix (pointer, FORM "/") && yc_case_draft_get_form (draft) != NULL)
    return g_strdup (pointer + strlen (FORM));
  if (g_str_has_prefix (pointer, MATERIALS))
    return g_strconcat (YC_REFUSAL_MATERIALS, find_material_id (get_body (draft), problem), NULL);
  return g_str_has_prefix (pointer, APPLICANT) ? g_strdup (YC_REFUSAL_APPLICANT) : NULL;
}

static gboolean
is_same (JsonNode *a,
         JsonNode *b)
{
  return a == NULL || b == NULL ? a == b : yc_json_equal (a, b);
}

static gboolean
stands_field (YcCaseDraft *draft,
              const char  *place)
{
  YcFormField *field = yc_form_find_field (yc_case_draft_get_form (draft), place);
  g_autofree char *pointer = g_strconcat (FORM, place, NULL);
  JsonNode *body = yc_command_get_body (yc_case_draft_get_command (draft));

  return field == NULL || is_same (yc_form_field_get_value (field),
                                   body == NULL ? NULL : yc_json_pointer_get (body, pointer));
}

static gboolean
stands_material (YcCaseDraft *draft,
                 const char  *id)
{
  YcDraftMaterial *material = find_material (draft, id);
  JsonArray *sent = yc_json_get_array (get_body (draft), "materials");
  const char *status = yc_material_status_to_string (YC_MATERIAL_MISSING);

  for (guint i = 0; sent != NULL && i < json_array_get_length (sent); i++)
    {
      JsonObject *one = yc_json_node_get_object (json_array_get_element (sent, i));

      if (g_str_equal (yc_json_get_string (one, "id", ""), id))
        status = yc_json_get_string (one, "status", status);
    }
  return material == NULL ||
         g_str_equal (yc_material_status_to_string (yc_draft_material_get_status (material)),
                      status);
}

static gboolean
stands_applicant (YcCaseDraft *draft)
{
  g_autoptr (JsonNode) now =
    yc_json_object_node (yc_citizen_to_json (yc_case_draft_get_citizen (draft)));

  return is_same (now, yc_json_get_member (get_body (draft), "applicant"));
}

/* Whether the part is still as it was refused. */
static gboolean
stands (YcCaseDraft *draft,
        const char  *place)
{
  if (g_str_has_prefix (place, YC_REFUSAL_MATERIALS))
    return stands_material (draft, place + strlen (YC_REFUSAL_MATERIALS));
  if (g_str_equal (place, YC_REFUSAL_APPLICANT))
    return stands_applicant (draft);
  return stands_field (draft, place);
}

char *
yc_refusal_dup_title (YcCaseDraft *draft,
                      JsonObject  *problem)
{
  g_autofree char *place = find_place (draft, problem);
  YcDraftMaterial *material = NULL;

  if (place != NULL && g_str_has_prefix (place, YC_REFUSAL_MATERIALS))
    material = find_material (draft, place + strlen (YC_REFUSAL_MATERIALS));
  if (material != NULL)
    return g_strdup (yc_draft_material_get_title (material));
  return yc_difference_name (yc_case_draft_get_item (draft), yc_case_draft_get_form (draft),
                             yc_json_get_string (problem, "pointer", ""));
}

static YcRefusal *
create (YcCaseDraft *draft,
        JsonObject  *problem,
        const char  *place)
{
  YcRefusal *self = g_object_new (YC_TYPE_REFUSAL, NULL);

  self->pointer = g_strdup (place);
  self->title = yc_refusal_dup_title (draft, problem);
  self->message = g_strdup (yc_json_get_string (problem, "message", ""));
  return self;
}

GPtrArray *
yc_refusal_list (YcCaseDraft *draft)
{
  GPtrArray *refusals = g_ptr_array_new_with_free_func (g_object_unref);
  YcCommand *command = yc_case_draft_get_command (draft);
  JsonArray *problems = command == NULL ? NULL : yc_command_get_problems (command);

  for (guint i = 0; problems != NULL && i < json_array_get_length (problems); i++)
    {
      JsonObject *problem = yc_json_node_get_object (json_array_get_element (problems, i));
      g_autofree char *place = find_place (draft, problem);

      if (place != NULL && stands (draft, place))
        g_ptr_array_add (refusals, create (draft, problem, place));
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
yc_refusal_get_title (YcRefusal *self)
{
  g_return_val_if_fail (YC_IS_REFUSAL (self), NULL);

  return self->title;
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
