/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Checks the shape of catalog documents, which come from outside. */
#include "yc-document-private.h"

#include "yc-core-error.h"
#include "yc-json.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static gboolean
all_elements (JsonArray *array,
              gboolean (*is_right) (JsonNode *node))
{
  guint length = array != NULL ? json_array_get_length (array) : 0;

  for (guint i = 0; i < length; i++)
    if (!is_right (json_array_get_element (array, i)))
      return FALSE;
  return array != NULL;
}

static gboolean
is_string (JsonNode *node)
{
  return yc_json_node_get_string (node) != NULL;
}

static gboolean
is_object (JsonNode *node)
{
  return yc_json_node_get_object (node) != NULL;
}

static gboolean
is_whole (JsonNode *node)
{
  double number;

  return yc_json_node_get_number (node, &number) && number == trunc (number) && number >= 0 &&
         number <= G_MAXINT;
}

/* What is wrong with the type of @node, in words, or NULL. */
static const char *
find_wrong (JsonNode     *node,
            YcMemberType  type)
{
  switch (type)
    {
    case YC_MEMBER_STRING:
      return is_string (node) ? NULL : _("must be a string");
    case YC_MEMBER_STRINGS:
      return all_elements (yc_json_node_get_array (node), is_string)
               ? NULL
               : _("must be an array of strings");
    case YC_MEMBER_BOOLEAN:
      return json_node_get_value_type (node) == G_TYPE_BOOLEAN ? NULL : _("must be true or false");
    case YC_MEMBER_WHOLE:
      return is_whole (node) ? NULL : _("must be a whole number, not negative");
    case YC_MEMBER_NUMBER:
      return yc_json_node_get_number (node, NULL) ? NULL : _("must be a number");
    case YC_MEMBER_OBJECT:
      return is_object (node) ? NULL : _("must be an object");
    case YC_MEMBER_OBJECTS:
      return all_elements (yc_json_node_get_array (node), is_object)
               ? NULL
               : _("must be an array of objects");
    default:
      g_assert_not_reached ();
    }
}

static gboolean
check_member (JsonObject      *json,
              const YcMember  *member,
              GError         **error)
{
  JsonNode *node = yc_json_get_member (json, member->name);
  const char *wrong;

  if (node == NULL)
    return !member->required || yc_document_fail (error, member->name, _("is missing"));

  wrong = find_wrong (node, member->type);
  if (wrong == NULL && member->required && g_strcmp0 (yc_json_node_get_string (node), "") == 0)
    wrong = _("must not be empty");
  return wrong == NULL || yc_document_fail (error, member->name, wrong);
}

gboolean
yc_document_check (JsonObject      *json,
                   const YcMember  *members,
                   guint            n_members,
                   GError         **error)
{
  for (guint i = 0; i < n_members; i++)
    if (!check_member (json, &members[i], error))
      return FALSE;
  return TRUE;
}

gboolean
yc_document_fail (GError     **error,
                  const char  *name,
                  const char  *message)
{
  g_set_error (error, YC_CORE_ERROR, YC_CORE_ERROR_CATALOG, "/%s: %s", name, message);
  return FALSE;
}
