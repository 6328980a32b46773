/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sample catalog and the sample people that are built into the programs. */
#include "yc-demo.h"

#include "yc-demo-resources.h"

#define DEMO_URI "resource:///io/github/yichuang/demo"

/* A static library's resource is dropped by the linker unless something in use names it. */
static GFile *
get_file (const char *name)
{
  g_autofree char *uri = g_strconcat (DEMO_URI, "/", name, NULL);

  g_assert (yc_demo_resources_get_resource () != NULL);

  return g_file_new_for_uri (uri);
}

/**
 * yc_demo_get_catalog:
 *
 * Gets the sample catalog's folder, to be read with yc_catalog_folder_read().
 * Everything in it is invented.
 *
 * Returns: (transfer full): a folder that is always there
 */
GFile *
yc_demo_get_catalog (void)
{
  return get_file ("catalog");
}

/**
 * yc_demo_get_people:
 *
 * Gets the file of sample accounts and sample citizens
 * (data/schema/people.schema.json). Their ID numbers pass the check of GB 11643 but
 * belong to no place, their mobile numbers to no network.
 *
 * Returns: (transfer full): a file that is always there
 */
GFile *
yc_demo_get_people (void)
{
  return get_file ("people.json");
}

/**
 * yc_demo_get_files:
 *
 * Gets the folder of the files that sample cases have attached. They show nothing real and say so.
 *
 * Returns: (transfer full): a folder that is always there
 */
GFile *
yc_demo_get_files (void)
{
  return get_file ("files");
}
