/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The filled form as an A4 sheet: looked at, then printed for the citizen to sign. It is the citizen's
 * own sheet and shows everything in full. */
#include "yc-form-print.h"

#include "yc-day.h"
#include "yc-form-places.h"
#include "yc-json.h"
#include "yc-paper-print.h"
#include "yc-sheet.h"

#include <glib/gi18n.h>
#include <string.h>

/* Adds the names of every place whose code stands in @node: the program has no catalog. */
static void
name_places (JsonNode *node, YcFormPlaces *places, JsonObject *names)
{
  const char *code = yc_json_node_get_string (node);
  int place = code != NULL ? yc_form_places_find (places, code) : -1;
  g_autoptr (GList) nodes = NULL;

  if (place >= 0)
    {
      g_autofree char *path = yc_form_places_dup_path (places, place);

      json_object_set_string_member (names, code, path);
    }
  if (JSON_NODE_HOLDS_OBJECT (node))
    nodes = json_object_get_values (json_node_get_object (node));
  else if (JSON_NODE_HOLDS_ARRAY (node))
    nodes = json_array_get_elements (json_node_get_array (node));
  for (GList *l = nodes; l != NULL; l = l->next)
    name_places (l->data, places, names);
}

/* What the program reads; see `yichuangctl form print`. */
static GBytes *
write_request (YcDesk *desk, YcCaseDraft *draft, YcCitizen *agent, YcFormPlaces *places)
{
  YcItem *item = yc_case_draft_get_item (draft);
  JsonObject *form = yc_catalog_get_form (yc_desk_get_catalog (desk), yc_item_get_form_id (item));
  g_autoptr (JsonNode) request = yc_json_object_node (json_object_new ());
  JsonObject *object = json_node_get_object (request);
  g_autoptr (GDateTime) now = yc_day_now ();
  g_autofree char *time = g_date_time_format_iso8601 (now);
  static const char *const parts[] = { "schema", "layout", "words" };
  JsonNode *data = yc_form_get_data (yc_case_draft_get_form (draft));
  JsonObject *names = json_object_new ();
  char *text;

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (yc_json_get_member (form, parts[i]) != NULL)
      json_object_set_member (object, parts[i],
                              json_node_ref (yc_json_get_member (form, parts[i])));
  if (places != NULL)
    name_places (data, places, names);
  json_object_set_member (object, "data", data);
  json_object_set_object_member (object, "places", names);
  json_object_set_string_member (object, "item", yc_case_draft_get_item_title (draft));
  json_object_set_object_member (object, "applicant",
                                 yc_citizen_to_json (yc_case_draft_get_citizen (draft)));
  if (!yc_citizen_get_empty (agent))
    json_object_set_object_member (object, "agent", yc_citizen_to_json (agent));
  json_object_set_boolean_member (object, "sample", yc_desk_get_demo (desk));
  json_object_set_string_member (object, "printed_at", time);
  text = yc_json_write (request);

  return g_bytes_new_take (text, strlen (text));
}

/**
 * yc_form_print_present:
 * @over: a widget in the window
 * @desk: the desk
 * @draft: a draft
 * @agent: who acts for the citizen, empty when nobody does
 *
 * Shows the draft's form as a sheet of paper, with what prints it beside.
 *
 * Returns: %FALSE when there is no form
 */
gboolean
yc_form_print_present (GtkWidget   *over,
                       YcDesk      *desk,
                       YcCaseDraft *draft,
                       YcCitizen   *agent)
{
  const char *title = _ ("The form on paper");
  GtkWidget *paper;
  g_autoptr (GBytes) request = NULL;

  g_return_val_if_fail (YC_IS_DESK (desk), FALSE);

  if (draft == NULL || yc_case_draft_get_form (draft) == NULL)
    return FALSE;
  paper = yc_paper_print_new (desk, "form", YC_PRINT_KIND_FORM, title);
  request = write_request (desk, draft, agent, yc_form_places_find_above (over));
  yc_sheet_present (yc_sheet_new (title, paper), over);
  yc_paper_print_compose (YC_PAPER_PRINT (paper), request);

  return TRUE;
}
