/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The kinds of documents in a catalog, and where each kind is kept. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * YcCatalogKind:
 * @name: its word on the wire
 * @folder: the folder its files are in
 * @suffix: how its file names end; for a form, which is a folder of two files, the first of them
 * @key: the member that repeats the file's name
 * @title: the member by which people know it; no two of one kind may share it
 */
typedef struct
{
  const char *name;
  const char *folder;
  const char *suffix;
  const char *key;
  const char *title;
} YcCatalogKind;

const YcCatalogKind *yc_catalog_kind_get            (guint       index);
const YcCatalogKind *yc_catalog_kind_find           (const char *name);
const YcCatalogKind *yc_catalog_kind_find_by_folder (const char *path);

G_END_DECLS
