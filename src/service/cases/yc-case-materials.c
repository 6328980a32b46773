/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The materials of a submission against the item's standard. Which variant applies, and whether a
 * rule asks for one at all, follows from answers and from what is known of the citizen, which the
 * clerk has and we have not: a variant must be one of the material's, and what a question list does
 * not ask for must be so by one of its outcomes. */
#include "yc-case-materials.h"

#include "yc-documents-table.h"
#include "yc-json.h"
#include "yc-question-overlay.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* One submission that is checked. */
typedef struct
{
  const YcWork *work;
  const char   *item_code;
  gint64        catalog_version;
  YcFindings   *findings;
} Check;

static JsonObject *
find_by_id (JsonArray  *array,
            const char *id)
{
  guint n = array != NULL ? json_array_get_length (array) : 0;

  for (guint i = 0; i < n; i++)
    {
      JsonObject *object = json_array_get_object_element (array, i);

      if (g_strcmp0 (yc_json_get_string (object, "id", NULL), id) == 0)
        return object;
    }
  return NULL;
}

/* Whether @member is there for the variant, or where none is named for the material or any of its
 * variants: desks before this one did not name them. */
static gboolean
has (JsonObject *material,
     JsonObject *variant,
     const char *member)
{
  JsonArray *variants = yc_json_get_array (material, "variants");

  if (json_object_has_member (material, member))
    return TRUE;
  if (variant != NULL)
    return json_object_has_member (variant, member);
  for (guint i = 0; variants != NULL && i < json_array_get_length (variants); i++)
    if (json_object_has_member (json_array_get_object_element (variants, i), member))
      return TRUE;
  return FALSE;
}

/* Whether @outcomes, of a list or of what changes it somewhere, do not ask for @material. */
static gboolean
any_waives (JsonArray  *outcomes,
            const char *item_code,
            const char *material)
{
  for (guint i = 0; outcomes != NULL && i < json_array_get_length (outcomes); i++)
    {
      JsonObject *outcome = yc_json_node_get_object (json_array_get_element (outcomes, i));
      JsonObject *wishes = yc_json_get_object (outcome, "materials");
      const char *item = yc_json_get_string (outcome, "item", item_code);

      if (g_str_equal (item, item_code) && !yc_json_get_boolean (wishes, material, TRUE))
        return TRUE;
    }
  return FALSE;
}

/* @document: kind, id and body */
static gboolean
overlay_waives (Check             *self,
                const char *const *document,
                const char        *list,
                const char        *material)
{
  g_autofree char *changed = NULL;
  g_autoptr (JsonNode) body = NULL;

  if (!g_str_equal (document[0], "overlay") ||
      yc_question_overlay_split_id (document[1], &changed) == NULL || !g_str_equal (changed, list))
    return FALSE;
  body = yc_json_parse (document[2], -1, NULL, NULL);
  return any_waives (yc_json_get_array (yc_json_node_get_object (body), "outcomes"),
                     self->item_code, material);
}

/* What a town changes of a city's list. */
static gboolean
any_overlay_waives (Check      *self,
                    const char *list,
                    const char *material)
{
  g_autoptr (GPtrArray) documents =
    yc_documents_table_list_names (self->work->transaction, NULL);

  for (guint i = 0; documents != NULL && i < documents->len; i++)
    if (overlay_waives (self, documents->pdata[i], list, material))
      return TRUE;
  return FALSE;
}

static gboolean
is_waived (Check      *self,
           JsonObject *given)
{
  const char *id = yc_json_get_string (given, "id", "");
  const char *list = yc_json_get_string (given, "list", "");
  g_autoptr (JsonObject) body =
    yc_shelf_get (yc_service_get_shelf (self->work->service), self->work->transaction, "list", list,
                  self->catalog_version, NULL);

  return body != NULL && (any_waives (yc_json_get_array (body, "outcomes"), self->item_code, id) ||
                          any_overlay_waives (self, list, id));
}

static const char *
judge (Check      *self,
       JsonObject *material,
       JsonObject *given)
{
  const char *status = yc_json_get_string (given, "status", "missing");
  const char *name = yc_json_get_string (given, "variant", NULL);
  JsonObject *variant =
    name != NULL ? find_by_id (yc_json_get_array (material, "variants"), name) : NULL;
  gboolean optional = json_object_has_member (material, "condition") ||
                      json_object_has_member (material, "when");

  if (name != NULL && variant == NULL)
    return _("The material has no such variant.");
  if (g_str_equal (status, "waived"))
    return is_waived (self, given) ? NULL : _("The question list asks for this material.");
  if (g_str_equal (status, "missing"))
    return optional ? NULL : _("This material is required.");
  if (g_str_equal (status, "tolerated") && !has (material, variant, "tolerant_days"))
    return _("This material cannot be brought later.");
  if (g_str_equal (status, "fetched") && !has (material, variant, "licence"))
    return _("This material cannot be fetched from the licence store.");
  return NULL;
}

/* What the standard asks for must be there; what is missing has no place of its own to point at. */
static void
check_required (Check     *self,
                JsonArray *wanted,
                JsonArray *given)
{
  guint n = wanted != NULL ? json_array_get_length (wanted) : 0;

  for (guint i = 0; i < n; i++)
    {
      JsonObject *material = json_array_get_object_element (wanted, i);
      const char *id = yc_json_get_string (material, "id", "");

      if (find_by_id (given, id) == NULL && judge (self, material, NULL) != NULL)
        {
          g_autofree char *pointer = yc_json_pointer_append ("/materials", id);
          yc_findings_add (self->findings, pointer, "required", judge (self, material, NULL));
        }
    }
}

static void
check_given (Check     *self,
             JsonArray *wanted,
             JsonArray *given)
{
  guint n = given != NULL ? json_array_get_length (given) : 0;

  for (guint i = 0; i < n; i++)
    {
      JsonObject *object = json_array_get_object_element (given, i);
      const char *id = yc_json_get_string (object, "id", "");
      JsonObject *material = find_by_id (wanted, id);
      g_autofree char *pointer = g_strdup_printf ("/materials/%u", i);
      const char *message = NULL;

      if (material == NULL)
        message = _("The item does not ask for this material.");
      else if (find_by_id (given, id) != object)
        message = _("This material is listed twice.");
      else
        message = judge (self, material, object);
      if (message != NULL)
        yc_findings_add (self->findings, pointer, "materials", message);
    }
}

/**
 * yc_case_materials_check:
 * @work: the work
 * @findings: what is found
 * @item: the item's standard
 * @catalog_version: the catalog the case is taken in under
 * @given: (nullable): [{id, status, variant?, list?}]
 *
 * Adds what is missing, and what is not as the standard allows.
 */
void
yc_case_materials_check (const YcWork *work,
                         YcFindings   *findings,
                         JsonObject   *item,
                         gint64        catalog_version,
                         JsonArray    *given)
{
  Check check = { work, yc_json_get_string (item, "code", ""), catalog_version, findings };
  JsonArray *wanted = yc_json_get_array (item, "materials");

  check_required (&check, wanted, given);
  check_given (&check, wanted, given);
}
