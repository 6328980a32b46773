/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The kinds of documents in a catalog, and where each kind is kept. */
#include "yc-catalog-kind-private.h"

#include <string.h>

static const YcCatalogKind kinds[] = {
  { "place", "places", ".json", "code", NULL },
  { "division", "divisions", ".json", "code", "name" },
  { "reason", "reasons", ".json", "id", "title" },
  { "replacement", "replacements", ".json", "id", "title" },
  { "form", "forms", "/schema.json", "id", NULL },
  { "template", "certificates", ".json", "id", "title" },
  { "item", "items", ".json", "code", "title" },
  { "list", "lists", ".json", "id", "title" },
  { "overlay", "overlays", ".json", "id", NULL },
  { "synonyms", "synonyms", ".json", "id", NULL },
  { "entry", "knowledge", ".md", "id", "question" },
};

/*
 * yc_catalog_kind_get:
 * @index: from 0
 *
 * Returns: (nullable): the kind, or %NULL behind the last; a kind comes after those it refers to
 */
const YcCatalogKind *
yc_catalog_kind_get (guint index)
{
  return index < G_N_ELEMENTS (kinds) ? &kinds[index] : NULL;
}

/*
 * yc_catalog_kind_find:
 * @name: a word
 *
 * Returns: (nullable): the kind that is so called on the wire
 */
const YcCatalogKind *
yc_catalog_kind_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i].name, name) == 0)
      return &kinds[i];

  return NULL;
}

/*
 * yc_catalog_kind_find_by_folder:
 * @path: a file's path, relative to the catalog's folder
 *
 * Returns: (nullable): the kind that is kept in that file's folder
 */
const YcCatalogKind *
yc_catalog_kind_find_by_folder (const char *path)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      gsize length = strlen (kinds[i].folder);

      if (strncmp (path, kinds[i].folder, length) == 0 && path[length] == '/')
        return &kinds[i];
    }

  return NULL;
}
