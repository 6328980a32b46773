/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sample catalog, as a folder and as a desk has it. */
#include "yc-test-demo.h"

#include "yc-demo.h"

YcCatalogFolder *
yc_test_demo_read (void)
{
  g_autoptr (GFile) folder = yc_demo_get_catalog ();
  g_autoptr (GError) error = NULL;
  YcCatalogFolder *catalog = yc_catalog_folder_read (folder, &error);

  g_assert_no_error (error);

  return catalog;
}

YcCatalog *
yc_test_demo_load (void)
{
  g_autoptr (YcCatalogFolder) folder = yc_test_demo_read ();
  g_autoptr (YcCatalog) catalog = yc_catalog_new ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < yc_catalog_folder_get_n_documents (folder); i++)
    {
      YcCatalogDocument *document = yc_catalog_folder_get_document (folder, i);

      yc_catalog_apply (catalog, yc_catalog_document_get_kind (document),
                        yc_catalog_document_get_id (document),
                        yc_catalog_document_get_body (document), &error);
      g_assert_no_error (error);
    }

  return g_steal_pointer (&catalog);
}
