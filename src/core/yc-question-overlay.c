/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How districts, towns and villages change a question list of the city (镇街版): each what those around it
 * made of the list. */
#include "yc-question-overlay.h"

#include "yc-document-private.h"
#include "yc-json.h"
#include "yc-place-code.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const YcMember members[] = {
  { "id", YC_MEMBER_STRING, TRUE },
  { "title", YC_MEMBER_STRING, FALSE },
  { "keywords", YC_MEMBER_STRINGS, FALSE },
  { "conditions", YC_MEMBER_OBJECT, FALSE },
  { "include", YC_MEMBER_OBJECTS, FALSE },
  { "questions", YC_MEMBER_OBJECTS, FALSE },
  { "outcomes", YC_MEMBER_OBJECTS, FALSE },
  { "sample", YC_MEMBER_BOOLEAN, FALSE },
};

/* What is changed piece by piece, and by which member pieces are known. */
static const struct
{
  const char *name;
  const char *key;
} arrays[] = {
  { "include", "list" },
  { "questions", "id" },
  { "outcomes", "id" },
};

const char *
yc_question_overlay_split_id (const char  *id,
                              char       **list)
{
  const char *at = strrchr (id, '@');

  if (at == NULL || at == id || !yc_place_code_is_valid (at + 1))
    return NULL;
  if (list != NULL)
    *list = g_strndup (id, at - id);
  return at + 1;
}

gboolean
yc_question_overlay_check (JsonObject  *overlay,
                           GError     **error)
{
  if (!yc_document_check (overlay, members, G_N_ELEMENTS (members), error))
    return FALSE;
  return yc_question_overlay_split_id (yc_json_get_string (overlay, "id", ""), NULL) != NULL ||
         yc_document_fail (error, "id", _("must be a list’s id, @ and a place’s code"));
}

/* The position of the piece of that name; the number of pieces when there is none. */
static guint
find_piece (GPtrArray  *pieces,
            const char *key,
            const char *name)
{
  for (guint i = 0; i < pieces->len; i++)
    if (g_strcmp0 (yc_json_get_string (json_node_get_object (pieces->pdata[i]), key, NULL),
                   name) == 0)
      return i;
  return pieces->len;
}

static void
merge (JsonObject *target,
       JsonObject *change)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  json_object_iter_init_ordered (&iter, change);
  while (json_object_iter_next_ordered (&iter, &name, &value))
    if (g_str_equal (name, "behind") && yc_json_node_get_string (value) != NULL)
      continue;
    else if (JSON_NODE_HOLDS_NULL (value))
      json_object_remove_member (target, name);
    else
      json_object_set_member (target, name, yc_json_copy (value));
}

/* Puts what is new behind the piece that it names. */
static gboolean
insert (GPtrArray   *pieces,
        const char  *key,
        JsonObject  *change,
        GError     **error)
{
  const char *behind = yc_json_get_string (change, "behind", NULL);
  guint position = behind != NULL ? find_piece (pieces, key, behind) : pieces->len;
  JsonNode *node;

  if (behind != NULL && position == pieces->len)
    return yc_document_fail (error, "behind", _("is not in the list"));
  node = yc_json_object_node (json_object_new ());
  merge (json_node_get_object (node), change);
  g_ptr_array_insert (pieces, MIN (position + 1, pieces->len), node);
  return TRUE;
}

static gboolean
apply_change (GPtrArray   *pieces,
              const char  *key,
              JsonObject  *change,
              GError     **error)
{
  guint position = find_piece (pieces, key, yc_json_get_string (change, key, NULL));
  gboolean removes = yc_json_get_boolean (change, "remove", FALSE);

  if (position == pieces->len)
    return removes ? yc_document_fail (error, key, _("is not in the list"))
                   : insert (pieces, key, change, error);
  if (removes)
    g_ptr_array_remove_index (pieces, position);
  else
    merge (json_node_get_object (pieces->pdata[position]), change);
  return TRUE;
}

static GPtrArray *
copy_pieces (JsonArray *array)
{
  GPtrArray *pieces = g_ptr_array_new_with_free_func ((GDestroyNotify) json_node_unref);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    g_ptr_array_add (pieces, yc_json_copy (json_array_get_element (array, i)));
  return pieces;
}

/* An array that loses its last piece goes as well. */
static void
set_pieces (JsonObject *list,
            const char *name,
            GPtrArray  *pieces)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < pieces->len; i++)
    json_array_add_element (array, json_node_ref (pieces->pdata[i]));
  json_object_set_array_member (list, name, array);
  if (pieces->len == 0 && g_str_equal (name, "include"))
    json_object_remove_member (list, name);
}

static gboolean
apply_changes (JsonObject  *list,
               const char  *name,
               const char  *key,
               JsonArray   *changes,
               GError     **error)
{
  g_autoptr (GPtrArray) pieces = copy_pieces (yc_json_get_array (list, name));

  for (guint i = 0; changes != NULL && i < json_array_get_length (changes); i++)
    if (!apply_change (pieces, key, json_array_get_object_element (changes, i), error))
      {
        g_prefix_error (error, "/%s/%u", name, i);
        return FALSE;
      }
  if (changes != NULL)
    set_pieces (list, name, pieces);
  return TRUE;
}

static void
apply_conditions (JsonObject *list,
                  JsonObject *changes)
{
  if (changes == NULL)
    return;
  if (yc_json_get_object (list, "conditions") == NULL)
    json_object_set_object_member (list, "conditions", json_object_new ());
  merge (yc_json_get_object (list, "conditions"), changes);
}

JsonObject *
yc_question_overlay_apply (JsonObject  *overlay,
                           JsonObject  *list,
                           GError     **error)
{
  static const char *const whole[] = { "title", "keywords" };
  g_autoptr (JsonNode) node = yc_json_object_node (json_object_ref (list));
  g_autoptr (JsonNode) copy = yc_json_copy (node);
  JsonObject *result = json_node_get_object (copy);

  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (whole); i++)
    if (yc_json_get_member (overlay, whole[i]) != NULL)
      json_object_set_member (result, whole[i],
                              yc_json_copy (yc_json_get_member (overlay, whole[i])));
  apply_conditions (result, yc_json_get_object (overlay, "conditions"));
  for (guint i = 0; i < G_N_ELEMENTS (arrays); i++)
    if (!apply_changes (result, arrays[i].name, arrays[i].key,
                        yc_json_get_array (overlay, arrays[i].name), error))
      return NULL;
  return json_object_ref (result);
}

GPtrArray *
yc_question_overlay_find_all (const char            *list,
                              const char            *place,
                              YcQuestionOverlayFind  find,
                              gpointer               user_data)
{
  GPtrArray *overlays = g_ptr_array_new_with_free_func ((GDestroyNotify) json_object_unref);
  g_auto (GStrv) places = yc_place_code_list_around (place);

  for (guint i = 0; places[i] != NULL; i++)
    {
      g_autofree char *id = g_strconcat (list, "@", places[i], NULL);
      JsonObject *overlay = find (id, user_data);

      if (overlay != NULL)
        g_ptr_array_add (overlays, json_object_ref (overlay));
    }
  return overlays;
}

JsonObject *
yc_question_overlay_apply_all (GPtrArray   *overlays,
                               JsonObject  *list,
                               GError     **error)
{
  g_autoptr (JsonObject) result = json_object_ref (list);

  for (guint i = 0; i < overlays->len; i++)
    {
      JsonObject *next = yc_question_overlay_apply (overlays->pdata[i], result, error);

      if (next == NULL)
        return NULL;
      json_object_unref (result);
      result = next;
    }
  return g_steal_pointer (&result);
}
