/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the places of a catalog are called. */
#include "yc-ctl-places.h"

#include "yc-catalog-folder.h"
#include "yc-demo.h"
#include "yc-json.h"

/* Province, city, district, town, village; deeper trees are a mistake of whoever wrote them. */
#define MAX_DEPTH 8

static void
add_division (JsonObject *places,
              const char *above,
              JsonObject *division,
              guint       depth)
{
  const char *code = yc_json_get_string (division, "code", NULL);
  const char *name = yc_json_get_string (division, "name", NULL);
  JsonArray *children = yc_json_get_array (division, "children");
  g_autofree char *names = NULL;

  if (code == NULL || name == NULL || depth == 0)
    return;
  names = above != NULL ? g_strconcat (above, " ", name, NULL) : g_strdup (name);
  json_object_set_string_member (places, code, names);
  for (guint i = 0; children != NULL && i < json_array_get_length (children); i++)
    add_division (places, names, yc_json_node_get_object (json_array_get_element (children, i)),
                  depth - 1);
}

/**
 * yc_ctl_places_read:
 * @catalog: the folder of a catalog, or "demo" for the sample catalog
 * @error: (nullable): return location
 *
 * Returns: (transfer full) (nullable): {code: names from the top down, parted by spaces}; %NULL with
 *   the errors of yc_catalog_folder_read()
 */
JsonObject *
yc_ctl_places_read (const char  *catalog,
                    GError     **error)
{
  g_autoptr (GFile) file = g_str_equal (catalog, "demo") ? yc_demo_get_catalog ()
                                                         : g_file_new_for_commandline_arg (catalog);
  g_autoptr (YcCatalogFolder) folder = yc_catalog_folder_read (file, error);
  JsonObject *places;

  if (folder == NULL)
    return NULL;
  places = json_object_new ();
  for (guint i = 0; i < yc_catalog_folder_get_n_documents (folder); i++)
    {
      YcCatalogDocument *document = yc_catalog_folder_get_document (folder, i);

      if (g_str_equal (yc_catalog_document_get_kind (document), "division"))
        add_division (places, NULL,
                      yc_json_node_get_object (yc_catalog_document_get_body (document)), MAX_DEPTH);
    }
  return places;
}
