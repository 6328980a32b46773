/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The plain files of a catalog folder, read within limits. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * YcCatalogFile:
 * @path: relative to the catalog's folder, with slashes
 * @text: (nullable): what it says, in UTF-8; %NULL when it could not be read as text
 */
typedef struct
{
  char *path;
  char *text;
} YcCatalogFile;

GPtrArray *yc_catalog_files_read    (GFile          *folder,
                                     GPtrArray      *problems,
                                     GError        **error);
int        yc_catalog_files_compare (gconstpointer   a,
                                     gconstpointer   b);

G_END_DECLS
