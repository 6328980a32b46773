/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The places of forms, from the divisions of a catalog. */
#include "yc-place-tree.h"

#include "yc-catalog-folder.h"
#include "yc-demo.h"
#include "yc-json.h"

/* Province, city, district, town, village; deeper trees are a mistake of whoever wrote them. */
#define MAX_DEPTH 8

static void
add_division (YcFormPlaces *places,
              int           parent,
              JsonObject   *division,
              guint         depth)
{
  const char *code = yc_json_get_string (division, "code", NULL);
  const char *name = yc_json_get_string (division, "name", NULL);
  JsonArray *children = yc_json_get_array (division, "children");
  int place;

  if (code == NULL || name == NULL || depth == 0)
    return;
  place = yc_form_places_add (places, parent, code, name);
  for (guint i = 0; children != NULL && i < json_array_get_length (children); i++)
    add_division (places, place, yc_json_node_get_object (json_array_get_element (children, i)),
                  depth - 1);
}

static void
load_catalog (YcFormPlaces *places,
              gpointer      data)
{
  YcCatalog *catalog = data;
  g_autoptr (GPtrArray) codes = yc_catalog_dup_ids (catalog, "division");

  for (guint i = 0; i < codes->len; i++)
    add_division (places, -1, yc_catalog_get_division (catalog, g_ptr_array_index (codes, i)),
                  MAX_DEPTH);
}

static void
changed_cb (YcCatalog    *catalog,
            const char   *kind,
            const char   *id,
            YcFormPlaces *places)
{
  if (g_strcmp0 (kind, "division") == 0)
    yc_form_places_forget (places);
}

/**
 * yc_place_tree_new:
 * @catalog: a catalog
 *
 * Returns: (transfer full): its divisions, which follow its changes
 */
YcFormPlaces *
yc_place_tree_new (YcCatalog *catalog)
{
  YcFormPlaces *places = yc_form_places_new (load_catalog, g_object_ref (catalog), g_object_unref);

  g_signal_connect_object (catalog, "changed", G_CALLBACK (changed_cb), places, 0);
  return places;
}

static void
load_sample (YcFormPlaces *places,
             gpointer      data)
{
  g_autoptr (GFile) folder = yc_demo_get_catalog ();
  g_autoptr (YcCatalogFolder) files = yc_catalog_folder_read (folder, NULL);

  for (guint i = 0; files != NULL && i < yc_catalog_folder_get_n_documents (files); i++)
    {
      YcCatalogDocument *document = yc_catalog_folder_get_document (files, i);

      if (g_str_equal (yc_catalog_document_get_kind (document), "division"))
        add_division (places, -1,
                      yc_json_node_get_object (yc_catalog_document_get_body (document)),
                      MAX_DEPTH);
    }
}

/**
 * yc_place_tree_new_sample:
 *
 * Returns: (transfer full): the divisions of the sample catalog, for those who write forms
 */
YcFormPlaces *
yc_place_tree_new_sample (void)
{
  return yc_form_places_new (load_sample, NULL, NULL);
}
